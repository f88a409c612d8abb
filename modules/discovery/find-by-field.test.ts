import { afterAll, beforeAll, expect, test } from 'vitest';
import * as catalog from '#modules/catalog/index.ts';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '#platform/testing/database.ts';
import { storefrontProductList } from './index.ts';

let house: TestHouse;
let shop: TestWorkspace;

beforeAll(async () => {
  house = await openTestDatabase();
  shop = await house.newWorkspace();
  await catalog.createCustomField.call(shop.ctx, { key: 'mine', says: 'Mine', type: 'text', filterable: true });
  await catalog.createProduct.call(shop.ctx, { title: 'Blue stone', status: 'active', customFields: { mine: 'Ratnapura' }, prices: [{ currency: 'AUD', amount: 90_000 }] });
  await catalog.createProduct.call(shop.ctx, { title: 'Green stone', status: 'active', customFields: { mine: 'Muzo' }, prices: [{ currency: 'AUD', amount: 80_000 }] });
});
afterAll(() => house.close());

const titles = async (question: object) => (await storefrontProductList.call(shop.storefront(), question)).data.map((card) => card.title);

test('a shopper finds a stone by what a field of the merchant’s own says, as a word and as a filter', async () => {
  expect(await titles({ q: 'ratnapura' })).toEqual(['Blue stone']);
  expect(await titles({ filter: { mine: 'Muzo' } })).toEqual(['Green stone']);
});
