import { expect, test } from 'vitest';
import { dayLabel, rangeOf } from './home-range.ts';

const lateEvening = new Date('2026-03-01T13:30:00Z');

test('"today" is the shop’s own day, not the server’s', () => {
  expect(rangeOf('today').days(lateEvening, 'Australia/Sydney')).toEqual({ from: '2026-03-02', to: '2026-03-02' });
  expect(rangeOf('today').days(lateEvening, 'America/New_York')).toEqual({ from: '2026-03-01', to: '2026-03-01' });
});

test('an address that names no known range shows 30 days', () => {
  expect(rangeOf('a year').days(lateEvening, 'UTC')).toEqual({ from: '2026-01-31', to: '2026-03-01' });
});

test('the days under a chart are short', () => {
  expect(dayLabel('2026-01-31', 'en-AU')).toBe('31 Jan');
});
