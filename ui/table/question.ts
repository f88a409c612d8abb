import { createLoader, parseAsInteger, parseAsString } from 'nuqs/server';

/** What the server knows of a column: from the view's one declaration. */
export interface ColumnFacts {
  says: string;
  type: 'text' | 'number' | 'money' | 'date' | 'boolean' | 'json';
  filter?: 'any of' | 'range' | 'dates' | 'text' | 'yes or no';
  values?: readonly string[];
  sort: boolean;
  search: boolean;
}

/** Which rows are wanted in which order: what a view keeps. */
export interface Match {
  q?: string;
  sort?: string;
  filter: Record<string, string>;
}

export interface Question extends Match {
  cursor?: string;
  limit?: number;
}

/** How a table looks: which columns in which order, how wide in pixels, how dense. */
export interface Layout {
  columns?: string[];
  widths?: Record<string, number>;
  density?: 'comfortable' | 'compact';
}

/** A view that the page itself brings along. */
export interface BuiltInView {
  key: string;
  name: string;
  question: Match;
  layout?: Layout;
}

export interface SavedView {
  id: string;
  name: string;
  scope: 'mine' | 'team';
  mine: boolean;
  ownerName: string;
  question: Match;
  layout: Layout;
}

/** The views of a table and the one that is open. */
export interface Views {
  builtIn: readonly BuiltInView[];
  saved: readonly SavedView[];
  /** Id or key of the view the table opens with. */
  standard: string | null;
  /** Key of the view the page itself would open with. */
  usual: string | null;
  /** Id or key of the open view; null shows everything. */
  open: string | null;
  maySave: boolean;
  mayShare: boolean;
}

/** One page of a list view and everything a table needs to draw it. */
export interface Listing<Row> {
  /** The list view's name and its address in the Admin API. */
  view: string;
  path: string;
  columns: Record<string, ColumnFacts>;
  /** What is asked: the open view with the address's own words over it. */
  question: Question;
  /** The open view's part of it. */
  base: Match;
  /** Filters of the page itself. */
  fixed: Record<string, string>;
  views: Views;
  /** How the reader's browser, else the open view, wants it to look. */
  layout: Layout;
  /** Operations for many rows that the reader may run. */
  may: Record<string, boolean>;
  data: Row[];
  nextCursor: string | null;
  total: number;
}

/** Instead of a view: no view at all, in addresses and as a person's choice. */
export const EVERYTHING = 'all';

export const pageSizes = [25, 50, 100, 250];

const pageKeys = { q: parseAsString, sort: parseAsString, view: parseAsString, cursor: parseAsString, page: parseAsInteger, limit: parseAsInteger };

export const filterKey = (column: string) => `filter[${column}]`;

/** The address's keys of a table, from the columns of its list: the loader reads by it and the table writes by it. */
export function addressSchema(columns: Record<string, { filter?: unknown }>) {
  const filters = Object.keys(columns).filter((key) => columns[key]!.filter).map((key) => [filterKey(key), parseAsString] as const);
  return { ...pageKeys, ...(Object.fromEntries(filters) as Record<`filter[${string}]`, typeof parseAsString>) };
}

/** What an address says by itself. An empty text takes away what the open view asks for. */
export interface Address {
  view: string | null;
  q: string | null;
  sort: string | null;
  filter: Record<string, string>;
  cursor: string | null;
  limit: number | null;
}

export function readAddress(search: URLSearchParams, columns: Record<string, { filter?: unknown }>): Address {
  const { view, q, sort, cursor, limit, page: _page, ...rest } = createLoader(addressSchema(columns))(search);
  const filters = Object.entries(rest as Record<string, string | null>).flatMap(([key, value]) => (value === null ? [] : [[key.slice('filter['.length, -1), value] as const]));
  return { view, q, sort, cursor, limit: limit && pageSizes.includes(limit) ? limit : null, filter: Object.fromEntries(filters) };
}

/** Does the address say anything of its own about which rows are wanted? */
export function saysSomething({ q, sort, filter }: Address): boolean {
  return q !== null || sort !== null || Object.keys(filter).length > 0;
}

/** The open view with the address's own words over it. */
export function questionOf({ q, sort, filter, cursor, limit }: Address, base: Match = { filter: {} }): Question {
  const word = (own: string | null, kept: string | undefined, key: 'q' | 'sort') => ((own ?? kept) ? { [key]: own ?? kept } : {});
  const filters = Object.entries({ ...base.filter, ...filter }).filter(([, value]) => value !== '');
  return { ...word(q, base.q, 'q'), ...word(sort, base.sort, 'sort'), ...(cursor && { cursor }), ...(limit && { limit }), filter: Object.fromEntries(filters) };
}

/** Does anything narrow the list? Then an empty result means "nothing matches". */
export function isNarrowed({ q, filter }: Match): boolean {
  return Boolean(q) || Object.keys(filter).length > 0;
}

/** Is something asked that the open view does not ask? */
export function differs(question: Match, base: Match): boolean {
  const plain = ({ q = '', sort = '', filter }: Match) => JSON.stringify([q, sort, Object.entries(filter).toSorted(([a], [b]) => a.localeCompare(b))]);
  return plain(question) !== plain(base);
}
