import { orderCancelled } from '#modules/orders/index.ts';
import { taskCause } from '#modules/tasks/index.ts';
import { orderApproved, orderRejected, orderScored } from './events.ts';

interface Held {
  number: number;
  storefrontId: string | null;
  because: string;
}

/** Somebody has to look at a held order before anything of it is shipped. */
export const heldOrderTask = taskCause<{ orderId: string; held?: boolean }>({
  name: 'fraud.held-task',
  kind: 'held-order',
  says: 'Held order',
  comes: 'An order is held to be looked at. Done when it is approved, refused or cancelled.',
  usual: { priority: 'high', dueHours: 24 },
  on: [orderScored, orderApproved, orderRejected, orderCancelled] as never,
  // Nearly every order is looked at and goes on.
  when: ({ held }) => held !== false,
  of: ({ orderId }) => [orderId],
  async look(tx, id) {
    const [order] = await tx.sql<Held>`
      select number, storefront_id as "storefrontId", held_because as because from orders where id = ${id} and held_at is not null and cancelled_at is null`;
    if (!order) return undefined;
    const { number, storefrontId, because } = order;
    return { title: `Look at the held order #${number}`, note: because, storefrontId, about: { type: 'orders', id, label: `Order #${number}`, link: `/orders/${id}` } };
  },
});
