import * as z from 'zod';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Reader, Tx } from '#platform/tenancy/context.ts';
import { now } from '#platform/time.ts';
import { TASK_PRIORITIES, TASK_STATES } from './tables.ts';

/** A task as people see it. */
export const Task = z.object({
  id: z.uuid(),
  title: z.string(),
  note: z.string(),
  kind: z.string(),
  priority: z.enum(TASK_PRIORITIES),
  state: z.enum(TASK_STATES),
  dueAt: z.iso.datetime().nullable(),
  overdue: z.boolean(),
  assignee: z.object({ userId: z.uuid(), name: z.string() }).nullable(),
  about: z.object({ type: z.string(), id: z.uuid(), label: z.string(), link: z.string().meta({ description: 'its page in the dashboard' }) }).nullable(),
  storefrontId: z.uuid().nullable(),
  createdBy: z.string().meta({ description: 'empty when it came by itself' }),
  createdAt: z.iso.datetime(),
  finishedBy: z.string().meta({ description: 'empty when it ended by itself' }),
  finishedAt: z.iso.datetime().nullable(),
});
export type Task = z.infer<typeof Task>;

export interface TaskRow {
  id: string;
  title: string;
  note: string;
  kind: string;
  priority: Task['priority'];
  state: Task['state'];
  dueAt: Date | null;
  assigneeId: string | null;
  assigneeName: string | null;
  storefrontId: string | null;
  relatedType: string | null;
  relatedId: string | null;
  relatedLabel: string;
  relatedLink: string;
  createdBy: string;
  createdAt: Date;
  finishedBy: string;
  finishedAt: Date | null;
}

const COLUMNS = `t.id, t.title, t.note, t.kind, t.priority, t.state, t.due_at as "dueAt", t.assignee_id as "assigneeId", (select m.name from members m where m.user_id = t.assignee_id) as "assigneeName",
  t.storefront_id as "storefrontId", t.related_type as "relatedType", t.related_id as "relatedId", t.related_label as "relatedLabel", t.related_link as "relatedLink",
  t.created_by as "createdBy", t.created_at as "createdAt", t.finished_by as "finishedBy", t.finished_at as "finishedAt"`;

export async function readTask(r: Reader, id: string): Promise<TaskRow> {
  const [row] = await r.query<TaskRow>(`select ${COLUMNS} from tasks t where t.id = $1`, [id]);
  if (!row) throw notFound('The task');
  return row;
}

/** Locks one task; every change of one begins here. */
export async function lockTask(tx: Tx, id: string): Promise<TaskRow> {
  await tx.sql`select 1 from tasks where id = ${id} for update`;
  return readTask(tx, id);
}

/** Locks a task that is still to be done, or says what became of it. */
export async function lockOpenTask(tx: Tx, id: string): Promise<TaskRow> {
  const task = await lockTask(tx, id);
  if (task.state === 'done') throw new Refusal('already_finished', 'This task is finished already. Reopen it to change it.');
  if (task.state === 'dropped') throw new Refusal('already_dropped', 'This task was dropped. Reopen it to change it.');
  return task;
}

export function shownTask(row: TaskRow): Task {
  const { id, title, note, kind, priority, state, storefrontId, createdBy, finishedBy } = row;
  return {
    ...{ id, title, note, kind, priority, state, storefrontId, createdBy, finishedBy },
    dueAt: row.dueAt?.toISOString() ?? null,
    overdue: state === 'open' && row.dueAt !== null && row.dueAt <= now(),
    assignee: row.assigneeId ? { userId: row.assigneeId, name: row.assigneeName ?? 'A former member' } : null,
    about: row.relatedId ? { type: row.relatedType!, id: row.relatedId, label: row.relatedLabel, link: row.relatedLink } : null,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
