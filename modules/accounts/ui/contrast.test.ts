import { expect, test } from 'vitest';
import { contrastOf } from './contrast.ts';

test('black on white is as readable as it gets, equal colours not at all, in either order', () => {
  expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrastOf('#ffffff', '#000000')).toBeCloseTo(21, 5);
  expect(contrastOf('#3366cc', '#3366cc')).toBe(1);
});

test('the grey that just passes 4.5 on white is #767676', () => {
  expect(contrastOf('#767676', '#ffffff')).toBeGreaterThanOrEqual(4.5);
  expect(contrastOf('#777777', '#ffffff')).toBeLessThan(4.5);
});
