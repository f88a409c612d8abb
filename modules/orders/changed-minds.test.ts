import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startEngine, type Engine } from '#platform/jobs/engine.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { countStock, createLocation } from '#modules/inventory/index.ts';
import { ownShop, signUp } from '#modules/accounts/testing.ts';
import * as orders from './index.ts';
import { buy, contradictions, LATE_CARD, openShop, payByHand, readyToPay, stockOf, stockUp, type Shop } from './test-shop.ts';

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
const seen = (shop: Shop, id: string) => orders.orderView.call(shop.ctx, { id });
const codeOf = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code ?? String(error));

async function sent(shop: Shop, wish: Record<string, number>) {
  const { order } = await buy(shop, wish);
  return orders.fulfilOrder.call(shop.ctx, { id: order.id });
}

/** What must hold of every order, whatever was done to it. */
function balances(order: Awaited<ReturnType<typeof seen>>): void {
  const [sum, part] = [order.subtotal.amount - order.discount.amount + order.shipping.amount + (order.taxIncluded ? 0 : order.tax.amount), order.total.amount];
  expect(sum).toBe(part);
  if (!order.cancelledAt) expect(order.total.amount - order.credited.amount).toBe(order.captured.amount - order.refunded.amount + order.owed.amount - order.due.amount);
  expect(order.refunded.amount).toBeLessThanOrEqual(order.captured.amount);
}

describe('money back for single units', () => {
  test('one of three mugs: unit by unit exactly what the line cost, and never a fourth', async () => {
    const shop = await mugs();
    const { order } = await buy(shop, { mug: 3 });
    const line = order.lines[0]!;
    const amounts: number[] = [];
    for (let i = 0; i < 3; i++) {
      const answer = await orders.refundOrder.call(shop.ctx, { id: order.id, lines: [{ lineId: line.id, quantity: 1 }] });
      expect(answer.refunds.map(({ state }) => state)).toEqual(['done']);
      amounts.push(answer.refunds[0]!.amount);
    }
    expect(amounts.reduce((a, b) => a + b)).toBe(4_500);
    expect(await codeOf(orders.refundOrder.call(shop.ctx, { id: order.id, lines: [{ lineId: line.id, quantity: 1 }] }))).toBe('too_many');
    const after = await seen(shop, order.id);
    expect(after).toMatchObject({ owed: aud(0), due: aud(0), credited: aud(4_500), fulfilmentState: 'unfulfilled' });
    balances(after);
    expect(await contradictions(shop)).toEqual([]);
  });

  test('taken back before it was sent: it is not sent any more and others can buy it', async () => {
    const shop = await mugs();
    const { order } = await buy(shop, { mug: 3 });
    const { order: after } = await orders.refundOrder.call(shop.ctx, { id: order.id, lines: [{ lineId: order.lines[0]!.id, quantity: 2, restock: true }] });
    expect(after.statusSentence).toBe('Partly refunded. 1 item to ship.');
    expect(await stockOf(shop, shop.variant.mug!)).toEqual({ onHand: 9, reserved: 1 });
    expect((await orders.fulfilOrder.call(shop.ctx, { id: order.id })).fulfilmentState).toBe('fulfilled');
    expect(await contradictions(shop)).toEqual([]);
  });

  test('shipping is given back once; everything of an unsent order is a cancellation', async () => {
    const shop = await mugs();
    const { order } = await buy(shop, { mug: 1 });
    const shipping = (await seen(shop, order.id)).shippingCreditable.amount;
    expect(shipping).toBeGreaterThan(0);
    await orders.refundOrder.call(shop.ctx, { id: order.id, shipping });
    expect(await codeOf(orders.refundOrder.call(shop.ctx, { id: order.id, shipping: 1 }))).toBe('too_many');
    expect(await codeOf(orders.refundOrder.call(shop.ctx, { id: order.id, lines: [{ lineId: order.lines[0]!.id, quantity: 1, restock: true }] }))).toBe('cancel_instead');
    balances(await seen(shop, order.id));
  });

  test('two people refund the last dollar at once: one does', async () => {
    const shop = await mugs();
    const { order } = await buy(shop, { mug: 1 });
    const total = order.total.amount;
    const outcomes = await Promise.all([1, 2, 3].map(() => codeOf(orders.refundOrder.call(shop.ctx, { id: order.id, amount: total - 100 }))));
    expect(outcomes.toSorted()).toEqual(['done', 'refund_too_large', 'refund_too_large']);
    const last = await Promise.all([1, 2].map(() => codeOf(orders.refundOrder.call(shop.ctx, { id: order.id }))));
    expect(last.toSorted()).toEqual(['done', 'refund_too_large']);
    await engine.settle();
    const after = await seen(shop, order.id);
    expect(after).toMatchObject({ refunded: order.total, paymentState: 'refunded' });
    balances(after);
    expect(await contradictions(shop)).toEqual([]);
  });
});

describe('editing an order', () => {
  test('more of one, another besides: stock is held, the rest is owed, marked paid, and the sums hold', async () => {
    const shop = await mugs(4);
    const { order } = await buy(shop, { mug: 1 });
    const wish = { lines: [{ lineId: order.lines[0]!.id, quantity: 3 }], add: [{ variantId: shop.variant.bowl!, quantity: 1, unitPrice: 1_800 }] };
    const preview = await orders.previewEdit.call(shop.ctx, { id: order.id, edit: JSON.stringify(wish) });
    expect(preview.difference).toEqual(aud(4_800));
    const after = await orders.editOrder.call(shop.ctx, { id: order.id, ...wish, agreedTotal: preview.total });
    expect(after).toMatchObject({ total: preview.total, owed: aud(4_800), paymentState: 'pending', statusSentence: 'Partly paid. 4 items to ship.' });
    expect(await stockOf(shop, shop.variant.mug!)).toEqual({ onHand: 4, reserved: 3 });
    balances(after);
    const { order: paid } = await orders.markOrderPaid.call(shop.ctx, { id: order.id });
    expect(paid).toMatchObject({ owed: aud(0), paymentState: 'paid' });
    expect(await contradictions(shop)).toEqual([]);
  });

  test('fewer: the stock is free and the difference is due, then paid out without being given up twice', async () => {
    const shop = await mugs();
    const { order } = await buy(shop, { mug: 2, bowl: 1 });
    const bowl = order.lines.find(({ title }) => title === 'bowl')!;
    const after = await orders.editOrder.call(shop.ctx, { id: order.id, lines: [{ lineId: bowl.id, quantity: 0 }] });
    expect(after).toMatchObject({ due: aud(2_000), statusSentence: 'Paid. A refund is due. 2 items to ship.' });
    expect(await stockOf(shop, shop.variant.bowl!)).toEqual({ onHand: 9, reserved: 0 });
    const { order: refunded } = await orders.refundOrder.call(shop.ctx, { id: order.id, amount: 2_000 });
    expect(refunded).toMatchObject({ due: aud(0), owed: aud(0), credited: aud(0) });
    balances(refunded);
    expect(await contradictions(shop)).toEqual([]);
  });

  test('what cannot be is refused in words and leaves everything as it was', async () => {
    const shop = await mugs(3);
    const { order } = await buy(shop, { mug: 2 });
    const line = order.lines[0]!.id;
    await orders.fulfilOrder.call(shop.ctx, { id: order.id, lines: [{ lineId: line, quantity: 1 }] });
    const edit = (wish: object) => codeOf(orders.editOrder.call(shop.ctx, { id: order.id, ...wish }));
    expect(await edit({ lines: [{ lineId: line, quantity: 0 }] })).toBe('too_few');
    expect(await edit({ lines: [{ lineId: line, quantity: 9 }] })).toBe('out_of_stock');
    expect(await edit({ discount: 99_999 })).toBe('invalid');
    expect(await edit({ lines: [{ lineId: line, quantity: 1 }], agreedTotal: aud(1) })).toBe('price_changed');
    expect((await seen(shop, order.id)).total).toEqual(order.total);
    const late = await buy(shop, { bowl: 1 }, LATE_CARD);
    expect(await codeOf(orders.editOrder.call(shop.ctx, { id: late.order.id, shipping: 0 }))).toBe('payment_open');
    await orders.cancelOrder.call(shop.ctx, { id: late.order.id });
    expect(await codeOf(orders.editOrder.call(shop.ctx, { id: late.order.id, shipping: 0 }))).toBe('order_cancelled');
    expect(await contradictions(shop)).toEqual([]);
  });

  test('two people add the last bowl at once: one order gets it', async () => {
    const shop = await mugs(2);
    const [one, two] = [(await buy(shop, { mug: 1 })).order, (await buy(shop, { mug: 1 })).order];
    await buy(shop, { bowl: 1 });
    const add = [{ variantId: shop.variant.bowl!, quantity: 1 }];
    const outcomes = await Promise.all([one, two].map(({ id }) => codeOf(orders.editOrder.call(shop.ctx, { id, add }))));
    expect(outcomes.toSorted()).toEqual(['done', 'out_of_stock']);
    expect(await contradictions(shop)).toEqual([]);
  });

  test('an unpaid order that was edited is paid by hand in full', async () => {
    const shop = await mugs();
    const shopper = shop.shopper();
    const { order } = await payByHand(shopper, await readyToPay(shop, { mug: 1 }, shopper));
    await engine.settle();
    await orders.editOrder.call(shop.ctx, { id: order.id, lines: [{ lineId: order.lines[0]!.id, quantity: 2 }] });
    const { order: paid } = await orders.markOrderPaid.call(shop.ctx, { id: order.id });
    expect(paid).toMatchObject({ paymentState: 'paid', owed: aud(0), due: aud(0) });
    expect(await contradictions(shop)).toEqual([]);
  });
});

describe('parcels', () => {
  test('one order from two locations, each parcel with its own number', async () => {
    const shop = await mugs(2);
    const back = await createLocation.call(shop.ctx, { name: 'Back room' });
    await shop.ctx.transaction((tx) => countStock(tx, [{ variantId: shop.variant.mug!, locationId: back.id, onHand: 5 }], { reason: 'opening' }));
    const { order } = await buy(shop, { mug: 2 });
    const line = order.lines[0]!.id;
    await orders.fulfilOrder.call(shop.ctx, { id: order.id, lines: [{ lineId: line, quantity: 1 }], locationId: back.id, trackingNumber: 'A1', trackingUrl: 'https://track.example/A1' });
    const after = await orders.fulfilOrder.call(shop.ctx, { id: order.id, trackingNumber: 'B2' });
    expect(after.fulfilments.map(({ trackingNumber, locationId }) => [trackingNumber, locationId === back.id])).toEqual([['A1', true], ['B2', false]]);
    const levels = await shop.ctx.read((r) => r.sql<{ on_hand: number }>`select on_hand from stock_levels where variant_id = ${shop.variant.mug!} order by on_hand`);
    expect(levels.map(({ on_hand }) => on_hand)).toEqual([1, 4]);
    expect(await contradictions(shop)).toEqual([]);
  });

  test('from a location that has none it is refused', async () => {
    const shop = await mugs(2);
    const back = await createLocation.call(shop.ctx, { name: 'Back room' });
    const { order } = await buy(shop, { mug: 1 });
    expect(await codeOf(orders.fulfilOrder.call(shop.ctx, { id: order.id, locationId: back.id }))).toBe('out_of_stock');
    expect(await contradictions(shop)).toEqual([]);
  });

  test('a mistyped number is corrected; a parcel that did not leave is taken back, once, also when two try', async () => {
    const shop = await mugs();
    const order = await sent(shop, { mug: 2 });
    const parcel = { id: order.id, fulfilmentId: order.fulfilments[0]!.id };
    expect((await orders.correctTracking.call(shop.ctx, { ...parcel, trackingNumber: 'RIGHT', carrier: 'AusPost' })).fulfilments[0]).toMatchObject({ trackingNumber: 'RIGHT', carrier: 'AusPost' });
    const outcomes = await Promise.all([1, 2].map(() => codeOf(orders.cancelFulfilment.call(shop.ctx, parcel))));
    expect(outcomes.toSorted()).toEqual(['done', 'parcel_cancelled']);
    expect((await seen(shop, order.id)).fulfilmentState).toBe('unfulfilled');
    expect(await stockOf(shop, shop.variant.mug!)).toEqual({ onHand: 9, reserved: 2 });
    expect((await orders.fulfilOrder.call(shop.ctx, { id: order.id })).fulfilmentState).toBe('fulfilled');
    expect(await contradictions(shop)).toEqual([]);
  });
});

describe('returns', () => {
  test('asked for by the customer, approved, inspected unit by unit and refunded', async () => {
    const shop = await mugs();
    const { order, orderLink } = await buy(shop, { mug: 3 });
    const token = new URL(orderLink, 'http://shop').searchParams.get('token')!;
    const lines = [{ lineId: order.lines[0]!.id, quantity: 3 }];
    expect(await codeOf(orders.requestReturn.call(shop.shopper(), { id: order.id, token, lines }))).toBe('too_many');
    await orders.fulfilOrder.call(shop.ctx, { id: order.id });
    expect(await codeOf(orders.requestReturn.call(shop.shopper(), { id: order.id, token: 'wrong', lines }))).toBe('not_found');
    const back = await orders.requestReturn.call(shop.shopper(), { id: order.id, token, lines, reason: 'damaged' });
    expect((await seen(shop, order.id)).statusSentence).toBe('Paid. Shipped. Return requested.');
    await orders.approveReturn.call(shop.ctx, { returnId: back.id, instructions: 'Send it to the shop.' });
    const received = await orders.receiveReturn.call(shop.ctx, { returnId: back.id, lines: [{ lineId: lines[0]!.lineId, restock: 1, damaged: 1 }] });
    expect(received.order).toMatchObject({ returnState: 'partial', refunded: aud(3_000), credited: aud(3_000), owed: aud(0), due: aud(0) });
    expect(received.refunds.map(({ amount, state }) => [amount, state])).toEqual([[3_000, 'done']]);
    expect(await stockOf(shop, shop.variant.mug!)).toEqual({ onHand: 7, reserved: 0 });
    balances(received.order);
    await engine.settle();
    const { data } = await orders.orderMails.call(shop.ctx, { id: order.id });
    expect(data.map(({ subject }) => subject)).toEqual(expect.arrayContaining(['Your order #1001 is on its way', 'Your return #1001-R1', 'A refund for your order #1001']));
    expect(await contradictions(shop)).toEqual([]);
  });

  test('two returns for the same unit at once: one; a return received twice: once', async () => {
    const shop = await mugs();
    const order = await sent(shop, { mug: 1 });
    const lines = [{ lineId: order.lines[0]!.id, quantity: 1 }];
    const begun = await Promise.all([1, 2].map(() => codeOf(orders.beginReturn.call(shop.ctx, { id: order.id, lines }))));
    expect(begun.toSorted()).toEqual(['done', 'too_many']);
    const returnId = (await seen(shop, order.id)).returns[0]!.id;
    const arrived = { returnId, lines: [{ lineId: lines[0]!.lineId, restock: 1 }] };
    const got = await Promise.all([1, 2].map(() => codeOf(orders.receiveReturn.call(shop.ctx, arrived))));
    expect(got.toSorted()).toEqual(['done', 'wrong_state']);
    expect(await stockOf(shop, shop.variant.mug!)).toEqual({ onHand: 9, reserved: 0 });
    expect(await seen(shop, order.id)).toMatchObject({ returnState: 'returned', refunded: aud(1_500) });
    expect(await contradictions(shop)).toEqual([]);
  });

  test('declined with a reason, called off, and more than came is refused', async () => {
    const shop = await mugs();
    const order = await sent(shop, { mug: 2 });
    const lines = [{ lineId: order.lines[0]!.id, quantity: 1 }];
    const begun = await orders.beginReturn.call(shop.ctx, { id: order.id, lines });
    const returnId = begun.returns[0]!.id;
    expect(await codeOf(orders.receiveReturn.call(shop.ctx, { returnId, lines: [{ lineId: lines[0]!.lineId, restock: 2 }] }))).toBe('too_many');
    expect(await codeOf(orders.receiveReturn.call(shop.ctx, { returnId, lines: [{ lineId: lines[0]!.lineId }] }))).toBe('nothing_arrived');
    expect((await orders.cancelReturn.call(shop.ctx, { returnId })).returnState).toBe('none');
    expect(await codeOf(orders.receiveReturn.call(shop.ctx, { returnId, lines: [{ lineId: lines[0]!.lineId, restock: 1 }] }))).toBe('wrong_state');
    expect(await contradictions(shop)).toEqual([]);
  });

  test('a mug for a dearer bowl: the bowl is set aside at once, joins the order when the mug is back, and the difference is owed', async () => {
    const shop = await mugs(5);
    const order = await sent(shop, { mug: 1 });
    const lines = [{ lineId: order.lines[0]!.id, quantity: 1 }];
    const begun = await orders.beginReturn.call(shop.ctx, { id: order.id, lines, exchange: [{ variantId: shop.variant.bowl!, quantity: 1 }] });
    expect(begun.total).toEqual(order.total);
    expect(await stockOf(shop, shop.variant.bowl!)).toEqual({ onHand: 5, reserved: 1 });
    const { order: after, refunds } = await orders.receiveReturn.call(shop.ctx, { returnId: begun.returns[0]!.id, lines: [{ lineId: lines[0]!.lineId, restock: 1 }] });
    expect(refunds).toEqual([]);
    expect(after).toMatchObject({ owed: aud(500), fulfilmentState: 'partial', returnState: 'partial' });
    expect(after.lines.map(({ title, quantity }) => [title, quantity])).toEqual([['mug', 1], ['bowl', 1]]);
    balances(after);
    expect(await contradictions(shop)).toEqual([]);
    expect((await orders.markOrderPaid.call(shop.ctx, { id: order.id })).order).toMatchObject({ owed: aud(0), paymentState: 'paid' });
    expect((await orders.fulfilOrder.call(shop.ctx, { id: order.id })).fulfilmentState).toBe('fulfilled');
    expect(await contradictions(shop)).toEqual([]);
  });

  test('a bowl for a cheaper mug: the difference goes back', async () => {
    const shop = await mugs(5);
    const order = await sent(shop, { bowl: 1 });
    const lines = [{ lineId: order.lines[0]!.id, quantity: 1 }];
    const begun = await orders.beginReturn.call(shop.ctx, { id: order.id, lines, exchange: [{ variantId: shop.variant.mug!, quantity: 1 }] });
    const { order: after } = await orders.receiveReturn.call(shop.ctx, { returnId: begun.returns[0]!.id, lines: [{ lineId: lines[0]!.lineId, damaged: 1 }] });
    expect(after).toMatchObject({ refunded: aud(500), owed: aud(0), due: aud(0) });
    expect(await stockOf(shop, shop.variant.bowl!)).toEqual({ onHand: 4, reserved: 0 });
    balances(after);
    expect(await contradictions(shop)).toEqual([]);
  });
});

describe('cancelling with a choice', () => {
  test('the money is kept when the shop says so', async () => {
    const shop = await mugs();
    const { order } = await buy(shop, { mug: 1 });
    await orders.cancelOrder.call(shop.ctx, { id: order.id, refund: false });
    await engine.settle();
    expect(await seen(shop, order.id)).toMatchObject({ refunded: aud(0), due: aud(0), statusSentence: 'Cancelled. The payment was kept.' });
  });

  test('spoilt goods are written off, not put back on sale', async () => {
    const shop = await mugs();
    const { order } = await buy(shop, { mug: 2 });
    await orders.cancelOrder.call(shop.ctx, { id: order.id, restock: false });
    await engine.settle();
    expect(await stockOf(shop, shop.variant.mug!)).toEqual({ onHand: 7, reserved: 0 });
    expect(await seen(shop, order.id)).toMatchObject({ refunded: order.total });
    expect(await contradictions(shop)).toEqual([]);
  });
});

describe('two people at one order', () => {
  test('different fields: both are kept, and the second hears of the first', async () => {
    const shop = await mugs();
    const { order } = await buy(shop, { mug: 1 });
    const { version, tags, note } = await seen(shop, order.id);
    await orders.changeOrderDetails.call(shop.ctx, { id: order.id, version, was: { tags, note }, change: { tags: ['vip'] } });
    const second = await orders.changeOrderDetails.call(shop.ctx, { id: order.id, version, was: { tags, note }, change: { note: 'Ring twice.' } });
    expect(second.merged).toEqual(['tags']);
    expect(second.order).toMatchObject({ tags: ['vip'], note: 'Ring twice.' });
  });

  test('the same field, also at once: the second sees what the first wrote', async () => {
    const shop = await mugs();
    const { order } = await buy(shop, { mug: 1 });
    const { version, note } = await seen(shop, order.id);
    const write = (text: string) => orders.changeOrderDetails.call(shop.ctx, { id: order.id, version, was: { note }, change: { note: text } });
    const outcomes = await Promise.allSettled([write('Mine.'), write('Yours.')]);
    const refused = outcomes.find((each) => each.status === 'rejected')!;
    const stored = (await seen(shop, order.id)).note;
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((refused as PromiseRejectedResult).reason).toMatchObject({ code: 'conflict', details: { theirs: { note: stored }, version: version + 1 } });
    expect((await orders.changeOrderDetails.call(shop.ctx, { id: order.id, version: version + 1, was: { note: stored }, change: { note: 'Both.' } })).order.note).toBe('Both.');
  });
});

test('the next order of a filtered list is the next one there', async () => {
  const shop = await mugs();
  const made: { id: string }[] = [];
  const wishes: Record<string, number>[] = [{ mug: 1 }, { bowl: 1 }, { mug: 1 }, { bowl: 2 }];
  for (const wish of wishes) made.push((await buy(shop, wish)).order);
  await orders.fulfilOrder.call(shop.ctx, { id: made[1]!.id });
  const beside = (i: number, question: object = {}) => orders.orderNeighbours.call(shop.ctx, { id: made[i]!.id, ...question });
  const numbers = ({ previous, next }: Awaited<ReturnType<typeof beside>>) => [previous?.number, next?.number];
  expect(numbers(await beside(2))).toEqual([1_004, 1_002]);
  expect(numbers(await beside(2, { filter: { fulfilment: 'unfulfilled' } }))).toEqual([1_004, 1_001]);
  expect(numbers(await beside(2, { sort: 'number' }))).toEqual([1_002, 1_004]);
  expect(numbers(await beside(3))).toEqual([undefined, 1_003]);
});

test('a colleague is called by name; strangers and files of others are refused', async () => {
  const own = await ownShop(await signUp('Ben'), 'Bens');
  const { variant } = await stockUp(own as never, { mug: { price: 1_500, stock: 5 } });
  const draft = await orders.createDraft.call(own.ctx, { lines: [{ variantId: variant.mug!, quantity: 1 }] });
  const { id } = await orders.completeDraft.call(own.ctx, { id: draft.id });
  const [ben] = await own.ctx.read((r) => r.sql<{ id: string; name: string }>`select id, name from members`);
  const noted = await orders.addOrderNote.call(own.ctx, { id, text: '@Ben please look.', mentions: [ben!.id] });
  expect(noted.timeline.at(-1)).toMatchObject({ kind: 'note', mentions: [ben] });
  const told = await own.ctx.read((r) => r.sql<{ data: object }>`select data from outbox where event = 'order.mentioned'`);
  expect(told.map(({ data }) => data)).toEqual([{ orderId: id, number: 1_001, memberIds: [ben!.id], by: ben!.name, text: '@Ben please look.' }]);
  expect(await codeOf(orders.addOrderNote.call(own.ctx, { id, text: 'x', mentions: [id] }))).toBe('not_found');
  expect(await codeOf(orders.addOrderNote.call(own.ctx, { id, text: 'x', files: [id] }))).toBe('not_found');
});

test('a mail is sent again, to the same person or another', async () => {
  const shop = await mugs();
  const { order } = await buy(shop, { mug: 1 });
  await engine.settle();
  const [mail] = (await orders.orderMails.call(shop.ctx, { id: order.id })).data;
  expect(mail).toMatchObject({ subject: 'Your order #1001 at Mug shop', to: 'ana@example.test' });
  await orders.resendMail.call(shop.ctx, { id: order.id, mailId: mail!.id, to: 'office@example.test' });
  await engine.settle();
  const { data } = await orders.orderMails.call(shop.ctx, { id: order.id });
  expect(data.map(({ to, subject }) => [to, subject])).toEqual([['ana@example.test', mail!.subject], ['office@example.test', mail!.subject]]);
});
