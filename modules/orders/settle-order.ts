import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { notFound } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { lookAtPayment } from '#modules/payments/index.ts';
import { readCheckout } from './checkout/checkout-rows.ts';
import { orderPath } from './order-link.ts';
import { readOrder } from './order-record.ts';
import { outcomeOf, paymentOf } from './payment-outcome.ts';
import { PlacedOrder } from './place-order.ts';
import { forShopper } from './storefront-order.ts';

/**
 * The shopper is back from the provider's page, or asks whether the money has come: looks at the provider and answers how the order
 * stands. May be asked any number of times. Knowing the checkout's random id is the right to ask.
 */
export const settleOrder = operation({
  name: 'storefront.orders.settle',
  on: 'storefront',
  route: 'POST /checkout/:id/settlement',
  says: 'Find out how the payment of a checkout went',
  needs: 'storefront:checkout',
  input: z.object({ id: z.uuid() }),
  output: PlacedOrder,
  audit: 'none',
  async run(tx, { id }) {
    const orderId = (await readCheckout(tx, id)).order_id ?? (await lastTryOf(tx, id));
    if (!orderId) throw notFound('The order');
    const order = await readOrder(tx, orderId);
    return { order: forShopper(order), payment: await paymentOf(tx, order), orderLink: orderPath(tx.workspaceId, order) };
  },
  async afterCommit(ctx, answer) {
    if (answer.payment.id === null || answer.payment.state !== 'pending') return answer;
    const payment = await lookAtPayment(ctx, answer.payment.id);
    return { ...answer, order: forShopper(await ctx.read((r) => readOrder(r, answer.order.id))), payment: outcomeOf(payment) };
  },
});

/** A payment that failed gives the checkout back; how it went can still be asked. */
async function lastTryOf(tx: Tx, checkoutId: string): Promise<string | undefined> {
  const [order] = await tx.sql<{ id: string }>`select id from orders where checkout_id = ${checkoutId} order by number desc limit 1`;
  return order?.id;
}
