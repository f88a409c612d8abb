import { memberRemoved, memberSuspended } from '#modules/accounts/index.ts';
import { reaction } from '#platform/events/reaction.ts';
import { handOver } from './record-task.ts';

/** Open tasks of somebody who does not come in any more are anybody's again. */
export const letGoOfTasks = reaction({
  name: 'tasks.let-go',
  on: [memberRemoved, memberSuspended],
  async apply(tx, { userId }) {
    const left = await tx.sql<{ id: string; kind: string; title: string }>`select id, kind, title from tasks where assignee_id = ${userId} and state = 'open' order by id for update`;
    for (const task of left) await handOver(tx, task, null);
  },
});
