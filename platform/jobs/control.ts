import type { PgBoss } from 'pg-boss';
import { notFound, Refusal } from '../refusal.ts';
import type { ToldRow } from '../events/relay.ts';
import { platformRead } from '../tenancy/platform-door.ts';
import { PARKED, REACTIONS } from './boss.ts';

let boss: PgBoss | undefined;

/** The engine lends its queue to the people who look after it. */
export function lendBoss(running: PgBoss | undefined): void {
  boss = running;
}

interface Found {
  name: string;
  state: string;
  data: { reaction: string; told: ToldRow };
}

async function find(workspaceId: string, id: string): Promise<Found | undefined> {
  const rows = await platformRead('jobs', (q) => q.sql<Found>`
    select name, state::text as state, data from pgboss.job where id = ${id} and group_id = ${workspaceId} and name in (${REACTIONS}, ${PARKED})`);
  return rows[0];
}

/** Refuses `not_found` when the workspace has no such job. */
export async function requireJob(workspaceId: string, id: string): Promise<void> {
  if (!(await find(workspaceId, id))) throw notFound('This job');
}

/** Runs a parked piece of work again from its first attempt. Done before, it does nothing. */
export async function runJobAgain(workspaceId: string, id: string): Promise<void> {
  const found = await find(workspaceId, id);
  if (!found) return;
  if (found.name !== PARKED) throw new Refusal('not_parked', 'Only work that is parked can be run again; the rest retries by itself.');
  const { reaction, told } = found.data;
  await queue().insert(REACTIONS, [{ data: { reaction, told }, retryLimit: 3, singletonKey: `${workspaceId}:${reaction}:${told.about}`, group: { id: workspaceId } }]);
  await queue().deleteJob(PARKED, id);
}

/** Takes waiting or parked work off the list. Running work is not interrupted. Done before, it does nothing. */
export async function cancelJob(workspaceId: string, id: string): Promise<void> {
  const found = await find(workspaceId, id);
  if (!found) return;
  if (found.name === PARKED) return void (await queue().deleteJob(PARKED, id));
  if (found.state !== 'created' && found.state !== 'retry') throw new Refusal('not_waiting', 'Only work that is still waiting can be cancelled.');
  await queue().cancel(REACTIONS, id);
}

function queue(): PgBoss {
  if (!boss) throw new Refusal('unavailable', 'The job queue is not running in this process.');
  return boss;
}
