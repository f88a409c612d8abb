import { lastOfEach, reaction } from '#platform/events/reaction.ts';
import { Refusal } from '#platform/refusal.ts';
import { cancelOrder, orderCancelled, orderPlaced } from '#modules/orders/index.ts';
import { paymentAuthorized, paymentCaptured } from '#modules/payments/index.ts';
import { checkOrder } from './check-order.ts';
import { orderRejected } from './events.ts';

/** Looks at an order as soon as it is placed, and again when the payment tells more of the card. */
export const scoreOrders = reaction<{ orderId: string }>({
  name: 'fraud.score',
  on: [orderPlaced, paymentCaptured, paymentAuthorized] as never,
  among: lastOfEach(({ orderId }) => orderId),
  apply: (tx, { orderId }) => checkOrder(tx, orderId),
});

/** A refused order is cancelled, and its money goes back. */
export const cancelRejected = reaction({
  name: 'fraud.cancel-rejected',
  on: orderRejected,
  async run(ctx, { orderId }) {
    await cancelOrder.call(ctx, { id: orderId, reason: 'fraud' }).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
    });
  },
});

/** What was cancelled waits for nobody. */
export const closeCancelled = reaction({
  name: 'fraud.close-cancelled',
  on: orderCancelled,
  async apply(tx, { orderId, reason }) {
    await tx.sql`update fraud_checks set state = ${reason === 'fraud' ? 'rejected' : 'passed'}, decided_at = ${tx.now} where order_id = ${orderId} and (state = 'held' or ${reason === 'fraud'})`;
  },
});
