import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adviceOf, lengthText, recommendSize, toMillimetres, type Advice, type SizeRow } from './recommend-size.ts';

const shirts: SizeRow[] = [
  { size: 'S', ranges: { chest: { from: 860, to: 910 }, waist: { from: 700, to: 750 } } },
  { size: 'M', ranges: { chest: { from: 920, to: 970 }, waist: { from: 760, to: 810 } } },
  { size: 'L', ranges: { chest: { from: 980, to: 1_040 }, waist: { from: 820, to: 880 } } },
];

describe('the size for a body', () => {
  const cases: [string, Record<string, number>, Advice, object | null][] = [
    ['in the middle of M', { chest: 945, waist: 785 }, null, { size: 'M', how: 'fits', moved: null }],
    ['one measure is enough', { chest: 1_000 }, null, { size: 'L', how: 'fits' }],
    ['at the edge of S', { chest: 910, waist: 750 }, null, { size: 'S', how: 'fits' }],
    ['chest of M, waist a little over it: M comes nearest', { chest: 960, waist: 825 }, null, { size: 'M', how: 'between' }],
    ['between S and M: nearer to M', { chest: 918 }, null, { size: 'M', how: 'between' }],
    ['exactly between S and M: the roomier', { chest: 915 }, null, { size: 'M', how: 'between' }],
    ['larger than all', { chest: 1_200, waist: 1_000 }, null, { size: 'L', how: 'outside' }],
    ['smaller than all', { chest: 700 }, null, { size: 'S', how: 'outside' }],
    ['runs small, upper half of M', { chest: 965 }, 'small', { size: 'L', how: 'fits', moved: 'up' }],
    ['runs small, lower half of M', { chest: 925 }, 'small', { size: 'M', moved: null }],
    ['runs large, lower half of M', { chest: 925 }, 'large', { size: 'S', moved: 'down' }],
    ['runs small, but L is the largest', { chest: 1_035 }, 'small', { size: 'L', moved: null }],
    ['true to size', { chest: 965 }, 'true', { size: 'M', moved: null }],
    ['a measure the guide does not know', { hat: 560 }, null, null],
    ['nothing measured', {}, null, null],
  ];
  test.each(cases)('%s', (_says, body, advice, expected) => {
    const found = recommendSize(shirts, body, advice);
    if (expected === null) expect(found).toBeNull();
    else expect(found).toMatchObject(expected);
  });

  test('no sizes, no size', () => expect(recommendSize([], { chest: 900 }, null)).toBeNull());

  test('a body that lies in a size is told that size or its neighbour, and nobody grows into a smaller one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 500, max: 1_500 }), fc.integer({ min: 0, max: 300 }), (chest, more) => {
        const at = (value: number) => shirts.findIndex((row) => row.size === recommendSize(shirts, { chest: value }, null)!.size);
        expect(at(chest + more)).toBeGreaterThanOrEqual(at(chest));
        const inside = shirts.findIndex((row) => chest >= row.ranges.chest!.from && chest <= row.ranges.chest!.to);
        if (inside >= 0) expect(at(chest)).toBe(inside);
      }),
    );
  });
});

test.each([
  [{ small: 0, true: 0, large: 0 }, null],
  [{ small: 2, true: 0, large: 0 }, null],
  [{ small: 3, true: 1, large: 0 }, 'small'],
  [{ small: 2, true: 2, large: 0 }, 'true'],
  [{ small: 1, true: 0, large: 4 }, 'large'],
])('what reviews say of the fit %o: %s', (fit, advice) => expect(adviceOf(fit)).toBe(advice));

test('centimetres and inches', () => {
  expect(lengthText(960, 'cm')).toBe('96');
  expect(lengthText(965, 'cm')).toBe('96.5');
  expect(lengthText(960, 'in')).toBe('37.8');
  expect(lengthText(53, 'cm')).toBe('5.3');
  expect(lengthText(53, 'in')).toBe('2.09');
  fc.assert(fc.property(fc.integer({ min: 1, max: 4_000 }), fc.constantFrom('cm' as const, 'in' as const), (half, unit) => {
    expect(Math.abs(Number(lengthText(toMillimetres(half / 2, unit), unit)) - half / 2)).toBeLessThanOrEqual(unit === 'cm' ? 0 : 0.05);
  }));
});
