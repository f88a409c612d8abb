import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCategory, createProduct } from '#modules/catalog/index.ts';
import { createCustomer } from '#modules/customers/index.ts';
import { changeReviewSettings, writeReview } from '#modules/reviews/index.ts';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '#platform/testing/database.ts';
import { createSizeGuide, deleteSizeGuide, productSizing, sizeFor, sizeGuideGet, sizeGuideList, updateSizeGuide } from './index.ts';

let house: TestHouse;
beforeAll(async () => void (house = await openTestDatabase()));
afterAll(() => house.close());

const shirts = {
  name: 'Shirts',
  measures: [{ key: 'chest', says: 'Chest' }],
  sizes: [{ size: 'S', ranges: { chest: { from: 860, to: 910 } } }, { size: 'M', ranges: { chest: { from: 920, to: 970 } } }, { size: 'L', ranges: { chest: { from: 980, to: 1_040 } } }],
};

const product = async (shop: TestWorkspace, title: string, categoryIds: string[] = []) => (await createProduct.call(shop.ctx, { title, status: 'active', categories: categoryIds, variants: [{ prices: [{ amount: 1_000, currency: 'AUD' }] }] } as never)).id;

test('a guide for a category holds for everything below it; a nearer category’s and a product’s own go before', async () => {
  const shop = await house.newWorkspace();
  const clothes = await createCategory.call(shop.ctx, { name: 'Clothes' });
  const tops = await createCategory.call(shop.ctx, { name: 'Shirts', parentId: clothes.id });
  const plain = await product(shop, 'Plain shirt');
  await shop.ctx.transaction((tx) => tx.sql`insert into product_categories (product_id, category_id) values (${plain}, ${tops.id})`);
  const nameOf = async () => (await productSizing.call(shop.storefront(), { productId: plain })).guide?.name;
  expect(await nameOf()).toBeUndefined();
  await createSizeGuide.call(shop.ctx, { ...shirts, name: 'All clothes', categoryIds: [clothes.id] });
  expect(await nameOf()).toBe('All clothes');
  await createSizeGuide.call(shop.ctx, { ...shirts, categoryIds: [tops.id] });
  expect(await nameOf()).toBe('Shirts');
  const own = await createSizeGuide.call(shop.ctx, { ...shirts, name: 'Plain', productIds: [plain] });
  expect(await nameOf()).toBe('Plain');
  expect(await sizeGuideGet.call(shop.ctx, { id: own.id })).toMatchObject({ products: [{ title: 'Plain shirt' }], categories: [] });
  await deleteSizeGuide.call(shop.ctx, { id: own.id });
  expect(await nameOf()).toBe('Shirts');
  expect((await sizeGuideList.call(shop.ctx, {})).data).toMatchObject([{ name: 'All clothes', sizes: 'S, M, L' }, { name: 'Shirts', categories: 1 }]);
});

test('a shopper’s measures give a size, in centimetres and inches, and reviews that say "runs small" move it up', async () => {
  const shop = await house.newWorkspace();
  const productId = await product(shop, 'Shirt');
  await createSizeGuide.call(shop.ctx, { ...shirts, productIds: [productId] });
  const ask = (body: Record<string, number>, unit: 'cm' | 'in' = 'cm') => sizeFor.call(shop.storefront(), { productId, unit, body });
  expect(await ask({ chest: 96 })).toMatchObject({ size: 'M', says: 'We recommend M.' });
  expect(await ask({ chest: 40 }, 'in')).toMatchObject({ size: 'L' });
  expect(await ask({ hat: 50 })).toMatchObject({ size: null });
  await changeReviewSettings.call(shop.ctx, { publish: 'auto' });
  for (const fit of ['small', 'small', 'small', 'true'] as const) {
    const { id } = await createCustomer.call(shop.ctx, { email: `${Math.random()}@example.test` });
    await writeReview.call(shop.storefront(id), { productId, stars: 4, fit });
  }
  expect(await productSizing.call(shop.storefront(), { productId })).toMatchObject({ fit: 'small', votes: { small: 3, true: 1, large: 0 } });
  expect(await ask({ chest: 96 })).toMatchObject({ size: 'L', says: 'We recommend L, because customers say it runs small.' });
  await expect(ask({ chest: -1 })).rejects.toMatchObject({ code: 'invalid' });
});

test('a table that contradicts itself, a name that is taken, things of another workspace: refused, and nothing is stored', async () => {
  const [shop, other] = [await house.newWorkspace(), await house.newWorkspace()];
  const theirs = await product(other, 'Theirs');
  const mine = await createSizeGuide.call(shop.ctx, shirts);
  for (const wrong of [
    { sizes: [{ size: 'S', ranges: { chest: { from: 910, to: 860 } } }] },
    { sizes: [{ size: 'S', ranges: { hip: { from: 860, to: 910 } } }] },
    { sizes: [...shirts.sizes, shirts.sizes[0]!] },
    { measures: [] },
  ])
    await expect(createSizeGuide.call(shop.ctx, { ...shirts, name: 'Wrong', ...wrong })).rejects.toMatchObject({ code: 'invalid' });
  await expect(createSizeGuide.call(shop.ctx, shirts)).rejects.toMatchObject({ code: 'conflict' });
  await expect(updateSizeGuide.call(shop.ctx, { ...shirts, id: mine.id, productIds: [theirs] })).rejects.toMatchObject({ code: 'not_found' });
  await expect(updateSizeGuide.call(other.ctx, { ...shirts, id: mine.id })).rejects.toMatchObject({ code: 'not_found' });
  expect((await sizeGuideList.call(shop.ctx, {})).total).toBe(1);
});
