import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { newId } from '../ids.ts';
import { migrate, migrations } from './migrate.ts';

let url: string;
let admin: pg.Client;

beforeAll(async () => {
  admin = new pg.Client({ connectionString: inject('postgres') });
  await admin.connect();
  url = await emptyDatabase();
});
afterAll(() => admin.end());

async function emptyDatabase(): Promise<string> {
  const name = `m_${newId().replaceAll('-', '')}`;
  await admin.query(`create database ${name}`);
  const made = new URL(inject('postgres'));
  made.pathname = `/${name}`;
  return made.href;
}

async function ask(database: string, text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text, values)).rows;
  } finally {
    await client.end();
  }
}

test('three nodes starting at once on an empty database migrate it once', async () => {
  const outcomes = await Promise.all([migrate(url), migrate(url), migrate(url)]);
  expect(outcomes.map((o) => o.applied.length).toSorted((a, b) => a - b)).toEqual([0, 0, migrations().length]);
});

test('the next start finds nothing to do', async () => {
  expect(await migrate(url)).toEqual({ applied: [] });
});

test('a database of the version before is brought up with its rows, to the same tables as a new one', async () => {
  const older = await emptyDatabase();
  const { through } = JSON.parse(readFileSync(path.join(import.meta.dirname, 'migrations/sealed.json'), 'utf8')) as { through: string };
  await migrate(older, migrations().filter((migration) => migration.name <= through));
  const workspace = newId();
  await ask(older, `insert into workspaces (id, slug, name) values ($1, 'older', 'Older shop')`, [workspace]);
  await ask(older, `insert into products (workspace_id, id, slug, title) values ($1, $2, 'mug', 'Mug')`, [workspace, newId()]);
  await ask(older, `insert into orders (workspace_id, id, number, source, customer_name, email, currency, item_count, subtotal, discount_total, shipping_total, tax_total, tax_inclusive, tax_parts, total, payment_state, shipping_method_name, note, placed_at, updated_at)
    values ($1, $2, 1001, 'storefront', 'Ada', 'ada@example.com', 'AUD', 1, 100, 0, 0, 9, true, '[]', 100, 'paid', '', '', now(), now())`, [workspace, newId()]);
  const { applied } = await migrate(older);
  expect(applied).toEqual(migrations().filter((migration) => migration.name > through).map((migration) => migration.name));
  expect(await ask(older, 'select title from products')).toEqual([{ title: 'Mug' }]);
  expect(await ask(older, 'select number from orders')).toEqual([{ number: 1001 }]);
  for (const shape of SHAPE) expect(await ask(older, shape)).toEqual(await ask(url, shape));
});

// Columns, keys, indexes, policies and rights, each in an order of its own.
const SHAPE = [
  `select table_name, column_name, data_type, is_nullable, column_default from information_schema.columns where table_schema = 'public' order by 1, 2`,
  `select conrelid::regclass::text as on_table, pg_get_constraintdef(oid) as says from pg_constraint where connamespace = 'public'::regnamespace order by 1, 2`,
  `select indexdef from pg_indexes where schemaname = 'public' order by 1`,
  `select tablename, policyname, permissive, roles::text, cmd, qual, with_check from pg_policies where schemaname = 'public' order by 1, 2`,
  `select relname, relrowsecurity, relforcerowsecurity, relacl::text from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
];

test('the program connects as roles that own nothing and bypass nothing', async () => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(`select rolname, rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname like 'quickdash\\_%' order by rolname`);
  expect(rows).toEqual(['quickdash_app', 'quickdash_platform'].map((rolname) => ({ rolname, rolsuper: false, rolbypassrls: false, rolcreaterole: false })));
  const { rows: owned } = await client.query(`select count(*)::int as n from pg_tables where schemaname = 'public' and tableowner like 'quickdash\\_%'`);
  expect(owned[0]).toEqual({ n: 0 });
  await client.end();
});

test('a database of another version is refused with what to do', async () => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`update quickdash_migrations set hash = 'other' where name = '0000_house.sql'`);
  await client.end();
  await expect(migrate(url)).rejects.toThrow(/another version of 0000_house.sql/);
});

test('a database that is not there is told in one sentence', async () => {
  await expect(migrate('postgres://nobody:x@127.0.0.1:1/none')).rejects.toThrow(/cannot be reached.*DATABASE_URL/);
});
