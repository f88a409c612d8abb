import { getTableName, is, SQL, StringChunk } from 'drizzle-orm';
import { PgColumn } from 'drizzle-orm/pg-core';
import type { Join } from './list-question.ts';

/** The joins that a condition needs. A join neither adds nor hides rows, so that counting may leave the others out. */
export function joinsFor(joins: Join[], condition: SQL | undefined): Join[] {
  const needed: Join[] = [];
  const said = condition ? [condition] : [];
  for (const join of joins.toReversed()) {
    if (!said.some((each) => speaksOf(each, getTableName(join.table)))) continue;
    needed.unshift(join);
    said.push(join.on);
  }
  return needed;
}

function speaksOf(part: unknown, table: string): boolean {
  if (is(part, PgColumn)) return getTableName(part.table) === table;
  if (is(part, SQL)) return part.queryChunks.some((chunk) => speaksOf(chunk, table));
  if (is(part, SQL.Aliased)) return speaksOf(part.sql, table);
  if (is(part, StringChunk)) return part.value.some((text) => text.includes(table));
  return Array.isArray(part) && part.some((each) => speaksOf(each, table));
}
