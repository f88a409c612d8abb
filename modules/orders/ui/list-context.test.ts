import { expect, test } from 'vitest';
import { readList, writeList } from './list-context.ts';

test('a list comes back as it was written', () => {
  const list = { q: 'ana & co', sort: '-total', filter: { payment: 'paid,pending', total: '100..' } };
  expect(readList(writeList(list))).toEqual(list);
  expect(readList('')).toEqual({ filter: {} });
  expect(readList('view=x&filter[payment]=&limit=5')).toEqual({ filter: {} });
});
