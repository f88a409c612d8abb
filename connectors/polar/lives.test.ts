import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anyLife, live, pauseFollowers, type Living } from '#modules/payments/testing.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import './index.ts';
import { connectPolar, openPolar, pageOf, tokenOf } from './testing.ts';

/** LIVES=2000 leads that many; every run leads a few dozen. */
const LIVES = Number(process.env['LIVES'] ?? 40);

let house: TestHouse;
let bringBack: () => void;
let polar: Awaited<ReturnType<typeof openPolar>>;
beforeAll(async () => {
  bringBack = pauseFollowers();
  house = await openTestDatabase();
  polar = await openPolar();
});
afterAll(async () => {
  bringBack();
  await polar.close();
  await house.close();
});

const living = (): Living => ({
  provider: 'polar',
  double: polar.double,
  connect: connectPolar,
  tokens: [],
  promises: false,
  async onPage(shop, key, does) {
    const checkout = await pageOf(polar.double, shop, key);
    if (!checkout) return;
    if (does === 'leaves') checkout.expires = 0;
    else polar.double.pay(tokenOf(shop), checkout, does === 'pays' ? 'at once' : 'slowly');
  },
  decideAll(shop, well) {
    polar.double.book(tokenOf(shop)).checkouts.forEach((checkout, n) => polar.double.decide(tokenOf(shop), checkout, well(n) ? 'succeeded' : 'failed'));
  },
  failARefund(shop) {
    const refund = polar.double.book(tokenOf(shop)).refunds.find(({ status }) => status === 'succeeded');
    if (refund) refund.status = 'failed';
    return refund !== undefined;
  },
  standing(shop) {
    const { orders, refunds } = polar.double.book(tokenOf(shop));
    return { captured: orders.reduce((sum, order) => sum + order.total_amount, 0), refunded: refunds.reduce((sum, { status, amount, tax_amount: tax }) => (status === 'succeeded' ? sum + amount + tax : sum), 0) };
  },
});

test(`${LIVES} payments with Polar, led through faults, repeats and late messages, end with the same money there and here`, async () => {
  await fc.assert(
    fc.asyncProperty(anyLife(living()), async (life) => {
      const { ours, theirs, ledger } = await live(living(), house, life);
      expect({ captured: ours.captured.amount, refunded: ours.refunded.amount }).toEqual(theirs);
      expect(ledger).toEqual(theirs);
      expect(['captured', 'partially_refunded', 'refunded', 'declined']).toContain(ours.state);
      expect(theirs.captured).toBeLessThanOrEqual(life.amount);
    }),
    { numRuns: LIVES, endOnFailure: true },
  );
}, 1_800_000);
