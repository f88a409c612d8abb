import fc from 'fast-check';
import { expect, test } from 'vitest';
import { retryAfter } from './dunning.ts';
import { unusedOf } from './prorate.ts';
import { HAPPENINGS, moves, statusAfter, STATUSES } from './status.ts';

const DAY = 86_400_000;
const start = new Date('2026-03-01T00:00:00Z');
const end = new Date(start.getTime() + 30 * DAY);
const after = (millis: number) => new Date(start.getTime() + millis);

test.each([
  [0, 3_000],
  [15, 1_500],
  [29, 100],
  [30, 0],
  [31, 0],
  [-1, 3_000],
])('after %i of 30 days, of $30.00 that were paid %i cents are unused', (gone, cents) => {
  expect(unusedOf({ paid: 3_000, start, end }, after(gone * DAY))).toBe(cents);
});

test('what is unused is a whole number between nothing and all, only falls, and two parts are never more than the whole', () => {
  const instants = fc.integer({ min: -DAY, max: 31 * DAY });
  fc.assert(
    fc.property(fc.nat(10_000_000_000), fc.nat(10_000_000_000), instants, instants, (paid, more, one, two) => {
      const [first, second] = [Math.min(one, two), Math.max(one, two)].map((millis) => unusedOf({ paid, start, end }, after(millis)));
      expect(Number.isSafeInteger(first)).toBe(true);
      expect(first).toBeLessThanOrEqual(paid);
      expect(second).toBeGreaterThanOrEqual(0);
      expect(second).toBeLessThanOrEqual(first!);
      const together = unusedOf({ paid: paid + more, start, end }, after(one));
      const apart = unusedOf({ paid, start, end }, after(one)) + unusedOf({ paid: more, start, end }, after(one));
      expect(together - apart).toBeGreaterThanOrEqual(0);
      expect(together - apart).toBeLessThanOrEqual(1);
    }),
  );
});

test('money and declines may be heard of in every status, and what has ended stays ended', () => {
  for (const status of STATUSES) {
    expect(statusAfter(status, 'paid')).toBeDefined();
    expect(statusAfter(status, 'failed')).toBeDefined();
    if (status !== 'cancelled') expect(statusAfter(status, 'cancelled')).toBe('cancelled');
  }
  expect(new Set(Object.values(moves.cancelled))).toEqual(new Set(['cancelled']));
  expect(HAPPENINGS.filter((happening) => statusAfter('past_due', happening) === undefined)).toEqual(['paused', 'resumed', 'skipped', 'changed']);
});

test('a failed renewal is tried again after 1, 3, 5 and 7 days, and then no more', () => {
  const plan = { since: start, retryDays: [1, 3, 5, 7] };
  expect([1, 2, 3, 4, 5].map((failures) => retryAfter(failures, plan)?.toISOString().slice(0, 10))).toEqual(['2026-03-02', '2026-03-04', '2026-03-06', '2026-03-08', undefined]);
});
