import { expect, test } from 'vitest';
import { snoozeTimes } from './snooze-times.ts';

const chosen = (now: Date) => Object.fromEntries(snoozeTimes(now).map(({ label, until }) => [label, [until.getDay(), until.getHours(), Math.round((until.getTime() - now.getTime()) / 86_400_000)]]));

test.each([0, 1, 2, 3, 4, 5, 6])('from day %i of the week, next week is the coming Monday at eight and tomorrow is one day on', (day) => {
  const now = new Date(2026, 6, 5 + day, 9, 30);
  expect(now.getDay()).toBe(day);
  const times = chosen(now);
  expect(times['Next week']).toEqual([1, 8, (8 - day) % 7 || 7]);
  expect(times['Tomorrow']).toEqual([(day + 1) % 7, 8, 1]);
  expect(times['In three hours']![1]).toBe(12);
});
