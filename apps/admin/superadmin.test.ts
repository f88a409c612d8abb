import { afterAll, beforeAll, expect } from 'vitest';
import { createToken, forgetSessions, makePerson } from '#modules/accounts/index.ts';
import { codeOf } from '#modules/accounts/testing.ts';
import { createStorefront } from '#modules/storefronts/index.ts';
import { connectPolar, makeProduct, openPolar } from '#connectors/polar/testing.ts';
import { connectStripe, openStripe } from '#connectors/stripe/testing.ts';
import { useConfig } from '#platform/config.ts';
import { newId } from '#platform/ids.ts';
import type { Superadmin } from '#platform/operations/super-operation.ts';
import { registry } from '#platform/registry.ts';
import { openContext } from '#platform/tenancy/context.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';
import type { TestWorkspace } from '#platform/testing/database.ts';
import { type TestServer } from '#worlds/testing.ts';
import { test } from '#tools/browser-test.ts';
import { complaintsOf } from '#tools/browser.ts';
import type { BrowserContext, Page } from 'playwright-core';
import { asPhone, barriers, newMerchant, type Merchant } from './testing/desk.ts';
import { openDesk, type OpenDesk } from './testing/open-desk.ts';

let server: TestServer;
let desk: OpenDesk;
let olive: Merchant;
let root: BrowserContext;
let page: Page;
let workspaceId: string;
let vendors: { stripe: Awaited<ReturnType<typeof openStripe>>; polar: Awaited<ReturnType<typeof openPolar>> } | undefined;

beforeAll(async () => {
  desk = await openDesk();
  server = desk.server;
  olive = await newMerchant(desk, 'Olive');
  const person = await makePerson({ name: 'Sam Root', email: 'root@example.com', password: 'a long enough password' });
  await platformRead('superadmin', (q) => q.sql`update users set superadmin = true where id = ${person.userId}`);
  root = await desk.browser.newContext({ baseURL: server.url, viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  await root.request.post('/api/auth/sign-in/email', { data: { email: 'root@example.com', password: 'a long enough password' }, headers: { origin: server.url } });
  page = await root.newPage();
  const [row] = await platformRead('superadmin', (q) => q.sql<{ id: string }>`select id from workspaces limit 1`);
  workspaceId = row!.id;
}, 120_000);

afterAll(async () => {
  // What is remembered of the seller for a while is not for the next file.
  const somebody = { userId: newId(), name: 'Root', email: 'root@example.com', requestId: 'superadmin-test' } as unknown as Superadmin;
  await registry.superOperations().find(({ name }) => name === 'super.set-seller')!.call(somebody, { workspace: '' });
  for (const vendor of Object.values(vendors ?? {})) await vendor.close();
  await desk?.close();
});

const PAGES = ['', '/workspaces', '/users', '/tiers', '/billing', '/flags', '/health', '/log'];

async function credentials(): Promise<Record<string, Record<string, string>>> {
  const ctx = openContext({ workspaceId, actor: { kind: 'system', name: 'test' }, capabilities: 'all' });
  const scopes = Object.keys(registry.capabilities()).filter((name) => !name.startsWith('storefront:'));
  const [{ token }, { key }] = await Promise.all([createToken.call(ctx, { name: 'All', scopes }), createStorefront.call(ctx, { name: 'Key' })]);
  const cookie = (await olive.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  return { nobody: {}, 'an owner': { cookie }, 'a token with every scope': { authorization: `Bearer ${token}` }, 'a storefront key': { 'x-storefront-key': key } };
}

/** Status, kind and text of an answer, without what is new in each. */
async function answerOf(method: string, address: string, headers: Record<string, string>): Promise<string> {
  const sent = method === 'GET' ? { headers } : { headers: { ...headers, 'content-type': 'application/json', origin: server.url, 'sec-fetch-site': 'same-origin' }, body: '{}' };
  const answer = await fetch(`${server.url}${address}`, { method, redirect: 'manual', ...sent });
  const body = await answer.text();
  const nonce = /nonce="([^"]+)"|"nonce","([^"]+)"/.exec(body)?.slice(1).find(Boolean) ?? 'none';
  const text = body.replaceAll(nonce, '·').replaceAll(/[0-9a-f-]{36}/g, '·');
  return `${answer.status} ${answer.headers.get('content-type')} ${answer.headers.get('location')} ${text}`;
}

test('for everybody else each address of the area answers as one that was never there', async () => {
  const id = workspaceId;
  const gets = [...PAGES, `/workspaces/${id}`, '.data', '/workspaces.data', '/do/super.change-tier'].map((end) => `/super${end}`).concat('/super/proof');
  const posts = [...registry.superOperations().map(({ name }) => name), 'super.stop-impersonation', 'super.nothing'].map((name) => `/super/do/${name}`);
  for (const [who, headers] of Object.entries(await credentials())) {
    for (const address of gets) expect(await answerOf('GET', `/admin${address}`, headers), `${who} ${address}`).toBe(await answerOf('GET', `/admin${address.replace('super', 'nowhere').replace('super', 'nowhere')}`, headers));
    for (const address of posts) expect(await answerOf('POST', `/admin${address}`, headers), `${who} ${address}`).toBe(await answerOf('POST', `/admin${address.replace('/super/', '/nowhere/')}`, headers));
    expect(await answerOf('GET', '/admin/super', headers)).toMatch(/^404 /);
    expect(await answerOf('GET', '/api/admin/super/workspaces', headers)).toMatch(/^404 /);
  }
}, 120_000);

test('nothing of it stands in the description of the API or the tools of AI clients', async () => {
  for (const address of ['/docs/admin.json', '/docs/storefront.json', '/docs']) expect((await (await fetch(server.url + address)).text()).toLowerCase()).not.toContain('super.');
});

test('an owner’s pages lead nowhere near it', async () => {
  await olive.page.goto(olive.home);
  expect(await olive.page.locator('a[href*="/super"]').count()).toBe(0);
});

test('a superadmin finds a workspace, gives it a tier, and the owner sees it on the usage page', async () => {
  await page.goto('/admin/super/workspaces');
  await page.getByRole('searchbox').fill('Olive');
  await page.getByRole('button', { name: 'Find' }).click();
  await page.waitForURL(/search=Olive/);
  await page.getByRole('link', { name: "Olive's shop" }).click();
  await page.getByRole('button', { name: 'Change tier' }).waitFor();
  await page.getByRole('combobox', { name: 'Tier' }).selectOption('growth');
  await page.getByRole('button', { name: 'Change tier' }).click();
  await page.getByText('Tier changed').waitFor();
  await olive.page.goto(`${olive.home}/usage`);
  await olive.page.getByText('Growth tier', { exact: true }).waitFor();
  expect(await olive.page.getByRole('region', { name: 'Members', exact: true }).getByText('of 50').count()).toBe(1);
});

test('a superadmin sells a tier, and the owner buys it, reads the invoice and ends it', async () => {
  await olive.page.goto(`${olive.home}/settings/billing`);
  await olive.page.getByRole('heading', { name: 'Plans are not for sale here' }).waitFor();
  await page.goto('/admin/super/billing');
  const price = async (name: string, value: string) => page.getByLabel(name, { exact: true }).fill(value);
  await page.getByRole('combobox', { name: 'Tier' }).selectOption('pro');
  await price('Currency', 'AUD');
  await price('By the month', '99.00');
  await page.getByRole('button', { name: 'Set the price' }).click();
  await page.getByText('$99.00').waitFor();
  await page.getByLabel('Workspace', { exact: true }).fill(olive.home.split('/').at(-1)!);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Tiers are sold').waitFor();
  expect(await barriers(page)).toEqual([]);
  await olive.page.reload();
  await olive.page.getByRole('button', { name: 'Choose Pro by the month' }).click();
  await olive.page.getByRole('dialog').getByText('is charged now').waitFor();
  await olive.page.getByLabel('Card number').fill('4242 4242 4242 4242');
  expect(await barriers(olive.page)).toEqual([]);
  await olive.page.getByRole('button', { name: 'Pay and begin' }).click();
  await olive.page.getByText('Invoice 1').waitFor();
  await olive.page.getByText('Running', { exact: true }).waitFor();
  await olive.page.getByRole('button', { name: 'End', exact: true }).click();
  await olive.page.getByRole('button', { name: 'End the plan' }).click();
  await olive.page.getByRole('button', { name: 'Keep it after all' }).waitFor();
  await page.reload();
  await page.getByText(/1 run, 0 are late/).waitFor();
});

test('a superadmin sells through Stripe, and an owner leaves its page, goes on there and is back with the plan; then a product of Polar stands for a tier', async () => {
  vendors = { stripe: await openStripe(), polar: await openPolar() };
  const ctx = openContext({ workspaceId, actor: { kind: 'system', name: 'test' }, capabilities: 'all' });
  const seller = { workspaceId, ctx } as TestWorkspace;
  const bea = await newMerchant(desk, 'Bea');
  const sellBy = async (provider: string) => {
    await page.goto('/admin/super/billing');
    await page.getByLabel('By', { exact: true }).selectOption(provider);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
  };
  await connectStripe(seller);
  await sellBy('stripe');
  await page.getByText('Tiers are sold').waitFor();
  useConfig({ PUBLIC_URL: server.url });
  await bea.page.goto(`${bea.home}/settings/billing`);
  await bea.page.getByRole('button', { name: 'Choose Pro by the month' }).click();
  await bea.page.getByRole('dialog').getByText('is charged as soon as it is kept').waitFor();
  await bea.page.getByRole('button', { name: 'Go on to Stripe' }).click();
  await bea.page.getByRole('link', { name: 'Back to the shop' }).click();
  await bea.page.getByText('Pro: we are waiting for Stripe.').waitFor();
  expect(await barriers(bea.page)).toEqual([]);
  await bea.page.getByRole('link', { name: 'Go on at Stripe' }).click();
  await bea.page.getByRole('link', { name: 'Keep this card' }).click();
  await bea.page.getByText('Running', { exact: true }).waitFor();
  await bea.page.getByText('Invoice 1').waitFor();
  useConfig({ PUBLIC_URL: undefined });
  await bea.context.close();
  await connectPolar(seller);
  makeProduct(vendors.polar.double, seller, { name: 'Plan pro', price: 9_900 });
  await sellBy('polar');
  await page.getByRole('heading', { name: 'Products at Polar' }).waitFor();
  await page.getByRole('combobox', { name: 'Tier' }).selectOption('pro');
  await page.getByRole('button', { name: 'Sell it' }).click();
  await page.getByRole('button', { name: 'Remove Plan pro' }).waitFor();
  expect(await barriers(page)).toEqual([]);
});

test('suspended with a reason, the shop is closed and the owner reads why; restored, they are back', async () => {
  await page.goto(`/admin/super/workspaces/${workspaceId}`);
  await page.getByRole('button', { name: 'Suspend' }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('Unpaid since March');
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click();
  await page.getByText('Unpaid since March').waitFor();
  const [front] = await platformRead('superadmin', (q) => q.sql<{ slug: string }>`select slug from storefronts limit 1`);
  expect((await fetch(`${server.url}/shops/${front!.slug}`)).status).toBe(503);
  await olive.page.goto(`${olive.home}/orders`);
  await olive.page.getByRole('heading', { name: /is suspended/ }).waitFor();
  await olive.page.getByText('Unpaid since March').waitFor();
  expect(await barriers(olive.page)).toEqual([]);
  await page.getByRole('button', { name: 'Open again' }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('Paid');
  await page.getByRole('dialog').getByRole('button', { name: 'Open again' }).click();
  await page.getByRole('button', { name: 'Suspend' }).waitFor();
  await olive.page.goto(olive.home);
  await olive.page.getByRole('heading', { name: 'Home', level: 1 }).waitFor();
  expect((await fetch(`${server.url}/shops/${front!.slug}`)).status).toBe(200);
});

test('through a member’s eyes with a banner on every page, until stop; the owner reads it in the audit log', async () => {
  await page.goto(`/admin/super/workspaces/${workspaceId}`);
  await page.getByRole('button', { name: 'Look as Olive' }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('Asked about taxes');
  await page.getByRole('dialog').getByRole('button', { name: 'Look as them' }).click();
  await page.getByText(/You, Sam Root, see and act as/).waitFor();
  for (const each of ['/orders', '/settings/taxes']) {
    await page.goto(olive.home + each);
    await page.getByText(/You, Sam Root, see and act as/).waitFor();
    expect(await barriers(page)).toEqual([]);
  }
  expect((await page.goto('/admin/super'))!.status(), 'no way further').toBe(404);
  await page.goto('/admin/account');
  await page.getByText(/You, Sam Root, see and act as/).waitFor();
  await page.getByText('Only Olive sees and changes this page').waitFor();
  expect(await page.getByRole('heading', { name: 'Passkeys' }).count()).toBe(0);
  expect(await barriers(page)).toEqual([]);
  await page.goto(olive.home);
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  expect((await page.goto(olive.home))!.status(), 'Sam is no member').toBe(404);
  await olive.page.goto(`${olive.home}/audit`);
  await olive.page.getByText('Sam Root (superadmin)').first().waitFor();
}, 120_000);

test('on a public installation the area asks to set a second factor up first, then for its code again after twelve hours', async () => {
  const inDesk = { width: 1440, height: 900 };
  await page.setViewportSize(inDesk);
  useConfig({ PUBLIC_URL: server.url });
  await page.goto('/admin/super/users');
  await page.getByRole('heading', { name: 'Set up a second factor first' }).waitFor();
  expect(await barriers(page)).toEqual([]);
  const refused = await root.request.post('/admin/super/do/super.change-tier', { data: { id: workspaceId, tier: 'pro' }, headers: { origin: server.url, 'sec-fetch-site': 'same-origin' } });
  expect([refused.status(), ((await refused.json()) as { code: string }).code]).toEqual([403, 'second_factor']);
  const headers = { origin: server.url };
  const { totpURI } = (await (await root.request.post('/api/auth/two-factor/enable', { data: { password: 'a long enough password' }, headers })).json()) as { totpURI: string };
  expect((await root.request.post('/api/auth/two-factor/verify-totp', { data: { code: codeOf(totpURI) }, headers })).status()).toBe(200);
  await page.goto('/admin/super/users');
  await page.getByRole('heading', { name: 'People', level: 1 }).waitFor();
  await platformRead('superadmin', (q) => q.sql`update sessions set second_factor_at = now() - interval '13 hours'`);
  forgetSessions();
  for (const look of ['desk', 'phone']) {
    if (look === 'phone') await asPhone(page);
    await page.goto('/admin/super/users?page=1');
    await page.getByRole('heading', { name: 'Prove that it is you' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize(inDesk);
  await page.getByLabel('Code').fill('000000');
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByText('That code is not right').waitFor();
  await page.getByLabel('Code').fill(codeOf(totpURI));
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('heading', { name: 'People', level: 1 }).waitFor();
  expect(new URL(page.url()).pathname + new URL(page.url()).search, 'where they wanted to go').toBe('/admin/super/users?page=1');
  useConfig({ PUBLIC_URL: undefined });
}, 120_000);

test('every page of the area fits a phone and a desk, in the light and the dark, without a barrier or a complaint', async () => {
  const complaints = complaintsOf(page);
  for (const colorScheme of ['light', 'dark'] as const)
    for (const each of [...PAGES, `/workspaces/${workspaceId}`]) {
      if (colorScheme === 'dark') await asPhone(page);
      await page.emulateMedia({ colorScheme });
      await page.goto(`/admin/super${each}`);
      expect(await page.getByRole('heading', { level: 1 }).count(), each).toBe(1);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), each).toBeLessThanOrEqual(0);
      expect(await barriers(page), each).toEqual([]);
    }
  expect(complaints.filter((each) => !each.endsWith('net::ERR_ABORTED'))).toEqual([]);
}, 120_000);
