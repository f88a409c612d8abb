import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Refusal } from '#platform/refusal.ts';
import { startEngine } from '#platform/jobs/engine.ts';
import { setTaskRoute, taskList } from '#modules/tasks/index.ts';
import type { TestHouse } from '#platform/testing/database.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { MINUTE, travel } from '#platform/time.ts';
import { adjustStock, availability, commitHold, countStock, expireHolds, movementList, releaseHold, restock, setLowAt, setManyStocks, shipStock, stockList, lowStock } from './index.ts';
import { countNewVariants } from './reactions.ts';
import { drift, openShop, openTestDatabase, stockOf, tryToHold, type Shop } from './testing.ts';

let house: TestHouse;
beforeAll(async () => void (house = await openTestDatabase()));
afterAll(() => house.close());

const things = ['a', 'b', 'c'] as const;
const doings = ['hold', 'commit', 'release', 'ship', 'return', 'expire', 'adjust', 'count'] as const;
const doing = fc.record({ what: fc.constantFrom(...doings), order: fc.integer({ min: 1, max: 12 }), thing: fc.constantFrom(...things), amount: fc.integer({ min: 1, max: 4 }), up: fc.boolean() });
type Doing = typeof doing extends fc.Arbitrary<infer T> ? T : never;

function run(shop: Shop, { what, order, thing, amount, up }: Doing): Promise<unknown> {
  const name = `order:${order}`;
  const variantId = shop.variant[thing]!;
  const inTx = (work: (tx: Parameters<Parameters<Context['transaction']>[0]>[0]) => Promise<unknown>) => shop.ctx.transaction(work);
  const does: Record<Doing['what'], () => Promise<unknown>> = {
    hold: () => tryToHold(shop.ctx, variantId, amount, name),
    commit: () => inTx((tx) => commitHold(tx, { from: name, to: name })),
    release: () => inTx((tx) => releaseHold(tx, { for: name, reason: 'cancelled' })),
    ship: () => inTx((tx) => shipStock(tx, { for: name, lines: [{ variantId, quantity: amount }] })),
    return: () => inTx((tx) => restock(tx, { for: name, lines: [{ variantId, quantity: amount }] })),
    expire: () => expireHolds.run(shop.ctx),
    adjust: () => adjustStock.call(shop.ctx, { variantId, by: up ? amount : -amount }),
    count: () => setManyStocks.call(shop.ctx, { lines: things.map((t) => ({ variantId: shop.variant[t]!, onHand: 10 * amount })) }),
  };
  return does[what]();
}

// Two that meet head on: the database makes one of them go again, which operations do by themselves.
const isExpected = (reason: unknown) => reason instanceof Refusal || (reason as { code?: string }).code === '40P01';

test('whatever happens at once, every counter is the sum of its ledger and nothing is promised twice', async () => {
  const shop = await openShop(house, { a: 12, b: 8, c: { onHand: 3, policy: 'continue' } });
  const atOnce = fc.array(doing, { minLength: 5, maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(atOnce, async (list) => {
      const done = await Promise.allSettled(list.map((each) => run(shop, each)));
      expect(done.filter((d) => d.status === 'rejected' && !isExpected(d.reason))).toEqual([]);
      expect(await drift(shop.ctx)).toEqual([]);
      const wrong = await shop.ctx.read((r) => r.sql`
        select 1 from stock_levels s join variants v on v.id = s.variant_id where reserved < 0 or (on_hand < reserved and v.inventory_policy = 'deny')`);
      expect(wrong).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

test('a clerk adjusts by a number or to a number; the ledger says who and why', async () => {
  const shop = await openShop(house, { mug: 4 });
  const variantId = shop.variant.mug!;
  expect(await adjustStock.call(shop.ctx, { variantId, by: -1, reason: 'damaged', note: 'fell' })).toMatchObject({ onHand: 3, available: 3 });
  expect(await adjustStock.call(shop.ctx, { variantId, to: 9 })).toMatchObject({ onHand: 9 });
  const { data } = await movementList.call(shop.ctx, { filter: { variantId } });
  expect(data.map((m) => [m.reason, m.onHandChange, m.note, m.actor])).toEqual([['adjusted', 6, '', 'Olive Owner'], ['damaged', -1, 'fell', 'Olive Owner'], ['opening', 4, '', 'Olive Owner']]);
  await expect(adjustStock.call(shop.ctx, { variantId, by: 1, to: 2 })).rejects.toMatchObject({ code: 'invalid' });
  await expect(adjustStock.call(shop.ctx, { variantId, by: -10 })).rejects.toMatchObject({ code: 'stock_negative' });
  await tryToHold(shop.ctx, variantId, 5);
  await expect(adjustStock.call(shop.ctx, { variantId, to: 4 })).rejects.toMatchObject({ code: 'stock_promised', details: { onHand: 9, reserved: 5 } });
});

test('a whole count is all or nothing', async () => {
  const shop = await openShop(house, { mug: 4, bowl: 4 });
  await tryToHold(shop.ctx, shop.variant.bowl!, 3);
  const lines = [{ variantId: shop.variant.mug!, onHand: 9 }, { variantId: shop.variant.bowl!, onHand: 1 }];
  await expect(setManyStocks.call(shop.ctx, { lines })).rejects.toMatchObject({ code: 'stock_promised' });
  await expect(setManyStocks.call(shop.ctx, { lines: [lines[0]!, lines[0]!] })).rejects.toMatchObject({ code: 'invalid' });
  expect(await stockOf(shop.ctx, shop.variant.mug!)).toEqual({ onHand: 4, reserved: 0 });
});

test('the merchant is told once when a thing runs low, is sold out and is back', async () => {
  const shop = await openShop(house, { mug: 10 });
  const variantId = shop.variant.mug!;
  await setLowAt.call(shop.ctx, { variantId, lowAt: 3 });
  for (const to of [4, 3, 2, 0, 1]) await adjustStock.call(shop.ctx, { variantId, to });
  const told = await shop.ctx.read((r) => r.sql<{ event: string }>`select event from outbox where about = ${variantId} and event <> 'stock.changed' order by seq`);
  expect(told.map((t) => t.event)).toEqual(['stock.low', 'stock.out', 'stock.back']);
});

test('wanted by the merchant, what runs low is a task until there is enough of it again, and another one the next time', async () => {
  const shop = await openShop(house, { mug: 10, bowl: 10 });
  const variantId = shop.variant.mug!;
  const engine = await startEngine();
  const tasks = async () => (await engine.settle(), (await taskList.call(shop.ctx, { sort: 'createdAt' })).data.map((row) => [row.title, row.state]));
  const stand = (to: number) => adjustStock.call(shop.ctx, { variantId, to });
  try {
    for (const to of [4, 10]) await stand(to);
    expect(await tasks()).toEqual([]);
    await setTaskRoute.call(shop.ctx, { kind: 'low-stock' });
    for (const to of [4, 0, 2]) await stand(to);
    expect(await tasks()).toEqual([['Order more: mug', 'open']]);
    await stand(9);
    expect(await tasks()).toEqual([['Order more: mug', 'done']]);
    await stand(5);
    expect(await tasks()).toEqual([['Order more: mug', 'done'], ['Order more: mug', 'open']]);
    await setLowAt.call(shop.ctx, { variantId, lowAt: 4 });
    expect(await tasks()).toEqual([['Order more: mug', 'done'], ['Order more: mug', 'done']]);
  } finally {
    await engine.stop();
  }
});

test('the stock list shows names and numbers, and finds what is low or sold out', async () => {
  const shop = await openShop(house, { mug: 10, bowl: 2, plate: { onHand: 0 }, ebook: { tracked: false } });
  await shop.ctx.transaction((tx) => countStock(tx, [{ variantId: shop.variant.plate!, onHand: 1 }], { reason: 'counted' }));
  await tryToHold(shop.ctx, shop.variant.plate!, 1);
  const list = await stockList.call(shop.ctx, { sort: 'available' });
  expect(list.data.map((row) => [row.product, row.sku, row.onHand, row.reserved, row.available, row.state])).toEqual([
    ['plate', 'PLATE', 1, 1, 0, 'out'],
    ['bowl', 'BOWL', 2, 0, 2, 'low'],
    ['mug', 'MUG', 10, 0, 10, 'ok'],
  ]);
  expect((await stockList.call(shop.ctx, { filter: { state: 'low,out' } })).total).toBe(2);
  expect((await lowStock.call(shop.ctx, {})).data.map((row) => row.product)).toEqual(['plate', 'bowl']);
  expect((await stockList.call(shop.ctx, { q: 'bow' })).data).toHaveLength(1);
});

test("another workspace's things are unknown here", async () => {
  const [mine, other] = [await openShop(house, { mug: 5 }), await openShop(house, { mug: 5 })];
  expect(await tryToHold(other.ctx, mine.variant.mug!)).toBe('out_of_stock');
  await expect(adjustStock.call(other.ctx, { variantId: mine.variant.mug!, to: 1 })).rejects.toMatchObject({ code: 'not_found' });
  expect(await other.ctx.read((r) => availability(r, [mine.variant.mug!]))).toEqual(new Map());
  const back = travel(MINUTE);
  await tryToHold(mine.ctx, mine.variant.mug!, 1, 'order:1');
  back();
  await other.ctx.transaction((tx) => releaseHold(tx, { for: 'order:1', reason: 'not mine' }));
  expect(await stockOf(mine.ctx, mine.variant.mug!)).toEqual({ onHand: 5, reserved: 1 });
});

test('a variant nobody ever counted can be deleted, one with a history cannot', async () => {
  const shop = await openShop(house, { fresh: 0, old: 5 });
  await setLowAt.call(shop.ctx, { variantId: shop.variant.fresh!, lowAt: 2 });
  const remove = (name: string) => shop.ctx.transaction((tx) => tx.sql`delete from variants where id = ${shop.variant[name]}`);
  await remove('fresh');
  await adjustStock.call(shop.ctx, { variantId: shop.variant.old!, to: 0 });
  await expect(remove('old')).rejects.toMatchObject({ table: 'stock_movements' });
});

test('a new product appears in the stock list by itself, with none on hand', async () => {
  const shop = await openShop(house, { old: 5 });
  const [made] = await shop.ctx.transaction((tx) => tx.sql<{ id: string; product: string }>`
    with p as (insert into products (slug, title) values ('new', 'New thing') returning id)
    insert into variants (product_id, sku, position) select id, 'NEW', 1 from p returning id, product_id as product`);
  const told = { id: '', event: 'product.created', about: made!.product, at: '', actor: { kind: 'system', id: '', name: '' } };
  for (let twice = 0; twice < 2; twice++)
    await shop.ctx.transaction((tx) => countNewVariants.apply!(tx, { productId: made!.product } as never, told));
  expect((await stockList.call(shop.ctx, { q: 'new thing' })).data).toMatchObject([{ sku: 'NEW', onHand: 0, state: 'out' }]);
});
