import { rmSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { house } from '#connectors/house.ts';
import { config } from '#platform/config.ts';
import { platformTables } from '#platform/tables.ts';

/** What somebody would lose: people beside the demo's owner, and the shops there are. */
export interface Contents {
  people: number;
  shops: string[];
}

/** Programs of ours that use this database now, by their connections. */
export async function usersOf(url: string): Promise<number> {
  const [row] = await ask<{ n: number }>(url, `select count(distinct client_port)::int as n from pg_stat_activity where datname = current_database() and application_name like 'quickdash-%'`);
  return row!.n;
}

export async function contentsOf(url: string, demoEmails: readonly string[]): Promise<Contents> {
  const [people] = await ask<{ n: number }>(url, 'select count(*)::int as n from users where email <> all($1)', [demoEmails]);
  const shops = await ask<{ name: string }>(url, 'select name from workspaces order by created_at');
  return { people: people!.n, shops: shops.map((shop) => shop.name) };
}

/** Empties our own tables and the folder of stored files. Other tables in the same database stay. */
export async function emptyDatabase(url: string): Promise<void> {
  const names = ourTables().map((name) => `"${name}"`).join(', ');
  await ask(url, `truncate ${names} cascade`);
  await ask(url, `do $$ begin if to_regclass('pgboss.job') is not null then truncate pgboss.job; end if; end $$`);
  if (!config().S3_BUCKET) rmSync(path.join(config().dataDir, 'files'), { recursive: true, force: true });
}

function ourTables(): string[] {
  const tables = [platformTables, ...house.map((module) => module.tables)].flatMap((list) => Object.values(list));
  return [...new Set(tables.filter((table) => is(table, PgTable)).map((table) => getTableConfig(table).name))];
}

async function ask<T extends object>(url: string, text: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'world-change' });
  await client.connect();
  try {
    return (await client.query<T>(text, values)).rows;
  } finally {
    await client.end();
  }
}
