import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { ownShop, signUp } from './testing.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestDatabase();
});
afterAll(() => house.close());

test('somebody signs up, opens a workspace and is its owner', async () => {
  const ana = await signUp('Ana');
  const shop = await ownShop(ana, 'Ana’s Café');
  const session = await ana.session();
  expect(session).toMatchObject({ user: { name: 'Ana', email: ana.email }, activeWorkspaceId: shop.workspaceId });
  expect(session!.workspaces).toMatchObject([{ name: 'Ana’s Café', slug: 'ana-s-cafe', role: 'owner', tier: 'free' }]);
  expect(shop.ctx.can('settings:write')).toBe(true);
});
