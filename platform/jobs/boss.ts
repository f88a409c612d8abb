import pg from 'pg';
import { PgBoss, type ConstructorOptions } from 'pg-boss';
import { log } from '../log.ts';
import { loginUrl, roleName } from '../db/pools.ts';

/** Reactions to told facts: in order per record, fairly shared between workspaces. */
export const REACTIONS = 'reactions';
/** Reactions that failed every attempt, kept for a person to look at and run again. */
export const PARKED = 'parked';
/** Per-workspace timers. */
export const SCHEDULES = 'schedules';

const SCHEMA = 'pgboss';

// Planning the fetch of jobs costs more than running it, so each text is prepared once per connection, under its own name.
const names = new Map<string, string>();

class PreparingClient extends pg.Client {
  override query(...given: unknown[]): never {
    const [text, values, ...rest] = given;
    const prepared = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? [{ name: nameOf(text), text, values }, ...rest] : given;
    return super.query(...(prepared as [string])) as never;
  }
}

function nameOf(text: string): string {
  if (!names.has(text)) names.set(text, `j${names.size}`);
  return names.get(text)!;
}

function bossFor(url: string, options: ConstructorOptions): PgBoss {
  const pooled = { Client: PreparingClient, options: '-c plan_cache_mode=force_generic_plan' };
  const boss = new PgBoss({ connectionString: url, schema: SCHEMA, application_name: 'quickdash-jobs', ...pooled, ...options } as ConstructorOptions);
  boss.on('error', (error) => log.warn('The job queue met an error and goes on.', { error: error.message }));
  return boss;
}

/** Creates or upgrades the job tables and queues. Runs under the migration lock; the platform role owns the schema. */
export async function installJobSchema(owner: pg.Client, ownerUrl: string): Promise<void> {
  const role = roleName('platform');
  await owner.query(`grant "${role}" to current_user`);
  await owner.query(`create schema if not exists ${SCHEMA} authorization "${role}"`);
  const boss = bossFor(loginUrl('platform', ownerUrl), { max: 2, supervise: false, schedule: false, createSchema: false });
  await boss.start();
  await boss.createQueue(PARKED, { retentionSeconds: 90 * 86_400, deleteAfterSeconds: 90 * 86_400 });
  await boss.createQueue(REACTIONS, { policy: 'key_strict_fifo', expireInSeconds: 300, retryDelay: 1, retryBackoff: true, retryDelayMax: 600 });
  await boss.createQueue(SCHEDULES, { policy: 'short', expireInSeconds: 600, retryLimit: 2 });
  await boss.stop({ graceful: false, close: true });
  await installJobsSeen(owner);
}

// The queue's tables belong to no workspace; through this view the program's login sees the jobs of the open one, and nothing else.
async function installJobsSeen(owner: pg.Client): Promise<void> {
  await owner.query(`
    create or replace view background_jobs with (security_barrier) as
    select id, current_workspace() as workspace_id, data ->> 'reaction' as reaction, data -> 'told' ->> 'event' as event, data -> 'told' ->> 'about' as about,
      retry_count + (state <> 'created')::int as attempts, created_on as created_at, started_on as started_at, completed_on as ended_at,
      coalesce(data ->> 'message', output ->> 'message') as message,
      case when name = '${PARKED}' then 'parked'
        else case state::text when 'created' then 'waiting' when 'active' then 'running' when 'retry' then 'retrying' when 'cancelled' then 'cancelled' else 'done' end end as state
    from ${SCHEMA}.job
    where name in ('${REACTIONS}', '${PARKED}') and group_id = current_workspace()::text and not (name = '${PARKED}' and state <> 'created')`);
  await owner.query(`grant select on background_jobs to "${roleName('app')}"`);
}

/** The job queue of a running process. */
export async function startBoss(): Promise<PgBoss> {
  const boss = bossFor(loginUrl('platform'), { max: 4, migrate: false, createSchema: false, schedule: false });
  await boss.start();
  return boss;
}
