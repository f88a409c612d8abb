import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { Cart, MOST_LINES, MOST_OF_ONE, type CartLineRow } from './cart.ts';
import { factsFor } from './facts.ts';
import { lockOpenCart } from './open-cart.ts';
import { showCart } from './show-cart.ts';

/** After sign-in this device's cart becomes the customer's, together with what they had left in carts elsewhere. */
export const mergeCarts = operation({
  name: 'storefront.cart.merge',
  on: 'storefront',
  route: 'POST /cart/:id/merge',
  says: 'Bring a customer’s carts together',
  needs: 'storefront:cart',
  input: z.object({ id: z.uuid() }),
  output: Cart,
  async run(tx, { id }) {
    const customerId = tx.actor.kind === 'storefront' ? tx.actor.customerId : undefined;
    if (!customerId) throw new Refusal('unauthenticated', 'Please sign in first.');
    const { head } = await lockOpenCart(tx, id);
    await takeOver(tx, { id: head.id, customerId, currency: head.currency });
    const lines = await foldIn(tx, head.id);
    return showCart(tx, head, lines, await factsFor(tx, head, lines));
  },
});

// Two devices signing in at once may each hold the cart the other wants; the database then ends one and the operation runs again.
async function takeOver(tx: Tx, cart: { id: string; customerId: string; currency: string }): Promise<void> {
  await tx.sql`
    with theirs as (
      select id from carts
      where customer_id = ${cart.customerId} and state = 'open' and id <> ${cart.id} and currency = ${cart.currency} for update
    ), gone as (
      update carts set state = 'merged', merged_into = ${cart.id} where id in (select id from theirs) or merged_into in (select id from theirs)
    )
    update carts set customer_id = ${cart.customerId} where id = ${cart.id}`;
}

async function foldIn(tx: Tx, cartId: string): Promise<CartLineRow[]> {
  await tx.sql`
    with moved as (
      delete from cart_lines where cart_id in (select id from carts where merged_into = ${cartId})
      returning variant_id, quantity, seen_price, title, plan_id
    )
    insert into cart_lines (cart_id, variant_id, quantity, seen_price, title, plan_id)
    select ${cartId}::uuid, variant_id, least(${MOST_OF_ONE}, sum(quantity)), max(seen_price), max(title), max(plan_id::text)::uuid from moved group by variant_id
    on conflict (workspace_id, cart_id, variant_id) do update set quantity = least(${MOST_OF_ONE}, cart_lines.quantity + excluded.quantity), plan_id = coalesce(cart_lines.plan_id, excluded.plan_id)`;
  return linesOf(tx, cartId);
}

function linesOf(tx: Tx, cartId: string): Promise<CartLineRow[]> {
  return tx.sql<CartLineRow>`
    select id, variant_id, quantity, seen_price, title, plan_id from cart_lines where cart_id = ${cartId} order by id limit ${MOST_LINES}`;
}
