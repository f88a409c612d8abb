import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { createToken } from '#modules/accounts/index.ts';
import { systemContext } from '#platform/jobs/worker.ts';
import { createPlan } from '#modules/plans/index.ts';
import { subscriptionList } from '#modules/subscriptions/index.ts';
import { test } from '#tools/browser-test.ts';
import { expectAccessible, openVisitedShop, seriousOf, type VisitedShop } from './testing/visiting.ts';

let visited: VisitedShop;
beforeAll(async () => {
  visited = await openVisitedShop([{ title: 'Coffee beans', price: 2_000, stock: 20 }]);
  const [productId] = Object.values(visited.shop.products);
  await createPlan.call(visited.shop.ctx, { name: 'Monthly', unit: 'month', productIds: [productId!], offBasisPoints: 1_000 });
}, 120_000);
afterAll(() => visited?.close());

async function register(page: Page): Promise<void> {
  await page.goto(`${visited.home}/account/register`);
  for (const [name, value] of Object.entries({ name: 'Cleo Ngata', email: 'cleo@example.test', password: 'a long enough one' })) await page.fill(`#${name}`, value);
  await page.click('text=Create the account');
}

async function subscribe(page: Page): Promise<void> {
  await page.goto(`${visited.home}/products/coffee-beans`);
  await page.check('label:has-text("Every month") input');
  await page.click('text=Add to cart');
  expect(await page.textContent('.line-words')).toContain('Every month, $18.00 each');
  await page.click('text=Check out');
  for (const [name, value] of Object.entries({ email: 'cleo@example.test', name: 'Cleo Ngata', line1: '12 Harbour St', city: 'Hobart', region: 'TAS', postalCode: '7000' })) await page.fill(`#${name}`, value);
  await page.click('text=Continue to delivery');
  expect(await page.textContent('#summary')).toContain('charged by itself until you end it');
  await page.fill('#card', '4242 4242 4242 4242');
  await page.click('button:has-text("Pay ")');
}

async function fetched(path: string, headers: Record<string, string>): Promise<unknown> {
  const answer = await fetch(`${visited.server.url}${path}`, { headers });
  expect(answer.status, path).toBe(200);
  return answer.json();
}

const status = (page: Page) => page.textContent('main [role=status]');

test('other programs read plans, figures and settings over the API', async () => {
  const [productId] = Object.values(visited.shop.products);
  const offered = await fetched(`/api/storefront/products/${productId}/plans`, { 'x-storefront-key': visited.shop.key });
  expect(offered).toMatchObject({ data: [{ says: 'every month', prices: [{ price: { amount: 1_800 }, once: { amount: 2_000 } }] }] });
  const { token } = await createToken.call(systemContext(visited.shop.workspaceId, 'test'), { name: 'Reader', scopes: ['subscriptions:read'] });
  const asked = { authorization: `Bearer ${token}` };
  expect(await fetched('/api/admin/subscriptions/figures', asked)).toMatchObject({ behind: 0, churn: 0, monthly: { currency: 'AUD' } });
  expect(await fetched('/api/admin/subscriptions/settings', asked)).toEqual({ retryDays: [1, 3, 5, 7], announceDays: 3, afterwards: 'cancelled' });
  expect(await fetched('/api/admin/subscription-plans', asked)).toMatchObject({ data: [{ name: 'Monthly', state: 'on offer' }], total: 1 });
});

test('without scripts: subscribe on the product page, then skip, change, pay with another card, pause and end it in the account', async () => {
  const { page, complaints } = await visited.visitor({ javaScriptEnabled: false });
  await register(page);
  await subscribe(page);
  await expect.poll(async () => (await subscriptionList.call(visited.shop.ctx, {})).total, { timeout: 8_000 }).toBe(1);
  await page.goto(`${visited.home}/account/subscriptions`);
  await page.click('.order-row');
  expect(await page.textContent('h1')).toContain('1 × Coffee beans');
  await page.click('text=Skip the next delivery');
  expect(await status(page)).toBe('The next delivery is skipped.');
  await page.fill('#quantity', '3');
  await page.click('button:has-text("Change")');
  expect(await page.textContent('.facts')).toContain('$54.00 every month');
  await page.fill('#card', '4242 4242');
  await page.click('text=Use this from now on');
  expect(await page.textContent('[role=alert]')).toContain('test cards only');
  await page.fill('#card', '4000 0000 0000 5126');
  await page.click('text=Use this from now on');
  expect(await page.textContent('.facts')).toContain('the card ending in 5126');
  await page.click('button:has-text("Pause")');
  expect(await page.textContent('#standing')).toBe('Paused.');
  await page.click('button:has-text("Resume")');
  await page.click('summary:has-text("End this subscription")');
  await page.click('button:has-text("End it with this period")');
  expect(await page.textContent('#standing')).toBe('Ends with this period.');
  const watched = await visited.visitor();
  await watched.page.context().addCookies(await page.context().cookies());
  await watched.page.goto(page.url());
  await expectAccessible(watched.page);
  expect(seriousOf([...complaints.filter((each) => !each.startsWith('422: ') && !each.includes('status of 4')), ...watched.complaints])).toEqual([]);
}, 60_000);
