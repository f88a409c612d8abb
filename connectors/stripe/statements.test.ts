import { afterAll, beforeAll, expect, test } from 'vitest';
import { carryOutPayment, refundPayment, requestPayment } from '#modules/payments/index.ts';
import { pauseFollowers } from '#modules/payments/testing.ts';
import { readBooks, readNow, sourceList, transactionList, transactionSums, transactionView } from '#modules/statements/index.ts';
import { readsTheWholeBook } from '#modules/statements/testing.ts';
import { CONTRACTS_ABSENT, Contract, contractsHere, contractText, pathsOf } from '#platform/testing/contract.ts';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '#platform/testing/database.ts';
import { newId } from '#platform/ids.ts';
import './index.ts';
import { connectStripe, keyOf, openStripe } from './testing.ts';

const RUNS = Number(process.env['LIVES'] ?? 15);
const FILE = 'stripe/spec3.2023-08-16.yaml';

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

async function pay(shop: TestWorkspace, amount: number) {
  const payment = await shop.ctx.transaction((tx) => requestPayment(tx, { orderId: newId(), amount: { amount, currency: 'AUD' }, choice: { provider: 'stripe', token: 'pm_card_visa' } }));
  await carryOutPayment(shop.ctx, payment.id);
  const charge = stripe.double.intentOf(keyOf(shop), `charge-${payment.id}`)!.latest_charge!;
  return { id: payment.id, charge };
}

test('what moved at Stripe is written down once, tied to our payments and refunds, and the rest can be filtered', async () => {
  const shop = await house.newWorkspace();
  await connectStripe(shop);
  const [sold, other] = [await pay(shop, 10_000), await pay(shop, 2_000)];
  await refundPayment.call(shop.ctx, { id: sold.id, amount: 4_000 });
  const [refund] = stripe.double.book(keyOf(shop)).refunds.keys();
  stripe.double.move(keyOf(shop), { type: 'charge', amount: 10_000, fee: 320, source: sold.charge });
  stripe.double.move(keyOf(shop), { type: 'charge', amount: 1_900, fee: 60, source: other.charge });
  stripe.double.move(keyOf(shop), { type: 'refund', amount: -4_000, source: refund! });
  stripe.double.move(keyOf(shop), { type: 'payout', amount: -5_000, source: 'po_1' });
  stripe.double.move(keyOf(shop), { type: 'charge', amount: 777, fee: 30, currency: 'jpy', source: 'ch_of_another_shop' });
  await readBooks.run(shop.ctx);
  await readBooks.run(shop.ctx);
  const { data, total } = await transactionList.call(shop.ctx, {});
  expect(total).toBe(5);
  expect(data.find(({ reference }) => reference === sold.charge)).toMatchObject({ match: 'matched', paymentId: sold.id, kind: 'payment', direction: 'in', amount: { amount: 10_000, currency: 'AUD' }, fee: { amount: 320 }, net: { amount: 9_680 } });
  expect(data.find(({ reference }) => reference === other.charge)).toMatchObject({ match: 'differs' });
  expect(data.find(({ kind }) => kind === 'refund')).toMatchObject({ match: 'matched', paymentId: sold.id, direction: 'out', net: { amount: -4_000 } });
  expect((await transactionList.call(shop.ctx, { filter: { match: 'unexplained' } })).data.map(({ reference }) => reference).toSorted()).toEqual(['ch_of_another_shop', 'po_1']);
  expect((await transactionSums.call(shop.ctx, {})).data).toEqual([
    { currency: 'AUD', in: 11_900, out: 9_000, fees: 380, net: 2_520, count: 4, unexplained: 1 },
    { currency: 'JPY', in: 777, out: 0, fees: 30, net: 747, count: 1, unexplained: 1 },
  ]);
  expect((await transactionSums.call(shop.ctx, { filter: { kind: 'payout' } })).data).toMatchObject([{ out: 5_000, count: 1 }]);
  expect(await transactionView.call(shop.ctx, { id: data[0]!.id })).toMatchObject({ source: 'Stripe', raw: { object: 'balance_transaction' } });
  const stranger = await house.newWorkspace();
  expect((await transactionList.call(stranger.ctx, {})).total).toBe(0);
});

test('reading now says what came and, in words, why it stopped; a payment that was recorded later is tied then', async () => {
  const shop = await house.newWorkspace();
  await connectStripe(shop);
  await readBooks.run(shop.ctx);
  const [source] = (await sourceList.call(shop.ctx, {})).data;
  stripe.double.faults.push('broken', 'away');
  expect(await readNow.call(shop.ctx, { id: source!.id })).toMatchObject({ added: 0, problem: expect.stringContaining('Stripe answered 500') as string });
  expect((await sourceList.call(shop.ctx, {})).data).toMatchObject([{ state: 'connected', lastError: expect.stringContaining('500') as string }]);
  stripe.double.faults.length = 0;
  const { charge } = await pay(shop, 3_000);
  stripe.double.move(keyOf(shop), { type: 'charge', amount: 3_000, fee: 90, source: charge });
  await shop.ctx.transaction((tx) => tx.sql`update payments set provider = 'test'`);
  expect(await readNow.call(shop.ctx, { id: source!.id })).toEqual({ id: source!.id, added: 1, problem: '' });
  await shop.ctx.transaction((tx) => tx.sql`update payments set provider = 'stripe'`);
  await readBooks.run(shop.ctx);
  expect((await transactionList.call(shop.ctx, {})).data).toMatchObject([{ match: 'matched' }]);
  await expect(readNow.call(shop.ctx, { id: newId() })).rejects.toMatchObject({ code: 'not_found' });
});

test(`${RUNS} times Stripe’s book, read through faults by several at once while it grows, is the same here and there`, async () => {
  stripe.double.mostLines = 7;
  await readsTheWholeBook({
    vendor: 'stripe', double: stripe.double, connect: connectStripe,
    move: (shop, n) => void stripe.double.move(keyOf(shop), { type: n % 3 === 0 ? 'refund' : 'charge', amount: n % 3 === 0 ? -n * 13 - 1 : n * 101 + 1, fee: n % 5, currency: n % 4 === 0 ? 'jpy' : 'aud', source: `ch_${n}` }),
    book: (shop) => stripe.double.book(keyOf(shop)).lines.map((line) => ({ externalId: String(line['id']), net: Number(line['net']), fee: Number(line['fee']), currency: String(line['currency']).toUpperCase() })),
  }, house, RUNS);
  stripe.double.mostLines = 100;
}, 600_000);

test.runIf(contractsHere(FILE))('what is asked for statements is in Stripe’s published description', () => {
  const asked = stripe.double.asked.filter(({ path }) => path === '/v1/balance_transactions');
  expect(new Contract(pathsOf(contractText(FILE), ['/v1/balance_transactions'])).complaints(asked)).toEqual([]);
  expect(new Set(asked.flatMap(({ query }) => [...query.keys()]))).toEqual(new Set(['limit', 'starting_after']));
  expect(contractText(FILE)).toMatch(/\/v1\/balance_transactions:[\s\S]{1,4000}name: starting_after/);
});

test.skipIf(contractsHere(FILE))(`Stripe: ${CONTRACTS_ABSENT}`, (context) => context.skip());
