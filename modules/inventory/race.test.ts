import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TEST_SECRET } from '#platform/testing/secret.ts';
import type { TestHouse } from '#platform/testing/database.ts';
import { DAY, MINUTE, later, now, travel } from '#platform/time.ts';
import type { Context, Tx } from '#platform/tenancy/context.ts';
import { commitHold, holdStock, releaseHold } from './index.ts';
import { expireHolds } from './expire-holds.ts';
import { drift, openShop, openTestDatabase, stockOf, type Shop } from './testing.ts';

let house: TestHouse;
beforeAll(async () => void (house = await openTestDatabase()));
afterAll(() => house.close());

interface Crowd {
  go(): void;
  outcomes: Promise<string[]>;
}

async function crowd(shop: Shop, variantIds: string[], buyers: number): Promise<Crowd> {
  const script = fileURLToPath(new URL('./race-buyer.ts', import.meta.url));
  const env = { ...process.env, QUICKDASH_SECRET: TEST_SECRET, NODE_ENV: 'test', DATABASE_POOL: '8' };
  const child = spawn(process.execPath, [script, house.url, shop.workspaceId, variantIds.join(), String(buyers)], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  const ready = once(reader, 'line');
  reader.on('line', (line) => lines.push(line));
  await ready;
  return { go: () => void child.stdin.write('go\n'), outcomes: once(reader, 'close').then(() => lines.slice(1)) };
}

async function race(shop: Shop, variantIds: string[], buyers: number, processes: number): Promise<Record<string, number>> {
  const crowds = await Promise.all(Array.from({ length: processes }, () => crowd(shop, variantIds, buyers / processes)));
  for (const c of crowds) c.go();
  const outcomes = (await Promise.all(crowds.map((c) => c.outcomes))).flat();
  return Object.fromEntries([...Map.groupBy(outcomes, (o) => o)].map(([outcome, list]) => [outcome, list.length]));
}

test('200 buyers in four processes want one of 50: exactly 50 get it, 150 hear that it is sold out', async () => {
  const shop = await openShop(house, { ring: 50 });
  expect(await race(shop, [shop.variant.ring!], 200, 4)).toEqual({ held: 50, out_of_stock: 150 });
  expect(await stockOf(shop.ctx, shop.variant.ring!)).toEqual({ onHand: 50, reserved: 50 });
  expect(await drift(shop.ctx)).toEqual([]);
});

/** Waits until another connection is stuck behind a row lock of ours. The program's own logins do not see what others wait for. */
async function untilSomebodyWaits(): Promise<void> {
  const owner = new pg.Client({ connectionString: house.url });
  await owner.connect();
  try {
    for (let tries = 0; tries < 500; tries++) {
      const { rows } = await owner.query(`select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`);
      if (rows.length > 0) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error('nobody waited for the lock');
  } finally {
    await owner.end();
  }
}

const heldFor = async (ctx: Context, what: string) => (await ctx.read((r) => r.sql<{ state: string; open: number }>`select state, open from reservations where held_for = ${what}`))[0];
const lateHold = (shop: Shop, what: string) =>
  shop.ctx.transaction((tx) => holdStock(tx, { for: what, lines: Object.values(shop.variant).map((variantId) => ({ variantId, quantity: 2 })), until: later(tx.now, MINUTE) }));

test('the expiry comes while a commit is under way: it waits, and then leaves the bought stock alone', async () => {
  const shop = await openShop(house, { ring: 5, chain: 5 });
  await lateHold(shop, 'order:1');
  const back = travel(2 * MINUTE);
  let expiry: Promise<void> | undefined;
  await shop.ctx.transaction(async (tx) => {
    await commitHold(tx, { from: 'order:1', to: 'order:1' });
    expiry = expireHolds.run(shop.ctx);
    await untilSomebodyWaits();
  });
  await expiry;
  back();
  expect(await heldFor(shop.ctx, 'order:1')).toEqual({ state: 'committed', open: 2 });
  expect(await stockOf(shop.ctx, shop.variant.ring!)).toEqual({ onHand: 5, reserved: 2 });
  expect(await drift(shop.ctx)).toEqual([]);
});

test('a commit comes while the expiry is under way: it waits, and then is told that the time is over', async () => {
  const shop = await openShop(house, { ring: 5, chain: 5 });
  await lateHold(shop, 'order:1');
  const back = travel(2 * MINUTE);
  let commit: Promise<unknown> | undefined;
  await shop.ctx.transaction(async (tx) => {
    await releaseHold(tx, { for: 'order:1', reason: 'expired' });
    commit = shop.ctx.transaction((other) => commitHold(other, { from: 'order:1', to: 'order:1' })).catch((error: { code: string }) => error.code);
    await untilSomebodyWaits();
  });
  expect(await commit).toBe('hold_expired');
  back();
  expect(await stockOf(shop.ctx, shop.variant.ring!)).toEqual({ onHand: 5, reserved: 0 });
  expect(await drift(shop.ctx)).toEqual([]);
});

test('a hold nobody paid for is free again after its time, once, and paying then is refused', async () => {
  const shop = await openShop(house, { ring: 5, chain: 5 });
  await lateHold(shop, 'order:1');
  await expireHolds.run(shop.ctx);
  expect((await heldFor(shop.ctx, 'order:1'))!.state).toBe('held');
  const back = travel(2 * MINUTE);
  await Promise.all([expireHolds.run(shop.ctx), expireHolds.run(shop.ctx)]);
  back();
  expect((await heldFor(shop.ctx, 'order:1'))!.state).toBe('released');
  await expect(shop.ctx.transaction((tx) => commitHold(tx, { from: 'order:1', to: 'order:1' }))).rejects.toMatchObject({ code: 'hold_expired' });
  expect(await stockOf(shop.ctx, shop.variant.ring!)).toEqual({ onHand: 5, reserved: 0 });
  expect(await drift(shop.ctx)).toEqual([]);
});

test('baskets with the same things in opposite order never block each other for good', async () => {
  const shop = await openShop(house, { a: 400, b: 400, c: 400 });
  const ids = Object.values(shop.variant);
  const buy = (order: string[], i: number) => (tx: Tx) => holdStock(tx, { for: `order:${i}`, lines: order.map((variantId) => ({ variantId, quantity: 1 })), until: later(now(), DAY) });
  await Promise.all(Array.from({ length: 100 }, (_, i) => shop.ctx.transaction(buy(i % 2 ? ids : ids.toReversed(), i))));
  for (const id of ids) expect(await stockOf(shop.ctx, id)).toEqual({ onHand: 400, reserved: 100 });
});
