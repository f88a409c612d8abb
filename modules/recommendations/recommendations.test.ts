import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { createCategory, createProduct, archiveProduct } from '#modules/catalog/index.ts';
import { storefrontProductList } from '#modules/discovery/index.ts';
import { cancelOrder } from '#modules/orders/index.ts';
import { ANA, buy, openShop, pay, readyToPay, type Shop } from '#modules/orders/testing.ts';
import { recompute } from './recompute.ts';
import { storefrontBasketRecommendations, storefrontRecommendations } from './storefront.ts';

let house: TestHouse;
let shop: Shop;
const products: Record<string, string> = {};

beforeAll(async () => {
  house = await openTestDatabase();
  shop = await openShop(house, {});
  const mugs = (await createCategory.call(shop.ctx, { name: 'Mugs' })).id;
  await list('blue mug', 1_800, { categoryIds: [mugs], brand: 'Hale' });
  await list('green mug', 1_900, { categoryIds: [mugs], brand: 'Hale' });
  await list('travel mug', 9_900, { categoryIds: [mugs], brand: 'Other' });
  await list('tea', 900);
  await list('lamp', 12_000);
  await list('bestseller', 100);
});
afterAll(() => house.close());

async function list(title: string, amount: number, more: object = {}): Promise<void> {
  const made = await createProduct.call(shop.ctx, { title, status: 'active', variants: [{ trackInventory: false, prices: [{ currency: 'AUD', amount }] }], ...more });
  shop.variant[title] = made.variants[0]!.id;
  products[title] = made.id;
}

const together = (...titles: string[]) => buy(shop, Object.fromEntries(titles.map((title) => [title, 1])));
const buyAs = async (email: string, title: string) => pay(shop.shopper(), await readyToPay(shop, { [title]: 1 }, shop.shopper(), { ...ANA, email }));

const goesWith = async (title: string) => {
  const found = await storefrontRecommendations.call(shop.shopper(), { id: products[title]! });
  return { together: found.boughtTogether.map((c) => c.title), liked: found.alsoLike.map((c) => c.title), similar: found.similar.map((c) => c.title) };
};

test('without any order there is what is similar: same shelf, same words, same brand, a price in reach', async () => {
  await recompute.run(shop.ctx);
  expect(await goesWith('blue mug')).toEqual({ together: [], liked: [], similar: ['green mug', 'travel mug'] });
  expect(await goesWith('lamp')).toEqual({ together: [], liked: [], similar: [] });
  expect((await storefrontRecommendations.call(shop.shopper(), { id: 'blue-mug' })).similar).toHaveLength(2);
});

test('what is bought in one order goes together, and the bestseller is not everybody’s friend', async () => {
  for (let i = 0; i < 5; i++) await together('blue mug', 'tea');
  await together('blue mug', 'bestseller');
  for (let i = 0; i < 6; i++) await together('bestseller', 'lamp');
  await recompute.run(shop.ctx);
  expect((await goesWith('blue mug')).together).toEqual(['tea', 'bestseller']);
  expect((await goesWith('tea')).together).toEqual(['blue mug']);
});

test('what the same people buy in other orders is liked by them, from two people on', async () => {
  for (const name of ['mia', 'tom']) for (const title of ['green mug', 'lamp']) await buyAs(`${name}@example.test`, title);
  await buyAs('eve@example.test', 'travel mug');
  await buyAs('eve@example.test', 'tea');
  await recompute.run(shop.ctx);
  expect((await goesWith('green mug')).liked).toEqual(['lamp']);
  expect((await goesWith('travel mug')).liked).toEqual([]);
});

test('a basket is shown what goes with it and nothing that lies in it', async () => {
  const ask = async (...titles: string[]) => (await storefrontBasketRecommendations.call(shop.shopper(), { products: titles.map((t) => products[t]).join(',') })).data.map((c) => c.title);
  expect((await ask('blue mug'))[0]).toBe('tea');
  expect(await ask('blue mug', 'tea')).not.toContain('tea');
  expect((await storefrontBasketRecommendations.call(shop.shopper(), { products: "nonsense, '; drop" })).data).toEqual([]);
});

test('a cancelled order, a product that is gone: neither is recommended any more', async () => {
  const { order } = await together('travel mug', 'lamp');
  await recompute.run(shop.ctx);
  expect((await goesWith('travel mug')).together).toEqual(['lamp']);
  await cancelOrder.call(shop.ctx, { id: order.id, reason: 'customer' });
  await archiveProduct.call(shop.ctx, { id: products['green mug']! });
  await recompute.run(shop.ctx);
  expect((await goesWith('travel mug')).together).toEqual([]);
  expect((await goesWith('blue mug')).similar).toEqual(['travel mug']);
  await expect(goesWith('green mug')).rejects.toMatchObject({ code: 'not_found' });
});

test('orders decide what is bestselling and trending', async () => {
  const titles = async (sort: 'bestselling' | 'trending') => (await storefrontProductList.call(shop.shopper(), { sort })).data.map((c) => c.title);
  expect((await titles('bestselling'))[0]).toBe('lamp');
  expect((await titles('trending')).slice(0, 2).toSorted()).toEqual(['bestseller', 'lamp']);
});

test('another shop learns nothing from these orders', async () => {
  const other = await openShop(house, {});
  await recompute.run(other.ctx);
  await expect(storefrontRecommendations.call(other.shopper(), { id: products['blue mug']! })).rejects.toMatchObject({ code: 'not_found' });
  expect((await storefrontBasketRecommendations.call(other.shopper(), { products: products['blue mug']! })).data).toEqual([]);
});
