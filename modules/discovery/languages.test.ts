import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { createProduct } from '#modules/catalog/index.ts';
import { updateWorkspaceSettings } from '#modules/accounts/index.ts';
import { createStorefront } from '#modules/storefronts/index.ts';
import { learnWords, storefrontProductList, storefrontSuggestions } from './index.ts';
import { remakeListings } from './learn-words.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestDatabase();
});
afterAll(() => house.close());

async function shopIn(country: string, ...titles: string[]) {
  const workspace = await house.newWorkspace({ country });
  const { id } = await createStorefront.call(workspace.ctx, { name: 'Front' });
  for (const title of titles) await createProduct.call(workspace.ctx, { title, status: 'active', prices: [{ currency: 'AUD', amount: 5_000 }] });
  const visit = workspace.storefront(undefined, id);
  return {
    ctx: workspace.ctx,
    visit,
    // Without a word put right: what is found is what the words themselves mean.
    find: async (q: string) => {
      const { data, didYouMean } = await storefrontProductList.call(visit, { q });
      return didYouMean ? [] : data.map((card) => card.title);
    },
  };
}

test.each([
  ['DE', 'Kerze', 'Rote Kerzen'], ['DE', 'Stühlen', 'Ein Stuhl'], ['FR', 'cheval', 'Deux chevaux'], ['FR', 'bougie noire', 'Bougies noires'], ['ES', 'flor', 'Las flores'], ['ES', 'pantalón', 'Pantalones'],
])('in a shop in %s, %s finds %s', async (country, typed, title) => {
  const shop = await shopIn(country, title, 'Lampe');
  await learnWords(shop.ctx);
  expect(await shop.find(typed)).toEqual([title]);
});

test('an English shop stems as before, and names in any language are found as they stand', async () => {
  const shop = await shopIn('AU', 'Blue mugs', 'Rote Kerzen');
  await learnWords(shop.ctx);
  expect([await shop.find('mug'), await shop.find('kerzen'), await shop.find('kerze')]).toEqual([['Blue mugs'], ['Rote Kerzen'], []]);
});

test('a shop that changes its language is found in the new one', async () => {
  const shop = await shopIn('AU', 'Rote Kerzen', 'Lampe');
  await learnWords(shop.ctx);
  expect(await shop.find('Kerze')).toEqual([]);
  await updateWorkspaceSettings.call(shop.ctx, { locale: 'de-DE' });
  await learnWords(shop.ctx);
  await remakeListings.run(shop.ctx);
  expect(await shop.find('Kerze')).toEqual(['Rote Kerzen']);
  expect((await storefrontSuggestions.call(shop.visit, { q: 'kerze' })).products.map((card) => card.title)).toEqual(['Rote Kerzen']);
});
