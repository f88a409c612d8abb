import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect } from 'vitest';
import { test } from '#tools/browser-test.ts';
import { asPhone, barriers, newMerchant, operate, type Merchant } from './testing/desk.ts';
import { openDesk, type OpenDesk } from './testing/open-desk.ts';

let desk: OpenDesk;
let olive: Merchant;

beforeAll(async () => {
  desk = await openDesk();
  olive = await newMerchant(desk, 'Olive');
}, 120_000);

afterAll(async () => {
  await desk?.close();
});

const FILE = ['Handle,Title,Status,Option1 Name,Option1 Value,Variant Price,Shelf,Maker', 'hat,Felt hat,active,Size,S,20,B7,Acme', 'hat,,,,M,21,,', 'mug,Blue mug,active,,,9.50,,', 'bad,Bad bowl,active,,,five,,'].join('\n');
const file = (text: string, name = 'spring.csv') => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const products = async () => (await olive.page.evaluate(async () => (await (await fetch('/api/admin/products')).json()) as { total: number })).total;

async function shownWell(): Promise<void> {
  const { page } = olive;
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  expect(await barriers(page)).toEqual([]);
}

test('a merchant looks at a file, sees what it would do, imports it, and finds the products', async () => {
  const { page, home } = olive;
  await operate(olive, 'products.create', { title: 'Blue mug', slug: 'mug', prices: [{ amount: 900, currency: 'AUD' }] });
  await page.goto(`${home}/products`);
  await page.locator('#page').getByRole('link', { name: 'Import and export' }).click();
  await asPhone(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.getByRole('heading', { name: 'Import and export', level: 1 }).waitFor();
  await shownWell();
  await page.getByLabel('Choose a file or drop it here').setInputFiles(file(FILE));
  await page.getByText('Variant Price: "five" is not an amount in AUD').waitFor();
  await page.getByText('Choose what they become').press('Enter');
  await page.getByLabel('Maker').selectOption({ label: 'Brand' });
  await shownWell();
  await page.getByRole('button', { name: 'Check again' }).click();
  await page.getByRole('button', { name: 'Import 2 products' }).waitFor();
  expect(await products()).toBe(1);
  await page.getByRole('button', { name: 'Import 2 products' }).press('Enter');
  await page.getByRole('heading', { name: '2 products imported' }).waitFor();
  await page.emulateMedia({ colorScheme: 'light' });
  await shownWell();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download errors' }).click()]);
  expect(download.suggestedFilename()).toBe('errors in spring.csv');
  expect(await readFile(await download.path(), 'utf8')).toContain('5,Error,bad,Variant Price');
  await page.getByRole('link', { name: 'See products' }).click();
  await page.getByRole('link', { name: 'Felt hat' }).click();
  await page.getByRole('heading', { name: 'Felt hat', level: 1 }).waitFor();
  expect(await page.getByLabel('Brand').inputValue()).toBe('Acme');
  expect(await products()).toBe(2);
});

test('what is no product file is refused in a sentence, and another one can be chosen at once', async () => {
  const { page, home } = olive;
  await page.goto(`${home}/products/transfer`);
  const choose = page.getByLabel('Choose a file or drop it here');
  await choose.setInputFiles(file('Name,Age\nAna,3\n'));
  await page.getByRole('alert').filter({ hasText: 'neither a "Handle" nor a "Title" column' }).waitFor();
  await choose.setInputFiles(file(FILE));
  await page.getByRole('button', { name: 'Choose another file' }).click();
  await choose.waitFor();
  expect(olive.complaints.filter((each) => !/422|net::ERR_ABORTED/.test(each))).toEqual([]);
});

test('the active products are downloaded as a file that can be imported again', async () => {
  const { page } = olive;
  await page.getByLabel('Which products').selectOption({ label: 'Active (2)' });
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Export CSV' }).click()]);
  expect(download.suggestedFilename()).toMatch(/^products-active-.*\.csv$/);
  await page.getByLabel('Choose a file or drop it here').setInputFiles(await download.path());
  await page.getByRole('button', { name: 'Import 2 products' }).waitFor();
});
