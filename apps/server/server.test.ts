import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createToken } from '#modules/accounts/index.ts';
import { openContext } from '#platform/tenancy/context.ts';
import { openShop, startServer, type TestServer, type TestShop } from '#worlds/testing.ts';

let server: TestServer;
let shop: TestShop;

beforeAll(async () => {
  server = await startServer();
  shop = await openShop(server.house);
});
afterAll(() => server.stop());

const asShopper = (path: string, init: RequestInit = {}, where = shop) =>
  fetch(`${server.url}/api/storefront${path}`, { ...init, headers: { 'x-storefront-key': where.key, 'content-type': 'application/json', ...init.headers } });

async function tokenWith(scopes: string[]): Promise<string> {
  const ctx = openContext({ workspaceId: shop.workspaceId, actor: { kind: 'system', name: 'test' }, capabilities: 'all' });
  return (await createToken.call(ctx, { name: 'Test token', scopes })).token!;
}

test('a storefront developer without a key hears what to send', async () => {
  const answer = await fetch(`${server.url}/api/storefront/products`);
  expect(answer.status).toBe(401);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(await answer.json()).toMatchObject({ code: 'unauthenticated', title: expect.stringContaining('X-Storefront-Key'), requestId: expect.any(String) });
});

test('the products of the shop come with prices, and an unchanged answer costs nothing to fetch again', async () => {
  const answer = await asShopper('/products');
  const { data } = (await answer.json()) as { data: { title: string; price: { amount: number } }[] };
  expect(data.map((p) => p.title).toSorted()).toEqual(['Blue mug', 'Last lamp', 'Sold out scarf']);
  expect(data.find((p) => p.title === 'Blue mug')?.price).toEqual({ amount: 1850, currency: 'AUD' });
  // Availability reaches the list a moment after the stock was counted; from then on nothing changes.
  await expect.poll(async () => {
    const etag = (await asShopper('/products')).headers.get('etag')!;
    return (await asShopper('/products', { headers: { 'if-none-match': etag } })).status;
  }).toBe(304);
});

test('a cached answer gives way the moment the merchant changes a product', async () => {
  await asShopper('/products');
  const token = await tokenWith(['products:read', 'products:write']);
  const id = shop.products['Blue mug']!;
  const change = await fetch(`${server.url}/api/admin/products/${id}`, { method: 'PATCH', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify({ title: 'Bluest mug' }) });
  expect(change.status, await change.clone().text()).toBe(200);
  await expect.poll(async () => ((await (await asShopper('/products')).json()) as { data: { title: string }[] }).data.map((p) => p.title)).toContain('Bluest mug');
});

test('bad JSON, a wrong type and a huge body are refused in words', async () => {
  const bad = await asShopper('/cart', { method: 'POST', body: '{not json' });
  expect(await bad.json()).toMatchObject({ code: 'invalid', status: 400 });
  const wrong = await asShopper('/cart', { method: 'POST', body: JSON.stringify({ lines: [{ variantId: 'x', quantity: 1 }] }) });
  expect(await wrong.json()).toMatchObject({ code: 'invalid', fields: expect.any(Object) });
  const huge = await asShopper('/cart', { method: 'POST', body: JSON.stringify({ note: 'x'.repeat(5_000_000) }) });
  expect(huge.status).toBe(413);
});

test('a repeated Idempotency-Key gives the same cart', async () => {
  const body = JSON.stringify({ lines: [{ variantId: shop.variants['Blue mug'], quantity: 1 }] });
  const [first, second] = await Promise.all([1, 2].map(async () => (await asShopper('/cart', { method: 'POST', body, headers: { 'idempotency-key': 'one cart' } })).json())) as { id: string }[];
  expect(first!.id).toBeTruthy();
  expect(second!.id).toBe(first!.id);
});

test('a free shop is told its limit and held to it; another shop does not feel it', async () => {
  const small = await openShop(server.house, { tier: 'free', things: [] });
  const answers = await Promise.all(Array.from({ length: 130 }, () => asShopper('/categories', {}, small)));
  expect(answers.filter((a) => a.status === 200)).toHaveLength(100);
  const refused = answers.find((a) => a.status === 429)!;
  expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
  expect(answers[0]!.headers.get('ratelimit-limit')).toBe('100');
  expect((await asShopper('/categories')).status).toBe(200);
});

test('a token does what its scopes allow and nothing else', async () => {
  const token = await tokenWith(['products:read']);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  expect((await fetch(`${server.url}/api/admin/products`, { headers })).status).toBe(200);
  const refused = await fetch(`${server.url}/api/admin/products`, { method: 'POST', headers, body: JSON.stringify({ title: 'No' }) });
  expect(await refused.json()).toMatchObject({ code: 'forbidden', needs: 'products:write' });
});

test('an AI client lists and calls exactly what its token may use', async () => {
  const token = await tokenWith(['products:read', 'products:write']);
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(new StreamableHTTPClientTransport(new URL(`${server.url}/mcp`), { requestInit: { headers: { authorization: `Bearer ${token}` } } }));
  const { tools } = await client.listTools();
  const names = tools.map((t) => t.name);
  expect(names).toContain('products_list');
  expect(names).toContain('products_create');
  expect(names.filter((n) => n.startsWith('orders_'))).toEqual([]);
  const made = await client.callTool({ name: 'products_create', arguments: { title: 'Made by a machine', status: 'active' } });
  expect(made.isError ?? false).toBe(false);
  const refused = await client.callTool({ name: 'products_get', arguments: { id: '00000000-0000-7000-8000-000000000000' } });
  expect(refused.isError).toBe(true);
  await client.close();
});

test('the API describes itself: OpenAPI 3.1 with every operation and view, and a page for people', async () => {
  const storefront = (await (await fetch(`${server.url}/docs/storefront.json`)).json()) as { openapi: string; paths: Record<string, unknown> };
  expect(storefront.openapi).toBe('3.1.0');
  expect(Object.keys(storefront.paths)).toEqual(expect.arrayContaining(['/products', '/products/{id}', '/categories', '/cart', '/customers', '/customers/auth']));
  const page = await (await fetch(`${server.url}/docs`)).text();
  expect(page).toContain('/api/admin/products');
  expect(page).toContain('product.created');
});

test('health, readiness and figures are there for the operator', async () => {
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  expect(await (await fetch(`${server.url}/readyz`)).json()).toEqual({ ready: true });
  expect(await (await fetch(`${server.url}/metrics`)).text()).toContain('quickdash_http_request_seconds_count');
});

test('pages carry the security headers', async () => {
  const answer = await fetch(`${server.url}/docs`);
  expect(answer.headers.get('content-security-policy')).toContain(`default-src 'self'`);
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
});

test('another site may not use the key of a shop with a domain, nor post to the dashboard with our cookie', async () => {
  const { updateStorefront } = await import('#modules/storefronts/index.ts');
  await updateStorefront.call(shop.ctx, { id: shop.storefrontId, domain: 'mugs.example.test' });
  const foreign = await asShopper('/products', { headers: { origin: 'https://evil.example' } });
  expect(foreign.status).toBe(403);
  const own = await asShopper('/products', { headers: { origin: 'https://mugs.example.test' } });
  expect(own.status).toBe(200);
  expect(own.headers.get('access-control-allow-origin')).toBe('https://mugs.example.test');
});

test('a storefront that asks for its secret answers the shop’s own server only; a page cannot send it, and a replaced secret stops at once', async () => {
  const { regenerateStorefrontSecret, updateStorefront } = await import('#modules/storefronts/index.ts');
  const own = await openShop(server.house, { things: [] });
  const ask = async (secret?: string) => (await asShopper('/categories', secret === undefined ? {} : { headers: { 'x-storefront-secret': secret } }, own)).status;
  await expect(updateStorefront.call(own.ctx, { id: own.storefrontId, needsSecret: true })).rejects.toMatchObject({ code: 'conflict' });
  const { secret } = await regenerateStorefrontSecret.call(own.ctx, { id: own.storefrontId });
  expect([await ask(), await ask(secret), await ask(`${secret}x`), await ask('')]).toEqual([200, 200, 401, 401]);
  await updateStorefront.call(own.ctx, { id: own.storefrontId, needsSecret: true });
  expect([await ask(), await ask(secret)]).toEqual([401, 200]);
  const preflight = await fetch(`${server.url}/api/storefront/categories`, { method: 'OPTIONS', headers: { origin: 'https://shop.example' } });
  expect(preflight.headers.get('access-control-allow-headers')).not.toMatch(/secret/i);
  const { secret: next } = await regenerateStorefrontSecret.call(own.ctx, { id: own.storefrontId });
  expect([await ask(secret), await ask(next)]).toEqual([401, 200]);
});

test('an AI client that asks too often is told to wait, together with everything else its token does', async () => {
  const token = await tokenWith(['products:read']);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
  const ask = () => fetch(`${server.url}/mcp`, { method: 'POST', headers, body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} }) });
  expect((await ask()).status).toBe(200);
  const spend = (count: number) => Promise.all(Array.from({ length: count }, () => fetch(`${server.url}/api/admin/products?limit=1`, { headers })));
  let refused = await ask();
  // A new minute may begin in between; then the budget is whole again.
  for (let round = 0; round < 3 && refused.status === 200; round++) {
    await spend(1_200);
    refused = await ask();
  }
  expect(refused.status).toBe(429);
  expect(await refused.json()).toMatchObject({ code: 'rate_limited', limit: 1_200 });
  expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
  const another = await tokenWith(['products:read']);
  expect((await fetch(`${server.url}/mcp`, { method: 'POST', headers: { ...headers, authorization: `Bearer ${another}` }, body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} }) })).status).toBe(200);
}, 120_000);
