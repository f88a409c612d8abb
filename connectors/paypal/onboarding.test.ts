import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownShop, signUp } from '#modules/accounts/testing.ts';
import { beginOAuth, checkConnection, connectByKey, disconnect, finishOAuth, hearInbound, inboundList, integrationView, receiveWebhook, setApp, superApps } from '#modules/integrations/index.ts';
import { capturePayment, carryOutPayment, hearOfCharge, offeredProviders, paymentsFor, refundPayment, requestPayment, setPlatformFee } from '#modules/payments/index.ts';
import { keepsAndPaysAgain, pauseFollowers } from '#modules/payments/testing.ts';
import { newId } from '#platform/ids.ts';
import { setLog } from '#platform/log.ts';
import type { TestWorkspace } from '#platform/testing/database.ts';
import { whereFound } from '#platform/testing/where-found.ts';
import { startServer, type TestServer } from '#worlds/testing.ts';
import './index.ts';
import type { Merchant } from './double-partners.ts';
import { clientOf, connectPayPal, LOOKS_AFTER, openPayPal, PLATFORM, PLATFORM_SECRET, registerPlatform, signInAtPayPal, wayBack } from './testing.ts';

let server: TestServer;
let bringBack: () => void;
let payPal: Awaited<ReturnType<typeof openPayPal>>;
let logged = '';
const states: string[] = [];
beforeAll(async () => {
  bringBack = pauseFollowers();
  server = await startServer({ timers: 'off' });
  payPal = await openPayPal();
  await registerPlatform(payPal.double);
  setLog({ level: 'debug', write: (line) => (logged += line) });
});
afterAll(async () => {
  bringBack();
  setLog({ level: 'info', write: (line) => void process.stdout.write(line) });
  await payPal.close();
  await server.stop();
});

const partners = () => payPal.double.partners;
const begin = async ({ ctx }: Pick<TestWorkspace, 'ctx'>) => (await beginOAuth.call(ctx, { vendor: 'paypal' })).address;
const stateOf = async ({ ctx }: Pick<TestWorkspace, 'ctx'>) => (await integrationView.call(ctx, { vendor: 'paypal' })).state;
const lastAsked = (path: RegExp) => payPal.double.asked.filter((asked) => asked.method === 'POST' && path.test(asked.path)).at(-1)!;
const signIn = (shop: TestWorkspace, merchant?: Merchant) => signInAtPayPal(payPal.double, shop, merchant);

function told(type: string, resource: object, id?: string): Request {
  return payPal.double.event(PLATFORM.webhookId, type, resource as Record<string, unknown>, id);
}

async function hearAll({ ctx }: Pick<TestWorkspace, 'ctx'>): Promise<void> {
  const waiting = await ctx.read((r) => r.sql<{ id: string }>`select id from inbound_messages where state in ('waiting', 'failed')`);
  for (const { id } of waiting) await hearInbound(ctx, id);
}

async function pay({ ctx }: Pick<TestWorkspace, 'ctx'>, amount: number, capture: 'now' | 'later' = 'now', returnTo?: string) {
  const payment = await ctx.transaction((tx) => requestPayment(tx, { orderId: newId(), amount: { amount, currency: 'AUD' }, choice: { provider: 'paypal', ...(returnTo ? { returnTo } : { token: 'vault-good' }) }, capture }));
  return carryOutPayment(ctx, payment.id);
}

const standing = async ({ ctx }: Pick<TestWorkspace, 'ctx'>, { orderId }: { orderId: string }) => (await ctx.read((r) => paymentsFor(r, orderId)))[0];

test('over HTTP: a member signs in at PayPal, a shopper pays the merchant, the installation keeps its fee, the money goes back with its part', async () => {
  const ana = await signUp('Ana');
  const shop = await ownShop(ana, 'Ana’s shop');
  await setPlatformFee.call(LOOKS_AFTER, { scope: 'workspace', target: shop.workspaceId, percent: 2 });
  const send = async (path: string, body: object) => {
    const answer = await fetch(`${server.url}/api/admin${path}`, { method: 'POST', headers: { 'content-type': 'application/json', origin: server.url, cookie: ana.cookie, 'x-workspace-id': shop.workspaceId }, body: JSON.stringify(body) });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const begun = await send('/integrations/paypal/sign-ins', {});
  expect(begun.status, JSON.stringify(begun.body)).toBe(201);
  const merchant = partners().newMerchant();
  const back = partners().signIn(String(begun.body['address']), merchant);
  states.push(back.searchParams.get('state')!);
  const led = await fetch(`${server.url}${back.pathname}${back.search}`, { redirect: 'manual' });
  const page = new URL(led.headers.get('location')!, server.url);
  expect([led.status, page.pathname]).toEqual([303, `/admin/w/${shop.slug}/integrations/return`]);
  expect(await send('/integrations/sign-ins/return', wayBack(page))).toMatchObject({ status: 201, body: { vendor: 'paypal', state: 'connected', sentence: `Sandbox ${merchant.email}` } });

  const payment = await pay(shop, 10_050, 'now', 'https://shop.example/back');
  const order = payPal.double.orderOf(merchant.id, `charge-${payment.id}`)!;
  const { headers, body } = lastAsked(/^\/v2\/checkout\/orders$/);
  expect(headers).toMatchObject({ authorization: `Bearer of-${PLATFORM.clientId}`, 'paypal-partner-attribution-id': PLATFORM.attributionId });
  const [unit] = (JSON.parse(body) as { purchase_units: object[] }).purchase_units;
  expect(unit).toMatchObject({ payee: { merchant_id: merchant.id }, payment_instruction: { platform_fees: [{ amount: { currency_code: 'AUD', value: '2.01' } }] } });
  payPal.double.approve(order);
  const message = told('CHECKOUT.ORDER.APPROVED', payPal.double.shown(order));
  expect((await fetch(`${server.url}/api/webhooks/paypal/installation`, { method: 'POST', headers: message.headers, body: await message.text() })).status).toBe(200);
  await hearAll(shop);
  expect(await standing(shop, payment)).toMatchObject({ state: 'captured', captured: { amount: 10_050 } });
  expect(await send(`/payments/${payment.id}/refunds`, { amount: 5_000 })).toMatchObject({ status: 201 });
  expect(JSON.parse(lastAsked(/\/refund$/).body)).toMatchObject({ payment_instruction: { platform_fees: [{ amount: { currency_code: 'AUD', value: '1.00' } }] } });
  expect(order.refunds).toHaveLength(1);
  expect((await send('/integrations/paypal/checks', {})).body).toMatchObject({ state: 'connected' });
});

test('what is promised first pays its fee when it is captured, for what is captured', async () => {
  const shop = await server.house.newWorkspace();
  const merchant = await signIn(shop);
  await setPlatformFee.call(LOOKS_AFTER, { scope: 'workspace', target: shop.workspaceId, percent: 3 });
  const { id } = await pay(shop, 10_000, 'later');
  expect(lastAsked(/^\/v2\/checkout\/orders$/).body).not.toContain('platform_fees');
  await setPlatformFee.call(LOOKS_AFTER, { scope: 'workspace', target: shop.workspaceId, percent: 9 });
  await capturePayment.call(shop.ctx, { id, amount: 3_333 });
  expect(payPal.double.orderOf(merchant.id, `charge-${id}`)!.captures).toMatchObject([{ fee: { value: '0.99' } }]);
});

test('only who began may finish, once, with our state, and only with the account that agreed', async () => {
  const [shop, stranger] = [await server.house.newWorkspace(), await server.house.newWorkspace()];
  const victim = partners().newMerchant({ allows: new Set([PLATFORM.clientId]) });
  const mine = partners().newMerchant();
  const right = wayBack(partners().signIn(await begin(shop), mine));
  for (const [ctx, stateToken] of [[stranger.ctx, right.stateToken], [shop.ctx, `${right.stateToken}x`], [shop.ctx, right.stateToken.replace(/\..*/, '.made-up')]] as const) await expect(finishOAuth.call(ctx, { ...right, stateToken })).rejects.toMatchObject({ code: 'forbidden' });
  // Somebody writes another merchant's id, or another sign-in's, into the address.
  await expect(finishOAuth.call(shop.ctx, { ...right, answer: { ...right.answer, merchantIdInPayPal: victim.id } })).rejects.toMatchObject({ code: 'forbidden', sentence: expect.stringContaining('not the one that signed in') as string });
  await expect(finishOAuth.call(shop.ctx, right)).rejects.toMatchObject({ code: 'forbidden' });
  const other = wayBack(partners().signIn(await begin(stranger), victim));
  const again = wayBack(partners().signIn(await begin(shop), mine));
  await expect(finishOAuth.call(shop.ctx, { stateToken: again.stateToken, answer: other.answer })).rejects.toMatchObject({ code: 'forbidden', sentence: expect.stringContaining('another sign-in') as string });
  // Nobody agreed on the page that was made for this state, whatever stands in the address.
  const nobody = new URL(partners().referralAt(await begin(shop)).back).searchParams.get('state')!;
  await expect(finishOAuth.call(shop.ctx, { stateToken: nobody, answer: { merchantIdInPayPal: victim.id, permissionsGranted: 'true' } })).rejects.toMatchObject({ code: 'not_ready' });
  expect(await stateOf(shop)).toBe('disconnected');
  const last = wayBack(partners().signIn(await begin(shop), mine));
  expect(await finishOAuth.call(shop.ctx, last)).toMatchObject({ state: 'connected' });
  await expect(finishOAuth.call(shop.ctx, last)).rejects.toMatchObject({ code: 'forbidden' });
});

test('no consent, no confirmed e-mail, no money to be received: said in words, nothing connected; confirmed meanwhile, the same page goes on', async () => {
  const shop = await server.house.newWorkspace();
  const refuses = wayBack(partners().signIn(await begin(shop), partners().newMerchant(), 'refuses'));
  await expect(finishOAuth.call(shop.ctx, refuses)).rejects.toMatchObject({ code: 'declined', sentence: expect.stringContaining('did not allow') as string });
  const merchant = partners().newMerchant({ confirmed: false, receivable: false });
  const back = wayBack(partners().signIn(await begin(shop), merchant));
  await expect(finishOAuth.call(shop.ctx, back)).rejects.toMatchObject({ code: 'not_ready', sentence: expect.stringMatching(/e-mail address is not confirmed.*Nothing is lost/s) as string });
  merchant.confirmed = true;
  await expect(finishOAuth.call(shop.ctx, back)).rejects.toMatchObject({ code: 'not_ready', sentence: expect.stringContaining('cannot receive payments') as string });
  expect([await stateOf(shop), (await shop.ctx.read(offeredProviders)).some(({ id }) => id === 'paypal')]).toEqual(['disconnected', false]);
  merchant.receivable = true;
  expect(await finishOAuth.call(shop.ctx, back)).toMatchObject({ state: 'connected' });
});

test('a partner that PayPal has not approved for everything asks for less; one that is no partner hears why', async () => {
  const shop = await server.house.newWorkspace();
  const features = async () => partners().referralAt(await begin(shop)).features;
  expect(await features()).toEqual(expect.arrayContaining(['PAYMENT', 'REFUND', 'PARTNER_FEE', 'VAULT', 'READ_SELLER_DISPUTE', 'ADVANCED_TRANSACTIONS_SEARCH']));
  partners().notApproved.add('VAULT');
  expect(await features()).toEqual(['PAYMENT', 'REFUND', 'PARTNER_FEE']);
  partners().notApproved.add('PAYMENT');
  await expect(begin(shop)).rejects.toMatchObject({ code: 'not_registered', sentence: expect.stringContaining('approved as a partner') as string });
  partners().notApproved.clear();
});

test('PayPal away at any step: nothing half done, nothing lost, and the same step works later', async () => {
  const shop = await server.house.newWorkspace();
  const merchant = partners().newMerchant();
  const { double } = payPal;
  for (const fault of ['away', 'broken', 'drops', 'lost'] as const) {
    double.chance = ({ path }) => (path.includes('/customer/') ? fault : undefined);
    await expect(begin(shop), fault).rejects.toMatchObject({ code: 'not_reached' });
    double.chance = () => undefined;
    const back = wayBack(partners().signIn(await begin(shop), merchant));
    for (const step of [/tracking/, /integrations\/\w+$/]) {
      double.chance = ({ path, query }) => (step.test(`${path}?${query}`.replace(/\?$/, '')) ? fault : undefined);
      await expect(finishOAuth.call(shop.ctx, back), fault).rejects.toMatchObject({ code: 'not_reached', sentence: expect.stringContaining('Nothing is lost') as string });
    }
    double.chance = () => undefined;
    expect(await finishOAuth.call(shop.ctx, back), fault).toMatchObject({ state: 'connected' });
  }
  const payment = await pay(shop, 2_000, 'now', 'https://shop.example/back');
  double.approve(double.orderOf(merchant.id, `charge-${payment.id}`)!);
  await receiveWebhook('paypal', 'installation', told('CHECKOUT.ORDER.APPROVED', { purchase_units: [{ custom_id: `charge-${payment.id}`, payee: { merchant_id: merchant.id } }] }));
  double.chance = ({ path }) => (path.startsWith('/v2/') ? 'away' : undefined);
  await expect(hearAll(shop)).rejects.toThrow();
  expect(await checkConnection.call(shop.ctx, { vendor: 'paypal' })).toMatchObject({ state: 'connected' });
  double.chance = () => undefined;
  await hearAll(shop);
  expect(await standing(shop, payment)).toMatchObject({ state: 'captured' });
}, 30_000);

test('one address for all merchants: each message reaches the workspaces of its merchant, whatever it is about, and nobody else', async () => {
  const [a, b, twin] = [await server.house.newWorkspace(), await server.house.newWorkspace(), await server.house.newWorkspace()];
  const [one, two] = [await signIn(a), await signIn(b)];
  await signIn(twin, one);
  const count = async () => Promise.all([a, b, twin].map(async ({ ctx }) => (await inboundList.call(ctx, {})).total));
  const send = async (message: Request) => (await receiveWebhook('paypal', 'installation', message)).json();
  const about = (id: string) => ({ merchant_id: id });
  expect(await send(told('PAYMENT.CAPTURE.COMPLETED', { id: 'C1', payee: about(one.id) }, 'WH-same'))).toEqual({ received: true });
  expect(await send(told('PAYMENT.CAPTURE.COMPLETED', { id: 'C1', payee: about(one.id) }, 'WH-same'))).toEqual({ received: true, repeated: true });
  expect(await count()).toEqual([1, 0, 1]);
  await send(told('CHECKOUT.ORDER.APPROVED', { id: 'O1', purchase_units: [{ payee: about(two.id) }] }));
  await send(told('CUSTOMER.DISPUTE.CREATED', { dispute_id: 'D1', disputed_transactions: [{ seller: about(two.id) }] }));
  await send(told('PAYMENT.CAPTURE.REFUNDED', { id: 'R1', payer: about(two.id) }));
  await send(told('PAYMENT.CAPTURE.COMPLETED', { id: 'C2', payee: about('STRANGER') }));
  await send(told('VAULT.PAYMENT-TOKEN.CREATED', { id: 'V1' }));
  expect(await count()).toEqual([1, 3, 1]);
  await expect(receiveWebhook('paypal', 'installation', payPal.double.event('WH-ID-of-somebody-else', 'PAYMENT.CAPTURE.COMPLETED', { payee: about(one.id) }))).rejects.toMatchObject({ code: 'unauthenticated' });
  const [own] = await a.ctx.read((r) => r.sql<{ id: string }>`select id from integration_connections`);
  await expect(receiveWebhook('paypal', own!.id, told('PAYMENT.CAPTURE.COMPLETED', { payee: about(one.id) }))).rejects.toMatchObject({ code: 'unauthenticated' });
  expect(await count()).toEqual([1, 3, 1]);
});

test('what PayPal tells of kept ways to pay, without a merchant’s name, reaches the one workspace that keeps them', async () => {
  const [shop, other] = [await server.house.newWorkspace(), await server.house.newWorkspace()];
  const [merchant] = [await signIn(shop), await signIn(other)];
  const token = `vault-kept-${newId()}`;
  await keepsAndPaysAgain(shop, { provider: 'paypal', token });
  const [order] = payPal.double.book(merchant.id).orders.values();
  await receiveWebhook('paypal', 'installation', told('VAULT.PAYMENT-TOKEN.CREATED', { id: token, metadata: { order_id: order!.id } }));
  payPal.double.book(merchant.id).gone.add(token);
  await receiveWebhook('paypal', 'installation', told('VAULT.PAYMENT-TOKEN.DELETED', { id: token }));
  expect([(await inboundList.call(shop.ctx, {})).total, (await inboundList.call(other.ctx, {})).total]).toEqual([2, 0]);
  await hearAll(shop);
  expect(await shop.ctx.read((r) => r.sql`select gone_at is not null as gone from payment_methods`)).toEqual([{ gone: true }]);
});

test('one merchant’s payment is not touched by another’s message, though both are in one installation', async () => {
  const [a, b] = [await server.house.newWorkspace(), await server.house.newWorkspace()];
  const [one] = [await signIn(a), await signIn(b)];
  const payment = await pay(a, 2_000);
  expect(await hearOfCharge(b.ctx, 'paypal', `charge-${payment.id}`)).toBe('ignored');
  await refundPayment.call(a.ctx, { id: payment.id });
  expect(payPal.double.orderOf(one.id, `charge-${payment.id}`)!.refunds).toHaveLength(1);
});

test('the merchant takes the access back at PayPal: disconnected and told; the same message once more, after they came back, changes nothing', async () => {
  const shop = await server.house.newWorkspace();
  const merchant = await signIn(shop);
  const revoked = () => told('MERCHANT.PARTNER-CONSENT.REVOKED', { merchant_id: merchant.id }, `WH-revoked-${merchant.id}`);
  merchant.allows.clear();
  await expect(pay(shop, 2_000)).resolves.toMatchObject({ state: 'declined' });
  await receiveWebhook('paypal', 'installation', revoked());
  payPal.double.chance = ({ path }) => (path.includes('/merchant-integrations') ? 'away' : undefined);
  await expect(hearAll(shop)).rejects.toThrow();
  expect(await stateOf(shop)).toBe('connected');
  payPal.double.chance = () => undefined;
  await hearAll(shop);
  const broke = () => shop.ctx.read((r) => r.sql<{ reason: string }>`select data ->> 'reason' as reason from outbox where event = 'integration.broke'`);
  expect(await broke()).toEqual([{ reason: expect.stringContaining('taken back at PayPal') as string }]);
  expect(await integrationView.call(shop.ctx, { vendor: 'paypal' })).toMatchObject({ state: 'disconnected', lastError: expect.stringContaining('Connect it again') as string });
  await signIn(shop, merchant);
  await receiveWebhook('paypal', 'installation', told('MERCHANT.PARTNER-CONSENT.REVOKED', { merchant_id: merchant.id }));
  await hearAll(shop);
  expect([await stateOf(shop), (await broke()).length]).toEqual(['connected', 1]);
});

test('disconnecting says what only the merchant can do at PayPal; a client id and secret of their own go on as ever', async () => {
  const shop = await server.house.newWorkspace();
  await signIn(shop);
  const { leftToDo } = await integrationView.call(shop.ctx, { vendor: 'paypal' });
  expect(leftToDo).toContain('PayPal lets only you take the access back');
  expect(await disconnect.call(shop.ctx, { vendor: 'paypal' })).toMatchObject({ state: 'disconnected', sentence: leftToDo });
  expect(await shop.ctx.read((r) => r.sql`select secrets_sealed, settings, last_error from integration_connections`)).toEqual([{ secrets_sealed: null, settings: {}, last_error: leftToDo }]);
  await setPlatformFee.call(LOOKS_AFTER, { scope: 'workspace', target: shop.workspaceId, percent: 2 });
  await connectPayPal(shop);
  expect(await integrationView.call(shop.ctx, { vendor: 'paypal' })).toMatchObject({ state: 'connected', byKey: true, bySignIn: true, leftToDo: '', lastError: '' });
  await pay(shop, 2_000);
  const { headers, body } = lastAsked(/^\/v2\/checkout\/orders$/);
  expect(headers['authorization']).toBe(`Bearer of-${clientOf(shop)}`);
  expect([headers['paypal-auth-assertion'], headers['paypal-partner-attribution-id'], /payee|platform_fees/.test(body)]).toEqual([undefined, undefined, false]);
  await expect(connectByKey.call((await server.house.newWorkspace()).ctx, { vendor: 'paypal', settings: { clientId: 'x', mode: 'sandbox' }, secrets: { clientSecret: 'wrong' } })).rejects.toMatchObject({ code: 'not_connected' });
});

test('the installation’s registration is tried first; its address is made at PayPal once, and what fails there is said', async () => {
  const again = (settings: Record<string, string>, secrets: Record<string, string> = {}) => setApp.call(LOOKS_AFTER, { vendor: 'paypal', settings, secrets });
  await expect(again({ mode: 'elsewhere' })).rejects.toMatchObject({ code: 'invalid' });
  await expect(again({}, { clientSecret: 'wrong' })).rejects.toMatchObject({ code: 'not_connected' });
  payPal.double.chance = ({ path }) => (path.startsWith('/v1/notifications/') ? 'away' : undefined);
  expect(await again({ webhookId: '' })).toMatchObject({ sentence: expect.stringContaining('messages could not be switched on') as string });
  payPal.double.chance = () => undefined;
  for (const _ of [1, 2]) await again({ webhookId: '' });
  const { hooks } = payPal.double.book(PLATFORM.clientId);
  expect(hooks).toMatchObject([{ url: expect.stringMatching(/\/api\/webhooks\/paypal\/installation$/) as string, event_types: expect.arrayContaining([{ name: 'MERCHANT.PARTNER-CONSENT.REVOKED' }]) as object }]);
  const shop = await server.house.newWorkspace();
  const merchant = await signIn(shop);
  const message = payPal.double.event(String(hooks[0]!['id']), 'PAYMENT.CAPTURE.COMPLETED', { payee: { merchant_id: merchant.id } });
  expect(await (await receiveWebhook('paypal', 'installation', message)).json()).toEqual({ received: true });
  expect((await inboundList.call(shop.ctx, {})).total).toBe(1);
  await again({ webhookId: PLATFORM.webhookId });
  const { apps } = await superApps.call(LOOKS_AFTER, {});
  expect(apps.find(({ vendor }) => vendor === 'paypal')).toMatchObject({ registered: true, kept: ['clientSecret'], lastError: '', hook: expect.stringContaining('/installation') as string });
  expect(JSON.stringify(apps)).not.toContain(PLATFORM_SECRET);
});

test('neither secret nor token stands in a workspace’s tables or in the log', async () => {
  const shop = await server.house.newWorkspace();
  const back = wayBack(partners().signIn(await begin(shop), partners().newMerchant()));
  await finishOAuth.call(shop.ctx, back);
  await pay(shop, 2_000);
  const secrets = [PLATFORM_SECRET, `of-${PLATFORM.clientId}`, back.stateToken, ...states];
  expect(await whereFound(shop, secrets)).toEqual([]);
  expect(logged.length).toBeGreaterThan(0);
  for (const secret of secrets) expect(logged).not.toContain(secret);
});
