import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { productList } from '#modules/catalog/index.ts';
import { alertList, stockList } from './index.ts';
import { openShop, type Shop } from './testing.ts';

let house: TestHouse;
let shop: Shop;

beforeAll(async () => {
  house = await openTestDatabase();
  shop = await openShop(house, { mug: 7, bowl: 0, vase: 3 });
});
afterAll(() => house.close());

const change = (work: (tx: Tx) => Promise<unknown>) => shop.ctx.transaction(work);
const productOf = async (title: string) => (await productList.call(shop.ctx, { q: title })).data[0];

test('two people price two sizes of one product at once: the list shows the lower of both', async () => {
  const { id } = (await productOf('mug'))!;
  await change((tx) => tx.sql`insert into variants (product_id, sku, option_key, position) values (${id}, 'MUG-L', 'large', 2)`);
  const price = (sku: string, amount: number) => change((tx) => tx.sql`insert into prices (variant_id, currency, amount) select id, 'AUD', ${amount} from variants where sku = ${sku}`);
  await Promise.all([price('MUG', 1500), price('MUG-L', 900)]);
  expect(await productOf('mug')).toMatchObject({ price: { amount: 900, currency: 'AUD' }, skus: 'MUG MUG-L' });
  await change((tx) => tx.sql`delete from variants where sku = 'MUG-L'`);
  expect(await productOf('mug')).toMatchObject({ price: { amount: 1500, currency: 'AUD' }, skus: 'MUG' });
  expect(await productOf('mug-l')).toBeUndefined();
});

test('a product that gets another title is found by it among the stock, and no longer by the old one', async () => {
  await change((tx) => tx.sql`update products set title = 'Tall vase 50%' where title = 'vase'`);
  expect((await stockList.call(shop.ctx, { q: 'TALL 50%' })).data).toMatchObject([{ product: 'Tall vase 50%', sku: 'VASE' }]);
  expect((await stockList.call(shop.ctx, { q: 'tall 60%' })).total).toBe(0);
});

test('stock that is not counted any more leaves the list, for everybody', async () => {
  await change((tx) => tx.sql`update variants set track_inventory = false where sku = 'VASE'`);
  expect((await stockList.call(shop.ctx, { q: 'vase' })).total).toBe(0);
  await change((tx) => tx.sql`update variants set track_inventory = true where sku = 'VASE'`);
  expect((await stockList.call(shop.ctx, { q: 'vase' })).total).toBe(1);
});

test('the second page of alerts follows the first', async () => {
  const first = await alertList.call(shop.ctx, { limit: 1, sort: 'available' });
  expect(first.total).toBeGreaterThan(0);
  const all = await alertList.call(shop.ctx, { sort: 'available' });
  const second = first.nextCursor ? (await alertList.call(shop.ctx, { limit: 250, sort: 'available', cursor: first.nextCursor })).data : [];
  expect([...first.data, ...second].map((row) => row.id)).toEqual(all.data.map((row) => row.id));
});
