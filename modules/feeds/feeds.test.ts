import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { startEngine, type Engine } from '#platform/jobs/engine.ts';
import { DAY, HOUR, travel } from '#platform/time.ts';
import { registerCustomer } from '#modules/customers/index.ts';
import { cancelOrder } from '#modules/orders/index.ts';
import { openShop, type TestShop } from '#worlds/testing.ts';
import { buy as buyAt, readyToPay, pay } from '#modules/orders/testing.ts';
import { chosenProducts, countSalesAnew, forgetViewed, hotProducts, myViewed, noteViewed, recentlySold } from './index.ts';

let house: TestHouse;
let engine: Engine;
let shop: TestShop;
let rival: TestShop;

beforeAll(async () => {
  house = await openTestDatabase();
  engine = await startEngine();
  shop = await openShop(house, { things: ['Mug', 'Lamp', 'Scarf'].map((title) => ({ title, stock: 500 })) });
  rival = await openShop(house, { things: [{ title: 'Mug', stock: 5 }] });
});
afterAll(async () => {
  await engine.stop();
  await house.close();
});

const asBuyer = (of: TestShop) => ({ ...of, variant: of.variants, shopper: (id?: string) => of.storefront(id) });
const buy = (title: string, quantity = 1) => buyAt(asBuyer(shop), { [title]: quantity });
const hot = async () => (await hotProducts.call(shop.storefront(), {})).data.map((card) => card.title);

async function ago(millis: number, work: () => Promise<unknown>): Promise<void> {
  const back = travel(-millis);
  try {
    await work();
  } finally {
    back();
  }
}

test('what sells today is hotter than what sold more last week', async () => {
  await ago(8 * DAY, () => buy('Lamp', 5));
  await ago(HOUR, () => buy('Mug', 1));
  await engine.settle();
  expect(await hot()).toEqual(['Mug', 'Lamp']);
  await buy('Scarf', 3);
  await engine.settle();
  expect(await hot()).toEqual(['Scarf', 'Mug', 'Lamp']);
});

test('a cancelled order never happened, and counting anew from the orders finds the same', async () => {
  const placed = await buy('Lamp', 400);
  await engine.settle();
  expect(await hot()).toEqual(['Lamp', 'Scarf', 'Mug']);
  await cancelOrder.call(shop.ctx, { id: placed.order.id, reason: 'customer' });
  await engine.settle();
  expect(await hot()).toEqual(['Scarf', 'Mug', 'Lamp']);
  const heat = () => shop.ctx.read((r) => r.sql<{ heat: number }>`select product_id, round(heat::numeric, 6)::float8 as heat from product_heat order by product_id`);
  const before = await heat();
  await shop.ctx.transaction(async (tx) => {
    await tx.sql`delete from lately_sold`;
    await tx.sql`delete from product_heat`;
    await countSalesAnew(tx);
  });
  expect(await heat()).toEqual(before);
});

test('what was sold lately tells the hour and nothing of the buyer; a country only when many live there', async () => {
  const { data } = await recentlySold.call(shop.storefront(), {});
  expect(data.map((sale) => sale.product.title)).toEqual(['Scarf', 'Mug', 'Lamp']);
  expect(data.every((sale) => sale.at.endsWith(':00:00.000Z'))).toBe(true);
  expect(data.map((sale) => sale.country), 'three orders could point at somebody').toEqual([null, null, null]);
  await Promise.all([1, 2, 3].map(() => buy('Mug')));
  await engine.settle();
  const again = await recentlySold.call(shop.storefront(), {});
  expect(again.data[0]).toMatchObject({ product: { title: 'Mug' }, country: 'AU' });
  expect(JSON.stringify(again)).not.toMatch(/ana|Ng|High Street|7000/i);
  expect((await recentlySold.call(rival.storefront(), {})).data).toEqual([]);
});

test('a declined card sells nothing', async () => {
  const checkout = await readyToPay(asBuyer(rival), { Mug: 1 });
  await pay(rival.storefront(), checkout, '4000000000000002');
  await engine.settle();
  expect((await hotProducts.call(rival.storefront(), {})).data).toEqual([]);
});

test('what a customer looked at is the same on every device, latest first, and forgotten when they say so', async () => {
  const { customer } = await registerCustomer.call(shop.storefront(), { name: 'Ana', email: 'ana@viewed.test', password: 'a long enough one' });
  const ana = shop.storefront(customer.id);
  const seen = (title: string, at: string) => ({ id: shop.products[title]!, at });
  const titles = (answer: { data: { title: string }[] }) => answer.data.map((card) => card.title);
  await noteViewed.call(ana, { products: [seen('Mug', '2026-01-02T00:00:00Z'), seen('Lamp', '2026-01-01T00:00:00Z')] });
  const other = await noteViewed.call(ana, { products: [seen('Lamp', '2026-01-03T00:00:00Z'), seen('Scarf', '2999-01-01T00:00:00Z'), { id: rival.products['Mug']!, at: '2026-01-04T00:00:00Z' }] });
  expect(titles(other)).toEqual(['Scarf', 'Lamp', 'Mug']);
  expect(titles(await myViewed.call(ana, {}))).toEqual(['Scarf', 'Lamp', 'Mug']);
  await expect(myViewed.call(shop.storefront(), {})).rejects.toMatchObject({ code: 'unauthenticated' });
  expect(await forgetViewed.call(ana, {})).toEqual({ forgotten: 3 });
  expect((await myViewed.call(ana, {})).data).toEqual([]);
});

test('cards come in the order asked, without what is unknown or another’s', async () => {
  const ids = [shop.products['Scarf'], 'nonsense', rival.products['Mug'], shop.products['Mug'], shop.products['Scarf']].join(',');
  expect((await chosenProducts.call(shop.storefront(), { ids })).data.map((card) => card.title)).toEqual(['Scarf', 'Mug']);
});
