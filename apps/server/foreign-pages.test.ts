import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownShop, signUp, type Browser } from '#modules/accounts/testing.ts';
import { startServer, type TestServer } from '#worlds/testing.ts';

let server: TestServer;
let ana: Browser & { email: string };
let workspaceId: string;

beforeAll(async () => {
  server = await startServer();
  ana = await signUp('Ana');
  ({ workspaceId } = await ownShop(ana, 'Ana’s shop'));
});
afterAll(() => server.stop());

const sends = (path: string, body: object, headers: Record<string, string>) =>
  fetch(`${server.url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', cookie: ana.cookie, 'x-workspace-id': workspaceId, ...headers }, body: JSON.stringify(body) });

test('a page of another site cannot act with the merchant’s cookie; our own page can', async () => {
  const tries: Record<string, string>[] = [{ origin: 'https://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }];
  for (const headers of tries) {
    const answer = await sends('/api/admin/products', { title: 'Planted' }, headers);
    expect(await answer.json()).toMatchObject({ status: 403, code: 'forbidden' });
  }
  expect((await sends('/api/admin/products', { title: 'Meant' }, { origin: server.url })).status).toBe(201);
  const list = (await (await fetch(`${server.url}/api/admin/products`, { headers: { cookie: ana.cookie } })).json()) as { data: { title: string }[] };
  expect(list.data.map((product) => product.title)).toEqual(['Meant']);
});

test('opening a workspace over HTTP: from our own page only', async () => {
  expect((await sends('/api/account/workspaces', { name: 'Planted' }, { origin: 'https://evil.example' })).status).toBe(403);
  expect((await sends('/api/account/workspaces', { name: 'Second shop' }, { origin: server.url })).status).toBe(201);
});

test('a browser on another domain can read why it was refused', async () => {
  const answer = await fetch(`${server.url}/api/storefront/products`, { headers: { origin: 'https://shop.example', 'x-storefront-key': 'qsk_nobody' } });
  expect(answer.status).toBe(401);
  expect(answer.headers.get('access-control-allow-origin')).toBe('https://shop.example');
});

test('a form on another site cannot fill a shopper’s cart', async () => {
  const answer = await fetch(`${server.url}/cart/lines`, { method: 'POST', headers: { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' }, body: 'quantity=1' });
  expect(answer.status).toBe(403);
});

test('a browser of another site is told before it asks what it may send', async () => {
  const answer = await fetch(`${server.url}/api/storefront/cart`, { method: 'OPTIONS', headers: { origin: 'https://shop.example', 'access-control-request-method': 'POST' } });
  expect(answer.status).toBe(204);
  expect(answer.headers.get('access-control-allow-origin')).toBe('https://shop.example');
  expect(answer.headers.get('access-control-allow-headers')).toContain('X-Storefront-Key');
  expect(answer.headers.get('access-control-allow-credentials'), 'cookies never travel with it').toBeNull();
});

test('pages run no foreign scripts and stand in no foreign frame', async () => {
  for (const path of ['/admin/sign-in', '/']) {
    const { headers } = await fetch(`${server.url}${path}`);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`frame-ancestors 'none'`);
    expect(policy).not.toContain('unsafe-eval');
    expect(/script-src [^;]*/.exec(policy)?.[0] ?? `default-src 'self'`).not.toContain('unsafe-inline');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  }
});

test('every answer carries its request id, the caller’s own when it is a sane one', async () => {
  const ask = (id: string) => fetch(`${server.url}/api/admin/products`, { headers: { 'x-request-id': id, cookie: ana.cookie } });
  expect((await ask('till-7-000042')).headers.get('x-request-id')).toBe('till-7-000042');
  expect((await ask('<script>')).headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  const refused = await fetch(`${server.url}/api/admin/products`, { headers: { 'x-request-id': 'till-7-000043' } });
  expect(await refused.json()).toMatchObject({ code: 'unauthenticated', requestId: 'till-7-000043' });
});
