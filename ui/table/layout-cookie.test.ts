import { expect, test } from 'vitest';
import { keptLayout, layoutCookie } from './layout-cookie.ts';

test('a browser gives back the look it was given', () => {
  const kept = { view: 'unpaid', layout: { columns: ['number', 'total'], widths: { number: 120 }, density: 'compact' as const } };
  expect(keptLayout(`a=b; ${layoutCookie('orders.list', kept).split(';')[0]!}`, 'orders.list')).toEqual(kept);
  expect(keptLayout(`a=b; ${layoutCookie('orders.list', kept).split(';')[0]!}`, 'products.list')).toBeUndefined();
});

test('nonsense in the browser is not taken for a look', () => {
  expect(keptLayout('qd-table-orders-list=%7Bnonsense', 'orders.list')).toBeUndefined();
  expect(keptLayout(`qd-table-orders-list=${encodeURIComponent('{"layout":{"columns":[1,"number"],"widths":{"a":99999},"density":"huge"}}')}`, 'orders.list')).toEqual({ view: null, layout: { columns: ['number'], widths: {} } });
});
