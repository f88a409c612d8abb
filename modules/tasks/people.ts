import { capabilitiesOf } from '#modules/accounts/index.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Reader } from '#platform/tenancy/context.ts';

/** A member who may work on tasks now. */
export interface Worker {
  userId: string;
  name: string;
  /** The storefronts they are limited to. */
  storefronts: string[] | null;
}

type Row = Worker & { role: string; custom: string[] | null };

const MOST = 1_000;

/** Who may work on tasks now, by name; `among` these users where given. */
export async function workersOf(r: Reader, among: readonly string[] | null = null): Promise<Worker[]> {
  const rows = await r.sql<Row>`
    select m.user_id as "userId", m.name, m.role, m.storefronts, r.capabilities as custom from members m left join roles r on r.key = m.role
    where m.suspended_at is null and (${among}::uuid[] is null or m.user_id = any(${among}::uuid[])) order by m.name, m.user_id limit ${MOST}`;
  return rows.filter(({ role, custom }) => capabilitiesOf(role, custom).includes('tasks:write')).map(({ userId, name, storefronts }) => ({ userId, name, storefronts }));
}

/** Would they see a task that lies there? */
export function sees({ storefronts }: Worker, storefrontId: string | null): boolean {
  return !storefronts || (storefrontId !== null && storefronts.includes(storefrontId));
}

/** The person a task is given to, or a refusal that says why they cannot have it. */
export async function requireWorker(r: Reader, userId: string, storefrontId: string | null): Promise<Worker> {
  const [worker] = await workersOf(r, [userId]);
  if (!worker) throw new Refusal('invalid', 'Tasks are given to members of this workspace who may work on them.', { fields: { assigneeId: 'is nobody who may work on tasks here' } });
  if (!sees(worker, storefrontId)) throw new Refusal('invalid', `${worker.name} works in some storefronts only and would not see this task.`, { fields: { assigneeId: 'would not see it' } });
  return worker;
}
