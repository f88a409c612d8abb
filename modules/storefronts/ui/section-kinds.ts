import type { Section } from '../theme.ts';

type Field = 'title' | 'text' | 'picture' | 'side' | 'button' | 'collection' | 'promises';

/** What each kind of section is, and what of it can be written. */
export const KINDS: Record<Section['kind'], { label: string; about: string; fields: readonly Field[] }> = {
  hero: { label: 'Opening', about: 'A large picture or your finest things, a sentence and a button', fields: ['title', 'text', 'picture', 'button'] },
  categories: { label: 'Categories', about: 'A tile for each', fields: ['title'] },
  collection: { label: 'Collection', about: 'The products of one collection', fields: ['title', 'text', 'collection'] },
  bestselling: { label: 'Bestsellers', about: 'What sold most in the last months', fields: ['title', 'text'] },
  newest: { label: 'New arrivals', about: 'What came in last', fields: ['title', 'text'] },
  hot: { label: 'Hot right now', about: 'What sells these days, from real orders', fields: ['title', 'text'] },
  'recently-sold': { label: 'Recently sold', about: 'What was bought lately, and nothing of who bought it', fields: ['title'] },
  'recently-viewed': { label: 'Recently viewed', about: 'What the visitor looked at; empty for a new one', fields: ['title'] },
  text: { label: 'Text with a picture', about: 'A story, a person, a promise', fields: ['title', 'text', 'picture', 'side', 'button'] },
  promises: { label: 'Promises', about: 'Up to four short ones: delivery, returns, warranty', fields: ['title', 'promises'] },
};

/** The home page of a shop that nobody arranged, as the shop's own pages have it. */
export const USUAL: readonly Section[] = (['hero', 'categories', 'hot', 'bestselling', 'newest', 'recently-viewed'] as const).map((kind) => ({ id: kind, kind }));

/** The sections with one of them at another place; beyond the ends it stays at the end. */
export function moved(sections: readonly Section[], id: string, to: number): Section[] {
  const one = sections.find((each) => each.id === id);
  if (!one) return [...sections];
  const rest = sections.filter((each) => each.id !== id);
  return rest.toSpliced(Math.max(0, Math.min(to, rest.length)), 0, one);
}
