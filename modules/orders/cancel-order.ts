import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { shipStock } from '#modules/inventory/index.ts';
import { AdminOrder, readAdminOrder } from './admin-order.ts';
import { orderKey } from './checkout/checkout.ts';
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
  input: z.object({
    id: z.uuid(),
    reason: z.enum(['customer', 'fraud', 'out_of_stock', 'other']).default('other'),
    note: z.string().trim().max(1_000).default(''),
    refund: z.boolean().default(true).meta({ description: 'give back what was paid; what was only promised is given up in any case' }),
    restock: z.boolean().default(true).meta({ description: 'false: the goods cannot be sold again and are written off' }),
  }),
  output: AdminOrder,
  async run(tx, { id, reason, note, refund, restock }) {
    const order = await lockOrder(tx, id);
    requireCancellable(order);
    if (!restock) await writeOff(tx, id);
    if (!refund) await tx.sql`update orders set money_kept = true where id = ${id}`;
    await dropOrder(tx, order, reason);
    const kept = refund || order.capturedTotal === 0 ? '' : 'What was paid is kept.';
    const says = ['Order cancelled.', reasons[reason], note, kept, restock ? '' : 'The goods were written off.'].filter(Boolean).join(' ');
    await writeTimeline(tx, { orderId: id, kind: 'cancelled', says });
    return readAdminOrder(tx, id);
  },
});

// Goods that were set aside and cannot be sold again leave the stock like a parcel.
async function writeOff(tx: Tx, orderId: string): Promise<void> {
  await shipStock(tx, { for: orderKey(orderId), because: 'damaged' });
}

function requireCancellable(order: LockedOrder): void {
  if (order.cancelledAt) throw new Refusal('order_cancelled', 'This order was cancelled already.');
  if (order.fulfilmentState !== 'unfulfilled') throw new Refusal('already_fulfilled', 'A part of this order was shipped; refund it instead of cancelling.');
}
