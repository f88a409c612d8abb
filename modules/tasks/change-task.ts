import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { stillToCome, taskFields } from './create-task.ts';
import { taskChanged } from './events.ts';
import { requireKind } from './kinds.ts';
import { lockOpenTask, readTask, shownTask, Task, type TaskRow } from './read-task.ts';
import { setDeadline } from './record-task.ts';

/** Changes what is to be done, until when and how urgently. Who does it is not touched. */
export const changeTask = operation({
  name: 'tasks.update',
  route: 'PATCH /tasks/:id',
  says: 'Change a task',
  needs: 'tasks:write',
  input: z.object({ id: z.uuid(), title: taskFields.title.optional(), note: taskFields.note.optional(), kind: taskFields.kind.optional(), priority: taskFields.priority.optional(), dueAt: taskFields.dueAt.optional().meta({ description: 'null: never' }) }),
  output: Task,
  async run(tx, { id, dueAt, ...changes }) {
    const before = await lockOpenTask(tx, id);
    const { title = before.title, note = before.note, kind = before.kind, priority = before.priority } = changes;
    if (kind !== before.kind) await requireKind(tx, kind);
    await tx.sql`update tasks set title = ${title}, note = ${note}, kind = ${kind}, priority = ${priority} where id = ${id}`;
    if (dueAt !== undefined) await moveDeadline(tx, before, dueAt);
    tx.tell(taskChanged, { taskId: id, kind, title, change: 'edited' });
    const task = shownTask(await readTask(tx, id));
    tx.changed({ record: 'task', id, before: shownTask(before), after: task });
    return task;
  },
});

// A form sends what it shows: a deadline that is over and stays as it is, is no news.
async function moveDeadline(tx: Tx, before: TaskRow, dueAt: string | null): Promise<void> {
  if (dueAt !== null && before.dueAt && sameMinute(before.dueAt, new Date(dueAt))) return;
  await setDeadline(tx, before, stillToCome(tx, dueAt));
}

function sameMinute(a: Date, b: Date): boolean {
  return Math.floor(a.getTime() / 60_000) === Math.floor(b.getTime() / 60_000);
}
