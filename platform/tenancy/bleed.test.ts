import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '../testing/database.ts';
import { createNotesTable } from '../testing/notes.ts';
import { newId } from '../ids.ts';
import { openContext, type Reader } from './context.ts';
import { pool } from '../db/pools.ts';

let house: TestHouse;
let shops: TestWorkspace[];

beforeAll(async () => {
  house = await openTestDatabase();
  await createNotesTable(house.url);
  shops = await Promise.all(Array.from({ length: 5 }, () => house.newWorkspace()));
  for (const shop of shops)
    await shop.ctx.transaction((tx) => tx.sql`insert into test_notes (body) select ${shop.slug} from generate_series(1, 3)`);
});
afterAll(() => house.close());

test('4,000 requests of five workspaces at once, with errors in between, never show a foreign row', async () => {
  const outcomes = await Promise.all(Array.from({ length: 4_000 }, (_, i) => oneRequest(shops[i % 5]!, i)));
  expect(outcomes.filter((o) => o === 'foreign')).toEqual([]);
  expect(outcomes.filter((o) => o === 'broke')).toHaveLength(outcomes.filter((_, i) => i % 40 === 7).length);
});

async function oneRequest(shop: TestWorkspace, i: number): Promise<'own' | 'foreign' | 'broke'> {
  if (i % 40 === 7) return shop.ctx.read((r) => r.sql`select 1 / ${0}::int`).then(() => 'foreign' as const, () => 'broke' as const);
  const rows = i % 3 ? await shop.ctx.read(bodies) : await shop.ctx.transaction(bodies);
  return rows.length === 3 && rows.every((row) => row.body === shop.slug) ? 'own' : 'foreign';
}

const bodies = (r: Reader) =>
  r.sql<{ body: string }>`select body from test_notes`;

test('2,000 requests of limited and unlimited callers at once: each finds its own limits, nobody somebody else’s', async () => {
  const [shop] = shops as [TestWorkspace];
  const limits = [undefined, { storefronts: [newId()] }, { locations: [newId(), newId()] }, { storefronts: [], locations: [newId()] }];
  const callers = limits.map((scope) => openContext({ workspaceId: shop.workspaceId, actor: shop.ctx.actor, capabilities: 'all', scope }));
  const asked = await Promise.all(Array.from({ length: 2_000 }, async (_, i) => {
    if (i % 40 === 7) return callers[i % 4]!.transaction(() => Promise.reject(new Error('gone wrong'))).then(() => false, () => true);
    const [row] = i % 3 ? await callers[i % 4]!.read(limitsSet) : await callers[i % 4]!.transaction(limitsSet);
    return row!.storefronts === textOf(limits[i % 4]?.storefronts) && row!.locations === textOf(limits[i % 4]?.locations);
  }));
  expect(asked.filter((own) => !own)).toEqual([]);
  const { rows } = await pool('app').query(`select current_setting('app.storefronts', true) as s, current_setting('app.locations', true) as l`);
  expect([rows[0]!.s || '', rows[0]!.l || '']).toEqual(['', '']);
});

const limitsSet = (r: Reader) =>
  r.sql<{ storefronts: string; locations: string }>`
    select coalesce(current_setting('app.storefronts', true), '') as storefronts, coalesce(current_setting('app.locations', true), '') as locations`;

function textOf(ids: readonly string[] | undefined): string {
  return ids ? `{${ids.join(',')}}` : '';
}

test('a connection goes back to the pool without a workspace', async () => {
  await Promise.all(shops.map((shop) => shop.ctx.read((r) => r.sql`select 1 as one`)));
  const { rows } = await pool('app').query(`select current_setting('app.workspace_id', true) as left_over`);
  expect(rows[0]!.left_over || '').toBe('');
});

test('without a workspace the program sees no row of any tenant', async () => {
  const { rows } = await pool('app').query('select * from test_notes');
  expect(rows).toEqual([]);
});

test('a row for another workspace is refused by the database itself', async () => {
  const [mine, other] = shops as [TestWorkspace, TestWorkspace];
  await expect(mine.ctx.transaction((tx) => tx.sql`insert into test_notes (workspace_id, body) values (${other.workspaceId}, 'smuggled')`)).rejects.toThrow(/row-level security/);
});
