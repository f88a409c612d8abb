import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meaningKey, wishesOf, wordsOf } from './search-words.ts';
import { meaningsFrom } from './synonyms.ts';

const meanings = meaningsFrom([
  { kind: 'both', word: 'sofa', others: ['couch', 'settee'] },
  { kind: 'one', word: 'mobile', others: ['phone case'] },
  { kind: 'both', word: 't shirt', others: ['tee'] },
]);
const wishes = (q: string) => wishesOf(wordsOf(q)!, meanings);

test.each([
  ['blue mug', ['blue', 'mug']],
  ['Sofas', ['sofas|couch|settee']],
  ['couch', ['couch|sofa|settee']],
  ['mobile', ['mobile|(phone&case)']],
  ['phone case', ['phone', 'case']],
  ['red T-Shirts', ['red', '(t&shirts)|tee']],
  ['tee', ['tee|(t&shirt)']],
  ['grey rug', ['grey|gray', 'rug']],
  ['3 seat', ['3|three', 'seat']],
])('%s wishes for %j', (q, expected) => expect(wishes(q)).toEqual(expected));

test.each([['ring', 'rings'], ['box', 'boxes'], ['lady', 'ladies'], ['watch', 'watches'], ['glass', 'glasses']])('%s and %s are one word for synonyms', (one, many) =>
  expect(meaningKey([one])).toBe(meaningKey([many])));

test('whatever people type, a wish holds letters, digits and our own signs only', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
    const words = wordsOf(typed);
    if (words === null) return;
    expect(words.length).toBeLessThanOrEqual(8);
    for (const wish of wishesOf(words, meanings)) expect(wish).toMatch(/^[\p{L}\p{N}|&()]+$/u);
  }));
});
