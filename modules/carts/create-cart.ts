import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { newId } from '#platform/ids.ts';
import { operation } from '#platform/operations/operation.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { Cart, LineWish, MOST_LINES, mergeWishes, type CartHead, type CartLineRow, type Facts } from './cart.ts';
import { factsFor } from './facts.ts';
import { requireBuyable } from './open-cart.ts';
import { showCart } from './show-cart.ts';
import { currencyOfShop } from './shop-currency.ts';

/** Opens a cart, with its first lines in the same request if wished. */
export const createCart = operation({
  name: 'storefront.cart.create',
  on: 'storefront',
  route: 'POST /cart',
  says: 'Open a cart',
  needs: 'storefront:cart',
  input: z.object({ lines: z.array(LineWish).max(MOST_LINES).default([]), note: z.string().max(1_000).default('') }),
  output: Cart,
  async run(tx, { lines, note }) {
    const head: CartHead = { id: randomUUID(), currency: await currencyOfShop(tx), note, codes: [] };
    const wishes = mergeWishes(lines);
    const facts = await factsFor(tx, head, wishes.map((wish) => ({ variant_id: wish.variantId, quantity: wish.quantity, plan_id: wish.planId ?? null })));
    for (const wish of wishes) requireBuyable(facts, wish);
    return showCart(tx, head, await storeCart(tx, head, wishes, facts), facts);
  },
});

async function storeCart(tx: Tx, head: CartHead, wishes: LineWish[], facts: Facts): Promise<CartLineRow[]> {
  const lines = wishes.map(({ variantId, quantity, planId }) => {
    const variant = facts.forSale.get(variantId)!;
    return { id: newId(), variant_id: variantId, quantity, seen_price: variant.unitPrice, title: variant.productTitle, plan_id: planId ?? null };
  });
  const shopper = tx.actor.kind === 'storefront' ? tx.actor : undefined;
  return tx.sql<CartLineRow>`
    with cart as (
      insert into carts (id, currency, note, storefront_id, customer_id)
      values (${head.id}, ${head.currency}, ${head.note}, ${shopper?.storefrontId ?? null}, ${shopper?.customerId ?? null})
    )
    insert into cart_lines (id, cart_id, variant_id, quantity, seen_price, title, plan_id)
    select l.id, ${head.id}, l.variant_id, l.quantity, l.seen_price, l.title, l.plan_id
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l(id uuid, variant_id uuid, quantity int, seen_price bigint, title text, plan_id uuid)
    returning id, variant_id, quantity, seen_price, title, plan_id`;
}
