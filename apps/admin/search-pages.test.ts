import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { house } from '#connectors/house.ts';
import { pageOfList } from '#modules/shell/index.ts';
import { registry } from '#platform/registry.ts';

test('“all that match” of the search leads to a page of the dashboard, for every list it looks into', () => {
  registry.load(house);
  const routes = new Set([...readFileSync(path.join(import.meta.dirname, 'app/routes.ts'), 'utf8').matchAll(/route\('([^':]+)'/g)].map(([, route]) => `/${route}`));
  const lists = registry.views().filter((view) => view.on === 'admin' && view.opens);
  expect(lists.length).toBeGreaterThan(10);
  expect(lists.map((list) => [list.name, pageOfList(list)]).filter(([, page]) => !routes.has(page!))).toEqual([]);
});

test('rows that open the record of another list have a list page of their own', () => {
  expect(pageOfList(registry.view('orders.returns'))).toBe('/orders/returns');
  expect(pageOfList(registry.view('warranties.cards'))).toBe('/warranties');
});
