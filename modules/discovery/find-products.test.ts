import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '#platform/testing/database.ts';
import { statementsSoFar } from '#platform/db/count.ts';
import * as catalog from '#modules/catalog/index.ts';
import { adjustStock } from '#modules/inventory/index.ts';
import { storefrontCategoryList, storefrontProductGet, storefrontProductList } from './index.ts';
import { reactions } from './reactions.ts';

let house: TestHouse;
let shop: TestWorkspace;
const jewels = { rings: '', gold: '', summer: '' };

beforeAll(async () => {
  house = await openTestDatabase();
  shop = await house.newWorkspace();
  await catalog.createCustomField.call(shop.ctx, { key: 'cut', says: 'Cut', type: 'choice', choices: ['Round', 'Oval'], filterable: true });
  await catalog.createCustomField.call(shop.ctx, { key: 'carat', says: 'Carat', type: 'number', unit: 'ct', filterable: true });
  jewels.rings = (await catalog.createCategory.call(shop.ctx, { name: 'Rings' })).id;
  jewels.gold = (await catalog.createCategory.call(shop.ctx, { name: 'Gold rings', parentId: jewels.rings })).id;
  jewels.summer = (await catalog.createCollection.call(shop.ctx, { title: 'Summer' })).id;
  await list('Ruby Ring', 90_000, { brand: 'Acme', categoryIds: [jewels.gold], customFields: { cut: 'Round', carat: 1.5 } });
  await list('Opal Ring', 20_000, { brand: 'Acme', categoryIds: [jewels.rings], customFields: { cut: 'Oval', carat: 2 } });
  await list('Pearl Necklace', 50_000, { brand: 'Sea & Co', collectionIds: [jewels.summer], descriptionHtml: '<p>Lovely with every ring.</p>' });
  await list('Café cups', 4_000, { options: [{ name: 'Size', values: ['S', 'L'] }] });
  await list('Sold-out Ring', 10_000, { brand: 'Other', categoryIds: [jewels.rings] }, 0);
});
afterAll(() => house.close());

async function list(title: string, amount: number, more: object = {}, stock = 3) {
  const product = await catalog.createProduct.call(shop.ctx, { title, status: 'active', prices: [{ currency: 'AUD', amount }], ...more });
  for (const variant of product.variants) if (stock > 0) await adjustStock.call(shop.ctx, { variantId: variant.id, to: stock });
  await stockReaction(product.id);
  return product;
}

/** What the worker does after stock.back and stock.out. */
async function stockReaction(productId: string): Promise<void> {
  const follow = reactions.find((r) => r.name === 'discovery.follow-stock')!;
  await shop.ctx.transaction((tx) => follow.apply!(tx, { productId } as never, {} as never));
}

const find = (question: object) => storefrontProductList.call(shop.storefront(), question);
const titles = async (question: object) => (await find(question)).data.map((p) => p.title);

test('the newest come first, a page at a time, without gaps or repeats', async () => {
  const first = await find({ limit: 2 });
  const second = await find({ limit: 2, cursor: first.nextCursor! });
  const third = await find({ limit: 2, cursor: second.nextCursor! });
  expect([...first.data, ...second.data, ...third.data].map((p) => p.title)).toEqual(['Sold-out Ring', 'Café cups', 'Pearl Necklace', 'Opal Ring', 'Ruby Ring']);
  expect([first.total, third.nextCursor, first.facets]).toEqual([5, null, []]);
});

test('by price up and down, page by page', async () => {
  expect(await titles({ sort: 'price' })).toEqual(['Café cups', 'Sold-out Ring', 'Opal Ring', 'Pearl Necklace', 'Ruby Ring']);
  const { nextCursor } = await find({ sort: '-price', limit: 1 });
  expect(await titles({ sort: '-price', limit: 2, cursor: nextCursor! })).toEqual(['Pearl Necklace', 'Opal Ring']);
});

test('a card says price, former price, picture and whether there is any left', async () => {
  const { data } = await find({ q: 'cups' });
  expect(data[0]).toMatchObject({ title: 'Café cups', slug: 'cafe-cups', price: { amount: 4_000, currency: 'AUD' }, priceMax: { amount: 4_000, currency: 'AUD' }, compareAt: null, image: null, available: true, variantCount: 2 });
  expect((await find({ q: 'cups', fields: 'title,price' })).data).toEqual([{ title: 'Café cups', price: { amount: 4_000, currency: 'AUD' } }]);
});

test('a word finds singular, plural, half-typed and misspelt, titles before descriptions', async () => {
  expect((await titles({ q: 'rings' })).toSorted()).toEqual(['Opal Ring', 'Pearl Necklace', 'Ruby Ring', 'Sold-out Ring']);
  expect((await titles({ q: 'rings' })).at(-1)).toBe('Pearl Necklace');
  expect(await titles({ q: 'neckl' })).toEqual(['Pearl Necklace']);
  expect(await titles({ q: 'cafe cup' })).toEqual(['Café cups']);
  const typo = await find({ q: 'neklace' });
  expect([typo.data[0]!.title, typo.didYouMean]).toEqual(['Pearl Necklace', 'necklace']);
  expect(await find({ q: 'zzzzqqq' })).toMatchObject({ data: [], total: 0, nextCursor: null });
});

test('searches survive whatever people type', async () => {
  for (const q of ["' or 1=1 --", '!!! & | <->', '"', '\\', 'the', ':*', '日本', '%_', "o'neil", 'a'.repeat(200)]) expect((await find({ q })).data.length).toBeGreaterThanOrEqual(0);
  for (const filter of [{ brand: "A'; drop table listings --" }, { 'option.Size': 'S' }, { nothing: 'x' }]) expect((await find({ filter })).data.length).toBeGreaterThanOrEqual(0);
  await expect(find({ cursor: 'nonsense' })).rejects.toMatchObject({ code: 'invalid' });
});

test('a category shows what is below it, too, and a slug nobody has shows nothing', async () => {
  expect((await titles({ category: 'rings' })).toSorted()).toEqual(['Opal Ring', 'Ruby Ring', 'Sold-out Ring']);
  expect(await titles({ category: jewels.gold })).toEqual(['Ruby Ring']);
  expect(await titles({ collection: 'summer' })).toEqual(['Pearl Necklace']);
  expect(await titles({ category: 'nowhere' })).toEqual([]);
});

test('facets count what else could be chosen', async () => {
  const { facets, total } = await find({ category: 'rings', filter: { brand: 'Acme' } });
  expect(total).toBe(2);
  const facet = (key: string) => facets.find((f) => f.key === key);
  expect(facet('brand')!.values).toEqual([{ value: 'Acme', says: 'Acme', count: 2 }, { value: 'Other', says: 'Other', count: 1 }]);
  expect(facet('cut')!.values).toEqual([{ value: 'Oval', says: 'Oval', count: 1 }, { value: 'Round', says: 'Round', count: 1 }]);
  expect(facet('carat')).toMatchObject({ says: 'Carat', kind: 'range', min: 1.5, max: 2, unit: 'ct' });
  expect(facet('price')).toMatchObject({ kind: 'range', min: 20_000, max: 90_000 });
  expect(facet('available')!.values).toEqual([{ value: 'yes', says: 'In stock', count: 2 }]);
});

test('filters narrow the list: price, custom field, number, stock, option', async () => {
  expect(await titles({ filter: { price: '10000..50000' }, sort: 'price' })).toEqual(['Sold-out Ring', 'Opal Ring', 'Pearl Necklace']);
  expect((await titles({ filter: { cut: 'Round,Oval' } })).toSorted()).toEqual(['Opal Ring', 'Ruby Ring']);
  expect(await titles({ filter: { carat: '1.8..' } })).toEqual(['Opal Ring']);
  expect(await titles({ filter: { available: 'no' } })).toEqual(['Sold-out Ring']);
  expect(await titles({ filter: { 'option.Size': 'L' } })).toEqual(['Café cups']);
  expect(await titles({ q: 'ring', filter: { brand: 'Sea & Co' } })).toEqual(['Pearl Necklace']);
});

test('a product page has every variant with price and what is left of it', async () => {
  const cups = await storefrontProductGet.call(shop.storefront(), { id: 'cafe-cups' });
  expect(cups).toMatchObject({ title: 'Café cups', options: [{ name: 'Size', values: ['S', 'L'] }], seo: { title: 'Café cups' } });
  expect(cups.variants.map((v) => [v.title, v.price.amount, v.available, v.stock])).toEqual([['S', 4_000, true, 3], ['L', 4_000, true, 3]]);
  const ruby = await storefrontProductGet.call(shop.storefront(), { id: 'ruby-ring' });
  expect(ruby.customFields).toEqual([{ key: 'cut', says: 'Cut', value: 'Round' }, { key: 'carat', says: 'Carat', value: 1.5, unit: 'ct' }]);
  expect(ruby.categories).toEqual([{ id: jewels.gold, slug: 'gold-rings', name: 'Gold rings' }]);
});

test('an old address still leads to the product; a draft cannot be seen', async () => {
  const made = await list('Jade Bowl', 3_000);
  await catalog.updateProduct.call(shop.ctx, { id: made.id, slug: 'green-bowl' });
  expect((await storefrontProductGet.call(shop.storefront(), { id: 'jade-bowl' })).slug).toBe('green-bowl');
  await catalog.updateProduct.call(shop.ctx, { id: made.id, status: 'draft' });
  await expect(storefrontProductGet.call(shop.storefront(), { id: made.id })).rejects.toMatchObject({ code: 'not_found' });
  await catalog.deleteProduct.call(shop.ctx, { id: made.id }).catch(() => catalog.archiveProduct.call(shop.ctx, { id: made.id }));
  expect((await find({})).total).toBe(5);
});

test('categories count what a shopper finds in them', async () => {
  const { data } = await storefrontCategoryList.call(shop.storefront(), {});
  expect(data.map((c) => [c.name, c.parentId, c.productCount])).toEqual([['Rings', null, 3], ['Gold rings', jewels.rings, 1]]);
});

test('another shop finds none of this, by word, by id, by category', async () => {
  const other = (await house.newWorkspace()).storefront();
  const ruby = (await find({ q: 'ruby' })).data[0]!;
  for (const question of [{}, { q: 'ring' }, { q: 'rinng' }, { category: jewels.rings }, { collection: jewels.summer }, { filter: { brand: 'Acme' } }])
    expect(await storefrontProductList.call(other, question)).toMatchObject({ data: [], total: 0, facets: [] });
  await expect(storefrontProductGet.call(other, { id: ruby.id })).rejects.toMatchObject({ code: 'not_found' });
});

test('every answer takes one statement', async () => {
  const visitor = shop.storefront();
  await storefrontProductList.call(visitor, {});
  for (const ask of [() => storefrontProductList.call(visitor, {}), () => storefrontProductList.call(visitor, { q: 'ring', filter: { brand: 'Acme' } }), () => storefrontProductGet.call(visitor, { id: 'ruby-ring' }), () => storefrontCategoryList.call(visitor, {})]) {
    const before = statementsSoFar();
    await ask();
    expect(statementsSoFar() - before).toBe(1);
  }
});

test('totals stay true while twenty people list and unlist products at once', async () => {
  const crowd = await house.newWorkspace();
  const rings = await catalog.createCategory.call(crowd.ctx, { name: 'Rings' });
  const make = (i: number) => catalog.createProduct.call(crowd.ctx, { title: `P ${i}`, status: 'active', categoryIds: [rings.id], prices: [{ currency: 'AUD', amount: i }] });
  const made = await Promise.all(Array.from({ length: 20 }, (_, i) => make(i)));
  await Promise.all(made.map((p, i) => (i % 2 ? catalog.archiveProduct.call(crowd.ctx, { id: p.id }) : catalog.updateProduct.call(crowd.ctx, { id: p.id, categoryIds: [] }))));
  const { total } = await storefrontProductList.call(crowd.storefront(), {});
  const { data } = await storefrontCategoryList.call(crowd.storefront(), {});
  expect([total, data[0]!.productCount]).toEqual([10, 0]);
});
