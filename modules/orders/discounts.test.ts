import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startEngine } from '#platform/jobs/engine.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { addLine, applyCode, cartView, createCart, removeCode } from '#modules/carts/index.ts';
import { createDiscount, discountView, updateDiscount } from '#modules/discounts/index.ts';
import { cancelOrder, editOrder, fulfilOrder, beginReturn, orderView, previewEdit, receiveReturn, refundOrder, startCheckout, enterCode, updateCheckout } from './index.ts';
import { ANA, buy, contradictions, DECLINED_CARD, openShop, outcome, pay, readyToPay, type Shop } from './test-shop.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestDatabase();
});
afterAll(() => house.close());

const off = (shop: Shop, fields: object) => createDiscount.call(shop.ctx, { title: 'Ten off', kind: 'percentage', terms: { percent: 1_000 }, ...fields } as never);
const productOf = async (shop: Shop, name: string) => (await shop.ctx.read((r) => r.sql<{ id: string }>`select product_id as id from variants where id = ${shop.variant[name]!}`))[0]!.id;

/** A checkout of these things with a code, as far as the last button. */
async function withCode(shop: Shop, wish: Record<string, number>, code: string, who = ANA) {
  const shopper = shop.shopper();
  const checkout = await readyToPay(shop, wish, shopper, who);
  return { shopper, checkout: (await enterCode.call(shopper, { id: checkout.id, giftCardOrCode: code })).checkout! };
}

async function goOn(): Promise<void> {
  const engine = await startEngine();
  try {
    await engine.settle();
  } finally {
    await engine.stop();
  }
}

describe('from the cart to the invoice', () => {
  test('a code lowers the cart, the checkout, the order and its tax by the same amount, and the order keeps it', async () => {
    const shop = await openShop(house, { coffee: { price: 2_000, stock: 9 }, mug: { price: 1_500, stock: 9 } });
    const discount = await off(shop, { code: 'beans', terms: { percent: 2_000, things: { productIds: [await productOf(shop, 'coffee')], collectionIds: [] }, minimumQuantity: 3 } });
    expect(discount.sentence).toBe('20 % off coffee, from 3 things, with the code BEANS.');
    const shopper = shop.shopper();
    const cart = await createCart.call(shopper, { lines: [{ variantId: shop.variant.coffee!, quantity: 2 }, { variantId: shop.variant.mug!, quantity: 1 }] });
    const early = await applyCode.call(shopper, { id: cart.id, code: ' Beans ' });
    expect(early).toMatchObject({ discount: { amount: 0 }, codes: [{ code: 'BEANS', applied: false, sentence: 'This offer begins at 3 of these things; 1 more to go.' }] });
    const three = await addLine.call(shopper, { id: cart.id, variantId: shop.variant.coffee!, quantity: 1 });
    expect(three).toMatchObject({ subtotal: { amount: 7_500 }, discount: { amount: 1_200 }, total: { amount: 6_300 }, codes: [{ applied: true, sentence: '' }], discounts: [{ title: 'Ten off', code: 'BEANS', class: 'product', amount: { amount: 1_200 } }] });
    const { id } = await startCheckout.call(shopper, { cartId: cart.id });
    const checkout = await updateCheckout.call(shopper, { id, ...ANA });
    expect(checkout.discount.amount).toBe(1_200);
    const { order } = await pay(shopper, checkout);
    expect(order).toMatchObject({ discount: { amount: 1_200 }, total: checkout.total, discounts: [{ code: 'BEANS', amount: { amount: 1_200 } }] });
    expect(order.lines.map((line) => line.discount.amount)).toEqual([1_200, 0]);
    const taxed = order.total.amount;
    expect(order.tax.amount).toBe(Math.round((6_000 - 1_200) / 11) + Math.round(1_500 / 11) + Math.round(order.shipping.amount / 11));
    expect(taxed).toBe(6_300 + order.shipping.amount);
    expect(await discountView.call(shop.ctx, { id: discount.id })).toMatchObject({ timesUsed: 1, given: [{ amount: 1_200, currency: 'AUD' }] });
    expect(await contradictions(shop)).toEqual([]);
  });

  test('where tax comes on top it is owed on what is left', async () => {
    const shop = await openShop(house, { mug: { price: 10_000, stock: 9 } });
    await shop.ctx.transaction((tx) => tx.sql`update workspace_settings set prices_include_tax = false`);
    await off(shop, { code: 'TEN' });
    const { checkout } = await withCode(shop, { mug: 1 }, 'TEN');
    expect(checkout).toMatchObject({ discount: { amount: 1_000 }, tax: { amount: Math.round((9_000 + checkout.shipping!.amount) / 10) }, total: { amount: 9_000 + checkout.shipping!.amount + checkout.tax.amount } });
  });

  test('free delivery from an amount applies by itself, and the cart says how much is missing', async () => {
    const shop = await openShop(house, { mug: { price: 1_500, stock: 9 } });
    await off(shop, { title: 'Free delivery', kind: 'free_shipping', terms: { minimumSubtotal: { AUD: 4_000 } } });
    const shopper = shop.shopper();
    const cart = await createCart.call(shopper, { lines: [{ variantId: shop.variant.mug!, quantity: 2 }] });
    expect(cart.freeDelivery).toEqual({ reached: false, missing: { amount: 1_000, currency: 'AUD' }, from: { amount: 4_000, currency: 'AUD' } });
    expect(await addLine.call(shopper, { id: cart.id, variantId: shop.variant.mug! })).toMatchObject({ freeDelivery: { reached: true } });
    const { order } = await buy(shop, { mug: 3 });
    expect(order).toMatchObject({ shipping: { amount: 0 }, discounts: [{ class: 'shipping' }], total: { amount: 4_500 } });
    expect(order.discounts[0]!.amount.amount).toBeGreaterThan(0);
    expect((await buy(shop, { mug: 1 })).order.shipping.amount).toBeGreaterThan(0);
  });

  test('a code nobody knows is refused, one taken out is gone, and a code of another workspace is nobody’s', async () => {
    const [shop, other] = [await openShop(house, { mug: { price: 1_500, stock: 9 } }), await openShop(house, { mug: { price: 1_500, stock: 9 } })];
    await off(other, { code: 'THEIRS' });
    await off(shop, { code: 'OURS' });
    const shopper = shop.shopper();
    const cart = await createCart.call(shopper, { lines: [{ variantId: shop.variant.mug!, quantity: 1 }] });
    await expect(applyCode.call(shopper, { id: cart.id, code: 'THEIRS' })).rejects.toMatchObject({ code: 'unknown_code', sentence: 'We do not know the code THEIRS.' });
    await applyCode.call(shopper, { id: cart.id, code: 'OURS' });
    expect(await removeCode.call(shopper, { id: cart.id, code: 'ours' })).toMatchObject({ codes: [], discount: { amount: 0 } });
    await applyCode.call(shopper, { id: cart.id, code: 'OURS' });
    const checkout = await startCheckout.call(shopper, { cartId: cart.id });
    await expect(enterCode.call(shopper, { id: checkout.id, giftCardOrCode: 'THEIRS' })).rejects.toMatchObject({ code: 'unknown_code' });
    expect(await cartView.call(shopper, { id: cart.id })).toMatchObject({ codes: [{ code: 'OURS', applied: true }] });
  });

  test('guessing codes is slowed down', async () => {
    const shop = await openShop(house, { mug: { price: 1_500, stock: 9 } });
    const shopper = shop.shopper();
    const cart = await createCart.call(shopper, { lines: [{ variantId: shop.variant.mug!, quantity: 1 }] });
    const answers = [];
    for (let i = 0; i < 25; i++) answers.push(await applyCode.call(shopper, { id: cart.id, code: `GUESS${i}` }).then(() => 'in', (error: { code: string }) => error.code));
    expect(answers.filter((each) => each === 'unknown_code')).toHaveLength(20);
    expect(answers.at(-1)).toBe('rate_limited');
  });
});

describe('limits', () => {
  test('ten uses and twenty-five shoppers at once: exactly ten get it, the others hear the new total and pay it', async () => {
    const shop = await openShop(house, { mug: { price: 1_500, stock: 99 } });
    const discount = await off(shop, { code: 'FIRST10', maxUses: 10 });
    const ready = [];
    for (let i = 0; i < 25; i++) ready.push(await withCode(shop, { mug: 1 }, 'FIRST10', { ...ANA, email: `s${i}@example.test` }));
    const outcomes = await Promise.all(ready.map(({ shopper, checkout }) => outcome(pay(shopper, checkout))));
    expect(outcomes.filter((each) => each === 'paid')).toHaveLength(10);
    expect(outcomes.filter((each) => each === 'price_changed')).toHaveLength(15);
    expect(await discountView.call(shop.ctx, { id: discount.id })).toMatchObject({ timesUsed: 10, state: 'used up' });
    const late = ready[outcomes.indexOf('price_changed')]!;
    const again = await updateCheckout.call(late.shopper, { id: late.checkout.id });
    expect(again).toMatchObject({ discount: { amount: 0 }, codes: [{ code: 'FIRST10', applied: false, sentence: 'This offer has been used up.' }] });
    expect(await outcome(pay(late.shopper, again))).toBe('paid');
    expect(await contradictions(shop)).toEqual([]);
  });

  test('once per customer, also when both orders are sent at the same moment', async () => {
    const shop = await openShop(house, { mug: { price: 1_500, stock: 99 } });
    await off(shop, { code: 'ONCE', maxPerCustomer: 1 });
    const two = [await withCode(shop, { mug: 1 }, 'ONCE'), await withCode(shop, { mug: 2 }, 'ONCE')];
    const outcomes = await Promise.all(two.map(({ shopper, checkout }) => outcome(pay(shopper, checkout))));
    expect(outcomes.toSorted()).toEqual(['paid', 'price_changed']);
    const { checkout } = await withCode(shop, { mug: 1 }, 'ONCE');
    expect(checkout.codes).toEqual([{ code: 'ONCE', applied: false, sentence: 'You have used this offer already.' }]);
  });

  test('a declined card and a cancelled order give their use back', async () => {
    const shop = await openShop(house, { mug: { price: 1_500, stock: 99 } });
    const discount = await off(shop, { code: 'ONE', maxUses: 1 });
    const { shopper, checkout } = await withCode(shop, { mug: 1 }, 'ONE');
    expect(await outcome(pay(shopper, checkout, DECLINED_CARD))).toBe('declined');
    expect(await discountView.call(shop.ctx, { id: discount.id })).toMatchObject({ timesUsed: 0 });
    const { order } = await pay(shopper, checkout);
    await cancelOrder.call(shop.ctx, { id: order.id });
    expect(await discountView.call(shop.ctx, { id: discount.id })).toMatchObject({ timesUsed: 0, state: 'running' });
  });

  test('an offer that ends between the look and the press is not paid unseen', async () => {
    const shop = await openShop(house, { mug: { price: 1_500, stock: 99 } });
    const discount = await off(shop, { title: 'Today' });
    const shopper = shop.shopper();
    const checkout = await readyToPay(shop, { mug: 1 }, shopper);
    expect(checkout.discount.amount).toBe(150);
    await updateDiscount.call(shop.ctx, { id: discount.id, endsAt: new Date(Date.now() - 1_000).toISOString() });
    expect(await outcome(pay(shopper, checkout))).toBe('price_changed');
  });
});

describe('afterwards', () => {
  test('refunds, returns and edits give back what was paid, not what it would have cost', async () => {
    const shop = await openShop(house, { coffee: { price: 1_000, stock: 9, shipped: true }, mug: { price: 2_000, stock: 9 } });
    await off(shop, { title: 'A third off coffee', terms: { percent: 3_333, things: { productIds: [await productOf(shop, 'coffee')], collectionIds: [] } } });
    const { order } = await buy(shop, { coffee: 3, mug: 1 });
    const [coffee, mug] = order.lines.map(({ id }) => id);
    expect(order.lines[0]!.discount.amount).toBe(1_000);
    const plan = await previewEdit.call(shop.ctx, { id: order.id, edit: JSON.stringify({ lines: [{ lineId: mug, quantity: 0 }] }) });
    expect(plan).toMatchObject({ discount: { amount: 1_000 }, subtotal: { amount: 3_000 } });
    const less = await editOrder.call(shop.ctx, { id: order.id, lines: [{ lineId: coffee!, quantity: 2 }] });
    expect(less).toMatchObject({ discount: { amount: 666 }, subtotal: { amount: 4_000 }, due: { amount: 1_000 - 334 } });
    await fulfilOrder.call(shop.ctx, { id: order.id });
    const { order: refunded } = await refundOrder.call(shop.ctx, { id: order.id, lines: [{ lineId: coffee!, quantity: 1 }] });
    expect(refunded.lines.find(({ id }) => id === coffee)).toMatchObject({ credited: 1, creditable: { amount: 667 } });
    const begun = await beginReturn.call(shop.ctx, { id: order.id, lines: [{ lineId: coffee!, quantity: 1 }] });
    const { order: back } = await receiveReturn.call(shop.ctx, { returnId: begun.returns[0]!.id, lines: [{ lineId: coffee!, restock: 1 }] });
    expect(back.credited.amount).toBe(1_334);
    await goOn();
    expect(await orderView.call(shop.ctx, { id: order.id })).toMatchObject({ due: { amount: 0 }, owed: { amount: 0 } });
    expect(await contradictions(shop)).toEqual([]);
  });
});
