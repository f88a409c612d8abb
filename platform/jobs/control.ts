import type { PgBoss } from 'pg-boss';
import { notFound, Refusal } from '../refusal.ts';
import type { ToldRow } from '../events/relay.ts';
import { platformRead } from '../tenancy/platform-door.ts';
import { PARKED, REACTIONS } from './boss.ts';

/** One piece of background work as a person sees it. */
export interface JobSeen {
  id: string;
  /** waiting, running, retrying, done, cancelled, or parked (out of attempts, waiting for a person). */
  state: 'waiting' | 'running' | 'retrying' | 'done' | 'cancelled' | 'parked';
  reaction: string;
  event: string;
  about: string;
  attempts: number;
  createdAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
  message: string | null;
}

let boss: PgBoss | undefined;

/** The engine lends its queue to the people who look after it. */
export function lendBoss(running: PgBoss | undefined): void {
  boss = running;
}

/** The newest jobs of a workspace, at most `limit`; `state` narrows. */
export function jobsOf(workspaceId: string, { state, limit }: { state?: JobSeen['state'] | undefined; limit: number }): Promise<JobSeen[]> {
  return platformRead('jobs', (q) => q.sql<JobSeen>`
    select * from (
      select id, data ->> 'reaction' as reaction, data -> 'told' ->> 'event' as event, data -> 'told' ->> 'about' as about,
        retry_count + (state <> 'created')::int as attempts, created_on as "createdAt", started_on as "startedAt", completed_on as "endedAt",
        coalesce(data ->> 'message', output ->> 'message') as message,
        case when name = ${PARKED} then 'parked'
          else case state::text when 'created' then 'waiting' when 'active' then 'running' when 'retry' then 'retrying' when 'cancelled' then 'cancelled' else 'done' end end as state
      from pgboss.job
      where name in (${REACTIONS}, ${PARKED}) and group_id = ${workspaceId} and not (name = ${PARKED} and state <> 'created')
    ) seen
    where ${state ?? null}::text is null or state = ${state ?? null}
    order by "createdAt" desc limit ${limit}`);
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
