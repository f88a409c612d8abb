import { afterAll, beforeAll, expect, test } from 'vitest';
import { statementsSoFar } from '#platform/db/count.ts';
import { newId } from '#platform/ids.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { later, MINUTE } from '#platform/time.ts';
import { holdStock } from '#modules/inventory/index.ts';
import { addLine, cartForCheckout, cartView, closingCart, createCart, mergeCarts, reopenCart, setCartNote, updateLine } from './index.ts';
import { archive, openShop, reprice } from './test-shop.ts';

let house: TestHouse;
beforeAll(async () => void (house = await openTestDatabase()));
afterAll(() => house.close());

const aud = (amount: number) => ({ amount, currency: 'AUD' });

test('a shopper puts two mugs and a bowl into a new cart and sees the sums', async () => {
  const shop = await openShop(house, { mug: { price: 1_500, stock: 9 }, bowl: { price: 2_000, stock: 9 } });
  const shopper = shop.storefront();
  const cart = await createCart.call(shopper, { lines: [{ variantId: shop.variant.mug!, quantity: 2 }] });
  const more = await addLine.call(shopper, { id: cart.id, variantId: shop.variant.bowl! });
  expect(more).toMatchObject({ id: cart.id, currency: 'AUD', itemCount: 3, subtotal: aud(5_000), problems: [] });
  expect(more.lines.map((line) => [line.title, line.quantity, line.total.amount, line.available])).toEqual([['mug', 2, 3_000, true], ['bowl', 1, 2_000, true]]);
  expect(await cartView.call(shopper, { id: cart.id })).toEqual(more);
});

test('the id of a cart cannot be guessed from when it was opened', async () => {
  const shop = await openShop(house, { mug: { price: 1_500 } });
  expect((await createCart.call(shop.storefront(), {})).id).toMatch(/^[0-9a-f-]{14}4/);
});

test('the same thing twice is one line, also when both clicks arrive at once', async () => {
  const shop = await openShop(house, { mug: { price: 1_500, stock: 99 } });
  const shopper = shop.storefront();
  const { id } = await createCart.call(shopper, {});
  await Promise.all(Array.from({ length: 8 }, () => addLine.call(shopper, { id, variantId: shop.variant.mug!, quantity: 2 })));
  const cart = await cartView.call(shopper, { id });
  expect(cart.lines.map((line) => line.quantity)).toEqual([16]);
});

test('different things clicked at once are all there, and the last answer shows them all', async () => {
  const goods = Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`thing-${i}`, { price: 100, stock: 5 }]));
  const shop = await openShop(house, goods);
  const shopper = shop.storefront();
  const { id } = await createCart.call(shopper, {});
  const answers = await Promise.all(Object.values(shop.variant).map((variantId) => addLine.call(shopper, { id, variantId })));
  expect(answers.map((cart) => cart.lines.length).toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
});

test('more than there is is refused with how many are left', async () => {
  const shop = await openShop(house, { mug: { price: 1_500, stock: 3 } });
  const shopper = shop.storefront();
  const { id } = await createCart.call(shopper, { lines: [{ variantId: shop.variant.mug!, quantity: 2 }] });
  await expect(addLine.call(shopper, { id, variantId: shop.variant.mug!, quantity: 2 })).rejects.toMatchObject({
    code: 'out_of_stock',
    sentence: 'Only 3 of mug are left.',
    details: { lines: [{ variantId: shop.variant.mug, wanted: 4, available: 3 }] },
  });
  expect((await cartView.call(shopper, { id })).itemCount).toBe(2);
});

test('what is not counted may be bought without end', async () => {
  const shop = await openShop(house, { voucher: { price: 500, tracked: false } });
  const cart = await createCart.call(shop.storefront(), { lines: [{ variantId: shop.variant.voucher!, quantity: 9_999 }] });
  expect(cart.problems).toEqual([]);
});

test('a price that changed, a thing sold out and a thing taken off sale each say so at the next look', async () => {
  const shop = await openShop(house, { mug: { price: 1_500, stock: 5 }, bowl: { price: 900, stock: 1 }, jug: { price: 700, stock: 1 } });
  const shopper = shop.storefront();
  const wishes = Object.values(shop.variant).map((variantId) => ({ variantId, quantity: 1 }));
  const { id } = await createCart.call(shopper, { lines: wishes });
  await reprice(shop, 'mug', 1_700);
  await shop.ctx.transaction((tx) => holdStock(tx, { for: 'somebody', lines: [{ variantId: shop.variant.bowl!, quantity: 1 }], until: later(tx.now, MINUTE) }));
  await archive(shop, 'jug');
  const cart = await cartView.call(shopper, { id });
  expect(cart.problems.map((problem) => problem.sentence)).toEqual(['The price of mug has changed.', 'bowl is sold out.', 'jug is no longer for sale.']);
  expect(cart.lines.map((line) => line.available)).toEqual([true, false, false]);
  expect(cart.subtotal).toEqual(aud(1_700 + 900));
});

test('touching a line accepts its new price; setting it to none takes it out', async () => {
  const shop = await openShop(house, { mug: { price: 1_500, stock: 5 } });
  const shopper = shop.storefront();
  const { id, lines } = await createCart.call(shopper, { lines: [{ variantId: shop.variant.mug!, quantity: 1 }] });
  await reprice(shop, 'mug', 1_700);
  const changed = await updateLine.call(shopper, { id, lineId: lines[0]!.id, quantity: 3 });
  expect(changed).toMatchObject({ subtotal: aud(5_100), problems: [] });
  const emptied = await updateLine.call(shopper, { id, lineId: lines[0]!.id, quantity: 0 });
  expect(emptied).toMatchObject({ lines: [], itemCount: 0, subtotal: aud(0) });
  await expect(updateLine.call(shopper, { id, lineId: lines[0]!.id, quantity: 1 })).rejects.toMatchObject({ code: 'not_found' });
});

test('after sign-in the carts of two devices are one, and the other device sees it', async () => {
  const shop = await openShop(house, { mug: { price: 1_500, stock: 9 }, bowl: { price: 900, stock: 9 } });
  const ana = shop.storefront(newId());
  const phone = await createCart.call(ana, { lines: [{ variantId: shop.variant.mug!, quantity: 1 }, { variantId: shop.variant.bowl!, quantity: 1 }] });
  const laptop = await createCart.call(shop.storefront(), { lines: [{ variantId: shop.variant.mug!, quantity: 2 }] });
  const merged = await mergeCarts.call(ana, { id: laptop.id });
  expect(merged).toMatchObject({ id: laptop.id, itemCount: 4 });
  expect(merged.lines).toHaveLength(2);
  expect((await cartView.call(ana, { id: phone.id })).id).toBe(laptop.id);
  expect(await mergeCarts.call(ana, { id: laptop.id })).toEqual(merged);
  expect((await addLine.call(ana, { id: phone.id, variantId: shop.variant.bowl! })).itemCount).toBe(5);
});

test('two devices of one customer signing in at the same moment end with one cart', async () => {
  const shop = await openShop(house, { mug: { price: 1_500, stock: 9 } });
  const ana = shop.storefront(newId());
  const ids = await Promise.all([1, 2].map(async () => (await createCart.call(ana, { lines: [{ variantId: shop.variant.mug!, quantity: 1 }] })).id));
  await Promise.allSettled(ids.map((id) => mergeCarts.call(ana, { id })));
  const seen = await Promise.all(ids.map((id) => cartView.call(ana, { id })));
  expect(new Set(seen.map((cart) => cart.id)).size).toBe(1);
  expect(seen[0]!.itemCount).toBe(2);
});

test('without a sign-in there is nothing to merge with', async () => {
  const shop = await openShop(house, { mug: { price: 1_500 } });
  const { id } = await createCart.call(shop.storefront(), {});
  await expect(mergeCarts.call(shop.storefront(), { id })).rejects.toMatchObject({ code: 'unauthenticated' });
});

test('a note stays with the cart', async () => {
  const shop = await openShop(house, { mug: { price: 1_500 } });
  const { id } = await createCart.call(shop.storefront(), {});
  expect((await setCartNote.call(shop.storefront(), { id, note: 'Ring twice.' })).note).toBe('Ring twice.');
});

test('an ordered cart is gone for the shopper; a declined payment brings it back', async () => {
  const shop = await openShop(house, { mug: { price: 1_500, stock: 2 } });
  const shopper = shop.storefront();
  const { id } = await createCart.call(shopper, { lines: [{ variantId: shop.variant.mug!, quantity: 1 }] });
  await shop.ctx.transaction(async (tx) => tx.query(closingCart('$1::uuid'), [(await cartForCheckout(tx, id)).id]));
  await expect(cartView.call(shopper, { id })).rejects.toMatchObject({ code: 'not_found' });
  await expect(addLine.call(shopper, { id, variantId: shop.variant.mug! })).rejects.toMatchObject({ code: 'not_found' });
  await shop.ctx.transaction((tx) => reopenCart(tx, id));
  expect((await cartView.call(shopper, { id })).itemCount).toBe(1);
});

test('a hundred different things fit, one more does not', async () => {
  const goods = Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`thing-${i}`, { price: 100, tracked: false }]));
  const shop = await openShop(house, goods);
  const ids = Object.values(shop.variant);
  const cart = await createCart.call(shop.storefront(), { lines: ids.slice(0, 100).map((variantId) => ({ variantId, quantity: 1 })) });
  await expect(addLine.call(shop.storefront(), { id: cart.id, variantId: ids[100]! })).rejects.toMatchObject({ code: 'cart_full' });
});

test('another workspace cannot see or fill the cart', async () => {
  const shop = await openShop(house, { mug: { price: 1_500, stock: 5 } });
  const other = await openShop(house, { mug: { price: 1_500, stock: 5 } });
  const { id } = await createCart.call(shop.storefront(), { lines: [{ variantId: shop.variant.mug!, quantity: 1 }] });
  await expect(cartView.call(other.storefront(), { id })).rejects.toMatchObject({ code: 'not_found' });
  await expect(addLine.call(other.storefront(), { id, variantId: other.variant.mug! })).rejects.toMatchObject({ code: 'not_found' });
  await expect(createCart.call(other.storefront(), { lines: [{ variantId: shop.variant.mug!, quantity: 1 }] })).rejects.toMatchObject({ code: 'not_for_sale' });
});

test('opening a cart with its first line, and adding a line, each take at most 8 statements', async () => {
  const shop = await openShop(house, { mug: { price: 1_500, stock: 5 }, bowl: { price: 900, stock: 5 } });
  const shopper = shop.storefront();
  // Once a minute a shop is asked for its offers.
  await createCart.call(shopper, {});
  const before = statementsSoFar();
  const { id } = await createCart.call(shopper, { lines: [{ variantId: shop.variant.mug!, quantity: 1 }] });
  const between = statementsSoFar();
  await addLine.call(shopper, { id, variantId: shop.variant.bowl! });
  expect(between - before).toBeLessThanOrEqual(8);
  expect(statementsSoFar() - between).toBeLessThanOrEqual(8);
});
