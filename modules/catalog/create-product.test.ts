import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '#platform/testing/database.ts';
import { createProduct, productGet, productList, variantsForSale } from './index.ts';

let house: TestHouse;
let shop: TestWorkspace;

beforeAll(async () => {
  house = await openTestDatabase();
  shop = await house.newWorkspace();
});
afterAll(() => house.close());

const shirt = {
  title: 'Linen Shirt',
  options: [
    { name: 'Size', values: ['S', 'M'] },
    { name: 'Colour', values: ['White', 'Blue'] },
  ],
  prices: [{ currency: 'AUD', amount: 8_900, compareAt: 11_000 }],
  media: [{ url: 'https://pictures.test/shirt.jpg', alt: 'A linen shirt' }],
  status: 'active' as const,
};

test('eight people name a product the same at the same moment: eight products, eight addresses', async () => {
  const made = await Promise.all(Array.from({ length: 8 }, () => createProduct.call(shop.ctx, { title: 'Blue Mug' })));
  expect(new Set(made.map((p) => p.slug)).size).toBe(8);
  expect(made.map((p) => p.slug)).toContain('blue-mug');
});

test('the same request sent twice makes one product', async () => {
  const keyed = { idempotencyKey: 'one-teapot' };
  const first = await createProduct.call(shop.ctx, { title: 'Teapot' }, keyed);
  const again = await createProduct.call(shop.ctx, { title: 'Teapot' }, keyed);
  expect(again.id).toBe(first.id);
  const list = await productList.call(shop.ctx, { q: 'teapot' });
  expect(list.total).toBe(1);
});

test('two options with two values make four variants with the price of the product', async () => {
  const made = await createProduct.call(shop.ctx, shirt);
  expect(made.slug).toBe('linen-shirt');
  expect(made.variants.map((v) => v.title)).toEqual(['S / White', 'S / Blue', 'M / White', 'M / Blue']);
  expect(made.variants.every((v) => v.prices[0]?.amount === 8_900)).toBe(true);
  expect(await productGet.call(shop.ctx, { id: made.id })).toEqual(made);
});

test('a product without options has one variant that can be bought once it is active', async () => {
  const draft = await createProduct.call(shop.ctx, { title: 'Candle', prices: [{ currency: 'AUD', amount: 2_500 }] });
  const active = await createProduct.call(shop.ctx, { title: 'Candle', status: 'active', prices: [{ currency: 'AUD', amount: 2_500 }] });
  const ids = [draft.variants[0]!.id, active.variants[0]!.id];
  const sold = await shop.ctx.read((r) => variantsForSale(r, ids, 'AUD'));
  expect([...sold.keys()]).toEqual([ids[1]]);
  expect(sold.get(ids[1]!)).toMatchObject({ productTitle: 'Candle', variantTitle: '', unitPrice: 2_500, compareAt: null, currency: 'AUD' });
  expect((await shop.ctx.read((r) => variantsForSale(r, ids, 'USD'))).size).toBe(0);
});

test('an address chosen by hand that is taken is refused, naming the product that has it', async () => {
  await createProduct.call(shop.ctx, { title: 'Vase', slug: 'the-vase' });
  await expect(createProduct.call(shop.ctx, { title: 'Other vase', slug: 'the-vase' })).rejects.toMatchObject({ code: 'conflict', sentence: expect.stringContaining('"Vase"') });
});

test('variants that do not fit the options are refused', async () => {
  const wrong = { ...shirt, variants: [{ options: { Size: 'XXL', Colour: 'Blue' } }] };
  await expect(createProduct.call(shop.ctx, wrong)).rejects.toMatchObject({ code: 'invalid' });
});

test('a description loses its script and keeps its words', async () => {
  const made = await createProduct.call(shop.ctx, { title: 'Soap', descriptionHtml: '<p onclick="x()">Mild <b>soap</b><script>steal()</script></p>' });
  expect(made.descriptionHtml).toBe('<p>Mild <b>soap</b></p>');
});

test('another shop may use the same address and sees none of ours', async () => {
  const other = await house.newWorkspace();
  const theirs = await createProduct.call(other.ctx, { title: 'Linen Shirt' });
  expect(theirs.slug).toBe('linen-shirt');
  expect((await productList.call(other.ctx, {})).total).toBe(1);
  await expect(productGet.call(shop.ctx, { id: theirs.id })).rejects.toMatchObject({ code: 'not_found' });
});
