import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { money } from '#platform/money.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { carryOutPayment, markPaid, paymentsFor, requestPayment } from '#modules/payments/index.ts';
import { AdminOrder, readAdminOrder } from './admin-order.ts';
import { lockOrder, type LockedOrder } from './lock-order.ts';

/** The money of an order came in by hand: cash, a bank transfer. */
export const markOrderPaid = operation({
  name: 'orders.mark-paid',
  route: 'POST /orders/:id/payment',
  says: 'Mark an order as paid',
  needs: 'payments:write',
  input: z.object({ id: z.uuid(), note: z.string().trim().max(200).default('') }),
  output: z.object({ order: AdminOrder, paymentId: z.uuid() }),
  async run(tx, { id }) {
    const order = await lockOrder(tx, id);
    if (order.cancelledAt) throw new Refusal('order_cancelled', 'This order was cancelled; it cannot be paid any more.');
    if (order.capturedTotal >= order.total) throw new Refusal('already_paid', 'This order is paid already.');
    const paymentId = await awaitedPayment(tx, order);
    return { order: await readAdminOrder(tx, id), paymentId };
  },
  async afterCommit(ctx, { paymentId }, { id, note }) {
    await carryOutPayment(ctx, paymentId);
    await markPaid.call(ctx, { id: paymentId, note }, { idempotencyKey: `order-paid-${paymentId}` });
    return { order: await ctx.read((r) => readAdminOrder(r, id)), paymentId };
  },
});

/** The manual payment the order waits for, or a new one over what is owed. */
async function awaitedPayment(tx: Tx, order: LockedOrder): Promise<string> {
  const open = (await paymentsFor(tx, order.id)).filter(({ state }) => state === 'requested' || state === 'authorized' || state === 'unknown');
  if (open.some(({ provider }) => provider !== 'manual'))
    throw new Refusal('payment_open', 'A card payment of this order is still being confirmed. Wait for it, or cancel the order.');
  if (open[0]) return open[0].id;
  const amount = money(order.total - order.capturedTotal, order.currency);
  return (await requestPayment(tx, { orderId: order.id, amount, choice: { provider: 'manual' } })).id;
}
