import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { test } from '#tools/browser-test.ts';
import { asPhone, barriers, newMerchant, operate, type Merchant } from './testing/desk.ts';
import { openDesk, type OpenDesk } from './testing/open-desk.ts';

/** Tables by keyboard alone: no test here uses the mouse where a key could do it. */
let desk: OpenDesk;
let tess: Merchant;
const THINGS = 60;

beforeAll(async () => {
  desk = await openDesk();
  tess = await newMerchant(desk, 'Tess');
}, 120_000);
afterAll(async () => {
  await desk?.close();
});

const rows = (page: Page) => page.locator('tbody > tr');
const focusedName = (page: Page) => page.evaluate(() => (document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '').trim());

/** Presses Tab until what has the focus is called that. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const is = (found: string) => (typeof name === 'string' ? found === name : name.test(found));
  for (let presses = 0; presses < 250; presses++) {
    if (is(await focusedName(page))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way to ${String(name)} by Tab`);
}

async function open(path: string): Promise<Page> {
  await tess.page.goto(`${tess.home}${path}`);
  await tess.page.waitForTimeout(400);
  return tess.page;
}

const focusRow = async (page: Page, number: number) => {
  await expect.poll(async () => (await page.keyboard.press('j'), page.evaluate(() => document.activeElement?.tagName))).toBe('TR');
  for (let i = 1; i < number; i++) await page.keyboard.press('j');
};

test('a table without rows says what will stand there, and one whose filter hides everything says so', async () => {
  const page = await open('/products');
  await page.getByText('Your catalogue is empty').waitFor();
  for (let n = 1; n <= THINGS; n++) await operate(tess, 'products.create', { title: `Thing ${String(n).padStart(2, '0')}`, status: 'active', brand: n % 2 ? 'Acme' : 'Salt, Pepper & Co', prices: [{ amount: 100 * n, currency: 'USD' }] });
  await open('/products?q=nosuchthing');
  await page.getByText('Nothing matches').waitFor();
  expect(await barriers(page)).toEqual([]);
  await tabTo(page, 'Clear search and filters');
  await page.keyboard.press('Enter');
  await page.getByText(`1–50 of ${THINGS}`).waitFor();
}, 120_000);

describe('choosing rows', () => {
  test('x chooses one, Shift with x all up to it, Escape none; Enter opens', async () => {
    const page = await open('/products?sort=title&limit=25');
    await focusRow(page, 2);
    await page.keyboard.press('x');
    await page.getByText('1 on this page').waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Shift+X');
    await page.getByText('3 on this page').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('region', { name: 'Chosen rows' }).count()).toBe(0);
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Thing 03', level: 1 }).waitFor();
  });

  test('a page is a page, and everything is a second step; the work tells what became of every row', async () => {
    const page = await open('/products?sort=title&limit=25');
    await tabTo(page, 'Choose every row on this page');
    await page.keyboard.press('Space');
    await page.getByText('25 on this page').waitFor();
    await tabTo(page, `Choose all ${THINGS} that match`);
    await page.keyboard.press('Enter');
    await page.getByText(`All ${THINGS} that match`, { exact: true }).waitFor();
    await tabTo(page, 'Archive');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: `Archive: ${THINGS} of products` });
    await dialog.waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByText(`Archive a product: ${THINGS} done`).waitFor({ timeout: 30_000 });
    await expect.poll(() => rows(page).filter({ hasText: 'Archived' }).count()).toBe(25);
    await tabTo(page, 'Every row');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Archive a product', level: 1 }).waitFor();
    await page.getByText(`1–50 of ${THINGS}`).waitFor();
    expect(await barriers(page)).toEqual([]);
  }, 120_000);
});

describe('views', () => {
  test('filters and order are kept under a name, and its address shows the same rows to a second browser in the first HTML', async () => {
    const page = await open('/products?filter[brand]=Acme&sort=-title');
    await tabTo(page, 'Save as view');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Save this view' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.type('Acme, backwards');
    await page.keyboard.press('Enter');
    await page.waitForURL(/[?&]view=[0-9a-f-]{36}$/);
    expect(await rows(page).first().textContent()).toContain('Thing 59');
    const html = await (await tess.context.request.get(page.url())).text();
    expect(html).toContain('Thing 59');
    expect(html).not.toContain('Thing 60');
  });

  test('a changed view says that it is not saved; Back undoes the change; reload keeps the rows', async () => {
    const { page } = tess;
    await tabTo(page, 'Product');
    await page.keyboard.press('Enter');
    await page.getByText('Not saved').waitFor();
    const changed = await rows(page).first().textContent();
    await page.reload();
    expect(await rows(page).first().textContent()).toBe(changed);
    await page.goBack();
    await page.getByText('Not saved').waitFor({ state: 'detached' });
    expect(await rows(page).first().textContent()).toContain('Thing 59');
  });

  test('a value with a comma in it is found by its filter', async () => {
    const page = await open('/products');
    await tabTo(page, 'Brand');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Filter by Brand' }).getByLabel('Salt, Pepper & Co').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.getByText(`1–30 of ${THINGS / 2}`).waitFor();
  });
});

test('columns and density are the reader’s own, and the next page is drawn with them from the start', async () => {
  const page = await open('/products');
  await tabTo(page, 'Columns');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: 'Columns' });
  await panel.getByLabel('Created', { exact: true }).focus();
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await page.getByRole('columnheader', { name: 'Created' }).waitFor();
  const html = await (await tess.context.request.get(page.url())).text();
  expect(html).toMatch(/<th[^>]*>(?:<button[^>]*>)?Created/);
});

test('a change is shown in its place, what is new waits behind a pill, and the focus stays', async () => {
  const page = await open('/products?sort=-title&limit=25');
  await focusRow(page, 2);
  const before = await rows(page).nth(1).getAttribute('data-row');
  await operate(tess, 'products.update', { id: before!, title: 'Thing 59, renamed' });
  await rows(page).nth(1).filter({ hasText: 'Thing 59, renamed' }).waitFor();
  await operate(tess, 'products.create', { title: 'Thing 99' });
  const pill = page.getByRole('button', { name: '1 new' });
  await pill.waitFor();
  expect(await rows(page).count()).toBe(25);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-row'))).toBe(before);
  await tabTo(page, /^1 new$/).catch(() => pill.focus());
  await pill.press('Enter');
  await rows(page).first().filter({ hasText: 'Thing 99' }).waitFor();
});

test('everything that matches goes into a file, not only the page', async () => {
  const page = await open('/products?filter[brand]=Acme&limit=25');
  await tabTo(page, 'Export');
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'CSV with these columns' }).waitFor();
  expect(await barriers(page)).toEqual([]);
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(file.suggestedFilename()).toMatch(/^products-.*\.csv$/);
});

test('on a phone rows are cards, nothing is wider than the screen, and nothing bars the way', async () => {
  const { page, home } = tess;
  await asPhone(page);
  for (const [i, path] of ['/products', '/products?view=archived', '/orders', '/customers', '/inventory', '/storefronts', '/people', '/audit', '/jobs', '/bulk'].entries()) {
    await page.emulateMedia({ colorScheme: i % 2 ? 'dark' : 'light' });
    await page.goto(home + path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(0);
    expect(await barriers(page), path).toEqual([]);
  }
}, 120_000);

test('through all of this the browser complained about nothing', () => {
  expect(tess.complaints.filter((each) => !each.endsWith('net::ERR_ABORTED'))).toEqual([]);
});
