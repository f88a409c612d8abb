import * as z from 'zod';
import { Refusal } from '#platform/refusal.ts';

const Sort = z.enum(['relevance', 'price', '-price', 'newest', 'trending', 'bestselling', 'reviewed']);
export type Sort = z.output<typeof Sort>;

const Id = z.uuid();

/** What a shopper may ask of the product list. */
export const Question = z.object({
  q: z.string().max(200).optional().meta({ description: 'words to search for; typing mistakes are forgiven' }),
  category: z.string().max(200).optional().meta({ description: 'id or slug; includes the categories below it' }),
  collection: z.string().max(200).optional().meta({ description: 'id or slug' }),
  filter: z
    .record(z.string().max(300), z.string().max(2_000))
    .optional()
    .meta({ description: 'by facet key: filter[brand]=A,B  filter[price]=1000..5000 (minor units)  filter[available]=yes  filter[category]=rings  filter[rating]=4 (stars and more)  filter[option.Size]=M' }),
  sort: Sort.optional().meta({ description: 'relevance for searches, newest for lists' }),
  cursor: z.string().max(500).optional().meta({ description: 'nextCursor of the page before' }),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  currency: z.string().regex(/^[A-Z]{3}$/).optional().meta({ description: 'the storefront decides when left out' }),
  facets: z.enum(['0', '1']).optional().meta({ description: '0 leaves facets out, 1 asks for them; searches, categories and collections have them anyway' }),
  fields: z.string().max(300).optional().meta({ description: 'only these fields of each product: id,slug,title,price' }),
});
export type Question = z.output<typeof Question>;

/** One narrowing of the list: any of the values, or a range whose open end is null. */
export type Filter =
  | { key: string; kind: 'values'; values: string[] }
  | { key: string; kind: 'range'; low: number | null; high: number | null }
  | { key: 'available'; kind: 'available'; wanted: string[] }
  | { key: 'rating'; kind: 'rating'; least: number };

const MOST_FILTERS = 12;

export function filtersOf(given: Record<string, string> | undefined): Filter[] {
  const entries = Object.entries(given ?? {}).filter(([, value]) => value !== '');
  if (entries.length > MOST_FILTERS) throw new Refusal('invalid', `A list can be narrowed by ${MOST_FILTERS} filters at once.`);
  return entries.map(([key, value]) => filterOf(key, value));
}

function filterOf(key: string, value: string): Filter {
  if (key === 'available') return { key, kind: 'available', wanted: splitValues(value) };
  if (key === 'rating') return { key, kind: 'rating', least: leastStars(value) };
  const range = /^(-?\d+(?:\.\d+)?)?\.\.(-?\d+(?:\.\d+)?)?$/.exec(value);
  if (range) return { key, kind: 'range', low: numberOr(range[1]), high: numberOr(range[2]) };
  if (key === 'price') throw new Refusal('invalid', 'The filter "price" needs two amounts in cents, like 1000..5000.', { fields: { 'filter.price': 'needs from..to' } });
  return { key, kind: 'values', values: splitValues(value) };
}

// Of several the most generous holds.
function leastStars(value: string): number {
  const stars = splitValues(value).map(Number);
  if (stars.some((n) => !(n >= 0 && n <= 5))) throw new Refusal('invalid', 'The filter "rating" needs a number of stars from 1 to 5.', { fields: { 'filter.rating': 'needs 1 to 5' } });
  return Math.min(...stars) * 100;
}

function numberOr(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}

/** Commas separate values; a comma inside a value is written `\,`. */
export function splitValues(text: string): string[] {
  return text.split(/(?<!\\),/).map((v) => v.replaceAll('\\,', ','));
}

const Cursor = z.tuple([z.string().max(100), Id]);

export function readCursor(cursor: string | undefined): [key: string, id: string] | null {
  if (!cursor) return null;
  try {
    return Cursor.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw new Refusal('invalid', 'This page marker is not one of ours. Start from the first page.');
  }
}

export function writeCursor(key: string, id: string): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url');
}
