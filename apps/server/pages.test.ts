import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { makePerson } from '#modules/accounts/index.ts';
import { newId } from '#platform/ids.ts';
import { platformTransaction } from '#platform/tenancy/platform-door.ts';
import { test } from '#tools/browser-test.ts';
import { barriers, complaintsOf, openBrowser, withAxe } from '#tools/browser.ts';
import { openShop, startServer, type TestServer, type TestShop } from '#worlds/testing.ts';

/** Every page a person can reach: no console error, no failed request, no accessibility violation, nothing wider than the phone. */
let server: TestServer;
let shop: TestShop;
let browser: Browser;
let signedIn: BrowserContext;

const PASSWORD = 'a long enough password';

beforeAll(async () => {
  server = await startServer();
  shop = await openShop(server.house, { things: [{ title: `Mug ${'with a very long name '.repeat(6)}`, price: 123_456_789, stock: 3 }, { title: 'Lamp', stock: 0 }] });
  const person = await makePerson({ name: 'Mia Merchant', email: 'mia@example.test', password: PASSWORD });
  await platformTransaction('seed', (q) => q.sql`insert into members (workspace_id, id, user_id, name, email, role) values (${shop.workspaceId}, ${newId()}, ${person.userId}, 'Mia Merchant', 'mia@example.test', 'owner')`);
  browser = await openBrowser();
  signedIn = await withAxe(await browser.newContext());
  await signedIn.request.post(`${server.url}/api/auth/sign-in/email`, { data: { email: 'mia@example.test', password: PASSWORD }, headers: { origin: server.url } });
}, 240_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const LOOKS = [
  { name: 'a desk', viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  { name: 'a phone at night', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
] as const;
type Look = (typeof LOOKS)[number];

// Colours that are on their way from light to dark are neither; what turns for ever is not waited for.
const SETTLED = `new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))).then(() => Promise.all(
  document.getAnimations().filter((each) => each.effect.getComputedTiming().endTime !== Infinity).map((each) => each.finished.catch(() => undefined)))).then(() => undefined)`;

/** Opens each address once, at a desk and on a phone at night by turns, looks for barriers there, and then at it the other way. */
async function walk(context: BrowserContext, paths: string[]): Promise<string[]> {
  const rest = paths.values();
  // Two at a time: while one waits for a page to settle, the other works.
  const found = await Promise.all([1, 2].map(async () => {
    const complaints: string[] = [];
    const page = await context.newPage();
    const said = complaintsOf(page);
    let looks = [...LOOKS];
    for (const path of rest) {
      complaints.push(...(await visit(page, path, looks)));
      // Leaving the page before while it still loads is no complaint.
      complaints.push(...said.splice(0).filter((each) => !each.endsWith('net::ERR_ABORTED')).map((each) => `${path}: ${each}`));
      looks = looks.toReversed();
    }
    await page.close();
    return complaints;
  }));
  return found.flat();
}

async function visit(page: Page, path: string, [first, second]: Look[]): Promise<string[]> {
  await take(page, first!);
  await page.goto(`${server.url}${path}`, { waitUntil: 'load' });
  const atFirst = [...(await lookAt(page)), ...(await barriers(page))];
  await take(page, second!);
  const atSecond = await lookAt(page);
  return [...atFirst.map((each) => `${path} on ${first!.name}: ${each}`), ...atSecond.map((each) => `${path} on ${second!.name}: ${each}`)];
}

async function take(page: Page, { viewport, colorScheme }: Look): Promise<void> {
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme });
}

async function lookAt(page: Page): Promise<string[]> {
  await page.evaluate(SETTLED);
  const complaints: string[] = [];
  const wider = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  if (wider > 0) complaints.push(`the page is ${wider}px wider than the screen`);
  if ((await page.getByRole('heading', { level: 1 }).count()) !== 1) complaints.push('the page has not exactly one heading of the first level');
  if (!/\S/.test(await page.title())) complaints.push('the page has no title');
  return complaints;
}

const ADMIN = [
  ...['', '/orders', '/orders/drafts', '/orders/drafts/new', '/products', '/products/new', '/categories', '/collections', '/collections/new', '/customers'],
  ...['/inventory', '/inventory/movements', '/inventory/locations', '/storefronts', '/people', '/people/roles', '/tokens', '/setup', '/audit', '/bulk', '/jobs', '/usage'],
  ...['/settings', '/settings/taxes', '/settings/shipping', '/settings/fields', '/settings/brand', '/settings/billing', '/settings/invoices', '/settings/workspace'],
  ...['/discounts', '/discounts/new', '/offers', '/offers/new', '/gift-cards', '/orders/returns', '/orders/left-carts', '/subscriptions', '/subscriptions/plans', '/subscriptions/plans/new'],
  ...['/tasks', '/tasks/routes', '/disputes', '/disputes/rules', '/orders/held', '/orders/held/rules', '/orders/held/list', '/conversations', '/conversations/prepared'],
  ...['/inventory/alerts', '/inventory/transfers', '/inventory/counts', '/customers/groups', '/search', '/search/synonyms'],
  ...['/reviews', '/questions', '/size-guides', '/size-guides/new', '/wishes', '/wishes/alerts', '/warranties', '/warranties/rules'],
  ...['/settings/mail', '/notifications', '/notifications/settings', '/mails', '/webhooks', '/integrations', '/integrations/stripe', '/integrations/messages', '/mails/suppressions', '/notifications/channels', '/integrations/slack'],
  ...['/statements', '/statements/sources', '/statements/files'],
];

test('the dashboard has nothing to complain about', async () => {
  const paths = [...ADMIN.map((path) => `/admin${path}`), `/admin/products/${Object.values(shop.products)[0]}`, ...['', '/look', '/pages'].map((below) => `/admin/storefronts/${shop.storefrontId}${below}`)];
  expect(await walk(signedIn, paths)).toEqual([]);
}, 600_000);

test('the pages before signing in have nothing to complain about', async () => {
  const stranger = await withAxe(await browser.newContext());
  expect(await walk(stranger, ['/admin/sign-in', '/admin/sign-up', '/admin/forgot-password', '/docs', '/dev/mail'])).toEqual([]);
  await stranger.close();
}, 120_000);

test('the shop has nothing to complain about', async () => {
  const stranger = await withAxe(await browser.newContext());
  const root = `/shops/${shop.storefrontSlug}`;
  const paths = ['', '/products', '/search?q=mug', '/search?q=nothingatall', '/cart', '/wishlist', '/compare', '/offline', '/account/sign-in'].map((path) => `${root}${path}`);
  expect(await walk(stranger, paths)).toEqual([]);
  await stranger.close();
}, 120_000);

test('the API reference page sends a request and shows the answer', async () => {
  const page = await browser.newPage();
  await page.goto(`${server.url}/docs`);
  await page.fill('#find', 'storefront.products.list');
  const item = page.locator('.item:visible').first();
  await item.locator('summary').click();
  await item.getByLabel('Storefront key').fill(shop.key);
  await item.getByRole('button', { name: 'Send' }).click();
  await expect.poll(() => item.locator('.result').textContent()).toMatch(/^200[^]*"title": "Lamp"/);
  await page.close();
});
