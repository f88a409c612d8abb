import type { Context } from '#platform/tenancy/context.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';
import { now } from '#platform/time.ts';
import { carryOutCharge } from './charge.ts';
import { KEYS } from './invoice.ts';
import { setTier } from './set-tier.ts';

/** Something happened to a charge at the seller's account: the provider is asked at once how it stands. The message itself is not taken at its word. */
export async function hearOfTierCharge({ workspaceId: sellerId }: Context, { provider, key }: { provider: string; key: string }): Promise<boolean> {
  if (!key.startsWith(KEYS)) return false;
  const [charge] = await platformRead('billing', (q) => q.sql<{ id: string; workspaceId: string }>`
    update billing_charges set next_try = case when state = 'asked' and asks > 0 then ${now()} else next_try end where key = ${key} and provider = ${provider} and seller_id = ${sellerId} returning id, workspace_id as "workspaceId"`);
  if (!charge) return false;
  await carryOutCharge(charge, charge.id);
  await setTier(charge);
  return true;
}
