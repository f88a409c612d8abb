import { expect, test } from 'vitest';
import { matching } from './matching.ts';

const choices = [
  { id: '1', group: 'Pages', label: 'Stock movements', also: 'ledger' },
  { id: '2', group: 'Pages', label: 'Orders' },
  { id: '3', group: 'Verbs', label: 'Cancel an order' },
  { id: '4', group: 'Verbs', label: 'Order more', also: 'purchase' },
];
const found = (words: string) => matching(choices, words).map((choice) => choice.id);

test('what begins with the words stands first in its group, and groups keep their order', () => {
  expect(found('order')).toEqual(['2', '4', '3']);
});

test('words may come in any order and from other names', () => {
  expect(found('order cancel')).toEqual(['3']);
  expect(found('ledger')).toEqual(['1']);
});

test('no words show everything, strange words nothing', () => {
  expect(found(' ')).toHaveLength(4);
  expect(found('zebra')).toEqual([]);
});
