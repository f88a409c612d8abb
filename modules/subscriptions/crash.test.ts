import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registry } from '#platform/registry.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { TEST_SECRET } from '#platform/testing/secret.ts';
import { DAY, MINUTE, SECOND, later, travel } from '#platform/time.ts';
import { contradictions, openShop, type Shop } from '#modules/orders/testing.ts';
import { announceFaultPoints, renewalFaultPoints } from './fault-points.ts';
import { subscriptionView } from './index.ts';
import { planFor, runAt, settle, subscribe, triesOf } from './testing.ts';

/** A shop with one subscription, and the process that was to renew it and was killed. */
interface Story {
  point: string;
  shop: Shop;
  id: string;
  due: Date;
  ended: NodeJS.Signals | null;
}

// What a payment does at its other points is told in connectors/test-payments/crash.test.ts.
const POINTS = [...renewalFaultPoints, 'payment.before-charge', 'payment.after-charge', 'payment.before-record'];

let house: TestHouse;
const stories = new Map<string, Story>();
beforeAll(async () => {
  house = await openTestDatabase();
  for (const point of [...POINTS, ...announceFaultPoints]) stories.set(point, await begin(point));
  const waiting = [...stories.values()];
  await Promise.all([1, 2, 3].map(async () => {
    for (let story = waiting.pop(); story; story = waiting.pop()) story.ended = await dieWhileRenewing(story);
  }));
}, 180_000);
afterAll(() => house.close());

async function begin(point: string): Promise<Story> {
  const shop = await openShop(house, { coffee: { price: 2_000, stock: 9 } });
  const { id } = await subscribe(shop, 'coffee', await planFor(shop, 'coffee'));
  return { point, shop, id, due: new Date((await subscriptionView.call(shop.ctx, { id })).nextRenewalAt!), ended: null };
}

async function dieWhileRenewing({ point, shop, due }: Story): Promise<NodeJS.Signals | null> {
  const announces = point.startsWith('announce.');
  const at = announces ? later(due, -2 * DAY) : due;
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'crash-child.ts'), house.url, shop.workspaceId, at.toISOString(), announces ? 'announce' : 'renew'], {
    env: { ...process.env, QUICKDASH_FAULT: point, QUICKDASH_SECRET: TEST_SECRET, NODE_ENV: 'test', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  return signal;
}

/** What the rest of the house does by itself a little later. */
async function workGoesOn({ shop, due }: Story): Promise<void> {
  const back = travel(later(due, 30 * SECOND).getTime() - Date.now());
  try {
    await registry.schedules().find(({ name }) => name === 'payments.resolve')!.run(shop.ctx);
    await settle();
  } finally {
    back();
  }
  await runAt(shop, later(due, MINUTE));
}

test.each(POINTS)('the power fails at %s: in the end the month is renewed and paid, once', async (point) => {
  const story = stories.get(point)!;
  const { shop, id, due } = story;
  expect(story.ended).toBe('SIGKILL');
  await workGoesOn(story);
  expect(await triesOf(shop, id)).toMatchObject([{ cycle: 1, attempt: 1, state: 'paid' }]);
  const charges = await shop.ctx.read((r) => r.sql<{ n: number }>`select count(*)::int as n from test_provider_charges, jsonb_array_elements(facts) f where f ->> 'kind' = 'captured'`);
  expect(charges).toEqual([{ n: 2 }]);
  const after = await subscriptionView.call(shop.ctx, { id });
  expect(after.status).toBe('active');
  expect(new Date(after.nextRenewalAt!).getTime()).toBeGreaterThan(due.getTime());
  expect(await contradictions(shop)).toEqual([]);
}, 30_000);

test.each(announceFaultPoints)('the power fails at %s: in the end the renewal is announced, once', async (point) => {
  const { shop, id, due, ended } = stories.get(point)!;
  expect(ended).toBe('SIGKILL');
  await runAt(shop, later(due, -DAY), 'announce');
  const mails = await shop.ctx.read((r) => r.sql`select 1 from mail_messages where about = ${id} and subject like 'Your next delivery comes on %'`);
  expect(mails).toHaveLength(1);
}, 30_000);
