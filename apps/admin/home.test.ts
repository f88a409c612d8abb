import type { Page } from 'playwright-core';
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
  const product = await operate(olive, 'products.create', { title: 'Mug', status: 'active', variants: [{ trackInventory: false, prices: [{ amount: 2_000, currency: 'AUD' }] }] });
  variantId = (product.variants as { id: string }[])[0]!.id;
}, 120_000);

afterAll(async () => {
  await desk?.close();
});

async function sell(email: string, quantity: number): Promise<string> {
  const draft = await operate(olive, 'orders.create-draft', { customerName: email, email, lines: [{ variantId, quantity }] });
  const order = await operate(olive, 'orders.complete-draft', { id: draft.id });
  return (order.id ?? order.orderId) as string;
}

/** What a figure says to somebody who hears it. */
async function figure(page: Page, label: string): Promise<string> {
  const card = page.getByRole('main').getByRole('link').filter({ has: page.getByText(label, { exact: true }) });
  return (await card.locator('.sr-only').first().textContent()) ?? '';
}

test('a sale made elsewhere is in the figures, the chart and the activity without reloading', async () => {
  const { page, home } = olive;
  await sell('ana@example.test', 2);
  await page.goto(home);
  await expect.poll(() => figure(page, 'Orders')).toBe('1');
  await page.waitForTimeout(500);
  await sell('ben@example.test', 3);
  await expect.poll(() => figure(page, 'Orders'), { timeout: 10_000 }).toBe('2');
  expect(await figure(page, 'Sales')).toBe('$100.00');
  expect(await figure(page, 'Items sold')).toBe('5');
  await page.getByRole('region', { name: 'Activity' }).getByRole('link', { name: '#1002' }).first().waitFor();
});

test('each figure leads to the table whose rows it counts', async () => {
  const { page, home } = olive;
  const cancelled = await sell('cid@example.test', 1);
  await operate(olive, 'orders.cancel', { id: cancelled });
  for (const [label, rows] of [['Sales', 2], ['Orders', 2], ['Items sold', 2], ['New customers', 3], ['Refunded', 0]] as const) {
    await page.goto(home);
    await page.getByRole('main').getByRole('link').filter({ has: page.getByText(label, { exact: true }) }).click();
    await page.waitForURL(/filter/);
    await expect.poll(() => page.locator('tbody').getByRole('row').count(), { message: label }).toBe(rows);
  }
});

test('range and comparison stand in the address, and Back undoes them', async () => {
  const { page, home } = olive;
  await page.goto(home);
  await page.getByLabel('Time range').selectOption('Today');
  await page.getByRole('heading', { name: 'Sales per hour' }).waitFor();
  await page.getByLabel('Comparison').selectOption('A year earlier');
  await page.waitForURL(/range=today&compare=year/);
  const second = await olive.context.newPage();
  await second.goto(page.url());
  await second.getByRole('heading', { name: 'Sales per hour' }).waitFor();
  expect(await second.getByLabel('Comparison').inputValue()).toBe('year');
  await second.close();
  await page.goBack();
  await page.goBack();
  await page.getByRole('heading', { name: 'Sales per day' }).waitFor();
  await page.getByLabel('Time range').selectOption('custom');
  await page.getByLabel('First day').fill('2020-01-01');
  await page.getByLabel('Last day').fill('2020-01-31');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect.poll(() => figure(page, 'Orders')).toBe('0');
});

test('the chart is read by keyboard, and as a table', async () => {
  const { page, home } = olive;
  await page.goto(`${home}?range=7d`);
  const chart = page.getByRole('slider', { name: /^Sales per day/ });
  await chart.focus();
  await page.keyboard.press('End');
  expect(await chart.getAttribute('aria-valuetext')).toMatch(/: \$100\.00, .+ \$0\.00$/);
  await page.keyboard.press('ArrowLeft');
  expect(await chart.getAttribute('aria-valuetext')).toMatch(/: \$0\.00/);
  await page.getByRole('button', { name: 'Show as table' }).press('Enter');
  expect(await page.getByRole('table').getByRole('row').count()).toBe(8);
  await page.getByRole('cell', { name: '$100.00' }).waitFor();
});

/** Every text the sales card shows while a sale comes in, to somebody with these wishes for motion. */
async function seenWhileSelling(reducedMotion: 'reduce' | 'no-preference'): Promise<string[]> {
  const { page, home } = olive;
  await page.emulateMedia({ reducedMotion });
  await page.goto(`${home}?range=30d`);
  await page.waitForTimeout(700);
  await page.evaluate(() => {
    const card = [...document.querySelectorAll('a')].find((each) => each.textContent?.startsWith('Sales'))!.querySelector('[aria-hidden].figures')!;
    const seen: string[] = (globalThis as unknown as { seen: string[] }).seen = [];
    new MutationObserver(() => seen.push(card.textContent ?? '')).observe(card, { characterData: true, childList: true, subtree: true });
  });
  await sell('dan@example.test', 4);
  const seen = () => page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
  await expect.poll(async () => (await seen()).length, { timeout: 10_000 }).toBeGreaterThan(0);
  await page.waitForTimeout(900);
  return seen();
}

test('numbers run to their new value only when they change, and not at all for those who want less motion', async () => {
  expect(await seenWhileSelling('reduce')).toHaveLength(1);
  expect((await seenWhileSelling('no-preference')).length).toBeGreaterThan(1);
  await olive.page.emulateMedia({ reducedMotion: 'reduce' });
});

test('home holds no barrier and fits a phone, in the light and the dark, as chart and as table', async () => {
  const { page, home } = olive;
  expect(await barriers(page)).toEqual([]);
  await asPhone(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`${home}?range=custom&from=2026-01-01&to=2026-01-31&compare=year`);
  await page.getByRole('button', { name: 'Show as table' }).click();
  expect(await barriers(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test('through all of this the browser complained about nothing', () => {
  expect(olive.complaints.filter((each) => !each.endsWith('net::ERR_ABORTED'))).toEqual([]);
});
