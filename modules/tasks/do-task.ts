import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { requireWorker } from './people.ts';
import { lockOpenTask, lockTask, readTask, shownTask, Task, type TaskRow } from './read-task.ts';
import { endTask, handOver, openAgain } from './record-task.ts';

const Which = z.object({ id: z.uuid() });

export const assignTask = operation({
  name: 'tasks.assign',
  route: 'PUT /tasks/:id/assignee',
  says: 'Give a task to somebody',
  needs: 'tasks:write',
  input: Which.extend({ assigneeId: z.uuid().nullable().meta({ description: 'a user who may work on tasks; null: nobody' }) }),
  output: Task,
  async run(tx, { id, assigneeId }) {
    const task = await lockOpenTask(tx, id);
    if (assigneeId) await requireWorker(tx, assigneeId, task.storefrontId);
    if (assigneeId !== task.assigneeId) await handOver(tx, task, assigneeId);
    return changed(tx, task);
  },
});

/** Whoever is quickest has it; what somebody else has is theirs until it is given to another. */
export const takeTask = operation({
  name: 'tasks.take',
  route: 'POST /tasks/:id/taking',
  says: 'Take a task',
  needs: 'tasks:write',
  input: Which,
  output: Task,
  async run(tx, { id }) {
    const task = await lockOpenTask(tx, id);
    if (tx.actor.kind !== 'member') throw new Refusal('forbidden', 'Only a person who is signed in can take a task.');
    if (task.assigneeId === tx.actor.userId) return shownTask(task);
    if (task.assigneeId) throw new Refusal('already_taken', `${task.assigneeName ?? 'Somebody'} has this task already.`);
    await requireWorker(tx, tx.actor.userId, task.storefrontId);
    await handOver(tx, task, tx.actor.userId);
    return changed(tx, task);
  },
});

export const finishTask = operation({
  name: 'tasks.finish',
  route: 'POST /tasks/:id/completion',
  says: 'Finish a task',
  needs: 'tasks:write',
  input: Which,
  output: Task,
  run: (tx, { id }) => end(tx, id, 'done'),
});

/** It is not to be done any more. */
export const dropTask = operation({
  name: 'tasks.drop',
  route: 'POST /tasks/:id/dropping',
  says: 'Drop a task',
  needs: 'tasks:write',
  input: Which,
  output: Task,
  run: (tx, { id }) => end(tx, id, 'dropped'),
});

async function end(tx: Tx, id: string, state: 'done' | 'dropped'): Promise<Task> {
  const task = await lockOpenTask(tx, id);
  await endTask(tx, task, state);
  return changed(tx, task);
}

export const reopenTask = operation({
  name: 'tasks.reopen',
  route: 'POST /tasks/:id/reopening',
  says: 'Reopen a task',
  needs: 'tasks:write',
  input: Which,
  output: Task,
  async run(tx, { id }) {
    const task = await lockTask(tx, id);
    if (task.state === 'open') throw new Refusal('already_open', 'This task is open.');
    await openAgain(tx, task);
    return changed(tx, task);
  },
});

async function changed(tx: Tx, before: TaskRow): Promise<Task> {
  const after = shownTask(await readTask(tx, before.id));
  const { state, assignee } = shownTask(before);
  tx.changed({ record: 'task', id: before.id, before: { state, assignee }, after: { state: after.state, assignee: after.assignee } });
  return after;
}
