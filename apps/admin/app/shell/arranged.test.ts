import { expect, test } from 'vitest';
import { conflictsOf } from '#ui/shortcut-rules.ts';
import { arranged, branches, moved, presets, type Arrangement, type PresetName } from './arranged.ts';
import { navigation, pageOf } from './navigation.ts';
import { jumps, places } from './places.ts';

const all = navigation.flatMap((group) => group.items).map((item) => item.to);
const none: Arrangement & { default: PresetName } = { preset: null, order: [], hidden: [], shown: [], pinned: [], default: 'full' };
const seen = (own: Partial<typeof none>, allowed = all) => {
  const { pinned, groups } = arranged(navigation, { ...none, ...own }, allowed);
  return [...pinned, ...groups.flatMap((group) => group.items)].map((item) => item.to);
};

test('without a choice everybody sees every page they may open', () => {
  expect(seen({})).toEqual(all);
  expect(seen({}, ['/', '/orders'])).toEqual(['/', '/orders']);
});

test('a preset puts its pages first and others away; what is wanted back comes back', () => {
  expect(seen({ preset: 'warehouse' }).slice(0, 2)).toEqual(['/orders', '/inventory']);
  expect(seen({ preset: 'warehouse' })).not.toContain('/customers');
  expect(seen({ preset: 'warehouse', shown: ['/customers'] })).toContain('/customers');
  expect(seen({ default: 'sales' })).not.toContain('/audit');
});

test('pinned pages stand on top once, hidden ones nowhere, and nobody gains a page by arranging', () => {
  const own = seen({ pinned: ['/settings', '/orders'], hidden: ['/people'] });
  expect(own.slice(0, 2)).toEqual(['/settings', '/orders']);
  expect(own.filter((to) => to === '/orders')).toHaveLength(1);
  expect(own).not.toContain('/people');
  expect(seen({ pinned: ['/audit'], shown: ['/audit'] }, ['/'])).toEqual(['/']);
});

test('home and settings stay in every preset', () => {
  for (const preset of Object.keys(presets) as PresetName[]) expect(seen({ preset }), preset).toEqual(expect.arrayContaining(['/', '/settings', '/orders']));
});

test('a page put away takes the pages below it along, and pinning one of them brings it to the top alone', () => {
  expect(seen({ hidden: ['/inventory'] })).not.toContain('/inventory/counts');
  expect(seen({ hidden: ['/inventory'], shown: ['/inventory/counts'] })).toContain('/inventory/counts');
  expect(seen({ pinned: ['/orders/drafts'] })[0]).toBe('/orders/drafts');
  const { groups } = arranged(navigation, { ...none, pinned: ['/orders/drafts'] }, all);
  expect(branches(groups[0]!.items).find(({ item }) => item.to === '/orders')!.below.map((item) => item.to)).not.toContain('/orders/drafts');
});

test('a page below another one stands alone for somebody who may not open the upper one', () => {
  const { groups } = arranged(navigation, none, ['/', '/inventory/counts']);
  expect(branches(groups[0]!.items).map(({ item }) => item.to)).toEqual(['/', '/inventory/counts']);
});

test('every page below another one names a page of the same group', () => {
  for (const { items } of navigation) for (const { under } of items) if (under) expect(items.map(({ to }) => to)).toContain(under);
});

test('moving a page keeps all others in their order', () => {
  expect(moved(['a', 'b', 'c'], 'c', 0)).toEqual(['c', 'a', 'b']);
  expect(moved(['a', 'b', 'c'], 'a', 2)).toEqual(['b', 'c', 'a']);
  expect(moved(['a', 'b'], 'a', 9)).toEqual(['b', 'a']);
});

test('every letter after G goes to a page there is, and no two shortcuts collide', () => {
  const known = [...all, ...places.map((place) => place.to)];
  for (const to of Object.values(jumps)) expect(known).toContain(to);
  expect(conflictsOf([...Object.keys(jumps).map((letter) => `g ${letter}`), ...Array.from({ length: 9 }, (_, i) => `w ${i + 1}`), '?', '$mod+k', '$mod+b', '/', 'j', 'k', 'x'])).toEqual([]);
});

test('every page inside a page belongs to one of the sidebar', () => {
  for (const place of places) expect(pageOf(place.to)?.to, place.to).toBeDefined();
});
