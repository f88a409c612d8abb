import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createStorefrontClient, ApiRefusal } from '../clients/storefront.ts';
import { openShop, startServer, type TestServer, type TestShop } from '../worlds/testing.ts';
import { clientFiles } from './client.ts';

let server: TestServer;
let shop: TestShop;

beforeAll(async () => {
  server = await startServer();
  shop = await openShop(server.house);
});
afterAll(() => server.stop());

test.each(clientFiles())('$file is what the API says today (npm run client writes it)', ({ file, text }) => {
  expect(readFileSync(path.join(import.meta.dirname, '..', file), 'utf8')).toBe(text);
});

test('a storefront developer buys a mug with the typed client', async () => {
  const api = createStorefrontClient({ url: server.url, key: shop.key });
  const { data } = await api.products.list({ q: 'mug' });
  const product = await api.products.get({ id: data[0]!.slug });
  const cart = await api.cart.create({ lines: [{ variantId: product.variants[0]!.id, quantity: 2 }] });
  const { id } = await api.checkout.start({ cartId: cart.id });
  const shippingAddress = { name: 'Dev', line1: '1 Road', city: 'Perth', region: 'WA', postalCode: '6000', country: 'AU' };
  const checkout = await api.checkout.update({ id, email: 'dev@example.test', shippingAddress });
  const placed = await api.orders.place({ checkoutId: id, agreedTotal: checkout.total, payment: { method: 'test', card: '4242424242424242' } }, { idempotencyKey: 'one' });
  expect(placed.payment.state).toBe('paid');
});

test('a refusal arrives as one, with its code', async () => {
  const api = createStorefrontClient({ url: server.url, key: shop.key });
  const refusal = await api.products.get({ id: 'no-such-thing' }).catch((e: unknown) => e);
  expect(refusal).toBeInstanceOf(ApiRefusal);
  expect(refusal).toMatchObject({ code: 'not_found', status: 404 });
});
