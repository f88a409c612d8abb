import { spawn } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startEngine } from '#platform/jobs/engine.ts';
import { registry } from '#platform/registry.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { TEST_SECRET } from '#platform/testing/secret.ts';
import { DAY, SECOND, travel } from '#platform/time.ts';
import { setProductKind } from '#modules/catalog/index.ts';
import { createCart } from '#modules/carts/index.ts';
import { adjustAccount, giftCardList, giftCardView, giveStoreCredit, issueCard, updateCard } from '#modules/gift-cards/index.ts';
import type { FaultPoint } from './fault-points.ts';
import { cancelOrder, changeTender, editOrder, enterCode, orderView, refundOrder, startCheckout, updateCheckout } from './index.ts';
import { ANA, buy, contradictions, DECLINED_CARD, GOOD_CARD, LATE_CARD, openShop, outcome, pay, readyToPay, type Shop } from './test-shop.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestDatabase();
});
afterAll(() => house.close());

const cardOf = (shop: Shop, amount: number, fields: object = {}) => issueCard.call(shop.ctx, { amount, currency: 'AUD', ...fields });
const balanceOf = async (shop: Shop, id: string) => (await giftCardView.call(shop.ctx, { id })).balance.amount;

async function withCard(shop: Shop, wish: Record<string, number>, code: string, who = ANA) {
  const shopper = shop.shopper();
  const checkout = await readyToPay(shop, wish, shopper, who);
  return { shopper, checkout: (await enterCode.call(shopper, { id: checkout.id, giftCardOrCode: code })).checkout! };
}

async function goOn(shops: Shop[] = []): Promise<void> {
  const engine = await startEngine();
  try {
    await engine.settle();
    for (const shop of shops) await registry.schedules().find(({ name }) => name === 'payments.resolve')!.run(shop.ctx);
    await engine.settle();
  } finally {
    await engine.stop();
  }
}

describe('paying with a gift card', () => {
  test('a part: the total stays, the card is charged the rest, and the gift card keeps what is left over', async () => {
    const shop = await openShop(house, { mug: { price: 3_000, stock: 9 } });
    const card = await cardOf(shop, 5_000);
    expect(card.code).toMatch(/^([2-9A-Z]{4}-){3}[2-9A-Z]{4}$/);
    expect(JSON.stringify(await giftCardView.call(shop.ctx, { id: card.id }))).not.toContain(card.code.slice(0, 9));
    const first = await withCard(shop, { mug: 2 }, card.code.toLowerCase().replaceAll('-', ' '));
    const { total, due, tender } = first.checkout;
    expect(tender).toEqual([{ id: card.id, kind: 'gift_card', last4: card.code.slice(-4), amount: { amount: 5_000, currency: 'AUD' }, left: { amount: 0, currency: 'AUD' } }]);
    expect(due.amount).toBe(total.amount - 5_000);
    const placed = await pay(first.shopper, first.checkout);
    expect(placed).toMatchObject({ payment: { state: 'paid' }, order: { total, paymentState: 'paid' } });
    const order = await orderView.call(shop.ctx, { id: placed.order.id });
    expect(order).toMatchObject({ captured: total, owed: { amount: 0 }, paymentState: 'paid' });
    expect(order.payments.map(({ provider, captured }) => [provider, captured.amount])).toEqual([['gift_card', 5_000], ['test', due.amount]]);
    await expect(withCard(shop, { mug: 1 }, card.code)).rejects.toMatchObject({ code: 'gift_card_empty' });
    expect(await contradictions(shop)).toEqual([]);
  });

  test('all of it: nobody else is asked, the order is paid and confirmed at once; another order spends the rest', async () => {
    const shop = await openShop(house, { mug: { price: 1_000, stock: 9 } });
    const card = await cardOf(shop, 10_000);
    const { shopper, checkout } = await withCard(shop, { mug: 1 }, card.code);
    expect(checkout.due.amount).toBe(0);
    const placed = await pay(shopper, checkout);
    expect(placed.payment).toMatchObject({ id: null, state: 'paid', message: null });
    expect(await orderView.call(shop.ctx, { id: placed.order.id })).toMatchObject({ paymentState: 'paid', owed: { amount: 0 } });
    expect(await balanceOf(shop, card.id)).toBe(10_000 - checkout.total.amount);
    await goOn();
    const facts = await shop.ctx.read((r) => r.sql<{ event: string }>`select event from outbox where event in ('order.paid', 'order.confirmed')`);
    expect(facts.map(({ event }) => event).toSorted()).toEqual(['order.confirmed', 'order.paid']);
    expect(await contradictions(shop)).toEqual([]);
  });

  test('an expired, a turned-off and a foreign card do not pay, and a card in another currency says so', async () => {
    const [shop, other] = [await openShop(house, { mug: { price: 1_000, stock: 9 } }), await openShop(house, {})];
    const [old, gone, foreign, dollars] = [await cardOf(shop, 900, { expiresAt: new Date(Date.now() + DAY).toISOString() }), await cardOf(shop, 900), await cardOf(other, 900), await issueCard.call(shop.ctx, { amount: 900, currency: 'USD' })];
    await updateCard.call(shop.ctx, { id: gone.id, active: false });
    const back = travel(2 * DAY);
    await expect(withCard(shop, { mug: 1 }, old.code)).rejects.toMatchObject({ code: 'gift_card_expired' });
    back();
    await expect(withCard(shop, { mug: 1 }, gone.code)).rejects.toMatchObject({ code: 'unknown_code' });
    await expect(withCard(shop, { mug: 1 }, foreign.code)).rejects.toMatchObject({ code: 'unknown_code' });
    await expect(withCard(shop, { mug: 1 }, dollars.code)).rejects.toMatchObject({ code: 'gift_card_currency' });
  });

  test('less on the card than the shopper saw: nobody is charged the difference unseen', async () => {
    const shop = await openShop(house, { mug: { price: 1_000, stock: 9 } });
    const card = await cardOf(shop, 800);
    const { shopper, checkout } = await withCard(shop, { mug: 1 }, card.code);
    await adjustAccount.call(shop.ctx, { id: card.id, amount: -300, note: 'a mistake' });
    await expect(pay(shopper, checkout)).rejects.toMatchObject({ code: 'price_changed' });
    await expect(pay(shopper, { ...checkout, due: undefined as never })).rejects.toMatchObject({ code: 'price_changed' });
    const again = await updateCheckout.call(shopper, { id: checkout.id });
    expect(again.due.amount).toBe(checkout.due.amount + 300);
    expect(await outcome(pay(shopper, again))).toBe('paid');
    await expect(adjustAccount.call(shop.ctx, { id: card.id, amount: -1, note: 'more' })).rejects.toMatchObject({ code: 'too_little' });
  });

  test('one card, ten shoppers at the same moment: its money is spent once', async () => {
    const shop = await openShop(house, { mug: { price: 2_000, stock: 99 } });
    const card = await cardOf(shop, 6_500);
    const ready = [];
    for (let i = 0; i < 10; i++) ready.push(await withCard(shop, { mug: 1 }, card.code, { ...ANA, email: `g${i}@example.test` }));
    const outcomes = await Promise.all(ready.map(({ shopper, checkout }) => outcome(pay(shopper, checkout))));
    const full = Math.floor(6_500 / ready[0]!.checkout.total.amount);
    expect(outcomes.filter((each) => each === 'paid')).toHaveLength(full);
    expect(outcomes.filter((each) => each === 'price_changed')).toHaveLength(10 - full);
    expect(await balanceOf(shop, card.id)).toBe(6_500 - full * ready[0]!.checkout.total.amount);
    expect(await contradictions(shop)).toEqual([]);
  });
});

describe('when it goes back', () => {
  test('a declined card gives the gift card its money back at once, and another card works', async () => {
    const shop = await openShop(house, { mug: { price: 3_000, stock: 9 } });
    const card = await cardOf(shop, 1_000);
    const { shopper, checkout } = await withCard(shop, { mug: 1 }, card.code);
    expect(await outcome(pay(shopper, checkout, DECLINED_CARD))).toBe('declined');
    expect(await balanceOf(shop, card.id)).toBe(1_000);
    expect(await outcome(pay(shopper, checkout))).toBe('paid');
    expect(await balanceOf(shop, card.id)).toBe(0);
    await goOn();
    expect(await balanceOf(shop, card.id)).toBe(0);
    expect(await contradictions(shop)).toEqual([]);
  });

  test('a card whose answer comes late: the order waits with the gift card spent, and is paid in the end', async () => {
    const shop = await openShop(house, { mug: { price: 3_000, stock: 9 } });
    const card = await cardOf(shop, 1_000);
    const { shopper, checkout } = await withCard(shop, { mug: 1 }, card.code);
    expect(await outcome(pay(shopper, checkout, LATE_CARD))).toBe('pending');
    expect(await contradictions(shop)).toEqual([]);
  });

  test('a refund goes back onto the card first, a cancelled order gives all of it back', async () => {
    const shop = await openShop(house, { mug: { price: 3_000, stock: 9 } });
    const card = await cardOf(shop, 4_000);
    const one = await withCard(shop, { mug: 2 }, card.code);
    const { order } = await pay(one.shopper, one.checkout);
    const { refunds } = await refundOrder.call(shop.ctx, { id: order.id, amount: 1_500 });
    expect(refunds).toMatchObject([{ amount: 1_500, state: 'done' }]);
    expect(await balanceOf(shop, card.id)).toBe(1_500);
    await cancelOrder.call(shop.ctx, { id: order.id });
    await goOn();
    expect(await balanceOf(shop, card.id)).toBe(4_000);
    expect(await orderView.call(shop.ctx, { id: order.id })).toMatchObject({ refunded: order.total, paymentState: 'refunded' });
    expect(await contradictions(shop)).toEqual([]);
  });

  test('an order refunded as store credit; the customer, signed in, spends it; nobody else can', async () => {
    const shop = await openShop(house, { mug: { price: 3_000, stock: 9 } });
    const { order } = await buy(shop, { mug: 1 });
    const { customerId } = await orderView.call(shop.ctx, { id: order.id });
    const { refunds, order: after } = await refundOrder.call(shop.ctx, { id: order.id, amount: 2_000, to: 'store_credit', reason: 'Sorry' });
    expect(refunds).toMatchObject([{ amount: 2_000, state: 'done' }]);
    expect(after).toMatchObject({ refunded: { amount: 2_000 }, paymentState: 'partially_refunded' });
    await expect(refundOrder.call(shop.ctx, { id: order.id, amount: order.total.amount, to: 'store_credit' })).rejects.toMatchObject({ code: 'refund_too_large' });
    expect(await giveStoreCredit.call(shop.ctx, { customerId: customerId!, amount: 500, currency: 'AUD', note: 'and a little more' })).toMatchObject({ balance: { amount: 2_500 } });
    const me = shop.shopper(customerId!);
    const checkout = await readyToPay(shop, { mug: 1 }, me);
    expect(checkout.storeCredit).toEqual({ available: { amount: 2_500, currency: 'AUD' }, used: false });
    const used = await changeTender.call(me, { id: checkout.id, storeCredit: true });
    expect(used.due.amount).toBe(used.total.amount - 2_500);
    const stranger = await updateCheckout.call(shop.shopper(), { id: checkout.id });
    expect(stranger).toMatchObject({ tender: [], storeCredit: null, due: used.total });
    expect(await outcome(pay(me, used))).toBe('paid');
  });
});

describe('selling gift cards', () => {
  test('two of them bought are two cards, mailed once paid; a discount does not touch them; refunded, they are void', async () => {
    const shop = await openShop(house, { card: { price: 5_000, tracked: false, shipped: false }, mug: { price: 1_000, stock: 9 } });
    const [product] = await shop.ctx.read((r) => r.sql<{ id: string }>`select product_id as id from variants where id = ${shop.variant.card!}`);
    await setProductKind.call(shop.ctx, { id: product!.id, kind: 'gift_card' });
    const { order } = await buy(shop, { card: 2 });
    expect(order.tax.amount).toBe(0);
    await goOn();
    const { data } = await giftCardList.call(shop.ctx, {});
    expect(data.map(({ balance, email, state }) => [balance.amount, email, state])).toEqual([[5_000, ANA.email, 'usable'], [5_000, ANA.email, 'usable']]);
    const mails = await shop.ctx.read((r) => r.sql<{ text: string; confidential: boolean }>`select text, confidential from mail_messages where once like 'gift-card:%'`);
    expect(mails).toHaveLength(2);
    expect(mails.every(({ confidential }) => confidential)).toBe(true);
    const code = /Code: (\S+)/.exec(mails[0]!.text)![1]!;
    const spent = await withCard(shop, { mug: 1 }, code);
    expect(await outcome(pay(spent.shopper, spent.checkout))).toBe('paid');
    await refundOrder.call(shop.ctx, { id: order.id, lines: [{ lineId: order.lines[0]!.id, quantity: 1 }] });
    await goOn();
    const after = await giftCardList.call(shop.ctx, {});
    expect(after.data.filter(({ state }) => state === 'off').map(({ balance }) => balance.amount)).toEqual([5_000]);
    expect(await contradictions(shop)).toEqual([]);
  });

  test('an order with a gift card on it can be edited: what is due goes back', async () => {
    const shop = await openShop(house, { mug: { price: 1_000, stock: 9 }, bowl: { price: 500, stock: 9 } });
    const card = await cardOf(shop, 9_000);
    const { shopper, checkout } = await withCard(shop, { mug: 1, bowl: 1 }, card.code);
    const { order } = await pay(shopper, checkout);
    const less = await editOrder.call(shop.ctx, { id: order.id, lines: [{ lineId: order.lines[1]!.id, quantity: 0 }] });
    expect(less.due.amount).toBe(500);
    await refundOrder.call(shop.ctx, { id: order.id, amount: 500 });
    expect(await balanceOf(shop, card.id)).toBe(9_000 - checkout.total.amount + 500);
    expect(await contradictions(shop)).toEqual([]);
  });
});

describe('the power fails while a gift card pays a part', () => {
  const points: { point: FaultPoint; card: string; kept: boolean }[] = [
    { point: 'checkout.after-payment-request', card: GOOD_CARD, kept: false },
    { point: 'checkout.before-commit', card: GOOD_CARD, kept: false },
    { point: 'checkout.after-commit', card: GOOD_CARD, kept: true },
    { point: 'payment.after-charge', card: GOOD_CARD, kept: true },
    { point: 'checkout.after-commit', card: DECLINED_CARD, kept: false },
    { point: 'payment.before-record', card: DECLINED_CARD, kept: false },
  ];

  test.each(points)('at $point with card $card: the gift card is spent once or not at all, and the order can be placed again', async ({ point, card, kept }) => {
    const shop = await openShop(house, { mug: { price: 3_000, stock: 3 } });
    const gift = await cardOf(shop, 1_000);
    const { id: cartId } = await createCart.call(shop.shopper(), { lines: [{ variantId: shop.variant.mug!, quantity: 1 }] });
    expect(await dieAt(point, shop, { cartId, card, gift: gift.code })).toBe('SIGKILL');
    const back = travel(30 * SECOND);
    await goOn([shop]);
    back();
    expect(await balanceOf(shop, gift.id)).toBe(kept ? 0 : 1_000);
    expect(await contradictions(shop)).toEqual([]);
    const again = await outcome(orderAgain(shop, cartId));
    expect(again).toBe(kept ? 'not_found' : 'paid');
    expect(await balanceOf(shop, gift.id)).toBe(0);
    expect(await contradictions(shop)).toEqual([]);
  }, 120_000);

  async function orderAgain(shop: Shop, cartId: string) {
    const { id } = await startCheckout.call(shop.shopper(), { cartId });
    return pay(shop.shopper(), await updateCheckout.call(shop.shopper(), { id, ...ANA }));
  }
});

function dieAt(point: FaultPoint, shop: Shop, { cartId, card, gift }: { cartId: string; card: string; gift: string }): Promise<string | number | null> {
  const args = ['--url', house.url, '--workspace', shop.workspaceId, '--storefront', shop.storefrontId, '--cart', cartId, '--card', card, '--gift', gift];
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'crash-child.ts'), ...args], {
    env: { ...process.env, QUICKDASH_FAULT: point, QUICKDASH_SECRET: TEST_SECRET, NODE_ENV: 'test', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code)));
}
