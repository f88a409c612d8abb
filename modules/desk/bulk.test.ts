import { spawn } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEngine, type Engine } from '#platform/jobs/engine.ts';
import { runSchedule } from '#platform/jobs/worker.ts';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '#platform/testing/database.ts';
import { TEST_SECRET } from '#platform/testing/secret.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { cancelRun, rowList, runGet, startRun } from './index.ts';
import { joinAs } from './test-desk.ts';

let house: TestHouse;
let engine: Engine | undefined;
beforeAll(async () => {
  house = await openTestDatabase();
});
afterAll(async () => {
  await engine?.stop();
  await house.close();
});

interface Shop extends TestWorkspace {
  ana: Context;
}

/** A shop with that many mugs, half of them drafts. */
async function shopWith(mugs: number): Promise<Shop> {
  const shop = await house.newWorkspace();
  await addMugs(shop.ctx, mugs);
  return { ...shop, ana: (await joinAs(shop, 'Ana', 'owner')).ctx };
}

const addMugs = (ctx: Context, mugs: number) => ctx.transaction((tx) => tx.sql`insert into products (slug, title, status) select 'mug-' || new_id(), 'Mug ' || n, case when n % 2 = 0 then 'active' else 'draft' end from generate_series(1, ${mugs}::int) n`);
const archive = { list: 'products.list', operation: 'products.archive' };
const statuses = (ctx: Context) => ctx.read((r) => r.sql<{ status: string; n: number }>`select status, count(*) as n from products group by 1 order by 1`);
const withEngine = async () => (engine ??= await startEngine());
const restOf = (ctx: Context, id: string) => runGet.call(ctx, { id });

async function whenEnded(ctx: Context, id: string): Promise<Awaited<ReturnType<typeof restOf>>> {
  for (;;) {
    const run = await restOf(ctx, id);
    if (run.endedAt) return run;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('everything that matched at the start is done, and nothing that came later', async () => {
  const shop = await shopWith(130);
  const { id, total } = await startRun.call(shop.ana, { ...archive, question: { filter: { status: 'active' } } });
  expect(total).toBe(65);
  await addMugs(shop.ctx, 10);
  await withEngine();
  expect(await whenEnded(shop.ana, id)).toMatchObject({ state: 'done', total: 65, done: 65, failed: 0, skipped: 0 });
  expect(await statuses(shop.ctx)).toEqual([{ status: 'active', n: 5 }, { status: 'archived', n: 65 }, { status: 'draft', n: 70 }]);
});

test('chosen rows only, when rows are chosen', async () => {
  const shop = await shopWith(4);
  const [one] = await shop.ctx.read((r) => r.sql<{ id: string }>`select id from products limit 1`);
  await withEngine();
  const { id, total } = await startRun.call(shop.ana, { ...archive, ids: [one!.id] });
  expect(total).toBe(1);
  expect(await whenEnded(shop.ana, id)).toMatchObject({ done: 1 });
  expect(await statuses(shop.ctx)).toContainEqual({ status: 'archived', n: 1 });
});

test('each row tells what became of it: done, failed with the reason, skipped because it is gone', async () => {
  const shop = await shopWith(0);
  const made = await shop.ctx.transaction((tx) => tx.sql<{ id: string }>`insert into customers (email, name) values ('a@example.test', 'Ada'), ('b@example.test', 'Bea'), ('c@example.test', 'Cyd') returning id`);
  await engine!.stop();
  engine = undefined;
  const { id } = await startRun.call(shop.ana, { list: 'customers.list', operation: 'customers.update', input: { email: 'one@example.test' } });
  await shop.ctx.transaction((tx) => tx.sql`delete from customers where id = ${made[0]!.id}`);
  await withEngine();
  expect(await whenEnded(shop.ana, id)).toMatchObject({ done: 1, failed: 1, skipped: 1 });
  const { data } = await rowList.call(shop.ana, { filter: { runId: id }, sort: 'name' });
  expect(data[0]).toMatchObject({ name: 'Ada', state: 'skipped', sentence: 'The customer was not found.' });
  expect(data.find((row) => row.state === 'failed')?.sentence).toMatch(/already/);
});

test('who may not do it to one may not do it to many, nor to a list they cannot see', async () => {
  const shop = await shopWith(2);
  const viewer = (await joinAs(shop, 'Vic', 'viewer')).ctx;
  await expect(startRun.call(viewer, archive)).rejects.toMatchObject({ code: 'forbidden' });
  const ops = (await joinAs(shop, 'Ola', 'ops')).ctx;
  await expect(startRun.call(ops, { list: 'storefronts.list', operation: 'storefronts.replace-key' })).rejects.toMatchObject({ code: expect.stringMatching(/forbidden|not_found/) as string });
  await expect(startRun.call(shop.ana, { list: 'products.list', operation: 'workspace.update-settings' })).rejects.toMatchObject({ code: 'invalid' });
  await expect(startRun.call(shop.ana, { list: 'products.list', operation: 'products.update', input: { title: 7 } })).rejects.toMatchObject({ code: 'invalid' });
  await expect(startRun.call(shop.ana, { ...archive, question: { filter: { status: 'archived' } } })).rejects.toMatchObject({ code: 'nothing_matches' });
});

test('somebody who loses the permission on the way changes nothing more', async () => {
  const shop = await shopWith(6);
  const { ctx: olga, userId } = await joinAs(shop, 'Olga', 'ops');
  await engine!.stop();
  engine = undefined;
  const { id } = await startRun.call(olga, archive);
  await shop.ctx.transaction((tx) => tx.sql`update members set role = 'viewer' where user_id = ${userId}`);
  await withEngine();
  expect(await whenEnded(shop.ana, id)).toMatchObject({ done: 0, failed: 6 });
});

test('a stopped run leaves what is done and skips the rest', async () => {
  const shop = await shopWith(50);
  await engine!.stop();
  engine = undefined;
  const { id } = await startRun.call(shop.ana, archive);
  await cancelRun.call(shop.ana, { id });
  await withEngine();
  await engine!.settle();
  expect(await restOf(shop.ana, id)).toMatchObject({ state: 'cancelled', done: 0, skipped: 50 });
  expect(await cancelRun.call(shop.ana, { id })).toMatchObject({ state: 'cancelled' });
});

test('the power fails in the middle: another worker goes on, and no row is done twice', async () => {
  const shop = await shopWith(100);
  await engine!.stop();
  engine = undefined;
  const { id } = await startRun.call(shop.ana, { list: 'products.list', operation: 'products.duplicate' });
  expect(await dieInTheMiddle(shop.workspaceId, id)).toBe('SIGKILL');
  const copies = async () => (await shop.ctx.read((r) => r.sql<{ n: number }>`select count(*) as n from products where title like '%(copy)'`))[0]!.n;
  const before = await copies();
  expect(before).toBeGreaterThan(0);
  expect(await restOf(shop.ana, id)).toMatchObject({ state: 'running', done: 0 });
  await shop.ctx.transaction((tx) => tx.sql`update bulk_runs set lease_until = now() - interval '1 second' where id = ${id}`);
  await withEngine();
  await runSchedule('desk.wake-runs');
  expect(await whenEnded(shop.ana, id)).toMatchObject({ state: 'done', done: 100, failed: 0 });
  expect(await copies()).toBe(100);
}, 120_000);

function dieInTheMiddle(workspace: string, run: string): Promise<string | number | null> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'bulk-child.ts'), '--url', house.url, '--workspace', workspace, '--run', run], {
    env: { ...process.env, NODE_ENV: 'test', QUICKDASH_SECRET: TEST_SECRET, QUICKDASH_FAULT: 'bulk.before-record' },
    stdio: 'inherit',
  });
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code)));
}
