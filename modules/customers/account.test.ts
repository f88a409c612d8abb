import { afterAll, beforeAll, expect, test } from 'vitest';
import { contextForStorefront, createStorefront } from '#modules/storefronts/index.ts';
import { startEngine, type Engine } from '#platform/jobs/engine.ts';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '#platform/testing/database.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { HOUR, travel } from '#platform/time.ts';
import * as customers from './index.ts';

const PASSWORD = 'correct horse battery';

let house: TestHouse;
let engine: Engine;
let shop: TestWorkspace;
let rival: TestWorkspace;
let visitors = 0;

beforeAll(async () => {
  house = await openTestDatabase();
  engine = await startEngine();
  shop = await house.newWorkspace();
  rival = await house.newWorkspace();
  for (const { ctx } of [shop, rival]) await createStorefront.call(ctx, { name: 'Tea & Gems' });
});
afterAll(async () => {
  await engine.stop();
  await house.close();
});

function visitor(of: TestWorkspace = shop, customerId?: string): Context {
  const found = { id: crypto.randomUUID(), workspaceId: of.workspaceId, permissions: ['storefront:customers'] };
  return contextForStorefront(found as never, { customerId, address: `10.2.0.${++visitors}` });
}

const register = async (email: string) => (await customers.registerCustomer.call(visitor(), { email, password: PASSWORD, name: 'Ana' })).customer.id;
const codeOf = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code ?? String(error));

async function mailedTo(email: string, path: string): Promise<{ token: string; subject: string }[]> {
  await engine.settle();
  const mails = await shop.ctx.read((r) => r.sql<{ text: string; subject: string }>`select text, subject from mail_messages where recipient = ${email} order by created_at, id`);
  return mails.flatMap(({ text, subject }) => { const token = new RegExp(`${path}\\?token=([\\w-]+)`).exec(text)?.[1]; return token ? [{ token, subject }] : []; });
}

test('a link in a mail signs in without a password, once, for a quarter of an hour, and only in its own shop', async () => {
  await shop.ctx.transaction((tx) => customers.findOrCreateCustomer(tx, { email: 'guest@example.test', name: 'Guest' }));
  expect(await customers.requestSignInLink.call(visitor(), { email: 'nobody@example.test' })).toEqual(await customers.requestSignInLink.call(visitor(), { email: 'guest@example.test' }));
  const [{ token } = { token: '' }] = await mailedTo('guest@example.test', '/account/link');
  expect(await codeOf(customers.signInByLink.call(visitor(rival), { token }))).toBe('link_expired');
  const home = travel(HOUR / 2);
  expect(await codeOf(customers.signInByLink.call(visitor(), { token }))).toBe('link_expired');
  home();
  const outcomes = await Promise.all([1, 2, 3].map(() => codeOf(customers.signInByLink.call(visitor(), { token }))));
  expect(outcomes.toSorted()).toEqual(['done', 'link_expired', 'link_expired']);
});

test('who registered a stranger’s address loses the account when the stranger signs in by mail', async () => {
  const { token: thief } = await customers.registerCustomer.call(visitor(), { email: 'victim@example.test', password: PASSWORD });
  await customers.requestSignInLink.call(visitor(), { email: 'victim@example.test' });
  const [{ token } = { token: '' }] = await mailedTo('victim@example.test', '/account/link');
  const { token: owner } = await customers.signInByLink.call(visitor(), { token });
  expect(await customers.customerOfToken(shop.workspaceId, thief)).toBeNull();
  expect(await customers.customerOfToken(shop.workspaceId, owner)).toMatchObject({ email: 'victim@example.test' });
  expect(await codeOf(customers.signInCustomer.call(visitor(), { email: 'victim@example.test', password: PASSWORD }))).toBe('unauthenticated');
});

test('a new password needs the old one and ends every other session', async () => {
  const id = await register('pia@example.test');
  const { token: elsewhere } = await customers.signInCustomer.call(visitor(), { email: 'pia@example.test', password: PASSWORD });
  expect(await codeOf(customers.changeMyPassword.call(visitor(shop, id), { current: 'guess', password: 'another good one' }))).toBe('invalid');
  expect(await codeOf(customers.changeMyPassword.call(visitor(), { current: PASSWORD, password: 'another good one' }))).toBe('unauthenticated');
  const { token } = await customers.changeMyPassword.call(visitor(shop, id), { current: PASSWORD, password: 'another good one' });
  expect(await customers.customerOfToken(shop.workspaceId, elsewhere)).toBeNull();
  expect(await customers.customerOfToken(shop.workspaceId, token)).toMatchObject({ id });
  const guesses = [];
  for (let i = 0; i < 12; i++) guesses.push(await codeOf(customers.changeMyPassword.call(visitor(shop, id), { current: `guess ${i}`, password: 'another good one' })));
  expect(guesses.at(-1)).toBe('rate_limited');
});

test('another address is used once its owner has followed the link; the former one hears of it', async () => {
  const id = await register('old@example.test');
  await register('taken@example.test');
  expect(await codeOf(customers.requestEmailChange.call(visitor(shop, id), { email: 'new@example.test', current: 'guess' }))).toBe('invalid');
  expect(await customers.requestEmailChange.call(visitor(shop, id), { email: 'taken@example.test', current: PASSWORD })).toEqual({ ok: true });
  const [{ token: taken } = { token: '' }] = await mailedTo('taken@example.test', '/account/email');
  expect(await codeOf(customers.confirmEmailChange.call(visitor(), { token: taken }))).toBe('conflict');
  await customers.requestEmailChange.call(visitor(shop, id), { email: 'New@example.test', current: PASSWORD });
  const [{ token } = { token: '' }] = await mailedTo('new@example.test', '/account/email');
  expect((await customers.me.call(visitor(shop, id), {})).email).toBe('old@example.test');
  expect(await codeOf(customers.confirmEmailChange.call(visitor(rival), { token }))).toBe('link_expired');
  expect(await customers.confirmEmailChange.call(visitor(), { token })).toEqual({ email: 'new@example.test' });
  await engine.settle();
  const told = await shop.ctx.read((r) => r.sql<{ subject: string }>`select subject from mail_messages where recipient = 'old@example.test' order by created_at desc, id desc limit 1`);
  expect(told[0]!.subject).toContain('was changed');
});

test('signing out one place leaves the others; somebody else’s place is not found', async () => {
  const [id, other] = [await register('sam@example.test'), await register('tom@example.test')];
  const { token } = await customers.signInCustomer.call(visitor(), { email: 'sam@example.test', password: PASSWORD });
  const places = (await customers.mySessions.call(visitor(shop, id), {})).data;
  expect(places).toHaveLength(2);
  expect(await codeOf(customers.endMySession.call(visitor(shop, other), { sessionId: places[0]!.id }))).toBe('not_found');
  await customers.endMySession.call(visitor(shop, id), { sessionId: places[0]!.id });
  expect(await customers.customerOfToken(shop.workspaceId, token)).toBeNull();
  expect((await customers.mySessions.call(visitor(shop, id), {})).data).toHaveLength(1);
});

test('staying after all: the date is gone, and nobody but themselves can ask for it', async () => {
  const id = await register('uma@example.test');
  expect(await codeOf(customers.requestErasure.call(visitor(), {}))).toBe('unauthenticated');
  await customers.requestErasure.call(visitor(shop, id), {});
  const [{ token } = { token: '' }] = await mailedTo('uma@example.test', '/account/erase');
  expect((await customers.me.call(visitor(shop, id), {})).eraseAt).toBeNull();
  await customers.confirmErasure.call(visitor(), { token });
  expect((await customers.me.call(visitor(shop, id), {})).eraseAt).not.toBeNull();
  await customers.cancelErasure.call(visitor(shop, id), {});
  expect((await customers.me.call(visitor(shop, id), {})).eraseAt).toBeNull();
});

test('what they take home holds neither notes of colleagues nor links that open the account', async () => {
  const id = await register('vera@example.test');
  await customers.updateCustomer.call(shop.ctx, { id, notes: 'Haggles.', tags: ['difficult'] });
  await engine.settle();
  const data = JSON.stringify(await customers.myData.call(visitor(shop, id), {}));
  expect(data).toContain('Confirm your address');
  expect(data).not.toMatch(/Haggles|difficult|token=/);
});
