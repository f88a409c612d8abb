import * as z from 'zod';
import { schedule } from '#platform/events/reaction.ts';
import { column } from '#platform/operations/columns.ts';
import { listView } from '#platform/operations/list-view.ts';
import { operation } from '#platform/operations/operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { DAY, later, now } from '#platform/time.ts';
import { wordsOf } from './search-words.ts';
import { searches } from './tables.ts';

const needs = 'storefront:products';
const Typed = z.string().max(200).meta({ description: 'what was searched for, as it was typed' });
const Recorded = z.object({ recorded: z.boolean() });

/**
 * What may be kept of a search: its words in one form. Somebody who pastes an address, a telephone or card number into the field told
 * us something about themselves, so nothing of it is kept.
 */
export function wordsToKeep(q: string): string | null {
  if (/@|(?:\d[\s().-]*){7,}/.test(q)) return null;
  return wordsOf(q)?.join(' ').slice(0, 120) ?? null;
}

function storefrontOf(tx: Tx): string {
  if (tx.actor.kind !== 'storefront') throw new Refusal('forbidden', 'Only a shop front tells what its shoppers look for.');
  return tx.actor.storefrontId;
}

export const recordSearch = operation({
  name: 'storefront.searches.record',
  on: 'storefront',
  route: 'POST /searches',
  says: 'Note a search and how many products it found',
  needs,
  input: z.object({ q: Typed, hits: z.int().min(0).max(10_000_000) }),
  output: Recorded,
  audit: 'none',
  async run(tx, { q, hits }) {
    const words = wordsToKeep(q);
    if (words === null) return { recorded: false };
    await tx.sql`
      insert into searches (storefront_id, words, hits) values (${storefrontOf(tx)}, ${words}, ${hits})
      on conflict (workspace_id, storefront_id, words) do update set times = searches.times + 1, hits = excluded.hits, last_at = now()`;
    return { recorded: true };
  },
});

export const recordSearchClick = operation({
  name: 'storefront.searches.click',
  on: 'storefront',
  route: 'POST /searches/clicks',
  says: 'Note that a product found by a search was opened',
  needs,
  input: z.object({ q: Typed }),
  output: Recorded,
  audit: 'none',
  async run(tx, { q }) {
    const words = wordsToKeep(q);
    if (words === null) return { recorded: false };
    // Nobody opens something more often than they searched for it, so one visitor cannot make a word look good.
    const noted = await tx.sql`update searches set clicks = least(clicks + 1, times) where storefront_id = ${storefrontOf(tx)} and words = ${words} returning id`;
    return { recorded: noted.length > 0 };
  },
});

export const searchList = listView({
  name: 'search.queries',
  route: 'GET /search/queries',
  says: 'What shoppers search for',
  needs: 'products:read',
  from: searches,
  columns: {
    words: column(searches.words, { says: 'Searched for', search: true, sort: true }),
    times: column(searches.times, { says: 'Times', filter: 'range', sort: 'newest first' }),
    hits: column(searches.hits, { says: 'Products found', filter: 'range', sort: true }),
    clicks: column(searches.clicks, { says: 'Opened a product', filter: 'range', sort: true }),
    lastAt: column(searches.lastAt, { says: 'Last', filter: 'dates', sort: true }),
    firstAt: column(searches.firstAt, { says: 'First', filter: 'dates', sort: true }),
  },
});

export const forgetSearch = operation({
  name: 'search.forget-query',
  route: 'DELETE /search/queries/:id',
  says: 'Take a search off the list',
  needs: 'products:write',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  async run(tx, { id }) {
    const [gone] = await tx.sql<{ words: string }>`delete from searches where id = ${id} returning words`;
    if (!gone) throw notFound('The search');
    tx.changed({ record: 'search', id, before: gone });
    return { id };
  },
});

const KEPT_DAYS = 90;
const MOST_KEPT = 20_000;

/** Once a day: searches nobody made for a quarter of a year go, and of very many the rare ones. */
export const tidySearches = schedule({
  name: 'discovery.tidy-searches',
  everySeconds: 86_400,
  async run(ctx) {
    await ctx.transaction(async (tx) => {
      await tx.sql`delete from searches where last_at < ${later(now(), -KEPT_DAYS * DAY)} or not exists (select 1 from storefronts s where s.id = searches.storefront_id)`;
      await tx.sql`delete from searches where id in (select id from searches order by times desc, last_at desc offset ${MOST_KEPT}::int)`;
    });
  },
});
