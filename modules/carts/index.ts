/**
 * Carts: what a shopper means to buy, before anything is promised.
 *
 * Words: cart, line, problem (what changed since the shopper looked), merge (one cart after sign-in).
 * Invariants: one line per variant; 1..9,999 of a thing, at most 100 things; prices and stock are asked anew at every
 * reading, nothing here reserves stock; knowing a cart's random id is the right to use it; an ordered cart is closed.
 */
import { module } from '#platform/module.ts';
import { addLine } from './add-line.ts';
import { applyCode, removeCode } from './codes.ts';
import { customerParts } from '#modules/customers/index.ts';
import { createCart } from './create-cart.ts';
import { cartsOfCustomer } from './customer-part.ts';
import { forgetOldCarts } from './forget-old-carts.ts';
import { mergeCarts } from './merge-carts.ts';
import { setCartNote } from './set-note.ts';
import { cartLines, carts as cartTable } from './tables.ts';
import { updateLine } from './update-line.ts';
import { cartView } from './views.ts';

export { addLine, applyCode, cartView, createCart, mergeCarts, removeCode, setCartNote, updateLine };
export { holdName } from './facts.ts';
export { MOST_CODES, slowDownCodes } from './codes.ts';
export { cartForCheckout, closingCart, reopenCart, type CartForCheckout } from './for-checkout.ts';
export { LinePlanShown, planShown, type Cart, type CartLine, type CartProblem } from './cart.ts';

export const carts = module({
  name: 'carts',
  uses: ['accounts', 'catalog', 'plans', 'inventory', 'customers', 'discounts'],
  tables: { carts: cartTable, cartLines },
  operations: [createCart, addLine, updateLine, mergeCarts, setCartNote, applyCode, removeCode],
  views: [cartView],
  schedules: [forgetOldCarts],
});

customerParts.add('carts', cartsOfCustomer);
