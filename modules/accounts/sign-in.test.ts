import { afterAll, beforeAll, expect, test } from 'vitest';
import { useConfig } from '#platform/config.ts';
import { useMailTransport } from '#platform/mail/transport.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { leastEffort } from '#platform/testing/effort.ts';
import { MINUTE, travel } from '#platform/time.ts';
import { authHandler, countAttempt, forgiveAttempts } from './index.ts';
import { Browser, mailsTo, ownShop, PASSWORD, signUp, tokenMailedTo } from './testing.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestDatabase();
  useMailTransport('none');
});
afterAll(() => house.close());

test('somebody signs up, opens a workspace and is its owner', async () => {
  const ana = await signUp('Ana');
  const shop = await ownShop(ana, 'Ana’s Café');
  const session = await ana.session();
  expect(session).toMatchObject({ user: { name: 'Ana', email: ana.email }, activeWorkspaceId: shop.workspaceId });
  expect(session!.workspaces).toMatchObject([{ name: 'Ana’s Café', slug: 'ana-s-cafe', role: 'owner', tier: 'free' }]);
  expect(shop.ctx.can('settings:write')).toBe(true);
  expect(shop.ctx.can('storefront:checkout')).toBe(false);
});

test('without a cookie, with a forged one, or with a bare token nobody is signed in', async () => {
  const ana = await signUp('Ana');
  const [name, value] = ana.cookie.split('=') as [string, string];
  const token = decodeURIComponent(value).split('.')[0]!;
  const forged = ['', `${name}=${token}`, `${name}=${token}.${'A'.repeat(43)}=`, `${name}=%E0%A4%A`, `${name}=.`];
  for (const cookie of forged) {
    const browser = Object.assign(new Browser(), { cookie });
    expect(await browser.session()).toBeNull();
  }
});

test('a password of nine characters is too short', async () => {
  const response = await new Browser().post('/sign-up/email', { name: 'Ana', email: 'short@example.test', password: '123456789' });
  expect(response.status).toBe(400);
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  expect(await response.json()).toMatchObject({ code: 'PASSWORD_TOO_SHORT', status: 400 });
});

test('a wrong password and an unknown address get the same answer, for about the same work', async () => {
  const ana = await signUp('Ana');
  const answers: unknown[] = [];
  const ask = async (email: string) => {
    const response = await new Browser().post('/sign-in/email', { email, password: 'not the password' });
    const { requestId: _id, ...body } = (await response.json()) as Record<string, unknown>;
    answers.push({ status: response.status, body });
  };
  const [known, unknown] = await leastEffort(8, [() => ask(ana.email), (round) => ask(`stranger${round}@example.test`)]);
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[0]).toMatchObject({ status: 401 });
  expect(unknown! / known!).toBeGreaterThan(0.6);
  expect(unknown! / known!).toBeLessThan(1.6);
});

test('ten wrong passwords slow the account down from every address, until the window has passed', async () => {
  const ana = await signUp('Ana');
  const statuses = [];
  for (let i = 0; i < 11; i++) statuses.push((await new Browser(`10.9.0.${i}`).post('/sign-in/email', { email: ana.email, password: 'a wrong guess' })).status);
  expect(statuses).toEqual([...Array(10).fill(401), 429]);
  const right = { email: ana.email, password: PASSWORD };
  expect((await new Browser().post('/sign-in/email', right)).status).toBe(429);
  const back = travel(11 * MINUTE);
  expect((await new Browser().post('/sign-in/email', right)).status).toBe(200);
  back();
});

test('a burst of tries at once cannot slip past the limit, and a success starts the count again', async () => {
  const once = () => countAttempt([{ key: 'burst', times: 5, withinMillis: MINUTE }]);
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, once));
  expect(outcomes.filter((o) => o.status === 'fulfilled')).toHaveLength(5);
  expect(outcomes.find((o) => o.status === 'rejected')!.reason).toMatchObject({ code: 'rate_limited', status: 429, details: { retryAfterSeconds: 60 } });
  await forgiveAttempts('burst');
  await once();
});

test('the session cookie cannot be read by scripts, and is for https only where the shop is', async () => {
  const email = 'cookie@example.test';
  const plain = await new Browser().post('/sign-up/email', { name: 'C', email, password: PASSWORD });
  expect(plain.headers.getSetCookie().join()).toMatch(/HttpOnly/i);
  expect(plain.headers.getSetCookie().join()).toMatch(/SameSite=Lax/i);
  expect(plain.headers.getSetCookie().join()).not.toMatch(/Secure/i);

  useConfig({ PUBLIC_URL: 'https://shop.example' });
  const request = new Request('https://shop.example/api/auth/sign-in/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'https://shop.example' },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  const secure = await authHandler(request, '10.0.0.1');
  useConfig({ PUBLIC_URL: undefined });
  expect(secure.status).toBe(200);
  for (const cookie of secure.headers.getSetCookie()) expect(cookie).toMatch(/; Secure/i);
});

test('a page of another site cannot sign a visitor in or out', async () => {
  const ana = await signUp('Ana');
  const response = await ana.post('/sign-out', {}, { origin: 'https://evil.example' });
  expect(response.status).toBe(403);
  expect(await ana.session()).not.toBeNull();
});

test('signing out ends the session at once; other browsers are listed and can be ended', async () => {
  const laptop = await signUp('Ana');
  const phone = new Browser('10.8.8.8');
  await phone.post('/sign-in/email', { email: laptop.email, password: PASSWORD });
  const sessions = (await (await laptop.get('/list-sessions')).json()) as { token: string; ipAddress: string }[];
  expect(sessions).toHaveLength(2);
  const other = sessions.find((s) => s.ipAddress === '10.8.8.8')!;
  await laptop.post('/revoke-session', { token: other.token });
  expect(await phone.session()).toBeNull();
  const cookie = laptop.cookie;
  await laptop.post('/sign-out', {});
  laptop.cookie = cookie;
  expect(await laptop.session()).toBeNull();
});

test('a forgotten password is replaced by mail; every session ends; the link works once', async () => {
  const ana = await signUp('Ana');
  const forgot = async (email: string) => {
    const response = await new Browser().post('/request-password-reset', { email });
    return { status: response.status, body: await response.json() };
  };
  expect(await forgot(ana.email)).toEqual(await forgot('nobody-here@example.test'));
  await expect.poll(async () => (await mailsTo(ana.email))[0]!.subject).toBe('Choose a new password');
  expect(await mailsTo('nobody-here@example.test')).toEqual([]);

  const token = await tokenMailedTo(ana.email);
  const reset = (newPassword: string) => new Browser().post('/reset-password', { token, newPassword });
  expect((await reset('a brand new password')).status).toBe(200);
  expect(await ana.session()).toBeNull();
  expect((await reset('yet another password')).status).toBe(400);
  expect((await ana.post('/sign-in/email', { email: ana.email, password: PASSWORD })).status).toBe(401);
  expect((await ana.post('/sign-in/email', { email: ana.email, password: 'a brand new password' })).status).toBe(200);
});

test('links in mails lead to our own address, whatever Host the request names', async () => {
  const ana = await signUp('Ana');
  const request = new Request('http://evil.example/api/auth/request-password-reset', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: ana.email, redirectTo: '/admin' }),
  });
  await authHandler(request, '10.0.0.9');
  await expect.poll(async () => (await mailsTo(ana.email))[0]!.subject).toBe('Choose a new password');
  expect((await mailsTo(ana.email))[0]!.text).toContain('http://localhost:3000/admin/reset-password?token=');
});

test('where mail really goes out, signing up says the same for a taken address, and the mail confirms or explains', async () => {
  const taken = await signUp('Ana');
  const sent: { to: string; subject: string; text: string }[] = [];
  useMailTransport({ deliver: async (mail) => void sent.push(mail), close: () => undefined });
  const ask = async (email: string) => {
    const browser = new Browser();
    const response = await browser.post('/sign-up/email', { name: 'New', email, password: PASSWORD });
    const body = (await response.json()) as { token: unknown; user: object };
    return { browser, status: response.status, token: body.token, keys: Object.keys(body.user).toSorted(), cookie: browser.cookie };
  };
  const [known, fresh] = [await ask(taken.email), await ask('fresh@example.test')];
  expect({ ...known, browser: 0 }).toEqual({ ...fresh, browser: 0 });
  expect(fresh.cookie).toBe('');
  await expect.poll(() => sent.map((m) => m.subject).toSorted()).toEqual(['Confirm your email address', 'You already have an account']);

  const early = await fresh.browser.post('/sign-in/email', { email: 'fresh@example.test', password: PASSWORD });
  expect(early.status).toBe(403);
  const link = /\/api\/auth(\/verify-email\S+)/.exec(sent.find((m) => m.to === 'fresh@example.test')!.text)![1]!;
  await fresh.browser.get(link);
  expect(await fresh.browser.session()).toMatchObject({ user: { emailVerified: true } });
  useMailTransport('none');
});

test('a new name reaches the workspaces a person belongs to', async () => {
  const ana = await signUp('Ana');
  const shop = await ownShop(ana, 'Names');
  await ana.post('/update-user', { name: 'Ana Bell' });
  const rows = await shop.ctx.read((r) => r.sql`select name from members`);
  expect(rows).toEqual([{ name: 'Ana Bell' }]);
});

test('nobody can make themselves superadmin by signing up or changing their profile', async () => {
  const ana = new Browser();
  await ana.post('/sign-up/email', { name: 'Ana', email: 'super@example.test', password: PASSWORD, superadmin: true, emailVerified: true });
  if (!ana.cookie) await ana.post('/sign-up/email', { name: 'Ana', email: 'super@example.test', password: PASSWORD });
  await ana.post('/update-user', { superadmin: true });
  expect((await ana.session())!.user).toMatchObject({ superadmin: false, emailVerified: false });
});

test('passwords and tokens are stored as they should be', async () => {
  const ana = await signUp('Ana');
  const [row] = await platformRead('sign-in', (q) => q.sql<{ password: string }>`
    select c.password from credentials c join users u on u.id = c.user_id where u.email = ${ana.email}`);
  expect(row!.password).not.toContain(PASSWORD);
  expect(row!.password.length).toBeGreaterThan(80);
});

test('one sign-up with the same address at once makes one person', async () => {
  const body = { name: 'Twin', email: 'twin@example.test', password: PASSWORD };
  const statuses = await Promise.all(Array.from({ length: 4 }, async () => (await new Browser().post('/sign-up/email', body)).status));
  expect(statuses.filter((s) => s === 200)).toHaveLength(1);
  const people = await platformRead('sign-in', (q) => q.sql`select 1 from users where email = 'twin@example.test'`);
  expect(people).toHaveLength(1);
});
