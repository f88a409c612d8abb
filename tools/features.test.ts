import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { RouteConfigEntry } from '@react-router/dev/routes';
import { expect, test } from 'vitest';
import dashboard from '../apps/admin/app/routes.ts';
import { house } from '../connectors/house.ts';
import { surfaceRoot } from '../platform/operations/route.ts';
import { registry } from '../platform/registry.ts';

interface Feature {
  where: string[];
  tests: string[];
  /** Only while part of the promise is not there. */
  missing?: string;
}

const root = path.dirname(import.meta.dirname);
const features = Object.entries(JSON.parse(readFileSync(path.join(root, 'docs/features.json'), 'utf8')) as Record<string, Feature>);
const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
registry.load(house);

/** Addresses of the server itself, which no operation or view stands behind. */
const OWN = ['POST /api/admin/files', 'POST /api/storefront/review-media', 'GET /api/admin/exports/:view', 'GET /api/admin/products/export.csv', 'GET /api/admin/products/export.json', 'POST /api/admin/products/import-file', 'POST /api/realtime/auth', 'POST /api/auth/sign-in/email', 'GET /api/auth/list-sessions'];

const known = new Set([
  ...[...registry.operations(), ...registry.views()].map(({ route, on }) => `${route.method} ${surfaceRoot(on)}${route.path}`),
  ...registry.accountOperations().map(({ route }) => `${route.method} /api/account${route.path}`),
  ...pagesOf(await dashboard, '/admin'),
  ...Object.keys(scripts).map((name) => (name === 'start' || name === 'test' ? `npm ${name}` : `npm run ${name}`)),
  ...OWN,
]);

function pagesOf(routes: RouteConfigEntry[], above: string): string[] {
  return routes.flatMap((route) => {
    const address = route.path ? `${above}/${route.path}` : above;
    return [address, ...pagesOf(route.children ?? [], address)];
  });
}

test('every capability has a permanent id, a place where a person meets it, and a test', () => {
  const wrong = features.filter(([id, { where, tests }]) => !/^[A-Z]{3}-\d{2}$/.test(id) || where.length === 0 || tests.length === 0);
  expect(wrong).toEqual([]);
  expect(features.length).toBeGreaterThan(40);
});

test.each(features)('%s is met where it says: the routes, pages and commands exist', (_id, { where }) => {
  const checked = where.filter((place) => /^[A-Z]+ \/|^\/admin|^npm /.test(place));
  expect(checked.filter((place) => !known.has(place))).toEqual([]);
  expect(where.filter((place) => !checked.includes(place) && !place.startsWith('/'))).toEqual([]);
});

test.each(features)('%s is driven by tests that exist, and says in a sentence what is missing', (_id, { tests, missing = 'Nothing.' }) => {
  expect(tests.filter((file) => !/\.test\.tsx?$/.test(file) || !existsSync(path.join(root, file)))).toEqual([]);
  expect(missing).toMatch(/^[A-Z].*\.$/);
});
