import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { notFound } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { Cart, MOST_OF_ONE, type CartLineRow } from './cart.ts';
import { factsFor } from './facts.ts';
import { lockOpenCart, presentChanged, requireBuyable } from './open-cart.ts';

/** Sets how many of something a cart holds. None takes the line out; touching a line accepts its price of today. */
export const updateLine = operation({
  name: 'storefront.cart.update-line',
  on: 'storefront',
  route: 'PUT /cart/:id/lines/:lineId',
  says: 'Change a cart line',
  needs: 'storefront:cart',
  input: z.object({ id: z.uuid(), lineId: z.uuid(), quantity: z.int().min(0).max(MOST_OF_ONE) }),
  output: Cart,
  async run(tx, { id, lineId, quantity }) {
    const cart = await lockOpenCart(tx, id);
    const line = cart.lines.find((each) => each.id === lineId);
    if (!line) throw notFound('This line');
    const facts = await factsFor(tx, cart.head, cart.lines.map((each) => (each.id === lineId ? { ...each, quantity } : each)));
    if (quantity > line.quantity) requireBuyable(facts, { variantId: line.variant_id, quantity });
    const price = facts.forSale.get(line.variant_id)?.unitPrice ?? line.seen_price;
    const changed = await storeQuantity(tx, line, quantity, price);
    const lines = cart.lines.flatMap((each) => (each.id === lineId ? changed : [each]));
    return presentChanged(tx, cart.head, lines, facts);
  },
});

async function storeQuantity(tx: Tx, line: CartLineRow, quantity: number, price: number): Promise<CartLineRow[]> {
  if (quantity === 0) return removeLine(tx, line.id);
  return tx.sql<CartLineRow>`
    update cart_lines set quantity = ${quantity}, seen_price = ${price} where id = ${line.id}
    returning id, variant_id, quantity, seen_price, title, plan_id`;
}

async function removeLine(tx: Tx, lineId: string): Promise<CartLineRow[]> {
  await tx.sql`delete from cart_lines where id = ${lineId}`;
  return [];
}
