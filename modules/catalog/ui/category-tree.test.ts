import { expect, test } from 'vitest';
import { below, inTreeOrder, type Category } from './category-tree.ts';

const tree: Category[] = [
  { id: 'cups', parentId: 'kitchen', name: 'Cups', position: 1, productCount: 3 },
  { id: 'garden', parentId: null, name: 'Garden', position: 1, productCount: 0 },
  { id: 'kitchen', parentId: null, name: 'Kitchen', position: 0, productCount: 1 },
  { id: 'mugs', parentId: 'cups', name: 'Mugs', position: 0, productCount: 2 },
  { id: 'bowls', parentId: 'kitchen', name: 'Bowls', position: 0, productCount: 2 },
];

test('every category stands below its parent, siblings in their order', () => {
  expect(inTreeOrder(tree).map(({ category, depth }) => `${'-'.repeat(depth)}${category.id}`)).toEqual(['kitchen', '-bowls', '-cups', '--mugs', 'garden']);
});

test('a category cannot be offered to lie below itself', () => {
  expect(below(tree, 'kitchen').toSorted()).toEqual(['bowls', 'cups', 'kitchen', 'mugs']);
});
