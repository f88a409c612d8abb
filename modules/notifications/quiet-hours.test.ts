import { expect, test } from 'vitest';
import { mailDue, nextTimeOfDay, pushDue, type Habits } from './quiet-hours.ts';

const habits: Habits = { timeZone: 'Australia/Sydney', quietFrom: '22:00', quietTo: '07:00', digest: 'instant', dailyAt: '08:00' };
const at = (iso: string) => new Date(iso);

// Sydney is 10 hours ahead in July.
test.each([
  ['in the afternoon it rings at once', '2026-07-01T05:00:00Z', '2026-07-01T05:00:00.000Z'],
  ['late in the evening it waits for the morning', '2026-07-01T12:30:00Z', '2026-07-01T21:00:00.000Z'],
  ['after midnight it waits for the same morning', '2026-07-01T15:00:20Z', '2026-07-01T21:00:00.000Z'],
  ['the minute the quiet hours begin belongs to them', '2026-07-01T12:00:00Z', '2026-07-01T21:00:00.000Z'],
  ['the minute they end does not', '2026-07-01T21:00:00Z', '2026-07-01T21:00:00.000Z'],
])('quiet hours from 22:00 to 07:00 in Sydney: %s', (_title, from, due) => {
  expect(pushDue(at(from), habits).toISOString()).toBe(due);
});

test('quiet hours over lunch end the same day', () => {
  expect(pushDue(at('2026-07-01T02:15:00Z'), { ...habits, quietFrom: '12:00', quietTo: '13:00' }).toISOString()).toBe('2026-07-01T03:00:00.000Z');
});

test('a night in which the clocks change still ends at seven', () => {
  // Berlin puts its clocks forward on 29 March 2026 at 02:00 and back on 25 October at 03:00.
  const berlin = { ...habits, timeZone: 'Europe/Berlin' };
  expect(pushDue(at('2026-03-28T22:30:00Z'), berlin).toISOString()).toBe('2026-03-29T05:00:00.000Z');
  expect(pushDue(at('2026-10-24T21:30:00Z'), berlin).toISOString()).toBe('2026-10-25T06:00:00.000Z');
});

test('a digest comes on the hour or once a day, but never in quiet hours, and urgent mail does not wait for it', () => {
  const hourly = { ...habits, digest: 'hourly' as const };
  const daily = { ...habits, digest: 'daily' as const };
  expect(mailDue(at('2026-07-01T05:20:00Z'), hourly, 'normal').toISOString()).toBe('2026-07-01T06:00:00.000Z');
  expect(mailDue(at('2026-07-01T11:20:00Z'), hourly, 'normal').toISOString()).toBe('2026-07-01T21:00:00.000Z');
  expect(mailDue(at('2026-07-01T05:20:00Z'), daily, 'normal').toISOString()).toBe('2026-07-01T22:00:00.000Z');
  expect(mailDue(at('2026-07-01T05:20:00Z'), daily, 'urgent').toISOString()).toBe('2026-07-01T05:20:00.000Z');
  expect(mailDue(at('2026-07-01T12:20:00Z'), daily, 'urgent').toISOString()).toBe('2026-07-01T21:00:00.000Z');
});

test('a zone half an hour off has its full hours where its clocks show them', () => {
  const kathmandu = { ...habits, timeZone: 'Asia/Kathmandu', digest: 'hourly' as const };
  expect(mailDue(at('2026-07-01T06:20:00Z'), kathmandu, 'normal').toISOString()).toBe('2026-07-01T07:15:00.000Z');
});

test('the next eight o’clock is tomorrow’s when it is eight now', () => {
  expect(nextTimeOfDay(at('2026-07-01T08:00:30Z'), '08:00', 'UTC').toISOString()).toBe('2026-07-02T08:00:00.000Z');
  expect(nextTimeOfDay(at('2026-07-01T07:59:59Z'), '08:00', 'UTC').toISOString()).toBe('2026-07-01T08:00:00.000Z');
});
