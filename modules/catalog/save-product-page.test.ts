import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '#platform/testing/database.ts';
import { travel, HOUR } from '#platform/time.ts';
import { adjustStock, productStock } from '#modules/inventory/index.ts';
import * as catalog from './index.ts';

let house: TestHouse;
let shop: TestWorkspace;

beforeAll(async () => {
  house = await openTestDatabase();
  shop = await house.newWorkspace();
});
afterAll(() => house.close());

const make = (more: object = {}) => catalog.createProduct.call(shop.ctx, { title: 'Shirt', prices: [{ currency: 'AUD', amount: 5_000 }], ...more });
const get = (id: string) => catalog.productGet.call(shop.ctx, { id });
const SIZES = { options: [{ name: 'Size', values: ['S', 'M'] }] };

test('renaming a size keeps its variant with stock, SKU and prices', async () => {
  const before = await make(SIZES);
  const [small] = before.variants;
  await catalog.updateVariants.call(shop.ctx, { variants: [{ id: small!.id, sku: 'SH-S' }] });
  await adjustStock.call(shop.ctx, { variantId: small!.id, to: 7 });
  const options = [{ name: 'Fit', was: 'Size', values: ['Small', 'M', 'L'], renamed: { Small: 'S' } }];
  const after = await catalog.updateProduct.call(shop.ctx, { id: before.id, options });
  expect(after.variants.map((v) => v.title)).toEqual(['Small', 'M', 'L']);
  expect(after.variants[0]).toMatchObject({ id: small!.id, sku: 'SH-S', options: { Fit: 'Small' }, prices: [{ currency: 'AUD', amount: 5_000 }] });
  const stock = await productStock.call(shop.ctx, { id: before.id });
  expect(stock.data).toMatchObject([{ variantId: small!.id, onHand: 7 }]);
});

test('two sizes can swap their names at once', async () => {
  const before = await make(SIZES);
  const after = await catalog.updateProduct.call(shop.ctx, { id: before.id, options: [{ name: 'Size', values: ['S', 'M'], renamed: { S: 'M', M: 'S' } }] });
  expect(after.variants.map((v) => [v.title, v.id])).toEqual([['S', before.variants[1]!.id], ['M', before.variants[0]!.id]]);
});

test('a size that was sold cannot go, and the sentence says what holds it', async () => {
  const product = await make(SIZES);
  await adjustStock.call(shop.ctx, { variantId: product.variants[1]!.id, to: 3 });
  await expect(catalog.updateProduct.call(shop.ctx, { id: product.id, options: [{ name: 'Size', values: ['S'] }] })).rejects.toMatchObject({
    code: 'in_use',
    sentence: expect.stringContaining('"M" cannot be removed: it has 3 in stock, 1 line in the stock ledger'),
  });
  const uses = await catalog.productUses.call(shop.ctx, { id: product.id });
  expect(uses).toMatchObject({ prices: 2, pictures: 0, variants: [{ title: 'S', uses: [] }, { title: 'M', uses: [{ count: 3, says: 'in stock', keeps: true }, { count: 1 }] }] });
});

test('options, cells, prices and pictures of a page are stored together or not at all', async () => {
  const product = await make({ ...SIZES, media: [{ url: '/files/a.jpg' }, { url: '/files/b.jpg' }] });
  const [a, b] = product.media;
  const change = {
    id: product.id,
    version: product.version,
    options: [{ name: 'Size', values: ['S', 'M', 'L', 'XL'] }],
    leaveOut: [{ Size: 'XL' }],
    variants: [{ id: product.variants[0]!.id, barcode: '93', prices: [{ currency: 'EUR', amount: 3_000, compareAt: 4_000 }] }, { options: { Size: 'L' }, sku: 'L-1', prices: [{ currency: 'AUD', amount: 6_000 }] }],
    media: [{ id: b!.id, url: b!.url, alt: 'Back', focal: { x: 10, y: 90 } }, { id: a!.id, url: a!.url, alt: '' }, { url: '/files/c.jpg', variantOptions: { Size: 'L' } }],
  };
  await expect(catalog.updateProduct.call(shop.ctx, { ...change, variants: [...change.variants, { options: { Size: 'XXL' } }] })).rejects.toMatchObject({ code: 'invalid' });
  expect(await get(product.id)).toEqual(product);
  const after = await catalog.updateProduct.call(shop.ctx, change);
  expect(after.version).toBe(product.version + 1);
  expect(after.variants.map((v) => [v.title, v.sku, v.barcode, v.prices.map((p) => [p.currency, p.amount, p.compareAt])])).toEqual([
    ['S', '', '93', [['AUD', 5_000, null], ['EUR', 3_000, 4_000]]],
    ['M', '', '', [['AUD', 5_000, null]]],
    ['L', 'L-1', '', [['AUD', 6_000, null]]],
  ]);
  expect(after.media.map((m) => [m.url, m.alt, m.focal, m.variantId])).toEqual([
    ['/files/b.jpg', 'Back', { x: 10, y: 90 }, null],
    ['/files/a.jpg', '', { x: 50, y: 50 }, null],
    ['/files/c.jpg', '', { x: 50, y: 50 }, after.variants[2]!.id],
  ]);
});

test('a combination taken out by hand goes, the last one stays', async () => {
  const product = await make(SIZES);
  const [small, medium] = product.variants.map((v) => v.id);
  const fewer = await catalog.updateProduct.call(shop.ctx, { id: product.id, removeVariantIds: [small!] });
  expect(fewer.variants.map((v) => v.title)).toEqual(['M']);
  await expect(catalog.updateProduct.call(shop.ctx, { id: product.id, removeVariantIds: [medium!] })).rejects.toMatchObject({ code: 'last_variant' });
  const other = await make();
  await expect(catalog.updateProduct.call(shop.ctx, { id: product.id, removeVariantIds: [other.variants[0]!.id] })).rejects.toMatchObject({ code: 'not_found' });
  await expect(catalog.updateProduct.call(shop.ctx, { id: product.id, variants: [{ id: other.variants[0]!.id, sku: 'X' }] })).rejects.toMatchObject({ code: 'not_found' });
});

test('a product leaves the shop at its time and is a draft then', async () => {
  const product = await make({ status: 'active', unpublishAt: new Date(Date.now() + HOUR).toISOString() });
  const ids = [product.variants[0]!.id];
  const buyable = async () => (await shop.ctx.read((r) => catalog.variantsForSale(r, ids, 'AUD'))).size;
  expect(await buyable()).toBe(1);
  const back = travel(2 * HOUR);
  try {
    expect(await buyable()).toBe(0);
    await catalog.publishDue.run(shop.ctx);
    expect(await get(product.id)).toMatchObject({ status: 'draft', unpublishAt: null, version: product.version + 1 });
    expect(await shop.ctx.read((r) => r.sql`select 1 as shown from listings where product_id = ${product.id}`)).toEqual([]);
  } finally {
    back();
  }
});

test('a product cannot leave before it comes, nor yesterday', async () => {
  const at = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();
  await expect(make({ status: 'active', unpublishAt: at(-1) })).rejects.toMatchObject({ code: 'invalid', details: { fields: { unpublishAt: 'lies in the past' } } });
  const product = await make({ publishAt: at(5) });
  await expect(catalog.updateProduct.call(shop.ctx, { id: product.id, unpublishAt: at(2) })).rejects.toMatchObject({ code: 'invalid' });
  expect((await catalog.updateProduct.call(shop.ctx, { id: product.id, unpublishAt: at(9) })).unpublishAt).not.toBeNull();
});

test('the history says who changed which field from what to what', async () => {
  const product = await make({ brand: 'Acme' });
  const variantId = product.variants[0]!.id;
  await catalog.updateProduct.call(shop.ctx, { id: product.id, brand: 'Bloom', variants: [{ id: variantId, prices: [{ currency: 'AUD', amount: 4_500 }] }] });
  const { data } = await catalog.productHistory.call(shop.ctx, { id: product.id });
  expect(data.map((entry) => entry.operation)).toEqual(['products.update', 'products.create']);
  expect(data[0]).toMatchObject({ actorName: 'Olive Owner' });
  expect(data[0]!.before).toEqual({ brand: 'Acme', version: 1, [`variants.${variantId}.prices.AUD`]: { amount: 5_000, compareAt: null } });
  expect(data[0]!.after).toEqual({ brand: 'Bloom', version: 2, [`variants.${variantId}.prices.AUD`]: { amount: 4_500, compareAt: null } });
});

test('rules show what they would match before they are saved', async () => {
  await make({ title: 'Preview one', tags: ['preview'] });
  await make({ title: 'Preview two', tags: ['preview'] });
  const rules = { match: 'all', conditions: [{ field: 'tag', is: 'equals', value: 'preview' }] };
  const found = await catalog.collectionPreview.call(shop.ctx, { rules: JSON.stringify(rules) });
  expect(found).toMatchObject({ total: 2, data: [{ title: 'Preview two' }, { title: 'Preview one' }] });
  await expect(catalog.collectionPreview.call(shop.ctx, { rules: '{"match":"all"' })).rejects.toMatchObject({ code: 'invalid' });
});
