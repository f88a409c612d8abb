import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { column } from '#platform/operations/columns.ts';
import { listView } from '#platform/operations/list-view.ts';
import { view } from '#platform/operations/view.ts';
import { kindsOf } from './kinds.ts';
import { workersOf } from './people.ts';
import { readTask, shownTask, Task } from './read-task.ts';
import { TASK_PRIORITIES, TASK_STATES, tasks } from './tables.ts';

export const taskList = listView({
  name: 'tasks.list',
  route: 'GET /tasks',
  says: 'Tasks',
  needs: 'tasks:read',
  opens: '/tasks/:id',
  from: tasks,
  search: [{ text: tasks.searchText, key: tasks.id }],
  columns: {
    title: column(tasks.title, { says: 'Task', search: true, sort: true }),
    kind: column(tasks.kind, { says: 'Kind', filter: 'any of', sort: true }),
    priority: column(tasks.priority, { says: 'Priority', filter: 'any of', values: TASK_PRIORITIES }),
    state: column(tasks.state, { says: 'State', filter: 'any of', values: TASK_STATES }),
    dueAt: column(tasks.dueAt, { says: 'Due', filter: 'dates', sort: true, empty: 'last' }),
    overdue: column(sql<boolean>`(tasks.state = 'open' and coalesce(tasks.due_at <= now(), false))`, { says: 'Overdue', filter: 'yes or no', type: 'boolean' }),
    assignee: column(sql<string | null>`(select m.name from members m where m.user_id = tasks.assignee_id)`, { says: 'Who', sort: true }),
    assigneeId: column(tasks.assigneeId, { says: 'Who (user)', filter: 'any of' }),
    taken: column(sql<boolean>`(tasks.assignee_id is not null)`, { says: 'Somebody has it', filter: 'yes or no', type: 'boolean' }),
    about: column(tasks.relatedLabel, { says: 'About', search: true }),
    aboutType: column(tasks.relatedType, { says: 'About what', filter: 'any of' }),
    aboutId: column(tasks.relatedId, { says: 'About which record', filter: 'any of' }),
    aboutLink: column(tasks.relatedLink, { says: 'Page of the record' }),
    createdBy: column(tasks.createdBy, { says: 'Created by', filter: 'any of' }),
    createdAt: column(tasks.createdAt, { says: 'Created', filter: 'dates', sort: 'newest first' }),
    finishedBy: column(tasks.finishedBy, { says: 'Finished by' }),
    finishedAt: column(tasks.finishedAt, { says: 'Finished', filter: 'dates', sort: true }),
  },
});

export const taskView = view({
  name: 'tasks.get',
  route: 'GET /tasks/:id',
  says: 'A task',
  needs: 'tasks:read',
  input: z.object({ id: z.uuid() }),
  output: Task,
  read: async (r, { id }) => shownTask(await readTask(r, id)),
});

/** What a form of tasks offers, and who asks. */
export const taskChoices = view({
  name: 'tasks.choices',
  route: 'GET /task-choices',
  says: 'Kinds of tasks, who may work on them, and how many are open',
  needs: 'tasks:read',
  input: z.object({}),
  output: z.object({
    me: z.uuid().nullable().meta({ description: 'the user who asks; null for a program' }),
    people: z.array(z.object({ userId: z.uuid(), name: z.string() })),
    kinds: z.array(
      z.object({
        kind: z.string(),
        says: z.string(),
        comes: z.string().nullable().meta({ description: 'when such tasks come by themselves; null: only people make them' }),
        active: z.boolean().meta({ description: 'whether they come by themselves here' }),
        priority: z.enum(TASK_PRIORITIES).meta({ description: 'of those that come by themselves' }),
        dueHours: z.int().nullable(),
        waitHours: z.int().nullable().meta({ description: 'hours the cause has to last before; null: they come at once' }),
        routeId: z.uuid().nullable().meta({ description: 'of tasks.routes; null: nothing was said about them here' }),
        people: z.array(z.uuid()),
        escalateHours: z.int(),
      }),
    ),
    mine: z.int().meta({ description: 'open tasks of the user who asks' }),
    open: z.int().meta({ description: 'open tasks of everybody' }),
  }),
  async read(r) {
    const me = r.actor.kind === 'member' ? r.actor.userId : null;
    const [people, kinds, [counted]] = await Promise.all([
      workersOf(r),
      kindsOf(r),
      r.sql<{ mine: number; open: number }>`select count(*) filter (where assignee_id = ${me})::int as mine, count(*)::int as open from tasks where state = 'open'`,
    ]);
    return { me, people: people.map(({ userId, name }) => ({ userId, name })), kinds, ...counted! };
  },
});
