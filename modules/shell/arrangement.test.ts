import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '#platform/testing/database.ts';
import { openContext } from '#platform/tenancy/context.ts';
import { newId } from '#platform/ids.ts';
import { joinAs, ownShop, signUp } from '#modules/accounts/testing.ts';
import { arrange, arrangementView, dismiss, setDefaultPreset } from './index.ts';

let house: TestHouse;
let shop: TestWorkspace;
beforeAll(async () => {
  house = await openTestDatabase();
  shop = await house.newWorkspace();
});
afterAll(() => house.close());

function member(capabilities: string[] = ['own:shell']) {
  return openContext({ workspaceId: shop.workspaceId, actor: { kind: 'member', userId: newId(), name: 'Ana', email: 'ana@example.test' }, capabilities });
}

test('each member keeps an arrangement of their own', async () => {
  const [ana, ben] = [member(), member()];
  await arrange.call(ana, { order: ['/products', '/orders'], hidden: ['/audit'], pinned: ['/orders'] });
  await arrange.call(ana, { pinned: [] });
  expect(await arrangementView.call(ana, {})).toMatchObject({ preset: null, order: ['/products', '/orders'], hidden: ['/audit'], pinned: [] });
  expect(await arrangementView.call(ben, {})).toMatchObject({ order: [], hidden: [], default: 'full' });
});

test('choosing a preset begins anew from it', async () => {
  const ana = member();
  await arrange.call(ana, { hidden: ['/orders'] });
  await arrange.call(ana, { preset: 'warehouse' });
  expect(await arrangementView.call(ana, {})).toMatchObject({ preset: 'warehouse', hidden: [] });
});

test('two tabs that save at once leave one whole arrangement', async () => {
  const ana = member();
  await Promise.all([arrange.call(ana, { order: ['/orders'] }), arrange.call(ana, { order: ['/products'] })]);
  expect([['/orders'], ['/products']]).toContainEqual((await arrangementView.call(ana, {})).order);
});

test('a page pinned, another put away and a third moved at once are all kept', async () => {
  const ana = member();
  for (let round = 0; round < 5; round++) {
    await arrange.call(ana, { preset: 'full' });
    await Promise.all([arrange.call(ana, { pinned: ['/orders'] }), arrange.call(ana, { hidden: ['/audit'] }), arrange.call(ana, { order: ['/products'] })]);
    expect(await arrangementView.call(ana, {})).toMatchObject({ pinned: ['/orders'], hidden: ['/audit'], order: ['/products'] });
  }
});

test('the preset everybody begins with is set by whoever may change the settings', async () => {
  await expect(setDefaultPreset.call(member(), { preset: 'sales' })).rejects.toMatchObject({ code: 'forbidden' });
  await setDefaultPreset.call(shop.ctx, { preset: 'sales' });
  expect(await arrangementView.call(member(), {})).toMatchObject({ preset: null, default: 'sales' });
});

test('a dismissed hint stays away until it is asked for again', async () => {
  const ana = member();
  await dismiss.call(ana, { hint: 'first-steps' });
  await dismiss.call(ana, { hint: 'first-steps' });
  expect((await arrangementView.call(ana, {})).dismissed).toEqual(['first-steps']);
  expect(await dismiss.call(ana, { hint: 'first-steps', shown: true })).toEqual({ dismissed: [] });
});

test('a program has no sidebar to arrange, and an address outside the dashboard is refused', async () => {
  const program = openContext({ workspaceId: shop.workspaceId, actor: { kind: 'system', name: 'robot' }, capabilities: 'all' });
  await expect(arrange.call(program, {})).rejects.toMatchObject({ code: 'forbidden' });
  await expect(arrange.call(member(), { order: ['https://evil.example'] })).rejects.toMatchObject({ code: 'invalid' });
});

test('a viewer, who may change nothing of the shop, still arranges their own sidebar', async () => {
  const owner = await signUp('Olive');
  const { ctx } = await ownShop(owner, 'Olive’s shop');
  const viewer = await joinAs(ctx, 'viewer');
  await arrange.call(viewer.ctx, { pinned: ['/orders'] });
  expect((await arrangementView.call(viewer.ctx, {})).pinned).toEqual(['/orders']);
});
