import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { AboutInput, findRecord } from './about-record.ts';
import { GENERAL, requireKind } from './kinds.ts';
import { requireWorker } from './people.ts';
import { readTask, shownTask, Task } from './read-task.ts';
import { recordTask } from './record-task.ts';
import { TASK_PRIORITIES } from './tables.ts';

export const taskFields = {
  title: z.string().trim().min(1).max(200),
  note: z.string().trim().max(5_000),
  kind: z.string().trim().min(1).max(60),
  priority: z.enum(TASK_PRIORITIES),
  dueAt: z.iso.datetime({ offset: true }).nullable(),
};

export const createTask = operation({
  name: 'tasks.create',
  route: 'POST /tasks',
  says: 'Create a task',
  needs: 'tasks:write',
  input: z.object({
    title: taskFields.title,
    note: taskFields.note.optional(),
    kind: taskFields.kind.default(GENERAL).meta({ description: 'see tasks.choices' }),
    priority: taskFields.priority.default('normal'),
    dueAt: taskFields.dueAt.optional().meta({ description: 'left out: as usual for its kind; null: never' }),
    assigneeId: z.uuid().nullable().optional().meta({ description: 'the user who is to do it; left out: whose turn it is; null: nobody yet' }),
    about: AboutInput.optional().meta({ description: 'a record it is about' }),
    storefrontId: z.uuid().optional().meta({ description: 'the storefront it lies in; unless given, that of the record it is about' }),
  }),
  output: Task,
  before: async (ctx, { about }) => (about ? findRecord(ctx, about) : undefined),
  async run(tx, { dueAt, storefrontId: given, about: _named, ...wish }, found) {
    const storefrontId = await placeOf(tx, given ?? found?.storefrontId ?? null);
    await requireKind(tx, wish.kind);
    if (wish.assigneeId) await requireWorker(tx, wish.assigneeId, storefrontId);
    const id = await recordTask(tx, { ...wish, storefrontId, about: found, ...(dueAt !== undefined && { dueAt: stillToCome(tx, dueAt) }) });
    const task = shownTask(await readTask(tx, id));
    tx.changed({ record: 'task', id, after: task });
    return task;
  },
});

// Somebody who works in some storefronts only makes tasks for them, never for the whole workspace, which they could not see.
async function placeOf(tx: Tx, storefrontId: string | null): Promise<string | null> {
  const place = storefrontId ?? tx.scope?.storefronts?.[0] ?? null;
  if (!storefrontId) return place;
  const known = await tx.sql`select 1 from storefronts where id = ${storefrontId}`;
  if (known.length === 0) throw notFound('The storefront');
  return place;
}

export function stillToCome(tx: Tx, dueAt: string | null): Date | null {
  if (dueAt === null) return null;
  const at = new Date(dueAt);
  if (at <= tx.now) throw new Refusal('invalid', 'Choose a time that is still to come.', { fields: { dueAt: 'is over already' } });
  return at;
}
