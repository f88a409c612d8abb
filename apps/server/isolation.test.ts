import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { isTenantTable } from '#platform/db/tables.ts';
import { pool } from '#platform/db/pools.ts';
import { Refusal } from '#platform/refusal.ts';
import { registry } from '#platform/registry.ts';
import { house } from '#connectors/house.ts';
import { platformTables } from '#platform/tables.ts';
import { createToken } from '#modules/accounts/index.ts';
import { openContext } from '#platform/tenancy/context.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';
import { sampleInput } from '#platform/testing/sample-input.ts';
import { openShop, startServer, type TestServer, type TestShop } from '#worlds/testing.ts';
import { fillEveryTable, fingerprintOf, MARK } from '#worlds/everything.ts';

/** Walks every tenant table, operation, view and route with another workspace's credentials. Nobody keeps a list by hand. */
let server: TestServer;
let alpha: TestShop;
let beta: TestShop;
const idsOfAlpha: string[] = [];

registry.load(house);
const tenantTables = [platformTables, ...house.map((m) => m.tables)]
  .flatMap((tables) => Object.values(tables))
  .filter((t): t is PgTable => is(t, PgTable) && isTenantTable(t))
  .map((t) => getTableConfig(t).name);

beforeAll(async () => {
  server = await startServer({ timers: 'off' });
  alpha = await openShop(server.house);
  beta = await openShop(server.house, { things: [] });
  await fillEveryTable(alpha, tenantTables);
  for (const table of tenantTables) {
    const rows = await platformRead('superadmin', (q) => q.query<{ id: string }>(`select id from "${table}" where workspace_id = $1`, [alpha.workspaceId]));
    idsOfAlpha.push(...rows.map((r) => r.id));
  }
});
afterAll(() => server.stop());

const fingerprint = () => fingerprintOf(alpha.workspaceId, tenantTables);

const TOGETHER = 12;

/** Verbs and questions a dozen at a time: what stands in the tables is compared around each dozen. */
function dozens<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / TOGETHER) }, (_, i) => items.slice(i * TOGETHER, (i + 1) * TOGETHER));
}

describe('every table', () => {
  test.each(tenantTables)('%s: holds rows of one workspace that the other neither sees nor changes', async (table) => {
    const [own] = await platformRead('superadmin', (q) => q.query<{ n: number }>(`select count(*) as n from "${table}" where workspace_id = $1`, [alpha.workspaceId]));
    expect(own!.n, `the walk needs at least one row in ${table}`).toBeGreaterThan(0);
    const seen = await beta.ctx.read((r) => r.query(`select 1 from "${table}" where workspace_id = $1`, [alpha.workspaceId]));
    expect(seen).toEqual([]);
    for (const attack of [`update "${table}" set id = id where workspace_id = $1 returning id`, `delete from "${table}" where workspace_id = $1 returning id`]) {
      const touched = await beta.ctx.transaction((tx) => tx.query(attack, [alpha.workspaceId])).catch((error: Error) => {
        expect(error.message).toMatch(/permission denied/);
        return [];
      });
      expect(touched).toEqual([]);
    }
    const { rows } = await pool('app').query(`select 1 from "${table}"`);
    expect(rows, 'without a workspace nothing is seen').toEqual([]);
  });
});

describe('every operation and view', () => {
  const items = [...registry.operations(), ...registry.views()];

  test.each(dozens(items).map((some) => [some.map((item) => item.name).join(', '), some] as const))('called from the other workspace with our ids, they change nothing of ours and show nothing of ours: %s', async (_names, some) => {
    const before = await fingerprint();
    for (const item of some) {
      for (const id of sampleIds(item.name)) {
        const input = sampleInput(item.input, { id: () => id });
        const answer = await (item.call as (ctx: unknown, input: unknown) => Promise<unknown>)(item.on === 'admin' ? beta.ctx : beta.storefront(), input).catch(expectedError);
        expect(JSON.stringify(answer ?? null), item.name).not.toContain(MARK);
      }
    }
    expect(await fingerprint()).toEqual(before);
  });

  test.each(items.map((item) => [item.name, item] as const))('%s: refuses somebody without its permission', async (_name, item) => {
    const input = sampleInput(item.input, { id: () => idsOfAlpha[0]! });
    await expect((item.call as (ctx: unknown, input: unknown) => Promise<unknown>)(alpha.as([]), input)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

// A handful of ours that a verb of that noun could be after, plus one of anything.
function sampleIds(name: string): string[] {
  const step = Math.max(1, Math.floor(idsOfAlpha.length / 6));
  return [...new Set([...Array.from({ length: 6 }, (_, i) => idsOfAlpha[(i * step + name.length) % idsOfAlpha.length]!), Object.values(alpha.products)[0]!, Object.values(alpha.variants)[0]!])];
}

function expectedError(error: unknown): unknown {
  const code = (error as { code?: string }).code;
  // A reference into another workspace that got past the business is stopped by the composite foreign key.
  if (error instanceof Refusal || code === '23503') return { refused: code };
  throw error;
}

// A route may revoke tokens or replace keys of its own shop: then the walk goes on with fresh ones.
async function credentialsOfBeta(on: 'admin' | 'storefront'): Promise<Record<string, string>> {
  const json = { 'content-type': 'application/json' };
  if (on === 'storefront') return { ...json, 'x-storefront-key': beta.key };
  const system = openContext({ workspaceId: beta.workspaceId, actor: { kind: 'system', name: 'walk' }, capabilities: 'all' });
  const { token } = await createToken.call(system, { name: 'Walk', scopes: memberScopes() });
  return { ...json, authorization: `Bearer ${token}` };
}

function memberScopes(): string[] {
  return Object.keys(registry.capabilities()).filter((name) => !name.startsWith('storefront:'));
}

describe('every route', () => {
  const routes = [...registry.operations(), ...registry.views()].map((item) => [`${item.route.method} ${item.on} ${item.route.path}`, item] as const);

  test.each(routes)('%s: answers nobody without credentials', async (_label, item) => {
    const root = item.on === 'admin' ? '/api/admin' : '/api/storefront';
    const path = item.route.path.replaceAll(/:\w+/g, idsOfAlpha[0]!);
    const answer = await fetch(`${server.url}${root}${path}`, { method: item.route.method, headers: { 'content-type': 'application/json' }, ...(item.route.method !== 'GET' && { body: '{}' }) });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ code: 'unauthenticated' });
  });

  test.each(dozens(routes).map((some) => [some.map(([label]) => label).join(', '), some] as const))('the other shop’s credentials show and change nothing of ours: %s', async (_labels, some) => {
    const before = await fingerprint();
    for (const [label, item] of some) {
      let headers = await credentialsOfBeta(item.on);
      for (const id of sampleIds(item.name)) {
        const path = item.route.path.replaceAll(/:\w+/g, id);
        const body = item.route.method === 'GET' ? {} : { body: JSON.stringify(sampleInput(item.input, { id: () => id })) };
        const root = item.on === 'admin' ? '/api/admin' : '/api/storefront';
        const send = () => fetch(`${server.url}${root}${path}`, { method: item.route.method, headers, ...body });
        let answer = await send();
        if (answer.status === 401) {
          headers = await credentialsOfBeta(item.on);
          answer = await send();
        }
        if (item.on === 'admin') expect([401, 429], `${label}: the walk must get past the door`).not.toContain(answer.status);
        expect(answer.status, `${label}: ${await answer.clone().text()}`).toBeLessThan(500);
        expect(await answer.text(), label).not.toContain(MARK);
      }
    }
    expect(await fingerprint()).toEqual(before);
  });
});
