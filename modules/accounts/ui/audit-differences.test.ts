import { expect, test } from 'vitest';
import { differences } from './audit-differences.ts';

test('the audit shows only what a change changed', () => {
  const change = { record: 'product', id: '1', before: { title: 'Mug', price: 1_850, tags: ['a'] }, after: { title: 'Blue mug', price: 1_850, tags: ['a', 'b'] } };
  expect(differences(change)).toEqual([
    { field: 'title', before: 'Mug', after: 'Blue mug' },
    { field: 'tags', before: '["a"]', after: '["a","b"]' },
  ]);
});

test('a new record shows what it has, a deleted one what it had', () => {
  expect(differences({ record: 'role', id: '1', after: { name: 'Packer', note: '' } })).toEqual([{ field: 'name', after: 'Packer' }]);
  expect(differences({ record: 'role', id: '1', before: { name: 'Packer' } })).toEqual([{ field: 'name', before: 'Packer' }]);
});
