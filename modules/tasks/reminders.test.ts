import { expect, test } from 'vitest';
import { DAY, HOUR, later } from '#platform/time.ts';
import { firstReminder, reminderAfter, reminderNow } from './reminders.ts';

const noon = new Date('2026-03-02T12:00:00Z');
const in_ = (millis: number) => later(noon, millis);

test('a reminder comes a day before, and for what is due sooner when a quarter of the time is left', () => {
  expect(firstReminder(noon, in_(10 * DAY))).toEqual({ kind: 'soon', at: in_(9 * DAY) });
  expect(firstReminder(noon, in_(4 * HOUR))).toEqual({ kind: 'soon', at: in_(3 * HOUR) });
  expect(firstReminder(noon, in_(-HOUR))).toEqual({ kind: 'overdue', at: in_(-HOUR) });
  expect(firstReminder(noon, null)).toBeNull();
});

test('soon, then overdue, then escalated, then nothing; after a long silence only the last of them', () => {
  const deadline = { dueAt: noon, escalateAt: in_(DAY) };
  expect(reminderAfter('soon', deadline)).toEqual({ kind: 'overdue', at: noon });
  expect(reminderAfter('overdue', deadline)).toEqual({ kind: 'escalated', at: in_(DAY) });
  expect(reminderAfter('escalated', deadline)).toBeNull();
  expect(reminderNow('soon', deadline, in_(-HOUR))).toBe('soon');
  expect(reminderNow('soon', deadline, in_(HOUR))).toBe('overdue');
  expect(reminderNow('soon', deadline, in_(2 * DAY))).toBe('escalated');
});
