import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectByKey, disconnect, integrationView } from '#modules/integrations/index.ts';
import { carryOutPayment, lookAtPayment, paymentsFor, receivePaymentWebhook, refundPayment, requestPayment } from '#modules/payments/index.ts';
import { anyLife, live, pauseFollowers, type Living } from '#modules/payments/testing.ts';
import { useConfig } from '#platform/config.ts';
import { newId } from '#platform/ids.ts';
import { CONTRACTS_ABSENT, Contract, contractFile, contractsHere } from '#platform/testing/contract.ts';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '#platform/testing/database.ts';
import './index.ts';
import { BtcPayDouble } from './double.ts';

const LIVES = Number(process.env['LIVES'] ?? 40);
const FILES = ['btcpay/swagger.template.invoices.json', 'btcpay/swagger.template.webhooks.json', 'btcpay/swagger.template.stores.json'];

let house: TestHouse;
let bringBack: () => void;
const double = new BtcPayDouble();
beforeAll(async () => {
  bringBack = pauseFollowers();
  house = await openTestDatabase();
  useConfig({ ALLOW_PRIVATE_TARGETS: true });
  double.url = await double.open();
});
afterAll(async () => {
  bringBack();
  useConfig({ ALLOW_PRIVATE_TARGETS: false });
  await double.close();
  await house.close();
});

const connect = async ({ ctx, workspaceId }: TestWorkspace) => void (await connectByKey.call(ctx, { vendor: 'btcpay', settings: { url: double.url, storeId: workspaceId }, secrets: { apiKey: 'right' } }));

async function pay(shop: TestWorkspace) {
  const payment = await shop.ctx.transaction((tx) => requestPayment(tx, { orderId: newId(), amount: { amount: 1_234, currency: 'AUD' }, choice: { provider: 'btcpay', returnTo: 'https://shop.example/back' } }));
  return carryOutPayment(shop.ctx, payment.id);
}

test('a shopper is led to the invoice; settled there it is paid here, told by message or found by asking', async () => {
  const shop = await house.newWorkspace();
  await connect(shop);
  expect(await integrationView.call(shop.ctx, { vendor: 'btcpay' })).toMatchObject({ state: 'connected', label: 'Coin shop', settings: { hookId: 'hook' } });
  const [one, two] = [await pay(shop), await pay(shop)];
  expect(one).toMatchObject({ state: 'requested', continueAt: expect.stringContaining('/i/') as string });
  const [first, second] = double.of(shop.workspaceId) as [never, never];
  Object.assign(first, { status: 'Processing' });
  expect((await lookAtPayment(shop.ctx, one.id)).state).toBe('requested');
  Object.assign(first, { status: 'Settled' });
  const message = double.delivery('made-by-the-double', first);
  await Promise.all([receivePaymentWebhook('btcpay', shop.workspaceId, message.clone()), receivePaymentWebhook('btcpay', shop.workspaceId, message.clone())]);
  expect(await shop.ctx.read((r) => paymentsFor(r, one.orderId))).toMatchObject([{ state: 'captured', captured: { amount: 1_234 } }]);
  await expect(receivePaymentWebhook('btcpay', shop.workspaceId, double.delivery('forged', second))).rejects.toMatchObject({ code: 'unauthenticated' });
  Object.assign(second, { status: 'Settled' });
  expect((await lookAtPayment(shop.ctx, two.id)).state).toBe('captured');
});

test('money goes back in BTCPay itself, and a refund here says so and counts nothing', async () => {
  const shop = await house.newWorkspace();
  await connect(shop);
  const payment = await pay(shop);
  Object.assign(double.of(shop.workspaceId)[0]!, { status: 'Settled' });
  await lookAtPayment(shop.ctx, payment.id);
  await refundPayment.call(shop.ctx, { id: payment.id }).catch(() => undefined);
  expect(await shop.ctx.read((r) => paymentsFor(r, payment.orderId))).toMatchObject([{ state: 'captured', refunded: { amount: 0 } }]);
});

test(`${LIVES} payments by BTCPay, led through faults, repeats and late messages, end with the same money there and here`, async () => {
  const living: Living = {
    provider: 'btcpay', double, connect, tokens: [], promises: false,
    onPage(shop, _key, does) {
      const invoice = double.of(shop.workspaceId)[0];
      if (invoice?.status === 'New') invoice.status = does === 'pays' ? 'Settled' : does === 'leaves' ? 'Expired' : 'Processing';
    },
    decideAll(shop, well) {
      double.of(shop.workspaceId).forEach((invoice, n) => Object.assign(invoice, { status: invoice.status === 'Processing' ? (well(n) ? 'Settled' : 'Invalid') : invoice.status === 'New' ? 'Expired' : invoice.status }));
    },
    failARefund: () => false,
    standing: (shop) => ({ captured: double.of(shop.workspaceId).reduce((sum, { status, amount }) => sum + (status === 'Settled' ? Math.round(Number(amount) * 100) : 0), 0), refunded: 0 }),
  };
  await fc.assert(
    fc.asyncProperty(anyLife(living), async (life) => {
      const { ours, theirs, ledger } = await live(living, house, life);
      expect({ captured: ours.captured.amount, refunded: ours.refunded.amount }).toEqual(theirs);
      expect(ledger).toEqual(theirs);
      expect(['captured', 'declined']).toContain(ours.state);
    }),
    { numRuns: LIVES, endOnFailure: true },
  );
}, 1_800_000);

test.runIf(contractsHere(...FILES))('every request to BTCPay is one its published description takes', async () => {
  const shop = await house.newWorkspace();
  await connect(shop);
  await disconnect.call(shop.ctx, { vendor: 'btcpay' });
  const parts = FILES.map(contractFile) as { paths: object; components: { schemas: object } }[];
  const whole = { paths: Object.assign({}, ...parts.map(({ paths }) => paths)) as object, components: { schemas: Object.assign({}, ...parts.map(({ components }) => components.schemas)) as object } };
  const known = Object.keys(whole.paths);
  expect(known).toContain('/api/v1/stores/{storeId}/invoices');
  const asked = double.asked.filter(({ method, path }) => method === 'POST' && path.endsWith('/invoices'));
  expect(asked.length).toBeGreaterThan(1);
  // The schema of an invoice names parts of other files, which are not all here; names and required fields are checked by hand.
  for (const { body } of asked) expect(Object.keys(JSON.parse(body) as object).toSorted()).toEqual(['amount', 'checkout', 'currency', 'metadata']);
  expect(new Contract(whole).complaints(double.asked.filter(({ path }) => path.endsWith('/webhooks') || /\/stores\/[^/]+$/.test(path)))).toEqual([]);
});

test.skipIf(contractsHere(...FILES))(`BTCPay: ${CONTRACTS_ABSENT}`, (context) => context.skip());
