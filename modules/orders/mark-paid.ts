import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { money } from '#platform/money.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { carryOutPayment, markPaid, paymentsFor, requestPayment } from '#modules/payments/index.ts';
import { AdminOrder, readAdminOrder } from './admin-order.ts';
import { lockOrder, type LockedOrder } from './lock-order.ts';
import { moneySumsOf } from './storefront-order.ts';
import { owedOf } from './totals.ts';

/** The money of an order came in by hand: cash, a bank transfer. */
export const markOrderPaid = operation({
  name: 'orders.mark-paid',
  route: 'POST /orders/:id/payment',
  says: 'Mark an order as paid',
  needs: 'payments:write',
  input: z.object({ id: z.uuid(), note: z.string().trim().max(200).default('') }),
  output: z.object({ order: AdminOrder, paymentId: z.uuid(), payments: z.array(z.object({ id: z.uuid(), amount: z.int() })) }),
  async run(tx, { id }) {
    const order = await lockOrder(tx, id);
    if (order.cancelledAt) throw new Refusal('order_cancelled', 'This order was cancelled; it cannot be paid any more.');
    if (owedOf(moneySumsOf(order)) === 0) throw new Refusal('already_paid', 'This order is paid already.');
    const payments = await awaitedPayments(tx, order);
    return { order: await readAdminOrder(tx, id), paymentId: payments[0]!.id, payments };
  },
  async afterCommit(ctx, { paymentId, payments }, { id, note }) {
    for (const { id: each, amount } of payments) {
      await carryOutPayment(ctx, each);
      await markPaid.call(ctx, { id: each, amount, note }, { idempotencyKey: `order-paid-${each}` });
    }
    return { order: await ctx.read((r) => readAdminOrder(r, id)), paymentId, payments };
  },
});

interface Awaited {
  id: string;
  /** Minor units that have come in on it. */
  amount: number;
}

/** What is owed, on the manual payment the order waits for, and what an edit put on top of it on a new one. */
async function awaitedPayments(tx: Tx, order: LockedOrder): Promise<Awaited[]> {
  const open = (await paymentsFor(tx, order.id)).filter(({ state }) => state === 'requested' || state === 'authorized' || state === 'unknown');
  if (open.some(({ provider }) => provider !== 'manual'))
    throw new Refusal('payment_open', 'A card payment of this order is still being confirmed. Wait for it, or cancel the order.');
  const owed = owedOf(moneySumsOf(order));
  const first = open[0] ? [{ id: open[0].id, amount: Math.min(owed, open[0].amount.amount) }] : [];
  const rest = owed - (first[0]?.amount ?? 0);
  if (rest === 0) return first;
  const { id } = await requestPayment(tx, { orderId: order.id, amount: money(rest, order.currency), choice: { provider: 'manual' } });
  return [...first, { id, amount: rest }];
}
