import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { statementsSoFar } from '#platform/db/count.ts';
import { newId } from '#platform/ids.ts';
import { DAY, MINUTE, travel } from '#platform/time.ts';
import { registry } from '#platform/registry.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { cartView, createCart } from '#modules/carts/index.ts';
import { checkoutView, orderView, placeOrder, shopperOrderView, startCheckout, updateCheckout } from './index.ts';
import { ANA, buy, contradictions, DECLINED_CARD, openShop, outcome, pay, payByHand, readyToPay, SILENT_CARD, stockOf, type Shop } from './test-shop.ts';

let house: TestHouse;
beforeAll(async () => void (house = await openTestDatabase()));
afterAll(() => house.close());

const aud = (amount: number) => ({ amount, currency: 'AUD' });

const expireHolds = { run: (shop: Shop) => registry.schedules().find(({ name }) => name === 'inventory.release-expired')!.run(shop.ctx) };

async function orderNumbers(shop: Shop): Promise<number[]> {
  return (await shop.ctx.read((r) => r.sql<{ number: number }>`select number from orders order by number`)).map((row) => row.number);
}

describe('races', () => {
  test('two shoppers and one last mug: one gets it, the other hears why', async () => {
    const shop = await openShop(house, { mug: { price: 1_500, stock: 1 } });
    const outcomes = await Promise.all([outcome(buy(shop, { mug: 1 })), outcome(buy(shop, { mug: 1 }))]);
    expect(outcomes.toSorted()).toEqual(['out_of_stock', 'paid']);
    expect(await stockOf(shop, shop.variant.mug!)).toEqual({ onHand: 1, reserved: 1 });
    expect(await contradictions(shop)).toEqual([]);
  });

  test('a double click on the last button gives one order and one charge', async () => {
    const shop = await openShop(house, { mug: { price: 1_500, stock: 5 } });
    const shopper = shop.shopper();
    const checkout = await readyToPay(shop, { mug: 2 }, shopper);
    const placed = await Promise.all(Array.from({ length: 5 }, () => pay(shopper, checkout)));
    expect(new Set(placed.map(({ order }) => order.id)).size).toBe(1);
    expect(placed.map(({ payment }) => payment.state).filter((state) => state === 'declined')).toEqual([]);
    expect(await stockOf(shop, shop.variant.mug!)).toEqual({ onHand: 5, reserved: 2 });
    expect(await orderNumbers(shop)).toEqual([1_001]);
    expect(await contradictions(shop)).toEqual([]);
  });

  test('the same Idempotency-Key gives the same answer again', async () => {
    const shop = await openShop(house, { mug: { price: 1_500, stock: 5 } });
    const shopper = shop.shopper();
    const checkout = await readyToPay(shop, { mug: 1 }, shopper);
    const [first, second] = [await pay(shopper, checkout, undefined, { idempotencyKey: 'k1' }), await pay(shopper, checkout, undefined, { idempotencyKey: 'k1' })];
    expect(second.order.id).toBe(first.order.id);
    expect(second).toMatchObject({ payment: { state: 'paid' }, order: { paymentState: 'paid' } });
  });

  test('twenty buyers and ten mugs over two lines of the same kind: ten orders, ten clean refusals, numbers without a gap', async () => {
    const shop = await openShop(house, { mug: { price: 1_500, stock: 10 } });
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => outcome(buy(shop, { mug: 1 }))));
    expect(outcomes.toSorted()).toEqual([...Array(10).fill('out_of_stock'), ...Array(10).fill('paid')]);
    expect(await orderNumbers(shop)).toEqual(Array.from({ length: 10 }, (_, i) => 1_001 + i));
    expect(await contradictions(shop)).toEqual([]);
  });

  test('the hold expired while the shopper was typing: the stock is taken again if it is still there', async () => {
    const shop = await openShop(house, { mug: { price: 1_500, stock: 1 } });
    const shopper = shop.shopper();
    const checkout = await readyToPay(shop, { mug: 1 }, shopper);
    const back = travel(16 * MINUTE);
    try {
      await expireHolds.run(shop);
      expect(await stockOf(shop, shop.variant.mug!)).toEqual({ onHand: 1, reserved: 0 });
      expect(await outcome(pay(shopper, checkout))).toBe('paid');
    } finally {
      back();
    }
    expect(await contradictions(shop)).toEqual([]);
  });

  test('the hold expires and somebody else is quicker: refused, and nothing was charged', async () => {
    const shop = await openShop(house, { mug: { price: 1_500, stock: 1 } });
    const shopper = shop.shopper();
    const checkout = await readyToPay(shop, { mug: 1 }, shopper);
    const back = travel(16 * MINUTE);
    try {
      await expireHolds.run(shop);
      await buy(shop, { mug: 1 });
      expect(await outcome(pay(shopper, checkout))).toBe('out_of_stock');
    } finally {
      back();
    }
    expect(await orderNumbers(shop)).toEqual([1_001]);
    expect(await contradictions(shop)).toEqual([]);
  });

  test('the hold expires at the very moment of ordering: one consistent outcome, never stock sold twice', async () => {
    const shop = await openShop(house, { mug: { price: 1_500, stock: 3 } });
    const checkouts = await Promise.all([1, 2, 3].map(async () => readyToPay(shop, { mug: 1 })));
    const back = travel(16 * MINUTE);
    try {
      const outcomes = await Promise.all([expireHolds.run(shop).then(() => 'swept'), ...checkouts.map((checkout) => outcome(pay(shop.shopper(), checkout)))]);
      expect(outcomes).toEqual(['swept', 'paid', 'paid', 'paid']);
    } finally {
      back();
    }
    expect(await stockOf(shop, shop.variant.mug!)).toEqual({ onHand: 3, reserved: 3 });
    expect(await contradictions(shop)).toEqual([]);
  });
});

describe('the way through', () => {
  test('cart, address, order: the sums are right to the cent and the page of the order opens with its link', async () => {
    const shop = await openShop(house, { mug: { price: 1_500, stock: 5 }, bowl: { price: 2_000, stock: 5 } });
    const shopper = shop.shopper();
    const checkout = await readyToPay(shop, { mug: 2, bowl: 1 }, shopper);
    expect(checkout).toMatchObject({ subtotal: aud(5_000), taxIncluded: true, email: ANA.email });
    expect(checkout.shippingMethods.length).toBeGreaterThan(0);
    expect(checkout.total.amount).toBe(5_000 + checkout.shipping!.amount);
    expect(Date.parse(checkout.heldUntil) - Date.now()).toBeGreaterThan(14 * MINUTE);
    const { order, payment, orderLink } = await pay(shopper, checkout);
    expect(order).toMatchObject({ number: 1_001, paymentState: 'paid', total: checkout.total, tax: checkout.tax, statusSentence: 'Paid. 3 items to ship.' });
    expect(payment).toMatchObject({ state: 'paid', message: null });
    const link = new URL(orderLink, 'http://shop');
    const seen = await shopperOrderView.call(shop.shopper(), { id: order.id, token: link.searchParams.get('token')! });
    expect(seen).toMatchObject({ ...order, timeline: order.timeline.map(({ says }) => ({ says })) });
    await expect(shopperOrderView.call(shop.shopper(), { id: order.id })).rejects.toMatchObject({ code: 'not_found' });
    await expect(shopperOrderView.call(shop.shopper(), { id: order.id, token: 'guess' })).rejects.toMatchObject({ code: 'not_found' });
  });

  test('Australian prices carry their tenth: a tax of one eleventh is shown and not added', async () => {
    const shop = await openShop(house, { mug: { price: 1_100, stock: 5 } });
    const checkout = await readyToPay(shop, { mug: 1 });
    expect(checkout.tax.amount).toBe(100 + Math.round(checkout.shipping!.amount / 11));
    expect(checkout.total.amount).toBe(1_100 + checkout.shipping!.amount);
  });

  test('a price that changed since is not taken quietly', async () => {
    const shop = await openShop(house, { mug: { price: 1_500, stock: 5 } });
    const shopper = shop.shopper();
    const checkout = await readyToPay(shop, { mug: 1 }, shopper);
    await shop.ctx.transaction((tx) => tx.sql`update prices set amount = 1600`);
    const total = aud(checkout.total.amount + 100);
    await expect(pay(shopper, checkout)).rejects.toMatchObject({ code: 'price_changed', details: { agreedTotal: checkout.total, total } });
    expect((await checkoutView.call(shopper, { id: checkout.id })).total).toEqual(total);
    expect(await orderNumbers(shop)).toEqual([]);
    expect(await outcome(pay(shopper, { ...checkout, total, due: total }))).toBe('paid');
  });

  test('more than there is: the checkout does not begin and says how many are left', async () => {
    const shop = await openShop(house, { mug: { price: 1_500, stock: 2 } });
    const shopper = shop.shopper();
    const cart = await createCart.call(shopper, { lines: [{ variantId: shop.variant.mug!, quantity: 2 }] });
    await readyToPay(shop, { mug: 1 });
    await expect(startCheckout.call(shopper, { cartId: cart.id })).rejects.toMatchObject({
      code: 'out_of_stock',
      details: { lines: [{ variantId: shop.variant.mug, wanted: 2, available: 1 }] },
    });
  });

  test('beginning again takes the cart as it is now and holds no more than that', async () => {
    const shop = await openShop(house, { mug: { price: 1_500, stock: 5 } });
    const shopper = shop.shopper();
    const cart = await createCart.call(shopper, { lines: [{ variantId: shop.variant.mug!, quantity: 3 }] });
    const first = await startCheckout.call(shopper, { cartId: cart.id });
    await updateCheckout.call(shopper, { id: first.id, ...ANA });
    const again = await startCheckout.call(shopper, { cartId: cart.id });
    expect(again).toMatchObject({ id: first.id, email: ANA.email, shippingAddress: { city: 'Hobart' } });
    expect(await stockOf(shop, shop.variant.mug!)).toEqual({ onHand: 5, reserved: 3 });
  });

  test('back from the checkout to the cart, the shopper’s own last mug is not called sold out', async () => {
    const shop = await openShop(house, { mug: { price: 1_500, stock: 1 } });
    const shopper = shop.shopper();
    const checkout = await readyToPay(shop, { mug: 1 }, shopper);
    expect(await cartView.call(shopper, { id: checkout.cartId })).toMatchObject({ problems: [], itemCount: 1 });
    const other = createCart.call(shopper, { lines: [{ variantId: shop.variant.mug!, quantity: 1 }] });
    await expect(other).rejects.toMatchObject({ code: 'out_of_stock', sentence: 'mug is sold out.' });
  });

  test('an empty cart, a missing address and a place we do not ship to are each refused in words', async () => {
    const shop = await openShop(house, { mug: { price: 1_500, stock: 5 } });
    const shopper = shop.shopper();
    const empty = await createCart.call(shopper, {});
    await expect(startCheckout.call(shopper, { cartId: empty.id })).rejects.toMatchObject({ code: 'cart_empty' });
    const cart = await createCart.call(shopper, { lines: [{ variantId: shop.variant.mug!, quantity: 1 }] });
    const checkout = await startCheckout.call(shopper, { cartId: cart.id });
    await expect(pay(shopper, checkout)).rejects.toMatchObject({ code: 'checkout_incomplete', details: { missing: ['email', 'shippingAddress'] } });
  });

  test('a voucher needs no parcel: no shipping is asked or charged', async () => {
    const shop = await openShop(house, { voucher: { price: 5_000, tracked: false, shipped: false } });
    const checkout = await readyToPay(shop, { voucher: 1 });
    expect(checkout).toMatchObject({ shippingMethods: [], shipping: aud(0), total: aud(5_000) });
    expect(await outcome(pay(shop.shopper(), checkout))).toBe('paid');
  });

  test('something free is ordered without any payment', async () => {
    const shop = await openShop(house, { sample: { price: 0, stock: 5, shipped: false } });
    const { order, payment } = await buy(shop, { sample: 1 });
    expect(payment).toEqual({ id: null, state: 'paid', message: null, continueAt: null, keepsOnly: false });
    expect(order.paymentState).toBe('paid');
  });

  test('paying by bank transfer: the order stands and waits', async () => {
    const shop = await openShop(house, { mug: { price: 1_500, stock: 5 } });
    const shopper = shop.shopper();
    const { order, payment } = await payByHand(shopper, await readyToPay(shop, { mug: 1 }, shopper));
    expect(payment.state).toBe('pending');
    expect(order).toMatchObject({ paymentState: 'pending', statusSentence: 'Waiting for payment. 1 item to ship.' });
    expect(await contradictions(shop)).toEqual([]);
  });
});

describe('when the card says no', () => {
  test('the order is cancelled, the stock stays with the checkout, and another card works', async () => {
    const shop = await openShop(house, { mug: { price: 1_500, stock: 1 } });
    const shopper = shop.shopper();
    const checkout = await readyToPay(shop, { mug: 1 }, shopper);
    const declined = await pay(shopper, checkout, DECLINED_CARD);
    expect(declined.payment).toMatchObject({ state: 'declined', message: 'Your card was declined. Please use another one.' });
    expect(declined.order).toMatchObject({ cancelled: true, paymentState: 'failed', statusSentence: 'Cancelled. The payment did not go through.' });
    expect(await stockOf(shop, shop.variant.mug!)).toEqual({ onHand: 1, reserved: 1 });
    expect(await outcome(buy(shop, { mug: 1 }))).toBe('out_of_stock');
    expect((await cartView.call(shopper, { id: checkout.cartId })).itemCount).toBe(1);
    const paid = await pay(shopper, checkout);
    expect(paid.payment.state).toBe('paid');
    expect(paid.order.id).not.toBe(declined.order.id);
    await expect(cartView.call(shopper, { id: checkout.cartId })).rejects.toMatchObject({ code: 'not_found' });
    expect(await contradictions(shop)).toEqual([]);
  });

  test('a double click with a declined card ends in one or two declined orders, never in a charge', async () => {
    const shop = await openShop(house, { mug: { price: 1_500, stock: 1 } });
    const shopper = shop.shopper();
    const checkout = await readyToPay(shop, { mug: 1 }, shopper);
    const outcomes = await Promise.all([1, 2, 3].map(() => outcome(pay(shopper, checkout, DECLINED_CARD))));
    expect(outcomes.filter((state) => state !== 'declined' && state !== 'pending')).toEqual([]);
    expect(await stockOf(shop, shop.variant.mug!)).toEqual({ onHand: 1, reserved: 1 });
    expect(await contradictions(shop)).toEqual([]);
  });

  test('a card number that is none is refused and leaves everything as it was', async () => {
    const shop = await openShop(house, { mug: { price: 1_500, stock: 1 } });
    const shopper = shop.shopper();
    const checkout = await readyToPay(shop, { mug: 1 }, shopper);
    await expect(pay(shopper, checkout, '1234')).rejects.toMatchObject({ code: 'invalid_card' });
    expect(await outcome(pay(shopper, checkout))).toBe('paid');
  });

  test('the provider does not answer: the shopper hears that it is being confirmed', async () => {
    const shop = await openShop(house, { mug: { price: 1_500, stock: 1 } });
    const placed = await buy(shop, { mug: 1 }, SILENT_CARD);
    expect(placed.payment.state).toBe('pending');
    expect(placed.order.paymentState).toBe('pending');
  });
});

test('whatever is bought: lines, shipping and tax add up to the total, and each part of the tax to the tax', async () => {
  const shop = await openShop(house, { mug: { price: 1_499, stock: 999 }, pin: { price: 7, stock: 999 }, book: { price: 3_333, stock: 999, taxable: false } });
  const wishes = fc.record({ mug: fc.integer({ min: 1, max: 9 }), pin: fc.integer({ min: 1, max: 9 }), book: fc.integer({ min: 1, max: 4 }) }, { requiredKeys: ['pin'] });
  const abroad = fc.constantFrom(ANA, { ...ANA, shippingAddress: { ...ANA.shippingAddress, country: 'NZ', region: '' } });
  await fc.assert(
    fc.asyncProperty(wishes, abroad, async (wish, who) => {
      const checkout = await readyToPay(shop, wish as Record<string, number>, shop.shopper(), who);
      const { order } = await pay(shop.shopper(), checkout);
      const { taxParts, lines, ...sums } = await orderView.call(shop.ctx, { id: order.id });
      const sum = (amounts: number[]) => amounts.reduce((a, b) => a + b, 0);
      expect(sum(lines.map(({ total }) => total.amount))).toBe(sums.subtotal.amount);
      expect(sums.subtotal.amount + sums.shipping.amount + (sums.taxIncluded ? 0 : sums.tax.amount)).toBe(sums.total.amount);
      expect(sum(taxParts.map(({ amount }) => amount.amount))).toBe(sums.tax.amount);
      expect(order.total).toEqual(checkout.total);
    }),
    { numRuns: 12 },
  );
  expect(await contradictions(shop)).toEqual([]);
});

test('a place in another workspace opens nothing', async () => {
  const [shop, other] = [await openShop(house, { mug: { price: 1_500, stock: 5 } }), await openShop(house, { mug: { price: 1_500, stock: 5 } })];
  const checkout = await readyToPay(shop, { mug: 1 });
  const { order, orderLink } = await pay(shop.shopper(), checkout);
  const token = new URL(orderLink, 'http://shop').searchParams.get('token')!;
  await expect(checkoutView.call(other.shopper(), { id: checkout.id })).rejects.toMatchObject({ code: 'not_found' });
  await expect(pay(other.shopper(), checkout)).rejects.toMatchObject({ code: 'not_found' });
  await expect(shopperOrderView.call(other.shopper(), { id: order.id, token })).rejects.toMatchObject({ code: 'not_found' });
});

test('the comparison of the books notices money, stock and sums that do not agree', async () => {
  const spoilt = [
    `update orders set captured_total = captured_total - 1`,
    `update reservations set open = 0, state = 'released'`,
    `update order_lines set quantity = 2, total = unit_price * 2`,
    `update payments set captured = 0`,
    `update stock_levels set reserved = 0`,
  ];
  for (const statement of spoilt) {
    const shop = await openShop(house, { mug: { price: 1_500, stock: 1 } });
    await buy(shop, { mug: 1 });
    await shop.ctx.transaction((tx) => tx.query(statement));
    expect(await contradictions(shop), statement).not.toEqual([]);
  }
});

test('what nobody came back for is forgotten; orders, and carts of customers, stay', async () => {
  const shop = await openShop(house, { mug: { price: 1_500, stock: 9 } });
  const bought = await buy(shop, { mug: 1 });
  const left = await readyToPay(shop, { mug: 1 });
  const mine = await createCart.call(shop.shopper(newId()), { lines: [{ variantId: shop.variant.mug!, quantity: 1 }] });
  const later = async (days: number) => {
    const back = travel(days * DAY);
    for (const name of ['carts.forget-old', 'checkout.forget-old']) await registry.schedules().find((each) => each.name === name)!.run(shop.ctx);
    back();
  };
  await later(20);
  expect(await checkoutView.call(shop.shopper(), { id: left.id })).toMatchObject({ email: ANA.email });
  await later(31);
  await expect(checkoutView.call(shop.shopper(), { id: left.id })).rejects.toMatchObject({ code: 'not_found' });
  expect(await cartView.call(shop.shopper(), { id: left.cartId })).toMatchObject({ itemCount: 1 });
  await later(91);
  await expect(cartView.call(shop.shopper(), { id: left.cartId })).rejects.toMatchObject({ code: 'not_found' });
  expect(await cartView.call(shop.shopper(), { id: mine.id })).toMatchObject({ itemCount: 1 });
  expect(await orderView.call(shop.ctx, { id: bought.order.id })).toMatchObject({ id: bought.order.id });
});

test('every request of a checkout keeps its budget of statements', async () => {
  const shop = await openShop(house, { mug: { price: 1_500, stock: 9 }, bowl: { price: 900, stock: 9 } });
  const shopper = shop.shopper();
  await buy(shop, { bowl: 1 });
  const cart = await createCart.call(shopper, { lines: [{ variantId: shop.variant.mug!, quantity: 1 }, { variantId: shop.variant.bowl!, quantity: 1 }] });
  const [started, start] = await counted(() => startCheckout.call(shopper, { cartId: cart.id }));
  const [checkout, update] = await counted(() => updateCheckout.call(shopper, { id: started.id, ...ANA }));
  const [, place] = await counted(() => placeOrder.call(shopper, { checkoutId: checkout.id, agreedTotal: checkout.total, payment: { method: 'test' } }));
  expect(start).toBeLessThanOrEqual(10);
  expect(update).toBeLessThanOrEqual(10);
  expect(place).toBeLessThanOrEqual(20);
});

async function counted<T>(work: () => Promise<T>): Promise<[T, number]> {
  const before = statementsSoFar();
  return [await work(), statementsSoFar() - before];
}
