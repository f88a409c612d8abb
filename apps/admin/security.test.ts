import { createHmac } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { mailsTo } from '#modules/accounts/testing.ts';
import { test } from '#tools/browser-test.ts';
import { complaintsOf, openBrowser } from '#tools/browser.ts';
import { startServer, type TestServer } from '#worlds/testing.ts';
import { build } from './build.ts';
import { asPhone, barriers, newMerchant, operate, type Desk, type Merchant } from './testing/desk.ts';

let server: TestServer;
let desk: Desk;
let ada: Merchant;
let secret = '';
let backupCode = '';

const PASSWORD = 'a long enough password';

beforeAll(async () => {
  if (!existsSync(path.join(import.meta.dirname, '../../.build/admin/server/index.js'))) await build();
  server = await startServer();
  // Passkeys belong to a host name; an address in figures has none.
  desk = { url: server.url.replace('127.0.0.1', 'localhost'), browser: await openBrowser(), complaintsOf };
  ada = await newMerchant(desk, 'Ada');
}, 120_000);
afterAll(async () => {
  await desk?.browser.close();
  await server?.stop();
});

function codeNow(): string {
  const bits = [...secret.replace(/=+$/, '')].map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('');
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac('sha1', Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)))).update(counter).digest();
  return String((hash.readUInt32BE(hash.at(-1)! & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

async function invitationLink(email: string): Promise<string | undefined> {
  const mails = await mailsTo(email);
  return mails.map((mail) => /\/admin\/invitation\?token=[^\s"<]+/.exec(mail.text)?.[0]).find(Boolean);
}

async function signOutAndIn(page: Page): Promise<void> {
  await ada.context.clearCookies();
  await page.goto('/admin/sign-in');
  await page.getByLabel('Email').fill(ada.email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

test('a person finds their account from the menu and sets the second factor up with their app', async () => {
  const { page } = ada;
  await page.getByRole('button', { name: /Ada/ }).last().click();
  await page.getByRole('menuitem', { name: 'Your account' }).click();
  await page.getByRole('heading', { name: 'Your account', level: 1 }).waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Set up' }).click();
  await page.getByRole('dialog').getByLabel('Your password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('img', { name: 'QR code for your authenticator app' }).waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByText('The camera does not work?').click();
  secret = (await page.getByRole('dialog').locator('code').first().textContent())!.trim();
  await page.getByLabel('Code', { exact: true }).fill('000000');
  await page.getByRole('button', { name: 'Switch on' }).click();
  await page.getByText('That code is not right').waitFor();
  await page.getByLabel('Code', { exact: true }).fill(codeNow());
  await page.getByRole('button', { name: 'Switch on' }).click();
  await page.getByRole('dialog', { name: 'Your backup codes' }).waitFor();
  backupCode = (await page.getByRole('list', { name: 'Backup codes' }).getByRole('listitem').first().textContent())!;
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page.getByRole('button', { name: 'New backup codes' }).waitFor();
});

test('signing in asks for the code; a wrong one is said so, the right one opens', async () => {
  const { page } = ada;
  await signOutAndIn(page);
  await page.getByRole('heading', { name: 'One more step' }).waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByLabel('Code', { exact: true }).fill('123456');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').waitFor();
  await page.getByLabel('Code', { exact: true }).fill(codeNow());
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Home', level: 1 }).waitFor();
});

test('without the phone a backup code opens', async () => {
  const { page } = ada;
  await signOutAndIn(page);
  await page.getByRole('button', { name: 'Use a backup code' }).click();
  await page.getByLabel('Backup code').fill(backupCode);
  await page.getByLabel('Trust this browser').check();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Home', level: 1 }).waitFor();
});

test('a passkey is added, signs in by itself, and is taken away', async () => {
  const { page, context } = ada;
  const device = await context.newCDPSession(page);
  await device.send('WebAuthn.enable');
  await device.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } });
  await page.goto('/admin/account');
  await page.getByRole('button', { name: 'Add passkey' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Test laptop');
  await page.getByRole('dialog').getByRole('button', { name: 'Add passkey' }).click();
  await page.getByText('Test laptop').waitFor();
  await context.clearCookies();
  await page.goto('/admin/sign-in');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByRole('heading', { name: 'Home', level: 1 }).waitFor();
  await page.goto('/admin/account');
  await page.getByRole('button', { name: 'Remove Test laptop' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await page.getByText('None yet.').waitFor();
});

test('other browsers are listed and signed out', async () => {
  const { page } = ada;
  await page.goto('/admin/account');
  const others = page.getByRole('button', { name: /^Sign out .+ on / });
  expect(await others.count()).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Sign out all others' }).click();
  await others.first().waitFor({ state: 'detached' });
  await page.getByText('This browser').waitFor();
});

test('a workspace that asks for a second factor sends a newcomer to their account first', async () => {
  const ben = await newMerchant(desk, 'Ben');
  await ada.page.goto(ada.home);
  await operate(ada, 'workspace.update-settings', { requireSecondFactor: true });
  await operate(ada, 'members.invite', { email: ben.email, role: 'viewer' });
  await expect.poll(() => invitationLink(ben.email), { timeout: 15_000 }).toBeDefined();
  await ben.page.goto((await invitationLink(ben.email))!);
  await ben.page.getByRole('button', { name: 'Join the workspace' }).click();
  await ben.page.getByText('asks everybody for a second factor').waitFor();
  await expect(operate({ ...ben, home: ada.home }, 'products.list', {})).rejects.toThrow();
  await ben.context.close();
});

test('the account fits a phone at night without barriers', async () => {
  const { page } = ada;
  await asPhone(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const address of ['/admin/account', '/admin/second-factor']) {
    await page.goto(address);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), address).toBeLessThanOrEqual(0);
    expect(await barriers(page), address).toEqual([]);
  }
  expect(ada.complaints.filter((each) => !/ERR_ABORTED|40[01]/.test(each))).toEqual([]);
});
