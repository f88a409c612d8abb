import * as z from 'zod';
import { newId } from '#platform/ids.ts';
import { operation } from '#platform/operations/operation.ts';
import type { Context, Tx } from '#platform/tenancy/context.ts';
import { paymentsFor, refundPayment } from '#modules/payments/index.ts';
import { AdminOrder, readAdminOrder } from './admin-order.ts';
import { lockOrder } from './lock-order.ts';
import { requireRefundable } from './totals.ts';

const Refund = z.object({ id: z.uuid(), paymentId: z.uuid(), amount: z.int() });
type Refund = z.infer<typeof Refund>;

/** Gives money of an order back, all that is left unless told how much. Never more than came in. */
export const refundOrder = operation({
  name: 'orders.refund',
  route: 'POST /orders/:id/refunds',
  says: 'Refund an order',
  needs: 'payments:write',
  input: z.object({
    id: z.uuid(),
    amount: z.int().min(1).optional().meta({ description: 'Minor units; everything that is left unless given' }),
    reason: z.string().trim().max(200).default(''),
  }),
  output: z.object({ order: AdminOrder, refunds: z.array(Refund) }),
  async run(tx, { id, amount }) {
    const order = await lockOrder(tx, id);
    const sums = { total: order.total, captured: order.capturedTotal, refunded: order.refundedTotal };
    const wanted = amount ?? Math.max(1, sums.captured - sums.refunded);
    requireRefundable(sums, wanted);
    return { order: await readAdminOrder(tx, id), refunds: await split(tx, id, wanted) };
  },
  // The refund's id was stored with the first answer, so a repeated request asks for the same refund again, not for another.
  async afterCommit(ctx, { refunds }, { id, reason }) {
    for (const refund of refunds) await carryOut(ctx, refund, reason);
    return { order: await ctx.read((r) => readAdminOrder(r, id)), refunds };
  },
});

// Nearly always one payment. Where an order was paid in several, the newest gives first.
async function split(tx: Tx, orderId: string, wanted: number): Promise<Refund[]> {
  let left = wanted;
  const parts = (await paymentsFor(tx, orderId)).toReversed().map(({ id, captured, refunded }) => {
    const amount = Math.min(left, captured.amount - refunded.amount);
    left -= amount;
    return { id: newId(), paymentId: id, amount };
  });
  return parts.filter((part) => part.amount > 0);
}

async function carryOut(ctx: Context, { id, paymentId, amount }: Refund, reason: string): Promise<void> {
  await refundPayment.call(ctx, { id: paymentId, amount, reason }, { idempotencyKey: `order-refund-${id}` });
}
