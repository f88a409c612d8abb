import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { newId } from '../ids.ts';
import { migrate, migrations } from './migrate.ts';

let url: string;
let admin: pg.Client;

beforeAll(async () => {
  admin = new pg.Client({ connectionString: inject('postgres') });
  await admin.connect();
  const name = `m_${newId().replaceAll('-', '')}`;
  await admin.query(`create database ${name}`);
  const made = new URL(inject('postgres'));
  made.pathname = `/${name}`;
  url = made.href;
});
afterAll(() => admin.end());

test('three nodes starting at once on an empty database migrate it once', async () => {
  const outcomes = await Promise.all([migrate(url), migrate(url), migrate(url)]);
  expect(outcomes.map((o) => o.applied.length).toSorted((a, b) => a - b)).toEqual([0, 0, migrations().length]);
});

test('the next start finds nothing to do', async () => {
  expect(await migrate(url)).toEqual({ applied: [] });
});

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
