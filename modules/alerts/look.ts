import { storefrontProductList } from '#modules/discovery/index.ts';
import { schedule } from '#platform/events/reaction.ts';
import { log } from '#platform/log.ts';
import { Refusal } from '#platform/refusal.ts';
import { DAY, later, now } from '#platform/time.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { alertRang } from './events.ts';
import type { SavedQuery } from './tables.ts';

interface Search {
  id: string;
  person: string;
  query: SavedQuery;
  currency: string;
  seen: string[];
  lookAt: Date;
  createdAt: Date;
  mails: number;
}

const MOST_PEOPLE = 200;
/** Newest first; what lies beyond is old. */
const MOST_MATCHES = 500;

/** Once a day for each person: all their searches at once, so that never more than one mail a day comes of them. */
export const lookForMatches = schedule({
  name: 'alerts.look-for-matches',
  everySeconds: 900,
  async run(ctx) {
    const searches = await ctx.read((r) => r.sql<Search>`
      select a.id, a.storefront_id || ' ' || a.email as person, a.query, a.currency, a.seen, a.look_at as "lookAt", a.created_at as "createdAt", a.mails
      from alerts a join (select storefront_id, email from alerts where kind = 'search' and state = 'waiting' and look_at <= ${now()} group by 1, 2 limit ${MOST_PEOPLE}) due
        on due.storefront_id = a.storefront_id and due.email = a.email
      where a.kind = 'search' and a.state = 'waiting' order by a.created_at`);
    for (const [, own] of Map.groupBy(searches, (search) => search.person)) await lookFor(ctx, own);
  },
});

/** What a new search finds when it is saved is not new. */
export async function firstLook(ctx: Context, alertId: string): Promise<void> {
  const [search] = await ctx.read((r) => r.sql<Pick<Search, 'query' | 'currency'>>`select query, currency from alerts where id = ${alertId} and kind = 'search' and state = 'waiting'`);
  if (!search) return;
  const { ids } = await find(ctx, search);
  await ctx.transaction((tx) => tx.sql`update alerts set seen = ${ids}::uuid[] where id = ${alertId} and seen = '{}' and mails = 0`);
}

async function lookFor(ctx: Context, searches: Search[]): Promise<void> {
  const looked: { search: Search; ids: string[]; fresh: string[] }[] = [];
  for (const search of searches) {
    const found = await find(ctx, search);
    looked.push({ search, ids: found.ids, fresh: await freshOf(ctx, search, found) });
  }
  await ctx.transaction(async (tx) => {
    const matches: { alertId: string; productIds: string[] }[] = [];
    for (const { search, ids, fresh } of looked) {
      // Whoever else looked meanwhile has moved the date on, and has told it.
      const taken = await tx.sql`update alerts set seen = ${ids}::uuid[], look_at = ${later(tx.now, DAY)} where id = ${search.id} and look_at = ${search.lookAt} and state = 'waiting' returning id`;
      if (taken.length > 0 && fresh.length > 0) matches.push({ alertId: search.id, productIds: fresh.slice(0, 20) });
    }
    if (matches.length === 0) return;
    await tx.sql`update alerts set told_at = ${tx.now} where id = any(${matches.map((each) => each.alertId)}::uuid[])`;
    tx.tell(alertRang, { alertId: matches[0]!.alertId, kind: 'search', matches });
  });
}

interface Found {
  ids: string[];
  complete: boolean;
}

async function find(ctx: Context, { query, currency }: Pick<Search, 'query' | 'currency'>): Promise<Found> {
  const ids: string[] = [];
  let cursor: string | null = null;
  try {
    do {
      const page: { data: { id: string }[]; nextCursor: string | null } = await storefrontProductList.call(ctx, { ...query, currency, sort: 'newest', facets: '0', limit: 100, ...(cursor && { cursor }) });
      ids.push(...page.data.map((each) => each.id));
      cursor = page.nextCursor;
    } while (cursor && ids.length < MOST_MATCHES);
  } catch (error) {
    // A category or filter that has gone since: the search finds nothing, and the others of this person go on.
    if (!(error instanceof Refusal)) throw error;
    log.info('A saved search can no longer be asked', { code: error.code });
    return { ids: [], complete: true };
  }
  return { ids, complete: cursor === null };
}

// Of a search with more matches than we remember, only what was published since the last look is new for certain.
async function freshOf(ctx: Context, search: Search, { ids, complete }: Found): Promise<string[]> {
  const seen = new Set(search.seen);
  const fresh = ids.filter((id) => !seen.has(id));
  if (complete || fresh.length === 0) return fresh;
  const since = later(search.lookAt, -DAY);
  const rows = await ctx.read((r) => r.sql<{ id: string }>`select id from products where id = any(${fresh}::uuid[]) and live_since > ${since > search.createdAt ? since : search.createdAt}`);
  return rows.map((row) => row.id);
}
