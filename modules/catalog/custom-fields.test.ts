import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '#platform/testing/database.ts';
import * as catalog from './index.ts';

let house: TestHouse;
let shop: TestWorkspace;

beforeAll(async () => {
  house = await openTestDatabase();
  shop = await house.newWorkspace();
  const field = (given: object) => catalog.createCustomField.call(shop.ctx, given as never);
  await field({ key: 'carat', says: 'Carat', type: 'number', unit: 'ct', filterable: true, required: true, appliesTo: ['Gem'] });
  await field({ key: 'cut', says: 'Cut', type: 'choice', choices: ['Round', 'Oval'], filterable: true });
  await field({ key: 'found_on', says: 'Found on', type: 'date' });
});
afterAll(() => house.close());

const gem = (customFields: object) => catalog.createProduct.call(shop.ctx, { title: 'Ruby', productType: 'Gem', customFields: customFields as never });

test('a gem with good values is saved', async () => {
  expect((await gem({ carat: 1.5, cut: 'Oval', found_on: '2026-02-28' })).customFields).toEqual({ carat: 1.5, cut: 'Oval', found_on: '2026-02-28' });
});

test('every wrong value is named by its key', async () => {
  await expect(gem({ carat: 'big', cut: 'Square', found_on: '2026-02-30', colour: 'red' })).rejects.toMatchObject({
    code: 'invalid',
    details: {
      fields: {
        'customFields.carat': 'needs a number',
        'customFields.cut': 'needs one of: Round, Oval',
        'customFields.found_on': expect.stringContaining('date'),
        'customFields.colour': expect.stringContaining('not a custom field'),
      },
    },
  });
});

test('a required value cannot be left out or taken away, but only gems need it', async () => {
  await expect(gem({})).rejects.toMatchObject({ details: { fields: { 'customFields.carat': 'is required' } } });
  const made = await gem({ carat: 2 });
  await expect(catalog.updateProduct.call(shop.ctx, { id: made.id, customFields: { carat: null } })).rejects.toMatchObject({ code: 'invalid' });
  await catalog.createProduct.call(shop.ctx, { title: 'Gift card', productType: 'Card' });
});

test('changing one value leaves the others', async () => {
  const made = await gem({ carat: 2, cut: 'Round' });
  const after = await catalog.updateProduct.call(shop.ctx, { id: made.id, customFields: { cut: 'Oval' } });
  expect(after.customFields).toEqual({ carat: 2, cut: 'Oval' });
});

test('two people define the same key at once: one field, one refusal', async () => {
  const define = () => catalog.createCustomField.call(shop.ctx, { key: 'origin', says: 'Origin', type: 'text' });
  const outcomes = await Promise.allSettled([define(), define()]);
  expect(outcomes.map((o) => o.status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect((outcomes.find((o) => o.status === 'rejected') as PromiseRejectedResult).reason).toMatchObject({ code: 'conflict' });
});

test('a deleted field leaves its values in peace', async () => {
  const field = await catalog.createCustomField.call(shop.ctx, { key: 'mood', says: 'Mood', type: 'text' });
  const made = await gem({ carat: 1, mood: 'calm' });
  await catalog.deleteCustomField.call(shop.ctx, { id: field.id });
  const after = await catalog.updateProduct.call(shop.ctx, { id: made.id, customFields: { cut: 'Oval' } });
  expect(after.customFields).toMatchObject({ mood: 'calm', cut: 'Oval' });
});
