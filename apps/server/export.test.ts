import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createToken, updateWorkspaceSettings } from '#modules/accounts/index.ts';
import { createCustomer, customerList } from '#modules/customers/index.ts';
import { asCsv } from '#platform/http/list-export.ts';
import { openContext } from '#platform/tenancy/context.ts';
import { openShop, startServer, type TestServer, type TestShop } from '#worlds/testing.ts';

let server: TestServer;
let shop: TestShop;
let token: string;

beforeAll(async () => {
  server = await startServer({ timers: 'off' });
  shop = await openShop(server.house, { things: [] });
  const system = openContext({ workspaceId: shop.workspaceId, actor: { kind: 'system', name: 'test' }, capabilities: 'all' });
  token = (await createToken.call(system, { name: 'Export', scopes: ['customers:read'] })).token!;
}, 120_000);
afterAll(() => server.stop());

const get = (path: string, bearer = token) => fetch(`${server.url}/api/admin/exports/${path}`, { headers: { authorization: `Bearer ${bearer}` } });

test('the export holds every matching customer, not a page of them, and no other', async () => {
  await shop.ctx.transaction((tx) => tx.sql`insert into customers (email, name) select 'c' || n || '@example.test', case when n % 10 = 0 then '=1+' || n else 'Customer ' || n end from generate_series(1, 2500) n`);
  const answer = await get('customers.list?q=Customer&columns=name,totalSpent');
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="customers-\d{4}-\d\d-\d\d\.csv"$/);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = new TextDecoder().decode(bytes).trimEnd().split('\r\n');
  expect(lines[0]).toBe('Name,Spent,Spent currency');
  expect(new Set(lines.slice(1)).size).toBe(2_250);
  expect(lines).not.toContainEqual(expect.stringMatching(/^=/));
});

test('lines of JSON are the rows of the API', async () => {
  const lines = (await (await get('customers.list?format=jsonl&sort=email')).text()).trimEnd().split('\n').map((line) => JSON.parse(line) as { id: string });
  const page = await customerList.call(shop.ctx, { sort: 'email', limit: 250 });
  expect(lines.slice(0, 250)).toEqual(page.data);
  expect(lines).toHaveLength(2_500);
});

test('who may not see a list may not take it home, and a strange list or column is refused in words', async () => {
  expect((await get('orders.list')).status).toBe(403);
  expect((await get('orders.get')).status).toBe(404);
  expect((await get('storefront.products.list')).status).toBe(404);
  expect(await (await get('customers.list?columns=secret')).json()).toMatchObject({ code: 'invalid' });
  expect(await (await get('customers.list?filter[secret]=1')).json()).toMatchObject({ code: 'invalid' });
  expect((await fetch(`${server.url}/api/admin/exports/customers.list`)).status).toBe(401);
});

test('a bare date means that day where the shop is', async () => {
  await updateWorkspaceSettings.call(shop.ctx, { timeZone: 'Australia/Sydney' });
  const { id } = await createCustomer.call(shop.ctx, { email: 'midnight@example.test' });
  // 31 January, 13:30 in Greenwich, is half past midnight of the first of February in Sydney.
  await shop.ctx.transaction((tx) => tx.sql`update customers set created_at = '2024-01-31T13:30:00Z' where id = ${id}`);
  const on = async (createdAt: string) => (await customerList.call(shop.ctx, { filter: { createdAt } })).total;
  expect(await on('2024-02-01..2024-02-01')).toBe(1);
  expect(await on('2024-01-31..2024-01-31')).toBe(0);
  expect(await on('2024-01-31T13:30:00Z..2024-01-31T13:30:00Z')).toBe(1);
  // The night the clocks go back has 25 hours, and all of them belong to the day.
  await shop.ctx.transaction((tx) => tx.sql`update customers set created_at = '2024-04-07T13:45:00Z' where id = ${id}`);
  expect(await on('2024-04-07..2024-04-07')).toBe(1);
  await expect(on('2024-02-31..')).rejects.toMatchObject({ code: 'invalid' });
});

test('a long export needs no more memory than a short one', async () => {
  await shop.ctx.transaction((tx) => tx.sql`insert into customers (email, name) select 'm' || n || '@example.test', repeat('long name ', 5) || n from generate_series(1, 60000) n`);
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  const used = () => (gc(), process.memoryUsage().heapUsed + process.memoryUsage().external);
  const before = used();
  let [most, pieces, bytes] = [0, 0, 0];
  for await (const piece of asCsv(customerList.list!.through(shop.ctx, {}), { columns: customerList.columns!, timeZone: 'UTC' })) {
    bytes += piece.length;
    if (++pieces % 10 === 0) most = Math.max(most, used() - before);
  }
  expect(bytes).toBeGreaterThan(6_000_000);
  expect(most).toBeLessThan(4_000_000);
}, 120_000);
