import { tierChanged, tiersChanged } from '#modules/tiers/index.ts';
import { announce } from '#platform/events/announce.ts';
import { reaction } from '#platform/events/reaction.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { platformTransaction } from '#platform/tenancy/platform-door.ts';
import { faultPoint } from '#platform/testing/fault-point.ts';
import { billingChanged, billingEnded, billingRenewed, billingStarted } from './events.ts';
import { houseContext } from './inside.ts';
import { tierSold, type Status } from './standing.ts';

interface Tiers {
  /** What the account was last given here; null = nothing yet. */
  applied: string | null;
  /** What the workspace has. */
  has: string;
}

/** The tier a workspace is to get for what it pays; undefined to leave it. One that a superadmin set by hand meanwhile is not taken away. */
export function tierToGive(sold: string, { applied, has }: Tiers): string | undefined {
  if (sold === (applied ?? 'free')) return undefined;
  return sold === 'free' && has !== applied ? undefined : sold;
}

/** Gives the workspace the tier its account stands for, at once in every process. Any number of times, in any order. */
export async function setTier({ workspaceId }: Pick<Context, 'workspaceId'>): Promise<void> {
  await faultPoint('billing.before-tier');
  const change = await platformTransaction('billing', async (q) => {
    const [row] = await q.sql<Tiers & { status: Status; tier: string }>`
      select b.status, b.tier, b.applied_tier as applied, w.tier as has from workspace_billing b join workspaces w on w.id = b.workspace_id where b.workspace_id = ${workspaceId} for update`;
    if (!row) return undefined;
    const sold = tierSold(row);
    const given = tierToGive(sold, row);
    if (sold !== row.applied) await q.sql`update workspace_billing set applied_tier = ${sold} where workspace_id = ${workspaceId}`;
    if (given) await q.sql`update workspaces set tier = ${given} where id = ${workspaceId}`;
    return given && given !== row.has ? { tier: given, before: row.has } : undefined;
  });
  if (!change) return;
  tiersChanged();
  announce('workspaces.changed');
  await houseContext(workspaceId).transaction(async (tx) => tx.tell(tierChanged, { workspaceId, ...change }));
}

/** Does it where the process that changed the account died before it could. */
export const giveTheTier = reaction({
  name: 'billing.give-tier',
  on: [billingStarted, billingRenewed, billingChanged, billingEnded] as never,
  run: (ctx) => setTier(ctx),
});
