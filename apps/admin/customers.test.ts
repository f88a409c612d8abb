import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect } from 'vitest';
import { test } from '#tools/browser-test.ts';
import { asPhone, barriers, newMerchant, operate, type Merchant } from './testing/desk.ts';
import { openDesk, type OpenDesk } from './testing/open-desk.ts';

let desk: OpenDesk;
let olive: Merchant;
let ana: string;

beforeAll(async () => {
  desk = await openDesk();
  olive = await newMerchant(desk, 'Olive');
  const product = await operate(olive, 'products.create', { title: 'Mug', status: 'active', variants: [{ trackInventory: false, prices: [{ amount: 2_000, currency: 'AUD' }] }] });
  const variantId = (product.variants as { id: string }[])[0]!.id;
  for (const [email, name, quantity] of [['ana@example.test', 'Ana Ng', 1], ['ana.work@example.test', 'A. Ng', 3], ['ben@example.test', 'Ben Ode', 1]] as const) {
    const draft = await operate(olive, 'orders.create-draft', { customerName: name, email, lines: [{ variantId, quantity }] });
    await operate(olive, 'orders.complete-draft', { id: draft.id });
  }
}, 120_000);

afterAll(async () => {
  await desk?.close();
});

test('from the list through a customer to the next one of the same list', async () => {
  const { page, home } = olive;
  await page.goto(`${home}/customers?sort=email`);
  await page.getByRole('link', { name: 'A. Ng' }).click();
  await page.getByRole('heading', { name: 'A. Ng', level: 1 }).waitFor();
  await page.getByRole('link', { name: 'Next in the list' }).click();
  await page.getByRole('heading', { name: 'Ana Ng', level: 1 }).waitFor();
  ana = /customers\/([0-9a-f-]{36})/.exec(page.url())![1]!;
  await page.getByRole('link', { name: 'Previous in the list' }).click();
  await page.getByRole('heading', { name: 'A. Ng', level: 1 }).waitFor();
});

test('a note and a group stand on the customer’s page at once', async () => {
  const { page, home } = olive;
  await operate(olive, 'customers.create-group', { name: 'Friends' });
  await page.goto(`${home}/customers/${ana}`);
  await page.getByLabel('Note', { exact: true }).fill('Likes the blue one.');
  await page.getByRole('button', { name: 'Add note' }).click();
  await page.getByRole('listitem').filter({ hasText: 'Likes the blue one.' }).waitFor();
  await page.getByRole('listitem').filter({ hasText: 'Order #1001: Order' }).first().waitFor();
  await page.getByLabel('Friends').check();
  await page.waitForTimeout(500);
  expect(await page.getByLabel('Friends').isChecked()).toBe(true);
  await page.goto(`${home}/customers/groups`);
  await page.getByRole('link', { name: 'Friends' }).click();
  await page.getByRole('link', { name: 'Ana Ng' }).waitFor();
  expect(await page.getByRole('link', { name: 'Ben Ode' }).count()).toBe(0);
});

test('two records of one person become one, with both orders', async () => {
  const { page, home } = olive;
  await page.goto(`${home}/customers/${ana}`);
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Merge another customer' });
  await dialog.getByLabel('Find a customer').fill('work');
  await dialog.getByRole('button', { name: /ana\.work@example\.test/ }).click();
  expect(await barriers(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
  await page.getByText('A. Ng (ana.work@example.test) was merged into this customer.').waitFor();
  await page.getByRole('link', { name: '#1002', exact: true }).waitFor();
  await page.goto(`${home}/customers`);
  await page.getByRole('link', { name: 'Ana Ng' }).waitFor();
  expect(await page.getByRole('link', { name: 'A. Ng' }).count()).toBe(0);
});

test('everything kept of a customer is saved as a file', async () => {
  const { page, home } = olive;
  await page.goto(`${home}/customers/${ana}`);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download data' }).click()]);
  expect(download.suggestedFilename()).toBe('ana@example.test.json');
  const data = JSON.parse(readFileSync(await download.path(), 'utf8')) as { orders: unknown[]; groups: string[] };
  expect(data).toMatchObject({ customer: { email: 'ana@example.test' }, groups: ['Friends'] });
  expect(data.orders).toHaveLength(2);
});

test('a gift card is issued and a part taken off again, store credit is given', async () => {
  const { page, home } = olive;
  await page.goto(`${home}/gift-cards`);
  await page.getByRole('button', { name: 'Issue gift card' }).first().click();
  await page.getByRole('dialog').getByLabel('Value').fill('25');
  await page.getByRole('dialog').getByRole('button', { name: 'Issue', exact: true }).click();
  await page.getByRole('dialog', { name: 'The gift card is issued' }).getByRole('button', { name: 'Done' }).click();
  await page.getByRole('link', { name: /Gift card ····/ }).click();
  await page.getByRole('button', { name: 'Change balance' }).click();
  await page.getByRole('dialog').getByLabel('What').selectOption('off');
  await page.getByRole('dialog').getByLabel('Amount').fill('5');
  await page.getByRole('dialog').getByLabel('Why').fill('Paid in the shop');
  await page.getByRole('dialog').getByRole('button', { name: 'Change', exact: true }).click();
  await page.getByText('$20.00 left').waitFor();
  await page.goto(`${home}/gift-cards`);
  await page.getByRole('button', { name: 'Give store credit' }).click();
  await page.getByRole('dialog').getByRole('button', { name: /Ben Ode/ }).click();
  await page.getByRole('dialog').getByLabel('Amount').fill('7.50');
  await page.getByRole('dialog').getByLabel('Why').fill('Sorry');
  await page.getByRole('dialog').getByRole('button', { name: 'Give', exact: true }).click();
  await page.getByRole('row').filter({ hasText: 'Store credit' }).filter({ hasText: '$7.50' }).waitFor();
});

test('customer and groups hold no barrier and fit a phone in the dark', async () => {
  const { page, home } = olive;
  for (const place of [`customers/${ana}`, 'customers/groups']) {
    await page.goto(`${home}/${place}`);
    expect(await barriers(page), place).toEqual([]);
  }
  await asPhone(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const place of [`customers/${ana}`, 'customers/groups']) {
    await page.goto(`${home}/${place}`);
    expect(await barriers(page), place).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), place).toBeLessThanOrEqual(0);
  }
});

test('through all of this the browser complained about nothing', () => {
  expect(olive.complaints.filter((each) => !each.endsWith('net::ERR_ABORTED'))).toEqual([]);
});
