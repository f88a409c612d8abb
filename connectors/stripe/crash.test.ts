import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { paymentFaultPoints, paymentsFor, resolveOpenSteps } from '#modules/payments/index.ts';
import { pauseFollowers } from '#modules/payments/testing.ts';
import { newId } from '#platform/ids.ts';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '#platform/testing/database.ts';
import { TEST_SECRET } from '#platform/testing/secret.ts';
import { MINUTE, travel } from '#platform/time.ts';
import './index.ts';
import { connectStripe, keyOf, openStripe } from './testing.ts';

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

async function buyAndDie(shop: TestWorkspace, orderId: string, token: string, fault: string): Promise<NodeJS.Signals | null> {
  const script = fileURLToPath(new URL('./crash-buyer.ts', import.meta.url));
  const env = { ...process.env, QUICKDASH_SECRET: TEST_SECRET, NODE_ENV: 'test', QUICKDASH_FAULT: fault };
  const child = spawn(process.execPath, [script, house.url, shop.workspaceId, orderId, token, stripe.double.url], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const [, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return signal;
}

async function aWhileLater(shop: TestWorkspace): Promise<void> {
  for (const minutes of [1, 2, 4]) {
    const back = travel(minutes * MINUTE);
    await Promise.all([resolveOpenSteps.run(shop.ctx), resolveOpenSteps.run(shop.ctx)]).finally(back);
  }
}

test.each(paymentFaultPoints)('power fails at %s while a card is charged at Stripe: in the end it is charged once, and known here', async (point) => {
  const shop = await house.newWorkspace();
  await connectStripe(shop);
  const orderId = newId();
  expect(await buyAndDie(shop, orderId, 'pm_card_visa', point)).toBe('SIGKILL');
  await aWhileLater(shop);
  expect([...stripe.double.book(keyOf(shop)).intents.values()].map(({ status, amount_received: amount }) => [status, amount])).toEqual([['succeeded', 2_500]]);
  expect(await shop.ctx.read((r) => paymentsFor(r, orderId))).toMatchObject([{ state: 'captured', captured: { amount: 2_500 } }]);
});

test('power fails after a payment page was opened: there is one page, and paying on it pays the order', async () => {
  const shop = await house.newWorkspace();
  await connectStripe(shop);
  const orderId = newId();
  await buyAndDie(shop, orderId, '-', 'payment.after-charge');
  await aWhileLater(shop);
  const sessions = [...stripe.double.book(keyOf(shop)).sessions.values()];
  expect(sessions).toHaveLength(1);
  stripe.double.payOnPage(keyOf(shop), sessions[0]!);
  const back = travel(40 * MINUTE);
  await resolveOpenSteps.run(shop.ctx).finally(back);
  expect(await shop.ctx.read((r) => paymentsFor(r, orderId))).toMatchObject([{ state: 'captured', captured: { amount: 2_500 } }]);
});
