import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '../testing/database.ts';
import { CannotOpen, readMasterKey } from './envelope.ts';
import { sealedColumn } from './sealed-columns.ts';
import { createVault } from './vault.ts';

let house: TestHouse;
let shop: TestWorkspace;
let other: TestWorkspace;
beforeAll(async () => {
  house = await openTestDatabase();
  [shop, other] = [await house.newWorkspace(), await house.newWorkspace()];
});
afterAll(() => house.close());

const masterKey = (id: string) => readMasterKey(id, randomBytes(32).toString('base64'));
const [first, second] = [masterKey('2025'), masterKey('2026')];
const forStripe = { purpose: 'stripe' };

test('a sealed key opens in its own workspace and in no other', async () => {
  const vault = createVault({ masterKeys: [first] });
  const sealed = await vault.seal(shop.ctx, 'sk_live_1', forStripe);
  expect((await vault.open(shop.ctx, sealed, forStripe)).reveal()).toBe('sk_live_1');
  await vault.seal(other.ctx, 'theirs', forStripe);
  await expect(vault.open(other.ctx, sealed, forStripe)).rejects.toThrow(CannotOpen);
  await expect(vault.open(shop.ctx, sealed, { purpose: 'paypal' })).rejects.toThrow(CannotOpen);
});

test('many first uses at once in several processes end up with one data key', async () => {
  const fresh = await house.newWorkspace();
  const vaults = [1, 2, 3].map(() => createVault({ masterKeys: [first] }));
  const sealed = await Promise.all([...vaults, ...vaults].map((vault) => vault.seal(fresh.ctx, 'x', forStripe)));
  for (const text of sealed) expect((await vaults[0]!.open(fresh.ctx, text, forStripe)).reveal()).toBe('x');
  expect(await fresh.ctx.read((r) => r.sql`select version from vault_keys`)).toEqual([{ version: 1 }]);
});

test('a rolled back change does not take the data key away', async () => {
  const fresh = await house.newWorkspace();
  const vault = createVault({ masterKeys: [first] });
  const change = fresh.ctx.transaction(async (tx) => {
    await vault.seal(tx, 'never stored', forStripe);
    throw new Error('rolled back');
  });
  await expect(change).rejects.toThrow('rolled back');
  const sealed = await vault.seal(fresh.ctx, 'kept', forStripe);
  expect((await createVault({ masterKeys: [first] }).open(fresh.ctx, sealed, forStripe)).reveal()).toBe('kept');
});

test('the master key is exchanged while everything stays open, and the old one can then be thrown away', async () => {
  const before = createVault({ masterKeys: [first] });
  const sealed = await before.seal(shop.ctx, 'sk_live_2', forStripe);
  const both = createVault({ masterKeys: [second, first] });
  expect((await both.open(shop.ctx, sealed, forStripe)).reveal()).toBe('sk_live_2');
  expect(await both.rotateMasterKey()).toBeGreaterThanOrEqual(2);
  expect(await both.rotateMasterKey()).toBe(0);
  const after = createVault({ masterKeys: [second] });
  expect((await after.open(shop.ctx, sealed, forStripe)).reveal()).toBe('sk_live_2');
  expect((await before.open(shop.ctx, sealed, forStripe)).reveal()).toBe('sk_live_2');
  await expect(createVault({ masterKeys: [first] }).open(shop.ctx, sealed, forStripe)).rejects.toThrow(/2026 is not configured/);
  await other.ctx.read((r) => after.seal(r, 'still works', forStripe));
});

test('a new data key re-seals what is stored, and what was sealed in flight still opens', async () => {
  sealedColumn({ table: 'files', column: 'alt', purpose: 'note' });
  const fresh = await house.newWorkspace();
  const vault = createVault({ masterKeys: [second] });
  const old = await vault.seal(fresh.ctx, 'in flight', { purpose: 'note' });
  for (let n = 0; n < 250; n++) {
    const sealed = await vault.seal(fresh.ctx, `note ${n}`, { purpose: 'note' });
    await fresh.ctx.transaction((tx) => tx.sql`
      insert into files (kind, name, content_type, bytes, key, checksum, alt) values ('other', '', '', 0, ${String(n)}, '', ${sealed})`);
  }
  expect(await vault.rotateDataKey(fresh.ctx)).toEqual({ version: 2, resealed: 250 });
  const rows = await fresh.ctx.read((r) => r.sql<{ key: string; alt: string }>`select key, alt from files`);
  expect(rows.every((row) => row.alt.startsWith('v2.'))).toBe(true);
  for (const row of rows.slice(0, 5)) expect((await vault.open(fresh.ctx, row.alt, { purpose: 'note' })).reveal()).toBe(`note ${row.key}`);
  expect((await vault.open(fresh.ctx, old, { purpose: 'note' })).reveal()).toBe('in flight');
});
