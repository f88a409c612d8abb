import pg from 'pg';
import { createHmac } from 'node:crypto';
import { config } from '../config.ts';
import { log } from '../log.ts';

/**
 * Three ways into the database, three logins:
 * owner    migrates; owns the tables; used at start only.
 * app      everything done for a workspace; subject to row-level security.
 * platform sign-in, relay, superadmin; sees every workspace; reached through the platform door only.
 */
export type Login = 'owner' | 'app' | 'platform';

const pools = new Map<Login, pg.Pool>();
let databaseUrl: string | undefined;

/** Points the pools at a database. Called once at start, and once per test file. */
export async function useDatabase(url: string): Promise<void> {
  await closePools();
  databaseUrl = url;
}

export function pool(login: Login): pg.Pool {
  let found = pools.get(login);
  if (!found) pools.set(login, (found = openPool(login)));
  return found;
}

export async function closePools(): Promise<void> {
  const open = [...pools.values()];
  pools.clear();
  await Promise.all(open.map((p) => p.end()));
}

export function currentDatabaseUrl(): string {
  if (!databaseUrl) throw new Error('no database yet: useDatabase() comes first');
  return databaseUrl;
}

/** The address a login connects with. Role passwords follow from the installation's secret, so nodes need no extra set-up. */
export function loginUrl(login: Login, base = currentDatabaseUrl()): string {
  if (login === 'owner') return base;
  const url = new URL(base);
  url.username = roleName(login);
  url.password = rolePassword(login);
  return url.href;
}

export function roleName(login: Exclude<Login, 'owner'>): string {
  return `${config().DATABASE_ROLES}_${login}`;
}

export function rolePassword(login: Exclude<Login, 'owner'>): string {
  return createHmac('sha256', config().secret).update(`database-role:${login}`).digest('hex');
}

function openPool(login: Login): pg.Pool {
  const max = login === 'app' ? (config().DATABASE_POOL ?? 8) : 5;
  const made = new pg.Pool({
    connectionString: loginUrl(login),
    max,
    idleTimeoutMillis: 30_000,
    // A burst waits for its turn rather than failing.
    connectionTimeoutMillis: 30_000,
    application_name: `quickdash-${login}`,
    ...(login !== 'owner' && { options: '-c plan_cache_mode=force_generic_plan' }),
  });
  // Without a listener a dropped idle connection would end the process.
  made.on('error', (error) => log.warn('A database connection was lost; the pool opens another.', { login, error: error.message }));
  return made;
}
