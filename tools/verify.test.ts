// Each rule is shown failing once, on a small tree of files that breaks exactly that rule.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { circles } from './checks/circles.ts';
import { lint, types, unused } from './checks/commands.ts';
import type { Rule } from './checks/finding.ts';
import { doors, floors, nothingOverlooked, screensApart, strangers } from './checks/floors.ts';
import { lockedPackages } from './checks/packages.ts';
import { papers } from './checks/papers.ts';
import { databaseDriver, environment, platformDoor } from './checks/reach.ts';
import { figures, shape } from './checks/shape.ts';
import { declaredUses } from './checks/uses.ts';
import { collisions, declarations, listedTables, migrationInStep, tenantTables } from './policy.ts';

const repository = path.dirname(import.meta.dirname);
const trees: string[] = [];
afterEach(() => trees.splice(0).forEach((tree) => rmSync(tree, { recursive: true })));

test('the platform may not know the business', async () => {
  const tree = plant({ 'platform/mail.ts': `import { orders } from '#modules/orders/index.ts';`, 'modules/orders/index.ts': '' });
  expect(await told(floors, tree)).toEqual(['platform/mail.ts:1  platform/ may not use modules/ (#modules/orders/index.ts). A need that runs upward is an event.']);
});

test('a test may look at the whole house, a screen may use the design kit', async () => {
  const tree = plant({
    'platform/mail.test.ts': `import '#modules/orders/index.ts';`,
    'modules/orders/ui/page.tsx': `import '#ui/table.tsx';`,
    'modules/orders/index.ts': '',
  });
  expect(await told(floors, tree)).toEqual([]);
});

test('a module is entered by its door only', async () => {
  const tree = plant({
    'modules/carts/add-line.ts': `import type { Stock } from '#modules/inventory/tables.ts';`,
    'apps/admin/routes.ts': `import '#modules/carts/ui/page.tsx';`,
  });
  expect(await told(doors, tree)).toEqual(['modules/carts/add-line.ts:1  modules/inventory is entered by its index.ts only, not by tables.ts.']);
});

test('business code does not need its screens', async () => {
  const tree = plant({ 'modules/carts/index.ts': `import './ui/page.tsx';` });
  expect(await told(screensApart, tree)).toEqual(['modules/carts/index.ts:1  business code may not use its own screens (ui/).']);
});

test('connectors do not know each other', async () => {
  const tree = plant({ 'connectors/stripe/index.ts': `import '../paypal/index.ts';` });
  expect(await told(strangers, tree)).toEqual(['connectors/stripe/index.ts:1  a connector may not know another one (../paypal/index.ts).']);
});

test('a circle of files and a circle of modules are both told with their way round', async () => {
  const tree = plant({
    'platform/a.ts': `import './b.ts';`,
    'platform/b.ts': `import './a.ts'; import type {} from './c.ts';`,
    'platform/c.ts': `import './b.ts';`,
    'modules/carts/index.ts': `import type {} from '#modules/orders/index.ts';`,
    'modules/orders/events.ts': `import {} from '#modules/carts/index.ts';`,
  });
  expect(await told(circles, tree)).toEqual([
    'platform/a.ts  goes round in a circle: platform/a.ts -> platform/b.ts -> platform/a.ts',
    'modules/carts/index.ts  goes round in a circle: carts -> orders -> carts',
  ]);
});

test('a module declares whom it uses, no more and no less', async () => {
  const tree = plant({
    'modules/orders/index.ts': `export const orders = module({ name: 'orders', uses: ['customers'] });`,
    'modules/orders/place-order.ts': `\nimport '#modules/inventory/index.ts';`,
  });
  expect(await told(declaredUses, tree)).toEqual([
    'modules/orders/place-order.ts:2  uses the module inventory, which modules/orders/index.ts does not declare in "uses".',
    'modules/orders/index.ts  declares that it uses customers, and nothing in it does.',
  ]);
});

test('a module nobody lists, an unreadable file and a missing file are not overlooked', async () => {
  const tree = plant({
    'modules/modules.ts': `import '#modules/orders/index.ts';`,
    'modules/orders/index.ts': `import './gone.ts';`,
    'modules/carts/index.ts': '',
    'platform/broken.ts': 'const = 1;',
  });
  expect(await told(nothingOverlooked, tree)).toEqual([
    expect.stringContaining('platform/broken.ts  could not be read:'),
    'modules/orders/index.ts:1  imports ./gone.ts, which does not exist.',
    'modules/carts/index.ts  is missing from the list in modules/modules.ts.',
  ]);
});

test('only the configuration reads the environment', async () => {
  const tree = plant({ 'platform/config.ts': 'process.env.PORT;', 'platform/mail.ts': `process.env['SMTP_URL'];`, 'modules/a/b.ts': `import { env } from 'node:process';` });
  expect(await told(environment, tree)).toEqual([
    'platform/mail.ts:1  reads the environment; only platform/config.ts may.',
    'modules/a/b.ts:1  reads the environment; only platform/config.ts may.',
  ]);
});

test('business code neither opens the database nor works across workspaces unseen', async () => {
  const tree = plant({ 'modules/orders/export.ts': `import pg from 'pg';\nimport { platformRead } from '#platform/tenancy/platform-door.ts';` });
  expect(await told(databaseDriver, tree)).toEqual(['modules/orders/export.ts:1  opens the database by itself (pg); use ctx.read or ctx.transaction.']);
  expect(await told(platformDoor, tree)).toEqual(['modules/orders/export.ts:2  works across workspaces; it is not on the list in tools/checks/reach.ts.']);
});

test('long functions, long files, "any" and boolean parameters are told with their line', async () => {
  const tree = plant({
    'platform/long.ts': `export function long() {\n${'  1;\n'.repeat(60)}}\n`,
    'platform/endless.ts': '// line\n'.repeat(401),
    'platform/loose.ts': `export const loose = (x: any) => x;\nexport function send(now: boolean) {\n  return now;\n}`,
  });
  expect(await told(shape, tree)).toEqual([
    'platform/endless.ts  has 402 lines; 400 is the most.',
    'platform/long.ts:1  is a function of 62 lines; 60 is the most.',
    'platform/loose.ts:1  says "any"; name the type, or use unknown.',
    'platform/loose.ts:2  takes a boolean parameter; two functions, or a word, say more.',
  ]);
  expect(figures(tree).function.longest).toBe(62);
});

test('packages are pinned, in step, and carry no address', async () => {
  const tree = plant({
    'package.json': JSON.stringify({ dependencies: { zod: '^4.0.0', hono: '4.1.0', six: 'npm:typescript@6.0.3' } }),
    'package-lock.json': JSON.stringify({
      packages: { '': { dependencies: { zod: '^4.0.0', hono: '4.0.0', six: 'npm:typescript@6.0.3' } }, 'node_modules/zod': { version: '4.0.0', resolved: 'https://example.com/zod.tgz' } },
    }),
  });
  expect(await told(lockedPackages, tree)).toEqual([
    'package.json  zod is not pinned exactly (^4.0.0).',
    'package-lock.json  does not have hono 4.1.0 as package.json asks.',
    `package-lock.json  node_modules/zod carries the address it was fetched from; installing with the project's .npmrc leaves it out.`,
  ]);
});

test('papers speak of files that exist', async () => {
  const tree = plant({
    'docs/features.json': JSON.stringify({ 'CRT-01': { tests: ['modules/carts/gone.test.ts'] } }),
    'MAP.md': 'See `platform/money.ts`, `platform/gone.ts` and `modules/`.',
    'platform/money.ts': '',
    'modules/modules.ts': '',
  });
  expect(await told(papers, tree)).toEqual([
    'docs/features.json  speaks of modules/carts/gone.test.ts, which does not exist.',
    'MAP.md  speaks of platform/gone.ts, which does not exist.',
  ]);
});

test('a tenant table without forced policy, composite key or migration is named with its migration', async () => {
  const tree = plantShop({
    'modules/shop/tables.ts': `
      import { uuid } from 'drizzle-orm/pg-core';
      import { tenantTable } from '#platform/db/tables.ts';
      export const shelves = tenantTable('test_shelves', {});
      export const mugs = tenantTable('test_mugs', { shelfId: uuid('shelf_id').references(() => shelves.id) });
      export const forgotten = tenantTable('test_forgotten', {});`,
    'modules/modules.ts': `
      import { module } from '#platform/module.ts';
      import { mugs, shelves } from './shop/tables.ts';
      export const modules = [module({ name: 'shop', tables: { mugs, shelves } })];`,
    'platform/db/migrations/0001_shop.sql': `
      create table "test_shelves" ("workspace_id" uuid);
      alter table "test_shelves" enable row level security;
      alter table "test_shelves" force row level security;
      create policy "x" on "test_shelves" to :app using (workspace_id = current_workspace());
      create table test_mugs (workspace_id uuid);
      alter table test_mugs enable row level security;
      alter table test_mugs add constraint y foreign key (shelf_id) references test_shelves (id);`,
  });
  const file = 'platform/db/migrations/0001_shop.sql';
  expect(await told(tenantTables, tree)).toEqual([
    `${file}  the tenant table test_mugs does not force row-level security on its owner.`,
    `${file}  the tenant table test_mugs has no policy that holds it to the current workspace.`,
    `${file}  test_mugs refers to test_shelves without the workspace; use belongsTo().`,
    'platform/db/migrations  no migration makes the table test_forgotten; run npm run migration.',
    `${file}  a foreign key (shelf_id) refers to test_shelves without the workspace.`,
  ].toSorted());
  expect(await told(listedTables, tree)).toEqual([`modules/modules.ts  the table test_forgotten is in no module's list of tables.`]);
});

test('a migration that lags behind the tables is told', async () => {
  const tree = plant({ 'tools/migration.ts': `export const openMigration = async () => ({ file: '0002_mugs.sql', text: 'new' });`, 'platform/db/migrations/0002_mugs.sql': 'old' });
  expect(await told(migrationInStep, tree)).toEqual(['platform/db/migrations/0002_mugs.sql  is not what the tables in code ask for; run npm run migration.']);
});

test('an operation says what it is, needs a known permission and has an address of its own', async () => {
  const tree = plantShop({
    'modules/modules.ts': `
      import { module } from '#platform/module.ts';
      const op = (parts) => ({ kind: 'operation', on: 'admin', says: 'Sell', needs: 'mugs:sell', route: { method: 'POST', path: '/mugs/:id' }, ...parts });
      export const modules = [module({ name: 'shop', capabilities: { 'mugs:sell': 'Sell mugs' }, operations: [
        op({ name: 'mugs.sell' }), op({ name: 'mugs.sell', route: { method: 'POST', path: '/mugs/:mug' } }),
        op({ name: 'mugs.free', needs: '', says: ' ', route: { method: 'POST', path: '' } }), op({ name: 'mugs.odd', needs: 'mugs:fly', route: { method: 'GET', path: '/o' } }),
      ] })];`,
  });
  expect(await told(declarations, tree)).toEqual([
    'modules/shop/index.ts  the operation mugs.free does not say what it is.',
    'modules/shop/index.ts  the operation mugs.free has no route.',
    'modules/shop/index.ts  the operation mugs.free needs no permission.',
    'modules/shop/index.ts  the operation mugs.odd needs "mugs:fly", which no module describes in its capabilities.',
  ]);
  expect(await told(collisions, tree)).toEqual([
    'modules/shop/index.ts  mugs.sell is a second "admin POST /mugs/:x".',
    'modules/shop/index.ts  mugs.sell is a second "mugs.sell".',
  ]);
});

test('the compiler, the linter and the search for unused things are heard', async () => {
  const tree = plantShop({
    'tsconfig.json': '{ "compilerOptions": { "strict": true, "noEmit": true, "types": [] }, "include": ["platform/*.ts"] }',
    '.oxlintrc.json': '{ "ignorePatterns": ["node_modules"], "rules": { "no-debugger": "error" } }',
    'knip.json': '{ "entry": ["platform/start.ts"], "project": ["platform/**/*.ts"] }',
    'platform/start.ts': `export const wrong: number = 'text';\ndebugger;`,
    'platform/forgotten.ts': 'export const left = 1;',
  });
  expect(await told(types, tree)).toEqual([expect.stringMatching(/^platform\/start\.ts:1 {2}TS2322/)]);
  expect(await told(lint, tree)).toEqual([expect.stringMatching(/^platform\/start\.ts:2 .*debugger/)]);
  expect(await told(unused, tree)).toContain('platform/forgotten.ts  is used by nothing.');
});

async function told(rule: Rule, tree: string): Promise<string[]> {
  const found = (await rule(tree)).map(({ where, says }) => `${where}  ${says}`);
  return rule === tenantTables || rule === declarations || rule === collisions ? found.toSorted() : found;
}

function plant(files: Record<string, string>): string {
  const tree = mkdtempSync(path.join(tmpdir(), 'quickdash-tree-'));
  trees.push(tree);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(tree, file)), { recursive: true });
    writeFileSync(path.join(tree, file), text);
  }
  return tree;
}

/** A tree whose declarations can be loaded: it borrows the real packages, and the real platform under its own name. */
function plantShop(files: Record<string, string>): string {
  const platform = `${repository}/platform/`;
  const loadable = Object.fromEntries(Object.entries(files).map(([file, text]) => [file, text.replaceAll('#platform/', platform)]));
  const tree = plant({ 'package.json': '{ "type": "module" }', ...loadable });
  symlinkSync(path.join(repository, 'node_modules'), path.join(tree, 'node_modules'));
  return tree;
}
