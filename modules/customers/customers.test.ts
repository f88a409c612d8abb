import { afterAll, beforeAll, expect, test } from 'vitest';
import { createStorefront, contextForStorefront, storefrontByKey } from '#modules/storefronts/index.ts';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '#platform/testing/database.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { leastEffort } from '#platform/testing/effort.ts';
import { travel, DAY } from '#platform/time.ts';
import {
  addMyAddress,
  changeMyAddress,
  chooseCustomerPassword,
  confirmCustomerEmail,
  customerGet,
  customerList,
  customerOfToken,
  findOrCreateCustomer,
  forgetCustomers,
  mailTheLink,
  me,
  registerCustomer,
  removeMyAddress,
  requestCustomerPassword,
  signInCustomer,
  signOutCustomer,
  updateMe,
} from './index.ts';

const PASSWORD = 'correct horse battery';

let house: TestHouse;
let shop: TestWorkspace;
let rival: TestWorkspace;
let visitors = 0;

beforeAll(async () => {
  house = await openTestDatabase();
  shop = await house.newWorkspace();
  rival = await house.newWorkspace();
  for (const { ctx } of [shop, rival]) await createStorefront.call(ctx, { name: 'Tea & Gems' });
});
afterAll(() => house.close());

/** Somebody at the shop's door, each from an address of their own. */
function visitor(of: TestWorkspace = shop, customerId?: string): Context {
  const found = { id: crypto.randomUUID(), workspaceId: of.workspaceId, permissions: ['storefront:customers'] };
  return contextForStorefront(found as never, { customerId, address: `10.1.0.${++visitors}` });
}

async function mailedToken(of: TestWorkspace, email: string): Promise<string> {
  const [told] = await of.ctx.read((r) => r.sql<{ data: { linkId: string; customerId: string } }>`
    select o.data from outbox o join customers c on c.id = (o.data->>'customerId')::uuid
    where o.event = 'customer.link-asked' and c.email = ${email} order by o.seq desc limit 1`);
  await mailTheLink.run!(of.ctx, told!.data as never, {} as never);
  const [mail] = await of.ctx.read((r) => r.sql<{ text: string }>`select text from mail_messages where recipient = ${email} order by created_at desc, id desc limit 1`);
  return /token=([\w-]+)/.exec(mail!.text)![1]!;
}

async function guestOrder(of: TestWorkspace, email: string, name = 'Guest'): Promise<string> {
  return (await of.ctx.transaction((tx) => findOrCreateCustomer(tx, { email, name }))).id;
}

test('a shopper registers, is recognised by their token, and only in that shop', async () => {
  const { token, customer } = await registerCustomer.call(visitor(), { email: ' Ana@Example.test ', password: PASSWORD, name: 'Ana' });
  expect(customer).toMatchObject({ email: 'ana@example.test', name: 'Ana', emailVerified: false });
  expect(await customerOfToken(shop.workspaceId, token)).toEqual({ id: customer.id, email: 'ana@example.test', name: 'Ana' });
  expect(await customerOfToken(rival.workspaceId, token)).toBeNull();
  expect(await me.call(visitor(shop, customer.id), {})).toMatchObject({ id: customer.id });
  await expect(me.call(visitor(rival, customer.id), {})).rejects.toMatchObject({ code: 'not_found' });
  await expect(me.call(visitor(), {})).rejects.toMatchObject({ code: 'unauthenticated' });
});

test('signing in needs the right password, and a wrong address sounds the same', async () => {
  await registerCustomer.call(visitor(), { email: 'ben@example.test', password: PASSWORD });
  expect((await signInCustomer.call(visitor(), { email: 'BEN@example.test', password: PASSWORD })).token).toMatch(/^qcs_/);
  const refusals = [
    signInCustomer.call(visitor(), { email: 'ben@example.test', password: 'wrong password' }),
    signInCustomer.call(visitor(), { email: 'nobody@example.test', password: PASSWORD }),
    signInCustomer.call(visitor(rival), { email: 'ben@example.test', password: PASSWORD }),
  ];
  const outcomes = await Promise.allSettled(refusals);
  const said = outcomes.map((o) => o.status === 'rejected' && { code: o.reason.code, sentence: o.reason.sentence });
  const same = { code: 'unauthenticated', sentence: 'The email address or the password is not right.' };
  expect(said).toEqual([same, same, same]);
});

test('what a refused sign-in costs does not tell whether the address exists', async () => {
  await registerCustomer.call(visitor(), { email: 'timed@example.test', password: PASSWORD });
  const refused = (email: string) => signInCustomer.call(visitor(), { email, password: 'not this one' }).catch(() => undefined);
  const [known, unknown] = await leastEffort(8, [() => refused('timed@example.test'), (round) => refused(`stranger${round}@example.test`)]);
  expect(unknown! / known!).toBeGreaterThan(0.6);
  expect(unknown! / known!).toBeLessThan(1.6);
});

test('the same address registered many times at once makes one customer', async () => {
  const tries = Array.from({ length: 6 }, (_, i) => registerCustomer.call(visitor(), { email: 'race@example.test', password: `${PASSWORD} ${i}` }));
  const outcomes = await Promise.allSettled(tries);
  expect(outcomes.filter((o) => o.status === 'fulfilled')).toHaveLength(1);
  const refused = outcomes.filter((o) => o.status === 'rejected');
  expect(refused.map((o) => o.reason.code)).toEqual(Array(5).fill('email_known'));
  expect((await customerList.call(shop.ctx, { q: 'race@example.test' })).total).toBe(1);
});

test('two guest orders at once from one new address make one customer', async () => {
  const ids = await Promise.all(Array.from({ length: 8 }, () => guestOrder(shop, 'Guest@Example.test')));
  expect(new Set(ids).size).toBe(1);
  const told = await shop.ctx.read((r) => r.sql`select 1 from outbox where event = 'customer.created' and about = ${ids[0]}`);
  expect(told).toHaveLength(1);
});

test('who ordered as a guest gets an account only through their own mailbox', async () => {
  const id = await guestOrder(shop, 'grace@example.test', 'Grace');
  await expect(registerCustomer.call(visitor(), { email: 'grace@example.test', password: PASSWORD })).rejects.toMatchObject({ code: 'email_known' });
  const token = await mailedToken(shop, 'grace@example.test');
  const grace = await chooseCustomerPassword.call(visitor(), { token, password: PASSWORD });
  expect(grace.customer).toMatchObject({ id, name: 'Grace', emailVerified: true });
  expect(await customerOfToken(shop.workspaceId, grace.token)).toMatchObject({ id });
  await expect(chooseCustomerPassword.call(visitor(), { token, password: 'another password' })).rejects.toMatchObject({ code: 'link_expired' });
});

test('registering a stranger’s address first does not show their later orders', async () => {
  const thief = visitor();
  const register = () => registerCustomer.call(thief, { email: 'victim@example.test', password: PASSWORD }, { idempotencyKey: 'mine' });
  const first = await register();
  expect(await customerOfToken(shop.workspaceId, first.token)).not.toBeNull();
  await guestOrder(shop, 'victim@example.test', 'Victoria');
  forgetCustomers();
  expect(await customerOfToken(shop.workspaceId, first.token)).toBeNull();
  await expect(signInCustomer.call(visitor(), { email: 'victim@example.test', password: PASSWORD })).rejects.toMatchObject({ code: 'unauthenticated' });
  await expect(register()).rejects.toMatchObject({ code: 'email_known' });
});

test('a confirmed account keeps its password when its owner orders as a guest', async () => {
  await registerCustomer.call(visitor(), { email: 'carla@example.test', password: PASSWORD });
  await confirmCustomerEmail.call(visitor(), { token: await mailedToken(shop, 'carla@example.test') });
  await guestOrder(shop, 'carla@example.test');
  const { customer } = await signInCustomer.call(visitor(), { email: 'carla@example.test', password: PASSWORD });
  expect(customer.emailVerified).toBe(true);
});

test('a forgotten password is replaced by mail; other sessions end and a stranger’s link is worth nothing', async () => {
  const old = await registerCustomer.call(visitor(), { email: 'dora@example.test', password: PASSWORD });
  expect(await requestCustomerPassword.call(visitor(), { email: 'dora@example.test' })).toEqual({ ok: true });
  expect(await requestCustomerPassword.call(visitor(), { email: 'not-a-customer@example.test' })).toEqual({ ok: true });
  const token = await mailedToken(shop, 'dora@example.test');
  await expect(chooseCustomerPassword.call(visitor(rival), { token, password: 'new password here' })).rejects.toMatchObject({ code: 'link_expired' });
  await expect(confirmCustomerEmail.call(visitor(), { token })).rejects.toMatchObject({ code: 'link_expired' });
  await chooseCustomerPassword.call(visitor(), { token, password: 'new password here' });
  expect(await customerOfToken(shop.workspaceId, old.token)).toBeNull();
  await expect(signInCustomer.call(visitor(), { email: 'dora@example.test', password: PASSWORD })).rejects.toMatchObject({ code: 'unauthenticated' });
  await signInCustomer.call(visitor(), { email: 'dora@example.test', password: 'new password here' });
});

test('a link is too old after an hour', async () => {
  await registerCustomer.call(visitor(), { email: 'late@example.test', password: PASSWORD });
  await requestCustomerPassword.call(visitor(), { email: 'late@example.test' });
  const token = await mailedToken(shop, 'late@example.test');
  const back = travel(DAY);
  await expect(chooseCustomerPassword.call(visitor(), { token, password: PASSWORD })).rejects.toMatchObject({ code: 'link_expired' });
  back();
});

test('ten wrong passwords slow an account down, wherever they come from; another account is untouched', async () => {
  await registerCustomer.call(visitor(), { email: 'slow@example.test', password: PASSWORD });
  await registerCustomer.call(visitor(), { email: 'calm@example.test', password: PASSWORD });
  const wrong = await Promise.allSettled(Array.from({ length: 12 }, () => signInCustomer.call(visitor(), { email: 'slow@example.test', password: 'guess' })));
  const codes = wrong.map((o) => o.status === 'rejected' && o.reason.code);
  expect(codes.filter((c) => c === 'rate_limited')).toHaveLength(2);
  await expect(signInCustomer.call(visitor(), { email: 'slow@example.test', password: PASSWORD })).rejects.toMatchObject({ code: 'rate_limited' });
  await signInCustomer.call(visitor(), { email: 'calm@example.test', password: PASSWORD });
});

test('signing out ends the session at once', async () => {
  const { token, customer } = await registerCustomer.call(visitor(), { email: 'eve@example.test', password: PASSWORD });
  expect(await customerOfToken(shop.workspaceId, token)).not.toBeNull();
  expect(await signOutCustomer.call(visitor(shop, customer.id), { token })).toEqual({ ended: 1 });
  expect(await customerOfToken(shop.workspaceId, token)).toBeNull();
});

test('a shopper changes their own profile and the shop sees it', async () => {
  const { customer } = await registerCustomer.call(visitor(), { email: 'finn@example.test', password: PASSWORD, name: 'Fin' });
  await updateMe.call(visitor(shop, customer.id), { name: 'Finn', phone: '+61 400 000 000' });
  expect(await customerGet.call(shop.ctx, { id: customer.id })).toMatchObject({ name: 'Finn', phone: '+61 400 000 000', hasAccount: true });
});

test('no password, hash or session token is written where people read', async () => {
  const email = 'secret@example.test';
  const { token } = await registerCustomer.call(visitor(), { email, password: PASSWORD }, { idempotencyKey: 'k' });
  const found = await shop.ctx.read((r) => r.sql`
    select 1 from audit_entries where (input::text || changes::text) like ${`%${PASSWORD}%`} or (input::text || changes::text) like ${`%${token}%`}
    union all select 1 from idempotency_keys where answer::text like ${`%${token}%`}
    union all select 1 from customer_sessions where token_hash = ${token}
    union all select 1 from outbox where data::text like '%scrypt%'`);
  expect(found).toEqual([]);
  expect(await storefrontByKey(token)).toBeNull();
});

test('a session in use goes on; one left alone for thirty days ends', async () => {
  const { token, customer } = await registerCustomer.call(visitor(), { email: 'gus@example.test', password: PASSWORD });
  const left = async (days: number) => {
    await shop.ctx.transaction((tx) => tx.sql`update customer_sessions set expires_at = now() + make_interval(days => ${days}) where customer_id = ${customer.id}`);
    forgetCustomers();
    return customerOfToken(shop.workspaceId, token);
  };
  expect(await left(10)).not.toBeNull();
  const [row] = await shop.ctx.read((r) => r.sql<{ days: number }>`
    select extract(day from expires_at - now())::int as days from customer_sessions where customer_id = ${customer.id}`);
  expect(row!.days).toBeGreaterThanOrEqual(29);
  expect(await left(-1)).toBeNull();
});

test('a shopper keeps an address book that no other shopper can touch', async () => {
  const home = { name: 'Ida', line1: '1 High St', city: 'Hobart', country: 'au' };
  const [ida, jo] = await Promise.all(['ida', 'jo'].map((n) => registerCustomer.call(visitor(), { email: `${n}@example.test`, password: PASSWORD })));
  const asIda = visitor(shop, ida!.customer.id);
  const asJo = visitor(shop, jo!.customer.id);
  await Promise.all([addMyAddress.call(asIda, { ...home, isDefault: true }), addMyAddress.call(asIda, { ...home, line1: '2 Low St', isDefault: true })]);
  const { addresses } = await me.call(asIda, {});
  expect(addresses.map((a) => a.isDefault)).toEqual([true, false]);
  expect(addresses[0]).toMatchObject({ country: 'AU', postalCode: '', company: null });
  const addressId = addresses[0]!.id;
  await expect(changeMyAddress.call(asJo, { addressId, ...home, line1: 'Mine' })).rejects.toMatchObject({ code: 'not_found' });
  await expect(removeMyAddress.call(asJo, { addressId })).rejects.toMatchObject({ code: 'not_found' });
  await expect(addMyAddress.call(visitor(), home)).rejects.toMatchObject({ code: 'unauthenticated' });
  expect((await removeMyAddress.call(asIda, { addressId })).addresses).toHaveLength(1);
});

test('a mailed link leads to the shop it was asked at', async () => {
  const front = await createStorefront.call(shop.ctx, { name: 'Second front' });
  const found = (await storefrontByKey(front.key))!;
  const caller = contextForStorefront(found, { address: '10.2.0.1' });
  await registerCustomer.call(caller, { email: 'kim@example.test', password: PASSWORD });
  await mailedToken(shop, 'kim@example.test');
  const [mail] = await shop.ctx.read((r) => r.sql<{ text: string; subject: string }>`select text, subject from mail_messages where recipient = 'kim@example.test'`);
  expect(mail!.text).toContain(`http://localhost:3000/shops/${front.slug}/account/confirm?token=`);
  expect(mail!.subject).toContain('Second front');
});
