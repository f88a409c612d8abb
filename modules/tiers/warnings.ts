import type { Taken } from '#platform/rate-limit/rate-limit.ts';
import { log } from '#platform/log.ts';
import { openContext, type Tx } from '#platform/tenancy/context.ts';
import { now } from '#platform/time.ts';
import { limitNear } from './events.ts';
import { amountInWords, limitInWords, LIMITS, type Limit } from './limits.ts';

interface Use {
  what: Limit;
  used: number;
  limit: number;
}

/** The month a warning belongs to, as YYYY-MM. */
export function periodOf(at: Date): string {
  return at.toISOString().slice(0, 7);
}

/** 80 or 100 percent, or nothing to say. */
export function shareOf({ used, limit }: Pick<Use, 'used' | 'limit'>): 80 | 100 | undefined {
  if (used >= limit) return 100;
  return used >= limit * 0.8 ? 80 : undefined;
}

/** Tells `limit.near` the first time in a month that a limit is four fifths or wholly used. */
export async function warnWhenNear(tx: Tx, { what, used, limit }: Use): Promise<void> {
  const share = shareOf({ used, limit });
  if (!share) return;
  const fresh = await tx.sql`insert into limit_warnings (meter, period, share, used, most, at)
    values (${what}, ${periodOf(tx.now)}, ${share}, ${used}, ${limit}, ${tx.now}) on conflict do nothing returning id`;
  if (fresh.length > 0) tx.tell(limitNear, { workspaceId: tx.workspaceId, meter: what, share, used, limit, sentence: warningSentence({ what, used, limit }) });
}

/** "4 of 5 members are in use." */
export function warningSentence({ what, used, limit }: Use): string {
  if (what === 'requests') return used >= limit ? `A storefront reached its ${limitInWords(what, limit)}; more were asked to wait.` : `A storefront came near its ${limitInWords(what, limit)}.`;
  const whole = what === 'storage' ? limitInWords(what, limit) : `${amountInWords(what, limit)} ${LIMITS[what].many}`;
  return `${amountInWords(what, used)} of ${whole} are in use.`;
}

// A busy storefront passes here with each request, so what was told this month is remembered.
const told = new Set<string>();

/** Notes how near a storefront came to its requests a minute. Costs nothing until it is near. */
export function noteRate(workspaceId: string, { ok, limit, remaining }: Taken): void {
  if (ok && remaining > limit * 0.2) return;
  const used = ok ? Math.min(limit - 1, limit - remaining) : limit;
  const key = `${workspaceId}:${periodOf(now())}:${shareOf({ used, limit })}`;
  if (told.has(key) || shareOf({ used, limit }) === undefined) return;
  if (told.size > 20_000) told.clear();
  told.add(key);
  const ctx = openContext({ workspaceId, actor: { kind: 'system', name: 'tiers' }, capabilities: [] });
  ctx.transaction((tx) => warnWhenNear(tx, { what: 'requests', used, limit })).catch((error: Error) => {
    told.delete(key);
    log.warn('A warning about a limit could not be stored; the next request tries again.', { error: error.message });
  });
}
