import * as z from 'zod';

export const PAGE = 50;

/** What every list here is asked. */
export const Listing = z.object({ search: z.string().trim().max(200).default(''), page: z.coerce.number().int().min(1).max(10_000).default(1) });

/** `search` as a LIKE pattern that finds it anywhere; wild cards in it stand for themselves. */
export function anywhere(search: string): string {
  return `%${search.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}

/** One row more than shown was asked for: whether there is another page. */
export function paged<T>(rows: T[]): { data: T[]; more: boolean } {
  return { data: rows.slice(0, PAGE), more: rows.length > PAGE };
}
