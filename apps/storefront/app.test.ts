import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { createProduct } from '#modules/catalog/index.ts';
import { setManyStocks } from '#modules/inventory/index.ts';
import { fulfilOrder } from '#modules/orders/index.ts';
import { recompute } from '#modules/recommendations/index.ts';
import { createPage, publishTheme, saveThemeDraft, storefrontTheme } from '#modules/storefronts/index.ts';
import { buy } from '#modules/orders/testing.ts';
import { pushKeys } from '#platform/push/push-keys.ts';
import { openPushService } from '#platform/push/push-service.ts';
import { openShop, startServer, type TestServer, type TestShop } from '#worlds/testing.ts';
import { test } from '#tools/browser-test.ts';
import { barriers, complaintsOf, openBrowser } from '#tools/browser.ts';

/** The shop as an app, and what a shopper does without opening a product's page. */
let server: TestServer;
let shop: TestShop;
let browser: Browser;
let home: string;

beforeAll(async () => {
  server = await startServer();
  shop = await openShop(server.house, { things: [{ title: 'Blue mug', price: 1_850, stock: 20 }, { title: 'Lamp', price: 9_900, stock: 5 }] });
  await stockShirt();
  home = `${server.url}/shops/${shop.storefrontSlug}`;
  browser = await openBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function stockShirt(): Promise<void> {
  const prices = [{ amount: 4_900, currency: 'AUD' }];
  const { id } = await createProduct.call(shop.ctx, { title: 'Shirt', status: 'active', options: [{ name: 'Size', values: ['S', 'M'] }], variants: ['S', 'M'].map((Size) => ({ options: { Size }, prices })) });
  const variants = await shop.ctx.read((r) => r.sql<{ id: string }>`select id from variants where product_id = ${id}`);
  await setManyStocks.call(shop.ctx, { lines: variants.map((each) => ({ variantId: each.id, onHand: 4 })) });
}

async function visitor(options: BrowserContextOptions = {}): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  return { page, complaints: complaintsOf(page) };
}

const keptPages = (page: Page): Promise<string[]> => page.evaluate(async () => {
  const found: string[] = [];
  for (const name of await caches.keys()) if (name.endsWith(':pages')) for (const request of await (await caches.open(name)).keys()) found.push(new URL(request.url).pathname.replace(/^\/shops\/[^/]+/, ''));
  return found.toSorted();
});

async function underWorker(page: Page): Promise<void> {
  await page.goto(home);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

test('without a connection: what was seen can be read, the cart takes changes, and sends each once when it is back', async () => {
  const { page } = await visitor();
  await underWorker(page);
  await page.goto(`${home}/products/blue-mug`);
  await page.waitForLoadState('networkidle');
  await page.click('.add button');
  await page.waitForSelector('.drawer .lines [href*="blue-mug"]');
  await page.waitForLoadState('networkidle');
  await page.context().setOffline(true);
  await page.goto(`${home}/products/blue-mug`);
  expect(await page.textContent('.offline-note')).toContain('You are offline');
  await page.click('.add button');
  await page.waitForSelector('.drawer .note:has-text("sent as soon as you are back")');
  expect(await page.textContent('#cart-count')).toBe('2');
  await page.keyboard.press('Escape');
  await page.click('.heart.said');
  await page.waitForFunction(() => document.querySelector('#says')?.textContent?.includes('sent as soon as you are back'));
  await page.goto(`${home}/products/blue-mug`);
  await page.waitForSelector('.heart.said[aria-pressed=true]');
  await page.goto(`${home}/cart`);
  expect(await page.textContent('main')).toContain('Blue mug');
  await page.goto(`${home}/products/lamp`);
  expect(await page.textContent('h1')).toBe('There is no connection');
  await page.waitForSelector('.kept-pages a:has-text("Blue mug")');
  expect(await barriers(page)).toEqual([]);
  await page.context().setOffline(false);
  await page.waitForFunction(() => document.querySelector('#cart-count')?.textContent === '2');
  await page.goto(`${home}/cart`);
  expect(await page.locator('.offline-note').count()).toBe(0);
  expect(await page.inputValue('.cart-page input[name=quantity]')).toBe('2');
  const wished = (): Promise<string | null> => page.goto(`${home}/wishlist`).then(() => page.textContent('main'));
  await expect.poll(wished, { timeout: 20_000, interval: 1_500 }).toContain('Blue mug');
});

test('nothing of an account or a checkout is ever kept, and after signing in nothing seen before is left', async () => {
  const { page } = await visitor();
  await underWorker(page);
  await page.goto(`${home}/products/blue-mug`);
  await page.waitForLoadState('networkidle');
  await page.click('.add button');
  await page.waitForSelector('.drawer .line');
  await page.click('.drawer >> text=Check out');
  await page.waitForSelector('.checkout');
  await page.goto(`${home}/account/register`);
  expect((await keptPages(page)).filter((each) => /account|checkout|orders/.test(each))).toEqual([]);
  expect(await keptPages(page)).toContain('/products/blue-mug');
  await page.fill('#name', 'Ana');
  await page.fill('#email', 'ana@offline.test');
  await page.fill('#password', 'a long enough one');
  await page.click('text=Create the account');
  await page.waitForSelector('h1:has-text("Hello, Ana")');
  await page.goto(`${home}/products/lamp`);
  await expect.poll(() => keptPages(page)).toEqual(['/offline']);
});

test('the drawer shows what is added before the shop has answered, and takes it back with the reason when the shop says no', async () => {
  const { page } = await visitor({ serviceWorkers: 'block' });
  await page.goto(home);
  await page.waitForLoadState('networkidle');
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route('**/cart/lines', async (route) => {
    await held;
    await route.fulfill({ status: 409, contentType: 'application/json', body: JSON.stringify({ refused: 'Lamp is sold out.' }) });
  });
  await page.locator('[aria-label="Add Lamp to the cart"]').first().click();
  await page.waitForSelector('.drawer .line:has-text("Lamp") >> text=99.00');
  letGo();
  await page.waitForSelector('.drawer .note.bad:has-text("Lamp is sold out.")');
  expect(await page.locator('.drawer .line').count()).toBe(0);
});

test('on a phone: one press adds, several variants ask which one in a sheet, and products are compared side by side', async () => {
  const { page, complaints } = await visitor({ viewport: { width: 390, height: 844 }, hasTouch: true });
  await page.goto(`${home}/products`);
  await page.waitForLoadState('networkidle');
  await page.tap('[aria-label="Add Blue mug to the cart"]');
  await page.waitForSelector('.drawer .line-title:has-text("Blue mug")');
  await page.keyboard.press('Escape');
  await page.tap('[aria-label="Choose Shirt"]');
  await page.waitForSelector('.sheet');
  expect(await barriers(page)).toEqual([]);
  await page.tap('.sheet label:has-text("M")');
  await page.tap('.sheet .button');
  await page.waitForSelector('.drawer .lines >> text=M');
  await page.waitForFunction(() => document.querySelector('#cart-count')?.textContent === '2');
  await page.keyboard.press('Escape');
  await page.tap('[aria-label="Compare Blue mug"]');
  await page.goto(`${home}/products/lamp`);
  await page.waitForLoadState('networkidle');
  await page.tap('.beside [data-compare]');
  await page.waitForSelector('.beside [data-compare][aria-pressed=true]');
  await page.tap('.compare-bar a');
  await page.waitForSelector('.drawer-up table');
  expect(await page.textContent('.drawer-up')).toContain('$18.50');
  expect(await barriers(page)).toEqual([]);
  await page.tap('.drawer-up [data-uncompare]');
  await page.waitForFunction(() => document.querySelectorAll('.drawer-up thead .compare-head').length === 1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(complaints.filter((each) => !each.endsWith('net::ERR_ABORTED'))).toEqual([]);
  const plain = await (await fetch(`${home}/compare?ids=${shop.products['Lamp']},${shop.products['Blue mug']},nonsense`)).text();
  expect(plain).toMatch(/<th scope="row">Price<\/th><td>\$99\.00<\/td><td>\$18\.50<\/td>/);
});

test('without scripts a card adds the one variant there is, and leads to the choice where there are several', async () => {
  const { page } = await visitor({ javaScriptEnabled: false });
  await page.goto(`${home}/products`);
  await page.click('[aria-label="Add Blue mug to the cart"]');
  expect(page.url()).toBe(`${home}/cart?added=1`);
  await page.goto(`${home}/products`);
  await page.click('[aria-label="Choose Shirt"]');
  await page.click('label:has-text("M")');
  await page.click('text=Add to cart');
  expect(await page.locator('.line').count()).toBe(2);
});

test('without scripts the cart shows what others bought with what is in it, nothing that lies in it, and no row when there is nothing', async () => {
  const cart = async (...products: string[]): Promise<string> => {
    let cookie = '';
    for (const product of products) {
      const answer = await fetch(`${home}/cart/lines`, { method: 'POST', redirect: 'manual', headers: { origin: server.url, cookie }, body: new URLSearchParams({ product }) });
      cookie = answer.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
    }
    return (await fetch(`${home}/cart`, { headers: { cookie } })).text();
  };
  const row = (html: string): string => /<section class="goes-with"[^]*?<\/section>/.exec(html)?.[0] ?? '';
  expect(row(await cart('blue-mug'))).toBe('');
  await buy({ ...shop, variant: shop.variants, shopper: (id) => shop.storefront(id) }, { 'Blue mug': 1, Lamp: 1 });
  await recompute.run(shop.ctx);
  const html = row(await cart('blue-mug'));
  expect(html).toMatch(/Goes well with what is in your cart[^]*products\/lamp[^]*aria-label="Add Lamp to the cart"/);
  expect(html).not.toContain('products/blue-mug');
  expect(row(await cart('blue-mug', 'lamp'))).toBe('');
});

test('what was looked at comes back on the home page of this device until the list is cleared; a made-up list shows nothing', async () => {
  const { page } = await visitor();
  await page.goto(`${home}/products/lamp`);
  await page.waitForLoadState('networkidle');
  await page.goto(home);
  await page.waitForSelector('[data-viewed] .card:has-text("Lamp")');
  await page.click('text=Clear this list');
  await page.reload();
  await page.waitForLoadState('networkidle');
  expect(await page.isVisible('[data-viewed]')).toBe(false);
  expect(await (await fetch(`${home}/recently-viewed?ids=1,2,x`)).text()).toBe('');
});

test('a new look is seen in the preview only, links included, until it is published; text pages stand in the footer', async () => {
  const id = shop.storefrontId;
  await createPage.call(shop.ctx, { id, title: 'Returns', html: '<p>Thirty days.</p>' });
  await saveThemeDraft.call(shop.ctx, { id, theme: { accent: '#7a1f4b', sections: [{ id: 'a', kind: 'promises', title: 'Our word', promises: [{ title: 'Sent today', text: '' }] }, { id: 'b', kind: 'newest' }] } });
  const { previewPath } = await storefrontTheme.call(shop.ctx, { id });
  const { page, complaints } = await visitor({ javaScriptEnabled: true });
  await page.goto(server.url + previewPath);
  expect(await page.textContent('main')).toContain('Our word');
  await page.click('.card >> nth=0');
  expect(page.url()).toContain('/preview/');
  expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
  await page.goto(home);
  expect(await page.textContent('main')).not.toContain('Our word');
  expect((await fetch(`${home}/preview/${'x'.repeat(50)}`)).status).toBe(404);
  await publishTheme.call(shop.ctx, { id });
  await page.goto(home);
  expect(await page.textContent('main')).toContain('Our word');
  await page.click('.bottom a:has-text("Returns")');
  expect(await page.textContent('.prose')).toBe('Thirty days.');
  expect(await barriers(page)).toEqual([]);
  expect(complaints.filter((each) => !each.endsWith('net::ERR_ABORTED'))).toEqual([]);
});

test('the shop can be installed: manifest, icons and worker belong to it alone', async () => {
  const manifest = (await (await fetch(`${home}/manifest.webmanifest`)).json()) as { scope: string; icons: { src: string; type?: string }[] };
  expect(manifest.scope).toBe(`/shops/${shop.storefrontSlug}`);
  for (const { src } of manifest.icons) {
    const icon = await fetch(server.url + src);
    expect([icon.status, icon.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(Buffer.from(await icon.arrayBuffer()).subarray(1, 4).toString()).toBe('PNG');
  }
  const worker = await fetch(`${home}/sw.js`);
  expect([worker.headers.get('cache-control'), worker.headers.get('service-worker-allowed')]).toEqual(['no-cache', manifest.scope]);
});

test('an order’s page has this browser told of the parcel; a guessed link does not', async () => {
  const service = await openPushService(async () => (await pushKeys()).publicKey);
  try {
    const { order, orderLink } = await buy({ ...shop, variant: shop.variants, shopper: (id) => shop.storefront(id) }, { 'Blue mug': 1 });
    const { endpoint, p256dh, auth, received } = service.browser();
    const send = (token: string): Promise<Response> =>
      fetch(`${home}/orders/${order.id}/devices?token=${token}`, { method: 'POST', headers: { origin: server.url, 'content-type': 'application/json' }, body: JSON.stringify({ endpoint, p256dh, auth }) });
    expect((await send('guess')).status).toBe(404);
    expect((await send(new URL(orderLink, 'http://x').searchParams.get('token')!)).status).toBe(200);
    await fulfilOrder.call(shop.ctx, { id: order.id });
    await expect.poll(() => received.length, { timeout: 15_000 }).toBe(1);
    expect(received[0]!.payload).toMatchObject({ title: 'Your order is on its way' });
  } finally {
    await service.close();
  }
});
