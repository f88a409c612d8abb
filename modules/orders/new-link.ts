import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { lockOrder } from './lock-order.ts';
import { orderPath } from './order-link.ts';
import { writeTimeline } from './timeline.ts';

/** Gives an order a new customer link; links handed out before open nothing any more. */
export const renewOrderLink = operation({
  name: 'orders.renew-link',
  route: 'POST /orders/:id/link',
  says: 'Replace the customer link of an order',
  needs: 'orders:write',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid(), orderLink: z.string() }),
  async run(tx, { id }) {
    await lockOrder(tx, id);
    const [order] = await tx.sql<{ linkVersion: number }>`
      update orders set link_version = link_version + 1, updated_at = ${tx.now} where id = ${id} returning link_version as "linkVersion"`;
    await writeTimeline(tx, { orderId: id, kind: 'link', says: 'The customer link was replaced.' });
    return { id, orderLink: orderPath(tx.workspaceId, { id, ...order! }) };
  },
});
