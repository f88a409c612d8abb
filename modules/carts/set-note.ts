import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { Cart } from './cart.ts';
import { factsFor } from './facts.ts';
import { lockOpenCart } from './open-cart.ts';
import { showCart } from './show-cart.ts';

/** A word of the shopper to the shop: it travels with the cart into the order. */
export const setCartNote = operation({
  name: 'storefront.cart.set-note',
  on: 'storefront',
  route: 'PUT /cart/:id/note',
  says: 'Write a note on a cart',
  needs: 'storefront:cart',
  input: z.object({ id: z.uuid(), note: z.string().max(1_000) }),
  output: Cart,
  async run(tx, { id, note }) {
    const { head, lines } = await lockOpenCart(tx, id);
    await tx.sql`update carts set note = ${note} where id = ${head.id}`;
    return showCart(tx, { ...head, note }, lines, await factsFor(tx, head, lines));
  },
});
