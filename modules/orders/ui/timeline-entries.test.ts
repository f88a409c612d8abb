import { expect, test } from 'vitest';
import type { Mail, TimelineEntry } from './order-shape.ts';
import { kindOf, newestFirst } from './timeline-entries.ts';

const entry = (at: string, kind: string): TimelineEntry => ({ id: `${at}${kind}`, at, kind, says: kind, byName: 'Ana', mentions: [], files: [] });

test('mails stand between the entries of their time, newest first', () => {
  const mail: Mail = { id: 'm', at: '2026-02-01T10:00:30.000Z', to: 'ana@example.test', subject: 'Your order', state: 'sent', html: '', text: '' };
  const row = newestFirst([entry('2026-02-01T10:00:00.000Z', 'placed'), entry('2026-02-01T10:01:00.000Z', 'payment.paid')], [mail]);
  expect(row.map(kindOf)).toEqual(['money', 'mails', 'changes']);
});

test.each([
  ['note', 'comments'],
  ['refund.asked', 'money'],
  ['payment.partially_refunded', 'money'],
  ['fulfilled', 'parcels'],
  ['return', 'returns'],
  ['mail', 'mails'],
  ['edited', 'changes'],
  ['cancelled', 'changes'],
])('%s belongs to %s', (kind, belongs) => {
  expect(kindOf({ at: '', entry: entry('', kind) })).toBe(belongs);
});
