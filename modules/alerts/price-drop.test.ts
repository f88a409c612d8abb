import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgePrice } from './price-drop.ts';

const story = (first: number, prices: (number | null)[]): number[] => {
  let told: number | null = null;
  return prices.flatMap((price) => {
    const verdict = judgePrice({ first, told }, price);
    told = verdict.told;
    return verdict.rings ? [price!] : [];
  });
};

test.each([
  ['no drop', [100, 100, 120], []],
  ['one drop is told once', [80, 80, 80], [80]],
  ['lower still is a new drop', [80, 70, 75, 70, 60], [80, 70, 60]],
  ['up to where it began and down again is a new drop', [80, 100, 80], [80, 80]],
  ['nearly up again is not', [80, 99, 80], [80]],
  ['dearer first, then back: nothing got cheaper', [150, 120, 100], []],
  ['taken off sale is no drop', [null, 100, null, 90], [90]],
  ['free is a price', [0], [0]],
])('%s: %o rings for %o', (_says, prices, expected) => expect(story(100, prices as (number | null)[])).toEqual(expected));

test('whatever prices do: never a mail for a price that is not below that of signing up, never two for the same price in a row', () => {
  fc.assert(
    fc.property(fc.nat(50), fc.array(fc.option(fc.nat(60)), { maxLength: 30 }), (first, prices) => {
      let told: number | null = null;
      let last: number | null = null;
      for (const price of prices) {
        const verdict = judgePrice({ first, told }, price);
        if (verdict.rings) {
          expect(price!).toBeLessThan(first);
          expect(price === last).toBe(false);
        }
        if (verdict.rings) last = price;
        else if (price !== null && price >= first) last = null;
        told = verdict.told;
      }
    }),
  );
});
