import { expect, test } from 'vitest';
import { differs, isNarrowed, questionOf, readAddress, saysSomething } from './question.ts';

const columns = { payment: { filter: 'any of' }, total: { filter: 'range' }, note: {} };
const read = (address: string) => readAddress(new URLSearchParams(address), columns);

test('a copied address asks for the same rows', () => {
  expect(questionOf(read('q=mug&filter[payment]=paid,refunded&filter[total]=100..&sort=-placedAt&limit=100&cursor=abc'))).toEqual({ q: 'mug', sort: '-placedAt', cursor: 'abc', limit: 100, filter: { payment: 'paid,refunded', total: '100..' } });
});

test('a strange page size, an empty filter or a column that does not filter is left aside', () => {
  expect(questionOf(read('limit=7&filter[payment]=&filter[note]=x&utm_source=mail'))).toEqual({ filter: {} });
});

test('only words and filters narrow a list, its order does not', () => {
  expect(isNarrowed(questionOf(read('sort=name&cursor=x')))).toBe(false);
  expect(isNarrowed(questionOf(read('filter[payment]=paid')))).toBe(true);
});

test('an address says its own words over the open view, and can take some of the view away', () => {
  const unpaid = { q: 'mug', sort: '-total', filter: { payment: 'pending', total: '100..' } };
  expect(questionOf(read('view=unpaid'), unpaid)).toEqual(unpaid);
  expect(questionOf(read('view=unpaid&filter[total]=&sort=placedAt'), unpaid)).toEqual({ q: 'mug', sort: 'placedAt', filter: { payment: 'pending' } });
  expect(questionOf(read('view=unpaid&q='), unpaid)).not.toHaveProperty('q');
  expect(saysSomething(read('view=unpaid&limit=50'))).toBe(false);
  expect(saysSomething(read('q='))).toBe(true);
});

test('a view is changed when something else is asked, however it is written', () => {
  const unpaid = { filter: { payment: 'pending', total: '100..' } };
  expect(differs({ filter: { total: '100..', payment: 'pending' } }, unpaid)).toBe(false);
  expect(differs({ ...unpaid, sort: '-total' }, unpaid)).toBe(true);
});
