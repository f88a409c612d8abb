import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { integrationView, beginOAuth, checkConnection, connectByKey, disconnect, finishOAuth, inboundList, receiveWebhook, removeApp, setApp, superApps } from '#modules/integrations/index.ts';
import { carryOutPayment, refundPayment, requestPayment, setPlatformFee } from '#modules/payments/index.ts';
import { pauseFollowers } from '#modules/payments/testing.ts';
import { newId } from '#platform/ids.ts';
import type { Superadmin } from '#platform/operations/super-operation.ts';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '#platform/testing/database.ts';
import { fromForm } from '#platform/testing/contract.ts';
import { openContext } from '#platform/tenancy/context.ts';
import { MINUTE, now, travel } from '#platform/time.ts';
import './index.ts';
import { keyOf, openStripe } from './testing.ts';

let house: TestHouse;
let shop: TestWorkspace;
let bringBack: () => void;
let stripe: Awaited<ReturnType<typeof openStripe>>;
let back = () => {};
beforeAll(async () => {
  bringBack = pauseFollowers();
  house = await openTestDatabase();
  shop = await house.newWorkspace({ tier: 'growth' });
  stripe = await openStripe();
});
afterEach(() => {
  back();
  back = () => {};
});
afterAll(async () => {
  bringBack();
  await stripe.close();
  await house.close();
});

const looksAfter = { userId: newId(), name: 'Sue Super', email: 'sue@example.test', requestId: newId() } as unknown as Superadmin;
const register = () => setApp.call(looksAfter, { vendor: 'stripe', settings: { clientId: 'ca_1' }, secrets: { secretKey: 'sk_platform', signingSecret: 'whsec_platform' } });
const stateIn = (address: string) => new URL(address).searchParams.get('state')!;

test('a key is tried before it is kept: a wrong one is refused in words and nothing is stored', async () => {
  const other = await house.newWorkspace();
  await expect(connectByKey.call(other.ctx, { vendor: 'stripe', secrets: { secretKey: 'sk_test_wrong' } })).rejects.toMatchObject({ sentence: expect.stringContaining('does not accept') as string });
  await expect(connectByKey.call(other.ctx, { vendor: 'stripe' })).rejects.toMatchObject({ details: { fields: { 'secrets.secretKey': 'is missing' } } });
  stripe.double.faults.push('away');
  await expect(connectByKey.call(other.ctx, { vendor: 'stripe', secrets: { secretKey: 'sk_test_good' } })).rejects.toMatchObject({ code: 'not_reached' });
  expect(await other.ctx.read((r) => r.sql`select 1 from integration_connections`)).toEqual([]);
});

test('a key that works is connected, our address is registered there, and no key is ever shown', async () => {
  const other = await house.newWorkspace();
  expect(await connectByKey.call(other.ctx, { vendor: 'stripe', secrets: { secretKey: keyOf(other) } })).toMatchObject({ state: 'connected', sentence: 'Corner Shop' });
  expect([...stripe.double.book(keyOf(other)).hooks.values()]).toMatchObject([{ url: expect.stringMatching(/\/api\/webhooks\/stripe\/[0-9a-f-]{36}$/) as string }]);
  const shown = await integrationView.call(other.ctx, { vendor: 'stripe' });
  const audit = await other.ctx.read((r) => r.sql`select input, changes from audit_entries`);
  const rows = await other.ctx.read((r) => r.sql`select to_jsonb(c) as row from integration_connections c`);
  for (const text of [shown, audit, rows]) expect(JSON.stringify(text)).not.toMatch(/sk_test_[0-9a-f]|whsec_made/);
  expect(shown).toMatchObject({ state: 'connected', kept: ['secretKey'] });
  await disconnect.call(other.ctx, { vendor: 'stripe' });
  expect(stripe.double.book(keyOf(other)).hooks.size).toBe(0);
});

test('a check tells when the vendor takes the key no more, and that it works again', async () => {
  const other = await house.newWorkspace();
  await connectByKey.call(other.ctx, { vendor: 'stripe', secrets: { secretKey: keyOf(other) } });
  stripe.double.faults.push('away');
  expect(await checkConnection.call(other.ctx, { vendor: 'stripe' })).toMatchObject({ state: 'connected' });
  expect((await integrationView.call(other.ctx, { vendor: 'stripe' })).lastError).not.toBe('');
  expect(await checkConnection.call(other.ctx, { vendor: 'stripe' })).toMatchObject({ state: 'connected', sentence: 'Corner Shop' });
  expect((await integrationView.call(other.ctx, { vendor: 'stripe' })).lastError).toBe('');
});

test('signing in there: only who began may finish, once, in time, and with our state', async () => {
  await register();
  const begun = await beginOAuth.call(shop.ctx, { vendor: 'stripe' });
  expect(begun.address).toMatch(/^https:\/\/connect\.stripe\.com\/oauth\/authorize\?.*redirect_uri=.*%2Fapi%2Fintegrations%2Freturn/);
  const stateToken = stateIn(begun.address);
  const colleague = openContext({ workspaceId: shop.workspaceId, actor: { kind: 'member', userId: newId(), name: 'Carl', email: 'carl@example.test' }, capabilities: 'all' });
  const stranger = await house.newWorkspace();
  for (const [ctx, state] of [[colleague, stateToken], [stranger.ctx, stateToken], [shop.ctx, `${stateToken}x`], [shop.ctx, `${shop.workspaceId}.made-up`]] as const) await expect(finishOAuth.call(ctx, { stateToken: state, codeToken: 'ac_1' })).rejects.toMatchObject({ code: 'forbidden' });
  expect(await finishOAuth.call(shop.ctx, { stateToken, codeToken: 'ac_1' })).toMatchObject({ vendor: 'stripe', state: 'connected' });
  await expect(finishOAuth.call(shop.ctx, { stateToken, codeToken: 'ac_1' })).rejects.toMatchObject({ code: 'forbidden' });
  const slow = stateIn((await beginOAuth.call(shop.ctx, { vendor: 'stripe' })).address);
  back = travel(16 * MINUTE);
  await expect(finishOAuth.call(shop.ctx, { stateToken: slow, codeToken: 'ac_1' })).rejects.toMatchObject({ code: 'forbidden' });
});

test('somebody who says no there, or a token instead of a person, connects nothing', async () => {
  const stateToken = stateIn((await beginOAuth.call(shop.ctx, { vendor: 'stripe' })).address);
  await expect(finishOAuth.call(shop.ctx, { stateToken, problem: 'The user denied your request' })).rejects.toMatchObject({ code: 'declined', sentence: expect.stringContaining('denied') as string });
  const program = openContext({ workspaceId: shop.workspaceId, actor: { kind: 'system', name: 'program' }, capabilities: 'all' });
  await expect(beginOAuth.call(program, { vendor: 'stripe' })).rejects.toMatchObject({ code: 'forbidden' });
});

const pay = async (workspace: TestWorkspace, amount: number) => {
  const payment = await workspace.ctx.transaction((tx) => requestPayment(tx, { orderId: newId(), amount: { amount, currency: 'AUD' }, choice: { provider: 'stripe', token: 'pm_card_visa' } }));
  return carryOutPayment(workspace.ctx, payment.id);
};
const lastAsked = (path: string) => stripe.double.asked.filter((asked) => asked.path === path && asked.method === 'POST').at(-1)!;

test('through the installation’s app a payment is made on the merchant’s account and the fee is kept: the workspace’s own, else its tier’s', async () => {
  await setPlatformFee.call(looksAfter, { scope: 'tier', target: 'growth', percent: 1.5 });
  expect((await pay(shop, 10_033)).state).toBe('captured');
  expect(lastAsked('/v1/payment_intents').headers).toMatchObject({ authorization: 'Bearer sk_platform', 'stripe-account': 'acct_connected' });
  expect(fromForm(lastAsked('/v1/payment_intents').body)).toMatchObject({ amount: '10033', application_fee_amount: '150' });
  await setPlatformFee.call(looksAfter, { scope: 'workspace', target: shop.workspaceId, percent: 0.5 });
  const payment = await pay(shop, 10_000);
  expect(fromForm(lastAsked('/v1/payment_intents').body)).toMatchObject({ application_fee_amount: '50' });
  await refundPayment.call(shop.ctx, { id: payment.id });
  expect(fromForm(lastAsked('/v1/refunds').body)).toMatchObject({ refund_application_fee: 'true' });
  await setPlatformFee.call(looksAfter, { scope: 'workspace', target: shop.workspaceId, percent: 0 });
  await pay(shop, 10_000);
  expect(fromForm(lastAsked('/v1/payment_intents').body)).not.toHaveProperty('application_fee_amount');
});

test('messages to the installation’s address reach the workspaces of that account, and nobody else', async () => {
  const stranger = await house.newWorkspace();
  const send = (account: string, secret = 'whsec_platform') => {
    const body = JSON.stringify({ id: `evt_${account}`, type: 'customer.created', account, data: { object: {} } });
    const seconds = Math.floor(now().getTime() / 1_000);
    return receiveWebhook('stripe', 'installation', new Request('http://localhost/', { method: 'POST', body, headers: { 'stripe-signature': `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}` } }));
  };
  expect(await (await send('acct_connected')).json()).toEqual({ received: true });
  expect(await (await send('acct_connected')).json()).toEqual({ received: true, repeated: true });
  expect(await (await send('acct_of_nobody')).json()).toEqual({ received: true });
  await expect(send('acct_connected', 'whsec_forged')).rejects.toMatchObject({ code: 'unauthenticated' });
  expect([(await inboundList.call(shop.ctx, {})).total, (await inboundList.call(stranger.ctx, {})).total]).toEqual([1, 0]);
});

test('disconnecting takes the access back at Stripe; what cannot be told there is said', async () => {
  stripe.double.faults.push('away');
  const answer = await disconnect.call(shop.ctx, { vendor: 'stripe' });
  expect(answer).toMatchObject({ state: 'disconnected', sentence: expect.stringContaining('Take back the access there') as string });
  expect(lastAsked('/oauth/deauthorize').body).toContain('stripe_user_id=acct_connected');
  await expect(disconnect.call(shop.ctx, { vendor: 'stripe' })).rejects.toMatchObject({ code: 'not_found' });
});

test('a superadmin sees how the registration stands, never its secrets; forgotten, nobody can sign in there', async () => {
  const shown = await superApps.call(looksAfter, {});
  expect(shown.apps.find(({ vendor }) => vendor === 'stripe')).toMatchObject({ registered: true, kept: ['secretKey', 'signingSecret'], settings: { clientId: 'ca_1' } });
  expect(JSON.stringify(shown)).not.toMatch(/sk_platform|whsec_platform/);
  await removeApp.call(looksAfter, { vendor: 'stripe' });
  await expect(beginOAuth.call(shop.ctx, { vendor: 'stripe' })).rejects.toMatchObject({ code: 'not_registered' });
});

test('a tier’s number of connectors holds', async () => {
  const small = await house.newWorkspace({ tier: 'free' });
  await small.ctx.transaction((tx) => tx.sql`insert into integration_connections (vendor) values ('one'), ('two')`);
  await expect(connectByKey.call(small.ctx, { vendor: 'stripe', secrets: { secretKey: keyOf(small) } })).rejects.toMatchObject({ code: 'limit_reached' });
});
