import { afterAll, beforeAll, expect, test } from 'vitest';
import { disconnect, checkConnection, connectByKey } from '#modules/integrations/index.ts';
import { capturePayment, carryOutPayment, forgetMethod, hearOfCharge, hearOfDispute, hearOfGone, keepMethod, paymentProviders, refundPayment, requestKeeping, requestPayment, resolveOpenSteps, voidPayment, type PaymentChoice } from '#modules/payments/index.ts';
import { keepsAndPaysAgain, pauseFollowers } from '#modules/payments/testing.ts';
import { CONTRACTS_ABSENT, Contract, contractsHere, contractText, pathsOf } from '#platform/testing/contract.ts';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '#platform/testing/database.ts';
import { newId } from '#platform/ids.ts';
import { HOUR, MINUTE, travel } from '#platform/time.ts';
import './index.ts';
import { keyOf, openStripe } from './testing.ts';

const FILE = 'stripe/spec3.2023-08-16.yaml';
const PATHS = ['/v1/payment_intents', '/v1/payment_intents/{intent}', '/v1/payment_intents/{intent}/capture', '/v1/payment_intents/{intent}/cancel', '/v1/refunds', '/v1/checkout/sessions', '/v1/checkout/sessions/{session}', '/v1/disputes/{dispute}', '/v1/disputes/{dispute}/close', '/v1/files', '/v1/account', '/v1/webhook_endpoints', '/v1/customers', '/v1/customers/{customer}', '/v1/payment_methods/{payment_method}', '/v1/payment_methods/{payment_method}/detach', '/v1/setup_intents', '/v1/setup_intents/{intent}', '/v1/setup_intents/{intent}/cancel', '/v1/webhook_endpoints/{webhook_endpoint}'];

let house: TestHouse;
let shop: TestWorkspace;
let bringBack: () => void;
let stripe: Awaited<ReturnType<typeof openStripe>>;
beforeAll(async () => {
  bringBack = pauseFollowers();
  house = await openTestDatabase();
  stripe = await openStripe();
  shop = await house.newWorkspace();
});
afterAll(async () => {
  bringBack();
  await stripe.close();
  await house.close();
});

async function pay(choice: Omit<PaymentChoice, 'provider'>, capture: 'now' | 'later' = 'now') {
  const payment = await shop.ctx.transaction((tx) => requestPayment(tx, { orderId: newId(), amount: { amount: 2_000, currency: 'AUD' }, choice: { provider: 'stripe', ...choice }, capture }));
  return carryOutPayment(shop.ctx, payment.id);
}

/** Everything the connector ever asks, once. */
async function everything(): Promise<void> {
  await connectByKey.call(shop.ctx, { vendor: 'stripe', secrets: { secretKey: keyOf(shop) } });
  await checkConnection.call(shop.ctx, { vendor: 'stripe' });
  await refundPayment.call(shop.ctx, { id: (await pay({ token: 'pm_card_visa', returnTo: 'https://shop.example/back' })).id, amount: 500 });
  await capturePayment.call(shop.ctx, { id: (await pay({ token: 'pm_card_visa' }, 'later')).id, amount: 1_500 });
  await voidPayment.call(shop.ctx, { id: (await pay({ token: 'pm_card_visa' }, 'later')).id });
  const onPage = await pay({ returnTo: 'https://shop.example/back' });
  stripe.double.payOnPage(keyOf(shop), stripe.double.sessionOf(keyOf(shop), `charge-${onPage.id}`)!);
  await hearOfCharge(shop.ctx, 'stripe', `charge-${onPage.id}`);
  stripe.double.faults.push('lost');
  await pay({ token: 'pm_card_visa' });
  const back = travel(MINUTE);
  await resolveOpenSteps.run(shop.ctx);
  back();
  await chargeAgain();
  await keepAlone();
  await answerDisputes();
  await disconnect.call(shop.ctx, { vendor: 'stripe' });
}

/** Ways to pay are kept with a token and on the page, charged again, and let go of; one was taken off at Stripe before. */
async function chargeAgain(): Promise<void> {
  const kept = await keepsAndPaysAgain(shop, { provider: 'stripe', token: 'pm_card_visa' });
  const onPage = await keepsAndPaysAgain(shop, { provider: 'stripe', returnTo: 'https://shop.example/back' }, (key) => stripe.double.payOnPage(keyOf(shop), stripe.double.sessionOf(keyOf(shop), key)!));
  [...stripe.double.book(keyOf(shop)).methods.values()].at(-1)!.customer = null;
  for (const methodId of [kept, onPage]) await forgetMethod(shop.ctx, methodId);
}

/** A card is kept without a payment: by a token, on the page, and one whose bank asks and that is left; then one is taken off at Stripe. */
async function keepAlone(): Promise<void> {
  const returnTo = 'https://shop.example/back';
  const keep = async (choice: Omit<PaymentChoice, 'provider'>) => {
    const orderId = newId();
    const whole = { provider: 'stripe', ...choice };
    const { id } = await shop.ctx.transaction(async (tx) => requestKeeping(tx, { forId: orderId, currency: 'AUD', choice: whole, methodId: (await keepMethod(tx, { orderId, choice: whole, due: { amount: 0, currency: 'AUD' } })).id }));
    return carryOutPayment(shop.ctx, id);
  };
  const byToken = await keep({ token: 'pm_card_visa', returnTo });
  await hearOfCharge(shop.ctx, 'stripe', `charge-${byToken.id}`);
  const onPage = await keep({ returnTo });
  stripe.double.setups.keepOnPage(keyOf(shop), stripe.double.sessionOf(keyOf(shop), `charge-${onPage.id}`)!);
  await hearOfCharge(shop.ctx, 'stripe', `charge-${onPage.id}`);
  const asked = await keep({ token: 'pm_asks_now', returnTo });
  expect(asked.continueAt).toContain('/3ds/');
  const back = travel(2 * HOUR);
  await resolveOpenSteps.run(shop.ctx).finally(back);
  const states = await shop.ctx.read((r) => r.sql<{ state: string }>`select state from payments where amount = 0 order by created_at, id`);
  expect(states.map(({ state }) => state)).toEqual(['kept', 'kept', 'declined']);
  const card = [...stripe.double.book(keyOf(shop)).methods.values()].at(-1)!;
  expect(await hearOfGone(shop.ctx, 'stripe', card.id)).toBe('ignored');
}

/** One dispute is answered with evidence and files, one accepted. */
async function answerDisputes(): Promise<void> {
  const disputes = paymentProviders.get('stripe').disputes!;
  for (const kind of ['evidence', 'accept'] as const) {
    const { id } = await pay({ token: 'pm_card_visa' });
    const { id: reference } = stripe.double.dispute(keyOf(shop), stripe.double.intentOf(keyOf(shop), `charge-${id}`)!);
    expect(await hearOfDispute(shop.ctx, 'stripe', reference)).toBe('done');
    const files = [1, 2].map((n) => ({ name: `file-${n}.pdf`, contentType: 'application/pdf', bytes: Buffer.from('%PDF-1.7') }));
    const fields = { note: 'Signed for.', trackingNumber: 'T-1', refundPolicy: 'Thirty days.', customerName: 'Ana', customerEmail: 'ana@example.test', shippingAddress: '1 High Street', productDescription: 'Mug', shippingCarrier: 'Post', shippingDate: '2026-01-05', refundRefusal: 'Late.', cancellationPolicy: 'None.' };
    await (kind === 'evidence' ? disputes.submit(shop.ctx, { key: `dispute-${id}`, reference, fields, files }) : disputes.accept(shop.ctx, { key: `dispute-${id}`, reference }));
    expect((await disputes.lookup(shop.ctx, reference))?.state).toBe(kind === 'evidence' ? 'under_review' : 'lost');
  }
}

test.runIf(contractsHere(FILE))('every request to Stripe is one its published description takes', async () => {
  await everything();
  const contract = new Contract(pathsOf(contractText(FILE), PATHS));
  expect(contract.complaints(stripe.double.asked)).toEqual([]);
  const kinds = new Set(stripe.double.asked.map(({ method, path }) => `${method} ${path.split('/').slice(2, 4).join('/').replace(/\/(pi|we)_.*/, '/…')}`));
  expect(kinds.size).toBeGreaterThan(8);
  // The check is one: a request that is not right is found.
  const [asked] = stripe.double.asked.filter(({ method, path }) => method === 'POST' && path === '/v1/refunds');
  expect(contract.complaints([{ ...asked!, body: asked!.body.replace('amount=500', 'amount=much') }])).toHaveLength(1);
  expect(contract.complaints([{ ...asked!, body: `${asked!.body}&colour=red` }])).toHaveLength(1);
});

test('Stripe tells where a card is from, and what stands for it', async () => {
  const other = await house.newWorkspace();
  await connectByKey.call(other.ctx, { vendor: 'stripe', secrets: { secretKey: keyOf(other) } });
  const payment = await other.ctx.transaction((tx) => requestPayment(tx, { orderId: newId(), amount: { amount: 2_000, currency: 'AUD' }, choice: { provider: 'stripe', token: 'pm_card_visa' } }));
  await carryOutPayment(other.ctx, payment.id);
  const rows = await other.ctx.read((r) => r.sql<{ country: string; mark: string }>`select card_country as country, card_mark as mark from payments`);
  expect(rows).toEqual([{ country: 'US', mark: 'Xt5EWLLDS7FJjR1c' }]);
});

test.skipIf(contractsHere(FILE))(`Stripe: ${CONTRACTS_ABSENT}`, (context) => context.skip());
