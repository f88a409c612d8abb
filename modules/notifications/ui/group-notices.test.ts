import { expect, test } from 'vitest';
import { groupNotices, type Notice } from './group-notices.ts';

const notice = (id: string, changes: Partial<Notice> = {}): Notice => ({ id, kind: 'order.placed', says: 'New orders', urgency: 'normal', title: id, body: '', link: '/', at: '', read: false, archived: false, snoozedUntil: null, ...changes });
const orders = (unread: number) => [{ kind: 'order.placed', says: 'New orders', many: '# new orders', unread }];
const shown = (entries: ReturnType<typeof groupNotices>) => entries.map((entry) => (entry.group ? entry.title : entry.notice.id));

test('twelve new orders are one line where the newest stands, whatever lies between them', () => {
  const list = [notice('lamp', { kind: 'stock.out' }), notice('a'), notice('mug', { kind: 'stock.out' }), notice('b'), notice('c')];
  expect(shown(groupNotices(list, orders(12)))).toEqual(['lamp', '12 new orders', 'mug']);
});

test('three are shown one by one', () => {
  expect(shown(groupNotices([notice('a'), notice('b'), notice('c')], orders(3)))).toEqual(['a', 'b', 'c']);
});

test('what was read, and what is urgent, keeps its own line', () => {
  const list = [notice('a'), notice('seen', { read: true }), notice('now', { urgency: 'urgent' }), notice('b')];
  expect(shown(groupNotices(list, orders(5)))).toEqual(['5 new orders', 'seen', 'now']);
});
