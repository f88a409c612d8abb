import { expect, test } from 'vitest';
import { groupEvents, toggled } from './event-groups.ts';

const all = [
  { name: 'order.placed', says: 'An order was placed' },
  { name: 'stock.low', says: 'Stock ran low' },
  { name: 'order.shipped', says: 'A parcel left' },
  { name: 'customer.password.changed', says: 'A customer chose a new password' },
];

test('events stand under what they are about', () => {
  expect(groupEvents(all).map((group) => [group.label, group.events.length])).toEqual([['Customer.password', 1], ['Order', 2], ['Stock', 1]]);
});

test('all words that are looked for must be there, in the name or in what it says', () => {
  expect(groupEvents(all, 'PARCEL order').flatMap((group) => group.events)).toEqual([all[2]]);
  expect(groupEvents(all, 'parcel stock')).toEqual([]);
});

test('ticking a group ticks the rest of it, ticking it again none', () => {
  const some = toggled(['order.placed', 'stock.low'], ['order.placed', 'order.shipped']);
  expect(some).toEqual(['order.placed', 'stock.low', 'order.shipped']);
  expect(toggled(some, ['order.placed', 'order.shipped'])).toEqual(['stock.low']);
});
