import { afterAll, beforeAll, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { startEngine, type Engine } from '#platform/jobs/engine.ts';
import { Refusal } from '#platform/refusal.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import * as orders from './index.ts';
import type { AdminOrder } from './index.ts';
import { buy, contradictions, openShop, payByHand, readyToPay, type Shop } from './test-shop.ts';

/** Whatever people do to an order, in whatever order: its money sums, its units add up, and the stock agrees. */
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

type Step = (shop: Shop, order: AdminOrder, n: number) => Promise<unknown>;

const lineOf = (order: AdminOrder, n: number) => order.lines[n % order.lines.length]!;
const openReturn = (order: AdminOrder) => order.returns.find(({ stage }) => stage === 'approved');

const steps: Record<string, Step> = {
  pay: (shop, order) => orders.markOrderPaid.call(shop.ctx, { id: order.id }),
  'send one': (shop, order, n) => orders.fulfilOrder.call(shop.ctx, { id: order.id, lines: [{ lineId: lineOf(order, n).id, quantity: 1 }] }),
  'send all': (shop, order) => orders.fulfilOrder.call(shop.ctx, { id: order.id }),
  'take a parcel back': async (shop, order, n) => order.fulfilments.length > 0 && orders.cancelFulfilment.call(shop.ctx, { id: order.id, fulfilmentId: order.fulfilments[n % order.fulfilments.length]!.id }),
  'refund an amount': (shop, order, n) => orders.refundOrder.call(shop.ctx, { id: order.id, amount: 1 + n * 37 }),
  'refund a unit': (shop, order, n) => orders.refundOrder.call(shop.ctx, { id: order.id, lines: [{ lineId: lineOf(order, n).id, quantity: 1, restock: n % 2 === 0 }] }),
  'refund shipping': (shop, order, n) => orders.refundOrder.call(shop.ctx, { id: order.id, shipping: 1 + n * 50 }),
  'refund what is due': (shop, order) => orders.refundOrder.call(shop.ctx, { id: order.id, ...(order.due.amount > 0 && { amount: order.due.amount }) }),
  'change a quantity': (shop, order, n) => orders.editOrder.call(shop.ctx, { id: order.id, lines: [{ lineId: lineOf(order, n).id, quantity: n % 5 }] }),
  'add a thing': (shop, order, n) => orders.editOrder.call(shop.ctx, { id: order.id, add: [{ variantId: Object.values(shop.variant)[n % 3]!, quantity: 1 + (n % 2) }] }),
  'give a discount': (shop, order, n) => orders.editOrder.call(shop.ctx, { id: order.id, discount: n * 100, shipping: n * 90 }),
  'begin a return': (shop, order, n) => orders.beginReturn.call(shop.ctx, { id: order.id, lines: [{ lineId: lineOf(order, n).id, quantity: 1 }] }),
  'begin an exchange': (shop, order, n) => orders.beginReturn.call(shop.ctx, { id: order.id, lines: [{ lineId: lineOf(order, n).id, quantity: 1 }], exchange: [{ variantId: Object.values(shop.variant)[n % 3]!, quantity: 1 }] }),
  'receive a return': async (shop, order, n) => {
    const back = openReturn(order);
    const lines = back?.lines.map(({ lineId, quantity }) => (n % 2 ? { lineId, restock: quantity } : { lineId, damaged: quantity }));
    return back && orders.receiveReturn.call(shop.ctx, { returnId: back.id, lines: lines!, refund: n % 3 !== 0 });
  },
  'call a return off': async (shop, order) => openReturn(order) && orders.cancelReturn.call(shop.ctx, { returnId: openReturn(order)!.id }),
  cancel: async (shop, order, n) => n > 12 && orders.cancelOrder.call(shop.ctx, { id: order.id, refund: n % 2 === 0, restock: n % 3 === 0 }),
};

const life = fc.record({ paid: fc.boolean(), wish: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 })), steps: fc.array(fc.tuple(fc.constantFrom(...Object.keys(steps)), fc.nat(16)), { minLength: 6, maxLength: 18 }) });

test('random lives of orders: the sums hold after every single step', { timeout: 240_000 }, async () => {
  const done = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(life, async ({ paid, wish, steps: path }) => {
      const shop = await openShop(house, { mug: { price: 1_499, stock: 12 }, bowl: { price: 2_333, stock: 12 }, card: { price: 501, tracked: false } });
      const id = await firstOrder(shop, paid ? 'card' : 'by hand', { mug: wish[0], bowl: wish[1], card: 1 });
      for (const [name, n] of path) {
        const worked = await attempt(() => steps[name]!(shop, ordered, n));
        if (worked) done.set(name, (done.get(name) ?? 0) + 1);
        ordered = await orders.orderView.call(shop.ctx, { id });
        holds(ordered, `${name} ${n}`);
      }
      await engine.settle();
      holds(await orders.orderView.call(shop.ctx, { id }), 'in the end');
      expect(await contradictions(shop)).toEqual([]);
    }),
    { numRuns: 20, endOnFailure: false },
  );
  // Lives that are refused everything would prove nothing.
  expect(done.size).toBeGreaterThanOrEqual(12);
});

let ordered: AdminOrder;

async function firstOrder(shop: Shop, way: 'card' | 'by hand', wish: Record<string, number>): Promise<string> {
  const shopper = shop.shopper();
  const { order } = way === 'card' ? await buy(shop, wish) : await payByHand(shopper, await readyToPay(shop, wish, shopper));
  ordered = await orders.orderView.call(shop.ctx, { id: order.id });
  return order.id;
}

async function attempt(work: () => Promise<unknown>): Promise<boolean> {
  try {
    return Boolean(await work());
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

function holds(order: AdminOrder, after: string): void {
  const { amount: total } = order.total;
  expect(order.subtotal.amount - order.discount.amount + order.shipping.amount + (order.taxIncluded ? 0 : order.tax.amount), after).toBe(total);
  expect(order.lines.reduce((sum, line) => sum + line.total.amount, 0), after).toBe(order.subtotal.amount);
  if (!order.cancelledAt) expect(total - order.credited.amount, after).toBe(order.captured.amount - order.refunded.amount + order.owed.amount - order.due.amount);
  for (const sum of [order.captured, order.refunded, order.owed, order.due, order.refundable, order.credited]) expect(sum.amount, after).toBeGreaterThanOrEqual(0);
  expect(order.refunded.amount, after).toBeLessThanOrEqual(order.captured.amount);
  for (const line of order.lines) {
    expect(line.fulfilled + line.removed, after).toBeLessThanOrEqual(line.quantity);
    expect(line.returned + line.expected, after).toBeLessThanOrEqual(line.fulfilled);
    expect(line.credited, after).toBeLessThanOrEqual(line.quantity);
  }
}
