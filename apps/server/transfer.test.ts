import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createToken } from '#modules/accounts/index.ts';
import { productList } from '#modules/catalog/index.ts';
import { openContext } from '#platform/tenancy/context.ts';
import type { TestWorkspace } from '#platform/testing/database.ts';
import { startServer, type TestServer } from '#worlds/testing.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

interface Shop extends TestWorkspace {
  export(address: string): Promise<Response>;
  import(body: string | Buffer | ReadableStream, query?: string, init?: RequestInit): Promise<Response>;
  titles(): Promise<string[]>;
}

async function openedShop(scopes: string[] = ['products:read', 'products:write']): Promise<Shop> {
  const shop = await server.house.newWorkspace();
  const owner = openContext({ workspaceId: shop.workspaceId, actor: { kind: 'system', name: 'test' }, capabilities: 'all' });
  const { token } = await createToken.call(owner, { name: 'Transfer', scopes });
  const headers = { authorization: `Bearer ${token}` };
  return {
    ...shop,
    export: (address) => fetch(`${server.url}/api/admin/products/${address}`, { headers }),
    import: (body, query = 'name=products.csv', init = {}) =>
      fetch(`${server.url}/api/admin/products/import-file?${query}`, { method: 'POST', body, ...init, headers: { ...headers, 'content-type': 'application/octet-stream', ...init.headers } }),
    titles: async () => (await productList.call(shop.ctx, { sort: 'title' })).data.map((p) => p.title),
  };
}

const FILE = [
  'Handle,Title,Status,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Price,Shelf',
  'hat,Hat,active,Size,S,H-S,shopify,4,20.00,B7',
  'hat,,,,M,H-M,shopify,0,21.00,',
  'mug,Mug,draft,,,MUG,shopify,7,9.50,',
  '',
].join('\n');

test('what one shop exports another imports: both export the same file then, as CSV and as JSON', async () => {
  const [here, viaCsv, viaJson] = [await openedShop(), await openedShop(), await openedShop()];
  const made = await here.import(FILE);
  expect([made.status, await made.json()]).toMatchObject([201, { products: 2, variants: 3, created: 2, updated: 0, failed: 0 }]);
  const csv = await here.export('export.csv');
  expect(csv.headers.get('content-disposition')).toMatch(/^attachment; filename="products-\d{4}-\d\d-\d\d\.csv"$/);
  const [csvText, jsonText] = [await csv.text(), await (await here.export('export.json')).text()];
  expect((JSON.parse(jsonText) as { slug: string }[]).map((p) => p.slug)).toEqual(['hat', 'mug']);
  expect((await viaCsv.import(csvText)).status).toBe(201);
  expect((await viaJson.import(jsonText, 'name=products.json')).status).toBe(201);
  for (const there of [viaCsv, viaJson]) {
    expect(await (await there.export('export.csv')).text()).toBe(csvText);
    expect(await (await there.export('export.json')).text()).toBe(jsonText);
  }
});

test('only the drafts, and nothing at all, are files too', async () => {
  const shop = await openedShop();
  expect(await (await shop.export('export.json')).text()).toBe('[]\n');
  await shop.import(FILE);
  const drafts = await shop.export('export.json?status=draft');
  expect(drafts.headers.get('content-disposition')).toContain('products-draft-');
  expect(((await drafts.json()) as { slug: string }[]).map((p) => p.slug)).toEqual(['mug']);
  expect((await shop.export('export.csv?status=lost')).status).toBe(400);
});

test('a preview names every wrong line, counts what would happen, and changes nothing', async () => {
  const shop = await openedShop();
  await shop.import(FILE);
  const before = await (await shop.export('export.csv')).text();
  const next = 'Handle,Title,Option1 Name,Option1 Value,Variant Price,Shelf\nhat,Better hat,Size,S,25,B8\nhat,,,L,26,\nbad,Bad,,,five,\ncup,Cup,,,5,\nlost,,,,5,\n';
  const answer = await shop.import(next, 'name=next.csv&preview=1');
  const preview = (await answer.json()) as { errors: { line: number; says: string }[]; columns: { name: string; means: string }[] };
  expect(answer.status).toBe(200);
  expect(preview).toMatchObject({ products: 4, created: 1, updated: 1, failed: 2, newVariants: 2, knownVariants: 1, sample: [{ handle: 'hat', exists: true }, { handle: 'cup', exists: false }] });
  expect(preview.errors.map((e) => [e.line, e.says])).toEqual([[4, '"five" is not an amount in AUD'], [6, '"lost" is new and has no title.']]);
  expect(preview.columns.at(-1)).toEqual({ name: 'Shelf', means: 'carry' });
  expect(await (await shop.export('export.csv')).text()).toBe(before);
});

test('a column nobody knows goes where the merchant says', async () => {
  const shop = await openedShop();
  const mapping = encodeURIComponent(JSON.stringify({ Maker: 'Vendor', Secret: 'ignore' }));
  await shop.import('Handle,Title,Maker,Secret\nmug,Mug,Acme,x\n', `name=a.csv&mapping=${mapping}`);
  const csv = await (await shop.export('export.csv')).text();
  expect(csv).toContain('mug,Mug,,Acme');
  expect(csv).not.toContain('Secret');
  expect(await (await shop.import(FILE, 'name=a.csv&mapping=[')).json()).toMatchObject({ status: 400, code: 'invalid' });
});

test('an import is in the audit log with the name of its file; a preview is not, because it changed nothing', async () => {
  const shop = await openedShop();
  await shop.import(FILE, 'name=spring.csv&preview=1');
  await shop.import(FILE, 'name=spring.csv');
  const entries = await shop.ctx.read((r) => r.sql`select operation, actor_kind, input from audit_entries where operation like 'products.%'`);
  expect(entries).toEqual([{ operation: 'products.import', actor_kind: 'token', input: { file: 'spring.csv', bytes: Buffer.byteLength(FILE) } }]);
});

test('a long import tells how far it is, line by line, and ends with its report or the reason it stopped', async () => {
  const shop = await openedShop();
  const lines = async (body: string) => {
    const answer = await shop.import(body, 'name=many.csv', { headers: { accept: 'application/x-ndjson' } });
    return (await answer.text()).trim().split('\n').map((line) => JSON.parse(line) as { done?: number; report?: object; problem?: object });
  };
  const told = await lines(`Handle,Title,Variant Price\n${Array.from({ length: 250 }, (_, i) => `mug-${i},Mug ${i},5`).join('\n')}`);
  expect(told.map((line) => line.done)).toEqual([100, 200, undefined]);
  expect(told.at(-1)).toMatchObject({ report: { created: 250, failed: 0 } });
  expect(await lines('Name,Age\nAna,3\n')).toMatchObject([{ problem: { code: 'unreadable_file', status: 422 } }]);
});

test('a token exports the products of its own workspace and of no other, whatever the address says', async () => {
  const [mine, theirs] = [await openedShop(), await openedShop()];
  await mine.import('Handle,Title\nmine,Mine\n');
  await theirs.import('Handle,Title\ntheirs,Theirs\n');
  const answer = await mine.export(`export.json?workspace=${theirs.workspaceId}`);
  expect(await answer.text()).not.toContain('Theirs');
  expect(await theirs.titles()).toEqual(['Theirs']);
  expect(await mine.titles()).toEqual(['Mine']);
});

test('a token that may only read exports, but can neither import nor preview', async () => {
  const reader = await openedShop(['products:read']);
  expect((await reader.export('export.csv')).status).toBe(200);
  for (const query of ['name=a.csv', 'name=a.csv&preview=1'])
    expect(await (await reader.import(FILE, query)).json()).toMatchObject({ status: 403, code: 'forbidden', needs: 'products:write' });
  const other = await openedShop(['orders:read']);
  expect((await other.export('export.csv')).status).toBe(403);
  expect((await fetch(`${server.url}/api/admin/products/export.csv`)).status).toBe(401);
});

test('an empty file, a workbook and a file over 50 MB are refused in words before anything is written', async () => {
  const shop = await openedShop();
  expect(await (await shop.import('')).json()).toMatchObject({ status: 400, code: 'invalid', title: 'The file is empty.' });
  expect(await (await shop.import('PK\u0003\u0004rest', 'name=products.xlsx')).json()).toMatchObject({ status: 422, code: 'unreadable_file', title: expect.stringContaining('CSV') });
  const big = Buffer.alloc(51 * 1024 * 1024, 'a');
  expect(await (await shop.import(big)).json()).toMatchObject({ status: 413, code: 'too_large' });
  const unannounced = Readable.toWeb(Readable.from([Buffer.from('Handle,Title\nmug,Mug\n'), ...Array.from({ length: 51 }, () => big.subarray(0, 1024 * 1024))])) as ReadableStream;
  const answer = await shop.import(unannounced, 'name=products.csv', { duplex: 'half' } as RequestInit);
  expect(await answer.json()).toMatchObject({ status: 413, code: 'too_large' });
  expect(await shop.titles()).toEqual([]);
});
