/**
 * Orders: the way from cart to order (checkout), the order itself, and what follows until it is sent or given back.
 *
 * Words: checkout (holds stock for a quarter of an hour), quote (what it costs now), place, fulfil (a parcel leaves), drop,
 * draft (an order made by hand), edit, return, exchange, credit (a part of the total given up again). Invariants: one living
 * order per checkout; numbers without gaps per workspace; total = lines - discount + shipping (+ tax unless prices carry it);
 * total - credited = paid - refunded + owed - due; an order exists before anything is charged; states move along `order-state.ts`
 * and `return-stage.ts` only; never more is refunded than was captured; no unit comes back twice; bought is kept as it was then.
 */
import { module } from '#platform/module.ts';
import { addOrderNote } from './add-note.ts';
import { countChangedSales, countSalesRegularly } from './analytics/count-sales.ts';
import { changeOrderDetails } from './change-details.ts';
import { cancelFulfilment, correctTracking } from './change-parcel.ts';
import { homeFigures } from './analytics/home.ts';
import { cancelOrder } from './cancel-order.ts';
import { forgetOldCheckouts } from './checkout/forget-old-checkouts.ts';
import { startCheckout } from './checkout/start-checkout.ts';
import { updateCheckout } from './checkout/update-checkout.ts';
import { checkoutView } from './checkout/views.ts';
import { changeTender, enterCode } from './checkout/codes.ts';
import { customerParts } from '#modules/customers/index.ts';
import { completeDraft } from './drafts/complete-draft.ts';
import { draftList, draftView } from './drafts/views.ts';
import { createDraft, updateDraft } from './drafts/write-draft.ts';
import { editOrder, previewEdit } from './edits/edit-order.ts';
import { ordersOfCustomer } from './customer-part.ts';
import * as events from './events.ts';
import { fulfilOrder } from './fulfil-order.ts';
import { moveParcel } from './move-parcel.ts';
import { markOrderPaid } from './mark-paid.ts';
import { renewOrderLink } from './new-link.ts';
import { orderFile } from './order-file.ts';
import { orderMails, resendMail } from './order-mails.ts';
import { orderNeighbours } from './order-place.ts';
import { placeOrder } from './place-order.ts';
import { settleOrder } from './settle-order.ts';
import { orderNotices } from './notices.ts';
import { issueSoldCards, voidRefundedCards } from './sold-gift-cards.ts';
import { confirmByMail, countForCustomer, giveBack } from './reactions.ts';
import { refundOrder } from './refund-order.ts';
import { refusedRefundTask } from './refund-task.ts';
import { beginReturn } from './returns/begin-return.ts';
import { approveReturn, cancelReturn, declineReturn } from './returns/decide-return.ts';
import { returnTask } from './returns/decision-task.ts';
import { receiveReturn } from './returns/receive-return.ts';
import { requestReturn } from './returns/request-return.ts';
import { returnRulesView, setReturnRules } from './returns/return-rules.ts';
import { customerReturnsView, returnList } from './returns/views.ts';
import { withdrawReturn } from './returns/withdraw-return.ts';
import { confirmAReturn, sendAgain, writeOfAParcel, writeOfProgress, writeOfAReturn, writeOfARefund } from './write-to-customer.ts';
import { customerOrdersView, shopperOrderView } from './storefront-views.ts';
import * as tables from './tables.ts';
import { orderList, orderView } from './views.ts';

export const orders = module({
  name: 'orders',
  uses: ['accounts', 'tasks', 'storefronts', 'catalog', 'plans', 'inventory', 'tax', 'shipping', 'payments', 'customers', 'discounts', 'gift-cards', 'carts'],
  tables,
  operations: [
    ...[startCheckout, updateCheckout, enterCode, changeTender, placeOrder, settleOrder],
    ...[addOrderNote, cancelOrder, changeOrderDetails, editOrder, markOrderPaid, refundOrder, renewOrderLink, resendMail],
    ...[fulfilOrder, correctTracking, cancelFulfilment, moveParcel],
    ...[beginReturn, requestReturn, withdrawReturn, approveReturn, declineReturn, cancelReturn, receiveReturn, setReturnRules],
    ...[createDraft, updateDraft, completeDraft],
  ],
  views: [checkoutView, shopperOrderView, customerOrdersView, orderList, orderView, orderNeighbours, orderMails, orderFile, previewEdit, draftList, draftView, returnList, returnRulesView, customerReturnsView, homeFigures],
  events: Object.values(events),
  notices: orderNotices,
  reactions: [confirmByMail, giveBack, countForCustomer, countChangedSales, writeOfAParcel, writeOfProgress, confirmAReturn, writeOfAReturn, writeOfARefund, sendAgain, issueSoldCards, voidRefundedCards, returnTask, refusedRefundTask],
  schedules: [countSalesRegularly, forgetOldCheckouts],
  capabilities: { 'orders:read': 'See orders', 'orders:write': 'Change orders' },
});

customerParts.add('orders', ordersOfCustomer);

export { startCheckout, updateCheckout, enterCode, changeTender, checkoutView, placeOrder, settleOrder, shopperOrderView, customerOrdersView };
export { addOrderNote, cancelOrder, fulfilOrder, markOrderPaid, refundOrder, renewOrderLink };
export { changeOrderDetails, correctTracking, cancelFulfilment, moveParcel, editOrder, previewEdit, resendMail, orderMails, orderNeighbours };
export { beginReturn, requestReturn, withdrawReturn, approveReturn, declineReturn, cancelReturn, receiveReturn, setReturnRules, returnList, customerReturnsView };
export { RETURN_REASONS, RETURN_STAGES, stageMoves } from './returns/return-stage.ts';
export { createDraft, updateDraft, completeDraft, draftList, draftView, orderList, orderView, homeFigures };
export { orders as orderTable } from './tables.ts';
export { readAdminOrder } from './admin-order.ts';
export { lockOrder } from './lock-order.ts';
export { beforeShipping, holdOrder, releaseOrder } from './hold-order.ts';
export { writeTimeline } from './timeline.ts';
export { mailsOf } from './order-mails.ts';
export { senderOf } from './reactions.ts';
export { placeAgain, priceAgain, type PlacedAgain, type StandingOrder } from './place-again.ts';
export type { Address } from './address.ts';
export { mayOpenOrder } from './storefront-views.ts';
export { statusSentence, PAYMENT_STATES, FULFILMENT_STATES, RETURN_STATES } from './order-state.ts';
export { orderPath } from './order-link.ts';
export type { Checkout } from './checkout/checkout.ts';
export type { ShopperOrder } from './storefront-order.ts';
export type { AdminOrder } from './admin-order.ts';
export { choiceOf, PaymentWish, type PlacedOrder } from './place-order.ts';
export { outcomeOf, PaymentOutcome } from './payment-outcome.ts';
export * from './events.ts';
