import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantAt, wallTime } from './zoned-time.ts';

test('nine in the morning in Sydney is the evening before in UTC, in summer and in winter', () => {
  expect(instantAt('2026-01-15T09:00', 'Australia/Sydney')).toBe('2026-01-14T22:00:00.000Z');
  expect(instantAt('2026-07-15T09:00', 'Australia/Sydney')).toBe('2026-07-14T23:00:00.000Z');
  expect(wallTime('2026-01-14T22:00:00.000Z', 'Australia/Sydney')).toBe('2026-01-15T09:00');
  expect(instantAt('', 'UTC')).toBeNull();
});

test('every minute of the year comes back as the clock showed it, wherever the shop is', () => {
  const zones = fc.constantFrom('UTC', 'Australia/Sydney', 'America/New_York', 'Europe/Berlin', 'Asia/Kathmandu');
  const start = Date.UTC(2026, 0, 1);
  fc.assert(
    fc.property(zones, fc.nat(365 * 24 * 60), (zone, minutes) => {
      const shown = wallTime(new Date(start + minutes * 60_000).toISOString(), zone);
      expect(wallTime(instantAt(shown, zone), zone)).toBe(shown);
    }),
  );
});
