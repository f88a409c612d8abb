import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { platformTransaction } from '#platform/tenancy/platform-door.ts';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '#platform/testing/database.ts';
import { TEST_SECRET } from '#platform/testing/secret.ts';
import { later, MINUTE, now, travel } from '#platform/time.ts';
import { connectStripe, keyOf, openStripe } from '#connectors/stripe/testing.ts';
import { AFTER_KEPT, billingFaultPoints } from './fault-points.ts';
import { followPages } from './follow-pages.ts';
import { changeTierPlan, subscribeToTier } from './operations.ts';
import { openSellersPage } from './outside-operations.ts';
import { priceBookChanged } from './price-book.ts';
import { renewTiers } from './renew.ts';
import { setTier } from './set-tier.ts';
import { billingNow } from './views.ts';

/** A workspace whose plan goes down to the starter tier on a day, and the process that was to renew it then and was killed. */
interface Story {
  point: string;
  payer: TestWorkspace;
  due: Date;
  ended: NodeJS.Signals | null;
}

let house: TestHouse;
let seller: TestWorkspace;
const stories = new Map<string, Story>();
const choice = { interval: 'month' as const };

beforeAll(async () => {
  house = await openTestDatabase();
  seller = await house.newWorkspace();
  await platformTransaction('seed', async (q) => {
    await q.sql`insert into tier_prices (tier, currency, month) values ('starter', 'AUD', 1900), ('growth', 'AUD', 4900)`;
    await q.sql`insert into billing_settings (seller_id, provider) values (${seller.workspaceId}, 'test')`;
  });
  priceBookChanged();
  for (const point of billingFaultPoints) stories.set(point, await begin(point));
  const waiting = [...stories.values()];
  await Promise.all([1, 2, 3].map(async () => {
    for (let story = waiting.pop(); story; story = waiting.pop()) story.ended = await dieWhileRenewing(story);
  }));
}, 180_000);
afterAll(() => house.close());

async function begin(point: string): Promise<Story> {
  const payer = await house.newWorkspace({ tier: 'free' });
  await subscribeToTier.call(payer.ctx, { ...choice, tier: 'growth', payment: { cardNumber: '4242424242424242' } });
  await changeTierPlan.call(payer.ctx, { ...choice, tier: 'starter' });
  return { point, payer, due: new Date((await billingNow.call(payer.ctx, {})).periodEnd!), ended: null };
}

function dieWhileRenewing({ point, payer, due }: Story): Promise<NodeJS.Signals | null> {
  return dieAt(point, [payer.workspaceId, later(due, 1).toISOString()]);
}

async function dieAt(point: string, what: string[]): Promise<NodeJS.Signals | null> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'crash-child.ts'), house.url, ...what], {
    env: { ...process.env, QUICKDASH_FAULT: point, QUICKDASH_SECRET: TEST_SECRET, NODE_ENV: 'test', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  return signal;
}

async function clockAt(at: Date): Promise<void> {
  const back = travel(at.getTime() - now().getTime());
  try {
    for (const each of [followPages, renewTiers]) await Promise.all([each.runForAll!(), each.runForAll!()]);
  } finally {
    back();
  }
}

test.each(billingFaultPoints)('the power fails at %s: in the end the month is paid once, and the tier is the one that was paid for', async (point) => {
  const { payer, due, ended } = stories.get(point)!;
  expect(ended).toBe('SIGKILL');
  await clockAt(later(due, MINUTE));
  await clockAt(later(due, 2 * MINUTE));
  const paid = await payer.ctx.read((r) => r.sql`select cycle, number, amount, state from billing_invoices order by cycle`);
  expect(paid).toEqual([{ cycle: 1, number: 1, amount: 4_900, state: 'paid' }, { cycle: 2, number: 2, amount: 1_900, state: 'paid' }]);
  const keys = await payer.ctx.read((r) => r.sql<{ key: string }>`select key from billing_charges`);
  const [taken] = await seller.ctx.read((r) => r.sql<{ sum: number }>`
    select sum((f ->> 'amount')::bigint)::int as sum from test_provider_charges, jsonb_array_elements(facts) f where f ->> 'kind' = 'captured' and key = any(${keys.map(({ key }) => key)})`);
  expect(taken!.sum).toBe(6_800);
  // What the fact tells the reaction in a running house, where the process died between the record and the tier.
  await setTier(payer.ctx);
  expect(await billingNow.call(payer.ctx, {})).toMatchObject({ status: 'active', plan: { tier: 'starter' }, tier: { name: 'starter' } });
}, 30_000);

test('the power fails once Stripe has kept a card and before it is charged: in the end it is charged once, and the tier is there', async () => {
  const stripe = await openStripe();
  await connectStripe(seller);
  await platformTransaction('seed', (q) => q.sql`update billing_settings set provider = 'stripe'`);
  priceBookChanged();
  const payer = await house.newWorkspace({ tier: 'free' });
  const { keepingId } = await openSellersPage.call(payer.ctx, { ...choice, tier: 'growth' });
  stripe.double.setups.keepOnPage(keyOf(seller), stripe.double.sessionOf(keyOf(seller), `billing-keep-${keepingId}`)!);
  expect(await dieAt(AFTER_KEPT, [payer.workspaceId, later(now(), MINUTE).toISOString(), stripe.double.url, keepingId!])).toBe('SIGKILL');
  for (const minutes of [2, 3]) await clockAt(later(now(), minutes * MINUTE));
  const { sessions, intents } = stripe.double.book(keyOf(seller));
  expect([sessions.size, [...intents.values()].map(({ amount_received: amount }) => amount)]).toEqual([1, [4_900]]);
  expect(await billingNow.call(payer.ctx, {})).toMatchObject({ status: 'active', plan: { tier: 'growth' }, tier: { name: 'growth' }, card: { last4: '4242' } });
  expect(await payer.ctx.read((r) => r.sql`select amount, state from billing_invoices`)).toEqual([{ amount: 4_900, state: 'paid' }]);
  await stripe.close();
}, 60_000);
