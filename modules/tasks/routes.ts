import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { newId } from '#platform/ids.ts';
import { column } from '#platform/operations/columns.ts';
import { listView } from '#platform/operations/list-view.ts';
import { operation } from '#platform/operations/operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { taskRouteChanged } from './events.ts';
import { workersOf } from './people.ts';
import { taskRoutes } from './tables.ts';

const MOST = 100;

const Route = z.object({ id: z.uuid(), kind: z.string(), people: z.array(z.uuid()), dueHours: z.int().nullable(), escalateHours: z.int() });

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
  }),
  output: Route,
  async run(tx, { kind, people: given, dueHours, escalateHours }) {
    const people = [...new Set(given)];
    await requireWorkers(tx, people);
    const [before] = await tx.sql<z.infer<typeof Route>>`select id, kind, people, due_hours as "dueHours", escalate_hours as "escalateHours" from task_routes where kind = ${kind} for update`;
    if (!before) await requireRoom(tx);
    const [row] = await tx.sql<{ id: string }>`
      insert into task_routes (id, kind, people, due_hours, escalate_hours, created_at) values (${newId()}, ${kind}, ${people}::uuid[], ${dueHours}, ${escalateHours}, ${tx.now})
      on conflict (workspace_id, kind) do update set people = excluded.people, due_hours = excluded.due_hours, escalate_hours = excluded.escalate_hours returning id`;
    const route = { id: row!.id, kind, people, dueHours, escalateHours };
    tx.tell(taskRouteChanged, { routeId: route.id, kind });
    tx.changed({ record: 'task route', id: route.id, ...(before && { before }), after: route });
    return route;
  },
});

async function requireWorkers(tx: Tx, people: readonly string[]): Promise<void> {
  const workers = await workersOf(tx, people);
  if (workers.length < people.length) throw new Refusal('invalid', 'Tasks go to members of this workspace who may work on them.', { fields: { people: 'names somebody who may not' } });
}

async function requireRoom(tx: Tx): Promise<void> {
  const [count] = await tx.sql<{ n: number }>`select count(*)::int as n from task_routes`;
  if (count!.n >= MOST) throw new Refusal('too_many', `There can be ${MOST} kinds of tasks.`);
}

/** Tasks of the kind stay as they are; new ones go to whoever takes them. */
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
    open: column(sql<number>`(select count(*)::int from tasks t where t.kind = task_routes.kind and t.state = 'open')`, { says: 'Open tasks', type: 'number' }),
  },
});
