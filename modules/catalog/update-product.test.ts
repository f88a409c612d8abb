import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '#platform/testing/database.ts';
import { travel, HOUR } from '#platform/time.ts';
import { adjustStock } from '#modules/inventory/index.ts';
import * as catalog from './index.ts';

let house: TestHouse;
let shop: TestWorkspace;

beforeAll(async () => {
  house = await openTestDatabase();
  shop = await house.newWorkspace();
});
afterAll(() => house.close());

const make = (more: object = {}) => catalog.createProduct.call(shop.ctx, { title: 'Shirt', prices: [{ currency: 'AUD', amount: 5_000 }], ...more });
const SIZES = { options: [{ name: 'Size', values: ['S', 'M'] }] };

test('two people edit the same product: the second hears that it changed and nothing is lost', async () => {
  const seen = await make();
  const edits = await Promise.allSettled([
    catalog.updateProduct.call(shop.ctx, { id: seen.id, version: seen.version, title: 'Ana' }),
    catalog.updateProduct.call(shop.ctx, { id: seen.id, version: seen.version, title: 'Ben' }),
  ]);
  const refused = edits.find((e) => e.status === 'rejected');
  expect(edits.filter((e) => e.status === 'fulfilled')).toHaveLength(1);
  expect(refused?.reason).toMatchObject({ code: 'conflict', details: { version: seen.version + 1 }, sentence: expect.stringContaining('somebody else') });
});

test('twenty price changes at once on one product all land', async () => {
  const product = await make(SIZES);
  const [variant] = product.variants;
  await Promise.all(Array.from({ length: 20 }, (_, i) => catalog.setPrices.call(shop.ctx, { prices: [{ variantId: variant!.id, currency: 'AUD', amount: i }] })));
  const after = await catalog.productGet.call(shop.ctx, { id: product.id });
  expect(after.version).toBe(product.version + 20);
});

test('only the given fields change', async () => {
  const before = await make({ brand: 'Acme', tags: ['summer'], seo: { title: 'A shirt', description: 'Good' } });
  const after = await catalog.updateProduct.call(shop.ctx, { id: before.id, seo: { description: 'Better' } });
  expect(after).toMatchObject({ title: 'Shirt', brand: 'Acme', tags: ['summer'], seo: { title: 'A shirt', description: 'Better' }, slug: before.slug });
});

test('a new title keeps the address; a new address is only taken when asked for', async () => {
  const before = await make({ title: 'Oak table' });
  const renamed = await catalog.updateProduct.call(shop.ctx, { id: before.id, title: 'Walnut table' });
  expect(renamed.slug).toBe('oak-table');
  const moved = await catalog.updateProduct.call(shop.ctx, { id: before.id, slug: 'walnut-table' });
  expect(moved.slug).toBe('walnut-table');
  const next = await make({ title: 'Oak table' });
  expect(next.slug).toBe('oak-table-2');
});

test('adding a size keeps the variants there are, with their SKUs and prices', async () => {
  const before = await make(SIZES);
  await catalog.updateVariants.call(shop.ctx, { variants: [{ id: before.variants[0]!.id, sku: 'S-1' }] });
  const after = await catalog.updateProduct.call(shop.ctx, { id: before.id, options: [{ name: 'Size', values: ['S', 'M', 'L'] }] });
  expect(after.variants.map((v) => v.title)).toEqual(['S', 'M', 'L']);
  expect(after.variants.slice(0, 2).map((v) => v.id)).toEqual(before.variants.map((v) => v.id));
  expect(after.variants[0]!.sku).toBe('S-1');
  expect(after.variants[2]!.prices).toMatchObject([{ amount: 5_000, currency: 'AUD' }]);
});

test('renaming an option and adding a second one keeps every variant', async () => {
  const before = await make(SIZES);
  const options = [{ name: 'Fit', was: 'Size', values: ['S', 'M'] }, { name: 'Colour', values: ['Blue', 'Red'] }];
  const after = await catalog.updateProduct.call(shop.ctx, { id: before.id, options });
  expect(after.variants.map((v) => v.title)).toEqual(['S / Blue', 'S / Red', 'M / Blue', 'M / Red']);
  expect(after.variants.filter((v) => before.variants.some((b) => b.id === v.id)).map((v) => v.title)).toEqual(['S / Blue', 'M / Blue']);
});

test('a removed combination stays removed when other values are added', async () => {
  const before = await make(SIZES);
  const fewer = await catalog.removeVariant.call(shop.ctx, { id: before.id, variantId: before.variants[1]!.id });
  expect(fewer.variants.map((v) => v.title)).toEqual(['S']);
  const after = await catalog.updateProduct.call(shop.ctx, { id: before.id, options: [{ name: 'Size', values: ['S', 'M', 'L'] }] });
  expect(after.variants.map((v) => v.title)).toEqual(['S', 'L']);
  const again = await catalog.addVariant.call(shop.ctx, { id: before.id, options: { Size: 'M' }, sku: 'M-2' });
  expect(again.variants).toHaveLength(3);
  await expect(catalog.addVariant.call(shop.ctx, { id: before.id, options: { Size: 'M' } })).rejects.toMatchObject({ code: 'conflict' });
});

test('a size with stock cannot silently disappear, and its product can only be archived', async () => {
  const product = await make(SIZES);
  await adjustStock.call(shop.ctx, { variantId: product.variants[1]!.id, to: 3 });
  await expect(catalog.updateProduct.call(shop.ctx, { id: product.id, options: [{ name: 'Size', values: ['S'] }] })).rejects.toMatchObject({ code: 'in_use' });
  await expect(catalog.deleteProduct.call(shop.ctx, { id: product.id })).rejects.toMatchObject({ code: 'in_use', sentence: expect.stringContaining('Archive') });
  expect(await catalog.productGet.call(shop.ctx, { id: product.id })).toEqual(product);
  expect((await catalog.archiveProduct.call(shop.ctx, { id: product.id })).status).toBe('archived');
});

test('a product nobody bought can be deleted with all its parts', async () => {
  const product = await make({ ...SIZES, media: [{ url: 'https://p.test/1.jpg' }] });
  await catalog.updateMedia.call(shop.ctx, { id: product.id, mediaId: product.media[0]!.id, variantId: product.variants[0]!.id, alt: 'Front' });
  await catalog.deleteProduct.call(shop.ctx, { id: product.id });
  await expect(catalog.productGet.call(shop.ctx, { id: product.id })).rejects.toMatchObject({ code: 'not_found' });
});

test('a copy is a draft with the same variants and prices, without the SKUs', async () => {
  const before = await make({ ...SIZES, status: 'active' });
  await catalog.updateVariants.call(shop.ctx, { variants: before.variants.map((v, i) => ({ id: v.id, sku: `SKU-${i}`, weightGrams: 200 })) });
  const copy = await catalog.duplicateProduct.call(shop.ctx, { id: before.id });
  expect(copy).toMatchObject({ title: 'Shirt (copy)', status: 'draft' });
  expect(copy.variants.map((v) => [v.title, v.sku, v.weightGrams, v.prices[0]!.amount])).toEqual([['S', '', 200, 5_000], ['M', '', 200, 5_000]]);
});

test('pictures are added, put in order and taken away', async () => {
  const product = await make();
  const added = await catalog.addMedia.call(shop.ctx, { id: product.id, media: [{ url: '/files/a.jpg', alt: 'A' }, { url: '/files/b.jpg', alt: 'B' }] });
  const [a, b] = added.media;
  const turned = await catalog.reorderMedia.call(shop.ctx, { id: product.id, mediaIds: [b!.id, a!.id] });
  expect(turned.media.map((m) => m.alt)).toEqual(['B', 'A']);
  const one = await catalog.removeMedia.call(shop.ctx, { id: product.id, mediaId: b!.id });
  expect(one.media.map((m) => m.alt)).toEqual(['A']);
  await expect(catalog.addMedia.call(shop.ctx, { id: product.id, media: [{ url: 'javascript:alert(1)' }] })).rejects.toMatchObject({ code: 'invalid' });
});

test('a price can be set in a second currency, keep its former price, and be taken away', async () => {
  const product = await make();
  const variantId = product.variants[0]!.id;
  await catalog.setPrices.call(shop.ctx, { prices: [{ variantId, currency: 'EUR', amount: 3_000, compareAt: 4_000 }] });
  await catalog.setPrices.call(shop.ctx, { prices: [{ variantId, currency: 'EUR', amount: 2_900 }, { variantId, currency: 'AUD', amount: null }] });
  const after = await catalog.productGet.call(shop.ctx, { id: product.id });
  expect(after.variants[0]!.prices).toEqual([{ currency: 'EUR', amount: 2_900, compareAt: 4_000 }]);
});

test('a product planned for tomorrow is sold from tomorrow on', async () => {
  const publishAt = new Date(Date.now() + HOUR).toISOString();
  const product = await make({ status: 'active', publishAt });
  const ids = [product.variants[0]!.id];
  expect((await shop.ctx.read((r) => catalog.variantsForSale(r, ids, 'AUD'))).size).toBe(0);
  const back = travel(2 * HOUR);
  try {
    await catalog.publishDue.run(shop.ctx);
    expect((await shop.ctx.read((r) => catalog.variantsForSale(r, ids, 'AUD'))).size).toBe(1);
    expect(await shop.ctx.read((r) => r.sql`select 1 as shown from listings where product_id = ${product.id}`)).toHaveLength(1);
  } finally {
    back();
  }
});

test('someone who may only look cannot change', async () => {
  const product = await make();
  const viewer = shop.as(['products:read']);
  await expect(catalog.updateProduct.call(viewer, { id: product.id, title: 'Mine' })).rejects.toMatchObject({ code: 'forbidden' });
});

test('every change is told, with the version it led to', async () => {
  const product = await make();
  await catalog.updateProduct.call(shop.ctx, { id: product.id, title: 'Told' });
  const told = await shop.ctx.read((r) => r.sql`select event, data->>'version' as version from outbox where about = ${product.id} order by seq`);
  expect(told).toEqual([{ event: 'product.created', version: '1' }, { event: 'product.updated', version: '2' }]);
});
