import { expect, test } from 'vitest';
import { newRows } from './use-live-rows.ts';

test('what came on top is new; what moved up from the next page is not', () => {
  expect(newRows(['a', 'b', 'c'], ['x', 'y', 'a', 'b', 'c'])).toBe(2);
  expect(newRows(['a', 'b', 'c'], ['a', 'c', 'd'])).toBe(0);
  expect(newRows(['a', 'b', 'c'], ['a', 'x', 'c', 'd'])).toBe(1);
  expect(newRows([], ['a'])).toBe(1);
  expect(newRows(['a'], ['x', 'y'])).toBe(2);
});
