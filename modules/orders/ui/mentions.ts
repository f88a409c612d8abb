import type { Colleague } from './order-shape.ts';

/** What stands after the last @ before the caret; undefined when nobody is being named. */
export function namingAt(text: string, caret: number): string | undefined {
  return /(?:^|\s)@([^\n@]{0,40})$/.exec(text.slice(0, caret))?.[1];
}

/** Colleagues whose name begins like that, in any of its words. */
export function matching(colleagues: readonly Colleague[], naming: string): Colleague[] {
  const words = naming.trim().toLowerCase();
  return colleagues.filter(({ name }) => name.toLowerCase() !== words && (name.toLowerCase().startsWith(words) || name.toLowerCase().split(/\s+/).some((word) => word.startsWith(words)))).slice(0, 6);
}

/** The text with the name written out, and where the caret goes. */
export function named(text: string, caret: number, { name }: Colleague): { text: string; caret: number } {
  const start = text.slice(0, caret).lastIndexOf('@');
  const before = `${text.slice(0, start)}@${name} `;
  return { text: before + text.slice(caret).trimStart(), caret: before.length };
}

/** Who is named in a text. */
export function mentionedIn(text: string, colleagues: readonly Colleague[]): string[] {
  return colleagues.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id);
}
