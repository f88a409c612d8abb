import { announce, onAnnounced } from '#platform/events/announce.ts';
import { ShortMemory } from '#platform/short-memory.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';
import { LADDER, UNLIMITED, type Limit, type Limits, type Tier } from './limits.ts';

// Dropped in every process when something changes; the seconds are for a message that got lost.
const book = new ShortMemory<readonly Tier[]>({ seconds: 30 });
const tierNames = new ShortMemory<string>({ seconds: 30, most: 50_000 });
const TIERS_CHANGED = 'tiers.changed';
onAnnounced(TIERS_CHANGED, () => {
  book.forget();
  tierNames.forget();
});

/** Every process asks anew: limits of a tier, or the tier of a workspace, have changed. */
export function tiersChanged(): void {
  announce(TIERS_CHANGED);
}

/** All tiers as they are now: the ladder, lowest first, then the unlimited one. */
export function allTiers(): readonly Tier[] | Promise<readonly Tier[]> {
  return book.get('all', readTiers);
}

async function readTiers(): Promise<readonly Tier[]> {
  const rows = await platformRead('tiers', (q) => q.sql<{ tier: string; limits: Limits }>`select tier, limits from tier_settings`);
  const set = new Map(rows.map((row) => [row.tier, row.limits]));
  return [...LADDER.map((tier) => ({ ...tier, limits: { ...tier.limits, ...set.get(tier.name) } })), UNLIMITED];
}

/** The tier of that name; one nobody knows has no limits. */
export function tierIn(tiers: readonly Tier[], name: string): Tier {
  return tiers.find((tier) => tier.name === name) ?? { ...UNLIMITED, name };
}

/** The name of a workspace's tier, remembered. */
export function tierOf(workspaceId: string): string | Promise<string> {
  return tierNames.get(workspaceId, async () => {
    const [row] = await platformRead('tiers', (q) => q.sql<{ tier: string }>`select tier from workspaces where id = ${workspaceId}`);
    return row?.tier ?? UNLIMITED.name;
  });
}

/** How much of it a workspace may have; null is unlimited. Without a promise when it is remembered. */
export function limitOf(workspaceId: string, what: Limit): number | null | Promise<number | null> {
  const name = tierOf(workspaceId);
  const tiers = allTiers();
  if (name instanceof Promise || tiers instanceof Promise) return Promise.all([name, tiers]).then(([n, all]) => tierIn(all, n).limits[what]);
  return tierIn(tiers, name).limits[what];
}

/** The tier as this transaction sees it, so that a change counts from its commit on. */
export async function tierWithin(r: Reader): Promise<{ tier: Tier; tiers: readonly Tier[] }> {
  const [rows, tiers] = await Promise.all([r.sql<{ tier: string }>`select tier from workspaces where id = ${r.workspaceId}`, allTiers()]);
  return { tier: tierIn(tiers, rows[0]?.tier ?? UNLIMITED.name), tiers };
}
