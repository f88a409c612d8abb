import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { house } from '#connectors/house.ts';
import { revealStorefrontKey } from '#modules/storefronts/index.ts';
import { useConfig } from '#platform/config.ts';
import { startEmbeddedPostgres } from '#platform/db/embedded.ts';
import { migrate, migrations } from '#platform/db/migrate.ts';
import { closePools, useDatabase } from '#platform/db/pools.ts';
import { registry } from '#platform/registry.ts';
import { openContext } from '#platform/tenancy/context.ts';
import { StartError } from '#platform/start-error.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';
import { seedWorld } from '#worlds/seed.ts';
import type { BenchWorld } from './scenarios.ts';

const root = path.dirname(import.meta.dirname);
/** Everything the bench keeps between runs. */
export const BENCH_DATA = path.join(root, '.data', 'bench');

/** Of the bench's own installation; it guards nothing. */
export const BENCH_SECRET = 'bench-secret-bench-secret-bench-secret-000';

export interface BenchDatabase {
  url: string;
  postmaster: number;
  version: string;
  world: BenchWorld;
  /** A question to the measured database, as its owner. */
  ask<T extends object>(text: string, values?: unknown[]): Promise<T[]>;
  stop(): Promise<void>;
}

/** A PostgreSQL of the bench's own with durable settings, and in it a fresh copy of the seeded warehouse. */
export async function openBenchDatabase(say: (line: string) => void): Promise<BenchDatabase> {
  mkdirSync(BENCH_DATA, { recursive: true });
  useConfig({ dataDir: BENCH_DATA, secret: BENCH_SECRET });
  const server = await startEmbeddedPostgres({ dataDir: path.join(BENCH_DATA, 'postgres') });
  const alone = await beAlone(server.url);
  const template = await seededTemplate(server.url, say);
  await run(server.url, 'drop database if exists bench_run with (force)', `create database bench_run template "${template}" strategy file_copy`, 'checkpoint');
  const url = databaseAt(server.url, 'bench_run');
  await migrate(url);
  return {
    url,
    version: server.version,
    postmaster: Number(readFileSync(path.join(BENCH_DATA, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]),
    world: await describeWorld(url),
    ask: (text, values) => ask(url, text, values),
    stop: () => alone.end().then(() => server.stop()),
  };
}

// The lock lasts as long as its connection, so a killed bench leaves nothing behind.
async function beAlone(server: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: server, application_name: 'bench' });
  await client.connect();
  const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock(20261) as mine');
  if (rows[0]!.mine) return client;
  await client.end();
  throw new StartError('Another bench is running here. Two at once would measure each other.');
}

// The template stays as long as tables, search and seed stay the same.
async function seededTemplate(server: string, say: (line: string) => void): Promise<string> {
  const name = `bench_${seedHash()}`;
  const there = await ask(server, 'select 1 from pg_database where datname = $1', [name]);
  if (there.length > 0) return name;
  for (const old of await ask<{ datname: string }>(server, `select datname from pg_database where datname like 'bench\\_%'`)) await run(server, `drop database "${old.datname}" with (force)`);
  await run(server, 'create database bench_making');
  const url = databaseAt(server, 'bench_making');
  await migrate(url);
  registry.load(house);
  await useDatabase(url);
  await seedWorld('warehouse-10k', say);
  await closePools();
  await settle(url);
  await run(server, `alter database bench_making rename to "${name}"`);
  return name;
}

// Only what holds rows: PostgreSQL plans for ten pages in a table it has never looked at, but for none in one it has seen empty,
// and a plan made for an empty table reads all of it for as long as the connection lives.
async function settle(url: string): Promise<void> {
  const filled = await ask<{ name: string }>(url, `select quote_ident(schemaname) || '.' || quote_ident(relname) as name from pg_stat_user_tables where n_live_tup > 0`);
  await run(url, ...filled.map(({ name }) => `vacuum analyze ${name}`));
}

function seedHash(): string {
  const files = ['worlds/warehouse.ts', 'worlds/demo-person.ts', 'modules/discovery/refresh-listings.ts', 'bench/database.ts'].map((file) => readFileSync(path.join(root, file), 'utf8'));
  return createHash('sha256').update([BENCH_SECRET, ...migrations().map((m) => m.hash), ...files].join('\n')).digest('hex').slice(0, 12);
}

async function describeWorld(url: string): Promise<BenchWorld> {
  registry.load(house);
  await useDatabase(url);
  const [shop] = await platformRead('seed', (q) => q.sql<{ id: string; workspaceId: string; slug: string }>`select id, workspace_id as "workspaceId", slug from storefronts limit 1`);
  const ctx = openContext({ workspaceId: shop!.workspaceId, actor: { kind: 'system', name: 'bench' }, capabilities: 'all' });
  const { key } = await revealStorefrontKey.call(ctx, { id: shop!.id });
  const variants = await ctx.read((r) => r.sql<{ id: string; price: number }>`
    select v.id, c.amount as price from variants v join prices c on c.variant_id = v.id join products p on p.id = v.product_id where p.product_type <> 'Limited' order by v.sku limit 5000`);
  const words = await ctx.read((r) => r.sql<{ word: string }>`select slug as word from categories union all select lower(unnest(choices)) from custom_field_definitions where key = 'making' order by 1`);
  const [count] = await ctx.read((r) => r.sql<{ n: number }>`select count(*) as n from products where product_type <> 'Limited'`);
  await closePools();
  return { key, storefront: shop!.slug, products: count!.n, variants, words: words.map((row) => row.word) };
}

function databaseAt(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

async function run(url: string, ...statements: string[]): Promise<void> {
  for (const statement of statements) await ask(url, statement);
}

async function ask<T extends object>(url: string, text: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'bench' });
  await client.connect();
  try {
    return (await client.query<T>(text, values)).rows;
  } finally {
    await client.end();
  }
}
