import { taskCause } from '#modules/tasks/index.ts';
import { isAnswerable } from './dispute-state.ts';
import { disputeChanged, disputeMoved, disputeOpened } from './events.ts';
import { readDispute } from './read-dispute.ts';

/** What waits for an answer is a task until the bank's deadline. */
export const disputeTask = taskCause<{ disputeId: string }>({
  name: 'disputes.deadline-task',
  kind: 'dispute',
  says: 'Dispute',
  comes: 'A dispute waits for an answer. Done when it is answered or closed.',
  usual: { priority: 'high', dueHours: null },
  on: [disputeOpened, disputeMoved, disputeChanged] as never,
  of: ({ disputeId }) => [disputeId],
  // A task that people have ended stays ended, unless the bank asks again.
  again: (_data, { event }) => event === disputeMoved.name,
  async look(tx, id) {
    const { orderId, orderNumber, respondBy, state } = await readDispute(tx, id);
    if (!isAnswerable(state)) return undefined;
    const [order] = await tx.sql<{ storefrontId: string | null }>`select storefront_id as "storefrontId" from orders where id = ${orderId}`;
    return {
      title: `Answer the dispute of order #${orderNumber}`,
      ...(respondBy && { dueAt: respondBy }),
      storefrontId: order?.storefrontId ?? null,
      about: { type: 'disputes', id, label: `Dispute of order #${orderNumber}`, link: `/disputes/${id}` },
    };
  },
});
