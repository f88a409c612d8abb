import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { releaseHold } from '#modules/inventory/index.ts';
import { AdminOrder, readAdminOrder } from '../admin-order.ts';
import { orderUpdated, returnDecided } from '../events.ts';
import { lockOrder, type LockedOrder } from '../lock-order.ts';
import { restateGoods } from '../restate-goods.ts';
import { writeTimeline } from '../timeline.ts';
import { exchangeKey } from './open-return.ts';
import { moveReturn, returnBy, returnName, type ReturnRecord } from './return-record.ts';

const Which = z.object({ returnId: z.uuid() });

interface Held {
  order: LockedOrder;
  back: ReturnRecord;
  name: string;
}

/** The return with its order locked: whoever comes second sees what the first has decided. */
export async function holdReturn(tx: Tx, returnId: string): Promise<Held> {
  const { orderId } = await returnBy(tx, returnId);
  const order = await lockOrder(tx, orderId);
  const back = await returnBy(tx, returnId);
  return { order, back, name: returnName(order.number, back) };
}

export const approveReturn = operation({
  name: 'orders.approve-return',
  route: 'POST /order-returns/:returnId/approval',
  says: 'Approve a return',
  needs: 'orders:write',
  input: Which.extend({ instructions: z.string().trim().max(5_000).default(''), labelUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)]).default('') }),
  output: AdminOrder,
  async run(tx, { returnId, instructions, labelUrl }) {
    const { order, back, name } = await holdReturn(tx, returnId);
    await moveReturn(tx, back, 'approved', '');
    await tx.sql`update order_returns set instructions = ${instructions}, label_url = ${labelUrl || null} where id = ${returnId}`;
    await writeTimeline(tx, { orderId: order.id, kind: 'return', says: `The return ${name} was approved.`, open: true });
    tx.tell(returnDecided, { orderId: order.id, number: order.number, returnId, name, approved: true });
    return readAdminOrder(tx, order.id);
  },
});

export const declineReturn = operation({
  name: 'orders.decline-return',
  route: 'POST /order-returns/:returnId/refusal',
  says: 'Decline a return',
  needs: 'orders:write',
  input: Which.extend({ says: z.string().trim().min(1, 'the customer should read why').max(2_000) }),
  output: AdminOrder,
  async run(tx, { returnId, says }) {
    const { order, back, name } = await holdReturn(tx, returnId);
    await moveReturn(tx, back, 'declined', says);
    await restateGoods(tx, order.id);
    await writeTimeline(tx, { orderId: order.id, kind: 'return', says: `The return ${name} was declined. ${says}`, open: true });
    tx.tell(returnDecided, { orderId: order.id, number: order.number, returnId, name, approved: false });
    return readAdminOrder(tx, order.id);
  },
});

/** Nothing will come after all; what was set aside for an exchange is free again. */
export const cancelReturn = operation({
  name: 'orders.cancel-return',
  route: 'POST /order-returns/:returnId/cancellation',
  says: 'Call off a return',
  needs: 'orders:write',
  input: Which,
  output: AdminOrder,
  async run(tx, { returnId }) {
    const { order, back, name } = await holdReturn(tx, returnId);
    await moveReturn(tx, back, 'cancelled', '');
    await releaseHold(tx, { for: exchangeKey(returnId), reason: 'the exchange was called off' });
    await restateGoods(tx, order.id);
    await writeTimeline(tx, { orderId: order.id, kind: 'return', says: `The return ${name} was called off.`, open: true });
    tx.tell(orderUpdated, { orderId: order.id, number: order.number, change: 'return' });
    return readAdminOrder(tx, order.id);
  },
});
