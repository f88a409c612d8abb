import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anyLife, live, pauseFollowers, type Living } from '#modules/payments/testing.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import './index.ts';
import { connectStripe, keyOf, openStripe } from './testing.ts';

/** LIVES=2000 leads that many; every run leads a few dozen. */
const LIVES = Number(process.env['LIVES'] ?? 60);

let house: TestHouse;
let bringBack: () => void;
let stripe: Awaited<ReturnType<typeof openStripe>>;
beforeAll(async () => {
  bringBack = pauseFollowers();
  house = await openTestDatabase();
  stripe = await openStripe();
});
afterAll(async () => {
  bringBack();
  await stripe.close();
  await house.close();
});

const living = (): Living => ({
  provider: 'stripe',
  double: stripe.double,
  connect: connectStripe,
  tokens: ['pm_card_visa', 'pm_card_declined', 'pm_late_bank'],
  promises: true,
  onPage(shop, key, does) {
    const session = stripe.double.sessionOf(keyOf(shop), key);
    if (session?.status !== 'open') return;
    if (does === 'leaves') session.status = 'expired';
    else stripe.double.payOnPage(keyOf(shop), session, does === 'pays' ? 'at once' : 'slowly');
  },
  decideAll(shop, well) {
    [...stripe.double.book(keyOf(shop)).intents.values()].filter(({ status }) => status === 'processing').forEach((intent, n) => stripe.double.decide(intent, well(n) ? 'succeeded' : 'failed'));
  },
  failARefund(shop) {
    const refund = [...stripe.double.book(keyOf(shop)).refunds.values()].find(({ status }) => status === 'succeeded');
    if (refund) refund.status = 'failed';
    return refund !== undefined;
  },
  standing(shop) {
    const { intents, refunds } = stripe.double.book(keyOf(shop));
    const captured = [...intents.values()].reduce((sum, { amount_received: amount }) => sum + amount, 0);
    const refunded = [...refunds.values()].reduce((sum, { status, amount }) => sum + (status === 'succeeded' ? amount : 0), 0);
    return { captured, refunded };
  },
});

test(`${LIVES} payments with Stripe, led through faults, repeats and late messages, end with the same money there and here`, async () => {
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
