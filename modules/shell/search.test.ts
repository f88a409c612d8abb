import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCustomer } from '#modules/customers/index.ts';
import { createProduct } from '#modules/catalog/index.ts';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '#platform/testing/database.ts';
import { registry } from '#platform/registry.ts';
import { commandList, commandView, recordList, searchEverything } from './index.ts';

let house: TestHouse;
let shop: TestWorkspace;
let mug: { id: string };

beforeAll(async () => {
  house = await openTestDatabase();
  shop = await house.newWorkspace();
  mug = await createProduct.call(shop.ctx, { title: 'Blue mug', status: 'active', variants: [{ prices: [{ amount: 1_850, currency: 'AUD' }] }] });
  await createProduct.call(shop.ctx, { title: 'Tray for a mug', status: 'draft', prices: [{ amount: 900, currency: 'AUD' }] });
  await createCustomer.call(shop.ctx, { name: 'Blue Mountain Cafe', email: 'blue@example.test' });
});
afterAll(() => house.close());

test('one search finds products and customers, each with the address of its page', async () => {
  const { groups } = await searchEverything.call(shop.ctx, { q: 'blue' });
  expect(Object.fromEntries(groups.map((group) => [group.view, group.rows.map((row) => row.label)]))).toMatchObject({ 'products.list': ['Blue mug'], 'customers.list': ['Blue Mountain Cafe'] });
  expect(groups.find((group) => group.view === 'products.list')!.rows[0]!.opens).toBe(`/products/${mug.id}`);
});

test('somebody who may not read customers finds none', async () => {
  const { groups } = await searchEverything.call(shop.as(['own:shell', 'products:read']), { q: 'blue' });
  expect(groups.map((group) => group.view)).toEqual(['products.list']);
});

test('the neighbour finds nothing of ours, and no words find nothing', async () => {
  const neighbour = await house.newWorkspace();
  expect(await searchEverything.call(neighbour.ctx, { q: 'blue' })).toEqual({ groups: [] });
  expect(await searchEverything.call(shop.ctx, { q: '  ' })).toEqual({ groups: [] });
});

test('whatever is asked, it is answered within 100 ms', async () => {
  for (const q of ['mug', 'blue', '#1001', 'nothing']) {
    const times: number[] = [];
    // The best of many: how fast we are, not how busy the machine is.
    while (times.length < 40 && !(times.length > 4 && Math.min(...times) < 100)) {
      const began = performance.now();
      await searchEverything.call(shop.ctx, { q });
      times.push(performance.now() - began);
    }
    expect(Math.min(...times), q).toBeLessThan(100);
  }
});

test('the verbs are those the asker may run, and no other can be looked up', async () => {
  const few = shop.as(['own:shell', 'orders:read', 'orders:write']);
  const { commands } = await commandList.call(few, {});
  const names = commands.map((command) => command.name);
  expect(names).toContain('orders.cancel');
  expect(names).not.toContain('products.create');
  await expect(commandView.call(few, { name: 'products.create' })).rejects.toMatchObject({ code: 'not_found' });
});

test('an owner can reach every operation of the house, and each one says what it needs to know', async () => {
  const { commands } = await commandList.call(shop.ctx, {});
  const all = [...registry.operations().filter((op) => op.on === 'admin'), ...registry.accountOperations()].map((op) => op.name);
  expect(commands.map((command) => command.name).toSorted()).toEqual(all.toSorted());
  for (const name of all) {
    const { schema, fields } = await commandView.call(shop.ctx, { name });
    expect(schema.type ?? schema.anyOf ?? schema.allOf ?? schema.oneOf, name).toBeDefined();
    for (const { view } of Object.values(fields)) expect((await recordList.call(shop.ctx, { view })).data, `${name}: ${view}`).toBeInstanceOf(Array);
  }
});

test('a verb knows the list its record is in, and ids in its form are looked up by words', async () => {
  expect(await commandView.call(shop.ctx, { name: 'orders.complete-draft' })).toMatchObject({ record: 'orders.drafts', fields: { id: { view: 'orders.drafts', value: 'id' } } });
  const { fields } = await commandView.call(shop.ctx, { name: 'stock.adjust' });
  expect(fields).toMatchObject({ variantId: { view: 'stock.list', value: 'variantId' }, locationId: { view: 'locations.list' } });
  const { data } = await recordList.call(shop.ctx, { view: 'products.list', q: 'blue' });
  expect(data.map((row) => row.id)).toEqual([mug.id]);
});

test('looking up never goes past what the asker may read', async () => {
  await expect(recordList.call(shop.as(['own:shell']), { view: 'products.list', q: 'mug' })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(recordList.call(shop.ctx, { view: 'orders.get', q: '' })).rejects.toMatchObject({ code: 'not_found' });
});
