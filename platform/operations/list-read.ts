import { and, count, eq, sql, type SQL } from 'drizzle-orm';
import { QueryBuilder, type PgColumn } from 'drizzle-orm/pg-core';
import type { Context, Reader } from '../tenancy/context.ts';
import { conditions } from './list-filter.ts';
import { joinsFor } from './list-joins.ts';
import { lookUp, type Known as Words } from './list-search.ts';
import { afterCursor, byId, cursorOf, orderBy, orderOf, reversed } from './list-order.ts';
import { directions, joined, type Columns, type Join, type ListMatch, type ListQuestion, type Order, type Page, type Source } from './list-question.ts';

type Row = Record<string, unknown>;

/** One page and how many rows match in all. */
export async function readPage(r: Reader, source: Source, question: ListQuestion): Promise<Page<unknown>> {
  const order = orderOf(source, question.sort);
  const known = await lookUp(r, source, question);
  const [page, total] = await Promise.all([part(r, source, order, { ...question, known }), countOf(r, source, { ...question, known })]);
  return { data: page.rows, nextCursor: page.nextCursor, total };
}

interface Known {
  known: Words;
}

async function countOf(r: Reader, source: Source, { known, ...question }: ListMatch & Known): Promise<number> {
  const where = conditions(source, question, known);
  const joins = joinsFor(source.joins, where);
  const counted = joined(r.planned.db.select({ total: count() }).from(source.from).$dynamic(), joins).where(and(here(r, source, joins), where));
  const [sum] = (await counted) as { total: number }[];
  return Number(sum?.total ?? 0);
}

interface Part {
  rows: Row[];
  nextCursor: string | null;
}

async function part(r: Reader, source: Source, order: Order, question: ListMatch & Known & { cursor?: string | undefined; limit: number }): Promise<Part> {
  const where = and(conditions(source, question, question.known), afterCursor(source, order, question.cursor));
  const rows = await select(r, source, order, where, question.limit + 1);
  const page = rows.slice(0, question.limit);
  const nextCursor = rows.length > question.limit ? cursorOf(page.at(-1)!) : null;
  return { rows: page.map((row) => present(row, source.columns)), nextCursor };
}

type RawRow = Row & { id: string; sort: unknown };

async function select(r: Reader, source: Source, order: Order, where: SQL | undefined, limit: number): Promise<RawRow[]> {
  const fields: Record<string, PgColumn | SQL | SQL.Aliased> = { id: source.from.id, sort: sql`(${order.by})::text`.as('sort_key') };
  for (const [key, c] of Object.entries(source.columns)) {
    fields[`c_${key}`] = c.from;
    if (c.currency) fields[`m_${key}`] = c.currency;
  }
  const query = joined(r.planned.db.select(fields as never).from(source.from).$dynamic(), source.joins);
  return (await query.where(chosen(r, source, order, { where, limit })).orderBy(...sorted(source, order)).limit(limit)) as RawRow[];
}

const sorted = (source: Source, order: Order): SQL[] => [orderBy(order), directions[order.way](source.from.id)];

// Which rows make the page is found with the fewest joins; only they are then joined with everything that is shown of them.
function chosen(r: Reader, source: Source, order: Order, { where, limit }: { where: SQL | undefined; limit: number }): SQL | undefined {
  const joins = joinsFor(source.joins, and(where, sql`${order.by}`));
  const inside = and(here(r, source, joins), where);
  if (joins.length === source.joins.length) return inside;
  const ids = joined(new QueryBuilder().select({ id: source.from.id }).from(source.from).$dynamic(), joins).where(inside).orderBy(...sorted(source, order)).limit(limit);
  return and(here(r, source, []), sql`${source.from.id} in (${ids.getSQL()})`);
}

// Row-level security says the same, but works it out anew for every row. Said with a value, it is looked up in an index and counted.
function here(r: Reader, { from }: Source, joins: Join[]): SQL | undefined {
  const tables = [from, ...joins.filter((join) => join.always).map((join) => join.table)] as unknown as { workspaceId?: PgColumn }[];
  return and(...tables.map(({ workspaceId }) => workspaceId && eq(workspaceId, r.workspaceId)));
}

function present(row: RawRow, columns: Columns): Row {
  const out: Row = { id: row.id };
  for (const [key, c] of Object.entries(columns)) {
    const value = row[`c_${key}`];
    if (c.currency) out[key] = { amount: Number(value ?? 0), currency: row[`m_${key}`] };
    else out[key] = value instanceof Date ? value.toISOString() : value;
  }
  return out;
}

/** The rows before and after one of the list, in the order asked for, without counting. Both are missing when there is no such row. */
export async function rowsBeside(r: Reader, source: Source, question: ListMatch & { sort?: string | undefined }, id: string): Promise<Beside> {
  const order = orderOf(source, question.sort);
  const found = await r.db.select({ id: source.from.id, sort: sql`(${order.by})::text` }).from(source.from).where(eq(source.from.id, id)).limit(1);
  if (!found[0]) return {};
  const cursor = cursorOf(found[0] as { id: string; sort: unknown });
  const known = await lookUp(r, source, question);
  const [before, after] = await Promise.all([reversed(order), order].map((way) => part(r, source, way, { ...question, known, cursor, limit: 1 })));
  return { ...(before!.rows[0] && { previous: before!.rows[0] }), ...(after!.rows[0] && { next: after!.rows[0] }) };
}

export interface Beside {
  previous?: Row;
  next?: Row;
}

/** Everything that matches, a part at a time and never counted: in the order asked for, else by id so that no row is missed while rows change. */
export async function* readThrough(ctx: Context, source: Source, question: ListMatch & { sort?: string | undefined }, size: number): AsyncGenerator<Row[], void> {
  const order = question.sort ? orderOf(source, question.sort) : byId(source);
  const known = await ctx.read((r) => lookUp(r, source, question));
  let cursor: string | undefined;
  do {
    const next: Part = await ctx.read((r) => part(r, source, order, { ...question, known, cursor, limit: size }));
    if (next.rows.length > 0) yield next.rows;
    cursor = next.nextCursor ?? undefined;
  } while (cursor);
}

/** Id and name (the first column) of all rows that match, as a subquery for a statement of the caller. */
export function matchingRows(source: Source, question: ListMatch): SQL {
  const [first] = Object.values(source.columns);
  const rows = new QueryBuilder().select({ id: source.from.id, name: sql`(${first!.from})::text`.as('name') }).from(source.from).$dynamic();
  return joined(rows, source.joins).where(conditions(source, question)).getSQL();
}

/** The values a column has, most frequent first: what a filter offers to choose from. */
export async function valuesIn(r: Reader, source: Source, key: string, q: string, limit: number): Promise<string[]> {
  const found = source.columns[key]!;
  const text = sql<string>`(${found.from})::text`;
  const where = and(source.where, sql`${text} <> ''`, q ? sql`${text} ilike ${`%${q.replaceAll(/[\\%_]/g, '\\$&')}%`}` : undefined);
  const joins = joinsFor(source.joins, and(where, text));
  const query = joined(r.planned.db.select({ value: text.as('value') }).from(source.from).$dynamic(), joins).where(and(here(r, source, joins), where)) as unknown as { groupBy(by: SQL): { orderBy(...by: SQL[]): { limit(n: number): PromiseLike<{ value: string }[]> } } };
  const rows = await query.groupBy(sql`${found.from}`).orderBy(sql`count(*) desc`, sql`1`).limit(limit);
  return rows.map((row) => row.value);
}
