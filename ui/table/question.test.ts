import { expect, test } from 'vitest';
import { isNarrowed, questionOf } from './question.ts';

test('a copied address asks for the same rows', () => {
  const address = new URLSearchParams('q=mug&filter[payment]=paid,refunded&filter[total]=100..&sort=-placedAt&limit=100&cursor=abc');
  expect(questionOf(address)).toEqual({ q: 'mug', sort: '-placedAt', cursor: 'abc', limit: 100, filter: { payment: 'paid,refunded', total: '100..' } });
});

test('a strange page size or an empty filter in the address is left aside', () => {
  expect(questionOf(new URLSearchParams('limit=7&filter[payment]=&utm_source=mail'))).toEqual({ filter: {} });
});

test('only words and filters narrow a list, its order does not', () => {
  expect(isNarrowed(questionOf(new URLSearchParams('sort=name&cursor=x')))).toBe(false);
  expect(isNarrowed(questionOf(new URLSearchParams('filter[tag]=new')))).toBe(true);
});
