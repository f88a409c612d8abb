import { get } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { cookieName } from '#apps/storefront/shop.ts';
import { updateProduct } from '#modules/catalog/index.ts';
import { adjustStock } from '#modules/inventory/index.ts';
import { updateStorefront } from '#modules/storefronts/index.ts';
import { openShop, startServer, type TestServer, type TestShop } from '#worlds/testing.ts';
import { keptPages } from './kept-pages.ts';

let server: TestServer;
let shop: TestShop;

beforeAll(async () => {
  server = await startServer();
  shop = await openShop(server.house);
});
afterAll(() => server.stop());
beforeEach(() => keptPages.clear());

const path = (slug = 'blue-mug') => `/shops/${shop.storefrontSlug}/products/${slug}`;
const look = (headers: Record<string, string> = {}, at = path()) => fetch(server.url + at, { headers, redirect: 'manual' });
const html = async (headers: Record<string, string> = {}) => (await look(headers)).text();
const cookie = (kind: Parameters<typeof cookieName>[0], value: string) => ({ cookie: `${cookieName(kind, shop.storefrontId)}=${value}` });
const isKept = async (headers: Record<string, string> = {}) => (await look(headers)).headers.has('etag');

// What follows the opening of a shop is still being told when the first page is made; such a page is not kept.
async function untilKept(): Promise<void> {
  await expect.poll(() => isKept()).toBe(true);
}

// fetch() would say "no-cache" beside an If-None-Match of ours; a browser does not.
const statusOf = (headers: Record<string, string>) => new Promise<number | undefined>((resolve, reject) => get(server.url + path(), { headers }, (answer) => resolve(answer.resume().statusCode)).on('error', reject));

test('the second visitor gets the same page, from what is kept', async () => {
  const first = await look();
  expect(first.status).toBe(200);
  await untilKept();
  const second = await look();
  expect(await second.text()).toBe(await first.text());
  for (const name of ['content-security-policy', 'cache-control', 'x-offline', 'content-type']) expect(second.headers.get(name), name).toBe(first.headers.get(name));
  expect(await statusOf({ 'if-none-match': second.headers.get('etag')! })).toBe(304);
  const packed = await look({ 'accept-encoding': 'gzip' });
  expect([packed.headers.get('content-encoding'), await packed.text()]).toEqual(['gzip', await html()]);
});

test('what changes on the page is there at once', async () => {
  expect(await isKept()).toBe(false);
  await untilKept();
  await updateProduct.call(shop.ctx, { id: shop.products['Blue mug']!, title: 'Green mug' });
  expect(await html()).toContain('Green mug');
  await adjustStock.call(shop.ctx, { variantId: shop.variants['Blue mug']!, to: 0 });
  expect(await html()).toContain('Sold out');
  await adjustStock.call(shop.ctx, { variantId: shop.variants['Blue mug']!, to: 20 });
  expect(await html()).not.toContain('Sold out');
  await updateStorefront.call(shop.ctx, { id: shop.storefrontId, name: 'The new name' });
  expect(await html()).toContain('The new name');
});

test('somebody is never given a page made for anybody, nor the other way round', async () => {
  await untilKept();
  for (const kind of ['customer', 'wish'] as const) expect(await isKept(cookie(kind, 'somebody')), kind).toBe(false);
  expect(await isKept({ 'cache-control': 'no-cache' })).toBe(false);
  expect(await html(cookie('count', '3'))).toContain('id="cart-count">3<');
  expect(await html()).toContain('id="cart-count">0<');
});

test('a cart, a missing page and a moved one are made anew each time', async () => {
  for (const at of [`/shops/${shop.storefrontSlug}/cart`, path('nothing-like-it'), `/shops/${shop.storefrontSlug}/products/${shop.products['Blue mug']}`]) {
    await look({}, at);
    expect((await look({}, at)).headers.has('etag'), at).toBe(false);
  }
});

test('another shop’s facts drop nothing here, and its pages are its own', async () => {
  const other = await openShop(server.house);
  await untilKept();
  await updateProduct.call(other.ctx, { id: other.products['Blue mug']!, title: 'Elsewhere' });
  expect(await isKept()).toBe(true);
  expect(await (await look({}, `/shops/${other.storefrontSlug}/products/blue-mug`)).text()).toContain('Elsewhere');
});
