import { expect, test } from 'vitest';
import { describeFilter } from './filter-words.ts';
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
