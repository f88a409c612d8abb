import type { Calls, Category, ProductCard } from './api.ts';
import type { Section } from './shop.ts';
import { topLevel } from './parts/frame.tsx';
import { shelves } from './visit/page.tsx';
import { askRemembered } from './visit/remembered.ts';
import type { Visit } from './visit/visit.ts';

export type Sale = Calls['storefront.feeds.recently-sold'][1]['data'][number];

/** A section with what it shows. */
export interface FilledSection {
  section: Section;
  products: ProductCard[];
  sales: Sale[];
  categories: Category[];
}

/** How a home page is made as long as nobody arranged one. */
export const USUAL_SECTIONS: Section[] = [
  { id: 'hero', kind: 'hero' },
  { id: 'categories', kind: 'categories' },
  { id: 'hot', kind: 'hot' },
  { id: 'bestselling', kind: 'bestselling' },
  { id: 'newest', kind: 'newest' },
  { id: 'recently-viewed', kind: 'recently-viewed' },
];

/** The home page's sections with their products, asked all at once; one that has nothing to show is left out. */
export async function fillSections(visit: Visit): Promise<FilledSection[]> {
  const chosen = visit.shop.theme?.sections ?? USUAL_SECTIONS;
  const filled = await Promise.all(chosen.filter((each) => !each.hidden).map((each) => fill(visit, each)));
  const arranged = visit.shop.theme?.sections !== undefined;
  return filled.filter((each) => hasContent(each, visit)).filter((each, i, all) => arranged || !repeats(each, all.slice(0, i)));
}

const EMPTY = { products: [], sales: [], categories: [] };
const ROW = 8;

async function fill(visit: Visit, section: Section): Promise<FilledSection> {
  const list = async (question: Calls['storefront.products.list'][0]): Promise<ProductCard[]> => (await askRemembered(visit, 'storefront.products.list', question)).data;
  switch (section.kind) {
    case 'hero':
      return { section, ...EMPTY, products: section.imageUrl ? [] : shopWindow([...(await list({ sort: 'bestselling', limit: ROW })), ...(await list({ sort: 'newest', limit: ROW }))]) };
    case 'categories':
      return { section, ...EMPTY, categories: topLevel(await shelves(visit)) };
    case 'collection':
      return { section, ...EMPTY, products: section.collection ? await list({ collection: section.collection, limit: ROW, facets: '0' }) : [] };
    case 'bestselling':
    case 'newest':
      return { section, ...EMPTY, products: await list({ sort: section.kind, limit: ROW }) };
    case 'hot':
      return { section, ...EMPTY, products: (await askRemembered(visit, 'storefront.feeds.hot', { limit: 4 })).data };
    case 'recently-sold':
      return { section, ...EMPTY, sales: (await askRemembered(visit, 'storefront.feeds.recently-sold', { limit: 6 })).data };
    case 'recently-viewed':
      return { section, ...EMPTY, products: visit.signedIn ? (await visit.ask('storefront.customers.viewed', {})).data.slice(0, ROW) : [] };
    default:
      return { section, ...EMPTY };
  }
}

/** What a shop puts into its window: its finest things, not the cheap ones that sell most. */
function shopWindow(products: ProductCard[]): ProductCard[] {
  const once = new Map(products.filter((each) => each.image && each.available).map((each) => [each.id, each]));
  return [...once.values()].toSorted((a, b) => b.price.amount - a.price.amount).slice(0, 3);
}

function hasContent({ section, products, sales, categories }: FilledSection, visit: Visit): boolean {
  if (section.kind === 'hero') return true;
  // A device fills it by itself from what it remembers.
  if (section.kind === 'recently-viewed') return products.length > 0 || !visit.signedIn;
  if (section.kind === 'text') return Boolean(section.title || section.text || section.imageUrl);
  if (section.kind === 'promises') return (section.promises ?? []).length > 0;
  return products.length + sales.length + categories.length > 0;
}

/** In a small shop two rows can hold the very same things; then one is enough. */
function repeats({ section, products }: FilledSection, before: FilledSection[]): boolean {
  if (section.kind === 'hero' || products.length === 0) return false;
  return before.some((each) => each.section.kind !== 'hero' && products.every((product) => each.products.some((other) => other.id === product.id)));
}
