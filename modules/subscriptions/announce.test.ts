import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { DAY, HOUR, later, now, travel } from '#platform/time.ts';
import { openShop, type Shop } from '#modules/orders/testing.ts';
import { announceRegularly } from './announce.ts';
import { cancelMine, pauseMine, resumeMine, setSubscriptionSettings, skipMine, subscriptionSettingsView, subscriptionView } from './index.ts';
import { renewRegularly } from './renew.ts';
import { planFor, runAt, subscribe } from './testing.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestDatabase();
});
afterAll(() => house.close());

const coffee = () => openShop(house, { coffee: { price: 2_000, stock: 50 } });
const nextOf = async (shop: Shop, id: string) => new Date((await subscriptionView.call(shop.ctx, { id })).nextRenewalAt!);
/** The renewals that were announced. */
const told = async (shop: Shop, id: string) => (await shop.ctx.read((r) => r.sql<{ dueAt: string }>`select data ->> 'dueAt' as "dueAt" from outbox where event = 'subscription.announced' and data ->> 'subscriptionId' = ${id} order by seq`)).map(({ dueAt }) => dueAt);

/** The schedule runs at that instant, twice at once as two processes would. */
async function announceAt(shop: Shop, at: Date): Promise<void> {
  const back = travel(at.getTime() - Date.now());
  await Promise.all([announceRegularly.run(shop.ctx), announceRegularly.run(shop.ctx)]).finally(back);
}

test('three days before a monthly renewal its customer reads what will be charged, how, and the ways out; once, and for the next one again', async () => {
  const shop = await coffee();
  const { id } = await subscribe(shop, 'coffee', await planFor(shop, 'coffee'), 2);
  const due = await nextOf(shop, id);
  await announceAt(shop, later(due, -3.1 * DAY));
  expect(await told(shop, id)).toEqual([]);
  for (const days of [-3, -2]) await announceAt(shop, later(due, days * DAY));
  await runAt(shop, later(due, -DAY), 'announce');
  const [mail, ...more] = await shop.ctx.read((r) => r.sql<{ subject: string; text: string }>`select subject, text from mail_messages where about = ${id} and subject like 'Your next delivery comes on %'`);
  expect(more).toEqual([]);
  for (const part of ['$50.00 is charged (your card ending in 4242)', '2 × coffee: $40.00 every month', 'Delivery: $10.00', 'To pay: $50.00', '#rhythm', '#change', '#pay', '#end']) expect(mail!.text).toContain(part);
  await runAt(shop, due);
  await announceAt(shop, later(due, HOUR));
  const next = await nextOf(shop, id);
  await announceAt(shop, later(next, -DAY));
  expect(await told(shop, id)).toEqual([due, next].map((at) => at.toISOString()));
});

test('a skipped, paused or ended renewal is not announced; what comes every week is not, and a shop may announce the ends of trials alone', async () => {
  const shop = await coffee();
  const { customer, id } = await subscribe(shop, 'coffee', await planFor(shop, 'coffee'));
  const due = await nextOf(shop, id);
  await skipMine.call(customer, { id });
  await announceAt(shop, later(due, -DAY));
  const next = await nextOf(shop, id);
  await cancelMine.call(customer, { id });
  await announceAt(shop, later(next, -2 * DAY));
  await resumeMine.call(customer, { id });
  await pauseMine.call(customer, { id });
  await announceAt(shop, later(next, -2 * DAY));
  await resumeMine.call(customer, { id });
  await setSubscriptionSettings.call(shop.ctx, { announceDays: 0 });
  expect(await subscriptionSettingsView.call(shop.ctx, {})).toEqual({ retryDays: [1, 3, 5, 7], announceDays: 0, afterwards: 'cancelled' });
  await announceAt(shop, later(next, -2 * DAY));
  expect(await told(shop, id)).toEqual([]);

  const trial = await subscribe(shop, 'coffee', await planFor(shop, 'coffee', { trialDays: 4 }));
  const ends = await nextOf(shop, trial.id);
  // Not before the half of a short trial.
  await announceAt(shop, later(ends, -2.1 * DAY));
  expect(await told(shop, trial.id)).toEqual([]);
  await announceAt(shop, later(ends, -1.9 * DAY));
  expect(await told(shop, trial.id)).toEqual([ends.toISOString()]);

  await setSubscriptionSettings.call(shop.ctx, { announceDays: 3 });
  const weekly = await subscribe(shop, 'coffee', await planFor(shop, 'coffee', { unit: 'week' }));
  await announceAt(shop, later(await nextOf(shop, weekly.id), -DAY));
  expect(await told(shop, weekly.id)).toEqual([]);
  await announceAt(shop, later(next, -DAY));
  expect(await told(shop, id)).toEqual([next.toISOString()]);
});

test('however the clock jumps, forwards and back, and whoever runs the schedules at once: a renewal is announced once at most, and never after it came', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: -10, max: 30 }), { minLength: 5, maxLength: 12 }), async (jumps) => {
      const shop = await coffee();
      const { id } = await subscribe(shop, 'coffee', await planFor(shop, 'coffee'));
      let at = now();
      for (const days of jumps) {
        at = later(at, days * DAY);
        const before = await told(shop, id);
        const back = travel(at.getTime() - Date.now());
        await Promise.all([announceRegularly.run(shop.ctx), announceRegularly.run(shop.ctx), renewRegularly.run(shop.ctx)]).finally(back);
        for (const dueAt of (await told(shop, id)).slice(before.length)) expect(new Date(dueAt).getTime()).toBeGreaterThan(at.getTime());
      }
      const all = await told(shop, id);
      expect(new Set(all).size).toBe(all.length);
    }),
    { numRuns: 3 },
  );
});
