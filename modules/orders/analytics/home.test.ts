import { afterAll, beforeAll, expect, test } from 'vitest';
import { statementsSoFar } from '#platform/db/count.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { cancelOrder, homeFigures } from '../index.ts';
import { buy, openShop, type Shop } from '../test-shop.ts';

let house: TestHouse;
beforeAll(async () => void (house = await openTestDatabase()));
afterAll(() => house.close());

async function placedOn(shop: Shop, orderId: string, at: string): Promise<void> {
  await shop.ctx.transaction((tx) => tx.sql`update orders set placed_at = ${at} where id = ${orderId}`);
}

test('a week against the week before, by day, with its best products', async () => {
  const shop = await openShop(house, { mug: { price: 20_000, stock: 50 }, bowl: { price: 30_000, stock: 50 } });
  const days: [Record<string, number>, string][] = [
    [{ mug: 1 }, '2026-03-01T12:00:00Z'],
    [{ mug: 2 }, '2026-03-08T00:00:00Z'],
    [{ bowl: 1, mug: 1 }, '2026-03-10T12:00:00Z'],
    [{ bowl: 1 }, '2026-03-14T23:59:59Z'],
    [{ bowl: 9 }, '2026-03-15T00:00:00Z'],
  ];
  for (const [wish, at] of days) await placedOn(shop, (await buy(shop, wish)).order.id, at);
  const dropped = await buy(shop, { mug: 5 });
  await placedOn(shop, dropped.order.id, '2026-03-12T12:00:00Z');
  await cancelOrder.call(shop.ctx, { id: dropped.order.id });
  const before = statementsSoFar();
  const home = await homeFigures.call(shop.ctx, { from: '2026-03-08', to: '2026-03-14' });
  expect(statementsSoFar() - before).toBeLessThanOrEqual(3);
  expect(home).toMatchObject({
    currency: 'AUD',
    orders: { value: 3, before: 1 },
    units: { value: 5, before: 1 },
    sales: { value: { amount: 120_000 }, before: { amount: 20_000 } },
    average: { value: { amount: 40_000 }, before: { amount: 20_000 } },
  });
  expect(home.perDay.map(({ sales }) => sales.amount)).toEqual([40_000, 0, 50_000, 0, 0, 0, 30_000]);
  expect(home.topProducts.map(({ title, units }) => [title, units])).toEqual([['bowl', 2], ['mug', 3]]);
  expect(home.latestOrders[0]).toMatchObject({ customer: 'Ana Ng', items: 9 });
});

test('a shop without orders has figures of nothing', async () => {
  const shop = await openShop(house, {});
  const home = await homeFigures.call(shop.ctx, {});
  expect(home).toMatchObject({ orders: { value: 0, before: 0 }, sales: { value: { amount: 0, currency: 'AUD' } }, topProducts: [], latestOrders: [] });
  expect(home.perDay).toHaveLength(30);
});
