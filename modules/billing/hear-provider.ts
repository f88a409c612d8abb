import type { Context } from '#platform/tenancy/context.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';
import { now } from '#platform/time.ts';
import { carryOutCharge } from './charge.ts';
import { KEYS } from './invoice.ts';
import { carryOutKeeping } from './keep-card.ts';
import { setTier } from './set-tier.ts';

/** Something happened to a charge or a page at the seller's account: the provider is asked at once how it stands. The message itself is not taken at its word. */
export async function hearOfTierCharge(seller: Context, about: { provider: string; key: string }): Promise<boolean> {
  if (!about.key.startsWith(KEYS)) return false;
  return (await hearOfACharge(seller, about)) || hearOfAPage(seller, about);
}

interface Meant {
  id: string;
  workspaceId: string;
}

async function hearOfACharge({ workspaceId: sellerId }: Context, { provider, key }: { provider: string; key: string }): Promise<boolean> {
  const [charge] = await platformRead('billing', (q) => q.sql<Meant>`
    update billing_charges set next_try = case when state = 'asked' and asks > 0 then ${now()} else next_try end where key = ${key} and provider = ${provider} and seller_id = ${sellerId} returning id, workspace_id as "workspaceId"`);
  if (!charge) return false;
  await carryOutCharge(charge, charge.id);
  await setTier(charge);
  return true;
}

async function hearOfAPage({ workspaceId: sellerId }: Context, { provider, key }: { provider: string; key: string }): Promise<boolean> {
  const [page] = await platformRead('billing', (q) => q.sql<Meant>`
    update billing_keepings set next_try = case when asks > 0 then ${now()} else next_try end where key = ${key} and provider = ${provider} and seller_id = ${sellerId} returning id, workspace_id as "workspaceId"`);
  if (page) await carryOutKeeping(page, page.id);
  return page !== undefined;
}
