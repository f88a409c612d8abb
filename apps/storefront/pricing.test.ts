import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { setBundle } from '#modules/catalog/index.ts';
import { createDiscount } from '#modules/discounts/index.ts';
import { issueCard } from '#modules/gift-cards/index.ts';
import { createOffer } from '#modules/offers/index.ts';
import { recovery, setRecovery } from '#modules/recovery/index.ts';
import { startEngine } from '#platform/jobs/engine.ts';
import { DAY, HOUR, travel } from '#platform/time.ts';
import { test } from '#tools/browser-test.ts';
import { barriers, complaintsOf, openBrowser } from '#tools/browser.ts';
import { openShop, startServer, type TestServer, type TestShop } from '#worlds/testing.ts';

/** What makes a cart cheaper, as a shopper meets it: codes, offers with an end, gift cards, bundles, suggestions, the way back to a left cart. */
let server: TestServer;
let shop: TestShop;
let browser: Browser;
let home: string;
let giftCode: string;

beforeAll(async () => {
  server = await startServer({ timers: 'off' });
  shop = await openShop(server.house, { things: [{ title: 'Coffee', price: 2_000, stock: 20 }, { title: 'Blue mug', price: 1_500, stock: 20 }, { title: 'Gift box', price: 4_500 }] });
  home = `${server.url}/shops/${shop.storefrontSlug}`;
  const coffee = { productIds: [shop.products['Coffee']!], collectionIds: [] };
  await createDiscount.call(shop.ctx, { title: 'Welcome', code: 'WELCOME', kind: 'percentage', terms: { percent: 1_000, combines: ['product', 'shipping'] } as never });
  await createDiscount.call(shop.ctx, { title: 'Coffee week', kind: 'percentage', terms: { percent: 2_500, things: coffee, combines: ['order', 'shipping'] } as never, endsAt: new Date(Date.now() + DAY).toISOString() });
  await createDiscount.call(shop.ctx, { title: 'Free delivery', kind: 'free_shipping', terms: { minimumSubtotal: { AUD: 6_000 }, combines: ['product', 'order'] } as never });
  await createOffer.call(shop.ctx, { title: 'For your coffee', productId: shop.products['Blue mug']!, trigger: coffee, percent: 2_000, places: ['cart', 'order'] });
  await setBundle.call(shop.ctx, { variantId: shop.variants['Gift box']!, components: [{ variantId: shop.variants['Blue mug']!, quantity: 2 }, { variantId: shop.variants['Coffee']!, quantity: 1 }] });
  giftCode = (await issueCard.call(shop.ctx, { amount: 1_000, currency: 'AUD' })).code;
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function visitor(options: BrowserContextOptions = {}): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  return { page, complaints: complaintsOf(page) };
}

async function fillAddress(page: Page, email = 'ana@example.test'): Promise<void> {
  const fields = { email, name: 'Ana Fischer', line1: '12 Harbour St', city: 'Hobart', region: 'TAS', postalCode: '7000' };
  for (const [name, value] of Object.entries(fields)) await page.fill(`#${name}`, value);
}

test('without scripts: an offer with an end, a code, a suggestion taken, a gift card, and the rest paid by card', async () => {
  const { page } = await visitor({ javaScriptEnabled: false });
  await page.goto(`${home}/products/coffee`);
  expect(await page.textContent('.offer-note')).toMatch(/Coffee week 25 % off Coffee\.\s*until /);
  await page.click('.add button');
  expect(await page.textContent('.delivery-bar')).toContain('$40.00 more and your delivery is free.');
  await page.fill('#code', 'nonsense');
  await page.click('.code-form button');
  expect(await page.textContent('[role=alert]')).toContain('We do not know the code NONSENSE.');
  await page.fill('#code', ' welcome ');
  await page.click('.code-form button');
  expect(await page.textContent('.cart-sum')).toMatch(/Coffee week[^]*−\$5\.00[^]*Welcome[^]*−\$1\.50[^]*Total[^]*\$13\.50/);
  await page.click('.offers button');
  expect(await page.textContent('.cart-sum')).toMatch(/Total[^]*\$24\.30/);
  await page.click('text=Check out');
  await page.fill('#code', giftCode.toLowerCase());
  await fillAddress(page);
  await page.click('.codes button:has-text("Apply")');
  expect(await page.inputValue('#city')).toBe('Hobart');
  const sums = await page.textContent('.totals');
  expect(sums).toMatch(/Gift card ···· \w{4}−\$10\.00Left to pay/);
  const due = /Left to pay(\$[\d.]+)/.exec(sums!)![1]!;
  await page.fill('#card', '4242 4242 4242 4242');
  await page.click(`text=Pay ${due}`);
  expect(page.url()).toContain('/thanks');
  expect(await page.textContent('.totals')).toMatch(/Coffee week[^]*Welcome/);
}, 120_000);

test('with scripts: codes change the cart where it is, the countdown counts down to the true end, and nothing complains', async () => {
  const { page, complaints } = await visitor({ viewport: { width: 390, height: 844 } });
  await page.goto(`${home}/products/gift-box`);
  expect(await page.textContent('.contents')).toMatch(/2 × Blue mug[^]*1 × Coffee/);
  await page.goto(`${home}/products/coffee`);
  await page.waitForFunction(`/^ends in (23|24):\\d\\d:\\d\\d$/.test(document.querySelector('[data-until]').textContent)`);
  await page.fill('input[name=quantity]', '3');
  await page.click('.add button');
  await page.waitForSelector('.drawer .line:not([inert] *)');
  await page.goto(`${home}/cart`);
  await page.waitForFunction(`document.querySelector('[data-island]')`);
  await page.fill('#code', 'WELCOME');
  await page.click('.code-form button');
  await page.waitForSelector('.code .chip.on');
  expect(await page.textContent('.delivery-bar')).toContain('Your delivery is free.');
  expect(await barriers(page)).toEqual([]);
  await page.click('.code .link');
  await page.waitForSelector('.code .chip', { state: 'detached' });
  const wider = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  expect(wider).toBe(0);
  expect(complaints.filter((each) => !each.endsWith('net::ERR_ABORTED'))).toEqual([]);
}, 120_000);

test('a left cart comes back by the link of its mail on another device, and one press from the mail program ends the reminders', async () => {
  await setRecovery.call(shop.ctx, { enabled: true, delayHours: 1 });
  const { page } = await visitor({ javaScriptEnabled: false });
  await page.goto(`${home}/products/coffee`);
  await page.click('.add button');
  await page.click('text=Check out');
  await fillAddress(page, 'bo@example.test');
  await page.click('text=Continue to delivery');
  const back = travel(3 * HOUR);
  const engine = await startEngine();
  await recovery.schedules[0]!.run(shop.ctx);
  await engine.settle();
  await engine.stop();
  back();
  const [mail] = await shop.ctx.read((r) => r.sql<{ text: string; headers: Record<string, string> }>`select text, headers from mail_messages where once like 'abandoned:%'`);
  const other = await visitor({ javaScriptEnabled: false });
  const path = /\/cart\/restore\?token=\S+/.exec(mail!.text)![0];
  await other.page.goto(home + path);
  expect(await other.page.textContent('.line-title')).toBe('Coffee');
  const unsubscribe = /\/unsubscribe\?token=[^>\s]+/.exec(mail!.headers['List-Unsubscribe']!)![0];
  const answer = await fetch(home + unsubscribe, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) });
  expect(answer.status).toBe(200);
  expect(await shop.ctx.read((r) => r.sql`select email from recovery_opt_outs`)).toEqual([{ email: 'bo@example.test' }]);
}, 120_000);
