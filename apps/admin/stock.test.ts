import { afterAll, beforeAll, expect } from 'vitest';
import { test } from '#tools/browser-test.ts';
import { asPhone, barriers, newMerchant, operate, type Merchant } from './testing/desk.ts';
import { openDesk, type OpenDesk } from './testing/open-desk.ts';

let desk: OpenDesk;
let olive: Merchant;
let variantId: string;

beforeAll(async () => {
  desk = await openDesk();
  olive = await newMerchant(desk, 'Olive');
  const product = await operate(olive, 'products.create', { title: 'Mug', status: 'active', variants: [{ prices: [{ amount: 2_000, currency: 'AUD' }] }] });
  variantId = (product.variants as { id: string }[])[0]!.id;
  await operate(olive, 'stock.set-many', { lines: [{ variantId, onHand: 20 }] });
  await operate(olive, 'locations.create', { name: 'Store room' });
}, 120_000);

afterAll(async () => {
  await desk?.close();
});

test('goods are sent to another location, a part arrives, and the rest is written off', async () => {
  const { page, home } = olive;
  await page.goto(`${home}/inventory/transfers`);
  await page.getByRole('button', { name: 'New transfer' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'New transfer' });
  await dialog.getByLabel('Find items to move').fill('mug');
  await dialog.getByRole('button', { name: /Mug/ }).click();
  await dialog.getByLabel(/^Quantity of Mug/).fill('8');
  expect(await barriers(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Plan transfer' }).click();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByText('8 on the way').waitFor();
  await page.getByRole('button', { name: 'Receive', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'Receive' });
  await sheet.getByLabel(/^Received of Mug/).fill('7');
  await sheet.getByLabel('The rest').selectOption('is missing');
  expect(await barriers(page)).toEqual([]);
  await sheet.getByRole('button', { name: 'Receive', exact: true }).click();
  await page.getByText('7 received, 1 missing').waitFor();
  await page.goto(`${home}/inventory/movements`);
  await page.getByText('Transfer lost').first().waitFor();
});

test('a blind count hides the books, and approving it posts the difference', async () => {
  const { page, home } = olive;
  await page.goto(`${home}/inventory/counts`);
  await page.getByRole('button', { name: 'Start a count' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Start a count' });
  await dialog.getByLabel('Location').selectOption('Store room');
  await dialog.getByLabel(/^Blind/).check();
  await dialog.getByRole('button', { name: 'Start', exact: true }).click();
  const counted = page.getByLabel(/^Counted of Mug/);
  await counted.fill('6');
  expect(await page.getByText('in the books').count()).toBe(0);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('1 of 1 counted').waitFor();
  await page.getByRole('button', { name: 'Hand in' }).click();
  await page.getByText('7 in the books').waitFor();
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Approve', exact: true }).click();
  await page.getByText('Approved', { exact: true }).first().waitFor();
});

test('a thing that runs low appears among the alerts by itself, with its rule', async () => {
  const { page, home } = olive;
  await page.goto(`${home}/inventory/alerts`);
  await page.getByText('Nothing needs you').waitFor();
  await page.waitForTimeout(500);
  await operate(olive, 'stock.adjust', { variantId, to: 0 });
  await operate(olive, 'stock.set-low-at', { variantId, lowAt: 10 });
  await page.getByRole('row').filter({ hasText: 'Mug' }).getByText('Low', { exact: true }).waitFor({ timeout: 10_000 });
  await page.getByRole('button', { name: /^Change when to warn of Mug/ }).click();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('dialog').getByLabel('Low at (available)').fill('2');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByText('Nothing needs you').waitFor();
});

test('alerts, transfers and counts fit a phone in the dark and hold no barrier', async () => {
  const { page, home } = olive;
  await asPhone(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const place of ['alerts', 'transfers', 'counts']) {
    await page.goto(`${home}/inventory/${place}`);
    const opening = page.locator('main a[data-opens]').first();
    if (place !== 'alerts') {
      expect(await barriers(page), place).toEqual([]);
      await opening.click();
      await page.waitForURL(/[0-9a-f-]{36}$/);
    }
    expect(await barriers(page), place).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), place).toBeLessThanOrEqual(0);
  }
}, 120_000);

test('through all of this the browser complained about nothing', () => {
  expect(olive.complaints.filter((each) => !each.endsWith('net::ERR_ABORTED'))).toEqual([]);
});
