import * as z from 'zod';
import { newId } from '#platform/ids.ts';
import { operation } from '#platform/operations/operation.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { Cart, MOST_OF_ONE, PlanChoice, Quantity, type CartLineRow, type Facts, type LineWish } from './cart.ts';
import { factsFor } from './facts.ts';
import { lockOpenCart, presentChanged, requireBuyable, requireRoom, type OpenCart } from './open-cart.ts';

/** Puts something into a cart. The same thing again makes its line larger. */
export const addLine = operation({
  name: 'storefront.cart.add-line',
  on: 'storefront',
  route: 'POST /cart/:id/lines',
  says: 'Add to a cart',
  needs: 'storefront:cart',
  input: z.object({ id: z.uuid(), variantId: z.uuid(), quantity: Quantity.default(1), planId: PlanChoice }),
  output: Cart,
  async run(tx, { id, ...given }) {
    const cart = await lockOpenCart(tx, id);
    const wish = { ...given, planId: given.planId === undefined ? (lineOf(cart, given.variantId)?.plan_id ?? null) : given.planId };
    const facts = await factsFor(tx, cart.head, [...cart.lines, { variant_id: wish.variantId, quantity: wish.quantity + (lineOf(cart, wish.variantId)?.quantity ?? 0), plan_id: wish.planId }]);
    requireBuyable(facts, wish);
    const lines = await storeLine(tx, cart.head.id, wish, facts);
    requireRoom(lines);
    requireBuyable(facts, { ...wish, quantity: lines.find((line) => line.variant_id === wish.variantId)!.quantity });
    return presentChanged(tx, cart.head, lines, facts);
  },
});

function lineOf(cart: OpenCart, variantId: string): CartLineRow | undefined {
  return cart.lines.find((line) => line.variant_id === variantId);
}

// The statement begins after the cart was locked, so it sees every line of the cart, also one added a moment ago.
function storeLine(tx: Tx, cartId: string, wish: LineWish, facts: Facts): Promise<CartLineRow[]> {
  const variant = facts.forSale.get(wish.variantId)!;
  return tx.sql<CartLineRow>`
    with mine as (
      insert into cart_lines (id, cart_id, variant_id, quantity, seen_price, title, plan_id)
      values (${newId()}, ${cartId}, ${wish.variantId}, ${wish.quantity}, ${variant.unitPrice}, ${variant.productTitle}, ${wish.planId ?? null})
      on conflict (workspace_id, cart_id, variant_id) do update
        set quantity = least(${MOST_OF_ONE}, cart_lines.quantity + excluded.quantity), seen_price = excluded.seen_price, title = excluded.title, plan_id = excluded.plan_id
      returning id, variant_id, quantity, seen_price, title, plan_id
    )
    select * from mine
    union all
    select id, variant_id, quantity, seen_price, title, plan_id from cart_lines where cart_id = ${cartId} and variant_id <> ${wish.variantId}
    order by id`;
}
