import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '#platform/testing/database.ts';
import { createProduct } from '#modules/catalog/index.ts';

let house: TestHouse;
let shop: TestWorkspace;

beforeAll(async () => {
  house = await openTestDatabase();
  shop = await house.newWorkspace();
});
afterAll(() => house.close());

test('an active product is listed the moment it is saved, in each of its currencies', async () => {
  const prices = [{ currency: 'AUD', amount: 100 }, { currency: 'EUR', amount: 60 }];
  await createProduct.call(shop.ctx, { title: 'Ruby Necklace', status: 'active', prices, brand: 'Acme' });
  await createProduct.call(shop.ctx, { title: 'Draft', prices });
  const rows = await shop.ctx.read((r) => r.sql`select currency, card, facets from listings order by currency`);
  const [brand] = await shop.ctx.read((r) => r.sql<{ code: string }>`select facet_code(number) as code from listing_facet_values where key = 'brand' and value = 'Acme'`);
  expect(rows).toMatchObject([{ currency: 'AUD', facets: `${brand!.code}Yno00` }, { currency: 'EUR' }]);
  expect(await shop.ctx.read((r) => r.sql`select currency, total from listing_totals order by currency`)).toEqual([{ currency: 'AUD', total: 1 }, { currency: 'EUR', total: 1 }]);
  expect(await shop.ctx.read((r) => r.sql`select * from find_listings('AUD', ${['necklaces']}, null, null, true)`)).toHaveLength(1);
  expect(await shop.ctx.read((r) => r.sql`select word, stem, listings from listing_words order by word`)).toMatchObject([{ word: 'acme' }, { word: 'necklace', stem: 'necklac', listings: 1 }, { word: 'ruby' }]);
});
