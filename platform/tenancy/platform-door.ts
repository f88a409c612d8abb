import type { PoolClient } from 'pg';
import { pool } from '../db/pools.ts';
import { runBatch, type Statement } from '../db/batch.ts';
import { QuerySurface, runOne, type Queries } from '../db/query.ts';

/**
 * The door for work that belongs to no single workspace. Every use names its reason, and the reasons are this list:
 * a new one is a deliberate, reviewable line. Tenant code has no business here; `npm run verify` lists the callers.
 */
export type PlatformReason =
  | 'sign-in' // users, sessions, memberships, tokens: before a workspace is known
  | 'find-storefront' // key, domain or slug -> workspace
  | 'jobs' // the queue's own tables
  | 'relay' // outbox -> jobs and listeners
  | 'schedules' // which workspaces exist, for per-workspace timers
  | 'rate-limit' // counters that are not tenant data
  | 'tiers' // limits, flags and counted use of all workspaces
  | 'billing' // what tiers cost, who sells them, whose period is over
  | 'superadmin' // figures over the whole installation
  | 'workspace-life' // create and delete workspaces
  | 'webhooks' // deliveries that are due, of all workspaces
  | 'connections' // whose connection a vendor's message belongs to, and the installation's own keys at vendors
  | 'vault' // re-wrapping of every workspace's data key
  | 'erasure' // a person's name leaves the logs, which the workspace's own login may only add to
  | 'dev-mail' // development mailbox page
  | 'seed'; // demo worlds

/** Reads across workspaces. One round trip per query, no shared snapshot. */
export function platformRead<T>(_reason: PlatformReason, work: (q: Queries) => Promise<T>): Promise<T> {
  return work(new QuerySurface(readOnce));
}

/** Writes across workspaces in one transaction. */
export async function platformTransaction<T>(_reason: PlatformReason, work: (q: Queries) => Promise<T>): Promise<T> {
  const client = await pool('platform').connect();
  let broken: Error | undefined;
  try {
    await runBatch(client, [{ text: 'begin' }]);
    const result = await work(new QuerySurface((statement) => runOne(client, [], statement)));
    await runBatch(client, [{ text: 'commit' }]);
    return result;
  } catch (error) {
    broken = await client.query('rollback').then(() => undefined, (e: Error) => e);
    throw error;
  } finally {
    client.release(broken);
  }
}

async function readOnce(statement: Statement) {
  const client: PoolClient = await pool('platform').connect();
  try {
    return await runOne(client, [], statement);
  } finally {
    client.release();
  }
}
