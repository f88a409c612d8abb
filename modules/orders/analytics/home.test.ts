import { afterAll, beforeAll, expect, test } from 'vitest';
import { statementsSoFar } from '#platform/db/count.ts';
import { registry } from '#platform/registry.ts';
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
  expect(statementsSoFar() - before).toBeLessThanOrEqual(6);
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

test('the best products of half a year are the same from months, from days and from the orders, whatever changes afterwards', async () => {
  const shop = await openShop(house, { mug: { price: 1_000, stock: 500 }, bowl: { price: 1_100, stock: 500 }, jug: { price: 900, stock: 500 } });
  const bought: string[] = [];
  for (let n = 0; n < 24; n++) {
    const { order } = await buy(shop, { mug: 1 + (n % 3), [n % 2 ? 'bowl' : 'jug']: 1 + (n % 4) });
    await placedOn(shop, order.id, new Date(Date.UTC(2026, 0, 1 + n * 7, (n * 5) % 24)).toISOString());
    bought.push(order.id);
  }
  const ranges = [['2026-01-01', '2026-06-30'], ['2026-01-15', '2026-05-10'], ['2026-02-01', '2026-02-28'], ['2026-03-03', '2026-03-20']] as const;
  const same = async () => {
    for (const [from, to] of ranges)
      expect((await homeFigures.call(shop.ctx, { from, to })).topProducts.map(({ productId, units, sales }) => [productId, units, sales.amount]), `${from}..${to}`).toEqual(await straight(shop, from, to));
  };
  const counted = () => registry.schedules().find(({ name }) => name === 'orders.count-sales')!.run(shop.ctx);
  await same();
  await counted();
  expect((await shop.ctx.read((r) => r.sql`select distinct month from sales_month_products`)).length).toBeGreaterThan(4);
  await same();
  for (const id of [bought[2]!, bought[9]!, bought[20]!]) {
    await cancelOrder.call(shop.ctx, { id });
    await same();
    await counted();
    await same();
  }
  await shop.ctx.transaction((tx) => tx.sql`update workspace_settings set time_zone = 'Pacific/Kiritimati'`);
  await counted();
  await counted();
  expect((await homeFigures.call(shop.ctx, { from: '2026-01-01', to: '2026-06-30' })).topProducts).toHaveLength(3);
});

function straight(shop: Shop, from: string, to: string) {
  return shop.ctx.read(async (r) => {
    const rows = await r.sql<{ id: string; units: number; sales: number }>`
      select l.product_id as id, sum(l.quantity)::int as units, sum(l.total)::bigint as sales from orders o join order_lines l on l.order_id = o.id
      where o.cancelled_at is null and (o.placed_at at time zone (select time_zone from workspace_settings))::date between ${from}::date and ${to}::date
      group by 1 order by sales desc, 1`;
    return rows.map(({ id, units, sales }) => [id, units, sales]);
  });
}
