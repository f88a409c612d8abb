import type { SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import * as z from 'zod';
import { Refusal } from '../refusal.ts';
import type { Event } from '../events/event.ts';
import type { Column } from './columns.ts';
import { ListQuestion, type Columns, type Join, type Page, type SearchText, type Source } from './list-question.ts';
import { matchingRows, readPage, readThrough, rowsBeside, valuesIn } from './list-read.ts';
import { requireCapability, type Surface } from './route.ts';
import { view, type ColumnFacts, type ListDoor, type View } from './view.ts';

export { ListQuestion, type Join, type Page } from './list-question.ts';

type RowOf<C extends Columns> = { id: string } & { [K in keyof C]: C[K] extends Column<infer T> ? T : never };

/** A view over rows: from one declaration come its filters, sorts, search, keyset pages, API parameters and exports. */
export function listView<C extends Columns>(definition: {
  name: string;
  on?: Surface;
  route: string;
  says: string;
  needs: string;
  from: PgTable & { id: PgColumn };
  joins?: Join[];
  where?: SQL;
  /** Where `search: true` columns are looked up at once. Without it each of them is looked into, row by row: for short lists. */
  search?: SearchText[];
  columns: C;
  opens?: string;
  page?: string;
  changesWith?: readonly Event<unknown>[];
}): View<typeof ListQuestion, Page<RowOf<C>>> {
  const { columns, from, joins = [], where, search, ...rest } = definition;
  const source: Source = { from, joins, columns, ...(where && { where }), ...(search && { search }) };
  return view({
    ...rest,
    input: ListQuestion,
    output: pageSchema(columns) as unknown as z.ZodType<Page<RowOf<C>>>,
    columns: factsOf(columns),
    list: doorOf(definition, source),
    read: (r, question) => readPage(r, source, question) as Promise<Page<RowOf<C>>>,
  });
}

const LARGE_PART = 500;
const MOST_VALUES = 100;

function doorOf({ needs, says }: { needs: string; says: string }, source: Source): ListDoor {
  return {
    through(ctx, question, size = LARGE_PART) {
      requireCapability(ctx, needs, says);
      return readThrough(ctx, source, question, size);
    },
    matchingRows: (question) => matchingRows(source, question),
    beside: (r, question, id) => rowsBeside(r, source, question, id),
    valuesOf(r, key, q = '') {
      if (source.columns[key]?.facts.filter !== 'any of') throw new Refusal('invalid', `This list cannot be filtered by the values of "${key}".`);
      return valuesIn(r, source, key, q, MOST_VALUES);
    },
  };
}

function factsOf(columns: Columns): Record<string, ColumnFacts> {
  return Object.fromEntries(Object.entries(columns).map(([key, c]) => [key, c.facts]));
}

function pageSchema(columns: Columns): z.ZodType {
  const fields = Object.entries(columns).map(([key, c]) => [key, cellSchema(c.facts).meta({ description: c.facts.says })]);
  return z.object({
    data: z.array(z.object({ id: z.uuid(), ...Object.fromEntries(fields) })),
    nextCursor: z.string().nullable(),
    total: z.int(),
  });
}

function cellSchema(facts: ColumnFacts): z.ZodType {
  if (facts.type === 'money') return z.object({ amount: z.int(), currency: z.string() });
  if (facts.type === 'number') return z.number().nullable();
  if (facts.type === 'boolean') return z.boolean().nullable();
  return facts.type === 'json' ? z.unknown() : z.string().nullable();
}
