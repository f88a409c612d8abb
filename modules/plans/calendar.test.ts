import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renewalAt, timesUntilAfter, UNITS } from './calendar.ts';

const at = (text: string) => new Date(text);
const days = (anchor: string, interval: Parameters<typeof renewalAt>[1], zone = 'UTC', many = 5) => Array.from({ length: many }, (_, i) => renewalAt(at(anchor), interval, i, zone).toISOString());

test('the 31st of January comes back: end of February, then the 31st of March', () => {
  expect(days('2026-01-31T10:00:00Z', { unit: 'month', count: 1 })).toEqual(['2026-01-31T10:00:00.000Z', '2026-02-28T10:00:00.000Z', '2026-03-31T10:00:00.000Z', '2026-04-30T10:00:00.000Z', '2026-05-31T10:00:00.000Z']);
});

test('somebody who subscribed on a leap day: the 28th in other years, the 29th again after four', () => {
  expect(days('2024-02-29T00:00:00Z', { unit: 'year', count: 1 }).map((day) => day.slice(0, 10))).toEqual(['2024-02-29', '2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29']);
});

test('nine in the morning stays nine on the clocks of the shop, in summer and in winter', () => {
  const hobart = days('2026-03-30T22:00:00Z', { unit: 'month', count: 1 }, 'Australia/Hobart', 8);
  expect(hobart.map((each) => new Intl.DateTimeFormat('en-GB', { timeZone: 'Australia/Hobart', hour: '2-digit', minute: '2-digit' }).format(at(each)))).toEqual(Array(8).fill('09:00'));
  expect(new Set(hobart.map((each) => each.slice(11, 13)))).toEqual(new Set(['22', '23']));
});

test('a time the clocks skip becomes the one right after; of one they show twice the first counts', () => {
  expect(renewalAt(at('2026-03-07T07:30:00Z'), { unit: 'day', count: 1 }, 1, 'America/New_York').toISOString()).toBe('2026-03-08T07:30:00.000Z');
  expect(renewalAt(at('2026-10-31T05:30:00Z'), { unit: 'day', count: 1 }, 1, 'America/New_York').toISOString()).toBe('2026-11-01T05:30:00.000Z');
  expect(renewalAt(at('2026-10-31T05:30:00Z'), { unit: 'day', count: 1 }, 2, 'America/New_York').toISOString()).toBe('2026-11-02T06:30:00.000Z');
});

const zones = fc.constantFrom('UTC', 'Australia/Hobart', 'America/New_York', 'Europe/Berlin', 'Asia/Kolkata', 'Pacific/Apia', 'America/Sao_Paulo', 'Australia/Lord_Howe');
const anchors = fc.date({ min: at('2020-01-01T00:00:00Z'), max: at('2032-12-31T00:00:00Z'), noInvalidDate: true });
const intervals = fc.record({ unit: fc.constantFrom(...UNITS), count: fc.integer({ min: 1, max: 13 }) });

test('over years, in any zone: renewals only ever move forward, keep their day as far as the month has it, and are never doubled', () => {
  fc.assert(
    fc.property(anchors, intervals, zones, (anchor, interval, zone) => {
      const all = Array.from({ length: 60 }, (_, i) => renewalAt(anchor, interval, i, zone).getTime());
      expect(all.every((each, i) => i === 0 || each > all[i - 1]!)).toBe(true);
      expect(Math.abs(all[0]! - anchor.getTime())).toBeLessThanOrEqual(3_600_000);
      if (interval.unit !== 'month' && interval.unit !== 'year') return;
      const dayOf = (millis: number) => Number(new Intl.DateTimeFormat('en', { timeZone: zone, day: 'numeric' }).format(new Date(millis)));
      const wanted = dayOf(anchor.getTime());
      // A whole day that a zone left out (Apia, 2011) does not lie in these years.
      expect(all.every((each) => dayOf(each) === wanted || (dayOf(each) >= 28 && dayOf(each) < wanted))).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('the first renewal after an instant is later than it, and the one before is not', () => {
  fc.assert(
    fc.property(anchors, intervals, zones, fc.integer({ min: -1_000, max: 4_000 }), (anchor, interval, zone, ahead) => {
      const after = new Date(anchor.getTime() + ahead * 86_400_000);
      const times = timesUntilAfter(anchor, interval, after, zone);
      expect(renewalAt(anchor, interval, times, zone).getTime()).toBeGreaterThan(after.getTime());
      if (times > 0) expect(renewalAt(anchor, interval, times - 1, zone).getTime()).toBeLessThanOrEqual(after.getTime());
    }),
    { numRuns: 200 },
  );
});
