import { newId } from '#platform/ids.ts';
import { actorName } from '#platform/tenancy/actor.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { taskAssigned, taskChanged, taskCreated } from './events.ts';
import type { TaskRow } from './read-task.ts';
import { firstReminder } from './reminders.ts';
import { nextPerson, usualDeadline } from './take-turns.ts';

/** A record of the dashboard that a task is about. */
export interface About {
  /** The noun of its list, like `orders`. */
  type: string;
  id: string;
  label: string;
  link: string;
}

export interface NewTask {
  title: string;
  kind: string;
  note?: string | undefined;
  priority?: TaskRow['priority'] | undefined;
  /** Left out: as usual for its kind. */
  dueAt?: Date | null | undefined;
  /** Left out: whose turn it is. */
  assigneeId?: string | null | undefined;
  storefrontId: string | null;
  about?: About | undefined;
  sourceKey?: string | undefined;
}

/** Writes a new task down, gives it to somebody and tells it. */
export async function recordTask(tx: Tx, wish: NewTask): Promise<string> {
  const { title, kind, note = '', priority = 'normal', storefrontId, about, sourceKey = null } = wish;
  const id = newId();
  const dueAt = wish.dueAt === undefined ? await usualDeadline(tx, kind, tx.now) : wish.dueAt;
  const assigneeId = wish.assigneeId === undefined ? await nextPerson(tx, kind, storefrontId) : wish.assigneeId;
  const reminder = firstReminder(tx.now, dueAt);
  await tx.sql`
    insert into tasks (id, title, note, kind, priority, due_at, assignee_id, storefront_id, related_type, related_id, related_label, related_link, source_key, next_reminder, next_reminder_at, created_by, created_at)
    values (${id}, ${title}, ${note}, ${kind}, ${priority}, ${dueAt}, ${assigneeId}, ${storefrontId}, ${about?.type ?? null}, ${about?.id ?? null}, ${about?.label ?? ''}, ${about?.link ?? ''}, ${sourceKey},
      ${reminder?.kind ?? null}, ${reminder?.at ?? null}, ${doneBy(tx)}, ${tx.now})`;
  tx.tell(taskCreated, { taskId: id, kind, title });
  if (assigneeId) tx.tell(taskAssigned, { taskId: id, kind, title, assigneeId });
  return id;
}

type Named = Pick<TaskRow, 'id' | 'kind' | 'title'>;

/** Gives a task to somebody, or takes it from everybody. */
export async function handOver(tx: Tx, { id, kind, title }: Named, assigneeId: string | null): Promise<void> {
  await tx.sql`update tasks set assignee_id = ${assigneeId} where id = ${id}`;
  tx.tell(taskAssigned, { taskId: id, kind, title, assigneeId });
}

/** Moves the deadline; reminders begin anew. */
export async function setDeadline(tx: Tx, { id }: Pick<TaskRow, 'id'>, dueAt: Date | null): Promise<void> {
  const reminder = firstReminder(tx.now, dueAt);
  await tx.sql`update tasks set due_at = ${dueAt}, next_reminder = ${reminder?.kind ?? null}, next_reminder_at = ${reminder?.at ?? null} where id = ${id}`;
}

/** An open task ends. */
export async function endTask(tx: Tx, { id, kind, title }: Named, state: 'done' | 'dropped'): Promise<void> {
  await tx.sql`update tasks set state = ${state}, finished_at = ${tx.now}, finished_by = ${doneBy(tx)}, next_reminder = null, next_reminder_at = null where id = ${id}`;
  tx.tell(taskChanged, { taskId: id, kind, title, change: state });
}

/** An ended task is to be done after all, by whoever had it. */
export async function openAgain(tx: Tx, { id, kind, title, dueAt }: Named & Pick<TaskRow, 'dueAt'>): Promise<void> {
  await tx.sql`update tasks set state = 'open', finished_at = null, finished_by = '' where id = ${id}`;
  await setDeadline(tx, { id }, dueAt);
  tx.tell(taskChanged, { taskId: id, kind, title, change: 'reopened' });
}

// Work nobody in particular asked for is called after its schedule or reaction, which says nothing to people.
function doneBy({ actor }: Tx): string {
  return actor.kind === 'system' ? '' : actorName(actor);
}
