/**
 * Orders: the way from cart to order (checkout), the order itself, and what follows until it is sent or given back.
 *
 * Words: checkout (holds stock for a quarter of an hour), quote (what it costs now), place, fulfil (a parcel leaves), drop,
 * draft (an order made by hand), timeline. Invariants: one living order per checkout; numbers without gaps per workspace;
 * total = lines - discount + shipping (+ tax unless prices carry it); an order exists before anything is charged; payment,
 * fulfilment and return states move along `order-state.ts` only; the payment state follows the money; never more is
 * refunded than was captured; an order keeps what was bought as it was then.
 */
import { module } from '#platform/module.ts';
import { addOrderNote } from './add-note.ts';
import { homeFigures } from './analytics/home.ts';
import { cancelOrder } from './cancel-order.ts';
import { startCheckout } from './checkout/start-checkout.ts';
import { updateCheckout } from './checkout/update-checkout.ts';
import { checkoutView } from './checkout/views.ts';
import { completeDraft } from './drafts/complete-draft.ts';
import { draftList, draftView } from './drafts/views.ts';
import { createDraft, updateDraft } from './drafts/write-draft.ts';
import * as events from './events.ts';
import { fulfilOrder } from './fulfil-order.ts';
import { markOrderPaid } from './mark-paid.ts';
import { renewOrderLink } from './new-link.ts';
import { placeOrder } from './place-order.ts';
import { confirmByMail, countForCustomer, giveBack } from './reactions.ts';
import { refundOrder } from './refund-order.ts';
import { customerOrdersView, shopperOrderView } from './storefront-views.ts';
import * as tables from './tables.ts';
import { orderList, orderView } from './views.ts';

export const orders = module({
  name: 'orders',
  uses: ['accounts', 'catalog', 'inventory', 'tax', 'shipping', 'payments', 'customers', 'carts'],
  tables,
  operations: [
    ...[startCheckout, updateCheckout, placeOrder],
    ...[addOrderNote, cancelOrder, fulfilOrder, markOrderPaid, refundOrder, renewOrderLink],
    ...[createDraft, updateDraft, completeDraft],
  ],
  views: [checkoutView, shopperOrderView, customerOrdersView, orderList, orderView, draftList, draftView, homeFigures],
  events: Object.values(events),
  reactions: [confirmByMail, giveBack, countForCustomer],
  capabilities: { 'orders:read': 'See orders', 'orders:write': 'Change orders' },
});

export { startCheckout, updateCheckout, checkoutView, placeOrder, shopperOrderView, customerOrdersView };
export { addOrderNote, cancelOrder, fulfilOrder, markOrderPaid, refundOrder, renewOrderLink };
export { createDraft, updateDraft, completeDraft, draftList, draftView, orderList, orderView, homeFigures };
export { statusSentence, PAYMENT_STATES, FULFILMENT_STATES, RETURN_STATES } from './order-state.ts';
export { orderPath } from './order-link.ts';
export type { Checkout } from './checkout/checkout.ts';
export type { ShopperOrder } from './storefront-order.ts';
export type { AdminOrder } from './admin-order.ts';
export type { PlacedOrder } from './place-order.ts';
export * from './events.ts';
