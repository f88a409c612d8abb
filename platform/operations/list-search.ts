import { getTableName, inArray, is, like, sql, type SQL } from 'drizzle-orm';
import { PgColumn } from 'drizzle-orm/pg-core';
import type { Queries } from '../db/query.ts';
import type { ListMatch, SearchText, Source } from './list-question.ts';

/** By word and table: the rows that hold the word. A word that is missing here is in too many rows, or too short, to be looked up. */
export type Known = ReadonlyMap<string, readonly string[]>;

const MOST_ROWS = 1_000;
const MOST_WORDS = 4;
/** A trigram index knows parts of three letters. */
const SHORTEST = 3;

export function wordsOf(q: string | undefined): string[] {
  return q?.trim().split(/\s+/).filter(Boolean) ?? [];
}

export const likeOf = (word: string): string => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`;

const lowered = (word: string): string => likeOf(word.toLowerCase());
// Only a stored text can have an index.
const tableOf = ({ text }: SearchText): string => (is(text, PgColumn) ? getTableName(text.table) : '');
const nameOf = (text: SearchText, word: string): string => `${tableOf(text)} ${word}`;

/**
 * Row-level security keeps LIKE away from its index, so rare words are looked up first by a function that names the workspace
 * itself (0004_list_search.sql). A frequent word needs no index: a page of rows with it is found soon.
 */
export async function lookUp(r: Queries, source: Source, { q }: ListMatch): Promise<Known> {
  const longest = wordsOf(q).filter((word) => word.length >= SHORTEST).toSorted((a, b) => b.length - a.length).slice(0, MOST_WORDS);
  const wanted = longest.flatMap((word) => (source.search ?? []).filter(tableOf).map((text) => ({ name: nameOf(text, word), text, word })));
  if (wanted.length === 0) return new Map();
  const asked = wanted.map(({ text, word }) => sql`rows_with(${tableOf(text)}, ${lowered(word)}, ${MOST_ROWS})`);
  const [found] = (await r.db.execute(sql`select ${sql.join(asked.map((each, i) => sql`${each} as ${sql.identifier(`w${i}`)}`), sql`, `)}`)) as unknown as Record<string, string[] | null>[];
  return new Map(wanted.flatMap(({ name }, i) => (found![`w${i}`] ? [[name, found![`w${i}`]!] as const] : [])));
}

/** That a row's text holds a word. */
export function inText(text: SearchText, word: string, known: Known | undefined): SQL {
  const ids = known?.get(nameOf(text, word));
  return ids ? (ids.length === 0 ? sql`false` : inArray(text.key, [...ids])) : like(text.text, lowered(word));
}
