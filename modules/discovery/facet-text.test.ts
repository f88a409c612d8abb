import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tally } from './facet-text.ts';

const facet = fc.tuple(fc.constantFrom('brand', 'cut', 'option.Size'), fc.constantFrom('Aa', 'BB', 'AaAa', 'BBBB', 'AaBB', 'x'));
const listing = fc.array(facet, { maxLength: 5 });

/** "Aa" and "BB" have the same hash on purpose. */
test('counting the gathered text gives what counting one by one gives', () => {
  fc.assert(
    fc.property(fc.array(listing, { maxLength: 8 }), (listings) => {
      const texts = listings.map((facets) => (facets.length > 0 ? `\u007f${facets.map(([k, v]) => `${k}=${v}`).join('\u007f')}\u007f` : '')).join('');
      const expected: Record<string, Record<string, number>> = {};
      for (const [key, value] of listings.flat()) {
        const counts = (expected[key] ??= {});
        counts[value] = (counts[value] ?? 0) + 1;
      }
      const counted = tally([{ misses: null, texts, lowest: 1, highest: 9, available: 0, listings: listings.length }]);
      expect(Object.fromEntries([...counted.values].map(([k, v]) => [k, Object.fromEntries(v)]))).toEqual(expected);
    }),
  );
});

test('a listing that fails one filter counts for that filter only', () => {
  const group = { lowest: 100, highest: 200, available: 1, listings: 2 };
  const counted = tally([
    { ...group, misses: null, texts: '\u007fbrand=Acme\u007fcut=Round\u007f#carat=1\u007f' },
    { ...group, misses: 'brand', texts: '\u007fbrand=Other\u007fcut=Oval\u007f#carat=9\u007f', lowest: 1 },
    { ...group, misses: 'price', texts: '\u007fbrand=Dear\u007f', highest: 900 },
  ]);
  expect([...counted.values.get('brand')!.keys()]).toEqual(['Acme', 'Other']);
  expect([...counted.values.get('cut')!.keys()]).toEqual(['Round']);
  expect([counted.ranges.get('carat'), counted.price, counted.available, counted.soldOut]).toEqual([[1, 1], [100, 900], 1, 1]);
});
