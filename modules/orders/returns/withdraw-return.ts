import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { orderUpdated } from '../events.ts';
import { lockOrder } from '../lock-order.ts';
import { readOrder } from '../order-record.ts';
import { restateGoods } from '../restate-goods.ts';
import { mayOpen } from '../storefront-views.ts';
import { writeTimeline } from '../timeline.ts';
import { moveReturn, returnBy, returnName, ReturnShown, shownReturn, type ReturnRecord } from './return-record.ts';

/** The customer keeps the things after all, as long as nobody of the shop has answered. */
export const withdrawReturn = operation({
  name: 'storefront.orders.withdraw-return',
  on: 'storefront',
  route: 'POST /orders/:id/returns/:returnId/withdrawal',
  says: 'Take back the request for a return',
  needs: 'storefront:orders',
  input: z.object({ id: z.uuid(), returnId: z.uuid(), token: z.string().max(200).optional() }),
  output: ReturnShown,
  async run(tx, { id, returnId, token }) {
    const order = await lockOrder(tx, id);
    if (!mayOpen(tx, await readOrder(tx, id), token)) throw notFound('This order');
    const back = await returnBy(tx, returnId);
    if (back.orderId !== id) throw notFound('This return');
    requireUnanswered(back);
    await moveReturn(tx, back, 'cancelled', '');
    await restateGoods(tx, id);
    const name = returnName(order.number, back);
    await writeTimeline(tx, { orderId: id, kind: 'return', says: `The customer took the request ${name} back.`, open: true });
    tx.tell(orderUpdated, { orderId: id, number: order.number, change: 'return' });
    return shownReturn(await returnBy(tx, returnId), order);
  },
});

const ANSWERED: Partial<Record<ReturnRecord['stage'], string>> = {
  approved: 'We have agreed to this return already. If you would rather keep the things, just do not send them, and write to us.',
  cancelled: 'This request was taken back already.',
};

function requireUnanswered({ stage }: ReturnRecord): void {
  if (stage !== 'requested') throw new Refusal('wrong_state', ANSWERED[stage] ?? 'This return was answered already.', { stage });
}
