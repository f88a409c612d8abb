import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect } from 'vitest';
import { test } from '#tools/browser-test.ts';
import { asPhone, barriers, newMerchant, operate, type Merchant } from './testing/desk.ts';
import { openDesk, type OpenDesk } from './testing/open-desk.ts';

interface Stored {
  id: string;
  slug: string;
  version: number;
  brand: string;
  title: string;
  descriptionHtml: string;
  options: { name: string; values: string[] }[];
  variants: { id: string; title: string; sku: string; prices: { currency: string; amount: number; compareAt: number | null }[] }[];
  media: { alt: string; focal: { x: number; y: number }; variantId: string | null }[];
}

let desk: OpenDesk;
let olive: Merchant;

beforeAll(async () => {
  desk = await openDesk();
  olive = await newMerchant(desk, 'Olive');
  await olive.context.grantPermissions(['clipboard-read', 'clipboard-write']);
}, 120_000);

afterAll(async () => {
  await desk?.close();
});

const AUD = (amount: number) => [{ currency: 'AUD', amount }];
const SIZES = { options: [{ name: 'Size', values: ['S', 'M', 'L'] }], prices: AUD(5_000) };
const make = async (more: object) => (await operate(olive, 'products.create', { title: 'Shirt', ...more })) as unknown as Stored;
const stored = (id: string) => olive.page.evaluate(async (address) => (await (await fetch(address)).json()) as unknown, `/api/admin/products/${id}`) as Promise<Stored>;
const open = async ({ id }: { id: string }, page = olive.page) => {
  await page.goto(`${olive.home}/products/${id}`);
  await page.getByRole('textbox', { name: 'Description', exact: true }).waitFor();
};
const save = async (page = olive.page) => {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('region', { name: 'Unsaved changes', exact: true }).waitFor({ state: 'detached' });
};
/** Column 0 is the price in the shop's currency, 1 the one before, 2 the SKU, 3 the barcode, 4 the weight, 5 the stock. */
const cell = (row: number, column: number, page: Page = olive.page) => page.locator(`[data-cell="${row}:${column}"]`);
const paste = (text: string, page = olive.page) => page.evaluate((words) => navigator.clipboard.writeText(words), text).then(() => page.keyboard.press('Control+v'));

test('by the keyboard alone: prices are typed, filled down, taken back and stored', async () => {
  const { page } = olive;
  const shirt = await make({ title: 'Keyboard shirt', ...SIZES });
  await open(shirt);
  await cell(0, 0).focus();
  await page.keyboard.type('62.5');
  await page.keyboard.press('Enter');
  expect(await cell(0, 0).textContent()).toBe('$62.50');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+d');
  expect(await cell(2, 0).textContent()).toBe('$62.50');
  await page.keyboard.press('Control+z');
  expect(await cell(2, 0).textContent()).toBe('$50.00');
  await page.keyboard.press('Control+y');
  await page.keyboard.press('Delete');
  expect(await cell(1, 0).textContent()).toBe('');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Tab');
  await page.keyboard.press('F2');
  await page.keyboard.type('70');
  await page.keyboard.press('Control+s');
  await page.getByText('Product saved').waitFor();
  expect((await stored(shirt.id)).variants.map((each) => each.prices[0])).toEqual([{ currency: 'AUD', amount: 6_250, compareAt: 7_000 }, ...[1, 2].map(() => ({ currency: 'AUD', amount: 6_250, compareAt: null }))]);
  expect(await barriers(page)).toEqual([]);
});

test('a block from a spreadsheet is pasted; what does not fit is marked with its reason and keeps the page from saving', async () => {
  const { page } = olive;
  const shirt = await make({ title: 'Pasted shirt', ...SIZES });
  await open(shirt);
  await cell(0, 0).click();
  await paste('10\t12\tSKU-1\r\n11\tcheap\tSKU-2\r\n12\t14\tSKU-3\r\n');
  expect(await cell(2, 2).textContent()).toBe('SKU-3');
  expect(await cell(1, 1).getAttribute('aria-invalid')).toBe('true');
  await cell(1, 1).click();
  await page.getByText('“cheap” is no amount in AUD').waitFor();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('One cell is not right yet').waitFor();
  expect((await stored(shirt.id)).version).toBe(shirt.version);
  await cell(1, 1).click();
  await page.keyboard.type('13');
  await page.keyboard.press('Enter');
  await save();
  expect((await stored(shirt.id)).variants.map((each) => [each.sku, each.prices[0]!.amount, each.prices[0]!.compareAt])).toEqual([['SKU-1', 1_000, 1_200], ['SKU-2', 1_100, 1_300], ['SKU-3', 1_200, 1_400]]);
  await cell(0, 0).click();
  await cell(2, 2).click({ modifiers: ['Shift'] });
  await page.keyboard.press('Control+c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('10.00\t12.00\tSKU-1\n11.00\t13.00\tSKU-2\n12.00\t14.00\tSKU-3');
});

test('a key in a grid of 200 variants in 5 currencies costs little more than in one of three', async () => {
  const { page } = olive;
  const values = (name: string, count: number) => ({ name, values: Array.from({ length: count }, (_, i) => `${name} ${i + 1}`) });
  const few = await make({ title: 'Small shirt', ...SIZES });
  const many = await make({ title: 'Large shirt', options: [values('Size', 20), values('Colour', 10)], prices: ['AUD', 'EUR', 'GBP', 'JPY', 'USD'].map((currency) => ({ currency, amount: 5_000 })) });
  const [small, large] = [await keyCosts(page, few), await keyCosts(page, many)];
  console.log(`work of a key, ms: in 3 x 1 moving ${small.moving.toFixed(1)}, typing ${small.typing.toFixed(1)}; in 200 x 5 moving ${large.moving.toFixed(1)}, typing ${large.typing.toFixed(1)}; to paint ${large.wait.toFixed(1)}`);
  // 333 times the cells: were each of them drawn again, a key would cost many times more. What is left is the browser laying out a longer table.
  expect(large.moving).toBeLessThanOrEqual(10 * small.moving);
  expect(large.typing).toBeLessThanOrEqual(10 * small.typing);
});

async function keyCosts(page: Page, product: Awaited<ReturnType<typeof make>>): Promise<{ moving: number; typing: number; wait: number }> {
  await open(product);
  await cell(0, 0).click();
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { times });
    // After the frame that shows the change, the next message runs.
    addEventListener('keydown', (event) => requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.addEventListener('message', () => times.push(performance.now() - event.timeStamp)); port1.start(); port2.postMessage(0); }), true);
  });
  const rounds: { moving: number; typing: number; wait: number }[] = [];
  for (let round = 0; round < 2; round++) {
    const moving = await cost(page, Array.from({ length: 10 }, (_, n) => (n % 2 === 0 ? 'ArrowDown' : 'ArrowUp')));
    const typing = await cost(page, Array.from({ length: 2 }, () => ['7', 'Enter']).flat());
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    rounds.push({ moving: moving.work, typing: typing.work, wait: typing.wait });
  }
  await page.getByRole('button', { name: 'Discard' }).click();
  const least = (of: 'moving' | 'typing' | 'wait') => Math.min(...rounds.map((each) => each[of]));
  return { moving: least('moving'), typing: least('typing'), wait: least('wait') };
}

/** Per key press: what the page's thread worked (its own time, whoever else uses the machine), and the usual wait until the paint. */
async function cost(page: Page, keys: readonly string[]): Promise<{ work: number; wait: number }> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async () => (await cdp.send('Performance.getMetrics')).metrics.find((each) => each.name === 'TaskDuration')!.value * 1_000;
  const before = await worked();
  for (const key of keys) await page.keyboard.press(key);
  const work = ((await worked()) - before) / keys.length;
  await cdp.detach();
  const times = await page.evaluate(() => (window as unknown as { times: number[] }).times.splice(0).toSorted((a, b) => a - b));
  return { work, wait: times[Math.floor(times.length / 2)]! };
}

test('an option value is renamed, another one added: what will change is said before saving, and the variants stay themselves', async () => {
  const { page } = olive;
  const shirt = await make({ title: 'Renamed shirt', ...SIZES });
  const [small, medium] = shirt.variants;
  await operate(olive, 'stock.adjust', { variantId: small!.id, to: 4 });
  await operate(olive, 'stock.adjust', { variantId: medium!.id, to: 2 });
  await open(shirt);
  await page.getByLabel('Rename S of Size').fill('Small');
  await page.getByLabel('Rename S of Size').press('Enter');
  await page.getByLabel('Values', { exact: true }).fill('XL');
  await page.getByLabel('Values', { exact: true }).press('Enter');
  await page.getByText('Saving adds one variant: XL').waitFor();
  await page.getByRole('button', { name: 'Remove M', exact: true }).click();
  await page.getByText('M cannot be removed: it has 2 in stock').waitFor();
  await page.getByLabel('Values', { exact: true }).fill('M');
  await page.getByLabel('Values', { exact: true }).press('Enter');
  await page.getByText('Saving removes').waitFor({ state: 'detached' });
  await save();
  const after = await stored(shirt.id);
  expect(after.variants.map((each) => each.title).toSorted()).toEqual(['L', 'M', 'Small', 'XL']);
  expect(after.variants.find((each) => each.title === 'Small')!.id).toBe(small!.id);
  expect(await cell(0, 5).textContent()).toBe('4');
});

test('pictures are dropped together, arranged by the menu, described, given a focal point and a variant, and saved with the page', async () => {
  const { page } = olive;
  const shirt = await make({ title: 'Pictured shirt', ...SIZES });
  await open(shirt);
  const picture = async (name: string, background: string) => ({ name, mimeType: 'image/png', buffer: await sharp({ create: { width: 640, height: 480, channels: 3, background } }).png().toBuffer() });
  await page.getByLabel('Add pictures').setInputFiles([await picture('a.png', '#c8b8a0'), await picture('b.png', '#405060')]);
  await page.getByRole('button', { name: 'Describe picture 2' }).waitFor();
  await page.getByText('2 have no description yet.').waitFor();
  await page.getByRole('button', { name: 'Describe picture 1' }).click();
  const dialog = page.getByRole('dialog', { name: 'Describe the picture' });
  await dialog.getByLabel('Description').fill('A folded shirt');
  await dialog.getByLabel('Across').fill('20');
  await dialog.getByLabel('Shows the variant').selectOption({ label: 'M' });
  expect(await barriers(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Arrange A folded shirt' }).click();
  await page.getByRole('menuitem', { name: 'Move to the end' }).click();
  expect((await stored(shirt.id)).media).toEqual([]);
  await save();
  expect((await stored(shirt.id)).media).toMatchObject([{ alt: '' }, { alt: 'A folded shirt', focal: { x: 20, y: 50 }, variantId: shirt.variants[1]!.id }]);
});

test('a picture that was not taken says why and can be sent again', async () => {
  const { page } = olive;
  await page.route('**/api/admin/files?**', (route) => route.abort('connectionfailed'), { times: 1 });
  const buffer = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#fff' } }).png().toBuffer();
  await page.getByLabel('Add pictures').setInputFiles({ name: 'late.png', mimeType: 'image/png', buffer });
  await page.getByText('late.png could not be sent. Check your connection.').waitFor();
  await page.getByRole('button', { name: 'Send late.png again' }).click();
  await page.getByRole('button', { name: 'Describe picture 3' }).waitFor();
  await page.getByRole('button', { name: 'Discard' }).click();
  olive.complaints.splice(0, olive.complaints.length, ...olive.complaints.filter((each) => !each.includes('ERR_CONNECTION_FAILED')));
});

test('the description is written with headings and lists, and stored as clean HTML', async () => {
  const { page } = olive;
  const shirt = await make({ title: 'Described shirt', prices: AUD(100) });
  await open(shirt);
  const text = page.getByRole('textbox', { name: 'Description', exact: true });
  await text.click();
  await page.keyboard.type('Care');
  await page.getByRole('button', { name: 'Heading', exact: true }).click();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Paragraph' }).click();
  await page.keyboard.type('Wash ');
  await page.getByRole('button', { name: 'Bold' }).click();
  await page.keyboard.type('cold');
  await save();
  expect((await stored(shirt.id)).descriptionHtml).toBe('<h2>Care</h2><p>Wash <strong>cold</strong></p>');
});

test('leaving asks: another page, a reload, closing; staying keeps what was typed', async () => {
  const shirt = await make({ title: 'Kept shirt', prices: AUD(100) });
  const page = await olive.context.newPage();
  await open(shirt, page);
  await page.getByLabel('Brand').fill('Acme');
  await page.getByRole('link', { name: 'Orders', exact: true }).click();
  await page.getByRole('dialog', { name: 'Leave without saving?' }).getByRole('button', { name: 'Stay' }).click();
  const asked: string[] = [];
  page.on('dialog', (dialog) => { asked.push(dialog.type()); void dialog.dismiss(); });
  await page.reload({ timeout: 3_000 }).catch(() => {});
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => asked).toEqual(['beforeunload', 'beforeunload']);
  expect(await page.getByLabel('Brand').inputValue()).toBe('Acme');
  await page.getByRole('link', { name: 'Orders', exact: true }).click();
  await page.getByRole('button', { name: 'Leave', exact: true }).click();
  await page.waitForURL(/\/orders$/);
  await page.getByRole('heading', { name: 'Orders', level: 1 }).waitFor();
  await open(shirt, page);
  expect(await page.getByRole('button', { name: 'Restore' }).count(), 'what was given up does not come back').toBe(0);
  await page.close();
});

test('a tab that died in the middle: the next one offers what was typed, and restores it beside what was saved meanwhile', async () => {
  const shirt = await make({ title: 'Crashed shirt', brand: 'Acme', ...SIZES });
  const dying = await olive.context.newPage();
  await open(shirt, dying);
  await dying.getByLabel('Title', { exact: true }).fill('Crashed shirt, blue');
  await cell(0, 2, dying).click();
  await dying.keyboard.type('BLUE-S');
  await dying.keyboard.press('Enter');
  await dying.waitForTimeout(800);
  await dying.close();
  await operate(olive, 'products.update', { id: shirt.id, brand: 'Bloom' });
  const { page } = olive;
  await open(shirt);
  await page.getByText('Changes from an earlier visit were not saved.').waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Restore' }).click();
  expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe('Crashed shirt, blue');
  expect(await page.getByLabel('Brand').inputValue()).toBe('Bloom');
  expect(await cell(0, 2).textContent()).toBe('BLUE-S');
  await save();
  expect(await stored(shirt.id)).toMatchObject({ title: 'Crashed shirt, blue', brand: 'Bloom', variants: [{ sku: 'BLUE-S' }, {}, {}] });
});

test('two people save the same product: both changes are shown field by field and neither is lost', async () => {
  const { page } = olive;
  const shirt = await make({ title: 'Shared shirt', brand: 'Acme', ...SIZES });
  await open(shirt);
  await page.getByLabel('Brand').fill('Mine');
  await page.getByLabel('Title', { exact: true }).fill('Shared shirt, mine');
  await operate(olive, 'products.update', { id: shirt.id, brand: 'Theirs', tags: ['theirs'] });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Somebody else saved this product' });
  await dialog.getByText('Tags', { exact: true }).waitFor();
  expect(await barriers(page)).toEqual([]);
  await dialog.getByRole('group', { name: 'Brand' }).getByLabel(/Theirs: Theirs/).check();
  await dialog.getByRole('button', { name: 'Save both changes' }).click();
  await page.getByRole('region', { name: 'Unsaved changes', exact: true }).waitFor({ state: 'detached' });
  expect(await stored(shirt.id)).toMatchObject({ title: 'Shared shirt, mine', brand: 'Theirs', tags: ['theirs'] });
});

test('the history says what changed, and an older version comes back as an edit', async () => {
  const { page } = olive;
  const shirt = await make({ title: 'Old shirt', ...SIZES });
  await operate(olive, 'products.update', { id: shirt.id, title: 'New shirt', variants: [{ id: shirt.variants[0]!.id, prices: AUD(9_900) }] });
  await open(shirt);
  await page.getByRole('button', { name: 'History' }).click();
  const sheet = page.getByRole('dialog', { name: 'History' });
  await sheet.getByText('Price in AUD of S').waitFor();
  await sheet.getByText('99.00').waitFor();
  expect(await barriers(page)).toEqual([]);
  await sheet.getByRole('button', { name: 'Restore this version' }).click();
  expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe('Old shirt');
  await save();
  expect(await stored(shirt.id)).toMatchObject({ title: 'Old shirt', variants: [{ prices: [{ amount: 5_000 }] }, {}, {}] });
});

test('an address is changed and the one before leads on; the dates are those of the shop’s clock', async () => {
  const { page } = olive;
  const shirt = await make({ title: 'Moved shirt', status: 'active', prices: AUD(100) });
  await open(shirt);
  await page.getByLabel('Address').fill('moved-away');
  await page.getByText('Whoever opens the former address “moved-shirt” is sent on').waitFor();
  await page.getByLabel('Show until').fill('2031-01-15T09:00');
  await save();
  const after = (await stored(shirt.id)) as unknown as { slug: string; unpublishAt: string };
  expect(after.slug).toBe('moved-away');
  const zone = (await page.getByText(/^Times of /).textContent())!.replace(/^Times of (.*?)\. .*$/, '$1').replaceAll(' ', '_');
  expect(new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(new Date(after.unpublishAt))).toBe('09:00');
  const shops = (await page.evaluate(async () => (await (await fetch('/api/admin/storefronts')).json()) as unknown)) as { data: { slug: string }[] };
  const answer = await fetch(`${desk.url}/shops/${shops.data[0]!.slug}/products/moved-shirt`, { redirect: 'manual' });
  expect([answer.status, answer.headers.get('location')]).toEqual([301, `/shops/${shops.data[0]!.slug}/products/moved-away`]);
});

test('deleting says in numbers what goes, and what is sold can only be archived', async () => {
  const { page } = olive;
  const plain = await make({ title: 'Plain shirt', ...SIZES });
  await open(plain);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete “Plain shirt”?' });
  await dialog.getByText('3 variants').waitFor();
  await dialog.getByText('3 prices').waitFor();
  await dialog.getByRole('button', { name: 'Delete product' }).click();
  await page.waitForURL(/\/products$/);
  const sold = await make({ title: 'Stocked shirt', ...SIZES });
  await operate(olive, 'stock.adjust', { variantId: sold.variants[0]!.id, to: 6 });
  await open(sold);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByText('S: 6 in stock').waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Archive instead' }).click();
  await page.getByText('Product archived').waitFor();
});

test('a collection by hand is put in order, one by rules shows what fits before it is saved', async () => {
  const { page, home } = olive;
  await make({ title: 'Gift one', tags: ['gift'], prices: AUD(100) });
  await make({ title: 'Gift two', tags: ['gift'], prices: AUD(100) });
  await page.goto(`${home}/collections/new`);
  await page.getByLabel('Title', { exact: true }).fill('Picked');
  await page.getByRole('button', { name: 'Add products' }).click();
  await page.getByLabel('Search products').fill('Gift');
  await page.getByRole('button', { name: 'Add Gift one' }).click();
  await page.getByRole('button', { name: 'Add Gift two' }).click();
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Arrange Gift two' }).press('Alt+ArrowUp');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.waitForURL(/\/collections\/[0-9a-f-]{36}$/);
  await page.reload();
  expect(await page.getByRole('listitem').filter({ hasText: /^Gift/ }).allTextContents()).toEqual(['Gift twoDraft', 'Gift oneDraft']);
  await page.goto(`${home}/collections/new`);
  await page.getByLabel('Title', { exact: true }).fill('Gifts');
  await page.getByLabel('By rules').check();
  await page.getByLabel('Value', { exact: true }).fill('gift');
  await page.getByText('2 products fit now').waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.waitForURL(/\/collections\/[0-9a-f-]{36}$/);
  await page.goto(`${home}/collections`);
  await page.getByRole('listitem').filter({ hasText: 'Gifts' }).filter({ hasText: '2 products' }).waitFor();
});

test('on a phone the variants are a list of forms, and everything is there without a barrier', async () => {
  const { page } = olive;
  const shirt = await make({ title: 'Pocket shirt', ...SIZES });
  await asPhone(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(shirt);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: /^M No SKU/ }).click();
  const sheet = page.getByRole('dialog', { name: 'M' });
  await sheet.getByLabel('Price in AUD', { exact: true }).fill('77');
  expect(await barriers(page)).toEqual([]);
  await sheet.getByRole('button', { name: 'Done' }).click();
  await save();
  expect((await stored(shirt.id)).variants[1]!.prices[0]!.amount).toBe(7_700);
});

// Leaving a page while its files still load is no complaint.
test('through all of this the browser complained about nothing', () => {
  expect(olive.complaints.filter((each) => !each.endsWith('net::ERR_ABORTED') && !each.includes('409'))).toEqual([]);
});
