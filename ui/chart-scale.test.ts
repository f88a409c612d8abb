import { expect, test } from 'vitest';
import { niceScale, spread } from './chart-scale.ts';

test('the scale of a chart ends on a round number at or above the best day', () => {
  expect(niceScale(930)).toEqual({ top: 1000, ticks: [0, 250, 500, 750, 1000] });
  expect(niceScale(4)).toEqual({ top: 4, ticks: [0, 1, 2, 3, 4] });
});

test('a chart without sales still has a floor', () => {
  expect(niceScale(0)).toEqual({ top: 1, ticks: [0] });
});

test('thirty days get at most seven labels, the first among them', () => {
  expect(spread(30, 7)).toEqual([0, 5, 10, 15, 20, 25]);
  expect(spread(3, 7)).toEqual([0, 1, 2]);
});
