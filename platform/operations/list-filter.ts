import { and, eq, gte, ilike, inArray, lt, lte, or, sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { Refusal } from '../refusal.ts';
import type { Column } from './columns.ts';
import type { ListMatch, Source } from './list-question.ts';
import { inText, likeOf, rowsHolding, wordsOf, type Known } from './list-search.ts';

/** What a row must fulfil to be in the list. `known` is what `lookUp` found out about the searched words. */
export function conditions(source: Source, { q, filter = {}, ids }: ListMatch, known?: Known): SQL | undefined {
  const filters = Object.entries(filter).map(([key, value]) => filterBy(source, key, { value, known }));
  // In brackets of its own: a list's condition may be one thing or another.
  return and(source.where && sql`(${source.where})`, searchFor(source, q, known), idsOf(source, ids), ...filters);
}

function idsOf(source: Source, ids: string | undefined): SQL | undefined {
  return ids === undefined ? undefined : inArray(source.from.id, ids.split(',').filter(isUuid));
}

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

function searchFor(source: Source, q: string | undefined, known: Known | undefined): SQL | undefined {
  const texts = source.search;
  if (texts) return and(...wordsOf(q).map((word) => or(...texts.map((text) => inText(text, word, known)))));
  const searched = Object.values(source.columns).filter((c) => c.facts.search);
  return searched.length === 0 ? undefined : and(...wordsOf(q).map((word) => or(...searched.map((c) => contains(c, word)))));
}

function contains({ from, searchIn }: Column<unknown>, text: string): SQL {
  return searchIn ? searchIn(likeOf(text)) : ilike(asText(from), likeOf(text));
}

// A cast of a text column would hide it from its indexes' statistics.
function asText(from: PgColumn | SQL): SQL {
  return typeNameOf(from) === 'text' ? sql`${from}` : sql`(${from})::text`;
}

export function typeNameOf(from: PgColumn | SQL): string {
  return 'getSQLType' in from && typeof from.getSQLType === 'function' ? from.getSQLType() : 'text';
}

function filterBy(source: Source, key: string, { value, known }: { value: string; known: Known | undefined }): SQL | undefined {
  const found = source.columns[key];
  if (!found?.facts.filter) throw new Refusal('invalid', `This list cannot be filtered by "${key}".`);
  if (found.facts.filter === 'any of') return anyOf(found.from, valuesOf(value));
  if (found.facts.filter === 'yes or no') return eq(sql`${found.from}`, value === 'yes' || value === 'true');
  if (found.facts.filter === 'text') return and(rowsHolding(source, key, { text: value, known }), contains(found, value));
  return between(found, key, value);
}

/** "a,b\,c" -> a and "b,c". */
export function valuesOf(text: string): string[] {
  return text.split(/(?<!\\),/).map((value) => value.replaceAll('\\,', ','));
}

function anyOf(from: PgColumn | SQL, values: string[]): SQL {
  if (typeNameOf(from) === 'uuid') return inArray(sql`${from}`, values.filter(isUuid).map((id) => sql`${id}::uuid`));
  return inArray(asText(from), values);
}

// "from..to": both ends belong to the range; an end left out is open. A bare date as the upper end means its whole day.
function between(found: Column<unknown>, key: string, value: string): SQL | undefined {
  const [from, to] = value.includes('..') ? value.split('..') : [value, value];
  const by = sql`${found.from}`;
  if (found.facts.filter === 'dates') return and(from ? gte(by, dayStart(key, from)) : undefined, to ? dayEnd(by, key, to) : undefined);
  const [low, high] = [from && wholeNumber(key, from, Math.ceil), to && wholeNumber(key, to, Math.floor)];
  // Said once, a value that takes work to make is made once.
  if (low && high) return sql`${by} between ${low} and ${high}`;
  return low ? gte(by, low) : high ? lte(by, high) : undefined;
}

// Every number and amount in a list is whole; a fraction in the question moves to the next one inside the range.
function wholeNumber(key: string, text: string, round: (n: number) => number): SQL {
  const number = round(Number(text));
  if (!Number.isSafeInteger(number)) throw new Refusal('invalid', `The filter "${key}" needs numbers, like 100..500.`);
  return sql`${number}::bigint`;
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** A bare date is a day where the workspace is; an instant says its own offset. Sub-selects are worked out once and not for every row. */
function dayStart(key: string, text: string): SQL {
  requireDate(key, text);
  return isDay(text) ? sql`(select ${text}::date::timestamp at time zone workspace_time_zone())` : sql`${text}::timestamptz`;
}

function dayEnd(by: SQL, key: string, text: string): SQL {
  requireDate(key, text);
  return isDay(text) ? lt(by, sql`(select (${text}::date + 1)::timestamp at time zone workspace_time_zone())`) : lte(by, sql`${text}::timestamptz`);
}

function requireDate(key: string, text: string): void {
  const instant = new Date(text);
  const real = !Number.isNaN(instant.getTime()) && (!isDay(text) || instant.toISOString().startsWith(text));
  if (!real) throw new Refusal('invalid', `The filter "${key}" needs dates, like 2026-01-01..2026-01-31.`);
}
