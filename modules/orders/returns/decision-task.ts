import { taskCause } from '#modules/tasks/index.ts';
import { orderUpdated, returnDecided, returnRequested } from '../events.ts';
import { reasonWords } from './reason-words.ts';
import { returnName } from './return-record.ts';
import type { ReturnReason } from './return-stage.ts';

interface Asked {
  orderId: string;
  orderNumber: number;
  number: number;
  reason: ReturnReason;
  storefrontId: string | null;
}

/** A return a customer asked for waits until somebody of the shop has decided, or the customer thinks better of it. */
export const returnTask = taskCause<{ orderId: string; returnId?: string; change?: string }>({
  name: 'orders.return-task',
  kind: 'return',
  says: 'Return to decide on',
  comes: 'A customer asks to send something back. Done when it is approved or declined, or the customer takes it back.',
  usual: { priority: 'normal', dueHours: 48 },
  on: [returnRequested, returnDecided, orderUpdated] as never,
  when: ({ change }) => change === undefined || change === 'return',
  async of({ orderId, returnId }, r) {
    if (returnId) return [returnId];
    return (await r.sql<{ id: string }>`select id from order_returns where order_id = ${orderId} and by_customer`).map(({ id }) => id);
  },
  async look(tx, id) {
    const [asked] = await tx.sql<Asked>`
      select b.order_id as "orderId", o.number as "orderNumber", b.number, b.reason, o.storefront_id as "storefrontId"
      from order_returns b join orders o on o.id = b.order_id where b.id = ${id} and b.stage = 'requested' and o.cancelled_at is null`;
    if (!asked) return undefined;
    const { orderId, orderNumber, reason, storefrontId } = asked;
    return { title: `Decide on the return ${returnName(orderNumber, asked)}`, note: reasonWords[reason], storefrontId, about: { type: 'orders', id: orderId, label: `Order #${orderNumber}`, link: `/orders/${orderId}` } };
  },
});
