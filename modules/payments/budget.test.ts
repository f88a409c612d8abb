import { afterAll, beforeAll, expect, test } from 'vitest';
import { statementsSoFar } from '#platform/db/count.ts';
import { newId } from '#platform/ids.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import '#connectors/test-payments/index.ts';
import { carryOutPayment, paymentsFor, requestPayment } from './index.ts';
import { pauseFollowers } from './testing.ts';

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

async function statements(work: () => Promise<unknown>): Promise<number> {
  const before = statementsSoFar();
  await work();
  return statementsSoFar() - before;
}

test('a payment costs one statement to ask for and one transaction of five to record', async () => {
  const { ctx } = await house.newWorkspace();
  const orderId = newId();
  let paymentId = '';
  const asking = await ctx.transaction(async (tx) => {
    await tx.sql`select 1`;
    return statements(async () => {
      paymentId = (await requestPayment(tx, { orderId, amount: { amount: 100, currency: 'AUD' }, choice: { provider: 'test', token: 'tok_test_ok' } })).id;
    });
  });
  expect(asking).toBe(1);
  const testProvidersOwn = 1;
  expect(await statements(() => carryOutPayment(ctx, paymentId))).toBe(5 + testProvidersOwn);
  expect(await statements(() => ctx.read((r) => paymentsFor(r, orderId)))).toBe(1);
});
