import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anyLife, live, pauseFollowers, type Living } from '#modules/payments/testing.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { parseAmount } from '#platform/money.ts';
import './index.ts';
import { clientOf, connectPayPal, openPayPal } from './testing.ts';

/** LIVES=2000 leads that many; every run leads a few dozen. */
const LIVES = Number(process.env['LIVES'] ?? 60);

let house: TestHouse;
let bringBack: () => void;
let payPal: Awaited<ReturnType<typeof openPayPal>>;
beforeAll(async () => {
  bringBack = pauseFollowers();
  house = await openTestDatabase();
  payPal = await openPayPal();
});
afterAll(async () => {
  bringBack();
  await payPal.close();
  await house.close();
});

const living = (): Living => ({
  provider: 'paypal',
  double: payPal.double,
  connect: connectPayPal,
  tokens: ['vault-good', 'vault-declined', 'vault-late'],
  promises: true,
  onPage(shop, key, does) {
    const order = payPal.double.orderOf(clientOf(shop), key);
    if (order && does !== 'leaves') payPal.double.approve(order, does === 'pays' ? 'well' : 'pending');
  },
  decideAll(shop, well) {
    [...payPal.double.book(clientOf(shop)).orders.values()].forEach((order, n) => payPal.double.decide(order, well(n) ? 'COMPLETED' : 'DECLINED'));
  },
  failARefund(shop, key) {
    const refund = payPal.double.orderOf(clientOf(shop), key)?.refunds.find(({ status }) => status === 'COMPLETED');
    if (refund) refund.status = 'FAILED';
    return refund !== undefined;
  },
  standing(shop) {
    const orders = [...payPal.double.book(clientOf(shop)).orders.values()];
    const sum = (parts: { amount: { value: string } }[]) => parts.reduce((all, { amount }) => all + parseAmount(amount.value, 'AUD'), 0);
    const taken = new Set(['COMPLETED', 'PARTIALLY_REFUNDED', 'REFUNDED']);
    return { captured: sum(orders.flatMap(({ captures }) => captures.filter(({ status }) => taken.has(status)))), refunded: sum(orders.flatMap(({ refunds }) => refunds.filter(({ status }) => status === 'COMPLETED'))) };
  },
});

test(`${LIVES} payments with PayPal, led through faults, repeats and late messages, end with the same money there and here`, async () => {
  await fc.assert(
    fc.asyncProperty(anyLife(living()), async (life) => {
      const { ours, theirs, ledger } = await live(living(), house, life);
      expect({ captured: ours.captured.amount, refunded: ours.refunded.amount }).toEqual(theirs);
      expect(ledger).toEqual(theirs);
      expect(['captured', 'partially_refunded', 'refunded', 'voided', 'declined', 'authorized']).toContain(ours.state);
      expect(theirs.captured).toBeLessThanOrEqual(life.amount);
    }),
    { numRuns: LIVES, endOnFailure: true },
  );
}, 1_800_000);
