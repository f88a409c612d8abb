import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '#platform/testing/database.ts';
import * as catalog from './index.ts';

let house: TestHouse;
let shop: TestWorkspace;

beforeAll(async () => {
  house = await openTestDatabase();
});
beforeAll(async () => {
  shop = await house.newWorkspace();
});
afterAll(() => house.close());

const category = (name: string, parentId?: string) => catalog.createCategory.call(shop.ctx, { name, ...(parentId && { parentId }) });
const move = (id: string, parentId: string | null, position?: number) => catalog.moveCategory.call(shop.ctx, { id, parentId, ...(position !== undefined && { position }) });

test('two people move two branches below each other at once: one succeeds, the tree stays a tree', async () => {
  const a = await category('A');
  const b = await category('B');
  const outcomes = await Promise.allSettled([move(a.id, b.id), move(b.id, a.id)]);
  expect(outcomes.map((o) => o.status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect((outcomes.find((o) => o.status === 'rejected') as PromiseRejectedResult).reason).toMatchObject({ code: 'cycle' });
});

test('a branch moves with everything below it', async () => {
  const [clothes, shirts] = [await category('Clothes'), await category('Shirts')];
  const linen = await category('Linen', shirts.id);
  await move(shirts.id, clothes.id);
  const paths = await shop.ctx.read((r) => r.sql<{ path: string[] }>`select path from categories where id = ${linen.id}`);
  expect(paths[0]!.path).toEqual([clothes.id, shirts.id, linen.id]);
  await expect(move(clothes.id, linen.id)).rejects.toMatchObject({ code: 'cycle' });
  await expect(catalog.deleteCategory.call(shop.ctx, { id: shirts.id })).rejects.toMatchObject({ code: 'has_children' });
});

test('the same name twice gets two addresses, and siblings keep the order they are given', async () => {
  const root = await category('Order');
  const one = await category('Rings', root.id);
  const two = await category('Rings', root.id);
  expect([one.slug, two.slug]).toEqual(['rings', 'rings-2']);
  await move(two.id, root.id, 0);
  const { data } = await catalog.categoryList.call(shop.ctx, {});
  expect(data.filter((c) => c.parentId === root.id).map((c) => c.id)).toEqual([two.id, one.id]);
});

test('a deleted category lets its products go', async () => {
  const sale = await category('Sale');
  const product = await catalog.createProduct.call(shop.ctx, { title: 'Hat', categoryIds: [sale.id] });
  expect(product.categories).toEqual([{ id: sale.id, name: 'Sale' }]);
  await catalog.deleteCategory.call(shop.ctx, { id: sale.id });
  expect((await catalog.productGet.call(shop.ctx, { id: product.id })).categories).toEqual([]);
});

test('a category of another shop is not found', async () => {
  const other = await house.newWorkspace();
  const theirs = await catalog.createCategory.call(other.ctx, { name: 'Theirs' });
  await expect(catalog.createProduct.call(shop.ctx, { title: 'Thief', categoryIds: [theirs.id] })).rejects.toMatchObject({ code: 'not_found' });
});

test('a collection with rules follows the products', async () => {
  const rules = { match: 'all' as const, conditions: [{ field: 'tag', is: 'equals' as const, value: 'summer' }, { field: 'price', is: 'under' as const, value: '3000' }] };
  const summer = await catalog.createCollection.call(shop.ctx, { title: 'Summer', rules });
  const product = await catalog.createProduct.call(shop.ctx, { title: 'Sandals', tags: ['Summer'], prices: [{ currency: 'AUD', amount: 2_000 }] });
  expect(product.collections).toEqual([{ id: summer.id, title: 'Summer' }]);
  await catalog.setPrices.call(shop.ctx, { prices: [{ variantId: product.variants[0]!.id, currency: 'AUD', amount: 4_000 }] });
  expect((await catalog.productGet.call(shop.ctx, { id: product.id })).collections).toEqual([]);
  await expect(catalog.setCollectionProducts.call(shop.ctx, { id: summer.id, productIds: [product.id] })).rejects.toMatchObject({ code: 'invalid' });
});

test('a collection by hand keeps the order it was given', async () => {
  const products = await Promise.all(['C', 'D'].map((title) => catalog.createProduct.call(shop.ctx, { title })));
  const picks = await catalog.createCollection.call(shop.ctx, { title: 'Picks' });
  const ids = products.map((p) => p.id).toReversed();
  await catalog.setCollectionProducts.call(shop.ctx, { id: picks.id, productIds: ids });
  expect((await catalog.collectionGet.call(shop.ctx, { id: picks.id })).productIds).toEqual(ids);
});
