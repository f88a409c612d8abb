import { markOfName, paymentProviders } from '#modules/payments/index.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';
import { lockKnown } from './account.ts';
import { billingCardGone } from './events.ts';
import { houseContext, onRecord } from './inside.ts';
import { openKept } from './keeping.ts';
import { sellerContext } from './seller.ts';
import { runs } from './standing.ts';

/** Has the provider let go of a card nobody charges any more, then forgets its token. Safe to repeat. */
export async function forgetKept(workspaceId: string, id: string): Promise<void> {
  const ctx = houseContext(workspaceId);
  const kept = await openKept(ctx, id);
  if (kept) await paymentProviders.get(kept.provider).forget?.(sellerContext(kept.sellerId), kept.token).catch(unlessDisconnected);
  await ctx.write('update billing_keepings set token_sealed = null, mark = null, let_go_at = null where id = $1', [id]);
}

// Without its connection nothing can be charged there either.
function unlessDisconnected(error: unknown): void {
  if (!(error instanceof Refusal && error.code === 'not_connected')) throw error;
}

/**
 * A message at the seller's account says that what its provider calls `name` is not kept there any more. The provider is asked, and what is
 * gone is told once. Answers whether it was one of ours.
 */
export async function hearOfGoneCard(seller: Context, { provider, name }: { provider: string; name: string }): Promise<boolean> {
  const [row] = await platformRead('billing', (q) => q.sql<{ id: string; workspaceId: string }>`
    select id, workspace_id as "workspaceId" from billing_keepings where mark = ${markOfName(seller, provider, name)} and gone_at is null and let_go_at is null limit 1`);
  if (!row) return false;
  const ctx = houseContext(row.workspaceId);
  const kept = await openKept(ctx, row.id);
  if (!kept || (await paymentProviders.get(provider).takenBack!.stillKeeps(seller, kept.token))) return false;
  await onRecord(ctx, { name: 'billing.card-gone', says: 'Record that the card for the tier was taken off at the provider' }, async (tx) => {
    const account = await lockKnown(tx);
    const mine = await tx.sql`update billing_keepings set gone_at = ${tx.now} where id = ${row.id} and gone_at is null returning id`;
    if (mine.length === 0 || account?.way?.keptId !== row.id || !runs(account.standing)) return;
    tx.tell(billingCardGone, { workspaceId: tx.workspaceId, tier: account.standing.tier, periodEnd: account.standing.periodEnd.toISOString() });
  });
  return true;
}
