import sharp from 'sharp';
import { afterAll, beforeAll, expect } from 'vitest';
import { mailsTo } from '#modules/accounts/testing.ts';
import { test } from '#tools/browser-test.ts';
import { asPhone, barriers, newMerchant, operate, type Merchant } from './testing/desk.ts';
import { openDesk, type OpenDesk } from './testing/open-desk.ts';

let desk: OpenDesk;
let olive: Merchant;
let lena: Merchant;

beforeAll(async () => {
  desk = await openDesk();
  olive = await newMerchant(desk, 'Olive');
  lena = await newMerchant(desk, 'Lena');
}, 120_000);
afterAll(async () => {
  await desk?.close();
});

async function invitationLink(email: string): Promise<string | undefined> {
  const mails = await mailsTo(email);
  return mails.map((mail) => /\/admin\/invitation\?token=[^\s"<]+/.exec(mail.text)?.[0]).find(Boolean);
}

test('somebody is invited for one storefront only; the role says what it can do, and they see nothing of the other storefront', async () => {
  const { page, home } = olive;
  await operate(olive, 'storefronts.create', { name: 'Second front' });
  await page.goto(`${home}/people`);
  await page.getByRole('button', { name: 'Invite' }).click();
  const dialog = page.getByRole('dialog', { name: 'Invite somebody' });
  await dialog.getByLabel('Email').fill(lena.email);
  await dialog.getByLabel('Role').selectOption('ops');
  await dialog.getByText('Orders: see and change').waitFor();
  await dialog.getByLabel('Second front').check();
  await dialog.getByText('Limited people see and change nothing elsewhere').waitFor();
  expect(await barriers(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Send invitation' }).click();
  await page.getByText('1 storefront', { exact: true }).waitFor();
  await expect.poll(() => invitationLink(lena.email), { timeout: 15_000 }).toBeDefined();
  await lena.page.goto((await invitationLink(lena.email))!);
  await lena.page.getByRole('button', { name: 'Join the workspace' }).click();
  await lena.page.getByRole('heading', { name: 'Home', level: 1 }).waitFor();
  await lena.page.goto(`${home}/storefronts`);
  await lena.page.getByRole('link', { name: 'Second front' }).waitFor();
  expect(await lena.page.getByRole('row').count()).toBe(2);
  expect(await lena.page.getByRole('link', { name: 'API tokens' }).count()).toBe(0);
});

test('a suspended person is out at once and in again when restored', async () => {
  const { page, home } = olive;
  await page.goto(`${home}/people`);
  await page.getByRole('button', { name: 'Change Lena' }).click();
  await page.getByRole('menuitem', { name: 'Suspend' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click();
  await page.getByText('Suspended', { exact: true }).first().waitFor();
  expect((await lena.page.goto(`${home}/orders`))?.status()).toBe(404);
  await page.getByRole('button', { name: 'Change Lena' }).click();
  await page.getByRole('menuitem', { name: 'Let in again' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Let in' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect((await lena.page.goto(`${home}/orders`))?.status()).toBe(200);
});

test('the brand: a new name, an icon in the list of workspaces, and colours judged for reading', async () => {
  const { page, home } = olive;
  await page.goto(`${home}/settings/brand`);
  await page.getByLabel('Name of the workspace').fill('Olive & Sons');
  const picture = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#336655' } }).png().toBuffer();
  await page.getByLabel('Choose a picture: Icon').setInputFiles({ name: 'icon.png', mimeType: 'image/png', buffer: picture });
  await page.getByRole('img', { name: 'Icon of the workspace' }).waitFor();
  await page.locator('[name="brand.accent"]').fill('#ffee88');
  await page.getByText('Hard to read').waitFor();
  await page.locator('[name="brand.onAccent"]').fill('#221100');
  await page.getByText('Easy to read').waitFor();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: /Olive & Sons/ }).waitFor();
  await page.getByRole('navigation', { name: 'Workspaces' }).locator('img').waitFor();
  expect(await barriers(page)).toEqual([]);
});

test('all data is taken home: asked for, made in the background, downloaded', async () => {
  const { page, home } = olive;
  await page.goto(`${home}/settings/workspace`);
  await page.getByRole('button', { name: 'Make an archive' }).click();
  await expect.poll(async () => {
    await page.reload();
    return page.getByRole('button', { name: 'Download the archive' }).count();
  }, { timeout: 20_000 }).toBe(1);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download the archive' }).click()]);
  expect(download.suggestedFilename()).toContain('everything.tar.gz');
  expect((await mailsTo(olive.email)).map((mail) => mail.subject)).toContain('All data of Olive & Sons is ready');
});

test('the secret of the shop’s server is made and shown once, then the key can be bound to it', async () => {
  const { page, home } = olive;
  await page.goto(`${home}/storefronts`);
  await page.getByRole('link', { name: 'Second front' }).click();
  await page.getByRole('tab', { name: 'Key and permissions' }).click();
  const bind = page.getByRole('switch', { name: /works only together with the secret/ });
  expect(await bind.isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Make a secret' }).click();
  await page.getByText('Copy it now: it is not shown again.').waitFor();
  await page.getByRole('button', { name: 'Show the secret' }).click();
  await page.getByText(/^qss_/).waitFor();
  expect(await barriers(page)).toEqual([]);
  await bind.check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Storefront saved').waitFor();
  await page.reload();
  await page.getByRole('tab', { name: 'Key and permissions' }).click();
  expect(await bind.isChecked()).toBe(true);
  expect(await page.getByRole('button', { name: 'Show the secret' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Replace secret' }).click();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('dialog').getByLabel('Type Second front to confirm').fill('Second front');
  await page.getByRole('dialog').getByRole('button', { name: 'Replace secret' }).click();
  await page.getByText('Copy it now: it is not shown again.').waitFor();
});

test('a storefront is deleted only by typing its name, with the consequences in numbers', async () => {
  const { page, home } = olive;
  await page.goto(`${home}/storefronts`);
  await page.getByRole('link', { name: 'Second front' }).click();
  await page.getByRole('button', { name: 'Delete…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete “Second front”?' });
  await dialog.getByText('0 orders stay as they are').waitFor();
  expect(await dialog.getByRole('button', { name: 'Delete storefront' }).isDisabled()).toBe(true);
  expect(await barriers(page)).toEqual([]);
  await dialog.getByLabel('Type Second front to confirm').fill('Second front');
  await dialog.getByRole('button', { name: 'Delete storefront' }).click();
  await page.waitForURL(/\/storefronts$/);
});

test('the workspace is put down for deletion by its typed name, and kept after all', async () => {
  const { page, home } = olive;
  await lena.context.close();
  await asPhone(page);
  await page.goto(`${home}/settings/workspace`);
  await page.getByRole('button', { name: 'Delete workspace…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('I have taken the data home, or do not need it').check();
  await dialog.getByLabel('Type Olive & Sons to confirm').fill('Olive & Sons');
  await dialog.getByRole('button', { name: 'Delete workspace' }).click();
  await page.getByText('This workspace is going to be deleted').waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Keep the workspace' }).click();
  await page.getByText('This workspace is going to be deleted').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Delete workspace…' }).waitFor();
});

test('through all of this the browser complained about nothing', () => {
  expect(olive.complaints.filter((each) => !each.includes('ERR_ABORTED'))).toEqual([]);
});
