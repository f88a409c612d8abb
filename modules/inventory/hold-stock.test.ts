import { afterAll, beforeAll, expect, test } from 'vitest';
import { statementsSoFar } from '#platform/db/count.ts';
import { DAY, later } from '#platform/time.ts';
import type { TestHouse } from '#platform/testing/database.ts';
import type { Context, Tx } from '#platform/tenancy/context.ts';
import { availability, commitHold, createLocation, holdStock, releaseHold, restock, setManyStocks, shipStock } from './index.ts';
import { drift, openShop, openTestDatabase, stockOf, tryToHold } from './testing.ts';

let house: TestHouse;
beforeAll(async () => void (house = await openTestDatabase()));
afterAll(() => house.close());

const inADay = (tx: Tx) => later(tx.now, DAY);

async function statementsOf(ctx: Context, work: (tx: Tx) => Promise<unknown>): Promise<number> {
  return ctx.transaction(async (tx) => {
    await tx.sql`select 1`;
    const before = statementsSoFar();
    await work(tx).catch(() => undefined);
    return statementsSoFar() - before;
  });
}

test('two shoppers and one last mug: one gets it, the other hears why', async () => {
  const shop = await openShop(house, { mug: 1 });
  const outcomes = await Promise.all([tryToHold(shop.ctx, shop.variant.mug!), tryToHold(shop.ctx, shop.variant.mug!)]);
  expect(outcomes.toSorted()).toEqual(['held', 'out_of_stock']);
  expect(await stockOf(shop.ctx, shop.variant.mug!)).toEqual({ onHand: 1, reserved: 1 });
  expect(await drift(shop.ctx)).toEqual([]);
});

test('a basket with one thing too many holds nothing at all, and says what is missing', async () => {
  const shop = await openShop(house, { mug: 5, bowl: 2 });
  const lines = [{ variantId: shop.variant.mug!, quantity: 2 }, { variantId: shop.variant.bowl!, quantity: 3 }];
  const refused = shop.ctx.transaction((tx) => holdStock(tx, { for: 'a', lines, until: inADay(tx) }));
  await expect(refused).rejects.toMatchObject({ code: 'out_of_stock', sentence: 'Only 2 of bowl are left.', details: { lines: [{ variantId: shop.variant.bowl, wanted: 3, available: 2 }] } });
  expect(await stockOf(shop.ctx, shop.variant.mug!)).toEqual({ onHand: 5, reserved: 0 });
});

test('two lines of the same thing count together, so a bundle cannot oversell', async () => {
  const shop = await openShop(house, { mug: 3 });
  const lines = [{ variantId: shop.variant.mug!, quantity: 2 }, { variantId: shop.variant.mug!, quantity: 2 }];
  await expect(shop.ctx.transaction((tx) => holdStock(tx, { for: 'a', lines, until: inADay(tx) }))).rejects.toMatchObject({ code: 'out_of_stock' });
  expect(await stockOf(shop.ctx, shop.variant.mug!)).toEqual({ onHand: 3, reserved: 0 });
});

test('a thing sold beyond stock and an uncounted thing can always be bought', async () => {
  const shop = await openShop(house, { poster: { policy: 'continue' }, ebook: { tracked: false } });
  expect(await tryToHold(shop.ctx, shop.variant.poster!, 4)).toBe('held');
  expect(await tryToHold(shop.ctx, shop.variant.ebook!, 4)).toBe('held');
  expect(await stockOf(shop.ctx, shop.variant.poster!)).toEqual({ onHand: 0, reserved: 4 });
  expect(await stockOf(shop.ctx, shop.variant.ebook!)).toEqual({ onHand: 0, reserved: 0 });
  const seen = await shop.ctx.read((r) => availability(r, Object.values(shop.variant)));
  expect(seen.get(shop.variant.poster!)).toEqual({ available: -4, canOversell: true, tracked: true });
  expect(seen.get(shop.variant.ebook!)).toEqual({ available: 0, canOversell: true, tracked: false });
});

test('a thing oversold while that was allowed can still be shipped and released after the rule changed', async () => {
  const shop = await openShop(house, { poster: { policy: 'continue' } });
  const poster = shop.variant.poster!;
  await tryToHold(shop.ctx, poster, 2, 'a');
  await tryToHold(shop.ctx, poster, 3, 'b');
  await shop.ctx.transaction((tx) => tx.sql`update variants set inventory_policy = 'deny' where id = ${poster}`);
  expect(await tryToHold(shop.ctx, poster)).toBe('out_of_stock');
  await shop.ctx.transaction((tx) => releaseHold(tx, { for: 'a', reason: 'cancelled' }));
  await shop.ctx.transaction((tx) => shipStock(tx, { for: 'b' }));
  expect(await stockOf(shop.ctx, poster)).toEqual({ onHand: -3, reserved: 0 });
  expect(await drift(shop.ctx)).toEqual([]);
});

test('the way of an order: held, committed, shipped in two parcels, one piece returned', async () => {
  const shop = await openShop(house, { mug: 10 });
  const mug = shop.variant.mug!;
  await tryToHold(shop.ctx, mug, 4, 'cart:1');
  await shop.ctx.transaction((tx) => commitHold(tx, { from: 'cart:1', to: 'order:1' }));
  await shop.ctx.transaction((tx) => shipStock(tx, { for: 'order:1', lines: [{ variantId: mug, quantity: 3 }] }));
  expect(await stockOf(shop.ctx, mug)).toEqual({ onHand: 7, reserved: 1 });
  const tooMany = shop.ctx.transaction((tx) => shipStock(tx, { for: 'order:1', lines: [{ variantId: mug, quantity: 2 }] }));
  await expect(tooMany).rejects.toMatchObject({ code: 'not_reserved' });
  await shop.ctx.transaction((tx) => shipStock(tx, { for: 'order:1' }));
  await shop.ctx.transaction((tx) => restock(tx, { for: 'order:1', lines: [{ variantId: mug, quantity: 1 }] }));
  expect(await stockOf(shop.ctx, mug)).toEqual({ onHand: 7, reserved: 0 });
  expect(await drift(shop.ctx)).toEqual([]);
});

test('holding twice for the same order is refused, after a release it works again', async () => {
  const shop = await openShop(house, { mug: 10 });
  const again = () => tryToHold(shop.ctx, shop.variant.mug!, 1, 'order:1');
  expect(await again()).toBe('held');
  expect(await again()).toBe('already_held');
  await shop.ctx.transaction((tx) => releaseHold(tx, { for: 'order:1', reason: 'cancelled' }));
  expect(await again()).toBe('held');
});

test('committing twice changes nothing more', async () => {
  const shop = await openShop(house, { mug: 10 });
  await tryToHold(shop.ctx, shop.variant.mug!, 2, 'order:1');
  const commit = () => shop.ctx.transaction((tx) => commitHold(tx, { from: 'order:1', to: 'order:1' }));
  const first = await commit();
  expect(first).toMatchObject([{ variantId: shop.variant.mug, quantity: 2 }]);
  expect(await commit()).toEqual(first);
  expect(await stockOf(shop.ctx, shop.variant.mug!)).toEqual({ onHand: 10, reserved: 2 });
});

test('one location that has everything is preferred; else the order is split', async () => {
  const shop = await openShop(house, { mug: 2, bowl: 1 });
  const { mug, bowl } = shop.variant as { mug: string; bowl: string };
  const depot = await createLocation.call(shop.ctx, { name: 'Depot' });
  await setManyStocks.call(shop.ctx, { lines: [mug, bowl].map((variantId) => ({ variantId, locationId: depot.id, onHand: 3 })) });
  const hold = (what: string, mugs: number, bowls: number) =>
    shop.ctx.transaction((tx) => holdStock(tx, { for: what, lines: [{ variantId: mug, quantity: mugs }, { variantId: bowl, quantity: bowls }], until: inADay(tx) }));
  const takenFor = (what: string) => shop.ctx.read((r) => r.sql`select l.name, r.quantity from reservations r join locations l on l.id = r.location_id where held_for = ${what} order by 1, 2`);
  await hold('together', 2, 2);
  expect(await takenFor('together')).toEqual([{ name: 'Depot', quantity: 2 }, { name: 'Depot', quantity: 2 }]);
  await hold('split', 3, 1);
  expect(await takenFor('split')).toEqual([{ name: 'Depot', quantity: 1 }, { name: 'Main location', quantity: 1 }, { name: 'Main location', quantity: 2 }]);
  expect(await drift(shop.ctx)).toEqual([]);
});

test('a hold costs at most two statements, also when refused; a commit costs one', async () => {
  const shop = await openShop(house, { mug: 5, bowl: 5 });
  const lines = Object.values(shop.variant).map((variantId) => ({ variantId, quantity: 1 }));
  expect(await statementsOf(shop.ctx, (tx) => holdStock(tx, { for: 'a', lines, until: inADay(tx) }))).toBe(2);
  const many = lines.map((line) => ({ ...line, quantity: 50 }));
  expect(await statementsOf(shop.ctx, (tx) => holdStock(tx, { for: 'b', lines: many, until: inADay(tx) }))).toBe(2);
  expect(await statementsOf(shop.ctx, (tx) => commitHold(tx, { from: 'a', to: 'a' }))).toBe(1);
  expect(await statementsOf(shop.ctx, (tx) => availability(tx, lines.map((l) => l.variantId)))).toBe(1);
});
