import { Refusal } from '#platform/refusal.ts';
import { onFileStored } from '#platform/files/files.ts';
import type { Context, Tx } from '#platform/tenancy/context.ts';
import { amountInWords, limitInWords, nextTier, type Limit, type Tier } from './limits.ts';
import { measured } from './meters.ts';
import { limitOf, tierWithin } from './tier-book.ts';
import { countUse } from './usage.ts';
import { warnWhenNear } from './warnings.ts';

/**
 * Call before adding `more` of something limited, in the transaction that adds it; refuses with `limit_reached`. Those who
 * ask for the same limit of one workspace go one after the other until they commit, so the last place is given once.
 */
export async function requireRoom(tx: Tx, what: Exclude<Limit, 'requests'>, { more = 1 }: { more?: number } = {}): Promise<void> {
  const { tier, tiers } = await tierWithin(tx);
  const limit = tier.limits[what];
  if (limit === null) return;
  await tx.sql`select pg_advisory_xact_lock(hashtextextended(${`limit:${tx.workspaceId}:${what}`}, 0))`;
  const used = await measured(tx, what);
  if (used + more > limit) throw full({ what, tier, tiers, limit, used, more });
  await warnWhenNear(tx, { what, limit, used: used + more });
}

interface Full {
  what: Limit;
  tier: Tier;
  tiers: readonly Tier[];
  limit: number;
  used: number;
  more: number;
}

function full({ what, tier, tiers, limit, used, more }: Full): Refusal {
  const next = nextTier(tiers, tier.name, what);
  const taken = what === 'storage' ? `${amountInWords(what, used)} are used and this needs ${amountInWords(what, more)}` : `${amountInWords(what, used)} ${used === 1 ? 'is' : 'are'} in use`;
  const above = next ? ` The ${next.label} tier includes ${limitInWords(what, next.limits[what])}.` : '';
  const sentence = `The ${tier.label} tier includes ${limitInWords(what, limit)}, and ${taken}.${above}`;
  return new Refusal('limit_reached', sentence, { limit: what, tier: tier.name, allowed: limit, used, ...(next && { next: next.name }) });
}

/** Counts one automation run, or refuses it when the month's are used up. */
export async function takeExecution(ctx: Context): Promise<void> {
  if ((await limitOf(ctx.workspaceId, 'executions')) === null) return countUse(ctx.workspaceId, 'executions');
  await ctx.transaction(async (tx) => {
    await requireRoom(tx, 'executions');
    await tx.sql`insert into usage_days (day, meter, amount) values ((now() at time zone 'UTC')::date, 'executions', 1)
      on conflict (workspace_id, day, meter) do update set amount = usage_days.amount + 1`;
  });
}

onFileStored.add('tiers', (tx, bytes) => requireRoom(tx, 'storage', { more: bytes }));
