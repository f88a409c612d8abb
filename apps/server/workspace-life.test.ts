import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import sharp from 'sharp';
import { askDeletion, cancelDeletion, deleteDueWorkspace, downloadExport, exportWorkspace, fileUsage, makeExport, makePerson, tidyExports } from '#modules/accounts/index.ts';
import { mailsTo } from '#modules/accounts/testing.ts';
import { house } from '#connectors/house.ts';
import { isTenantTable } from '#platform/db/tables.ts';
import { files } from '#platform/files/configured-files.ts';
import { newId } from '#platform/ids.ts';
import { systemContext } from '#platform/jobs/worker.ts';
import type { Person } from '#platform/operations/account-operation.ts';
import { platformTables } from '#platform/tables.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';
import { DAY, now, travel } from '#platform/time.ts';
import { fillEveryTable } from '#worlds/everything.ts';
import { openShop, startServer, type TestServer, type TestShop } from '#worlds/testing.ts';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';

let server: TestServer;
let shop: TestShop;
let other: TestShop;
let owner: Person;

const tables = [platformTables, ...house.map((m) => m.tables)].flatMap((each) => Object.values(each)).filter((t): t is PgTable => isTenantTable(t)).map((t) => getTableConfig(t).name);

beforeAll(async () => {
  server = await startServer({ timers: 'off' });
  shop = await openShop(server.house);
  other = await openShop(server.house);
  await files().save(shop.ctx, { name: 'mug.png', body: await sharp({ create: { width: 40, height: 30, channels: 3, background: '#aa8866' } }).png().toBuffer() });
  await files().save(shop.ctx, { name: 'terms.txt', body: Buffer.from('Our terms'), visibility: 'private' });
  await files().save(other.ctx, { name: 'other.txt', body: Buffer.from('Of somebody else') });
  owner = await makePerson({ name: 'Olga Owner', email: 'olga@example.test', password: 'a long enough password' });
  for (const { workspaceId } of [shop, other])
    await platformRead('seed', (q) => q.sql`insert into members (workspace_id, id, user_id, name, email, role) values (${workspaceId}, ${newId()}, ${owner.userId}, 'Olga Owner', 'olga@example.test', 'owner')`);
  await fillEveryTable(shop, tables);
  // The filled row is no archive that anybody is making.
  await platformRead('superadmin', (q) => q.sql`delete from workspace_exports`);
}, 120_000);
afterAll(() => server.stop());

interface Unpacked {
  name: string;
  body: Buffer;
}

// As any tar program reads it: a header of 512 bytes, the bytes, zeros up to the next 512.
function unpack(archive: Buffer): Unpacked[] {
  const found: Unpacked[] = [];
  for (let at = 0; archive[at] !== 0; ) {
    const text = (from: number, length: number) => archive.toString('ascii', at + from, at + from + length).replace(/\0.*$/, '');
    const sum = archive.subarray(at, at + 512).reduce((total, byte, i) => total + (i >= 148 && i < 156 ? 32 : byte), 0);
    expect(Number.parseInt(text(148, 8), 8), 'the checksum of the header').toBe(sum);
    const size = Number.parseInt(text(124, 12), 8);
    found.push({ name: [text(345, 155), text(0, 100)].filter(Boolean).join('/'), body: archive.subarray(at + 512, at + 512 + size) });
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return found;
}

async function rowsOf(workspaceId: string, table: string): Promise<number> {
  const [row] = await platformRead('superadmin', (q) => q.query<{ n: number }>(`select count(*)::int as n from "${table}" where workspace_id = $1`, [workspaceId]));
  return row!.n;
}

async function countAll(workspaceId: string): Promise<Record<string, number>> {
  return Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await rowsOf(workspaceId, table)])));
}

test('everything a workspace has can be taken home: each table with all its rows, each file, no secret', async () => {
  const { id } = await exportWorkspace.call(shop.ctx, {});
  await expect(exportWorkspace.call(shop.ctx, {})).rejects.toMatchObject({ code: 'conflict' });
  const before = await countAll(shop.workspaceId);
  await makeExport.run!(systemContext(shop.workspaceId, 'test'), { exportId: id } as never, {} as never);
  const after = await countAll(shop.workspaceId);
  const { url } = await downloadExport.call(shop.ctx, { id });
  const answer = await fetch(new URL(url, server.url));
  expect(answer.status).toBe(200);
  const archive = unpack(gunzipSync(Buffer.from(await answer.arrayBuffer())));
  for (const table of tables) {
    const parts = archive.filter((each) => new RegExp(`^tables/${table}-\\d{4}\\.jsonl$`).test(each.name));
    expect(parts.length, table).toBeGreaterThan(0);
    const lines = parts.flatMap((part) => part.body.toString().split('\n').filter(Boolean)).length;
    // Background work may add a row meanwhile; nearly every table stands still, and then the number is exact.
    expect(lines, table).toBeGreaterThanOrEqual(Math.min(before[table]!, after[table]!));
    expect(lines, table).toBeLessThanOrEqual(Math.max(before[table]!, after[table]!));
  }
  expect(archive.filter((each) => each.name.startsWith('files/')).map((each) => each.body.toString()).some((text) => text === 'Our terms')).toBe(true);
  const everything = archive.map((each) => each.body.toString('latin1')).join('\n');
  expect(everything).not.toContain('Of somebody else');
  for (const secret of await secretsOf(shop)) expect(everything).not.toContain(secret);
});

async function secretsOf({ workspaceId, key }: TestShop): Promise<string[]> {
  const [front] = await platformRead('superadmin', (q) => q.sql<{ hash: string; sealed: string }>`select key_hash as hash, key_sealed as sealed from storefronts where workspace_id = ${workspaceId}`);
  const [data] = await platformRead('superadmin', (q) => q.sql<{ wrapped: string }>`select wrapped from vault_keys where workspace_id = ${workspaceId}`);
  return [key, front!.hash, front!.sealed, data!.wrapped, createHash('sha256').update(key).digest('base64url')];
}

test('the address of the archive ends, and so does the archive', async () => {
  const { data } = (await platformRead('superadmin', async (q) => ({ data: await q.sql<{ id: string; key: string }>`select id, key from workspace_exports where workspace_id = ${shop.workspaceId} and state = 'ready' and key is not null` })));
  const { url } = await downloadExport.call(shop.ctx, { id: data[0]!.id });
  const back = travel(8 * DAY);
  try {
    expect((await fetch(new URL(url, server.url))).status).toBe(403);
    await expect(downloadExport.call(shop.ctx, { id: data[0]!.id })).rejects.toMatchObject({ code: 'not_found' });
    await tidyExports.run(systemContext(shop.workspaceId, 'test'));
    expect(await files().store.get(data[0]!.key)).toBeUndefined();
  } finally {
    back();
  }
});

test('the space of files is counted', async () => {
  const { files: count, bytes, byKind } = await fileUsage.call(other.ctx, {});
  expect({ count, bytes, byKind }).toEqual({ count: 1, bytes: 16, byKind: [{ kind: 'document', files: 1, bytes: 16 }] });
});

test('only an owner who types the name and says so twice begins the deletion; the shops close at once and open again when it is called off', async () => {
  const [{ name } = { name: '' }] = await platformRead('superadmin', (q) => q.sql<{ name: string }>`select name from workspaces where id = ${shop.workspaceId}`);
  await expect(askDeletion.call(owner, { id: shop.workspaceId, name: 'Another name', sure: true })).rejects.toMatchObject({ code: 'invalid' });
  await expect(askDeletion.call(owner, { id: shop.workspaceId, name, sure: false as never })).rejects.toMatchObject({ code: 'invalid' });
  const stranger = await makePerson({ name: 'Sam', email: 'sam@example.test', password: 'a long enough password' });
  await expect(askDeletion.call(stranger, { id: shop.workspaceId, name, sure: true })).rejects.toMatchObject({ code: 'not_found' });
  expect((await shopAnswers()).status).toBe(200);
  await askDeletion.call(owner, { id: shop.workspaceId, name, sure: true });
  expect((await shopAnswers()).status).toBe(401);
  await cancelDeletion.call(owner, { id: shop.workspaceId });
  expect((await shopAnswers()).status).toBe(200);
});

function shopAnswers(): Promise<Response> {
  return fetch(`${server.url}/api/storefront/products`, { headers: { 'x-storefront-key': shop.key } });
}

test('within the two weeks nothing is deleted; after them not one row and not one file is left, and the other workspace is untouched', async () => {
  const [{ name } = { name: '' }] = await platformRead('superadmin', (q) => q.sql<{ name: string }>`select name from workspaces where id = ${shop.workspaceId}`);
  const keys = await platformRead('superadmin', (q) => q.sql<{ key: string }>`select key from files where workspace_id = ${shop.workspaceId}`);
  const kept = Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await rowsOf(other.workspaceId, table)])));
  await askDeletion.call(owner, { id: shop.workspaceId, name, sure: true });
  await deleteDueWorkspace.run(systemContext(shop.workspaceId, 'test'));
  expect(await rowsOf(shop.workspaceId, 'products')).toBeGreaterThan(0);
  await platformRead('superadmin', (q) => q.sql`update workspaces set delete_after = ${new Date(now().getTime() - 1_000)} where id = ${shop.workspaceId}`);
  for (const workspace of [shop, other]) await deleteDueWorkspace.run(systemContext(workspace.workspaceId, 'test'));
  const everyTable = await platformRead('superadmin', (q) => q.sql<{ name: string }>`
    select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'workspace_id'`);
  expect(everyTable.length).toBeGreaterThanOrEqual(tables.length);
  for (const table of everyTable) expect(await rowsOf(shop.workspaceId, table.name), table.name).toBe(0);
  expect(await platformRead('superadmin', (q) => q.sql`select 1 from workspaces where id = ${shop.workspaceId}`)).toEqual([]);
  for (const { key } of keys) expect(await files().store.get(key)).toBeUndefined();
  for (const table of tables) expect(await rowsOf(other.workspaceId, table), table).toBe(kept[table]);
  expect((await mailsTo('olga@example.test')).map((mail) => mail.subject)).toContain(`${name} was deleted`);
});
