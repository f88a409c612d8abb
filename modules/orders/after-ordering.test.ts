import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { deliverWebhooks } from '#connectors/test-payments/index.ts';
import { startEngine, type Engine } from '#platform/jobs/engine.ts';
import { registry } from '#platform/registry.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { MINUTE, SECOND, travel } from '#platform/time.ts';
import { addOrderNote, cancelOrder, customerOrdersView, fulfilOrder, markOrderPaid, orderList, orderView, refundOrder, renewOrderLink, shopperOrderView } from './index.ts';
import { buy, contradictions, DECLINED_CARD, LATE_CARD, openShop, outcome, pay, payByHand, readyToPay, SILENT_CARD, stockOf, TWICE_CARD, type Shop } from './test-shop.ts';

let house: TestHouse;
let engine: Engine;
beforeAll(async () => {
  house = await openTestDatabase();
  engine = await startEngine();
});
afterAll(async () => {
  await engine.stop();
  await house.close();
});

const aud = (amount: number) => ({ amount, currency: 'AUD' });
const mugs = (stock = 9) => openShop(house, { mug: { price: 1_500, stock }, bowl: { price: 2_000, stock } });

async function mailsOf(shop: Shop): Promise<{ recipient: string; subject: string; text: string }[]> {
  return shop.ctx.read((r) => r.sql`select recipient, subject, text from mail_messages order by id`);
}

async function customerOf(shop: Shop): Promise<{ id: string; orders_count: number; total_spent: number }> {
  const [row] = await shop.ctx.read((r) => r.sql<{ id: string; orders_count: number; total_spent: number }>`select id, orders_count, total_spent from customers`);
  return row!;
}

/** As if the time in which the provider answers had passed. */
async function afterSomeTime(shop: Shop, work = () => deliverWebhooks(shop.ctx)): Promise<void> {
  const back = travel(20 * SECOND);
  try {
    await work();
  } finally {
    back();
  }
  await engine.settle();
}

describe('news of the payment', () => {
  test('a card that answers late: the order waits, then it is paid', async () => {
    const shop = await mugs();
    const { order, payment } = await buy(shop, { mug: 1 }, LATE_CARD);
    expect(payment).toMatchObject({ state: 'pending', message: 'Your payment is being confirmed. You need not do anything.' });
    await afterSomeTime(shop);
    expect(await orderView.call(shop.ctx, { id: order.id })).toMatchObject({ paymentState: 'paid', captured: order.total, owed: aud(0) });
    expect(await contradictions(shop)).toEqual([]);
  });

  test('the same message twice is one payment', async () => {
    const shop = await mugs();
    const { order } = await buy(shop, { mug: 1 }, TWICE_CARD);
    await afterSomeTime(shop);
    const seen = await orderView.call(shop.ctx, { id: order.id });
    expect(seen.captured).toEqual(order.total);
    expect(seen.timeline.map(({ kind }) => kind)).toEqual(['placed', 'payment.paid']);
  });

  test('a lost answer is found out: charged once, and the order is paid', async () => {
    const shop = await mugs();
    const { order } = await buy(shop, { mug: 1 }, SILENT_CARD);
    const resolve = registry.schedules().find(({ name }) => name === 'payments.resolve')!;
    await afterSomeTime(shop, () => resolve.run(shop.ctx));
    expect((await orderView.call(shop.ctx, { id: order.id })).paymentState).toBe('paid');
    expect(await contradictions(shop)).toEqual([]);
  });

  test('the order is cancelled while the card is still thinking: what it takes later goes straight back', async () => {
    const shop = await mugs();
    const { order } = await buy(shop, { mug: 1 }, LATE_CARD);
    await cancelOrder.call(shop.ctx, { id: order.id, reason: 'customer' });
    await engine.settle();
    await afterSomeTime(shop);
    const seen = await orderView.call(shop.ctx, { id: order.id });
    expect(seen).toMatchObject({ paymentState: 'refunded', captured: order.total, refunded: order.total, statusSentence: 'Cancelled. Refunded.' });
    expect(seen.timeline.map(({ says }) => says)).toContain('Money arrived after the order was cancelled; it goes back.');
    expect(await stockOf(shop, shop.variant.mug!)).toEqual({ onHand: 9, reserved: 0 });
    expect(await contradictions(shop)).toEqual([]);
  });
});

describe('money back', () => {
  test('cancelling a paid order frees its stock at once and refunds it, once', async () => {
    const shop = await mugs();
    const { order } = await buy(shop, { mug: 2 });
    const cancelled = await cancelOrder.call(shop.ctx, { id: order.id, reason: 'customer', note: 'Wrong colour.' });
    expect(cancelled.statusSentence).toBe('Cancelled. The payment will be refunded.');
    expect(await stockOf(shop, shop.variant.mug!)).toEqual({ onHand: 9, reserved: 0 });
    await engine.settle();
    expect(await orderView.call(shop.ctx, { id: order.id })).toMatchObject({ paymentState: 'refunded', refundable: aud(0) });
    await expect(cancelOrder.call(shop.ctx, { id: order.id })).rejects.toMatchObject({ code: 'order_cancelled' });
    expect(await contradictions(shop)).toEqual([]);
  });

  test('cancelling an unpaid bank transfer charges and refunds nothing', async () => {
    const shop = await mugs();
    const shopper = shop.shopper();
    const { order } = await payByHand(shopper, await readyToPay(shop, { mug: 1 }, shopper));
    await cancelOrder.call(shop.ctx, { id: order.id });
    await engine.settle();
    expect(await orderView.call(shop.ctx, { id: order.id })).toMatchObject({ paymentState: 'voided', statusSentence: 'Cancelled. Nothing was charged.' });
  });

  test('two refunds at once never give back more than came in', async () => {
    const shop = await mugs();
    const { order } = await buy(shop, { mug: 1 });
    const most = order.total.amount;
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => refundOrder.call(shop.ctx, { id: order.id, amount: most - 100 })));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const rest = await refundOrder.call(shop.ctx, { id: order.id });
    expect(rest.order).toMatchObject({ paymentState: 'refunded', refunded: order.total, refundable: aud(0) });
    await expect(refundOrder.call(shop.ctx, { id: order.id, amount: 1 })).rejects.toMatchObject({ code: 'refund_too_large' });
    expect(await contradictions(shop)).toEqual([]);
  });

  test('the same Idempotency-Key refunds once', async () => {
    const shop = await mugs();
    const { order } = await buy(shop, { mug: 1 });
    for (let again = 0; again < 3; again++) await refundOrder.call(shop.ctx, { id: order.id, amount: 400 }, { idempotencyKey: 'refund-1' });
    expect((await orderView.call(shop.ctx, { id: order.id })).refunded).toEqual(aud(400));
  });

  test('any row of refunds: never above what came in, and the order agrees with the provider', async () => {
    const shop = await mugs(99);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 3_000 }), { minLength: 1, maxLength: 4 }), async (amounts) => {
        const { order } = await buy(shop, { mug: 1 });
        let left = order.total.amount;
        for (const amount of amounts) {
          const done = await refundOrder.call(shop.ctx, { id: order.id, amount }).then(() => true, () => false);
          expect(done).toBe(amount <= left);
          if (done) left -= amount;
        }
        expect((await orderView.call(shop.ctx, { id: order.id })).refundable.amount).toBe(left);
      }),
      { numRuns: 6 },
    );
    expect(await contradictions(shop)).toEqual([]);
  });

  test('money that came by hand marks the order as paid, once', async () => {
    const shop = await mugs();
    const shopper = shop.shopper();
    const { order } = await payByHand(shopper, await readyToPay(shop, { mug: 1 }, shopper));
    const { order: paid } = await markOrderPaid.call(shop.ctx, { id: order.id, note: 'Transfer of Friday' });
    expect(paid).toMatchObject({ paymentState: 'paid', captured: order.total });
    await expect(markOrderPaid.call(shop.ctx, { id: order.id })).rejects.toMatchObject({ code: 'already_paid' });
  });

  test('a card payment under way cannot be paid by hand a second time', async () => {
    const shop = await mugs();
    const { order } = await buy(shop, { mug: 1 }, LATE_CARD);
    await expect(markOrderPaid.call(shop.ctx, { id: order.id })).rejects.toMatchObject({ code: 'payment_open' });
  });
});

describe('sending', () => {
  test('first one parcel, then the rest: states, stock and words follow', async () => {
    const shop = await mugs();
    const { order } = await buy(shop, { mug: 2, bowl: 1 });
    const mug = order.lines.find(({ title }) => title === 'mug')!;
    const first = await fulfilOrder.call(shop.ctx, { id: order.id, lines: [{ lineId: mug.id, quantity: 1 }], trackingNumber: 'AP123' });
    expect(first).toMatchObject({ fulfilmentState: 'partial', statusSentence: 'Paid. 2 of 3 items to ship.' });
    expect(await stockOf(shop, shop.variant.mug!)).toEqual({ onHand: 8, reserved: 1 });
    const rest = await fulfilOrder.call(shop.ctx, { id: order.id });
    expect(rest).toMatchObject({ fulfilmentState: 'fulfilled', statusSentence: 'Paid. Shipped.' });
    expect(rest.fulfilments.map(({ trackingNumber }) => trackingNumber)).toEqual(['AP123', null]);
    expect(await stockOf(shop, shop.variant.mug!)).toEqual({ onHand: 7, reserved: 0 });
    await expect(fulfilOrder.call(shop.ctx, { id: order.id })).rejects.toMatchObject({ code: 'already_fulfilled' });
    await expect(cancelOrder.call(shop.ctx, { id: order.id })).rejects.toMatchObject({ code: 'already_fulfilled' });
    expect(await contradictions(shop)).toEqual([]);
  });

  test('two people packing the same order at once send it once', async () => {
    const shop = await mugs();
    const { order } = await buy(shop, { mug: 2 });
    const outcomes = await Promise.allSettled([1, 2].map(() => fulfilOrder.call(shop.ctx, { id: order.id })));
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await stockOf(shop, shop.variant.mug!)).toEqual({ onHand: 7, reserved: 0 });
  });

  test('more than was ordered cannot be sent', async () => {
    const shop = await mugs();
    const { order } = await buy(shop, { mug: 2 });
    await expect(fulfilOrder.call(shop.ctx, { id: order.id, lines: [{ lineId: order.lines[0]!.id, quantity: 3 }] })).rejects.toMatchObject({
      code: 'too_many',
      sentence: 'Only 2 of mug are still to be shipped.',
    });
  });

  test('cancelled while somebody packs it: either sent or cancelled, never both', async () => {
    const shop = await mugs();
    const { order } = await buy(shop, { mug: 1 });
    await Promise.allSettled([fulfilOrder.call(shop.ctx, { id: order.id }), cancelOrder.call(shop.ctx, { id: order.id })]);
    await engine.settle();
    const seen = await orderView.call(shop.ctx, { id: order.id });
    expect([seen.fulfilmentState, seen.cancelledAt !== null]).toSatisfy(([sent, cancelled]) => (sent === 'fulfilled') !== cancelled);
    expect(await contradictions(shop)).toEqual([]);
  });
});

describe('what follows by itself', () => {
  test('one confirmation with a working link, in the words of the shop', async () => {
    const shop = await mugs();
    const { order } = await buy(shop, { mug: 2 });
    await engine.settle();
    const mails = await mailsOf(shop);
    expect(mails.map(({ recipient, subject }) => [recipient, subject])).toEqual([['ana@example.test', 'Your order #1001 at Mug shop']]);
    const token = /token=([\w-]+)/.exec(mails[0]!.text)![1]!;
    expect(mails[0]!.text).toContain(`/shops/${shop.slug}/orders/${order.id}?token=`);
    expect((await shopperOrderView.call(shop.shopper(), { id: order.id, token })).number).toBe(1_001);
  });

  test('a declined card brings no confirmation; the order that follows it does', async () => {
    const shop = await mugs();
    const shopper = shop.shopper();
    const checkout = await readyToPay(shop, { mug: 1 }, shopper);
    await pay(shopper, checkout, DECLINED_CARD);
    await engine.settle();
    expect(await mailsOf(shop)).toEqual([]);
    await pay(shopper, checkout);
    await engine.settle();
    expect((await mailsOf(shop)).map(({ subject }) => subject)).toEqual(['Your order #1002 at Mug shop']);
  });

  test('the customer counts paid and living orders: cancelled ones nothing, refunds less', async () => {
    const shop = await mugs();
    const [one, two, three] = [await buy(shop, { mug: 1 }), await buy(shop, { mug: 2 }), await buy(shop, { bowl: 1 })];
    await cancelOrder.call(shop.ctx, { id: one.order.id });
    await refundOrder.call(shop.ctx, { id: two.order.id, amount: 700 });
    await engine.settle();
    expect(await customerOf(shop)).toMatchObject({ orders_count: 2, total_spent: two.order.total.amount - 700 + three.order.total.amount });
  });

  test('a signed-in customer sees their own orders, and nobody else does', async () => {
    const shop = await mugs();
    const { order } = await buy(shop, { mug: 1 });
    const { id } = await customerOf(shop);
    const mine = await customerOrdersView.call(shop.shopper(id), {});
    expect(mine.data.map(({ number, statusSentence }) => [number, statusSentence])).toEqual([[1_001, 'Paid. Not shipped yet.']]);
    expect((await shopperOrderView.call(shop.shopper(id), { id: order.id })).id).toBe(order.id);
    await expect(customerOrdersView.call(shop.shopper(), {})).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  test('a renewed link shuts the old one', async () => {
    const shop = await mugs();
    const { order, orderLink } = await buy(shop, { mug: 1 });
    const tokenOf = (link: string) => new URL(link, 'http://shop').searchParams.get('token')!;
    const renewed = await renewOrderLink.call(shop.ctx, { id: order.id });
    await expect(shopperOrderView.call(shop.shopper(), { id: order.id, token: tokenOf(orderLink) })).rejects.toMatchObject({ code: 'not_found' });
    expect((await shopperOrderView.call(shop.shopper(), { id: order.id, token: tokenOf(renewed.orderLink) })).id).toBe(order.id);
  });

  test('a note is for colleagues only', async () => {
    const shop = await mugs();
    const { order, orderLink } = await buy(shop, { mug: 1 });
    const noted = await addOrderNote.call(shop.ctx, { id: order.id, text: 'Called twice.' });
    expect(noted.timeline.at(-1)).toMatchObject({ says: 'Called twice.', byName: 'Olive Owner' });
    const token = new URL(orderLink, 'http://shop').searchParams.get('token')!;
    expect(JSON.stringify(await shopperOrderView.call(shop.shopper(), { id: order.id, token }))).not.toContain('Called twice');
  });
});

test('the list of orders filters by its stored states and finds by number, name and e-mail', async () => {
  const shop = await mugs();
  await buy(shop, { mug: 1 });
  await buy(shop, { mug: 1 }, LATE_CARD);
  const { order } = await buy(shop, { bowl: 2 });
  await fulfilOrder.call(shop.ctx, { id: order.id });
  await outcome(buy(shop, { mug: 1 }, DECLINED_CARD));
  const numbers = async (question: Parameters<typeof orderList.call>[1]) => (await orderList.call(shop.ctx, question)).data.map(({ number }) => number);
  expect(await numbers({})).toEqual([1_004, 1_003, 1_002, 1_001]);
  expect(await numbers({ filter: { payment: 'pending' } })).toEqual([1_002]);
  expect(await numbers({ filter: { payment: 'paid', fulfilment: 'unfulfilled' } })).toEqual([1_001]);
  expect(await numbers({ filter: { cancelled: 'yes' } })).toEqual([1_004]);
  expect(await numbers({ filter: { total: '4000..' } })).toEqual([1_003]);
  expect(await numbers({ q: '1002' })).toEqual([1_002]);
  expect(await numbers({ q: 'ana@', sort: 'number' })).toEqual([1_001, 1_002, 1_003, 1_004]);
  expect(await numbers({ filter: { placedAt: `${new Date(Date.now() - MINUTE).toISOString()}..` } })).toHaveLength(4);
});
