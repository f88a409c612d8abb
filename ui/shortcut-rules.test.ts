import { expect, test } from 'vitest';
import { beginsSequence, conflictsOf, inOrder, keyCaps, pressesOf } from './shortcut-rules.ts';

test('two shortcuts with the same keys, or one that begins another, are a conflict', () => {
  expect(conflictsOf(['g o', 'g p', '?', '$mod+k'])).toEqual([]);
  expect(conflictsOf(['g o', 'g o'])).toEqual(['g o / g o']);
  expect(conflictsOf(['g', 'g o'])).toEqual(['g / g o']);
  expect(conflictsOf(['g', 'go'])).toEqual([]);
});

test('a sign may need Shift or AltGr, a letter must not', () => {
  expect(pressesOf('?')).toBe('[Shift]+[Alt]+[Control]+?');
  expect(pressesOf('g o')).toBe('g o');
  expect(pressesOf('$mod+k')).toBe('$mod+k');
});

test('longer sequences are heard before single keys', () => {
  expect(inOrder([{ keys: 'o' }, { keys: 'g o' }]).map((each) => each.keys)).toEqual(['g o', 'o']);
});

test('a key that others may follow is told from one that stands alone', () => {
  expect(beginsSequence([{ keys: 'g o' }, { keys: 'j' }], 'g')).toBe(true);
  expect(beginsSequence([{ keys: 'g o' }, { keys: 'j' }], 'j')).toBe(false);
});

test('keys are shown as they stand on the keyboard', () => {
  expect(keyCaps('$mod+k', 'mac')).toEqual(['⌘', 'K']);
  expect(keyCaps('$mod+k', 'other')).toEqual(['Ctrl', 'K']);
  expect(keyCaps('?', 'other')).toEqual(['?']);
});
