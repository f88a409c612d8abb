import { afterAll, beforeAll, expect } from 'vitest';
import { test } from '#tools/browser-test.ts';
import { asPhone, barriers, newMerchant, operate, type Merchant } from './testing/desk.ts';
import { openDesk, type OpenDesk } from './testing/open-desk.ts';

let desk: OpenDesk;
let olive: Merchant;
let look: string;
let shop: string;

beforeAll(async () => {
  desk = await openDesk();
  olive = await newMerchant(desk, 'Olive');
  const { id, slug } = await operate(olive, 'storefronts.create', { name: 'Olive and Oil' });
  look = `${olive.home}/storefronts/${String(id)}/look`;
  shop = `${desk.url}/shops/${String(slug)}`;
}, 120_000);
afterAll(async () => {
  await desk?.close();
});

test('a shop is given another look beside the shop itself: sections by keyboard, a colour that can be read, then published', async () => {
  const { page, complaints } = olive;
  await page.goto(look);
  const preview = page.frameLocator('iframe');
  await preview.getByRole('heading', { level: 1, name: 'Olive and Oil' }).waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Add a section' }).click();
  await page.getByRole('menuitem', { name: /^Promises/ }).click();
  await preview.getByText('Sent within a day').waitFor();
  await page.getByLabel('Promise', { exact: true }).fill('Pressed on Tuesday');
  await preview.getByText('Pressed on Tuesday').waitFor();
  await page.getByRole('group', { name: 'Promises' }).getByRole('button', { name: 'Promises', exact: true }).press('Alt+ArrowUp');
  await page.getByLabel('Accent', { exact: false }).nth(1).fill('#ffe08a');
  await page.getByText('buttons and links need 4.5').waitFor();
  expect(await page.getByRole('button', { name: 'Publish' }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: /^Use #[0-9a-f]{6} for the accent/ }).click();
  await page.getByText('Draft saved, not published').waitFor();
  expect(await (await fetch(shop)).text()).not.toContain('Pressed on Tuesday');
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByText('Published', { exact: true }).waitFor();
  expect(await (await fetch(shop)).text()).toContain('Pressed on Tuesday');
  await asPhone(page);
  expect(await barriers(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.setViewportSize({ width: 1440, height: 900 });
  expect(complaints.filter((each) => !/422|ERR_ABORTED|Failed to load resource/.test(each))).toEqual([]);
});

test('a text page is begun from a usual one, written and read in the shop', async () => {
  const { page } = olive;
  await page.goto(look.replace(/look$/, 'pages'));
  await page.getByRole('button', { name: 'Returns' }).click();
  await page.getByRole('textbox', { name: 'Text of Returns', exact: true }).waitFor();
  await page.getByRole('textbox', { name: 'Text of Returns', exact: true }).fill('Thirty days to think about it.');
  await page.getByLabel(/^Published/).check();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save page' }).click();
  await page.getByText('Page saved').waitFor();
  expect(await (await fetch(`${shop}/pages/returns`)).text()).toContain('Thirty days to think about it.');
  await page.getByRole('button', { name: 'Delete …' }).click();
  await page.getByRole('button', { name: 'Delete page' }).click();
  await page.getByText('Page deleted').waitFor();
});
