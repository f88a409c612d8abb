import { and, eq, gt, is, isNull, lt, or, sql, type SQL } from 'drizzle-orm';
import { PgColumn } from 'drizzle-orm/pg-core';
import * as z from 'zod';
import { Refusal } from '../refusal.ts';
import type { Column } from './columns.ts';
import { typeNameOf } from './list-filter.ts';
import type { Columns, Order, Source } from './list-question.ts';

/** The order that is asked for, else the list's own. */
export function orderOf(source: Source, asked: string | undefined): Order {
  if (asked) {
    const key = asked.replace(/^-/, '');
    const found = source.columns[key];
    if (!found?.facts.sort) throw new Refusal('invalid', `This list cannot be sorted by "${key}".`, { sorts: sortable(source.columns) });
    return { by: found.from, type: sqlType(found), way: asked.startsWith('-') ? 'desc' : 'asc' };
  }
  const first = Object.values(source.columns).find((c) => c.firstSort);
  return first ? { by: first.from, type: sqlType(first), way: first.firstSort! } : byId(source);
}

/** Newest first by id: no row moves in this order while somebody reads through it. */
export function byId(source: Source): Order {
  return { by: source.from.id, type: 'uuid', way: 'desc' };
}

function sortable(columns: Columns): string[] {
  return Object.entries(columns).filter(([, c]) => c.facts.sort).map(([key]) => key);
}

/** Nulls sort as the smallest value, so that a cursor can compare with them. A column that is never null can use its index. */
export function orderBy(order: Order): SQL {
  const certain = 'notNull' in order.by && order.by.notNull === true;
  if (order.way === 'desc') return certain ? sql`${order.by} desc` : sql`${order.by} desc nulls last`;
  return certain ? sql`${order.by} asc` : sql`${order.by} asc nulls first`;
}

export function cursorOf(row: { sort: unknown; id: string }): string {
  return Buffer.from(JSON.stringify([row.sort, row.id])).toString('base64url');
}

/** The rows behind a page marker. */
export function afterCursor(source: Source, order: Order, cursor: string | undefined): SQL | undefined {
  if (!cursor) return undefined;
  const [value, id] = readCursor(cursor);
  const ids = order.way === 'desc' ? lt(source.from.id, id) : gt(source.from.id, id);
  if (value === null) return order.way === 'desc' ? and(isNull(order.by), ids) : or(sql`${order.by} is not null`, ids);
  const by = sql`${order.by}`;
  const typed = sql`${value}::${sql.raw(order.type)}`;
  const beyond = order.way === 'desc' ? or(lt(by, typed), isNull(by)) : gt(by, typed);
  return and(bound(order, by, typed), or(beyond, and(eq(by, typed), ids)));
}

// Says the same once more in a form that an index can start from. Downwards, what is null comes behind every value.
function bound(order: Order, by: SQL, typed: SQL): SQL | undefined {
  if (order.way === 'asc') return sql`${by} >= ${typed}`;
  return 'notNull' in order.by && order.by.notNull === true ? sql`${by} <= ${typed}` : undefined;
}

// What is worked out has no type of its own in code; its kind says enough to compare it.
const WORKED_OUT: Partial<Record<string, string>> = { number: 'bigint', money: 'bigint', date: 'timestamptz', boolean: 'boolean' };

function sqlType({ from, facts }: Column<unknown>): string {
  if (!is(from, PgColumn)) return WORKED_OUT[facts.type] ?? 'text';
  return typeNameOf(from).replace('bigserial', 'bigint').replace('serial', 'integer');
}

const Cursor = z.tuple([z.string().nullable(), z.uuid()]);

function readCursor(cursor: string): z.infer<typeof Cursor> {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw new Refusal('invalid', 'This page marker is not one of ours. Start from the first page.');
  }
}
