import { asc, desc, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import * as z from 'zod';
import type { Column } from './columns.ts';

export const ListQuestion = z.object({
  q: z.string().max(200).optional().meta({ description: 'words to search for' }),
  filter: z.record(z.string(), z.string()).optional().meta({ description: 'by column: a,b or from..to; a comma inside a value is written \\,' }),
  sort: z.string().optional().meta({ description: 'column name, with a minus for the other way round' }),
  ids: z.string().max(10_000).optional().meta({ description: 'only these rows: a,b' }),
  cursor: z.string().optional().meta({ description: 'nextCursor of the page before' }),
  limit: z.coerce.number().int().min(1).max(250).default(50),
});
export type ListQuestion = z.output<typeof ListQuestion>;

/** Which rows are meant: a question without page and order. */
export type ListMatch = Pick<ListQuestion, 'q' | 'filter' | 'ids'>;

export interface Page<Row> {
  data: Row[];
  nextCursor: string | null;
  total: number;
}

export type Columns = Record<string, Column<unknown>>;

export interface Join {
  table: PgTable;
  on: SQL;
  /** Every row has exactly one row there, by a foreign key. PostgreSQL may then start from that table, e.g. from its sorted names. */
  always?: true;
}

/** A lower-case text of everything that is searched in a row, stored (`searchText` in db/tables.ts) or short, and the column that names the row it is in. */
export interface SearchText {
  text: PgColumn | SQL;
  key: PgColumn;
}

/** Where the rows of a list come from. */
export interface Source {
  from: PgTable & { id: PgColumn };
  joins: Join[];
  columns: Columns;
  where?: SQL;
  search?: SearchText[];
}

// Drizzle's dynamic builder changes its type with every join; the shape read back is ours to know.
export interface Joinable extends PromiseLike<unknown> {
  leftJoin(table: PgTable, on: SQL): Joinable;
  innerJoin(table: PgTable, on: SQL): Joinable;
  where(condition: SQL | undefined): Joinable;
  orderBy(...by: SQL[]): Joinable;
  limit(n: number): Joinable;
  getSQL(): SQL;
}

export function joined(query: unknown, joins: Join[]): Joinable {
  return joins.reduce((q, { table, on, always }) => (always ? q.innerJoin(table, on) : q.leftJoin(table, on)), query as Joinable);
}

export interface Order {
  by: PgColumn | SQL;
  /** As the database names it. */
  type: string;
  way: 'asc' | 'desc';
  /** Where rows without a value stand. */
  empty: 'first' | 'last';
}

export const directions = { asc, desc };
