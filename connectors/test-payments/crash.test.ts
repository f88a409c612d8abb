import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#platform/ids.ts';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '#platform/testing/database.ts';
import { paymentFaultPoints } from '#modules/payments/index.ts';
import { TEST_SECRET } from '#platform/testing/secret.ts';
import { MINUTE, travel } from '#platform/time.ts';
import { carryOutPayment, paymentsFor, resolveOpenSteps } from '#modules/payments/index.ts';
import { pauseFollowers } from '#modules/payments/testing.ts';
import { deliverWebhooks, testProviderBook } from './index.ts';

let house: TestHouse;
let bringBack: () => void;
beforeAll(async () => {
  bringBack = pauseFollowers();
  house = await openTestDatabase();
});
afterAll(async () => {
  bringBack();
  await house.close();
});

async function buyAndDie(shop: TestWorkspace, orderId: string, token: string, fault?: string): Promise<{ signal: NodeJS.Signals | null; output: string }> {
  const script = fileURLToPath(new URL('./crash-buyer.ts', import.meta.url));
  const env = { ...process.env, QUICKDASH_SECRET: TEST_SECRET, NODE_ENV: 'test', ...(fault && { QUICKDASH_FAULT: fault }) };
  const child = spawn(process.execPath, [script, house.url, shop.workspaceId, orderId, token], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  const [, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { signal, output };
}

/** What the rest of the house does by itself a little later: asks again, and hears webhooks. */
async function aWhileLater(shop: TestWorkspace): Promise<void> {
  for (const minutes of [1, 2, 4]) {
    const back = travel(minutes * MINUTE);
    await Promise.all([resolveOpenSteps.run(shop.ctx), resolveOpenSteps.run(shop.ctx), deliverWebhooks(shop.ctx)]);
    back();
  }
}

const everyPoint = paymentFaultPoints.map((point) => [point, 'ok']);
const nastyCards = [
  ['payment.before-charge', 'late'],
  ['payment.before-charge', 'silent'],
  ['payment.after-charge', 'late'],
  ['payment.before-record', 'silent'],
  ['payment.before-record', 'twice'],
];

test.each([...everyPoint, ...nastyCards] as [string, string][])('power fails at %s with the card "%s": in the end it is paid, once', async (point, card) => {
  const shop = await house.newWorkspace();
  const orderId = newId();
  expect((await buyAndDie(shop, orderId, `tok_test_${card}`, point)).signal).toBe('SIGKILL');
  await aWhileLater(shop);
  const paid = await shop.ctx.read((r) => paymentsFor(r, orderId));
  expect(paid).toMatchObject([{ state: 'captured', captured: { amount: 2_500 } }]);
  expect(await shop.ctx.read((r) => testProviderBook(r))).toMatchObject([{ captured: 2_500, refunded: 0 }]);
  expect((await carryOutPayment(shop.ctx, paid[0]!.id)).state).toBe('captured');
});

test('power fails with a card that is declined: nothing is charged, and the order hears of it', async () => {
  const shop = await house.newWorkspace();
  const orderId = newId();
  await buyAndDie(shop, orderId, 'tok_test_declined', 'payment.after-charge');
  await aWhileLater(shop);
  expect(await shop.ctx.read((r) => paymentsFor(r, orderId))).toMatchObject([{ state: 'declined', captured: { amount: 0 } }]);
  expect(await shop.ctx.read((r) => testProviderBook(r))).toMatchObject([{ captured: 0 }]);
});

test('an order whose process died for longer than a shopper waits is not charged any more', async () => {
  const shop = await house.newWorkspace();
  const orderId = newId();
  await buyAndDie(shop, orderId, 'tok_test_ok', 'payment.before-charge');
  const back = travel(20 * MINUTE);
  await resolveOpenSteps.run(shop.ctx);
  back();
  expect(await shop.ctx.read((r) => paymentsFor(r, orderId))).toMatchObject([{ state: 'declined' }]);
  expect(await shop.ctx.read((r) => testProviderBook(r))).toEqual([]);
});

test('without a power failure the payment is simply received', async () => {
  const shop = await house.newWorkspace();
  expect(await buyAndDie(shop, newId(), 'tok_test_ok')).toEqual({ signal: null, output: 'captured\n' });
});
