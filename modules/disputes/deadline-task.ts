import { reaction } from '#platform/events/reaction.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { raiseTask, settleTask } from '#modules/tasks/index.ts';
import { isAnswerable } from './dispute-state.ts';
import { disputeChanged, disputeMoved, disputeOpened } from './events.ts';
import { readDispute, type DisputeRow } from './read-dispute.ts';

/** What waits for an answer is a task until the deadline; answered or closed, the task is done by itself. */
export const keepDeadlineTask = reaction<{ disputeId: string }>({
  name: 'disputes.deadline-task',
  on: [disputeOpened, disputeMoved, disputeChanged] as never,
  async apply(tx, { disputeId }, told) {
    const dispute = await readDispute(tx, disputeId);
    if (!isAnswerable(dispute.state)) return settleTask(tx, keyOf(dispute));
    // A task that people have ended stays ended, unless the bank asks again.
    await raise(tx, dispute, told.event === disputeMoved.name ? { again: true } : {});
  },
});

function keyOf({ id }: DisputeRow): string {
  return `dispute:${id}`;
}

async function raise(tx: Tx, dispute: DisputeRow, asked: { again?: true }): Promise<void> {
  const { id, orderId, orderNumber, respondBy } = dispute;
  const [order] = await tx.sql<{ storefrontId: string | null }>`select storefront_id as "storefrontId" from orders where id = ${orderId}`;
  await raiseTask(tx, {
    ...asked,
    key: keyOf(dispute),
    kind: 'dispute',
    title: `Answer the dispute of order #${orderNumber}`,
    priority: 'high',
    ...(respondBy && { dueAt: respondBy }),
    storefrontId: order?.storefrontId ?? null,
    about: { type: 'disputes', id, label: `Dispute of order #${orderNumber}`, link: `/disputes/${id}` },
  });
}
