import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import { house } from '#connectors/house.ts';
import { capabilitiesOf, createToken } from '#modules/accounts/index.ts';
import { isTenantTable } from '#platform/db/tables.ts';
import { registry } from '#platform/registry.ts';
import { platformTables } from '#platform/tables.ts';
import { openContext } from '#platform/tenancy/context.ts';
import { sampleInput } from '#platform/testing/sample-input.ts';
import { fillEveryTable, fingerprintOf } from '#worlds/everything.ts';
import { openShop, startServer, type TestServer, type TestShop } from '#worlds/testing.ts';

/** Somebody who may only read, and a token that may only read, before every verb there is. */
let server: TestServer;
let shop: TestShop;
let token: string;

registry.load(house);
const tables = [platformTables, ...house.map((m) => m.tables)].flatMap((each) => Object.values(each)).filter((t): t is PgTable => isTenantTable(t)).map((t) => getTableConfig(t).name);

beforeAll(async () => {
  server = await startServer({ timers: 'off' });
  shop = await openShop(server.house);
  await fillEveryTable(shop, tables);
  const system = openContext({ workspaceId: shop.workspaceId, actor: { kind: 'system', name: 'walk' }, capabilities: 'all' });
  const scopes = capabilitiesOf('viewer').filter((name) => name.endsWith(':read'));
  token = (await createToken.call(system, { name: 'Only reads', scopes })).token!;
}, 120_000);
afterAll(() => server.stop());

// That the token was used, and that a request was made, is noted; nothing else may differ.
const fingerprint = () => fingerprintOf(shop.workspaceId, tables.filter((table) => !['api_tokens', 'usage_days'].includes(table)));

// What everybody does with their own bell, sidebar and lists is no change of the shop: it needs a permission that every role has.
const writing = registry.operations().filter((op) => op.on === 'admin' && !capabilitiesOf('viewer').includes(op.needs));

test('a viewer holds nothing that changes the shop', () => {
  const verbs = registry.operations().filter((op) => op.on === 'admin' && capabilitiesOf('viewer').includes(op.needs));
  expect(verbs.map((op) => op.needs).filter((needs) => needs.endsWith(':write'))).toEqual([]);
  expect(writing.length).toBeGreaterThan(40);
});

describe('every writing operation', () => {
  test.each(writing.map((op) => [op.name, op] as const))('%s: refuses a viewer and a reading token, with no trace', async (_name, op) => {
    const before = await fingerprint();
    const id = Object.values(shop.products)[0]!;
    const input = sampleInput(op.input, { id: () => id });
    const viewer = shop.as(capabilitiesOf('viewer'));
    await expect(op.call(viewer, input as never)).rejects.toMatchObject({ code: 'forbidden' });
    const answer = await fetch(`${server.url}/api/admin${op.route.path.replaceAll(/:\w+/g, id)}`, { method: op.route.method, headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: JSON.stringify(input) });
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: 'forbidden' });
    expect(await fingerprint()).toEqual(before);
  });
});
