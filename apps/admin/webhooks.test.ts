import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect } from 'vitest';
import { useConfig } from '#platform/config.ts';
import { startServer, type TestServer } from '#worlds/testing.ts';
import { test } from '#tools/browser-test.ts';
import { complaintsOf, openBrowser } from '#tools/browser.ts';
import { build } from './build.ts';
import { asPhone, barriers, newMerchant, operate, type Desk, type Merchant } from './testing/desk.ts';

let server: TestServer;
let desk: Desk;
let olive: Merchant;
let receiver: Server;
let url: string;
let secret: string;
let status = 204;
const got: { body: string; headers: Record<string, string> }[] = [];

beforeAll(async () => {
  if (!existsSync(path.join(import.meta.dirname, '../../.build/admin/server/index.js'))) await build();
  server = await startServer();
  useConfig({ ALLOW_PRIVATE_TARGETS: true });
  receiver = createServer((request, response) => void take(request, response));
  await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  desk = { url: server.url, browser: await openBrowser(), complaintsOf };
  olive = await newMerchant(desk, 'Olive');
  olive.page.setDefaultTimeout(20_000);
}, 120_000);

afterAll(async () => {
  await desk?.browser.close();
  receiver.close();
  useConfig({ ALLOW_PRIVATE_TARGETS: false });
  await server?.stop();
});

async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let body = '';
  for await (const part of request) body += String(part);
  got.push({ body, headers: request.headers as Record<string, string> });
  response.writeHead(status, { 'content-type': 'text/plain' }).end(status === 204 ? undefined : 'the warehouse is closed');
}

const open = (page: Page, address: string) => page.goto(`${olive.home}${address}`);
const panel = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true });

test('an endpoint is added for some events, its secret is shown once, and with it the receiver believes a test', async () => {
  const { page } = olive;
  await open(page, '/webhooks');
  await page.getByText('No endpoints yet').waitFor();
  await page.getByRole('button', { name: 'Add endpoint' }).first().click();
  const sheet = page.getByRole('dialog', { name: 'Add endpoint' });
  await sheet.getByLabel('Address').fill('ftp://somewhere');
  await sheet.getByRole('button', { name: 'Add endpoint' }).click();
  await sheet.getByText('An address begins with https://').waitFor();
  await sheet.getByLabel('Address').fill(url);
  await sheet.getByLabel('Description').fill('Orders for the warehouse');
  await sheet.getByLabel('Only some').check();
  expect(await sheet.getByRole('button', { name: 'Add endpoint' }).isDisabled()).toBe(true);
  await sheet.getByLabel('Find events').fill('product');
  await sheet.getByLabel('Product', { exact: true }).check();
  expect(await barriers(page), 'the sheet').toEqual([]);
  await sheet.getByRole('button', { name: 'Add endpoint' }).click();
  const dialog = page.getByRole('dialog', { name: 'Your endpoint is ready' });
  secret = (await dialog.locator('code').first().textContent())!;
  expect(secret).toMatch(/^whsec_/);
  expect(await barriers(page), 'the secret').toEqual([]);
  await dialog.getByRole('button', { name: 'I have copied it' }).click();
  await page.waitForURL(/\/webhooks\/[0-9a-f-]{36}$/);
  expect(await page.content()).not.toContain(secret.slice(6));
  await page.getByRole('button', { name: 'Send test' }).click();
  await expect.poll(() => got.length).toBe(1);
  expect(new Webhook(secret).verify(got[0]!.body, got[0]!.headers)).toMatchObject({ type: 'webhook.test' });
});

test('what happens is delivered, and the open page follows by itself', async () => {
  const { page } = olive;
  await page.getByRole('link', { name: 'webhook.test' }).waitFor();
  await panel(page, 'Last delivered').getByText('Today').waitFor();
  await operate(olive, 'products.create', { title: 'Blue mug' });
  await expect.poll(() => got.some((each) => each.body.includes('"product.created"'))).toBe(true);
  await page.getByRole('button', { name: /^\d new$/ }).click();
  await page.getByRole('link', { name: 'product.created' }).waitFor();
});

test('a receiver in trouble is told in words; a person looks at the try, mends it and sends it again', async () => {
  const { page } = olive;
  status = 503;
  await page.getByRole('button', { name: 'Send test' }).click();
  await panel(page, 'Last error').getByText('It answered 503.').waitFor();
  await panel(page, 'State').getByText('Failed once.').waitFor();
  expect(await panel(page, 'Waiting').textContent()).toContain('1');
  await page.reload();
  await page.getByRole('link', { name: 'webhook.test' }).first().click();
  await page.getByRole('heading', { name: '1 try' }).waitFor();
  await page.getByText('the warehouse is closed').waitFor();
  expect(await barriers(page), 'a delivery').toEqual([]);
  status = 204;
  await page.getByRole('button', { name: 'Try now' }).click();
  await page.getByRole('heading', { name: '2 tries' }).waitFor();
  await page.getByText('Delivered', { exact: true }).waitFor();
  expect(got.at(-1)!.headers['webhook-id']).toBe(got.at(-2)!.headers['webhook-id']);
});

test('a receiver that is gone is switched off; switched on again, everything that failed is sent', async () => {
  const { page } = olive;
  await page.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('link').last().click();
  status = 410;
  await page.getByRole('button', { name: 'Send test' }).click();
  await panel(page, 'State').getByText('The receiver said that the address is gone (410).').waitFor();
  await panel(page, 'Waiting').getByText('1 given up').waitFor();
  status = 204;
  await page.getByRole('button', { name: 'Switch on' }).click();
  await page.getByRole('button', { name: 'Resend all failed (1)' }).click();
  await page.getByText('1 delivery is sent again').waitFor();
  await panel(page, 'Waiting').getByText('None was given up.').waitFor();
  await page.getByRole('button', { name: 'Pause' }).click();
  await panel(page, 'State').getByText('What happens meanwhile waits').waitFor();
  await page.getByRole('button', { name: 'Switch on' }).click();
  await panel(page, 'State').getByText('Answers as it should.').waitFor();
  await panel(page, 'Endpoint').getByText('product.deleted').waitFor();
});

test('the log is filtered by what became of deliveries and by event', async () => {
  const { page } = olive;
  const address = page.url();
  await page.goto(`${address}?filter[event]=product`);
  await page.getByRole('link', { name: 'product.created' }).waitFor();
  expect(await page.getByRole('link', { name: 'webhook.test' }).count()).toBe(0);
  await page.goto(`${address}?filter[lastStatus]=400..599`);
  await page.getByText('Nothing matches').waitFor();
  await page.goto(`${address}?view=failed`);
  await page.getByText('Nothing matches').waitFor();
  await page.goto(address);
});

test('a replaced secret: both fit for a day', async () => {
  const { page } = olive;
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Replace secret…' }).click();
  await page.getByRole('dialog', { name: 'Replace the secret?' }).getByText('For 24 hours').waitFor();
  expect(await barriers(page), 'the question').toEqual([]);
  await page.getByRole('button', { name: 'Replace secret' }).click();
  const dialog = page.getByRole('dialog', { name: 'The new secret' });
  const next = (await dialog.locator('code').first().textContent())!;
  await dialog.getByRole('button', { name: 'I have copied it' }).click();
  await page.getByText('Signs along until').waitFor();
  const before = got.length;
  await page.getByRole('button', { name: 'Send test' }).click();
  await expect.poll(() => got.length).toBe(before + 1);
  for (const each of [secret, next]) new Webhook(each).verify(got.at(-1)!.body, got.at(-1)!.headers);
});

test('list, endpoint and delivery hold no barrier, at a desk in the light and on a phone at night', async () => {
  const { page } = olive;
  const endpoint = new URL(page.url()).pathname;
  const delivery = await page.getByRole('link', { name: 'product.created' }).getAttribute('href');
  for (const look of ['desk', 'phone'] as const) {
    if (look === 'phone') await asPhone(page);
    await page.emulateMedia({ colorScheme: look === 'phone' ? 'dark' : 'light' });
    for (const address of [`${olive.home}/webhooks`, delivery!, endpoint]) {
      await page.goto(address);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), address).toBeLessThanOrEqual(0);
      expect(await barriers(page), address).toEqual([]);
    }
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('dialog', { name: 'Edit endpoint' }).waitFor();
    expect(await barriers(page), 'editing').toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'How to verify' }).click();
    await page.getByRole('dialog', { name: 'Verify what comes' }).waitFor();
    expect(await barriers(page), 'the samples').toEqual([]);
    await page.keyboard.press('Escape');
  }
}, 120_000);

test('an endpoint goes when its name is typed', async () => {
  const { page } = olive;
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete this endpoint?' });
  expect(await dialog.getByRole('button', { name: 'Delete endpoint' }).isDisabled()).toBe(true);
  expect(await barriers(page), 'the last question').toEqual([]);
  await dialog.getByRole('textbox').fill(new URL(url).host);
  await dialog.getByRole('button', { name: 'Delete endpoint' }).click();
  await page.getByText('No endpoints yet').waitFor();
});

test('through all of this the browser complained about nothing', () => {
  const expected = /net::ERR_ABORTED$|closed before the connection is established|status of 400 \(Bad Request\)$|^400: .*do\/webhooks.create-endpoint$/;
  expect(olive.complaints.filter((each) => !expected.test(each))).toEqual([]);
});
