import { expect, test } from 'vitest';
import { describeFilter, joinValues, lastDays, splitValues } from './filter-words.ts';
import type { ColumnFacts } from './question.ts';

const facts = (filter: ColumnFacts['filter'], type: ColumnFacts['type'] = 'text'): ColumnFacts => ({ says: 'Column', type, sort: false, search: false, ...(filter && { filter }) });
const words = { label: (value: string) => value.toUpperCase(), factor: 1 };

test('a filter is told in the words of the column', () => {
  expect(describeFilter(facts('any of'), 'paid,refunded', words)).toBe('PAID, REFUNDED');
  expect(describeFilter(facts('text'), 'blue mug', words)).toBe('blue mug');
});

test('a range of money is told in whole units, open ends as such', () => {
  const money = { ...words, factor: 100 };
  expect(describeFilter(facts('range', 'money'), '1000..250050', money)).toBe('10 to 2500.5');
  expect(describeFilter(facts('range', 'money'), '1000..', money)).toBe('from 10');
  expect(describeFilter(facts('range', 'money'), '..1000', money)).toBe('up to 10');
});

test('one day is told once', () => {
  expect(describeFilter(facts('dates', 'date'), '2026-01-31..2026-01-31', words)).toBe('2026-01-31');
});

test('a value with a comma in it stays one value', () => {
  const chosen = ['Acme', 'Salt, Pepper & Co'];
  expect(splitValues(joinValues(chosen))).toEqual(chosen);
});

test('the last days end today where the shop is, not in Greenwich', () => {
  const lateInGreenwich = Date.parse('2026-01-31T20:00:00Z');
  expect(lastDays(7, 'Australia/Sydney', lateInGreenwich)).toBe('2026-01-26..2026-02-01');
  expect(lastDays(1, 'UTC', lateInGreenwich)).toBe('2026-01-31..2026-01-31');
});
