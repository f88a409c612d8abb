import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { mailsTo } from '#modules/accounts/testing.ts';
import { conflictsOf } from '#ui/shortcut-rules.ts';
import { registry } from '#platform/registry.ts';
import { startServer, type TestServer } from '#worlds/testing.ts';
import { test } from '#tools/browser-test.ts';
import { complaintsOf, openBrowser } from '#tools/browser.ts';
import { navigation } from './app/shell/navigation.ts';
import { places } from './app/shell/places.ts';
import { build } from './build.ts';
import { asPhone, barriers, newMerchant, operate, type Desk, type Merchant } from './testing/desk.ts';

const built = path.join(import.meta.dirname, '../../.build/admin');
let server: TestServer;
let desk: Desk;
let olive: Merchant;
let ben: Merchant;

beforeAll(async () => {
  if (!existsSync(path.join(built, 'server/index.js'))) await build();
  server = await startServer();
  desk = { url: server.url, browser: await openBrowser(), complaintsOf };
  olive = await newMerchant(desk, 'Olive');
  await operate(olive, 'products.create', { title: 'Blue mug', status: 'active', prices: [{ amount: 1_850, currency: 'AUD' }] });
}, 120_000);

afterAll(async () => {
  await desk?.browser.close();
  await server?.stop();
});

const search = (page: Page) => page.getByRole('combobox', { name: 'Search or run something' });

async function openMenu(page: Page): Promise<void> {
  await expect.poll(async () => (await page.keyboard.press('Control+k'), search(page).isVisible()), { timeout: 10_000, interval: 400 }).toBe(true);
}

test('a new workspace shows its first steps, and they stay away once hidden', async () => {
  const { page } = olive;
  await page.goto(olive.home);
  await page.getByRole('heading', { name: /First steps/ }).waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Hide the first steps' }).click();
  await page.waitForTimeout(400);
  await page.reload();
  await page.getByRole('heading', { name: 'Home', level: 1 }).waitFor();
  await page.waitForTimeout(400);
  expect(await page.getByRole('heading', { name: /First steps/ }).count()).toBe(0);
});

test('the command menu finds a record by typing and opens it with the keyboard alone', async () => {
  const { page, home } = olive;
  await page.goto(`${home}/orders`);
  await openMenu(page);
  await page.keyboard.type('blue m');
  await page.getByRole('option', { name: /Blue mug/ }).first().waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Blue mug', level: 1 }).waitFor();
});

test('an operation runs from the menu: its form says what is missing, then shows the answer', async () => {
  const { page } = olive;
  await openMenu(page);
  await page.keyboard.type('customers.create');
  await page.getByRole('option').first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Email').waitFor();
  expect(await barriers(page)).toEqual([]);
  await dialog.locator('button[type=submit]').click();
  await dialog.getByText('is needed').first().waitFor();
  await dialog.getByLabel('Email').fill('ana@example.test');
  await dialog.getByLabel('Name').fill('Ana from the menu');
  await dialog.locator('button[type=submit]').click();
  await dialog.getByText(/Done:/).waitFor({ timeout: 6_000 }).catch(async (error: unknown) => { throw new Error(await dialog.innerText(), { cause: error }); });
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await page.goto(`${olive.home}/customers`);
  await page.getByRole('link', { name: 'Ana from the menu' }).first().waitFor();
});

test('with a record open, its own verbs come first and need no id', async () => {
  const { page, home } = olive;
  await page.goto(`${home}/products`);
  await page.getByRole('link', { name: 'Blue mug' }).first().click();
  await page.getByRole('heading', { name: 'Blue mug', level: 1 }).waitFor();
  await openMenu(page);
  await page.getByText('With what is open').waitFor();
  await page.keyboard.type('products.duplicate');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.locator('button[type=submit]').waitFor();
  expect(await dialog.getByLabel('Record').count()).toBe(0);
  await page.keyboard.press('Escape');
});

test('every page of the dashboard and every operation can be reached from the menu', async () => {
  const routes = await readFile(path.join(import.meta.dirname, 'app/routes.ts'), 'utf8');
  const workspace = routes.slice(routes.indexOf("prefix('w/:workspace'"), routes.indexOf("route('suspended"));
  const known = new Set([...navigation.flatMap((group) => group.items), ...places].map((each) => each.to));
  const top = [...workspace.matchAll(/^ {6}route\('([a-z/-]+)', of\(/gm)].map((match) => `/${match[1]}`);
  expect(top.length).toBeGreaterThan(10);
  // A vendor's page of consent sends people back to this one; nobody goes there.
  const arrivals = ['/integrations/return'];
  expect(top.filter((page) => !known.has(page) && !arrivals.includes(page))).toEqual([]);
  const { page } = olive;
  const names = await page.evaluate(async () => ((await (await fetch('/api/admin/commands')).json()) as { commands: { name: string }[] }).commands.map((command) => command.name));
  const all = registry.operations().filter((op) => op.on === 'admin').map((op) => op.name);
  expect(all.filter((name) => !names.includes(name))).toEqual([]);
});

test('G and a letter jumps, never while typing; ? lists all keys and none of them collide', async () => {
  const { page, home } = olive;
  await page.goto(`${home}/products`);
  await page.getByRole('heading', { name: 'Products', level: 1 }).waitFor();
  await page.getByLabel('Search', { exact: true }).first().fill('');
  await page.keyboard.type('go');
  expect(await page.getByLabel('Search', { exact: true }).first().inputValue()).toBe('go');
  await page.getByLabel('Search', { exact: true }).first().fill('');
  await page.getByRole('heading', { level: 1 }).click();
  // Keys are heard once the page's program runs.
  await expect.poll(async () => (await page.keyboard.type('go'), page.url()), { timeout: 15_000, interval: 1_500 }).toMatch(/\/orders$/);
  for (const path of ['', '/orders', '/products', '/customers', '/settings']) {
    await page.goto(home + path);
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect.poll(async () => (await page.keyboard.press('?'), sheet.isVisible()), { timeout: 15_000, interval: 300 }).toBe(true);
    const keys = await sheet.locator('[data-keys]').evaluateAll((lines) => lines.map((line) => line.getAttribute('data-keys')!));
    expect(keys).toContain('g o');
    expect(conflictsOf(keys), path).toEqual([]);
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
  }
}, 240_000);

test('a member arranges the sidebar by keyboard and finds it so in another browser', async () => {
  const { page, home, context } = olive;
  await page.goto(home);
  await openMenu(page);
  await page.keyboard.type('arrange the');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Arrange the sidebar' });
  await dialog.getByRole('button', { name: 'Pin Customers' }).click();
  await dialog.getByRole('button', { name: 'Put Mails away' }).click();
  await dialog.getByRole('button', { name: 'Move Products up' }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  expect(await barriers(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await page.waitForTimeout(500);
  const second = await context.newPage();
  await second.goto(home);
  const names = await second.getByRole('navigation', { name: 'Pages' }).getByRole('link').allInnerTexts();
  expect(names[0]).toBe('Customers');
  expect(names).not.toContain('Mails');
  expect(names.indexOf('Products')).toBeLessThan(names.indexOf('Orders'));
  await second.close();
});

test('a folded sidebar stays folded, and dark stays dark without a flash', async () => {
  const { page, home } = olive;
  await page.goto(home);
  await page.getByRole('button', { name: 'Fold the sidebar' }).click();
  await page.getByRole('button', { name: 'Olive' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await page.reload();
  await page.getByRole('button', { name: 'Unfold the sidebar' }).waitFor();
  const html = await (await page.request.get(desk.url + home)).text();
  expect(html).toContain('data-theme="dark"');
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Unfold the sidebar' }).click();
  await page.getByRole('button', { name: /Olive/ }).last().click();
  await page.getByRole('menuitemradio', { name: 'Like my device' }).click();
});

test('the radio is off until somebody presses play, and says so when a station cannot be reached', async () => {
  const { page, home } = olive;
  await page.route(/somafm\.com/, (route) => route.abort());
  await page.goto(home);
  expect(await page.locator('audio').count()).toBe(0);
  await page.getByRole('button', { name: 'Radio' }).click();
  const panel = page.getByRole('dialog', { name: 'Radio' });
  await panel.getByText('Groove Salad, off').waitFor();
  expect(await barriers(page)).toEqual([]);
  await panel.getByRole('button', { name: /Drone Zone/ }).click();
  await panel.getByText(/Drone Zone cannot be reached/).waitFor({ timeout: 30_000 });
  await page.reload();
  await page.getByRole('button', { name: 'Radio' }).click();
  await panel.getByText('Drone Zone, off').waitFor();
  await page.unroute(/somafm\.com/);
}, 120_000);

test('the guides say what is missing and check what can be checked', async () => {
  const { page, home } = olive;
  await page.goto(`${home}/setup`);
  await page.getByRole('heading', { name: 'Mail', level: 2 }).waitFor();
  await page.getByRole('button', { name: 'Check now: Pictures and files' }).click();
  await page.getByText('The data folder takes files and gives them back.').waitFor();
  expect(await barriers(page)).toEqual([]);
});

test('a colleague is seen in the header and on the record, and is gone when their tab is', async () => {
  ben = await newMerchant(desk, 'Ben');
  await operate(olive, 'members.invite', { email: ben.email, role: 'admin' });
  await expect.poll(() => invitationLink(ben.email), { timeout: 15_000 }).toBeDefined();
  await ben.page.goto((await invitationLink(ben.email))!);
  await ben.page.getByRole('button', { name: 'Join the workspace' }).click();
  await ben.page.getByRole('heading', { name: 'Home', level: 1 }).waitFor();
  await olive.page.goto(`${olive.home}/products`);
  await olive.page.getByRole('link', { name: 'Blue mug' }).first().click();
  await olive.page.getByRole('heading', { name: 'Blue mug', level: 1 }).waitFor();
  await ben.page.goto(desk.url + new URL(olive.page.url()).pathname);
  await olive.page.getByRole('button', { name: '1 colleague is here' }).waitFor({ timeout: 10_000 });
  await ben.page.getByLabel('Brand').fill('Acme');
  await olive.page.getByText('Ben is editing').waitFor({ timeout: 5_000 });
  expect(await barriers(olive.page)).toEqual([]);
  await olive.page.getByRole('button', { name: '1 colleague is here' }).click();
  await olive.page.getByRole('dialog', { name: 'Who is here' }).getByText(/on\s+Products/).waitFor();
  await ben.context.close();
  await olive.page.getByText('Ben is editing').waitFor({ state: 'detached', timeout: 30_000 });
}, 240_000);

async function invitationLink(email: string): Promise<string | undefined> {
  const mails = await mailsTo(email);
  return mails.map((mail) => /\/admin\/invitation\?token=[^\s"<]+/.exec(mail.text)?.[0]).find(Boolean);
}

const main = ['', '/orders', '/products', '/products/new', '/customers', '/settings', '/setup', '/people'];

test('at 320 pixels, which is also 200 % and more, nothing is cut off', async () => {
  const { page, home } = olive;
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of main) {
    await page.goto(home + path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(0);
  }
  await asPhone(page);
  await page.goto(home);
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('dialog', { name: 'Menu' }).getByRole('link', { name: 'Orders' }).click();
  await page.waitForURL(/\/orders$/);
  await page.setViewportSize({ width: 1440, height: 900 });
}, 120_000);

test('the first Tab offers to skip to the page, and whatever has the focus shows it', async () => {
  const { page, home } = olive;
  for (const path of main) {
    await page.goto(home + path);
    await page.waitForTimeout(200);
    const fresh = await page.evaluate(() => document.activeElement === document.body);
    await page.keyboard.press('Tab');
    // A form that begins with its first field in hand is already past the menu.
    if (fresh) expect(await page.evaluate(() => document.activeElement?.textContent), path).toBe('Skip to the page');
    expect(await unmarked(page, 40), path).toEqual([]);
  }
}, 240_000);

/** Tabs on and names what does not look different from when it has no focus. */
async function unmarked(page: Page, steps: number): Promise<string[]> {
  const found: string[] = [];
  for (let i = 0; i < steps; i++) {
    await page.keyboard.press('Tab');
    const bad = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      if (!element || element === document.body) return null;
      const look = (each: Element) => { const s = getComputedStyle(each); return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.borderColor, s.backgroundColor].join('|'); };
      const family = [element, element.parentElement!];
      const focused = family.map(look).join();
      element.blur();
      const plain = family.map(look).join();
      element.focus({ preventScroll: true });
      return focused === plain ? element.outerHTML.slice(0, 120) : null;
    });
    if (bad) found.push(bad);
  }
  return found;
}

test('the first visit to the dashboard loads at most 240 KiB of program', async () => {
  const html = await (await olive.page.request.get(desk.url + olive.home)).text();
  const files = new Set([...html.matchAll(/\/admin\/assets\/([\w.-]+\.js)/g)].map((match) => match[1]!));
  expect(files.size).toBeGreaterThan(3);
  expect(await readdir(path.join(built, 'client/assets'))).toEqual(expect.arrayContaining([...files]));
  const sizes = await Promise.all([...files].map(async (name) => [gzipSync(await readFile(path.join(built, 'client/assets', name))).length, name] as const));
  const sum = sizes.reduce((total, [size]) => total + size, 0);
  expect(sum / 1024, sizes.toSorted((a, b) => b[0] - a[0]).slice(0, 8).map(([size, name]) => `${name} ${size}`).join(', ')).toBeLessThan(240);
});

test('through all of this the browser complained about nothing', () => {
  expect(olive.complaints.filter((each) => !/net::ERR_ABORTED|somafm|net::ERR_FAILED/.test(each))).toEqual([]);
});
