import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { AdminOrder, readAdminOrder } from './admin-order.ts';
import { dropOrder } from './drop-order.ts';
import { lockOrder, type LockedOrder } from './lock-order.ts';
import { writeTimeline } from './timeline.ts';

const reasons = { customer: 'The customer asked for it.', fraud: 'Suspected fraud.', out_of_stock: 'It cannot be delivered.', other: '' } as const;

/** Calls an order off before anything was sent: its stock is free at once, and a reaction gives the money back. */
export const cancelOrder = operation({
  name: 'orders.cancel',
  route: 'POST /orders/:id/cancellation',
  says: 'Cancel an order',
  needs: 'orders:write',
  input: z.object({ id: z.uuid(), reason: z.enum(['customer', 'fraud', 'out_of_stock', 'other']).default('other'), note: z.string().trim().max(1_000).default('') }),
  output: AdminOrder,
  async run(tx, { id, reason, note }) {
    const order = await lockOrder(tx, id);
    requireCancellable(order);
    await dropOrder(tx, order, reason);
    const says = ['Order cancelled.', reasons[reason], note].filter(Boolean).join(' ');
    await writeTimeline(tx, { orderId: id, kind: 'cancelled', says });
    return readAdminOrder(tx, id);
  },
});

function requireCancellable(order: LockedOrder): void {
  if (order.cancelledAt) throw new Refusal('order_cancelled', 'This order was cancelled already.');
  if (order.fulfilmentState !== 'unfulfilled') throw new Refusal('already_fulfilled', 'A part of this order was shipped; refund it instead of cancelling.');
}
