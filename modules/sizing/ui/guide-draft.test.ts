import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draftOfGuide, guideOf, rangeOf, type StoredGuide } from './guide-draft.ts';

test.each([
  ['88–92', 'cm', { from: 880, to: 920 }],
  ['88 - 92', 'cm', { from: 880, to: 920 }],
  ['90', 'cm', { from: 900, to: 900 }],
  ['37,5', 'in', { from: 953, to: 953 }],
  ['', 'cm', undefined],
  ['92–88', 'cm', null],
  ['0', 'cm', null],
  ['large', 'cm', null],
  ['8e1', 'cm', null],
] as const)('%s %s', (text, unit, expected) => expect(rangeOf(text, unit)).toEqual(expected));

test('what was stored is shown and stored again unchanged', () => {
  const length = fc.integer({ min: 1, max: 500 }).map((cm) => cm * 10);
  fc.assert(fc.property(length, length, (a, b) => {
    const range = { from: Math.min(a, b), to: Math.max(a, b) };
    const stored: StoredGuide = { id: '', name: 'Shirts', note: '', unit: 'cm', measures: [{ key: 'chest', says: 'Chest' }], sizes: [{ size: 'S', ranges: { chest: range } }], products: [], categories: [] };
    expect(guideOf(draftOfGuide(stored))).toMatchObject({ input: { measures: stored.measures, sizes: stored.sizes } });
  }));
});

test('a cell that is no length is named', () => {
  expect(guideOf({ ...draftOfGuide(null), rows: [{ size: 'S', cells: ['wide', ''] }] })).toEqual({ wrong: '“wide” is not a length. Write it like 88–92.' });
});
