import type { Reader } from '#platform/tenancy/context.ts';
import { variantsForSale } from '#modules/catalog/index.ts';
import { onTheirPlans } from '#modules/plans/index.ts';
import { availability, type Availability } from '#modules/inventory/index.ts';
import { unitsLeft, type CartHead, type Facts } from './cart.ts';

interface Wanted {
  variant_id: string;
  quantity: number;
  plan_id?: string | null;
}

/** Under this name the checkout of a cart holds its stock. */
export function holdName(cartId: string): string {
  return `cart:${cartId}`;
}

/** What these variants cost and how many are left for this cart, now. Two statements; more only when something is short or on a plan. */
export async function factsFor(r: Reader, head: Pick<CartHead, 'id' | 'currency'>, wanted: readonly Wanted[]): Promise<Facts> {
  const ids = [...new Set(wanted.map((each) => each.variant_id))];
  if (ids.length === 0) return { forSale: new Map(), stock: new Map() };
  const forSale = await onTheirPlans(r, await variantsForSale(r, ids, head.currency), wanted.map((each) => ({ variantId: each.variant_id, planId: each.plan_id })));
  const stock = await availability(r, ids);
  if (wanted.every((each) => isEnough(each, { forSale, stock }))) return { forSale, stock };
  return { forSale, stock: await withOwnHold(r, head.id, stock) };
}

function isEnough({ variant_id, quantity }: Wanted, facts: Facts): boolean {
  const variant = facts.forSale.get(variant_id);
  return !variant || unitsLeft(variant, facts.stock.get(variant_id)) >= quantity;
}

// Whoever goes back from the checkout to the cart must not read that the mug they hold themselves is sold out.
async function withOwnHold(r: Reader, cartId: string, stock: Map<string, Availability>): Promise<Map<string, Availability>> {
  const held = await r.sql<{ variant_id: string; open: number }>`
    select variant_id, sum(open)::int as open from reservations where held_for = ${holdName(cartId)} and open > 0 group by variant_id`;
  for (const { variant_id, open } of held) {
    const own = stock.get(variant_id);
    if (own) stock.set(variant_id, { ...own, available: own.available + open });
  }
  return stock;
}
