import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { completeDraft, createDraft, draftList, draftView, fulfilOrder, markOrderPaid, updateDraft } from '../index.ts';
import { ANA, contradictions, openShop, stockOf } from '../test-shop.ts';

let house: TestHouse;
beforeAll(async () => void (house = await openTestDatabase()));
afterAll(() => house.close());

const aud = (amount: number) => ({ amount, currency: 'AUD' });

test('an order taken by phone: drafted with a price agreed by hand, changed, completed, paid and sent', async () => {
  const shop = await openShop(house, { mug: { price: 1_500, stock: 5 } });
  const draft = await createDraft.call(shop.ctx, { ...ANA, lines: [{ variantId: shop.variant.mug!, quantity: 2, unitPrice: 1_200 }], discount: 400, shippingPrice: 500 });
  expect(draft).toMatchObject({ subtotal: aud(2_400), discount: aud(400), shipping: aud(500), total: aud(2_500), tax: aud(Math.round(2_000 / 11) + Math.round(500 / 11)) });
  const changed = await updateDraft.call(shop.ctx, { id: draft.id, ...ANA, lines: [{ variantId: shop.variant.mug!, quantity: 3 }] });
  expect(changed.subtotal).toEqual(aud(4_500));
  expect(await draftView.call(shop.ctx, { id: draft.id })).toEqual(changed);
  expect(await stockOf(shop, shop.variant.mug!)).toEqual({ onHand: 5, reserved: 0 });
  const order = await completeDraft.call(shop.ctx, { id: draft.id });
  expect(order).toMatchObject({ number: 1_001, source: 'draft', paymentState: 'pending', total: changed.total, customerName: 'Ana Ng' });
  expect(await stockOf(shop, shop.variant.mug!)).toEqual({ onHand: 5, reserved: 3 });
  expect((await markOrderPaid.call(shop.ctx, { id: order.id })).order.paymentState).toBe('paid');
  expect((await fulfilOrder.call(shop.ctx, { id: order.id })).statusSentence).toBe('Paid. Shipped.');
  expect(await contradictions(shop)).toEqual([]);
});

test('completing a draft twice, also at once, gives one order', async () => {
  const shop = await openShop(house, { mug: { price: 1_500, stock: 5 } });
  const { id } = await createDraft.call(shop.ctx, { lines: [{ variantId: shop.variant.mug!, quantity: 1 }] });
  const made = await Promise.all([1, 2, 3].map(() => completeDraft.call(shop.ctx, { id })));
  expect(new Set(made.map((order) => order.id)).size).toBe(1);
  await expect(updateDraft.call(shop.ctx, { id, lines: [{ variantId: shop.variant.mug!, quantity: 9 }] })).rejects.toMatchObject({ code: 'already_completed' });
  expect((await draftList.call(shop.ctx, { filter: { completed: 'yes' } })).total).toBe(1);
});

test('a sale at the counter needs neither address nor e-mail', async () => {
  const shop = await openShop(house, { mug: { price: 1_500, stock: 5 } });
  const { id } = await createDraft.call(shop.ctx, { lines: [{ variantId: shop.variant.mug!, quantity: 1 }] });
  const order = await completeDraft.call(shop.ctx, { id });
  expect(order).toMatchObject({ email: '', shippingAddress: null, customerId: null, total: aud(1_500) });
});

test('a draft cannot sell what is not there', async () => {
  const shop = await openShop(house, { mug: { price: 1_500, stock: 1 } });
  const { id } = await createDraft.call(shop.ctx, { lines: [{ variantId: shop.variant.mug!, quantity: 2 }] });
  await expect(completeDraft.call(shop.ctx, { id })).rejects.toMatchObject({ code: 'out_of_stock' });
});
