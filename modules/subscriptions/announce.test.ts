import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { DAY, HOUR, later, now, travel } from '#platform/time.ts';
import { openShop, type Shop } from '#modules/orders/testing.ts';
import { announceRegularly } from './announce.ts';
import { cancelMine, pauseMine, setSubscriptionSettings, skipMine, subscriptionSettingsView, subscriptionView } from './index.ts';
import { renewRegularly } from './renew.ts';
import { planFor, runAt, subscribe } from './testing.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestDatabase();
});
afterAll(() => house.close());

const coffee = () => openShop(house, { coffee: { price: 2_000, stock: 50 } });
const nextOf = async (shop: Shop, id: string) => new Date((await subscriptionView.call(shop.ctx, { id })).nextRenewalAt!);
const announcements = (shop: Shop, id: string) => shop.ctx.read((r) => r.sql<{ subject: string; text: string }>`select subject, text from mail_messages where about = ${id} and subject ~ 'comes on|trial ends' order by created_at`);

test('three days before a monthly renewal its customer reads what will be charged, how, and the ways out; once, and for the next one again', async () => {
  const shop = await coffee();
  const { id } = await subscribe(shop, 'coffee', await planFor(shop, 'coffee'), 2);
  const due = await nextOf(shop, id);
  await runAt(shop, later(due, -3.1 * DAY), 'announce');
  expect(await announcements(shop, id)).toEqual([]);
  for (const days of [-3, -2, -1]) await runAt(shop, later(due, days * DAY), 'announce');
  const [mail, ...more] = await announcements(shop, id);
  expect(more).toEqual([]);
  expect(mail!.subject).toMatch(/^Your next delivery comes on .*: coffee$/);
  expect(mail!.text).toMatch(/\$40\.00 is charged \(your card ending in 4242\)/);
  for (const part of ['To pay: $40.00', '#rhythm', '#change', '#pay', '#end']) expect(mail!.text).toContain(part);
  await runAt(shop, due);
  await runAt(shop, later(due, HOUR), 'announce');
  await runAt(shop, later(await nextOf(shop, id), -DAY), 'announce');
  expect(await announcements(shop, id)).toHaveLength(2);
});

test('a skipped, paused or ended renewal is not announced any more; the one that follows is; what comes every week is not, and a shop may announce trials alone', async () => {
  const shop = await coffee();
  const planId = await planFor(shop, 'coffee');
  const [skips, pauses, ends] = await Promise.all([1, 2, 3].map(() => subscribe(shop, 'coffee', planId)));
  const weekly = await subscribe(shop, 'coffee', await planFor(shop, 'coffee', { unit: 'week' }));
  const due = await nextOf(shop, skips!.id);
  await skipMine.call(skips!.customer, { id: skips!.id });
  await pauseMine.call(pauses!.customer, { id: pauses!.id });
  await cancelMine.call(ends!.customer, { id: ends!.id });
  await runAt(shop, later(due, -DAY), 'announce');
  await runAt(shop, later(await nextOf(shop, weekly.id), -DAY), 'announce');
  for (const { id } of [skips!, pauses!, ends!, weekly]) expect(await announcements(shop, id)).toEqual([]);
  await runAt(shop, later(await nextOf(shop, skips!.id), -DAY), 'announce');
  expect(await announcements(shop, skips!.id)).toHaveLength(1);

  await setSubscriptionSettings.call(shop.ctx, { announceDays: 0 });
  expect(await subscriptionSettingsView.call(shop.ctx, {})).toEqual({ retryDays: [1, 3, 5, 7], announceDays: 0, afterwards: 'cancelled' });
  const [monthly, trial] = [await subscribe(shop, 'coffee', planId), await subscribe(shop, 'coffee', await planFor(shop, 'coffee', { trialDays: 4 }))];
  const begins = await nextOf(shop, trial.id);
  // Not before the half of a short trial.
  await runAt(shop, later(begins, -2.1 * DAY), 'announce');
  expect(await announcements(shop, trial.id)).toEqual([]);
  await runAt(shop, later(begins, -2 * DAY), 'announce');
  await runAt(shop, later(await nextOf(shop, monthly.id), -DAY), 'announce');
  expect([await announcements(shop, monthly.id), (await announcements(shop, trial.id)).map(({ subject }) => subject.split(' on ')[0])]).toEqual([[], ['Your trial ends']]);
});

test('however the clock jumps, forwards and back, and whoever runs the schedules at once: a renewal is announced once at most, and never after it came', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: -10, max: 30 }), { minLength: 4, maxLength: 14 }), async (jumps) => {
      const shop = await coffee();
      const { id } = await subscribe(shop, 'coffee', await planFor(shop, 'coffee'));
      const told = async () => (await shop.ctx.read((r) => r.sql<{ dueAt: string }>`select data ->> 'dueAt' as "dueAt" from outbox where event = 'subscription.announced' and data ->> 'subscriptionId' = ${id} order by seq`)).map(({ dueAt }) => dueAt);
      let at = now();
      for (const days of jumps) {
        at = later(at, days * DAY);
        const before = await told();
        const back = travel(at.getTime() - Date.now());
        await Promise.all([announceRegularly.run(shop.ctx), announceRegularly.run(shop.ctx), renewRegularly.run(shop.ctx)]).finally(back);
        for (const dueAt of (await told()).slice(before.length)) expect(new Date(dueAt).getTime()).toBeGreaterThan(at.getTime());
      }
      expect(new Set(await told()).size).toBe((await told()).length);
    }),
    { numRuns: 6 },
  );
});
