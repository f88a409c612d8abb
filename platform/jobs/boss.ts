import type pg from 'pg';
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

function bossFor(url: string, options: ConstructorOptions): PgBoss {
  const boss = new PgBoss({ connectionString: url, schema: SCHEMA, application_name: 'quickdash-jobs', ...options });
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
}

/** The job queue of a running process. */
export async function startBoss(): Promise<PgBoss> {
  const boss = bossFor(loginUrl('platform'), { max: 4, migrate: false, createSchema: false, schedule: false });
  await boss.start();
  return boss;
}
