import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { accountAt, beginOAuth, connectByKey, disconnect, finishOAuth, integrationView, refreshTokens, setApp } from '#modules/integrations/index.ts';
import { carryOutPayment, hearOfCharge, refundPayment, requestPayment } from '#modules/payments/index.ts';
import { pauseFollowers } from '#modules/payments/testing.ts';
import { newId } from '#platform/ids.ts';
import type { Superadmin } from '#platform/operations/super-operation.ts';
import { CONTRACTS_ABSENT, Contract, contractFile, contractsHere } from '#platform/testing/contract.ts';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '#platform/testing/database.ts';
import { HOUR, MINUTE, travel } from '#platform/time.ts';
import './index.ts';
import { openPolar, pageOf, tokenOf } from './testing.ts';

const FILE = 'polar/2026-10.openapi.json';

let house: TestHouse;
let bringBack: () => void;
let polar: Awaited<ReturnType<typeof openPolar>>;
const backs: (() => void)[] = [];
beforeAll(async () => {
  bringBack = pauseFollowers();
  house = await openTestDatabase();
  polar = await openPolar();
  const who = { userId: newId(), name: 'Sue Super', email: 'sue@example.test', requestId: newId() } as unknown as Superadmin;
  await setApp.call(who, { vendor: 'polar', settings: { clientId: 'polar_ci_1', mode: 'sandbox' }, secrets: { clientSecret: 'right' } });
});
afterEach(() => {
  for (const back of backs.splice(0).toReversed()) back();
});
afterAll(async () => {
  bringBack();
  await polar.close();
  await house.close();
});

async function signIn(shop: TestWorkspace): Promise<void> {
  const { address } = await beginOAuth.call(shop.ctx, { vendor: 'polar' });
  const code = polar.double.consent(address, tokenOf(shop));
  await finishOAuth.call(shop.ctx, { stateToken: new URL(address).searchParams.get('state')!, codeToken: code });
}

const passes = (millis: number) => backs.push(travel(millis));
const refreshes = () => polar.double.asked.filter(({ path, body }) => path === '/v1/oauth2/token' && body.includes('refresh_token')).length;
const secretsOf = async ({ ctx }: TestWorkspace) => (await ctx.read((r) => r.sql<{ kept: boolean; state: string }>`select secrets_sealed is not null as kept, state from integration_connections where vendor = 'polar'`))[0];

test('signing in at Polar: the state and the proof of who began belong together, and a code is exchanged once', async () => {
  const shop = await house.newWorkspace();
  const { address } = await beginOAuth.call(shop.ctx, { vendor: 'polar' });
  const asked = new URL(address).searchParams;
  expect(address).toMatch(/^https:\/\/sandbox\.polar\.sh\/oauth2\/authorize\?/);
  expect(asked.get('code_challenge_method')).toBe('S256');
  const state = asked.get('state')!;
  // Somebody slips in a code that was consented to under another challenge.
  const foreign = polar.double.consent((await beginOAuth.call(shop.ctx, { vendor: 'polar' })).address, tokenOf(shop));
  await expect(finishOAuth.call(shop.ctx, { stateToken: state, codeToken: foreign })).rejects.toMatchObject({ sentence: expect.stringContaining('not valid') as string });
  await expect(finishOAuth.call(shop.ctx, { stateToken: state, codeToken: foreign })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(finishOAuth.call(shop.ctx, { stateToken: `${shop.workspaceId}.made-up`, codeToken: foreign })).rejects.toMatchObject({ code: 'forbidden' });
  const again = (await beginOAuth.call(shop.ctx, { vendor: 'polar' })).address;
  const finish = { stateToken: new URL(again).searchParams.get('state')!, codeToken: polar.double.consent(again, tokenOf(shop)) };
  const first = await finishOAuth.call(shop.ctx, finish, { idempotencyKey: 'finish' });
  expect(first).toMatchObject({ vendor: 'polar', state: 'connected', sentence: 'Corner Shop' });
  // The answer was lost on its way to the browser, which asks again with the same key.
  expect(await finishOAuth.call(shop.ctx, finish, { idempotencyKey: 'finish' })).toMatchObject({ connectionId: first.connectionId, state: 'connected' });
  expect(polar.double.book(tokenOf(shop)).hooks).toHaveLength(1);
});

test('a token is renewed before it ends, once, by however many; one that has ended is renewed when it is needed', async () => {
  const shop = await house.newWorkspace();
  await signIn(shop);
  const before = refreshes();
  passes(30 * MINUTE);
  await refreshTokens.run(shop.ctx);
  expect(refreshes()).toBe(before);
  passes(15 * MINUTE);
  const first = (await accountAt(shop.ctx, 'polar'))!.secrets;
  await Promise.all([1, 2, 3].map(() => refreshTokens.run(shop.ctx)));
  expect(refreshes()).toBe(before + 1);
  const second = (await accountAt(shop.ctx, 'polar'))!.secrets;
  expect([second['accessToken'] === first['accessToken'], second['refreshToken'] === first['refreshToken']]).toEqual([false, false]);
  passes(5 * HOUR);
  expect((await accountAt(shop.ctx, 'polar'))!.secrets['accessToken']).not.toBe(second['accessToken']);
  expect(refreshes()).toBe(before + 2);
  expect(await integrationView.call(shop.ctx, { vendor: 'polar' })).toMatchObject({ state: 'connected', lastError: '' });
});

test('Polar away is no end: the next round renews; its no is told once and not asked for again at once', async () => {
  const shop = await house.newWorkspace();
  await signIn(shop);
  passes(45 * MINUTE);
  polar.double.faults.push('away');
  await refreshTokens.run(shop.ctx);
  expect(await integrationView.call(shop.ctx, { vendor: 'polar' })).toMatchObject({ state: 'connected', lastError: expect.stringContaining('503') as string });
  await refreshTokens.run(shop.ctx);
  expect(await integrationView.call(shop.ctx, { vendor: 'polar' })).toMatchObject({ state: 'connected', lastError: '' });
  polar.double.tokens.clear();
  passes(45 * MINUTE);
  await refreshTokens.run(shop.ctx);
  const before = refreshes();
  await refreshTokens.run(shop.ctx);
  expect(refreshes()).toBe(before);
  expect(await integrationView.call(shop.ctx, { vendor: 'polar' })).toMatchObject({ state: 'broken', lastError: expect.stringContaining('not valid') as string });
  expect(await shop.ctx.read((r) => r.sql`select 1 from outbox where event = 'integration.broke'`)).toHaveLength(1);
});

test('disconnecting takes both tokens and the webhook back at Polar; also when the process died in between', async () => {
  const [shop, other] = [await house.newWorkspace(), await house.newWorkspace()];
  for (const each of [shop, other]) await signIn(each);
  const { secrets } = (await accountAt(shop.ctx, 'polar'))!;
  expect(await disconnect.call(shop.ctx, { vendor: 'polar' })).toMatchObject({ state: 'disconnected', sentence: '' });
  expect(polar.double.revoked).toEqual(expect.arrayContaining([secrets['refreshToken'], secrets['accessToken']]));
  expect(polar.double.book(tokenOf(shop)).hooks).toEqual([]);
  expect(await secretsOf(shop)).toEqual({ kept: false, state: 'disconnected' });
  const left = (await accountAt(other.ctx, 'polar'))!.secrets;
  await other.ctx.transaction((tx) => tx.sql`update integration_connections set state = 'disconnected', expires_at = null, updated_at = ${tx.now}`);
  expect(await accountAt(other.ctx, 'polar')).toBeUndefined();
  await refreshTokens.run(other.ctx);
  expect(await secretsOf(other)).toEqual({ kept: true, state: 'disconnected' });
  passes(6 * MINUTE);
  await refreshTokens.run(other.ctx);
  expect(polar.double.revoked).toContain(left['refreshToken']);
  expect(await secretsOf(other)).toEqual({ kept: false, state: 'disconnected' });
});

test('a token that was disconnected while it was being renewed is given back as well', async () => {
  const shop = await house.newWorkspace();
  await signIn(shop);
  passes(45 * MINUTE);
  const { watch } = polar.double;
  polar.double.watch = async () => {
    polar.double.watch = watch;
    await shop.ctx.transaction((tx) => tx.sql`update integration_connections set state = 'disconnected', expires_at = null, updated_at = ${tx.now}`);
  };
  const before = polar.double.revoked.length;
  await refreshTokens.run(shop.ctx);
  expect(polar.double.revoked.length).toBe(before + 2);
});

test('no transaction of ours waits for Polar: not while connecting, signing in, renewing or disconnecting', async () => {
  const shop = await house.newWorkspace();
  const waiting = async () => (await shop.ctx.read((r) => r.sql<{ n: number }>`select count(*)::int as n from pg_stat_activity where datname = current_database() and state = 'idle in transaction'`))[0]!.n;
  expect(await shop.ctx.transaction(async (tx) => (await tx.sql`select 1`, waiting())), 'one that waits is seen').toBe(1);
  const asked: [string, number][] = [];
  polar.double.watch = async () => void asked.push([polar.double.asked.at(-1)!.path, await waiting()]);
  await connectByKey.call(shop.ctx, { vendor: 'polar', settings: { mode: 'sandbox' }, secrets: { accessToken: tokenOf(shop) } });
  await signIn(shop);
  passes(45 * MINUTE);
  await refreshTokens.run(shop.ctx);
  await disconnect.call(shop.ctx, { vendor: 'polar' });
  polar.double.watch = () => Promise.resolve();
  expect(asked.filter(([, n]) => n > 0)).toEqual([]);
  expect(new Set(asked.map(([path]) => path.split('/')[2]))).toEqual(new Set(['organizations', 'products', 'webhooks', 'oauth2']));
});

async function payAndRefund(shop: TestWorkspace): Promise<void> {
  const payment = await shop.ctx.transaction((tx) => requestPayment(tx, { orderId: newId(), amount: { amount: 2_000, currency: 'AUD' }, choice: { provider: 'polar', returnTo: 'https://shop.example/back' } }));
  await carryOutPayment(shop.ctx, payment.id);
  polar.double.pay(tokenOf(shop), (await pageOf(polar.double, shop, `charge-${payment.id}`))!);
  await hearOfCharge(shop.ctx, 'polar', `charge-${payment.id}`);
  await refundPayment.call(shop.ctx, { id: payment.id, amount: 500 });
}

test.runIf(contractsHere(FILE))('every request to Polar is one its published description takes', async () => {
  const shop = await house.newWorkspace();
  await signIn(shop);
  await payAndRefund(shop);
  const contract = new Contract(contractFile(FILE));
  expect(contract.complaints(polar.double.asked)).toEqual([]);
  expect(new Set(polar.double.asked.map(({ method, path }) => `${method} ${path.replaceAll(/[0-9a-f-]{36}/g, '…')}`)).size).toBeGreaterThan(9);
  const [asked] = polar.double.asked.filter(({ method, path }) => method === 'POST' && path === '/v1/refunds/');
  expect(contract.complaints([{ ...asked!, body: asked!.body.replace('customer_request', 'because') }])).not.toEqual([]);
});

test.skipIf(contractsHere(FILE))(`Polar: ${CONTRACTS_ABSENT}`, (context) => context.skip());
