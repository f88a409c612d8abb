import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorkspace, makePerson } from '#modules/accounts/index.ts';
import { productList } from '#modules/catalog/index.ts';
import { stockList } from '#modules/inventory/index.ts';
import { startEngine, type Engine } from '#platform/jobs/engine.ts';
import { openContext } from '#platform/tenancy/context.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';

let house: TestHouse;
let engine: Engine;

beforeAll(async () => {
  house = await openTestDatabase();
  engine = await startEngine();
});
afterAll(async () => {
  await engine.stop();
  await house.close();
});

async function open(sampleProducts: true | undefined) {
  const person = await makePerson({ name: 'Nia New', email: `nia-${String(sampleProducts)}@example.test`, password: 'a long enough password' });
  const { id } = await createWorkspace.call(person, { name: 'New shop', ...(sampleProducts && { sampleProducts }) });
  await engine.settle();
  return openContext({ workspaceId: id, actor: { kind: 'system', name: 'test' }, capabilities: 'all' });
}

test('a newcomer who asks for sample products finds some, with prices and stock', async () => {
  const ctx = await open(true);
  const { data } = await productList.call(ctx, { sort: 'title' });
  expect(data.map((p) => p.title)).toEqual(['Beeswax candle', 'Dot-grid notebook', 'Linen tea towel', 'Stoneware mug']);
  const stock = await stockList.call(ctx, {});
  expect(stock.total).toBe(6);
});

test('a newcomer who does not ask finds an empty catalogue', async () => {
  expect((await productList.call(await open(undefined), {})).total).toBe(0);
});
