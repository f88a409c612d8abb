import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { connectStripe, keyOf, openStripe } from '#connectors/stripe/testing.ts';
import { createCart } from '#modules/carts/index.ts';
import { orderList, placeOrder, startCheckout, updateCheckout } from '#modules/orders/index.ts';
import { createPlan } from '#modules/plans/index.ts';
import { updateMethod, zoneList } from '#modules/shipping/index.ts';
import { subscriptionList, subscriptionView } from '#modules/subscriptions/index.ts';
import { registry } from '#platform/registry.ts';
import { test } from '#tools/browser-test.ts';
import { barriers, complaintsOf, openBrowser } from '#tools/browser.ts';
import { openShop, startServer, type TestServer, type TestShop } from '#worlds/testing.ts';

/** Paying on the page of a provider: out of the shop, and back. */
let server: TestServer;
let shop: TestShop;
let browser: Browser;
let stripe: Awaited<ReturnType<typeof openStripe>>;
let home: string;

beforeAll(async () => {
  server = await startServer();
  stripe = await openStripe();
  shop = await openShop(server.house, { things: [{ title: 'Blue mug', price: 1_850, stock: 3 }, { title: 'Coffee', price: 2_000, stock: 9 }] });
  await connectStripe(shop);
  home = `${server.url}/shops/${shop.storefrontSlug}`;
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await stripe?.close();
  await server?.stop();
});

async function asFarAsPayment(page: Page): Promise<void> {
  await page.goto(`${home}/products/blue-mug`);
  await page.click('text=Add to cart');
  // With scripts a drawer says that it is in the cart, without them a page.
  await page.waitForSelector('.drawer .line, [aria-label^="One less"]');
  await page.goto(`${home}/cart`);
  await page.click('text=Check out');
  const fields = { email: 'ana@example.test', name: 'Ana Fischer', line1: '12 Harbour St', city: 'Hobart', region: 'TAS', postalCode: '7000' };
  for (const [name, value] of Object.entries(fields)) await page.fill(`#${name}`, value);
  await page.click('text=Continue to delivery');
  await page.waitForSelector('#place button:has-text("Pay ")');
}

test('without scripts: to the page of the provider, back without paying, on again, paid; test cards are not offered', async () => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  page.setDefaultTimeout(20_000);
  await asFarAsPayment(page);
  expect([await page.locator('input[name=payment][value=stripe]').count(), await page.locator('input[name=payment]').count(), await page.locator('#card').count()]).toEqual([1, 2, 0]);
  await page.click('button:has-text("Pay ")');
  await page.waitForURL(/\/pay\//);
  await page.click('text=Back to the shop');
  expect(await page.textContent('h1')).toBe('Your payment is not finished yet');
  expect((await orderList.call(shop.ctx, {})).data).toMatchObject([{ payment: 'pending' }]);
  await page.click('text=Go on paying');
  await page.click('text=Pay now');
  await page.waitForSelector('text=Thank you for your order');
  expect(page.url()).toMatch(/\/thanks\?token=/);
  expect(await page.textContent('#cart-count')).toBe('0');
  expect((await orderList.call(shop.ctx, {})).data).toMatchObject([{ payment: 'paid' }]);
}, 120_000);

test('with scripts: the pages between shop and provider are accessible; a page left for good gives the goods back and says so', async () => {
  const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
  page.setDefaultTimeout(20_000);
  const complaints = complaintsOf(page);
  await asFarAsPayment(page);
  await page.click('#place button');
  await page.waitForURL(/\/pay\//);
  await page.click('text=Back to the shop');
  await page.waitForSelector('text=Your payment is not finished yet');
  expect(await barriers(page)).toEqual([]);
  for (const session of stripe.double.book(keyOf(shop)).sessions.values()) if (session.status === 'open') session.status = 'expired';
  await page.click('text=Look again');
  await page.waitForSelector('text=The payment page was left before anything was paid');
  expect(await page.inputValue('#name')).toBe('Ana Fischer');
  // The page says 402, which the browser notes as a failed load.
  expect(complaints.filter((each) => !/402|ERR_ABORTED/.test(each))).toEqual([]);
}, 120_000);

async function deliverForNothing(): Promise<void> {
  const { data: zones } = await zoneList.call(shop.ctx, {});
  for (const { zoneId: _zone, ...method } of zones.flatMap(({ methods }) => methods)) await updateMethod.call(shop.ctx, { ...method, price: 0 });
}

test('without scripts: a free trial begins on the page of the provider, and nothing is paid', async () => {
  await deliverForNothing();
  await createPlan.call(shop.ctx, { name: 'Try it', unit: 'month', trialDays: 14, productIds: [shop.products['Coffee']!] });
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(`${home}/products/coffee`);
  await page.check('label:has-text("month") input');
  await page.click('text=Add to cart');
  await page.click('text=Check out');
  for (const [name, value] of Object.entries({ email: 'cy@example.test', name: 'Cy Moor', line1: '3 Pier', city: 'Hobart', region: 'TAS', postalCode: '7000' })) await page.fill(`#${name}`, value);
  await page.click('text=Continue to delivery');
  expect(await page.textContent('#payment')).toContain('Nothing is charged today');
  await page.click('button:has-text("Place the order")');
  await page.waitForURL(/\/pay\//);
  await page.click('text=Back to the shop');
  expect(await page.textContent('h1')).toBe('One step is missing');
  await page.click('text=Go on');
  await page.click('text=Keep this card');
  await page.waitForSelector('text=Thank you for your order');
  await expect.poll(async () => (await subscriptionList.call(shop.ctx, {})).data, { timeout: 10_000 }).toMatchObject([{ status: 'trialing' }]);
}, 120_000);

/** Somebody subscribes with a card whose bank will want them when it is charged again, and a month goes by. */
async function behindWithItsRenewal(): Promise<string> {
  const shopper = shop.storefront(undefined, shop.storefrontId);
  const { id: planId } = await createPlan.call(shop.ctx, { name: 'Monthly', unit: 'month', productIds: [shop.products['Coffee']!] });
  const cart = await createCart.call(shopper, { lines: [{ variantId: shop.variants['Coffee']!, quantity: 1, planId }] });
  const { id: checkoutId } = await startCheckout.call(shopper, { cartId: cart.id });
  const checkout = await updateCheckout.call(shopper, { id: checkoutId, email: 'bo@example.test', shippingAddress: { name: 'Bo Lund', line1: '1 Quay', city: 'Hobart', region: 'TAS', postalCode: '7000', country: 'AU' } });
  await placeOrder.call(shopper, { checkoutId, agreedTotal: checkout.total, agreedDue: checkout.due, payment: { method: 'stripe', token: 'pm_later_shopper' } });
  const begun = async () => (await subscriptionList.call(shop.ctx, { filter: { status: 'active,past_due' } })).data[0]?.id;
  await expect.poll(begun, { timeout: 10_000 }).toBeTruthy();
  await shop.ctx.transaction((tx) => tx.sql`update subscriptions set next_renewal_at = now() where status = 'active'`);
  await registry.schedules().find(({ name }) => name === 'subscriptions.renew')!.run(shop.ctx);
  return (await begun())!;
}

test('without scripts: a renewal the bank wants its customer for is paid from the mail on the page of the provider', async () => {
  const id = await behindWithItsRenewal();
  const mail = () => shop.ctx.read((r) => r.sql<{ text: string }>`select text from mail_messages where about = ${id} and text like '%come back and pay%'`);
  await expect.poll(async () => (await mail()).length, { timeout: 10_000 }).toBe(1);
  const token = /token=(\S+)/.exec((await mail())[0]!.text)![1]!;
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(`${home}/subscriptions/${id}?token=${token}`);
  expect(await page.textContent('#standing')).toBe('The last renewal could not be paid.');
  await page.click('button:has-text("Pay now")');
  await page.waitForURL(/\/pay\//);
  await page.click('text=Pay now');
  expect(await page.textContent('main [role=status]')).toBe('Thank you. It is paid like this from now on.');
  // Once nothing is owed any more, another card is given on the same way, without paying.
  await expect.poll(async () => (await page.reload(), page.textContent('main')), { interval: 500 }).toContain('Use this from now on');
  await page.click('text=Use this from now on');
  await page.waitForURL(/\/pay\//);
  await page.click('text=Keep this card');
  expect(await page.textContent('main [role=status]')).toBe('Thank you. It is paid like this from now on.');
  await expect.poll(async () => (await subscriptionView.call(shop.ctx, { id })).status, { timeout: 10_000 }).toBe('active');
}, 120_000);
