import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import { house } from '#connectors/house.ts';
import { isTenantTable, tableKind } from '#platform/db/tables.ts';
import { newId } from '#platform/ids.ts';
import { Refusal } from '#platform/refusal.ts';
import { registry } from '#platform/registry.ts';
import { platformTables } from '#platform/tables.ts';
import { openContext, type Context } from '#platform/tenancy/context.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';
import { sampleInput } from '#platform/testing/sample-input.ts';
import { memberCapabilities, withinLimits } from '#modules/accounts/index.ts';
import { fillEveryTable, fingerprintOf } from '#worlds/everything.ts';
import { openShop, startServer, type TestServer, type TestShop } from '#worlds/testing.ts';

/** Somebody limited to one storefront and one location, before everything there is at another storefront and location. */
let server: TestServer;
let shop: TestShop;
let limited: Context;
let outside: string[];

registry.load(house);
const tenantTables = [platformTables, ...house.map((m) => m.tables)].flatMap((tables) => Object.values(tables)).filter((t): t is PgTable => isTenantTable(t));
const scoped = tenantTables.map((t) => getTableConfig(t).name).filter((name) => tableKind(name)?.scope);

beforeAll(async () => {
  server = await startServer({ timers: 'off' });
  shop = await openShop(server.house);
  await fillEveryTable(shop, tenantTables.map((t) => getTableConfig(t).name));
  await belongsToTheOrder();
  outside = (await Promise.all(scoped.map(rowsOf))).flat().map((row) => row.id);
  const scope = { storefronts: [newId()], locations: [newId()] };
  const actor = { kind: 'member' as const, userId: newId(), name: 'Limited Lena', email: 'lena@example.test' };
  limited = openContext({ workspaceId: shop.workspaceId, actor, capabilities: withinLimits(memberCapabilities(), scope), scope });
}, 120_000);
afterAll(() => server.stop());

// The filled rows name orders that do not exist; let them name the one that does, as real ones would.
async function belongsToTheOrder(): Promise<void> {
  const [order] = await rowsOf('orders');
  for (const name of scoped) {
    const { column, of } = tableKind(name)!.scope!;
    if (of === 'orders' && order) await platformRead('superadmin', (q) => q.query(`update "${name}" set "${column}" = $1 where workspace_id = $2`, [order!.id, shop.workspaceId]));
  }
}

function rowsOf(table: string): Promise<{ id: string }[]> {
  return platformRead('superadmin', (q) => q.query<{ id: string }>(`select t.* from "${table}" t where workspace_id = $1 order by id`, [shop.workspaceId]));
}

const fingerprint = () => fingerprintOf(shop.workspaceId, scoped, outside);

// A row that lies in a storefront, at a location or with an order must say so, or somebody limited would see it.
test('every table with a storefront, a location or an order is limited by it', () => {
  const missing = tenantTables
    .map((table) => getTableConfig(table))
    .filter(({ name, columns }) => !tableKind(name)?.scope && columns.some((c) => ['storefront_id', 'location_id', 'order_id', 'return_id'].includes(c.name)))
    .map(({ name }) => name);
  expect(missing.filter((name) => !FREE.includes(name))).toEqual([]);
});

// A draft belongs to nobody's storefront; the order it became stays out of sight. Gift cards and store credit are money of the whole
// workspace, spent in any storefront: somebody limited does not see them at all.
const FREE = ['order_drafts', 'value_accounts', 'value_entries'];

test.each(scoped)('%s: nothing outside is seen or changed', async (table) => {
  expect((await rowsOf(table)).length, `the walk needs a row in ${table}`).toBeGreaterThan(0);
  expect(await limited.read((r) => r.query(`select id from "${table}"`))).toEqual([]);
  for (const attack of [`update "${table}" set id = id returning id`, `delete from "${table}" returning id`]) {
    const touched = await limited.transaction((tx) => tx.query(attack)).catch((error: Error) => {
      expect(error.message).toMatch(/permission denied/);
      return [];
    });
    expect(touched).toEqual([]);
  }
});

describe('every operation and view', () => {
  const items = [...registry.operations(), ...registry.views()].filter((item) => item.on === 'admin');

  test.each(items.map((item) => [item.name, item] as const))('%s: shows and changes nothing outside', async (_name, item) => {
    const before = await fingerprint();
    for (const id of [undefined, ...sampleIds(item.name)]) {
      const input = id === undefined ? {} : sampleInput(item.input, { id: () => id });
      const answer = await (item.call as (ctx: unknown, input: unknown) => Promise<unknown>)(limited, input).catch(expectedError);
      const text = JSON.stringify(answer ?? null);
      expect(outside.filter((each) => each !== id && text.includes(each))).toEqual([]);
    }
    expect(await fingerprint()).toEqual(before);
  });
});

function sampleIds(name: string): string[] {
  const step = Math.max(1, Math.floor(outside.length / 8));
  return Array.from({ length: 8 }, (_, i) => outside[(i * step + name.length) % outside.length]!);
}

function expectedError(error: unknown): unknown {
  const code = (error as { code?: string }).code;
  // 22023: a filled-in row holds JSON of another shape than the business would have put there.
  if (error instanceof Refusal || code === '23503' || code === '22023' || (error as { cause?: { code?: string } }).cause?.code === '22023') return { refused: code };
  throw error;
}
