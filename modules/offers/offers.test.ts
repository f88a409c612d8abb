import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { cartView, createCart } from '#modules/carts/index.ts';
import { buy, openShop, type Shop } from '#modules/orders/testing.ts';
import { cartOffers, createOffer, deleteOffer, noteShown, offerView, orderOffers, takeOffer, updateOffer } from './index.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestDatabase();
});
afterAll(() => house.close());

const productOf = async (shop: Shop, name: string) => (await shop.ctx.read((r) => r.sql<{ id: string }>`select product_id as id from variants where id = ${shop.variant[name]!}`))[0]!.id;
const trigger = async (shop: Shop, name: string) => ({ productIds: [await productOf(shop, name)], collectionIds: [] });
const cartWith = (shop: Shop, name: string) => createCart.call(shop.shopper(), { lines: [{ variantId: shop.variant[name]!, quantity: 1 }] });

test('who has coffee in the cart is offered a cheaper mug, takes it, and pays exactly what was said', async () => {
  const shop = await openShop(house, { coffee: { price: 2_000, stock: 9 }, mug: { price: 1_999, stock: 2 }, tea: { price: 900, stock: 9 } });
  const offer = await createOffer.call(shop.ctx, { title: 'A mug for it?', productId: await productOf(shop, 'mug'), trigger: await trigger(shop, 'coffee'), percent: 2_500 });
  const shopper = shop.shopper();
  expect(await cartOffers.call(shopper, { id: (await cartWith(shop, 'tea')).id })).toEqual({ data: [] });
  const cart = await cartWith(shop, 'coffee');
  const { data } = await cartOffers.call(shopper, { id: cart.id });
  expect(data).toMatchObject([{ offerId: offer.id, title: 'A mug for it?', product: 'mug', price: { amount: 1_499 }, was: { amount: 1_999 } }]);
  for (let i = 0; i < 2; i++) await noteShown.call(shopper, { besideId: cart.id, place: 'cart', offerIds: [offer.id] });
  await takeOffer.call(shopper, { offerId: offer.id, cartId: cart.id, variantId: data[0]!.variantId });
  const after = await cartView.call(shopper, { id: cart.id });
  expect(after.total.amount).toBe(2_000 + data[0]!.price.amount);
  expect(await cartOffers.call(shopper, { id: cart.id })).toEqual({ data: [] });
  expect(await offerView.call(shop.ctx, { id: offer.id })).toMatchObject({ shown: 1, taken: 1 });
});

test('what is sold out or off is not offered, and a taken-away offer leaves no cheaper price behind', async () => {
  const shop = await openShop(house, { coffee: { price: 2_000, stock: 9 }, mug: { price: 2_000, stock: 1 } });
  const offer = await createOffer.call(shop.ctx, { title: 'Mug', productId: await productOf(shop, 'mug'), percent: 5_000 });
  const both = await createCart.call(shop.shopper(), { lines: [{ variantId: shop.variant.coffee!, quantity: 1 }, { variantId: shop.variant.mug!, quantity: 1 }] });
  expect(both.discount.amount).toBe(1_000);
  await updateOffer.call(shop.ctx, { id: offer.id, active: false });
  expect(await cartOffers.call(shop.shopper(), { id: (await cartWith(shop, 'coffee')).id })).toEqual({ data: [] });
  expect((await cartView.call(shop.shopper(), { id: both.id })).discount.amount).toBe(0);
  await updateOffer.call(shop.ctx, { id: offer.id, active: true });
  await buy(shop, { mug: 1 });
  expect(await cartOffers.call(shop.shopper(), { id: (await cartWith(shop, 'coffee')).id })).toEqual({ data: [] });
  await deleteOffer.call(shop.ctx, { id: offer.id });
  expect((await cartView.call(shop.shopper(), { id: both.id })).discount.amount).toBe(0);
});

test('after ordering, whoever holds the link of the order sees what goes with it; a made-up showing counts nothing', async () => {
  const shop = await openShop(house, { coffee: { price: 2_000, stock: 9 }, mug: { price: 1_500, stock: 9 } });
  const offer = await createOffer.call(shop.ctx, { title: 'Mug', productId: await productOf(shop, 'mug'), places: ['order'], percent: 5_000 });
  const placed = await buy(shop, { coffee: 1 });
  const token = decodeURIComponent(/token=(.+)$/.exec(placed.orderLink)![1]!);
  expect(await orderOffers.call(shop.shopper(), { id: placed.order.id, token })).toMatchObject({ data: [{ product: 'mug', price: { amount: 1_500 }, was: null }] });
  await expect(orderOffers.call(shop.shopper(), { id: placed.order.id, token: 'guess' })).rejects.toMatchObject({ code: 'not_found' });
  expect(await noteShown.call(shop.shopper(), { besideId: offer.id, place: 'order', offerIds: [offer.id] })).toEqual({ counted: 0 });
  expect(await noteShown.call(shop.shopper(), { besideId: placed.order.id, place: 'order', offerIds: [offer.id] })).toEqual({ counted: 1 });
});
