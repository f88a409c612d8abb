import { and, asc, count, desc, eq, gt, gte, ilike, inArray, isNull, lt, lte, or, sql, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import * as z from 'zod';
import { Refusal } from '../refusal.ts';
import type { Event } from '../events/event.ts';
import type { Reader } from '../tenancy/context.ts';
import type { Column } from './columns.ts';
import type { Surface } from './route.ts';
import { view, type ColumnFacts, type View } from './view.ts';

export const ListQuestion = z.object({
  q: z.string().max(200).optional().meta({ description: 'words to search for' }),
  filter: z.record(z.string(), z.string()).optional().meta({ description: 'by column: a,b or from..to' }),
  sort: z.string().optional().meta({ description: 'column name, with a minus for the other way round' }),
  cursor: z.string().optional().meta({ description: 'nextCursor of the page before' }),
  limit: z.coerce.number().int().min(1).max(250).default(50),
});
export type ListQuestion = z.output<typeof ListQuestion>;

export interface Page<Row> {
  data: Row[];
  nextCursor: string | null;
  total: number;
}

type Columns = Record<string, Column<unknown>>;
type RowOf<C extends Columns> = { id: string } & { [K in keyof C]: C[K] extends Column<infer T> ? T : never };

interface Join {
  table: PgTable;
  on: SQL;
}

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
  columns: C;
  changesWith?: readonly Event<unknown>[];
}): View<typeof ListQuestion, Page<RowOf<C>>> {
  const { columns, from, joins = [], where, ...rest } = definition;
  const source: Source = { from, joins, columns, ...(where && { where }) };
  return view({
    ...rest,
    input: ListQuestion,
    output: pageSchema(columns) as unknown as z.ZodType<Page<RowOf<C>>>,
    columns: factsOf(columns),
    read: (r, question) => readPage(r, source, question) as Promise<Page<RowOf<C>>>,
  });
}

interface Source {
  from: PgTable & { id: PgColumn };
  joins: Join[];
  columns: Columns;
  where?: SQL;
}

function factsOf(columns: Columns): Record<string, ColumnFacts> {
  return Object.fromEntries(Object.entries(columns).map(([key, c]) => [key, c.facts]));
}

async function readPage(r: Reader, source: Source, question: ListQuestion): Promise<Page<unknown>> {
  const order = orderOf(source, question.sort);
  const matches = conditions(source, question);
  const [rows, [sum]] = await Promise.all([
    select(r, source, order, and(...matches, afterCursor(source, order, question.cursor)), question.limit + 1),
    joined(r.db.select({ total: count() }).from(source.from).$dynamic(), source).where(and(...matches)) as PromiseLike<unknown> as PromiseLike<{ total: number }[]>,
  ]);
  const page = rows.slice(0, question.limit);
  const nextCursor = rows.length > question.limit ? cursorOf(page.at(-1)!) : null;
  return { data: page.map((row) => present(row, source.columns)), nextCursor, total: Number(sum?.total ?? 0) };
}

type RawRow = Record<string, unknown> & { id: string; sort: unknown };

async function select(r: Reader, source: Source, order: Order, where: SQL | undefined, limit: number): Promise<RawRow[]> {
  const fields: Record<string, PgColumn | SQL | SQL.Aliased> = { id: source.from.id, sort: sql`(${order.by})::text`.as('sort_key') };
  for (const [key, c] of Object.entries(source.columns)) {
    fields[`c_${key}`] = c.from;
    if (c.currency) fields[`m_${key}`] = c.currency;
  }
  const direction = order.way === 'desc' ? desc : asc;
  const query = joined(r.db.select(fields as never).from(source.from).$dynamic(), source);
  // Nulls sort as the smallest value, so that a cursor can compare with them.
  const by = order.way === 'desc' ? sql`${order.by} desc nulls last` : sql`${order.by} asc nulls first`;
  return (await query.where(where).orderBy(by, direction(source.from.id)).limit(limit)) as unknown as RawRow[];
}

// Drizzle's dynamic builder changes its type with every join; the shape read back is ours to know.
interface Joinable {
  leftJoin(table: PgTable, on: SQL): Joinable;
  where(condition: SQL | undefined): Joinable & PromiseLike<unknown>;
  orderBy(...by: SQL[]): Joinable;
  limit(n: number): PromiseLike<unknown>;
}

function joined(query: unknown, source: Source): Joinable {
  return source.joins.reduce((q, join) => q.leftJoin(join.table, join.on), query as Joinable);
}

interface Order {
  by: PgColumn | SQL;
  way: 'asc' | 'desc';
}

function orderOf(source: Source, asked: string | undefined): Order {
  if (asked) {
    const key = asked.replace(/^-/, '');
    const found = source.columns[key];
    if (!found?.facts.sort) throw new Refusal('invalid', `This list cannot be sorted by "${key}".`, { sorts: sortable(source.columns) });
    return { by: found.from, way: asked.startsWith('-') ? 'desc' : 'asc' };
  }
  const first = Object.values(source.columns).find((c) => c.firstSort);
  return first ? { by: first.from, way: first.firstSort! } : { by: source.from.id, way: 'desc' };
}

function sortable(columns: Columns): string[] {
  return Object.entries(columns).filter(([, c]) => c.facts.sort).map(([key]) => key);
}

function conditions(source: Source, question: ListQuestion): (SQL | undefined)[] {
  const filters = Object.entries(question.filter ?? {}).map(([key, value]) => filterBy(source.columns, key, value));
  return [source.where, searchFor(source.columns, question.q), ...filters];
}

function searchFor(columns: Columns, q: string | undefined): SQL | undefined {
  const words = q?.trim().split(/\s+/).filter(Boolean) ?? [];
  const searched = Object.values(columns).filter((c) => c.facts.search);
  if (words.length === 0 || searched.length === 0) return undefined;
  const like = (word: string) => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`;
  return and(...words.map((word) => or(...searched.map((c) => ilike(sql`(${c.from})::text`, like(word))))));
}

function filterBy(columns: Columns, key: string, value: string): SQL | undefined {
  const found = columns[key];
  if (!found?.facts.filter) throw new Refusal('invalid', `This list cannot be filtered by "${key}".`);
  if (found.facts.filter === 'any of') return inArray(sql`(${found.from})::text`, value.split(','));
  if (found.facts.filter === 'yes or no') return eq(expression(found.from), value === 'yes' || value === 'true');
  if (found.facts.filter === 'text') return ilike(sql`(${found.from})::text`, `%${value.replaceAll(/[\\%_]/g, '\\$&')}%`);
  return between(found, key, value);
}

// "from..to": both ends belong to the range; an end left out is open. A bare date as the upper end means its whole day.
function between(found: Column<unknown>, key: string, value: string): SQL | undefined {
  const [from, to] = value.includes('..') ? value.split('..') : [value, value];
  const dates = found.facts.filter === 'dates';
  const bound = dates ? dateBound : numberBound;
  const low = from ? bound(key, from) : undefined;
  const high = to ? bound(key, to) : undefined;
  const wholeDay = dates && to !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(to);
  const upper = high === undefined ? undefined : wholeDay ? lt(expression(found.from), sql`${high}::timestamptz + interval '1 day'`) : lte(expression(found.from), high);
  return and(low === undefined ? undefined : gte(expression(found.from), low), upper);
}

function numberBound(key: string, text: string): number {
  const number = Number(text);
  if (!Number.isFinite(number)) throw new Refusal('invalid', `The filter "${key}" needs numbers, like 100..500.`);
  return number;
}

function dateBound(key: string, text: string): SQL {
  if (Number.isNaN(Date.parse(text))) throw new Refusal('invalid', `The filter "${key}" needs dates, like 2026-01-01..2026-01-31.`);
  return sql`${text}::timestamptz`;
}

function cursorOf(row: RawRow): string {
  return Buffer.from(JSON.stringify([row.sort, row.id])).toString('base64url');
}

function afterCursor(source: Source, order: Order, cursor: string | undefined): SQL | undefined {
  if (!cursor) return undefined;
  const [value, id] = readCursor(cursor);
  const ids = order.way === 'desc' ? lt(source.from.id, id) : gt(source.from.id, id);
  if (value === null) return order.way === 'desc' ? and(isNull(order.by), ids) : or(sql`${order.by} is not null`, ids);
  const by = expression(order.by);
  const typed = sql`${value}::${sql.raw(sqlType(order.by))}`;
  const beyond = order.way === 'desc' ? or(lt(by, typed), isNull(by)) : gt(by, typed);
  return or(beyond, and(eq(by, typed), ids));
}

function sqlType(by: PgColumn | SQL): string {
  return 'getSQLType' in by && typeof by.getSQLType === 'function' ? by.getSQLType().replace('bigserial', 'bigint').replace('serial', 'integer') : 'text';
}

function expression(from: PgColumn | SQL): SQL {
  return sql`${from}`;
}

const Cursor = z.tuple([z.string().nullable(), z.uuid()]);

function readCursor(cursor: string): z.infer<typeof Cursor> {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw new Refusal('invalid', 'This page marker is not one of ours. Start from the first page.');
  }
}

function present(row: RawRow, columns: Columns): Record<string, unknown> {
  const out: Record<string, unknown> = { id: row.id };
  for (const [key, c] of Object.entries(columns)) {
    const value = row[`c_${key}`];
    if (c.currency) out[key] = { amount: Number(value ?? 0), currency: row[`m_${key}`] };
    else out[key] = value instanceof Date ? value.toISOString() : value;
  }
  return out;
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
