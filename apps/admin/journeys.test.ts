import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect } from 'vitest';
import { mailsTo } from '#modules/accounts/testing.ts';
import { test } from '#tools/browser-test.ts';
import { barriers, newMerchant, newMerchantByHand, operate, type Merchant } from './testing/desk.ts';
import { openDesk, type OpenDesk } from './testing/open-desk.ts';

let desk: OpenDesk;
let olive: Merchant;
let ben: Merchant;

beforeAll(async () => {
  desk = await openDesk();
  olive = await newMerchantByHand(desk, 'Olive');
}, 120_000);

afterAll(async () => {
  await desk?.close();
});

test('a merchant adds a shirt in two sizes, changes one price, and both are stored', async () => {
  const { page, home } = olive;
  await page.goto(`${home}/products/new`);
  await page.getByLabel('Title', { exact: true }).fill('Linen shirt');
  await page.getByLabel('Price in AUD', { exact: true }).fill('49.50');
  await page.getByRole('button', { name: 'Add option' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Size');
  await page.getByLabel('Values', { exact: true }).fill('Small, Large');
  await page.getByLabel('Values', { exact: true }).press('Enter');
  await typeInto(page, '1:0', '52');
  await typeInto(page, '0:5', '3');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.waitForURL(/\/products\/[0-9a-f-]{36}$/);
  await page.reload();
  await page.getByRole('gridcell', { name: '$49.50' }).waitFor();
  expect(await page.locator('[data-cell="1:0"]').textContent()).toBe('$52.00');
  expect(await page.locator('[data-cell="0:5"]').textContent()).toBe('3');
});

/** Types into a cell of the grid: row and column. */
async function typeInto(page: Page, cell: string, text: string): Promise<void> {
  await page.locator(`[data-cell="${cell}"]`).click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

test('a picture is sent, becomes the cover and is described', async () => {
  const { page } = olive;
  const picture = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#c8b8a0' } }).png().toBuffer();
  await page.getByLabel('Add pictures').setInputFiles({ name: 'shirt.png', mimeType: 'image/png', buffer: picture });
  await page.getByRole('button', { name: 'Describe picture 1' }).click();
  await page.getByRole('dialog').getByLabel('Description').fill('A folded linen shirt');
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Product saved').waitFor();
  const shown = page.getByRole('img', { name: 'A folded linen shirt' });
  await shown.waitFor();
  expect(await shown.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth)).toBe(640);
});

test('leaving with unsaved changes asks first, and staying keeps them', async () => {
  const { page } = olive;
  await page.getByLabel('Brand').fill('Acme');
  await page.getByRole('link', { name: 'Orders', exact: true }).click();
  await page.getByRole('dialog', { name: 'Leave without saving?' }).getByRole('button', { name: 'Stay' }).click();
  expect(await page.getByLabel('Brand').inputValue()).toBe('Acme');
  await page.getByRole('button', { name: 'Discard' }).click();
  expect(await page.getByLabel('Brand').inputValue()).toBe('');
});

test('a copied address shows the same rows in another tab, and Back undoes a filter', async () => {
  const { page, home, context } = olive;
  await operate(olive, 'products.create', { title: 'Hidden mug', status: 'draft', prices: [{ amount: 900, currency: 'AUD' }] });
  await page.goto(`${home}/products`);
  await page.getByRole('button', { name: 'Status', exact: true }).first().click();
  await page.getByRole('dialog', { name: 'Filter by Status' }).getByLabel('Draft').check();
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.getByRole('row').filter({ hasText: 'Linen shirt' }).waitFor({ state: 'detached' });
  const second = await context.newPage();
  await second.goto(page.url());
  expect(await second.getByRole('row').count()).toBe(2);
  await second.close();
  await page.goBack();
  await page.getByRole('row').filter({ hasText: 'Linen shirt' }).waitFor();
});

test('the keyboard alone finds a product and opens it', async () => {
  const { page, home } = olive;
  await page.goto(`${home}/products`);
  await expect.poll(() => slash(page)).toBe('search');
  await page.keyboard.type('linen');
  await page.getByRole('row').filter({ hasText: 'Hidden mug' }).waitFor({ state: 'detached' });
  await page.waitForURL(/[?&]q=linen/);
  await page.getByRole('searchbox', { name: 'Search' }).blur();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Linen shirt', level: 1 }).waitFor();
});

test('an order made elsewhere appears without reloading, is paid and shipped', async () => {
  const { page, home } = olive;
  await page.goto(`${home}/orders`);
  await page.getByText('No orders yet').waitFor();
  const lines = await sellable('Linen shirt');
  await page.waitForTimeout(500);
  const draft = await operate(olive, 'orders.create-draft', { customerName: 'Ana', email: 'ana@example.test', lines });
  await operate(olive, 'orders.complete-draft', { id: draft.id });
  await page.getByRole('link', { name: '#1001' }).click();
  await page.getByRole('button', { name: 'Mark as paid' }).click();
  await page.getByRole('button', { name: 'Ship items' }).click();
  await page.getByRole('dialog', { name: 'Ship items' }).getByRole('button', { name: 'Ship 2 items' }).click();
  await page.getByText('Paid. Shipped.').waitFor();
});

async function sellable(q: string): Promise<{ variantId: string; quantity: number }[]> {
  const found = await olive.page.evaluate(async (address) => (await (await fetch(address)).json()) as { data: { variantId: string; variant: string }[] }, `/api/admin/stock?q=${encodeURIComponent(q)}`);
  return [{ variantId: found.data.find((row) => row.variant === 'Small')!.variantId, quantity: 2 }];
}

test('a task about the shirt is written down, due on a day, taken and finished', async () => {
  const { page, home } = olive;
  const due = `${new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)}T09:30`;
  await page.goto(`${home}/tasks`);
  await page.getByRole('button', { name: 'New task' }).first().click();
  const sheet = page.getByRole('dialog', { name: 'New task' });
  await sheet.getByRole('button', { name: 'products' }).click();
  await sheet.getByRole('button', { name: 'Choose Linen shirt' }).click();
  await sheet.getByLabel('What is to be done').fill('Iron the shirt');
  await sheet.getByLabel('Due').fill(due);
  await sheet.getByRole('button', { name: 'Create task' }).click();
  await page.getByRole('link', { name: 'Linen shirt' }).waitFor();
  await page.getByRole('link', { name: 'Iron the shirt' }).click();
  await page.getByRole('heading', { name: 'Iron the shirt', level: 1 }).waitFor();
  expect(await page.getByLabel('Due').inputValue()).toBe(due);
  await page.getByRole('button', { name: 'Take' }).click();
  await page.getByText('It is yours').waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.goto(`${home}/tasks`);
  await page.locator('button[aria-current=true]', { hasText: 'Mine, open' }).waitFor();
  await page.getByRole('button', { name: 'All', exact: true }).click();
  await page.waitForURL(/view=all/);
  await page.getByRole('link', { name: 'Iron the shirt' }).click();
  await page.getByRole('button', { name: 'Finish' }).click();
  await page.getByRole('button', { name: 'Reopen' }).waitFor();
});

test('a form on another site cannot use the merchant’s session', async () => {
  const cookies = await olive.context.cookies();
  const cookie = cookies.map((each) => `${each.name}=${each.value}`).join('; ');
  const headers = { cookie, origin: 'https://evil.example', 'content-type': 'application/json' };
  const answer = await fetch(`${desk.url}${olive.home}/do/products.create`, { method: 'POST', headers, body: '{"title":"Planted"}' });
  expect(answer.status).toBe(403);
  expect(await answer.json()).toMatchObject({ code: 'forbidden' });
});

test('somebody else’s workspace is not there', async () => {
  ben = await newMerchant(desk, 'Ben');
  const answer = await ben.page.goto(olive.home);
  expect(answer?.status()).toBe(404);
  await ben.page.getByRole('heading', { name: 'This page is not here' }).waitFor();
});

test('an invited viewer comes in, sees the products, and is offered nothing they may not do', async () => {
  await operate(olive, 'members.invite', { email: ben.email, role: 'viewer' });
  await expect.poll(() => invitationLink(ben.email), { timeout: 15_000 }).toBeDefined();
  await ben.page.goto((await invitationLink(ben.email))!);
  await ben.page.getByRole('button', { name: 'Join the workspace' }).click();
  await ben.page.getByRole('heading', { name: 'Home', level: 1 }).waitFor();
  await ben.page.goto(`${olive.home}/products`);
  await ben.page.getByRole('link', { name: 'Linen shirt' }).waitFor();
  expect(await ben.page.getByRole('link', { name: 'Add product' }).count()).toBe(0);
  expect(await ben.page.getByRole('link', { name: 'Audit log' }).count()).toBe(0);
  await ben.page.goto(`${olive.home}/audit`);
  await ben.page.getByText('You cannot see this').waitFor();
  await expect(operate({ ...ben, home: olive.home }, 'products.create', { title: 'Planted' })).rejects.toThrow('forbidden');
  await ben.context.close();
});

/** Presses `/` and says what kind of field has the focus then. */
async function slash(page: Page): Promise<string | null | undefined> {
  await page.keyboard.press('/');
  return page.evaluate(() => document.activeElement?.getAttribute('type'));
}

async function invitationLink(email: string): Promise<string | undefined> {
  const mails = await mailsTo(email);
  return mails.map((mail) => /\/admin\/invitation\?token=[^\s"<]+/.exec(mail.text)?.[0]).find(Boolean);
}

// Leaving a page while its files still load, or its socket opens, is no complaint.
test('through all of this the browser complained about nothing', () => {
  expect(olive.complaints.filter((each) => !/net::ERR_ABORTED$|WebSocket is closed before the connection is established/.test(each))).toEqual([]);
});
