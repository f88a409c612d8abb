import { is, SQL, type SQLWrapper } from 'drizzle-orm';
import { PgColumn } from 'drizzle-orm/pg-core';
import type { ColumnFacts } from './view.ts';

/** One column of a list: where its value comes from, and everything tables, APIs and exports derive from it. */
export interface Column<T> {
  readonly from: PgColumn | SQL;
  /** Currency column of a money column; the row then carries { amount, currency }. */
  readonly currency?: PgColumn | SQL;
  readonly facts: ColumnFacts;
  /** This column orders the list unless the caller sorts otherwise. */
  readonly firstSort?: 'asc' | 'desc';
  /** How a word is searched and filtered for where the value itself would be slow to make; the word comes with its % signs. */
  readonly searchIn?: (like: string) => SQL;
  /** Never set: carries the row type for TypeScript. */
  readonly row?: T;
}

interface Options {
  says: string;
  filter?: ColumnFacts['filter'];
  values?: readonly string[];
  /** true, or the order a list has unless told otherwise. */
  sort?: true | 'newest first' | 'oldest first' | 'a to z';
  /** Unless given, no value counts as the smallest one. */
  empty?: 'last';
  search?: true;
  type?: ColumnFacts['type'];
  /** Instead of making the value for every row and looking into it: `exists (...)`. */
  searchIn?(like: string): SQL;
}

type ValueOf<C> = C extends PgColumn<infer Config> ? (Config['notNull'] extends true ? Json<Config['data']> : Json<Config['data']> | null) : C extends SQL<infer T> ? Json<T> : never;
type Json<T> = T extends Date ? string : T;

/** A list column from a table column or a typed `sql<T>` expression. */
export function column<C extends PgColumn | SQL>(from: C, options: Options): Column<ValueOf<C>> {
  const facts: ColumnFacts = {
    says: options.says,
    type: options.type ?? typeOf(from),
    sort: options.sort !== undefined,
    search: options.search === true,
    ...(options.filter && { filter: options.filter }),
    ...(options.values && { values: options.values }),
    ...(options.empty && { emptyLast: true as const }),
  };
  const firstSort = firstSortOf(options.sort);
  return { from, facts, ...(firstSort && { firstSort }), ...(options.searchIn && { searchIn: options.searchIn }) };
}

/** A list column of money: minor units and currency from two columns. */
export function moneyColumn(amount: PgColumn | SQL, currency: PgColumn | SQL, options: Options): Column<{ amount: number; currency: string }> {
  return { ...(column(amount as SQL<never>, { ...options, type: 'money' }) as unknown as Column<{ amount: number; currency: string }>), currency };
}

function firstSortOf(sort: Options['sort']): 'asc' | 'desc' | undefined {
  if (sort === 'newest first') return 'desc';
  return sort === 'oldest first' || sort === 'a to z' ? 'asc' : undefined;
}

function typeOf(from: SQLWrapper): ColumnFacts['type'] {
  if (!is(from, PgColumn)) return 'text';
  const kinds: Partial<Record<string, ColumnFacts['type']>> = { number: 'number', date: 'date', boolean: 'boolean', json: 'json' };
  return kinds[from.dataType] ?? 'text';
}
