import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { AdminOrder, readAdminOrder } from './admin-order.ts';
import { orderUpdated } from './events.ts';
import { lockOrder } from './lock-order.ts';
import { writeTimeline } from './timeline.ts';

/** A note among colleagues; the customer never sees it. */
export const addOrderNote = operation({
  name: 'orders.add-note',
  route: 'POST /orders/:id/notes',
  says: 'Write a note on an order',
  needs: 'orders:write',
  input: z.object({ id: z.uuid(), text: z.string().trim().min(1).max(5_000) }),
  output: AdminOrder,
  async run(tx, { id, text }) {
    const order = await lockOrder(tx, id);
    await writeTimeline(tx, { orderId: id, kind: 'note', says: text });
    tx.tell(orderUpdated, { orderId: id, number: order.number, change: 'note' });
    return readAdminOrder(tx, id);
  },
});
