import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '#platform/testing/database.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { changeView, deleteView, duplicateView, listValues, saveView, setDefaultView, viewsOfList } from './index.ts';
import { joinAs } from './test-desk.ts';

let house: TestHouse;
let shop: TestWorkspace;
let ana: Context;
let ben: Context;

beforeAll(async () => {
  house = await openTestDatabase();
  shop = await house.newWorkspace();
  [ana, ben] = [(await joinAs(shop, 'Ana', 'owner')).ctx, (await joinAs(shop, 'Ben', 'ops')).ctx];
});
afterAll(() => house.close());

const toShip = { list: 'orders.list', name: 'To ship', question: { filter: { fulfilment: 'unfulfilled' }, sort: '-total' }, layout: { columns: ['number', 'total'], widths: { number: 120 }, density: 'compact' as const } };
const names = async (ctx: Context) => (await viewsOfList.call(ctx, { list: 'orders.list' })).data.map((view) => view.name);

test('a view of mine is mine until I share it; then the team sees and may change it, but not take it away', async () => {
  const { id } = await saveView.call(ana, toShip);
  expect(await names(ben)).toEqual([]);
  await expect(changeView.call(ben, { id, name: 'Stolen' })).rejects.toMatchObject({ code: 'not_found' });
  await changeView.call(ana, { id, scope: 'team' });
  const [seen] = (await viewsOfList.call(ben, { list: 'orders.list' })).data;
  expect(seen).toMatchObject({ id, name: 'To ship', scope: 'team', mine: false, ownerName: 'Ana', question: toShip.question, layout: toShip.layout });
  await changeView.call(ben, { id, name: 'To ship today', question: { filter: { fulfilment: 'partial' } } });
  expect(await names(ana)).toEqual(['To ship today']);
  await expect(changeView.call(ben, { id, scope: 'mine' })).rejects.toMatchObject({ code: 'forbidden' });
});

test('a viewer keeps views of their own, and leaves those of the team alone', async () => {
  const { ctx: vic } = await joinAs(shop, 'Vic', 'viewer');
  const { id } = await saveView.call(vic, { ...toShip, name: 'Mine' });
  await expect(changeView.call(vic, { id, scope: 'team' })).rejects.toMatchObject({ code: 'forbidden' });
  const team = (await viewsOfList.call(vic, { list: 'orders.list' })).data.find((view) => view.scope === 'team')!;
  await expect(deleteView.call(vic, { id: team.id })).rejects.toMatchObject({ code: 'forbidden' });
  await deleteView.call(vic, { id });
});

test('a copy is the copier’s own, and the view a table opens with is forgotten with the view', async () => {
  const [original] = (await viewsOfList.call(ben, { list: 'orders.list' })).data;
  const copy = await duplicateView.call(ben, { id: original!.id });
  expect(copy).toMatchObject({ name: 'To ship today (copy)', scope: 'mine', mine: true });
  await setDefaultView.call(ben, { list: 'orders.list', view: copy.id });
  expect((await viewsOfList.call(ben, { list: 'orders.list' })).defaultView).toBe(copy.id);
  expect((await viewsOfList.call(ana, { list: 'orders.list' })).defaultView).toBeNull();
  await deleteView.call(ben, { id: copy.id });
  expect(await viewsOfList.call(ben, { list: 'orders.list' })).toMatchObject({ defaultView: null, data: [{ id: original!.id }] });
});

test('a built-in view may open a table too; a list nobody knows has no views', async () => {
  await setDefaultView.call(ana, { list: 'orders.list', view: 'unpaid' });
  expect((await viewsOfList.call(ana, { list: 'orders.list' })).defaultView).toBe('unpaid');
  await expect(saveView.call(ana, { ...toShip, list: 'orders.get' })).rejects.toMatchObject({ code: 'not_found' });
});

test('a filter offers the values there are, most frequent first, to who may see the list', async () => {
  await shop.ctx.transaction((tx) => tx.sql`insert into products (slug, title, brand) values ('a', 'A', 'Acme'), ('b', 'B', 'Acme'), ('c', 'C', 'Salt, Pepper & Co')`);
  const ask = (ctx: Context, column: string, q = '') => listValues.call(ctx, { list: 'products.list', column, q });
  expect((await ask(ana, 'brand')).data).toEqual(['Acme', 'Salt, Pepper & Co']);
  expect((await ask(ana, 'brand', 'pep')).data).toEqual(['Salt, Pepper & Co']);
  await expect(ask(ana, 'title')).rejects.toMatchObject({ code: 'invalid' });
  await expect(listValues.call(ben, { list: 'audit.list', column: 'actorId' })).resolves.toBeDefined();
});
