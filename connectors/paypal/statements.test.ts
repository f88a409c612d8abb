import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseAmount } from '#platform/money.ts';
import { DAY, HOUR, MINUTE, later, now } from '#platform/time.ts';
import { carryOutPayment, requestPayment } from '#modules/payments/index.ts';
import { pauseFollowers } from '#modules/payments/testing.ts';
import { readBooks, sourceList, transactionList } from '#modules/statements/index.ts';
import { ledgerOf, readsTheWholeBook } from '#modules/statements/testing.ts';
import { contractFile, contractsHere, CONTRACTS_ABSENT } from '#platform/testing/contract.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { newId } from '#platform/ids.ts';
import './index.ts';
import { clientOf, connectPayPal, openPayPal } from './testing.ts';

const RUNS = Number(process.env['LIVES'] ?? 6);
const FILE = 'paypal/reporting_transactions_v1.json';

let house: TestHouse;
let bringBack: () => void;
let payPal: Awaited<ReturnType<typeof openPayPal>>;
beforeAll(async () => {
  bringBack = pauseFollowers();
  house = await openTestDatabase();
  payPal = await openPayPal();
});
afterAll(async () => {
  bringBack();
  await payPal.close();
  await house.close();
});

test('what moved at PayPal is read month by month, tied to our payments, and what was pending is booked once it is', async () => {
  const shop = await house.newWorkspace();
  await connectPayPal(shop);
  const payment = await shop.ctx.transaction((tx) => requestPayment(tx, { orderId: newId(), amount: { amount: 2_500, currency: 'AUD' }, choice: { provider: 'paypal', token: 'vault-good' } }));
  await carryOutPayment(shop.ctx, payment.id);
  const capture = payPal.double.orderOf(clientOf(shop), `charge-${payment.id}`)!.captures[0]!.id;
  payPal.double.move(clientOf(shop), { code: 'T0006', value: '25.00', fee: '-1.15', transaction: capture });
  payPal.double.move(clientOf(shop), { code: 'T0400', value: '-10.00', at: later(now(), -200 * DAY) });
  const late = payPal.double.move(clientOf(shop), { code: 'T0006', value: '7.00', status: 'P' });
  await readBooks.run(shop.ctx);
  const { data } = await transactionList.call(shop.ctx, {});
  expect(data.find(({ externalId }) => externalId === capture)).toMatchObject({ match: 'matched', paymentId: payment.id, fee: { amount: 115 }, net: { amount: 2_385 }, counterpart: 'Ana Buyer' });
  expect(data.find(({ kind }) => kind === 'payout')).toMatchObject({ direction: 'out', net: { amount: -1_000 } });
  expect(data.find(({ status }) => status === 'pending')).toMatchObject({ amount: { amount: 700 } });
  (late['transaction_info'] as Record<string, unknown>)['transaction_status'] = 'S';
  await readBooks.run(shop.ctx);
  expect((await transactionList.call(shop.ctx, {})).data.map(({ status }) => status)).toEqual(['booked', 'booked', 'booked']);
});

test('a month of too many transactions is read in shorter parts; without the permission it is said in words', async () => {
  const shop = await house.newWorkspace();
  await connectPayPal(shop);
  for (let n = 0; n < 40; n++) payPal.double.move(clientOf(shop), { code: 'T0006', value: '1.00', at: later(now(), -n * DAY - 60_000) });
  payPal.double.mostInWindow = 9;
  await readBooks.run(shop.ctx);
  payPal.double.mostInWindow = 10_000;
  expect(await ledgerOf(shop)).toHaveLength(40);
  payPal.double.faults.push('away');
  await readBooks.run(shop.ctx);
  expect((await sourceList.call(shop.ctx, {})).data[0]!.lastError).toContain('PayPal answered 503');
});

test(`${RUNS} times PayPal’s book, read through faults by several at once while it grows, is the same here and there`, async () => {
  payPal.double.mostLines = 7;
  await readsTheWholeBook({
    vendor: 'paypal', double: payPal.double, connect: connectPayPal,
    move: (shop, n, when) => void payPal.double.move(clientOf(shop), { code: n % 3 === 0 ? 'T1107' : 'T0006', value: n % 3 === 0 ? `-${n + 1}.05` : `${n}.10`, ...(n % 2 === 0 && { fee: '-0.30' }), at: later(now(), when === 'long ago' ? -(n % 50) * DAY - MINUTE : -(n % 60) * HOUR - MINUTE) }),
    book: (shop) => payPal.double.book(clientOf(shop)).lines.map(({ transaction_info: info }) => lineOf(info as Record<string, unknown>)),
  }, house, RUNS);
  payPal.double.mostLines = 500;
}, 600_000);

function lineOf(info: Record<string, unknown>) {
  const minor = (amount: unknown) => parseAmount((amount as { value: string } | undefined)?.value ?? '0', 'AUD');
  const fee = 0 - minor(info['fee_amount']);
  return { externalId: String(info['transaction_id']), net: minor(info['transaction_amount']) - fee, fee, currency: 'AUD' };
}

test.runIf(contractsHere(FILE))('what is asked for statements is in PayPal’s published description', () => {
  const { components } = contractFile(FILE) as { components: { parameters: Record<string, { name: string; required?: boolean; schema?: { maximum?: number } }> } };
  const known = Object.values(components.parameters);
  const asked = payPal.double.asked.filter(({ path }) => path === '/v1/reporting/transactions');
  expect(asked.length).toBeGreaterThan(10);
  for (const { query } of asked) {
    expect([...query.keys()].filter((name) => !known.some((parameter) => parameter.name === name))).toEqual([]);
    expect(known.filter(({ required, name }) => required && !query.has(name))).toEqual([]);
    expect(Number(query.get('page_size'))).toBeLessThanOrEqual(known.find(({ name }) => name === 'page_size')!.schema!.maximum!);
  }
});

test.skipIf(contractsHere(FILE))(`PayPal: ${CONTRACTS_ABSENT}`, (context) => context.skip());
