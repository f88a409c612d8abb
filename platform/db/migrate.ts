import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { StartError } from '../start-error.ts';
import { roleName, rolePassword } from './pools.ts';
import { installJobSchema } from '../jobs/boss.ts';

const FOLDER = path.join(import.meta.dirname, 'migrations');
const OLDEST = 160_000;
// Any fixed number: it only has to be the same for every node of an installation.
const MIGRATION_LOCK = 7_281_001;

export interface Migration {
  name: string;
  text: string;
  hash: string;
}

/** All migrations in order. The hash of all of them names the test template. */
export function migrations(): Migration[] {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.sql')).toSorted();
  return names.map((name) => {
    const text = readFileSync(path.join(FOLDER, name), 'utf8');
    return { name, text, hash: createHash('sha256').update(text).digest('hex') };
  });
}

/** Brings the database to this version: forward only, under a lock, so that several nodes may start at once. */
export async function migrate(ownerUrl: string, wanted = migrations()): Promise<{ applied: string[] }> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000, application_name: 'quickdash-owner' });
  await connect(client);
  try {
    await requireVersion(client);
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await createRoles(client);
    const applied = await applyMissing(client, wanted);
    await installJobSchema(client, ownerUrl);
    return { applied };
  } finally {
    await client.end();
  }
}

async function connect(client: pg.Client): Promise<void> {
  try {
    await client.connect();
  } catch (error) {
    throw new StartError(`The database cannot be reached: ${(error as Error).message}. Check DATABASE_URL, or unset it to use the built-in PostgreSQL.`);
  }
}

async function requireVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string }>(`select current_setting('server_version_num') as version`);
  const version = Number(rows[0]!.version);
  if (version < OLDEST)
    throw new StartError(`This database is PostgreSQL ${Math.floor(version / 10_000)}; Quickdash needs 16 or newer. Point DATABASE_URL at a newer one.`);
}

async function createRoles(client: pg.Client): Promise<void> {
  for (const login of ['app', 'platform'] as const) {
    const name = roleName(login);
    const password = rolePassword(login);
    const { rows } = await client.query('select 1 from pg_roles where rolname = $1', [name]);
    // Both values are of our own making (checked prefix, hex digest), never outside text.
    const verb = rows.length === 0 ? 'create' : 'alter';
    await client.query(`${verb} role "${name}" login password '${password}' nosuperuser nobypassrls nocreatedb nocreaterole`);
  }
  await client.query(`grant usage on schema public to "${roleName('app')}", "${roleName('platform')}"`);
}

async function applyMissing(client: pg.Client, wanted: Migration[]): Promise<string[]> {
  await client.query('create table if not exists quickdash_migrations (name text primary key, hash text not null, applied_at timestamptz not null default now())');
  const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from quickdash_migrations');
  const done = new Map(rows.map((r) => [r.name, r.hash]));
  const applied: string[] = [];
  for (const migration of wanted) {
    if (done.has(migration.name)) requireUnchanged(migration, done.get(migration.name)!);
    else applied.push(await apply(client, migration));
  }
  return applied;
}

function requireUnchanged(migration: Migration, hash: string): void {
  if (migration.hash !== hash)
    throw new StartError(`The database was made by another version of ${migration.name}. Restore that version, or start with an empty database (remove the data folder).`);
}

async function apply(client: pg.Client, migration: Migration): Promise<string> {
  const text = migration.text.replaceAll(':app', `"${roleName('app')}"`).replaceAll(':platform', `"${roleName('platform')}"`);
  await client.query('begin');
  try {
    await client.query(text);
    await client.query('insert into quickdash_migrations (name, hash) values ($1, $2)', [migration.name, migration.hash]);
    await client.query('commit');
    return migration.name;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
