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
    return by(found, asked.startsWith('-') ? 'desc' : 'asc');
  }
  const first = Object.values(source.columns).find((c) => c.firstSort);
  return first ? by(first, first.firstSort!) : byId(source);
}

function by(column: Column<unknown>, way: Order['way']): Order {
  return { by: column.from, type: sqlType(column), way, empty: way === 'desc' || column.facts.emptyLast ? 'last' : 'first' };
}

/** Newest first by id: no row moves in this order while somebody reads through it. */
export function byId(source: Source): Order {
  return { by: source.from.id, type: 'uuid', way: 'desc', empty: 'last' };
}

function sortable(columns: Columns): string[] {
  return Object.entries(columns).filter(([, c]) => c.facts.sort).map(([key]) => key);
}

/** The same rows from the end. */
export function reversed(order: Order): Order {
  return { ...order, way: order.way === 'desc' ? 'asc' : 'desc', empty: order.empty === 'last' ? 'first' : 'last' };
}

/** Says where nulls stand, so that a cursor can compare with them. A column that is never null can use its index. */
export function orderBy(order: Order): SQL {
  const way = sql`${order.by} ${sql.raw(order.way)}`;
  return isCertain(order) ? way : sql`${way} nulls ${sql.raw(order.empty)}`;
}

function isCertain({ by: column }: Order): boolean {
  return 'notNull' in column && column.notNull === true;
}

export function cursorOf(row: { sort: unknown; id: string }): string {
  return Buffer.from(JSON.stringify([row.sort, row.id])).toString('base64url');
}

/** The rows behind a page marker. */
export function afterCursor(source: Source, order: Order, cursor: string | undefined): SQL | undefined {
  if (!cursor) return undefined;
  const [value, id] = readCursor(cursor);
  const ids = order.way === 'desc' ? lt(source.from.id, id) : gt(source.from.id, id);
  if (value === null) return order.empty === 'last' ? and(isNull(order.by), ids) : or(sql`${order.by} is not null`, ids);
  const sorted = sql`${order.by}`;
  const typed = sql`${value}::${sql.raw(order.type)}`;
  const further = order.way === 'desc' ? lt(sorted, typed) : gt(sorted, typed);
  const beyond = order.empty === 'last' ? or(further, isNull(sorted)) : further;
  return and(bound(order, sorted, typed), or(beyond, and(eq(sorted, typed), ids)));
}

// Says the same once more in a form that an index can start from, where nothing without a value comes behind the marker.
function bound(order: Order, sorted: SQL, typed: SQL): SQL | undefined {
  if (order.empty === 'last' && !isCertain(order)) return undefined;
  return order.way === 'asc' ? sql`${sorted} >= ${typed}` : sql`${sorted} <= ${typed}`;
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
