import sharp from 'sharp';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { answerConversation, orderConversation } from '#modules/conversations/index.ts';
import { beginReturn, fulfilOrder, moveParcel, orderView } from '#modules/orders/index.ts';
import { buy as placeOrder } from '#modules/orders/testing.ts';
import { test } from '#tools/browser-test.ts';
import { expectAccessible, openVisitedShop, seriousOf, type VisitedShop } from './testing/visiting.ts';

let visited: VisitedShop;
beforeAll(async () => {
  visited = await openVisitedShop([{ title: 'Blue mug', price: 1_850, stock: 20 }, { title: 'Tall lamp with a name that goes on for rather a long while', price: 9_900, stock: 9 }]);
}, 120_000);
afterAll(() => visited?.close());

const PASSWORD = 'a long enough one';

async function register(page: Page, name: string, email: string): Promise<void> {
  await page.goto(`${visited.home}/account/register`);
  await page.fill('#name', name);
  await page.fill('#email', email);
  await page.fill('#password', PASSWORD);
  await page.click('text=Create the account');
}

async function buy(page: Page, slug: string): Promise<string> {
  await page.goto(`${visited.home}/products/${slug}`);
  await page.fill('input[name=quantity]', '2');
  await page.click('text=Add to cart');
  await page.click('text=Check out');
  const fields = { email: 'cleo@example.test', name: 'Cleo Ngata', line1: '12 Harbour St', city: 'Hobart', region: 'TAS', postalCode: '7000' };
  for (const [name, value] of Object.entries(fields)) await page.fill(`#${name}`, value);
  await page.click('text=Continue to delivery');
  await page.fill('#card', '4242 4242 4242 4242');
  await page.click('button:has-text("Pay ")');
  return /\/orders\/([\w-]+)\//.exec(page.url())![1]!;
}

async function buyWithScripts(page: Page, slug: string): Promise<string> {
  await page.goto(`${visited.home}/products/${slug}`);
  await page.waitForLoadState('networkidle');
  await page.click('.add button');
  await page.waitForSelector('.drawer .line:not([inert] *)');
  await page.click('.drawer >> text=Check out');
  await page.waitForSelector('.checkout');
  for (const [name, value] of Object.entries({ name: 'Dora', line1: '1 St', city: 'Hobart', region: 'TAS', postalCode: '7000' })) await page.fill(`#${name}`, value);
  await page.press('#postalCode', 'Tab');
  await page.waitForSelector('#place button:has-text("Pay ")');
  await page.fill('#card', '4242424242424242');
  await page.click('#place button');
  await page.waitForSelector('text=Thank you for your order');
  return /\/orders\/([\w-]+)\//.exec(page.url())![1]!;
}

async function mailedLink(to: string, path: string): Promise<string> {
  for (let tries = 0; tries < 50; tries++) {
    const mails = await visited.shop.ctx.read((r) => r.sql<{ text: string }>`select text from mail_messages where recipient = ${to} order by created_at desc, id desc`);
    const found = mails.map(({ text }) => new RegExp(`${path}\\?token=[\\w-]+`).exec(text)?.[0]).find(Boolean);
    if (found) return visited.home + found;
    await new Promise((go) => setTimeout(go, 100));
  }
  throw new Error(`no mail to ${to} leads to ${path}`);
}

// The browser follows autofocus with its next frame, also without scripts.
async function waitForFocus(page: Page, id: RegExp): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.id), { timeout: 3_000 }).toMatch(id);
}
const heading = (page: Page) => page.textContent('h1');

async function changeDetails(page: Page): Promise<void> {
  await page.click('.account-nav >> text=Your details');
  await page.fill('#phone', '+61 3 5555 0101');
  await page.check('[name=marketing]');
  await page.click('button:has-text("Save")');
  expect(await page.textContent('main [role=status]')).toBe('Saved.');
  await page.fill('#current', 'not the password');
  await page.fill('#password', 'another good one');
  await page.click('text=Change the password');
  expect(await page.textContent('#current-error')).toBe('This is not right.');
  await waitForFocus(page, /^current$/);
}

async function keepAddress(page: Page): Promise<void> {
  await page.goto(`${visited.home}/account/addresses/new`);
  await page.fill('#line1', '1 High Street');
  await page.fill('#name', '');
  await page.click('text=Keep the address');
  await waitForFocus(page, /^name$/);
  expect(await page.inputValue('#line1')).toBe('1 High Street');
  for (const [name, value] of Object.entries({ name: 'Cleo Ngata', city: 'Hobart', region: 'TAS', postalCode: '7000' })) await page.fill(`#${name}`, value);
  await page.click('text=Keep the address');
  expect(await page.textContent('.address-list')).toContain('1 High Street');
}

async function followAndReturn(page: Page): Promise<void> {
  const orderId = await buy(page, 'blue-mug');
  const { ctx } = visited.shop;
  const sent = await fulfilOrder.call(ctx, { id: orderId, carrier: 'Swift', trackingNumber: 'SW-77', trackingUrl: 'https://swift.example/SW-77' });
  await page.goto(`${visited.home}/account`);
  await page.click('.order-row');
  await page.click('text=Where is it?');
  expect(await heading(page)).toBe('It is on its way');
  expect(await page.getAttribute('text=Follow it at Swift', 'href')).toBe('https://swift.example/SW-77');
  await moveParcel.call(ctx, { id: orderId, fulfilmentId: sent.fulfilments[0]!.id, step: 'delivered' });
  await page.reload();
  expect(await heading(page)).toBe('It was delivered');

  await page.goto(`${visited.home}/orders/${orderId}/return`);
  await page.fill('#note', '<script>alert(1)</script>');
  await page.click('text=Ask for the return');
  expect(await page.textContent('#lines-error')).toContain('Choose what should go back');
  expect(await page.inputValue('#note')).toBe('<script>alert(1)</script>');
  await waitForFocus(page, /^quantity-/);
  await page.selectOption('.return-lines select', '1');
  await page.check('[name=reason][value=damaged]');
  const picture = await sharp({ create: { width: 30, height: 30, channels: 3, background: 'blue' } }).jpeg().toBuffer();
  await page.setInputFiles('#photos', { name: 'crack.jpg', mimeType: 'image/jpeg', buffer: picture });
  await page.click('text=Ask for the return');
  expect(await page.textContent('main [role=status]')).toContain('We have your request.');
  const [back] = (await orderView.call(ctx, { id: orderId })).returns;
  expect(back).toMatchObject({ reason: 'damaged', note: '<script>alert(1)</script>', photos: [{ name: 'crack.webp' }], lines: [{ quantity: 1 }] });
  expect(await page.textContent('.returns')).toMatch(/#\d+-R1Asked for1 × Blue mug.*It arrived damaged.*“<script>alert\(1\)<\/script>” With a picture/);
  await page.click('text=Take the request back');
  expect(await page.textContent('main [role=status]')).toContain('We have taken the request back.');
  await page.goto(`${visited.home}/account/returns`);
  expect(await page.textContent('.order-row')).toMatch(/1 × Blue mugCalled off/);
  await page.click('.order-row');
}

/** Takes the data, asks to be erased, thinks better of it, signs out everywhere and in again. */
async function leaveAndStay(page: Page): Promise<void> {
  await page.goto(`${visited.home}/account/privacy`);
  const data = await (await page.request.get(`${visited.home}/account/data.json`)).json() as { customer: { email: string }; orders: unknown[] };
  expect([data.customer.email, data.orders.length]).toEqual(['cleo@example.test', 1]);
  await page.click('summary:has-text("I want to be erased")');
  await page.click('text=Mail me the link');
  await page.goto(await mailedLink('cleo@example.test', '/account/erase'));
  await page.click('main button');
  expect(await heading(page)).toBe('Your data will be erased');
  await page.goto(`${visited.home}/account`);
  await page.click('text=Keep my account');
  expect(await page.textContent('main [role=status]')).toContain('Nothing will be erased.');
  await page.click('text=Sign out everywhere');
  expect(await heading(page)).toBe('Sign in');
  await page.goto(`${visited.home}/account/privacy`);
  expect(page.url()).toContain('/account/sign-in?to=%2Faccount%2Fprivacy');
  await page.fill('#email', 'cleo@example.test');
  await page.fill('#password', PASSWORD);
  await page.click('main form button >> nth=0');
  expect(page.url()).toBe(`${visited.home}/account/privacy`);
}

test('without scripts: details, addresses, an order followed and partly sent back, bought again, data taken home, nearly erased', async () => {
  const { page, complaints } = await visited.visitor({ javaScriptEnabled: false });
  await register(page, 'Cleo Ngata', 'cleo@example.test');
  await changeDetails(page);
  await keepAddress(page);
  await followAndReturn(page);
  await page.click('text=Buy again');
  expect(await page.inputValue('.line input[name=quantity]')).toBe('2');

  await leaveAndStay(page);
  // Three forms were wrong on purpose.
  expect(seriousOf(complaints).filter((each) => !/^4(00|22): |status of 4(00|22)/.test(each))).toEqual([]);
}, 240_000);

/** A picture goes to the shop, the answer appears on the open page, and the next one is marked at the order. */
async function talkAbout(page: Page, orderId: string): Promise<void> {
  const { ctx } = visited.shop;
  await page.goto(`${visited.home}/orders/${orderId}`);
  await page.fill('#message', 'Should it look like this?');
  await page.setInputFiles('#pictures', { name: 'lamp.png', mimeType: 'image/png', buffer: await sharp({ create: { width: 900, height: 400, channels: 3, background: '#88aacc' } }).png().toBuffer() });
  await page.click('#messages button:has-text("Send")');
  await page.waitForSelector('.message-pictures img');
  await page.waitForLoadState('networkidle');
  const { conversation } = await orderConversation.call(ctx, { id: orderId });
  await answerConversation.call(ctx, { id: conversation!.id, text: 'Just like that.' });
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await page.waitForSelector('.messages .shop:has-text("Just like that.")');
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.goto(`${visited.home}/account`);
  expect(await page.textContent('.order-row')).not.toContain('New message');
  await answerConversation.call(ctx, { id: conversation!.id, text: 'One thing more.' });
  await page.reload();
  expect(await page.textContent('.order-row')).toContain('New message');
}

test('on a phone, by a mailed link and with scripts: every page of the account is accessible, silent and fits', async () => {
  const { page, complaints } = await visited.visitor({ viewport: { width: 360, height: 740 } });
  await register(page, 'Dora van der Merwe-Featherstonehaugh', 'dora.with.a.very.long.address@example.test');
  await page.click('text=Sign out');
  await page.goto(`${visited.home}/account/sign-in`);
  await page.fill('#email', 'dora.with.a.very.long.address@example.test');
  await page.click('text=Mail me a link instead');
  expect(await heading(page)).toBe('Look into your mail');
  await page.goto(await mailedLink('dora.with.a.very.long.address@example.test', '/account/link'));
  await page.click('main button');
  await page.waitForURL(`${visited.home}/account`);
  const orderId = await buyWithScripts(page, 'tall-lamp-with-a-name-that-goes-on-for-rather-a-long-while');
  await fulfilOrder.call(visited.shop.ctx, { id: orderId, carrier: 'Swift' });
  for (const path of ['/account', '/account/details', '/account/addresses', '/account/addresses/new', '/account/privacy', `/orders/${orderId}`, `/orders/${orderId}/tracking`, `/orders/${orderId}/return`]) {
    await page.goto(visited.home + path);
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360);
  }
  await talkAbout(page, orderId);
  const order = await orderView.call(visited.shop.ctx, { id: orderId });
  await beginReturn.call(visited.shop.ctx, { id: orderId, lines: order.lines.map(({ id, quantity }) => ({ lineId: id, quantity })), instructions: 'Wrap it well.', labelUrl: 'https://swift.example/label' });
  for (const [path, says] of [[`/orders/${orderId}`, 'Wrap it well.'], [`/orders/${orderId}/return`, 'Everything that was sent is asked for already'], ['/account/returns', 'Agreed']] as const) {
    await page.goto(visited.home + path);
    expect(await page.textContent('main')).toContain(says);
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360);
  }
  expect(seriousOf(complaints)).toEqual([]);
}, 240_000);

test('by the order’s link alone: a return is asked for, refused beside the field, shown, taken back once; another order’s link opens nothing', async () => {
  const shop = { ...visited.shop, variant: visited.shop.variants, shopper: (customerId?: string) => visited.shop.storefront(customerId) };
  const [{ order: mine, orderLink }, { order: theirs }] = [await placeOrder(shop, { 'Blue mug': 2 }), await placeOrder(shop, { 'Blue mug': 1 })];
  for (const { id } of [mine, theirs]) await fulfilOrder.call(shop.ctx, { id });
  const token = new URL(orderLink, 'http://shop.test').searchParams.get('token')!;
  const own = `/orders/${mine.id}`;
  const send = async (path: string, fields?: Record<string, string>) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields ?? {})) body.append(name, value);
    const answer = await fetch(visited.home + path, { method: fields ? 'POST' : 'GET', redirect: 'manual', headers: { origin: visited.server.url }, ...(fields && { body }) });
    return { status: answer.status, text: await answer.text(), to: answer.headers.get('location')?.replace(new URL(visited.home).pathname, '') };
  };
  const line = `quantity-${mine.lines[0]!.id}`;
  const greedy = await send(`${own}/return?token=${token}`, { [line]: '3', reason: 'other' });
  expect([greedy.status, /id="lines-error">([^<]+)/.exec(greedy.text)?.[1]]).toEqual([422, 'Only 2 of Blue mug can be returned.']);
  expect((await send(`${own}/return?token=${token}`, { [line]: '-1', reason: 'bribe' })).text).toMatch(/id="lines-error">Choose what.*id="reason-error">Choose a reason/s);
  const asked = await send(`${own}/return?token=${token}`, { [line]: '2', reason: 'other' });
  expect([asked.status, asked.to]).toEqual([303, `${own}?token=${token}&done=return`]);
  const shown = await send(asked.to!);
  expect(shown.text).toContain('We have your request.');
  const withdrawal = new RegExp(`action="[^"]*(${own}/returns/[\\w-]+/withdrawal)\\?token=`).exec(shown.text)![1]!;
  for (const bad of ['', '?token=guess', `?token=${token.slice(0, -1)}`]) expect((await send(withdrawal + bad, {})).status, bad).toBe(404);
  expect((await send(withdrawal.replace(mine.id, theirs.id) + `?token=${token}`, {})).status).toBe(404);
  expect((await send(`${withdrawal}?token=${token}`, {})).to).toBe(`${own}?token=${token}&done=withdrawn`);
  const again = await send(`${withdrawal}?token=${token}`, {});
  expect([again.status, again.text.includes('This request was taken back already.')]).toEqual([422, true]);
  expect((await send(`${own}?token=${token}&done=constructor`)).status).toBe(200);
});

test('other people’s orders and addresses are not there, with or without an account', async () => {
  const { page } = await visited.visitor({ javaScriptEnabled: false });
  await register(page, 'Eve', 'eve@example.test');
  const [theirs] = await visited.shop.ctx.read((r) => r.sql<{ id: string; address: string; back: string }>`
    select o.id, (select a.id from customer_addresses a limit 1) as address, b.id as back from orders o join order_returns b on b.order_id = o.id limit 1`);
  const cookie = (await page.context().cookies()).map((each) => `${each.name}=${each.value}`).join('; ');
  const send = (path: string, method: 'GET' | 'POST', body?: BodyInit): Promise<Response> =>
    fetch(visited.home + path, { method, redirect: 'manual', headers: { cookie, origin: visited.server.url }, ...(body && { body }) });
  for (const page of ['', '/tracking', '/return', '/invoice.pdf']) expect((await send(`/orders/${theirs!.id}${page}`, 'GET')).status, page).toBe(404);
  for (const page of ['/return', '/again', `/returns/${theirs!.back}/withdrawal`]) expect((await send(`/orders/${theirs!.id}${page}?token=guess`, 'POST', new FormData())).status, page).toBe(404);
  expect((await send(`/account/addresses/${theirs!.address}`, 'GET')).status).toBe(404);
  const address = new URLSearchParams({ name: 'Eve', line1: 'x', city: 'y', postalCode: '1', country: 'AU' });
  expect((await send(`/account/addresses/${theirs!.address}`, 'POST', address)).status).toBe(404);
  await send(`/account/addresses/${theirs!.address}/removal`, 'POST', new URLSearchParams());
  const [kept] = await visited.shop.ctx.read((r) => r.sql`select 1 from customer_addresses where id = ${theirs!.address}`);
  expect(kept).toBeDefined();
});
