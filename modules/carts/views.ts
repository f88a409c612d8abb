import * as z from 'zod';
import { view } from '#platform/operations/view.ts';
import { Cart } from './cart.ts';
import { factsFor } from './facts.ts';
import { readOpenCart } from './open-cart.ts';
import { showCart } from './show-cart.ts';

/** A cart with today's prices and stock. An ordered cart is gone (`not_found`). */
export const cartView = view({
  name: 'storefront.cart.get',
  on: 'storefront',
  route: 'GET /cart/:id',
  says: 'A cart',
  needs: 'storefront:cart',
  input: z.object({ id: z.uuid() }),
  output: Cart,
  async read(r, { id }) {
    const { head, lines } = await readOpenCart(r, id);
    return showCart(r, head, lines, await factsFor(r, head, lines));
  },
});
