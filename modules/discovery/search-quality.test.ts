import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '#platform/testing/database.ts';
import { travel } from '#platform/time.ts';
import * as catalog from '#modules/catalog/index.ts';
import { createStorefront } from '#modules/storefronts/index.ts';
import type { Context } from '#platform/tenancy/context.ts';
import {
  addSynonym, followRatings, forgetSearch, learnWords, recordPopularity, recordRating, recordSearch, recordSearchClick, refreshListings, removeSynonym, searchList, storefrontProductList,
  storefrontSuggestions, synonymList, updateSynonym,
} from './index.ts';
import { tidySearches } from './search-log.ts';

let house: TestHouse;
let shop: TestWorkspace;
let visit: Context;
const ids: Record<string, string> = {};

beforeAll(async () => {
  house = await openTestDatabase();
  shop = await house.newWorkspace();
  const storefront = await createStorefront.call(shop.ctx, { name: 'Front' });
  visit = shop.storefront(undefined, storefront.id);
  const home = (await catalog.createCategory.call(shop.ctx, { name: 'Home' })).id;
  const lamps = (await catalog.createCategory.call(shop.ctx, { name: 'Lamps', parentId: home })).id;
  const sofas = (await catalog.createCategory.call(shop.ctx, { name: 'Sofas', parentId: home })).id;
  await list('Leather sofa', { categoryIds: [sofas], brand: 'Loft' });
  await list('Velvet sofa', { categoryIds: [sofas], brand: 'Loft' });
  await list('Brass floor lamp', { categoryIds: [lamps], brand: 'Nightjar' });
  await list('Lamp shade', { categoryIds: [lamps], descriptionHtml: '<p>For a brass lamp, a floor lamp, any lamp.</p>' });
  await list('Leather care balm', { descriptionHtml: '<p>Keeps a sofa supple.</p>' });
  await list('Phone case');
});
afterAll(() => house.close());

async function list(title: string, more: object = {}) {
  const { id } = await catalog.createProduct.call(shop.ctx, { title, status: 'active', prices: [{ currency: 'AUD', amount: 5_000 }], ...more });
  ids[title] = id;
}

const find = (question: object) => storefrontProductList.call(visit, question);
const titles = async (question: object) => (await find(question)).data.map((card) => card.title);

test('a synonym works both ways or one way, for singular and plural, from the moment it is saved', async () => {
  expect(await titles({ q: 'couch' })).toEqual([]);
  const { id } = await addSynonym.call(shop.ctx, { word: 'Couch', others: 'sofa, settee' });
  expect((await titles({ q: 'couches' })).toSorted()).toEqual(['Leather care balm', 'Leather sofa', 'Velvet sofa']);
  expect((await titles({ q: 'settee velvet' }))[0]).toBe('Velvet sofa');
  await updateSynonym.call(shop.ctx, { id, kind: 'one' });
  expect(await titles({ q: 'settee' })).toEqual([]);
  expect(await titles({ q: 'leather couch' })).toHaveLength(3);
  expect((await synonymList.call(shop.ctx, {})).data).toMatchObject([{ word: 'couch', others: 'sofa, settee', kind: 'one' }]);
  await removeSynonym.call(shop.ctx, { id });
  expect(await titles({ q: 'couch' })).toEqual([]);
});

test('a synonym that says nothing, is there already or is too long is refused with a sentence', async () => {
  await expect(addSynonym.call(shop.ctx, { word: 'lamp', others: ['Lamp', 'lamp!'] })).rejects.toMatchObject({ code: 'invalid', details: { fields: { others: 'needs another word' } } });
  await expect(addSynonym.call(shop.ctx, { word: '!!!', others: ['lamp'] })).rejects.toMatchObject({ code: 'invalid' });
  await expect(addSynonym.call(shop.ctx, { word: 'a lamp to read by', others: ['lamp'] })).rejects.toMatchObject({ code: 'invalid' });
  const { id } = await addSynonym.call(shop.ctx, { word: 'light', others: ['lamp'] });
  await expect(addSynonym.call(shop.ctx, { word: 'Light', others: ['bulb'] })).rejects.toMatchObject({ code: 'conflict' });
  const both = await Promise.allSettled([1, 2].map(() => addSynonym.call(shop.ctx, { word: 'twice', others: ['lamp'] })));
  expect(both.map((each) => each.status).toSorted()).toEqual(['fulfilled', 'rejected']);
  await removeSynonym.call(shop.ctx, { id });
});

test('one shop’s synonyms, searches and words are nothing to another shop', async () => {
  const other = await house.newWorkspace();
  const { id } = await addSynonym.call(shop.ctx, { word: 'zzz', others: ['lamp'] });
  expect((await synonymList.call(other.ctx, {})).data).toEqual([]);
  await expect(removeSynonym.call(other.ctx, { id })).rejects.toMatchObject({ code: 'not_found' });
  await catalog.createProduct.call(other.ctx, { title: 'Chandelier', status: 'active', prices: [{ currency: 'AUD', amount: 1 }] });
  expect(await find({ q: 'chandeleir' })).toMatchObject({ total: 0 });
  await removeSynonym.call(shop.ctx, { id });
});

test('what is in the title comes before what is only said about it', async () => {
  expect(await titles({ q: 'brass floor lamp' })).toEqual(['Brass floor lamp', 'Lamp shade']);
});

test('words that no product has together show the closest, and say so', async () => {
  const found = await find({ q: 'velvet lamp' });
  expect(found.closest).toBe(true);
  expect(found.data.map((card) => card.title).toSorted()).toEqual(['Brass floor lamp', 'Lamp shade', 'Velvet sofa']);
  expect((await find({ q: 'velvet sofa' })).closest).toBeUndefined();
});

test.each([['lether soffa', 'leather sofa', 'Leather sofa'], ['phonecase', 'phone case', 'Phone case'], ['velv', 'velvet', 'Velvet sofa'], ['lamp shde', 'lamp shade', 'Lamp shade']])('%s is understood as %s', async (typed, meant, title) => {
  const found = await find({ q: typed });
  expect([found.didYouMean, found.data[0]!.title]).toEqual([meant, title]);
});

test('pages of a search follow each other without gaps or repeats, also when only the closest are shown', async () => {
  for (const q of ['leather', 'velvet lamp', 'brass floor lamp']) {
    const all = await titles({ q });
    const paged: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await find({ q, limit: 1, ...(cursor && { cursor }) });
      paged.push(...page.data.map((card) => card.title));
      if (!page.nextCursor) break;
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(all);
  }
});

test('categories are a facet with counts, by their slug in the address', async () => {
  const all = await find({ facets: '1' });
  expect(all.facets.find((f) => f.key === 'category')!.values).toEqual([{ value: 'home', says: 'Home', count: 4 }]);
  const home = await find({ filter: { category: 'home' }, facets: '1' });
  expect(home.facets.find((f) => f.key === 'category')!.values).toEqual([{ value: 'home', says: 'Home', count: 4 }, { value: 'lamps', says: 'Lamps', count: 2 }, { value: 'sofas', says: 'Sofas', count: 2 }]);
  expect((await titles({ filter: { category: 'sofas' } })).toSorted()).toEqual(['Leather sofa', 'Velvet sofa']);
  expect((await find({ category: 'home' })).facets.find((f) => f.key === 'category')!.values.map((v) => v.value)).toEqual(['lamps', 'sofas']);
  expect(await titles({ filter: { category: 'nowhere' } })).toEqual([]);
});

test('ratings are a filter, a facet with counts and an order, and outlive a change of the product', async () => {
  const known = new Map([[ids['Leather sofa']!, { average: 437, count: 12 }], [ids['Velvet sofa']!, { average: 310, count: 40 }]]);
  followRatings(async (_, productIds) => productIds.filter((id) => known.has(id)).map((productId) => ({ productId, ...known.get(productId)! })));
  await shop.ctx.transaction(async (tx) => {
    for (const [id, rating] of known) await recordRating(tx, id, rating);
  });
  await catalog.updateProduct.call(shop.ctx, { id: ids['Leather sofa']!, tags: ['seat'] });
  const found = await find({ q: 'sofa', filter: { rating: '4' } });
  expect(found.data.map((card) => card.title)).toEqual(['Leather sofa']);
  expect(found.facets.find((f) => f.key === 'rating')!.values.map((v) => [v.value, v.count])).toEqual([['4', 1], ['3', 2], ['2', 2], ['1', 2]]);
  expect((await titles({ sort: 'reviewed' })).slice(0, 2)).toEqual(['Velvet sofa', 'Leather sofa']);
  await expect(find({ filter: { rating: 'many' } })).rejects.toMatchObject({ code: 'invalid' });
  await shop.ctx.transaction((tx) => recordRating(tx, ids['Velvet sofa']!, { average: 0, count: 0 }));
  expect((await find({ q: 'sofa' })).facets.find((f) => f.key === 'rating')!.values.map((v) => v.count)).toEqual([1, 1, 1, 1]);
});

test('what is bought most and what is bought these days are orders of their own', async () => {
  const bought = [{ productId: ids['Phone case']!, sold: 90, trend: 1 }, { productId: ids['Lamp shade']!, sold: 10, trend: 7.5 }];
  await shop.ctx.transaction((tx) => recordPopularity(tx, bought));
  await shop.ctx.transaction((tx) => refreshListings(tx, [ids['Lamp shade']!]));
  expect((await titles({ sort: 'bestselling' })).slice(0, 2)).toEqual(['Phone case', 'Lamp shade']);
  expect((await titles({ sort: 'trending' })).slice(0, 2)).toEqual(['Lamp shade', 'Phone case']);
  await shop.ctx.transaction((tx) => recordPopularity(tx, bought.slice(1)));
  expect((await titles({ sort: 'bestselling' }))[0]).toBe('Lamp shade');
});

test('words are counted anew after a change, and those of products that are gone are forgotten', async () => {
  const rare = await catalog.createProduct.call(shop.ctx, { title: 'Xylophone', status: 'active', prices: [{ currency: 'AUD', amount: 1 }] });
  await learnWords(shop.ctx);
  const words = () => shop.ctx.read((r) => r.sql<{ word: string; listings: number }>`select word, listings from listing_words where word in ('sofa', 'lamp', 'xylophone') order by word`);
  expect(await words()).toEqual([{ word: 'lamp', listings: 2 }, { word: 'sofa', listings: 2 }, { word: 'xylophone', listings: 1 }]);
  await catalog.archiveProduct.call(shop.ctx, { id: rare.id });
  await learnWords(shop.ctx);
  expect((await words()).map((row) => row.word)).toEqual(['lamp', 'sofa']);
});

const log = async () => (await searchList.call(shop.ctx, { sort: 'words' })).data.map(({ words, times, hits, clicks }) => [words, times, hits, clicks]);

test('searches are counted by their words, with hits and openings, and hold nothing about people', async () => {
  for (const q of ['Blue  Lamps', 'blue lamps!', 'zebra']) await recordSearch.call(visit, { q, hits: q === 'zebra' ? 0 : 3 });
  for (const q of ['mia@example.test', '+61 400 123 456', '4242 4242 4242 4242', '   ']) expect(await recordSearch.call(visit, { q, hits: 1 })).toEqual({ recorded: false });
  for (let i = 0; i < 5; i++) await recordSearchClick.call(visit, { q: 'blue lamps' });
  expect(await recordSearchClick.call(visit, { q: 'never searched' })).toEqual({ recorded: false });
  expect(await log()).toEqual([['blue lamps', 2, 3, 2], ['zebra', 1, 0, 0]]);
  expect((await searchList.call(shop.ctx, { filter: { hits: '..0' } })).data.map((row) => row.words)).toEqual(['zebra']);
  await expect(recordSearch.call(shop.ctx, { q: 'lamp', hits: 1 })).rejects.toMatchObject({ code: 'forbidden' });
});

test('twenty shoppers who search for the same at once are counted as twenty', async () => {
  await Promise.all(Array.from({ length: 20 }, () => recordSearch.call(visit, { q: 'crowd', hits: 1 })));
  expect((await log()).find(([words]) => words === 'crowd')).toEqual(['crowd', 20, 1, 0]);
  const { data } = await searchList.call(shop.ctx, { search: 'crowd' } as never);
  await forgetSearch.call(shop.ctx, { id: data.find((row) => row.words === 'crowd')!.id });
  expect((await log()).some(([words]) => words === 'crowd')).toBe(false);
});

test('half a word suggests products, categories and what others found; a misspelt one what was meant', async () => {
  for (let i = 0; i < 3; i++) for (const q of ['lamp shade', 'lamp badword', 'lamb']) await recordSearch.call(visit, { q, hits: 1 });
  const lam = await storefrontSuggestions.call(visit, { q: 'lam' });
  expect(lam.products.map((card) => card.title).toSorted()).toEqual(['Brass floor lamp', 'Lamp shade']);
  expect(lam.categories.map((c) => c.slug)).toEqual(['lamps']);
  expect(lam.queries).toEqual(['lamp shade']);
  expect((await storefrontSuggestions.call(visit, { q: 'floor la', limit: 1 })).products.map((card) => card.title)).toEqual(['Brass floor lamp']);
  expect(await storefrontSuggestions.call(visit, { q: 'velvte' })).toMatchObject({ didYouMean: 'velvet', products: [{ title: 'Velvet sofa' }] });
  expect(await storefrontSuggestions.call(visit, { q: ' !' })).toEqual({ products: [], categories: [], queries: [] });
  for (const q of ["'", ':*', 'a|b', '%', '日本']) await expect(storefrontSuggestions.call(visit, { q })).resolves.toBeTruthy();
});

test('searches nobody makes any more are forgotten after a quarter of a year', async () => {
  const comeBack = travel(91 * 86_400_000);
  await tidySearches.run(shop.ctx).finally(comeBack);
  expect(await log()).toEqual([]);
});
