import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { setLog } from '#platform/log.ts';
import { newId } from '#platform/ids.ts';
import { operation } from '#platform/operations/operation.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import '#connectors/test-payments/index.ts';
import { PaymentChoice, carryOutPayment, requestPayment } from './index.ts';
import { pauseFollowers } from './testing.ts';

let house: TestHouse;
let bringBack: () => void;
beforeAll(async () => {
  bringBack = pauseFollowers();
  house = await openTestDatabase();
});
afterAll(async () => {
  bringBack();
  setLog({ write: (line) => void process.stdout.write(line) });
  await house.close();
});

// A checkout in the small: its input, with the card in it, goes through audit and idempotency like any other.
const pay = operation({
  name: 'test.pay',
  route: 'POST /pay',
  says: 'Pay',
  needs: 'orders:write',
  input: z.object({ orderId: z.uuid(), payment: PaymentChoice }),
  output: z.object({ paymentId: z.uuid() }),
  async run(tx, { orderId, payment }) {
    return { paymentId: (await requestPayment(tx, { orderId, amount: { amount: 100, currency: 'AUD' }, choice: payment })).id };
  },
  async afterCommit(ctx, answer) {
    await carryOutPayment(ctx, answer.paymentId);
    return answer;
  },
});

test('of a card nothing but brand and last four digits is found anywhere in the database or the log', async () => {
  let logged = '';
  setLog({ level: 'debug', write: (line) => (logged += line) });
  const { ctx } = await house.newWorkspace();
  for (const cardNumber of ['4242424242424242', '4000 0000 0000 0119', '4000000000000002'])
    await pay.call(ctx, { orderId: newId(), payment: { provider: 'test', cardNumber, cardExpiry: '12/40', cardCvc: '987' } }, { idempotencyKey: cardNumber.slice(-4) });
  const stored = await everythingIn(house.url);
  expect(stored).toContain('tok_test_ok');
  for (const text of [stored, logged]) expect(text).not.toMatch(/4242\s*4242\s*4242|4000\s*0000\s*0000|"987"/);
  expect(logged).toContain('A payment provider did not answer');
});

async function everythingIn(url: string): Promise<string> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  try {
    const { rows: tables } = await owner.query<{ name: string }>(`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`);
    const texts: string[] = [];
    for (const { name } of tables) texts.push((await owner.query<{ all: string | null }>(`select string_agg(t::text, E'\\n') as all from ${name} t`)).rows[0]!.all ?? '');
    return texts.join('\n');
  } finally {
    await owner.end();
  }
}
