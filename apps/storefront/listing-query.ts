import { amountText, parseAmount } from '#platform/money.ts';
import type { Facet, ProductQuery } from './api.ts';

/** What a listing's address asks for: words, filters by facet key, order, place in the list. */
export interface Listing {
  q: string;
  filters: Map<string, string[]>;
  sort: string;
  cursor: string | undefined;
}

/** As many as the Storefront API takes. */
const MOST_FILTERS = 12;

type Sort = NonNullable<ProductQuery['sort']>;

export const SORTS: Record<Sort, string> = {
  relevance: 'Relevance',
  trending: 'Trending',
  bestselling: 'Bestselling',
  newest: 'Newest',
  reviewed: 'Most reviewed',
  price: 'Price, low to high',
  '-price': 'Price, high to low',
};

function isSort(text: string): text is Sort {
  return text in SORTS;
}

/** Commas separate values; a comma inside a value is written `\\,` as in the Storefront API. */
function splitValues(text: string): string[] {
  return text.split(/(?<!\\),/).map((value) => value.replaceAll('\\,', ',')).filter(Boolean);
}

export function escapeValue(value: string): string {
  return value.replaceAll(',', '\\,');
}

/** Reads ?q=&filter[metal]=gold&filter[metal]=silver&sort=price. Comma lists and repeated names mean the same. */
export function readListing(params: URLSearchParams): Listing {
  const filters = new Map<string, string[]>();
  for (const [name, value] of params) {
    const key = /^filter\[([^\]]{1,60})\]$/.exec(name)?.[1];
    if (!key || !value || filters.size >= MOST_FILTERS) continue;
    const values = [...(filters.get(key) ?? []), ...splitValues(value)];
    filters.set(key, [...new Set(values)].slice(0, 50));
  }
  const sort = params.get('sort') ?? '';
  return { q: (params.get('q') ?? '').trim().slice(0, 200), filters, sort: isSort(sort) ? sort : '', cursor: params.get('cursor') ?? undefined };
}

export function toQuery(listing: Listing, within: { category?: string; facets?: '1' }, limit = 24): ProductQuery {
  const query: ProductQuery = { ...within, limit };
  if (listing.q) query.q = listing.q;
  if (isSort(listing.sort)) query.sort = listing.sort;
  if (listing.cursor) query.cursor = listing.cursor;
  if (listing.filters.size) query.filter = Object.fromEntries([...listing.filters].map(([key, values]) => [key, values.map(escapeValue).join(',')]));
  return query;
}

/** The address of a listing, always in the same order of names, so equal lists have equal addresses. */
export function listingSearch(listing: Listing, changes: Partial<Listing> = {}): string {
  const { q, filters, sort, cursor } = { ...listing, cursor: undefined, ...changes };
  const params = new URLSearchParams();
  if (q) params.set('q', q);
  for (const [key, values] of [...filters].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    for (const value of values) params.append(`filter[${key}]`, escapeValue(value));
  }
  if (sort) params.set('sort', sort);
  if (cursor) params.set('cursor', cursor);
  return params.size ? `?${params}` : '';
}

export function withoutValue(listing: Listing, key: string, value: string): Map<string, string[]> {
  const filters = new Map(listing.filters);
  const rest = (filters.get(key) ?? []).filter((each) => each !== value);
  if (rest.length) filters.set(key, rest);
  else filters.delete(key);
  return filters;
}

/**
 * A form can only send min[price]= and max[price]= and empty fields; the address of the list says filter[price]=10..50.
 * Answers the proper address, or null when this one is proper already.
 */
export function properSearch(params: URLSearchParams, currency: string): string | null {
  const names = [...params.keys()];
  const asForm = names.some((name) => /^(min|max)\[/.test(name)) || [...params.values()].includes('');
  if (!asForm) return null;
  const listing = readListing(params);
  for (const key of new Set(names.map((name) => /^(?:min|max)\[(.{1,60})\]$/.exec(name)?.[1]))) {
    if (!key) continue;
    const range = rangeText(key, params, currency);
    if (range) listing.filters.set(key, [range]);
    else listing.filters.delete(key);
  }
  return listingSearch(listing);
}

function rangeText(key: string, params: URLSearchParams, currency: string): string {
  const bound = (side: string): string => {
    const typed = (params.get(`${side}[${key}]`) ?? '').trim();
    if (!/^\d{1,9}([.,]\d{1,3})?$/.test(typed)) return '';
    return isMoney(key) ? minor(typed, currency) : typed;
  };
  const [min, max] = [bound('min'), bound('max')];
  return min || max ? `${min}..${max}` : '';
}

function minor(typed: string, currency: string): string {
  try {
    return String(parseAmount(typed.replace(',', '.'), currency));
  } catch {
    return '';
  }
}

export function isMoney(key: string): boolean {
  return key === 'price';
}

/** The bounds of a range filter as a person types them. */
export function typedRange(facet: Facet, listing: Listing, currency: string): [string, string] {
  const [min = '', max = ''] = (listing.filters.get(facet.key)?.[0] ?? '').split('..');
  const say = (bound: string): string => (isMoney(facet.key) && bound ? amountText({ amount: Number(bound), currency }).replace(/\.00$/, '') : bound);
  return [say(min), say(max)];
}
