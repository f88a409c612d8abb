import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meantWords, mistakes, partsOf, type Hint } from './spelling.ts';

const HOUSE = { ruby: 3, ring: 40, rings: 20, necklace: 12, necklaces: 4, table: 9, cloth: 5, head: 2, headphones: 7, phones: 3, sofa: 6, leather: 30 } as Record<string, number>;

/** What the database would answer for a house with these words. */
function hintsFor(words: string[]): Hint[] {
  const of = (how: Hint['how'], typed: string, found: string[]): Hint[] => found.map((word) => ({ typed, how, word, listings: HOUSE[word] ?? 0 }));
  const all = Object.keys(HOUSE);
  return [
    ...words.flatMap((w) => [...of('known', w, [w]), ...of('begins', w, w.length >= 3 ? all.filter((a) => a !== w && a.startsWith(w)) : []), ...of('near', w, w.length >= 4 ? all : [])]),
    ...partsOf(words).flatMap((p) => of('part', p, p in HOUSE ? [p] : [])),
  ];
}
const meant = (typed: string) => meantWords(typed.split(' '), hintsFor(typed.split(' ')))?.join(' ') ?? null;

test.each([
  ['neklace', 'necklace'],
  ['ruby neckalce', 'ruby necklace'],
  ['neckl', 'necklace'],
  ['lether sofa', 'leather sofa'],
  ['tablecloth', 'table cloth'],
  ['head phones', null],
  ['headphone', 'headphones'],
  ['sof a', 'sofa'],
  ['ruby ring', null],
  ['zzzzqqq', null],
  ['x', null],
])('%s means %s', (typed, expected) => expect(meant(typed)).toBe(expected));

test('a word that has digits is a code and is left alone', () => {
  expect(meantWords(['sku123'], [{ typed: 'sku123', how: 'near', word: 'sku124', listings: 3 }])).toBeNull();
});

const text = fc.stringMatching(/^[abc]{0,8}$/);

test('the number of mistakes is a distance: none for the same word, the same both ways, never more than the longer word', () => {
  fc.assert(fc.property(text, text, (a, b) => {
    expect(mistakes(a, a)).toBe(0);
    expect(mistakes(a, b)).toBe(mistakes(b, a));
    expect(mistakes(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
    expect(mistakes(a, b)).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
  }));
});

test.each([['ring', 'rnig', 1], ['ring', 'rin', 1], ['ring', 'string', 2], ['', 'abc', 3]] as const)('%s and %s are %i apart', (a, b, n) => expect(mistakes(a, b)).toBe(n));
