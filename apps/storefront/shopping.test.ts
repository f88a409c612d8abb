import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { openShop, startServer } from '#worlds/testing.ts';
import type { TestServer, TestShop } from '#worlds/testing.ts';
import { test } from '#tools/browser-test.ts';
import { barriers, complaintsOf, openBrowser } from '#tools/browser.ts';
import { buildPages } from './testing/visiting.ts';

let server: TestServer;
let shop: TestShop;
let browser: Browser;
let home: string;

beforeAll(async () => {
  await buildPages();
  server = await startServer();
  shop = await openShop(server.house, { things: [{ title: 'Blue mug', price: 1_850, stock: 20 }, { title: 'Last lamp', price: 9_900, stock: 1 }, { title: 'Sold out scarf', stock: 0 }] });
  home = `${server.url}/shops/${shop.storefrontSlug}`;
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

/** A prefetch that ends because the visitor goes on is no failure. */
function seriousOf(complaints: string[]): string[] {
  return complaints.filter((each) => !each.endsWith('net::ERR_ABORTED'));
}

async function expectAccessible(page: Page): Promise<void> {
  // The checker needs scripts, so pages are checked where they run.
  expect(await barriers(page), page.url()).toEqual([]);
}

async function fillAddress(page: Page): Promise<void> {
  const fields = { email: 'ana@example.test', name: 'Ana Fischer', line1: '12 Harbour St', city: 'Hobart', region: 'TAS', postalCode: '7000' };
  for (const [name, value] of Object.entries(fields)) await page.fill(`#${name}`, value);
}

test('without scripts: from the home page to a paid order, by links and plain forms', async () => {
  const { page, complaints } = await visitor({ javaScriptEnabled: false });
  await page.goto(home);
  await page.click('.card:has-text("Blue mug")');
  await page.fill('input[name=quantity]', '2');
  await page.click('text=Add to cart');
  expect(page.url()).toBe(`${home}/cart?added=1`);
  await page.click('[aria-label^="One less"]');
  expect(await page.inputValue('input[name=quantity]')).toBe('1');
  await page.click('text=Check out');
  await fillAddress(page);
  await page.click('text=Continue to delivery');
  await page.fill('#card', '4242 4242 4242 4242');
  await page.click('button:has-text("Pay ")');
  expect(await page.textContent('h1')).toBe('Thank you for your order');
  expect(page.url()).toMatch(/\/orders\/[\w-]+\/thanks\?token=/);
  await page.click('text=The page of your order');
  expect(await page.textContent('main')).toContain('Blue mug');
  expect(await page.textContent('#cart-count')).toBe('0');
  expect(seriousOf(complaints)).toEqual([]);
});

test('with scripts: the drawer opens at once, the total follows the address, a declined card is said beside its field', async () => {
  const { page, complaints } = await visitor();
  await page.goto(`${home}/products/blue-mug`);
  await expectAccessible(page);
  await page.waitForLoadState('networkidle');
  await page.click('text=Add to cart');
  await page.waitForSelector('.drawer .line:not([inert] *)');
  await expectAccessible(page);
  await page.click('.drawer [aria-label^="One more"]');
  await page.waitForSelector('.drawer .line-sum:has-text("37.00")');
  await page.click('.drawer >> text=Check out');
  await page.waitForSelector('.checkout');
  await expectAccessible(page);
  await fillAddress(page);
  await page.press('#postalCode', 'Tab');
  await page.waitForSelector('#place button:has-text("Pay ")');
  expect(seriousOf(complaints)).toEqual([]);
  await page.fill('#card', '4000000000000002');
  await page.click('#place button');
  await page.waitForSelector('#card-error');
  expect(await page.inputValue('#card')).toBe('');
  expect(await page.inputValue('#name')).toBe('Ana Fischer');
  await page.fill('#card', '4242424242424242');
  await page.click('#place button');
  await page.waitForSelector('text=Thank you for your order');
  await expectAccessible(page);
});

test('a quantity that is not there goes back to what the server agreed to, with the reason', async () => {
  const { page } = await visitor();
  await page.goto(`${home}/products/last-lamp`);
  expect(await page.textContent('.stock')).toContain('Only 1 left');
  await page.waitForLoadState('networkidle');
  await page.click('text=Add to cart');
  await page.waitForSelector('.drawer .line:not([inert] *)');
  await page.click('.drawer [aria-label^="One more"]');
  await page.waitForSelector('.drawer .note.bad');
  expect(await page.inputValue('.drawer input[name=quantity]')).toBe('1');
});

test('sold out cannot be added, also not by sending the form anyway', async () => {
  const { page } = await visitor({ javaScriptEnabled: false });
  await page.goto(`${home}/products/sold-out-scarf`);
  expect(await page.isDisabled('.add button')).toBe(true);
  const variantId = shop.variants['Sold out scarf']!;
  const sent = await fetch(`${home}/cart/lines`, { method: 'POST', headers: { origin: server.url }, body: new URLSearchParams({ variantId, product: 'sold-out-scarf' }), redirect: 'manual' });
  expect(sent.status).toBe(409);
  expect(await sent.text()).toContain('role="alert"');
});

test('a form that another site sends is refused', async () => {
  const variantId = shop.variants['Blue mug']!;
  for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }, {}]) {
    const sent = await fetch(`${home}/cart/lines`, { method: 'POST', headers: headers as Record<string, string>, body: new URLSearchParams({ variantId }), redirect: 'manual' });
    expect(sent.status).toBe(403);
    expect(sent.headers.get('set-cookie')).toBeNull();
  }
});

/** A checkout filled in up to the payment, and its form as a browser would send it. */
async function readyToPay(): Promise<(changes?: Record<string, string>) => Promise<Response>> {
  const { page } = await visitor({ javaScriptEnabled: false });
  await page.goto(`${home}/products/blue-mug`);
  await page.click('text=Add to cart');
  await page.click('text=Check out');
  await fillAddress(page);
  await page.click('text=Continue to delivery');
  const fields: Record<string, string> = { country: 'AU', payment: 'test', card: '4242424242424242' };
  for (const name of ['email', 'name', 'line1', 'city', 'region', 'postalCode', 'agreed', 'agreedDue', 'once']) fields[name] = await page.inputValue(`[name=${name}]`);
  const cookie = (await page.context().cookies()).map((each) => `${each.name}=${each.value}`).join('; ');
  const headers = { origin: server.url, cookie };
  return (changes = {}) => fetch(`${home}/checkout/order`, { method: 'POST', headers, body: new URLSearchParams({ ...fields, ...changes }), redirect: 'manual' });
}

test('nobody pays a total they have not seen', async () => {
  const pay = await readyToPay();
  const sent = await pay({ agreed: '1' });
  expect(sent.status).toBe(409);
  expect(await sent.text()).toContain('Please look at it and confirm.');
});

test('pressing Pay three times at once makes one order, and every press leads to it', async () => {
  const pay = await readyToPay();
  const presses = await Promise.all([pay(), pay(), pay()]);
  expect(presses.map((each) => each.status)).toEqual([303, 303, 303]);
  expect(new Set(presses.map((each) => each.headers.get('location'))).size).toBe(1);
});

test('a payment that is answered late still thanks, and says that nothing needs to be done', async () => {
  const pay = await readyToPay();
  const sent = await pay({ card: '4000 0000 0000 0341' });
  expect(sent.status).toBe(303);
  const thanks = await (await fetch(server.url + sent.headers.get('location'))).text();
  expect(thanks).toContain('Thank you for your order');
  expect(thanks).not.toContain('note good');
});

test('a customer registers, signs out, signs in again and finds the order; a stranger does not', async () => {
  const { page } = await visitor({ javaScriptEnabled: false });
  await page.goto(`${home}/account/register`);
  await page.fill('#name', 'Ben Okafor');
  await page.fill('#email', 'ben@example.test');
  await page.fill('#password', 'a long enough one');
  await page.click('text=Create the account');
  expect(await page.textContent('h1')).toBe('Hello, Ben Okafor');
  await page.goto(`${home}/products/blue-mug`);
  await page.click('text=Add to cart');
  await page.click('text=Check out');
  expect(await page.inputValue('#email')).toBe('ben@example.test');
  await fillAddress(page);
  await page.click('text=Continue to delivery');
  await page.click('button:has-text("Pay ")');
  expect(await page.textContent('#card-error')).toBe('Enter the card number.');
  await page.fill('#card', '4242424242424242');
  await page.click('button:has-text("Pay ")');
  const link = page.url();
  await page.goto(`${home}/account`);
  await page.click('.order-row');
  expect(await page.textContent('main')).toContain('Blue mug');
  const stranger = await fetch(link.replace(/token=.*/, 'token=guess'));
  expect(stranger.status).toBe(404);
  await page.goto(`${home}/account`);
  await page.click('text=Sign out');
  await page.goto(`${home}/account`);
  expect(page.url()).toContain('/account/sign-in');
  await page.fill('#email', 'ben@example.test');
  await page.fill('#password', 'wrong password');
  await page.click('main form button');
  expect(await page.textContent('[role=alert]')).toContain('not right');
});

test('ticking a filter changes list and address without a new page; Back, chips and plain links do the same', async () => {
  const { page, complaints } = await visitor();
  await page.goto(`${home}/products`);
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => Object.assign(globalThis, { samePage: true }));
  await page.check('[id="f-available-no"]');
  await page.waitForSelector('.active .chip');
  expect(decodeURIComponent(page.url())).toContain('filter[available]=no');
  expect(await page.locator('.card').count()).toBe(1);
  expect(await page.isChecked('[id="f-available-no"]')).toBe(true);
  await expectAccessible(page);
  await page.goBack();
  await page.waitForFunction(() => document.querySelectorAll('.card').length === 3);
  expect(await page.evaluate(() => 'samePage' in globalThis)).toBe(true);
  const plain = await fetch(`${home}/products?filter[available]=no`);
  expect((await plain.text()).match(/class="card"/g)).toHaveLength(1);
  expect(seriousOf(complaints)).toEqual([]);
});

test('the search field proposes products for what is typed, even before its program has come, and the arrow keys choose one', async () => {
  const { page } = await visitor();
  const { promise: typed, resolve: letGo } = Promise.withResolvers<void>();
  await page.route(/search-box/, async (route) => {
    await typed;
    await route.continue();
  });
  await page.goto(home);
  await page.locator('.search input').pressSequentially('mug', { delay: 20 });
  letGo();
  await page.waitForSelector('[role=option]');
  expect(await page.inputValue('.search input')).toBe('mug');
  await expectAccessible(page);
  await page.keyboard.press('ArrowDown');
  expect(await page.getAttribute('.search input', 'aria-activedescendant')).toBe('found-0');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${home}/products/blue-mug`);
});

test('by keyboard alone: choose, add, check out', async () => {
  const { page } = await visitor();
  await page.goto(`${home}/products/blue-mug`);
  await page.waitForLoadState('networkidle');
  await page.focus('.add button');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.drawer .line:not([inert] *)');
  expect(await page.evaluate(() => document.querySelector('.drawer')?.contains(document.activeElement))).toBe(true);
  await page.keyboard.press('Escape');
  expect(await page.isVisible('.drawer')).toBe(false);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Add to cart');
  await page.focus('#cart-link');
  await page.keyboard.press('Enter');
  // The drawer shows the remembered cart at once; what is in it can be pressed when the shop has agreed.
  await page.waitForSelector('.drawer form[action$="/checkout"] button:not([inert] *)');
  await page.focus('.drawer form[action$="/checkout"] button');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.checkout');
});

test('asking for a new password says the same to everybody, and an old link says how to get a new one', async () => {
  const send = (path: string, body: Record<string, string>): Promise<Response> =>
    fetch(home + path, { method: 'POST', headers: { origin: server.url }, body: new URLSearchParams(body), redirect: 'manual' });
  const main = async (answer: Response): Promise<string> => /<main[^]*<\/main>/.exec(await answer.text())![0];
  const [known, unknown] = [await send('/account/forgotten', { email: 'ben@example.test' }), await send('/account/forgotten', { email: 'nobody@example.test' })];
  expect(await main(known)).toBe(await main(unknown));
  const old = await send(`/account/password?token=${'x'.repeat(43)}`, { password: 'a long enough one' });
  expect(old.status).toBe(422);
  expect(await main(old)).toContain('Ask for a new link');
  expect((await send(`/account/confirm?token=${'x'.repeat(43)}`, {})).status).toBe(422);
});

test('a cart or checkout that is gone, or was never real, is an empty cart and no error', async () => {
  const id = shop.storefrontId.slice(-12);
  for (const value of ['00000000-0000-4000-8000-000000000000', 'nonsense', "'; drop table carts"]) {
    const cookie = `qd_cart_${id}=${encodeURIComponent(value)}; qd_checkout_${id}=${encodeURIComponent(value)}; qd_count_${id}=7`;
    const cart = await fetch(`${home}/cart`, { headers: { cookie } });
    expect(cart.status).toBe(200);
    expect(await cart.text()).toContain('Your cart is empty');
    expect((await fetch(`${home}/checkout`, { headers: { cookie }, redirect: 'manual' })).headers.get('location')).toBe(new URL(`${home}/cart`).pathname);
    const added = await fetch(`${home}/cart/lines`, { method: 'POST', headers: { cookie, origin: server.url }, body: new URLSearchParams({ variantId: shop.variants['Blue mug']! }), redirect: 'manual' });
    expect(added.headers.get('location')).toContain('/cart?added=1');
  }
});

test('search engines get a sitemap, robots and data about each product; the policy admits no inline script', async () => {
  const get = (path: string): Promise<Response> => fetch(`${home}${path}`);
  expect(await (await get('/sitemap.xml')).text()).toContain(`<loc>${home}/products/blue-mug</loc>`);
  expect(await (await get('/robots.txt')).text()).toContain(`Sitemap: ${home}/sitemap.xml`);
  const product = await get('/products/blue-mug');
  const html = await product.text();
  expect(html).toContain(`<link rel="canonical" href="${home}/products/blue-mug"`);
  expect(html).toContain('"@type":"Product"');
  expect(product.headers.get('content-security-policy')).toContain("script-src 'self';");
  expect((await get('/products/not-there')).status).toBe(404);
});

for (const path of ['/', '/products', '/search?q=mug', '/search?q=zzzzz', '/cart', '/account/sign-in', '/account/register', '/account/forgotten']) {
  test(`${path} is accessible, silent and fits a small phone`, async () => {
    const { page, complaints } = await visitor({ viewport: { width: 320, height: 640 } });
    await page.goto(home + path);
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(seriousOf(complaints)).toEqual([]);
  });
}
