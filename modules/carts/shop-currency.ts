import { ShortMemory } from '#modules/accounts/index.ts';
import type { Tx } from '#platform/tenancy/context.ts';

// A shop changes its currency once in years; a cart opened within these seconds may still be in the old one.
const memory = new ShortMemory<string>({ seconds: 3, most: 20_000 });

/** The currency of the storefront that asks, else the workspace's own. */
export async function currencyOfShop(tx: Tx): Promise<string> {
  const storefrontId = tx.actor.kind === 'storefront' ? tx.actor.storefrontId : null;
  return memory.get(`${tx.workspaceId}:${storefrontId}`, () => readCurrency(tx, storefrontId));
}

async function readCurrency(tx: Tx, storefrontId: string | null): Promise<string> {
  const [row] = await tx.sql<{ currency: string }>`
    select coalesce((select currency from storefronts where id = ${storefrontId}), (select currency from workspace_settings)) as currency`;
  return row!.currency;
}
