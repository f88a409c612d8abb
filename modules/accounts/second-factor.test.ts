import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';
import { contextForMember, ownAccount, updateWorkspaceSettings } from './index.ts';
import { Browser, codeOf, fromBase32, joinAs, ownShop, PASSWORD, signUp, withFactor } from './testing.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestDatabase();
});
afterAll(() => house.close());

async function signInAs(email: string, browser = new Browser()): Promise<Browser> {
  expect(await (await browser.post('/sign-in/email', { email, password: PASSWORD })).json()).toMatchObject({ twoFactorRedirect: true });
  expect(await browser.session(), 'the password alone opens nothing').toBeNull();
  return browser;
}

test('with a second factor the password alone opens nothing; the code of the app does', async () => {
  const { browser, uri } = await withFactor('Ada');
  const elsewhere = await signInAs(browser.email);
  expect((await elsewhere.post('/two-factor/verify-totp', { code: '000000' })).status).toBeGreaterThanOrEqual(400);
  expect(await elsewhere.session()).toBeNull();
  expect((await elsewhere.post('/two-factor/verify-totp', { code: codeOf(uri) })).status).toBe(200);
  expect((await elsewhere.session())?.user.secondFactor).toBe(true);
});

test('a backup code opens once', async () => {
  const { browser, backupCodes } = await withFactor('Bea');
  const first = await signInAs(browser.email);
  expect((await first.post('/two-factor/verify-backup-code', { code: backupCodes[0] })).status).toBe(200);
  const second = await signInAs(browser.email);
  expect((await second.post('/two-factor/verify-backup-code', { code: backupCodes[0] })).status).toBeGreaterThanOrEqual(400);
  expect(await second.session()).toBeNull();
});

test('a trusted browser is not asked again, another one is', async () => {
  const { browser, uri } = await withFactor('Cleo');
  const trusted = await signInAs(browser.email);
  await trusted.post('/two-factor/verify-totp', { code: codeOf(uri), trustDevice: true });
  await trusted.post('/sign-out', {});
  expect(await trusted.session()).toBeNull();
  await trusted.post('/sign-in/email', { email: browser.email, password: PASSWORD });
  expect(await trusted.session()).not.toBeNull();
  await signInAs(browser.email);
});

test('guessing codes locks the account, also for parallel tries and new challenges', async () => {
  const { browser, uri } = await withFactor('Dan');
  for (let round = 0; round < 3; round++) {
    const guesser = await signInAs(browser.email);
    await Promise.all(Array.from({ length: 8 }, (_, i) => guesser.post('/two-factor/verify-totp', { code: String(100_000 + i) })));
    for (let i = 0; i < 4; i++) await guesser.post('/two-factor/verify-totp', { code: String(200_000 + i) });
  }
  const late = await signInAs(browser.email);
  const answer = await late.post('/two-factor/verify-totp', { code: codeOf(uri) });
  expect(answer.status).toBe(429);
  expect(await late.session()).toBeNull();
});

test('secret and backup codes are not readable in the database', async () => {
  const { browser, uri, backupCodes } = await withFactor('Eve');
  const [row] = await platformRead('sign-in', (q) => q.sql<{ secret: string; codes: string }>`
    select f.secret, f.backup_codes as codes from second_factors f join users u on u.id = f.user_id where u.email = ${browser.email}`);
  const plain = fromBase32(new URL(uri).searchParams.get('secret')!).toString();
  expect(row!.secret).not.toContain(plain);
  for (const code of backupCodes) expect(row!.codes).not.toContain(code);
});

test('only the password switches it off', async () => {
  const { browser } = await withFactor('Finn');
  expect((await browser.post('/two-factor/disable', { password: 'not the password' })).status).toBe(400);
  expect((await browser.session())?.user.secondFactor).toBe(true);
  expect((await browser.post('/two-factor/disable', { password: PASSWORD })).status).toBe(200);
  expect((await browser.session())?.user.secondFactor).toBe(false);
});

test('a workspace that asks for a second factor keeps everybody without one outside, at once', async () => {
  const { browser } = await withFactor('Gwen');
  const shop = await ownShop(browser, 'Strict shop');
  const { browser: clerk } = await joinAs(shop.ctx, 'ops', 'Hal');
  await updateWorkspaceSettings.call(shop.ctx, { requireSecondFactor: true });
  const session = (await clerk.session())!;
  expect(() => contextForMember(session, shop.workspaceId)).toThrow(expect.objectContaining({ code: 'second_factor' }));
  expect(contextForMember((await browser.session())!, shop.workspaceId).can('orders:read')).toBe(true);
});

test('nobody makes that rule without keeping it', async () => {
  const shop = await ownShop(await signUp('Ian'), 'Loose shop');
  await expect(updateWorkspaceSettings.call(shop.ctx, { requireSecondFactor: true })).rejects.toMatchObject({ code: 'second_factor' });
});

test('a person sees their browsers and ends the others', async () => {
  const browser = await signUp('Jo');
  const other = new Browser();
  await other.post('/sign-in/email', { email: browser.email, password: PASSWORD });
  const { sessions } = await ownAccount((await browser.session())!);
  expect(sessions.map((s) => s.current)).toEqual([true, false]);
  await browser.post('/revoke-other-sessions', {});
  expect(await other.session()).toBeNull();
  expect(await browser.session()).not.toBeNull();
});
