import { getTableName, inArray, is, like, or, sql, type SQL } from 'drizzle-orm';
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
export async function lookUp(r: Queries, source: Source, { q, filter = {} }: ListMatch): Promise<Known> {
  const longest = wordsOf(q).toSorted((a, b) => b.length - a.length).slice(0, MOST_WORDS);
  const filtered = Object.entries(filter).filter(([key]) => isHeld(source, key)).map(([, value]) => value);
  const words = [...new Set([...longest, ...filtered])].filter((word) => word.length >= SHORTEST);
  const wanted = words.flatMap((word) => (source.search ?? []).filter(tableOf).map((text) => ({ name: nameOf(text, word), text, word })));
  if (wanted.length === 0) return new Map();
  const asked = wanted.map(({ text, word }) => sql`rows_with(${tableOf(text)}, ${lowered(word)}, ${MOST_ROWS})`);
  const [found] = (await r.db.execute(sql`select ${sql.join(asked.map((each, i) => sql`${each} as ${sql.identifier(`w${i}`)}`), sql`, `)}`)) as unknown as Record<string, string[] | null>[];
  return new Map(wanted.flatMap(({ name }, i) => (found![`w${i}`] ? [[name, found![`w${i}`]!] as const] : [])));
}

// What a searched column says is in the texts that are searched.
function isHeld({ columns, search }: Source, key: string): boolean {
  return search !== undefined && columns[key]?.facts.filter === 'text' && columns[key].facts.search;
}

/** The few rows in which a text that a column is filtered for can be at all, where that was looked up. */
export function rowsHolding(source: Source, key: string, { text, known }: { text: string; known: Known | undefined }): SQL | undefined {
  const texts = isHeld(source, key) ? source.search! : [];
  const lookedUp = texts.every((each) => known?.has(nameOf(each, text)));
  return lookedUp ? or(...texts.map((each) => inText(each, text, known))) : undefined;
}

/** That a row's text holds a word. */
export function inText(text: SearchText, word: string, known: Known | undefined): SQL {
  const ids = known?.get(nameOf(text, word));
  return ids ? (ids.length === 0 ? sql`false` : inArray(text.key, [...ids])) : like(text.text, lowered(word));
}
