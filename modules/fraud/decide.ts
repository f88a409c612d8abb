import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { actorName } from '#platform/tenancy/actor.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { cancelOrder, lockOrder, releaseOrder } from '#modules/orders/index.ts';
import { orderApproved, orderRejected } from './events.ts';
import { addToList } from './list.ts';
import { mailMark } from './marks.ts';

const Decided = z.object({ orderId: z.uuid(), state: z.enum(['approved', 'rejected']) });
const Note = z.string().trim().max(1_000).default('');

/** A held order may go: it can be shipped. */
export const approveOrder = operation({
  name: 'fraud.approve',
  route: 'POST /orders/:id/approval',
  says: 'Approve a held order',
  needs: 'orders:write',
  input: z.object({ id: z.uuid(), note: Note, trust: z.boolean().default(false).meta({ description: 'never hold an order with this mail address again' }) }),
  output: Decided,
  async run(tx, { id, note, trust }) {
    const order = await lockOrder(tx, id);
    if ((await releaseOrder(tx, id, ['Approved.', note].filter(Boolean).join(' '))) === 'left') throw new Refusal('not_held', 'This order is not held.');
    await decide(tx, id, 'approved', note);
    if (trust) await addToList(tx, { kind: 'mail', value: mailMark(order.email), verdict: 'trusted', note: `Order #${order.number}` });
    tx.tell(orderApproved, { orderId: id, number: order.number });
    return { orderId: id, state: 'approved' as const };
  },
});

/** A held order does not go: it is cancelled, and what was paid goes back. */
export const rejectOrder = operation({
  name: 'fraud.reject',
  route: 'POST /orders/:id/rejection',
  says: 'Refuse a held order',
  needs: 'orders:write',
  input: z.object({ id: z.uuid(), note: Note, block: z.boolean().default(false).meta({ description: 'hold every order with this mail address' }) }),
  output: Decided,
  async run(tx, { id, note, block }) {
    const order = await lockOrder(tx, id);
    if (!order.heldAt) throw new Refusal('not_held', 'This order is not held.');
    await decide(tx, id, 'rejected', note);
    if (block) await addToList(tx, { kind: 'mail', value: mailMark(order.email), verdict: 'blocked', note: `Order #${order.number}` });
    tx.tell(orderRejected, { orderId: id, number: order.number });
    return { orderId: id, state: 'rejected' as const };
  },
  // At once for whoever waits; a reaction does it in any case.
  async afterCommit(ctx, answer, { id, note }) {
    await cancelOrder.call(ctx, { id, reason: 'fraud', note }).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
    });
    return answer;
  },
});

async function decide(tx: Tx, orderId: string, state: 'approved' | 'rejected', note: string): Promise<void> {
  const done = await tx.sql`update fraud_checks set state = ${state}, decided_by = ${actorName(tx.actor)}, decided_at = ${tx.now}, note = ${note} where order_id = ${orderId} returning id`;
  if (done.length === 0) throw notFound('The check of this order');
  tx.changed({ record: 'order', id: orderId, before: { held: true }, after: { held: false, decision: state } });
}
