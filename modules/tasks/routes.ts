import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { newId } from '#platform/ids.ts';
import { column } from '#platform/operations/columns.ts';
import { listView } from '#platform/operations/list-view.ts';
import { operation } from '#platform/operations/operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { taskRouteChanged } from './events.ts';
import { raisedKind } from './kinds.ts';
import { workersOf } from './people.ts';
import { TASK_PRIORITIES, taskRoutes } from './tables.ts';

const MOST = 100;

const Route = z.object({
  id: z.uuid(),
  kind: z.string(),
  people: z.array(z.uuid()),
  dueHours: z.int().nullable(),
  escalateHours: z.int(),
  active: z.boolean(),
  priority: z.enum(TASK_PRIORITIES).nullable(),
  waitHours: z.int().nullable(),
});
type Route = z.infer<typeof Route>;

/** Says where tasks of a kind go; with a new word, there is a new kind. */
export const setTaskRoute = operation({
  name: 'tasks.set-route',
  route: 'PUT /task-routes',
  says: 'Say where tasks of a kind go',
  needs: 'settings:write',
  input: z.object({
    kind: z.string().trim().min(1).max(60),
    people: z.array(z.uuid()).max(50).default([]).meta({ description: 'users, each in their turn; nobody: whoever takes it' }),
    dueHours: z.int().min(1).max(8_760).nullable().default(null).meta({ description: 'hours until it is due unless it says so itself' }),
    escalateHours: z.int().min(1).max(720).default(24).meta({ description: 'hours after that until owners and administrators hear of it' }),
    active: z.boolean().default(true).meta({ description: 'false: tasks of this kind do not come by themselves; those that are there stay' }),
    priority: z.enum(TASK_PRIORITIES).nullable().default(null).meta({ description: 'of those that come by themselves; null: as usual for the kind' }),
    waitHours: z.int().min(0).max(720).nullable().default(null).meta({ description: 'hours something has to wait before it becomes a task, for kinds that wait; null: as usual' }),
  }),
  output: Route,
  async run(tx, wish) {
    const people = [...new Set(wish.people)];
    await requireWorkers(tx, people);
    requireCause(wish);
    const [before] = await tx.sql<Route>`
      select id, kind, people, due_hours as "dueHours", escalate_hours as "escalateHours", active, priority, wait_hours as "waitHours" from task_routes where kind = ${wish.kind} for update`;
    if (!before) await requireRoom(tx);
    const route = await writeRoute(tx, { ...wish, people });
    tx.tell(taskRouteChanged, { routeId: route.id, kind: route.kind });
    tx.changed({ record: 'task route', id: route.id, ...(before && { before }), after: route });
    return route;
  },
});

async function writeRoute(tx: Tx, route: Omit<Route, 'id'>): Promise<Route> {
  const { kind, people, dueHours, escalateHours, active, priority, waitHours } = route;
  const [row] = await tx.sql<{ id: string }>`
    insert into task_routes (id, kind, people, due_hours, escalate_hours, active, priority, wait_hours, created_at)
    values (${newId()}, ${kind}, ${people}::uuid[], ${dueHours}, ${escalateHours}, ${active}, ${priority}, ${waitHours}, ${tx.now})
    on conflict (workspace_id, kind) do update set people = excluded.people, due_hours = excluded.due_hours, escalate_hours = excluded.escalate_hours,
      active = excluded.active, priority = excluded.priority, wait_hours = excluded.wait_hours returning id`;
  return { id: row!.id, ...route };
}

function requireCause({ kind, active, waitHours }: Pick<Route, 'kind' | 'active' | 'waitHours'>): void {
  const raised = raisedKind(kind);
  if (!raised && !active) throw new Refusal('invalid', 'Only tasks that come by themselves can be switched off.', { fields: { active: 'is for tasks that come by themselves' } });
  if (waitHours !== null && (raised?.usual.waitHours ?? null) === null) throw new Refusal('invalid', 'Tasks of this kind wait for nothing.', { fields: { waitHours: 'is for kinds that wait' } });
}

async function requireWorkers(tx: Tx, people: readonly string[]): Promise<void> {
  const workers = await workersOf(tx, people);
  if (workers.length < people.length) throw new Refusal('invalid', 'Tasks go to members of this workspace who may work on them.', { fields: { people: 'names somebody who may not' } });
}

async function requireRoom(tx: Tx): Promise<void> {
  const [count] = await tx.sql<{ n: number }>`select count(*)::int as n from task_routes`;
  if (count!.n >= MOST) throw new Refusal('too_many', `There can be ${MOST} kinds of tasks.`);
}

/** Tasks of the kind stay as they are; new ones go to whoever takes them, and are as is usual for the kind. */
export const removeTaskRoute = operation({
  name: 'tasks.remove-route',
  route: 'DELETE /task-routes/:id',
  says: 'Let tasks of a kind go to whoever takes them',
  needs: 'settings:write',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  async run(tx, { id }) {
    const [gone] = await tx.sql<{ kind: string }>`delete from task_routes where id = ${id} returning kind`;
    if (!gone) throw notFound('Where these tasks go');
    tx.tell(taskRouteChanged, { routeId: id, kind: gone.kind });
    tx.changed({ record: 'task route', id, before: gone });
    return { id };
  },
});

export const taskRouteList = listView({
  name: 'tasks.routes',
  route: 'GET /task-routes',
  says: 'Where tasks go',
  needs: 'tasks:read',
  from: taskRoutes,
  columns: {
    kind: column(taskRoutes.kind, { says: 'Kind', search: true, sort: 'a to z' }),
    people: column(taskRoutes.people, { says: 'People', type: 'json' }),
    dueHours: column(taskRoutes.dueHours, { says: 'Due after hours', filter: 'range', sort: true }),
    escalateHours: column(taskRoutes.escalateHours, { says: 'Escalated after hours', filter: 'range', sort: true }),
    active: column(taskRoutes.active, { says: 'Come by themselves', filter: 'yes or no' }),
    priority: column(taskRoutes.priority, { says: 'Priority', filter: 'any of', values: TASK_PRIORITIES }),
    waitHours: column(taskRoutes.waitHours, { says: 'After hours of waiting', filter: 'range', sort: true }),
    open: column(sql<number>`(select count(*)::int from tasks t where t.kind = task_routes.kind and t.state = 'open')`, { says: 'Open tasks', type: 'number' }),
  },
});
