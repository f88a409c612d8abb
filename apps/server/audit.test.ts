import { afterAll, beforeAll, expect, test } from 'vitest';
import { createToken } from '#modules/accounts/index.ts';
import { openContext } from '#platform/tenancy/context.ts';
import { openShop, startServer, type TestServer, type TestShop } from '#worlds/testing.ts';

let server: TestServer;
let shop: TestShop;

beforeAll(async () => {
  server = await startServer();
  shop = await openShop(server.house, { things: [{ title: 'Mug', price: 1_000 }] });
});
afterAll(() => server.stop());

interface Entry {
  operation: string;
  actorKind: string;
  actorName: string;
  record: string;
  recordId: string;
  changes: { before?: object; after?: object }[];
  requestId: string;
  address: string;
}

async function tokenFor(name: string, scopes: string[]): Promise<string> {
  const ctx = openContext({ workspaceId: shop.workspaceId, actor: { kind: 'system', name: 'test' }, capabilities: 'all' });
  return (await createToken.call(ctx, { name, scopes })).token!;
}

async function asProgram<T>(token: string, method: string, path: string, body?: object): Promise<T> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'x-request-id': 'audit-test-01' };
  const answer = await fetch(`${server.url}/api/admin${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  return (await answer.json()) as T;
}

test('a change made by a program is found again: who, what before and after, from where, under which request', async () => {
  const token = await tokenFor('Price robot', ['products:read', 'products:write', 'audit:read']);
  const id = shop.products.Mug!;
  await asProgram(token, 'PATCH', `/products/${id}`, { title: 'Big mug' });
  const found = await asProgram<{ data: Entry[]; total: number }>(token, 'GET', `/audit?filter[recordId]=${id}&filter[operation]=products.update`);
  expect(found.total).toBe(1);
  expect(found.data[0]).toMatchObject({ actorKind: 'token', actorName: 'Price robot', recordId: id, requestId: 'audit-test-01', address: expect.stringContaining('127.0.0.1') });
  expect(JSON.stringify(found.data[0]!.changes)).toContain('Big mug');
  expect(JSON.stringify(found.data[0]!.changes.map((change) => change.before))).toContain('"Mug"');
  const searched = await asProgram<{ total: number }>(token, 'GET', '/audit?q=robot+update');
  expect(searched.total).toBe(1);
});

test('a refused change leaves no entry, and who may not read the audit does not', async () => {
  const token = await tokenFor('Blind robot', ['products:write']);
  await asProgram(token, 'PATCH', `/products/${shop.products.Mug}`, { title: '' });
  const entries = await shop.ctx.read((r) => r.sql`select 1 from audit_entries where actor_name = 'Blind robot'`);
  expect(entries).toEqual([]);
  expect(await asProgram(token, 'GET', '/audit')).toMatchObject({ code: 'forbidden', needs: 'audit:read' });
});
