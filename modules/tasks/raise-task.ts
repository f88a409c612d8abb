import type { Tx } from '#platform/tenancy/context.ts';
import { taskChanged } from './events.ts';
import type { TaskRow } from './read-task.ts';
import { endTask, openAgain, recordTask, setDeadline, type NewTask } from './record-task.ts';

/** A task its cause asks for. */
interface RaisedTask extends Omit<NewTask, 'assigneeId' | 'sourceKey'> {
  /** What it is for, like `dispute:<id>`: there is one task for each. */
  key: string;
  /** There is something to do again: an ended task is opened. Otherwise it stays as people left it. */
  again: boolean;
  /** Whether there should be one at all when there is none. */
  isWanted: boolean;
}

type Raised = Pick<TaskRow, 'id' | 'kind' | 'title' | 'state' | 'dueAt'>;

/** Sees to it that there is this task, with these words and this deadline. Asked again it changes what is new and nothing else. */
export async function raiseTask(tx: Tx, { key, again, isWanted, ...wish }: RaisedTask): Promise<void> {
  const found = await raisedFor(tx, key);
  if (!found) {
    if (isWanted) await recordTask(tx, { ...wish, sourceKey: key });
    return;
  }
  if (found.state !== 'open' && !again) return;
  const dueAt = wish.dueAt === undefined ? found.dueAt : wish.dueAt;
  if (found.state !== 'open') await openAgain(tx, { ...found, dueAt });
  await follow(tx, found, { title: wish.title, dueAt });
}

async function follow(tx: Tx, { id, kind, ...before }: Raised, { title, dueAt }: { title: string; dueAt: Date | null }): Promise<void> {
  const moved = before.dueAt?.getTime() !== dueAt?.getTime();
  if (before.title === title && !moved) return;
  await tx.sql`update tasks set title = ${title} where id = ${id}`;
  if (moved) await setDeadline(tx, { id }, dueAt);
  tx.tell(taskChanged, { taskId: id, kind, title, change: 'edited' });
}

/** What the task was for is over: it ends by itself, and the next cause makes one of its own. Nothing happens when there is none. */
export async function settleTask(tx: Tx, key: string): Promise<void> {
  const found = await raisedFor(tx, key);
  if (!found) return;
  if (found.state === 'open') await endTask(tx, found, 'done');
  await tx.sql`update tasks set source_key = null where id = ${found.id}`;
}

async function raisedFor(tx: Tx, key: string): Promise<Raised | undefined> {
  const [found] = await tx.sql<Raised>`select id, kind, title, state, due_at as "dueAt" from tasks where source_key = ${key} for update`;
  return found;
}
