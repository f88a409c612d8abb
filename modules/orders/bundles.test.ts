import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { addLine, cartView, createCart } from '#modules/carts/index.ts';
import { bundleView, deleteProduct, setBundle } from '#modules/catalog/index.ts';
import { availability } from '#modules/inventory/index.ts';
import { beginReturn, cancelFulfilment, cancelOrder, editOrder, fulfilOrder, receiveReturn, refundOrder, startCheckout } from './index.ts';
import { buy, contradictions, DECLINED_CARD, openShop, outcome, pay, readyToPay, stockOf, type Shop } from './test-shop.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestDatabase();
});
afterAll(() => house.close());

/** A box of two mugs and a coffee. */
async function withBox(stock: { mug: number; coffee: number }): Promise<Shop> {
  const shop = await openShop(house, { box: { price: 4_000 }, mug: { price: 1_500, stock: stock.mug }, coffee: { price: 2_000, stock: stock.coffee }, note: { price: 100, tracked: false } });
  await setBundle.call(shop.ctx, { variantId: shop.variant.box!, components: [{ variantId: shop.variant.mug!, quantity: 2 }, { variantId: shop.variant.coffee!, quantity: 1 }, { variantId: shop.variant.note!, quantity: 1 }] });
  return shop;
}

const left = async (shop: Shop, name: string) => (await shop.ctx.read((r) => availability(r, [shop.variant[name]!]))).get(shop.variant[name]!)!.available;
const both = async (shop: Shop) => [await stockOf(shop, shop.variant.mug!), await stockOf(shop, shop.variant.coffee!)].map(({ onHand, reserved }) => [onHand, reserved]);

test('there are as many boxes as the scarcest thing inside makes, and the cart says so', async () => {
  const shop = await withBox({ mug: 5, coffee: 9 });
  expect(await left(shop, 'box')).toBe(2);
  const cart = await createCart.call(shop.shopper(), { lines: [{ variantId: shop.variant.box!, quantity: 2 }] });
  await expect(addLine.call(shop.shopper(), { id: cart.id, variantId: shop.variant.box! })).rejects.toMatchObject({ code: 'out_of_stock', sentence: 'Only 2 of box are left.' });
  await buy(shop, { mug: 2 });
  expect(await cartView.call(shop.shopper(), { id: cart.id })).toMatchObject({ problems: [{ code: 'not_enough', sentence: 'Only 1 of box is left.' }] });
});

test('holding, ordering, sending, taking back, returning: what is inside moves, and the books agree at each step', async () => {
  const shop = await withBox({ mug: 9, coffee: 9 });
  const checkout = await readyToPay(shop, { box: 2, mug: 1 });
  expect(await both(shop)).toEqual([[9, 5], [9, 2]]);
  const { order } = await pay(shop.shopper(), checkout);
  expect(await contradictions(shop)).toEqual([]);
  const sent = await fulfilOrder.call(shop.ctx, { id: order.id, lines: [{ lineId: order.lines.find(({ title }) => title === 'box')!.id, quantity: 1 }] });
  expect(await both(shop)).toEqual([[7, 3], [8, 1]]);
  await cancelFulfilment.call(shop.ctx, { id: order.id, fulfilmentId: sent.fulfilments[0]!.id });
  expect(await both(shop)).toEqual([[9, 5], [9, 2]]);
  expect(await contradictions(shop)).toEqual([]);
  await fulfilOrder.call(shop.ctx, { id: order.id });
  expect(await both(shop)).toEqual([[4, 0], [7, 0]]);
  const box = order.lines.find(({ title }) => title === 'box')!.id;
  const begun = await beginReturn.call(shop.ctx, { id: order.id, lines: [{ lineId: box, quantity: 1 }] });
  await receiveReturn.call(shop.ctx, { returnId: begun.returns[0]!.id, lines: [{ lineId: box, restock: 1 }] });
  expect(await both(shop)).toEqual([[6, 0], [8, 0]]);
  await refundOrder.call(shop.ctx, { id: order.id, lines: [{ lineId: box, quantity: 1, restock: true }] });
  expect(await both(shop)).toEqual([[8, 0], [9, 0]]);
  expect(await contradictions(shop)).toEqual([]);
});

test('edits, exchanges, declined cards and cancelled orders move what is inside too; an order keeps the box it bought', async () => {
  const shop = await withBox({ mug: 9, coffee: 9 });
  const shopper = shop.shopper();
  const checkout = await readyToPay(shop, { box: 1 }, shopper);
  expect(await outcome(pay(shopper, checkout, DECLINED_CARD))).toBe('declined');
  expect(await both(shop)).toEqual([[9, 2], [9, 1]]);
  const { order } = await pay(shopper, checkout);
  await setBundle.call(shop.ctx, { variantId: shop.variant.box!, components: [{ variantId: shop.variant.coffee!, quantity: 3 }] });
  await editOrder.call(shop.ctx, { id: order.id, lines: [{ lineId: order.lines[0]!.id, quantity: 2 }] });
  expect(await both(shop)).toEqual([[9, 4], [9, 2]]);
  await editOrder.call(shop.ctx, { id: order.id, add: [{ variantId: shop.variant.box!, quantity: 1 }] });
  expect(await both(shop)).toEqual([[9, 4], [9, 5]]);
  expect(await contradictions(shop)).toEqual([]);
  await cancelOrder.call(shop.ctx, { id: order.id });
  expect(await both(shop)).toEqual([[9, 0], [9, 0]]);
  const { order: mugs } = await buy(shop, { mug: 1 });
  await fulfilOrder.call(shop.ctx, { id: mugs.id });
  const begun = await beginReturn.call(shop.ctx, { id: mugs.id, lines: [{ lineId: mugs.lines[0]!.id, quantity: 1 }], exchange: [{ variantId: shop.variant.box!, quantity: 1 }] });
  expect(await both(shop)).toEqual([[8, 0], [9, 3]]);
  await receiveReturn.call(shop.ctx, { returnId: begun.returns[0]!.id, lines: [{ lineId: mugs.lines[0]!.id, restock: 1 }], refund: false });
  expect(await both(shop)).toEqual([[9, 0], [9, 3]]);
  expect(await contradictions(shop)).toEqual([]);
});

test('boxes and single mugs bought at the same moment: never more leave than there are', async () => {
  const shop = await withBox({ mug: 11, coffee: 99 });
  const wishes = Array.from({ length: 16 }, (_, i): Record<string, number> => (i % 2 === 0 ? { box: 1 } : { mug: 1 }));
  const outcomes = await Promise.all(wishes.map(async (wish) => {
    const shopper = shop.shopper();
    return readyToPay(shop, wish, shopper).then((checkout) => outcome(pay(shopper, checkout)), (error: { code: string }) => error.code);
  }));
  const sold = outcomes.reduce((sum, each, i) => sum + (each === 'paid' ? (i % 2 === 0 ? 2 : 1) : 0), 0);
  expect(outcomes.every((each) => each === 'paid' || each === 'out_of_stock')).toBe(true);
  expect(sold).toBeGreaterThanOrEqual(10);
  expect(await stockOf(shop, shop.variant.mug!)).toEqual({ onHand: 11, reserved: sold });
  expect(await contradictions(shop)).toEqual([]);
});

test('a box and one of its mugs in one cart are counted together when the checkout begins', async () => {
  const shop = await withBox({ mug: 2, coffee: 9 });
  const cart = await createCart.call(shop.shopper(), { lines: [{ variantId: shop.variant.box!, quantity: 1 }, { variantId: shop.variant.mug!, quantity: 1 }] });
  await expect(startCheckout.call(shop.shopper(), { cartId: cart.id })).rejects.toMatchObject({ code: 'out_of_stock', sentence: 'Only 2 of mug are left.' });
});

describe('what a box may not be', () => {
  test('inside itself, inside another box, or a thing of another workspace; and what is inside cannot be deleted', async () => {
    const [shop, other] = [await withBox({ mug: 2, coffee: 9 }), await openShop(house, { mug: { price: 1_500 } })];
    const put = (variantId: string, componentId: string) => setBundle.call(shop.ctx, { variantId, components: [{ variantId: componentId, quantity: 1 }] });
    await expect(put(shop.variant.box!, shop.variant.box!)).rejects.toMatchObject({ code: 'invalid' });
    await expect(put(shop.variant.mug!, shop.variant.box!)).rejects.toMatchObject({ code: 'invalid' });
    await expect(put(shop.variant.mug!, shop.variant.coffee!)).rejects.toMatchObject({ code: 'invalid', sentence: 'This is inside a bundle itself; a bundle cannot be inside another.' });
    await expect(put(shop.variant.box!, other.variant.mug!)).rejects.toMatchObject({ code: 'not_found' });
    const [product] = await shop.ctx.read((r) => r.sql<{ id: string }>`select product_id as id from variants where id = ${shop.variant.note!}`);
    await expect(deleteProduct.call(shop.ctx, { id: product!.id })).rejects.toMatchObject({ code: 'in_use' });
    const [box] = await shop.ctx.read((r) => r.sql<{ id: string }>`select product_id as id from variants where id = ${shop.variant.box!}`);
    expect(await bundleView.call(shop.ctx, { id: box!.id })).toMatchObject({ variants: [{ components: [{ title: 'mug', quantity: 2 }, { title: 'coffee', quantity: 1 }, { title: 'note', quantity: 1 }] }] });
  });
});
