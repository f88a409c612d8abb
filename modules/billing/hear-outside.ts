import * as z from 'zod';
import type { Context } from '#platform/tenancy/context.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';
import { readAccount, tieOutside } from './account.ts';
import { houseContext } from './inside.ts';
import { lookOutside } from './look-outside.ts';
import { priceBook } from './price-book.ts';

interface Heard {
  provider: string;
  /** Workspaces and subscriptions the message speaks of, as far as it does. */
  workspaces: readonly string[];
  subscriptions: readonly string[];
}

/**
 * Something happened to subscriptions at an outside seller's account, that of the workspace whose context it is: the seller is asked
 * how they stand. The message itself is not taken at its word. Answers whether any of it was about a tier that is bought there.
 */
export async function hearOutside({ workspaceId: sellerId }: Context, { provider, workspaces, subscriptions }: Heard): Promise<boolean> {
  const ids = workspaces.filter((id) => z.uuid().safeParse(id).success);
  const meant = await platformRead('billing', (q) => q.sql<{ id: string }>`
    select w.id from workspaces w left join workspace_billing b on b.workspace_id = w.id
    where w.id = any(${ids}) or (b.outside_id = any(${subscriptions}) and b.outside_seller_id = ${sellerId} and b.outside_provider = ${provider}) limit 100`);
  let heard = false;
  for (const { id } of meant) {
    if (!(await buysThere(id, { sellerId, provider }))) continue;
    await lookOutside({ workspaceId: id });
    heard = true;
  }
  return heard;
}

// Only the account that sells here, or sold this one, has a say: anybody may connect an account of their own and write our ids into it.
async function buysThere(workspaceId: string, at: { sellerId: string; provider: string }): Promise<boolean> {
  const ctx = houseContext(workspaceId);
  const outside = (await ctx.read(readAccount))?.outside;
  if (outside?.sellerId === at.sellerId && outside.provider === at.provider) return true;
  const { settings } = await priceBook();
  if (settings.sellerId !== at.sellerId || settings.provider !== at.provider || outside?.id) return false;
  await ctx.transaction((tx) => tieOutside(tx, at));
  return true;
}
