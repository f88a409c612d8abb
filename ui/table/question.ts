import { parseAsInteger, parseAsString } from 'nuqs/server';

/** What the server knows of a column: from the view's one declaration. */
export interface ColumnFacts {
  says: string;
  type: 'text' | 'number' | 'money' | 'date' | 'boolean' | 'json';
  filter?: 'any of' | 'range' | 'dates' | 'text' | 'yes or no';
  values?: readonly string[];
  sort: boolean;
  search: boolean;
}

export interface Question {
  q?: string;
  sort?: string;
  cursor?: string;
  limit?: number;
  filter: Record<string, string>;
}

/** One page of a list view and everything a table needs to draw it. */
export interface Listing<Row> {
  columns: Record<string, ColumnFacts>;
  question: Question;
  data: Row[];
  nextCursor: string | null;
  total: number;
}

export const pageSizes = [25, 50, 100, 250];

/** The address's keys of every table; the loader reads them and the table writes them, so both agree. */
export const pageKeys = {
  q: parseAsString,
  sort: parseAsString,
  cursor: parseAsString,
  page: parseAsInteger,
  limit: parseAsInteger,
};

export const filterKey = (column: string) => `filter[${column}]`;

/** Reads the address of a table, the same words as the list's API takes. */
export function questionOf(search: URLSearchParams): Question {
  const filter: Record<string, string> = {};
  for (const [key, value] of search) {
    const column = /^filter\[(\w+)\]$/.exec(key)?.[1];
    if (column && value) filter[column] = value;
  }
  const limit = parseAsInteger.parse(search.get('limit') ?? '');
  const text = (key: string) => (search.get(key) ? { [key]: search.get(key)! } : {});
  return { ...text('q'), ...text('sort'), ...text('cursor'), ...(limit && pageSizes.includes(limit) && { limit }), filter };
}

/** Does anything narrow the list? Then an empty result means "nothing matches". */
export function isNarrowed({ q, filter }: Question): boolean {
  return Boolean(q) || Object.keys(filter).length > 0;
}
