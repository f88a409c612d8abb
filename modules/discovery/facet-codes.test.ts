import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countCodes, countGroups, facetCode, tally } from './facet-codes.ts';

const number = fc.integer({ min: 1, max: 24 * 36 ** 4 - 1 });

test('any numbers written one after the other are counted as they are', () => {
  fc.assert(
    fc.property(fc.array(number), (numbers) => {
      const expected = new Map<number, number>();
      for (const each of numbers) expected.set(each, (expected.get(each) ?? 0) + 1);
      expect(countCodes(numbers.map(facetCode).join(''))).toEqual(expected);
    }),
  );
});

test('the code of a facet is never met across two others', () => {
  fc.assert(fc.property(number, number, number, (a, b, wanted) => {
    if (wanted === a || wanted === b) return;
    expect(`${facetCode(a)}${facetCode(b)}`.includes(facetCode(wanted))).toBe(false);
  }));
});

const names = new Map([[1, { key: 'brand', value: 'Acme' }], [2, { key: 'brand', value: 'Other' }], [3, { key: 'cut', value: 'Round' }], [4, { key: 'cut', value: 'Oval' }], [5, { key: '#carat', value: '1' }], [6, { key: '#carat', value: '9' }]]);
const codes = (...numbers: number[]) => numbers.map(facetCode).join('');

test('a listing that fails one filter counts for that filter only', () => {
  const group = { lowest: 100, highest: 200 };
  const { groups, numbers } = countGroups([
    { ...group, misses: null, texts: `${codes(1, 3, 5)}Yyes0Z4000` },
    { ...group, misses: 'brand', texts: `${codes(2, 4, 6)}Yno00Z2000`, lowest: 1 },
    { ...group, misses: 'price', texts: `${codes(2)}Yyes0`, highest: 900 },
    { ...group, misses: 'rating', texts: `${codes(2)}Yyes0Z3000` },
    { ...group, misses: 'available', texts: `${codes(2)}Yno00` },
  ]);
  expect(numbers.toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
  const counted = tally(groups, (n) => names.get(n));
  expect([...counted.values.get('brand')!]).toEqual([['Acme', 1], ['Other', 1]]);
  expect([...counted.values.get('cut')!]).toEqual([['Round', 1]]);
  expect([counted.ranges.get('carat'), counted.price, counted.available, counted.soldOut, counted.stars]).toEqual([[1, 1], [100, 900], 1, 1, [0, 0, 0, 1, 1, 0]]);
});

test('what was written in a former form counts for nothing', () => {
  const { groups } = countGroups([{ misses: null, texts: '\u007fbrand=Acme\u007f', lowest: 1, highest: 1 }]);
  expect(tally(groups, (n) => names.get(n)).values.size).toBe(0);
});
