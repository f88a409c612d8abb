import { afterAll, beforeAll, expect, test } from 'vitest';
import { askDeletion, auditList, cancelDeletion, contextForMember, createToken, leaveWorkspace, personOf, renameWorkspace, transferWorkspace } from '#modules/accounts/index.ts';
import { joinAs, ownShop, signUp } from '#modules/accounts/testing.ts';
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

test('whoever takes a list home leaves their name, the list and how it was filtered; a refused export leaves nothing', async () => {
  const token = await tokenFor('Collector', ['products:read', 'customers:read', 'audit:read']);
  const take = (address: string) => fetch(`${server.url}/api/admin/${address}`, { headers: { authorization: `Bearer ${token}` } });
  await (await take('exports/customers.list?q=ana&filter[ordersCount]=1..&sort=name&columns=name,email')).text();
  await (await take('products/export.csv?status=draft')).text();
  expect((await take('exports/orders.list')).status).toBe(403);
  expect((await take('exports/customers.list?columns=secret')).status).toBe(400);
  const { data } = await asProgram<{ data: (Entry & { input: object })[] }>(token, 'GET', '/audit?filter[operation]=exports.download&sort=at');
  expect(data.map(({ actorName, record, recordId }) => ({ actorName, record, recordId }))).toEqual([
    { actorName: 'Collector', record: 'export', recordId: 'customers.list' },
    { actorName: 'Collector', record: 'export', recordId: 'products' },
  ]);
  expect(data[0]!.changes).toMatchObject([{ after: { format: 'csv', q: 'ana', filter: { ordersCount: '1..' }, sort: 'name', columns: ['name', 'email'] } }]);
  expect(data[1]!.changes).toMatchObject([{ after: { format: 'csv', status: 'draft' } }]);
});

test('the life of a workspace stands in its own log: made, renamed, handed over, left, put down for deletion and kept', async () => {
  const olive = await signUp('Olive');
  const shop = await ownShop(olive, 'First name');
  const { browser: mia, memberId } = await joinAs(shop.ctx, 'admin', 'Mia');
  const [asOlive, asMia] = [personOf((await olive.session())!, 'life'), personOf((await mia.session())!, 'life')];
  const id = shop.workspaceId;
  await renameWorkspace.call(asOlive, { id, name: 'Second name' });
  await transferWorkspace.call(asOlive, { id, memberId });
  await leaveWorkspace.call(asOlive, { id });
  await askDeletion.call(asMia, { id, name: 'Second name', sure: true });
  await cancelDeletion.call(asMia, { id });
  const log = contextForMember((await mia.session())!, id);
  const { data } = await auditList.call(log, { sort: 'at', limit: 50 });
  const told = data.map((row) => `${row['actorName']}: ${row['operation']}`);
  expect(told.filter((line) => /workspaces|invitations\.accept/.test(line))).toEqual([
    'Olive: workspaces.create',
    'Mia: invitations.accept',
    'Olive: workspaces.rename',
    'Olive: workspaces.transfer',
    'Olive: workspaces.leave',
    'Mia: workspaces.ask-deletion',
    'Mia: workspaces.ask-deletion',
  ]);
  const renamed = data.find((row) => row['operation'] === 'workspaces.rename') as { changes?: object[] } | undefined;
  expect(renamed?.changes).toMatchObject([{ before: { name: 'First name' }, after: { name: 'Second name' } }]);
});
