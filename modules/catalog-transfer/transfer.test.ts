import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '#platform/testing/database.ts';
import { createCustomField, createProduct, productGet, productList } from '#modules/catalog/index.ts';
import { adjustStock, holdStock } from '#modules/inventory/index.ts';
import { exportProducts, formatOf, importProducts, importProductsNow, previewImport, productExport } from './index.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestDatabase();
});
afterAll(() => house.close());

const bytes = (text: string) => [Buffer.from(text)];
const read = (shop: TestWorkspace, text: string) => importProducts(shop.ctx, { bytes: bytes(text) });
const write = async (shop: TestWorkspace) => (await Array.fromAsync(exportProducts(shop.ctx))).join('');
const table = (csv: string) => parse(csv, { columns: true, bom: true }) as Record<string, string>[];
const titles = async (shop: TestWorkspace) => (await productList.call(shop.ctx, { sort: 'title' })).data.map((p) => p.title);

/** The rows of the one file, cell by cell, as the other file has them. */
function sameCells(before: string, after: string): void {
  const [left, right] = [table(before), table(after)];
  const key = (row: Record<string, string>) => row.Handle!;
  const order = [...new Set(left.map(key))];
  const sorted = right.toSorted((a, b) => order.indexOf(key(a)) - order.indexOf(key(b)));
  expect(sorted.map((row) => Object.fromEntries(Object.keys(left[0]!).map((name) => [name, row[name] ?? ''])))).toEqual(left);
}

test('two people import the same file at once: every product is there once', async () => {
  const shop = await house.newWorkspace();
  const csv = `Handle,Title,Variant Price\n${Array.from({ length: 30 }, (_, i) => `mug-${i},Mug ${i},5.00`).join('\n')}`;
  const [one, two] = await Promise.all([read(shop, csv), read(shop, csv)]);
  expect([one.created + two.created, one.updated + two.updated]).toEqual([30, 30]);
  expect((await productList.call(shop.ctx, {})).total).toBe(30);
});

test('the same file again changes nothing but the version', async () => {
  const shop = await house.newWorkspace();
  const csv = 'Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price\nhat,Hat,Size,S,H-S,20\nhat,,,M,H-M,21\n';
  const first = await read(shop, csv);
  const once = await write(shop);
  const second = await read(shop, csv);
  expect([first.created, second.created, second.updated]).toEqual([1, 0, 1]);
  expect(await write(shop)).toBe(once);
});

const samples = path.resolve(process.env.QUICKDASH_DATA_SAMPLES ?? path.join(import.meta.dirname, '../../../shared/data'));
const apparel = path.join(samples, 'catalog/apparel.csv');
if (!existsSync(apparel)) console.warn(`SKIPPED: the sample export ${apparel} is absent; set QUICKDASH_DATA_SAMPLES to the folder that holds catalog/apparel.csv.`);

test.skipIf(!existsSync(apparel))('a real export of a clothes shop comes back cell for cell', async () => {
  const shop = await house.newWorkspace();
  const csv = readFileSync(apparel, 'utf8');
  const report = await read(shop, csv);
  expect(report).toMatchObject({ products: 20, created: 20, failed: 0, errors: [] });
  sameCells(csv, await write(shop));
});

const HEADER = 'Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty,Variant Price,Variant Compare At Price,Variant Barcode,Image Src,Image Position,Image Alt Text,SEO Title,SEO Description,Google Shopping / Condition,Cost per item,Status'.split(',');
const word = fc.string({ unit: fc.constantFrom(...'abcXYZ019 ,;"\'\n=+-@éß日%'), minLength: 1, maxLength: 12 }).map((s) => s.trim()).filter((s) => s !== '');
const cell = fc.oneof(word, fc.constant(''));
const size = fc.record({ sku: cell, grams: fc.nat(9_000), stock: fc.nat(500), price: fc.nat(90_000), compareAt: fc.option(fc.nat(90_000), { nil: null }), barcode: cell, cost: cell });
const product = fc.record({ title: word, brand: cell, type: cell, tags: fc.uniqueArray(word.map((w) => w.replaceAll(',', '')).filter((w) => w.trim() === w && w !== ''), { maxLength: 3 }), status: fc.constantFrom('active', 'draft'), sizes: fc.array(size, { minLength: 1, maxLength: 3 }), pictures: fc.uniqueArray(fc.nat(50), { maxLength: 4 }), alt: cell, seo: cell, condition: cell });

type Made = typeof product extends fc.Arbitrary<infer T> ? T : never;
const money = (amount: number | null) => (amount === null ? '' : (amount / 100).toFixed(2));

function rowsOf(made: Made, index: number): string[][] {
  const several = made.sizes.length > 1;
  return Array.from({ length: Math.max(made.sizes.length, made.pictures.length) }, (_, i) => {
    const head = i === 0 ? [made.title, '<p>Fine</p>', made.brand, made.type, made.tags.join(', '), String(made.status === 'active'), several ? 'Size' : 'Title'] : ['', '', '', '', '', '', ''];
    const one = made.sizes[i];
    const variant = one ? [several ? `Size ${i}` : 'Default Title', '', '', one.sku, String(one.grams), 'shopify', String(one.stock), money(one.price), money(one.compareAt), one.barcode] : ['', '', '', '', '', '', '', '', '', ''];
    const picture = made.pictures[i] === undefined ? ['', '', ''] : [`https://p.test/${made.pictures[i]}.jpg`, String(i + 1), made.alt];
    const tail = i === 0 ? [made.seo, '', made.condition] : ['', '', ''];
    return [`product-${index}`, ...head, ...variant, ...picture, ...tail, one?.cost ?? '', i === 0 ? made.status : ''];
  });
}

// The file as typed holds formulas bare; an export guards them.
function guardedFile(csv: string): string {
  return stringify((parse(csv) as string[][]).map((row) => row.map((c) => (/^'*[=+\-@]/.test(c) && !/^-?\d+(\.\d+)?$/.test(c) ? `'${unguard(c)}` : c))));
}

function unguard(c: string): string {
  return /^''*[=+\-@]/.test(c) ? c.slice(1) : c;
}

test('whatever is in a shop: exported, imported elsewhere and exported again is the same file', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(product, { minLength: 1, maxLength: 5 }), async (products) => {
      const csv = stringify([HEADER, ...products.flatMap(rowsOf)]);
      const [here, there] = [await house.newWorkspace(), await house.newWorkspace()];
      const report = await read(here, csv);
      expect(report.errors).toEqual([]);
      const exported = await write(here);
      sameCells(guardedFile(csv), exported);
      await read(there, exported);
      expect(await write(there)).toBe(exported);
    }),
    { numRuns: 25 },
  );
}, 120_000);

test('a file from a German spreadsheet is read: semicolons, commas in prices, old encoding, line breaks in cells', async () => {
  const shop = await house.newWorkspace();
  const csv = 'Handle;Title;Body (HTML);Variant Price\r\nkaese;Käse;"<p>Würzig,\r\nfein</p>";12,50\r\n\r\nbrot;Brot;;3,9\r\n';
  const report = await importProducts(shop.ctx, { bytes: [Buffer.from(csv, 'latin1')] });
  expect(report).toMatchObject({ created: 2, failed: 0 });
  expect(await titles(shop)).toEqual(['Brot', 'Käse']);
  const { data } = await productList.call(shop.ctx, { q: 'kaese' });
  const found = await productGet.call(shop.ctx, { id: data[0]!.id });
  expect(found).toMatchObject({ descriptionHtml: '<p>Würzig,\r\nfein</p>', variants: [{ prices: [{ amount: 1_250 }] }] });
});

test('characters cut in two by the network stay whole', async () => {
  const shop = await house.newWorkspace();
  const whole = Buffer.from('\ufeffHandle,Title,Variant Price\ntea,日本茶 Käse,5\n');
  await importProducts(shop.ctx, { bytes: Array.from(whole, (_, i) => whole.subarray(i, i + 1)) });
  expect(await titles(shop)).toEqual(['日本茶 Käse']);
});

test('every wrong row is named with its line, and the good ones are imported', async () => {
  const shop = await house.newWorkspace();
  const csv = ['Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price,Variant Inventory Qty,Image Src', 'good,Good,,,A,5,2,', 'bad,Bad,,,B,five,1,', ',No handle,,,A,6,1,notaurl', 'twin,Twin,Size,S,,5,1,', 'twin,,,S,,5,1,', 'good,Again,,,,5,1,', 'empty,,,,,5,1,'].join('\n');
  const preview = await previewImport.call(shop.ctx, { csv });
  expect((await productList.call(shop.ctx, {})).total).toBe(0);
  const report = await importProductsNow.call(shop.ctx, { csv });
  const errors = report.errors.map((e) => [e.line, e.handle, e.column]);
  expect(errors).toEqual([[3, 'bad', 'Variant Price'], [6, 'twin', 'Option1 Value'], [7, 'good', 'Handle'], [8, 'empty', undefined]]);
  expect(report.warnings.map((w) => [w.line, w.column])).toEqual([[4, 'Variant SKU'], [4, 'Image Src']]);
  expect([report.created, report.failed]).toEqual([2, 4]);
  expect(preview).toMatchObject({ products: 6, created: 2, updated: 0, failed: 4, newVariants: 2, errors: report.errors });
  expect(preview.sample[0]).toEqual({ handle: 'good', title: 'Good', status: null, variants: 1, price: { amount: 500, currency: 'AUD' }, exists: false });
  expect(await previewImport.call(shop.ctx, { csv })).toMatchObject({ created: 0, updated: 2, newVariants: 0, knownVariants: 2 });
  expect(await titles(shop)).toEqual(['Good', 'No handle']);
});

test('columns nobody knows can be put into custom fields, carried, or left out', async () => {
  const shop = await house.newWorkspace();
  await createCustomField.call(shop.ctx, { key: 'carat', says: 'Carat', type: 'number' });
  const csv = 'Handle,Title,Variant Price,Weight in carat,Shelf,Secret\nruby,Ruby,100,1.5,B7,x\n';
  const mapping = { 'Weight in carat': 'field.carat', Secret: 'ignore' };
  const preview = await previewImport.call(shop.ctx, { csv, mapping });
  expect(preview.columns.slice(3)).toEqual([{ name: 'Weight in carat', means: 'field.carat' }, { name: 'Shelf', means: 'carry' }, { name: 'Secret', means: 'ignore' }]);
  await importProductsNow.call(shop.ctx, { csv, mapping });
  const [row] = table(await write(shop));
  expect(row).toMatchObject({ 'Carat (product.metafields.custom.carat)': '1.5', Shelf: 'B7', 'Variant Price': '100' });
  expect(row).not.toHaveProperty('Secret');
});

test('a price changed here beats the wording the file had', async () => {
  const shop = await house.newWorkspace();
  await read(shop, 'Handle,Title,Variant Price\ncup,Cup,50\n');
  await read(shop, 'Handle,Title,Variant Price\ncup,Cup,60.5\n');
  expect(table(await write(shop))[0]).toMatchObject({ 'Variant Price': '60.5' });
});

test('an import sets stock, but never below what is promised to a buyer, and never deletes a variant', async () => {
  const shop = await house.newWorkspace();
  const csv = (qty: number) => `Handle,Title,Variant Inventory Tracker,Variant Inventory Qty,Variant Price\nmug,Mug,shopify,${qty},5\n`;
  await read(shop, csv(5));
  const { data } = await productList.call(shop.ctx, {});
  const mug = await productGet.call(shop.ctx, { id: data[0]!.id });
  await shop.ctx.transaction((tx) => holdStock(tx, { for: 'order-1', lines: [{ variantId: mug.variants[0]!.id, quantity: 3 }], until: new Date(Date.now() + 60_000) }));
  const report = await read(shop, csv(1));
  expect(report.warnings).toMatchObject([{ handle: 'mug', column: 'Variant Inventory Qty' }]);
  expect(table(await write(shop))[0]).toMatchObject({ 'Variant Inventory Qty': '5' });
  const shirt = await createProduct.call(shop.ctx, { title: 'Shirt', options: [{ name: 'Size', values: ['S', 'M'] }] });
  await adjustStock.call(shop.ctx, { variantId: shirt.variants[1]!.id, to: 2 });
  await read(shop, 'Handle,Title,Option1 Name,Option1 Value,Variant Price\nshirt,Shirt,Size,S,9\n');
  expect((await productGet.call(shop.ctx, { id: shirt.id })).variants.map((v) => v.title)).toEqual(['S', 'M']);
});

test('a spreadsheet cannot be made to run a product title', async () => {
  const shop = await house.newWorkspace();
  await createProduct.call(shop.ctx, { title: '=HYPERLINK("http://evil.test")', prices: [{ currency: 'AUD', amount: 100 }] });
  const csv = await write(shop);
  expect(table(csv)[0]!.Title).toBe(`'=HYPERLINK("http://evil.test")`);
  const there = await house.newWorkspace();
  await read(there, csv);
  expect(await titles(there)).toEqual(['=HYPERLINK("http://evil.test")']);
});

test('a broken quotation mark and a file of something else are told in a sentence', async () => {
  const shop = await house.newWorkspace();
  await expect(read(shop, 'Name,Age\nAna,3\n')).rejects.toMatchObject({ code: 'unreadable_file', sentence: expect.stringContaining('Handle') });
  await expect(read(shop, '')).rejects.toMatchObject({ code: 'unreadable_file' });
  await expect(read(shop, `Handle,Title\na,"never closed\n`)).rejects.toMatchObject({ code: 'unreadable_file' });
});

test('an export in one answer comes in pages that make one file', async () => {
  const shop = await house.newWorkspace();
  await read(shop, 'Handle,Title,Variant Price\na,A,1\nb,B,2\n');
  const { text, nextCursor } = await productExport.call(shop.ctx, {});
  expect([table(text).length, nextCursor]).toEqual([2, null]);
  const json = await productExport.call(shop.ctx, { format: 'json' });
  expect(json.text.trim().split('\n').map((line) => JSON.parse(line).slug)).toEqual(['a', 'b']);
});

test('a JSON export goes into another shop and comes out the same', async () => {
  const [here, there] = [await house.newWorkspace(), await house.newWorkspace()];
  await read(here, 'Handle,Title,Option1 Name,Option1 Value,Variant Inventory Tracker,Variant Inventory Qty,Variant Price,Image Src,Variant Image,Shelf\nhat,Hat,Size,S,shopify,4,20,https://p.test/a.jpg,https://p.test/a.jpg,B7\nhat,,,M,shopify,0,21,https://p.test/b.jpg,https://p.test/a.jpg,\n');
  const { text } = await productExport.call(here.ctx, { format: 'json' });
  const report = await importProductsNow.call(there.ctx, { json: `${text}{"slug":"broken"}\nnonsense\n` });
  expect([report.created, report.errors.map((e) => [e.line, e.column])]).toEqual([1, [[2, 'title'], [3, 'line']]]);
  expect((await productExport.call(there.ctx, { format: 'json' })).text).toBe(text);
});

test('a JSON file may be an array laid out as somebody’s editor likes it; a wrong product is named with its line', async () => {
  const shop = await house.newWorkspace();
  const one = (slug: string) => ({ slug, title: `A "{[,]}" \\ ${slug}`, variants: [{ amount: 500 }], currency: 'AUD' });
  const json = `\uFEFF${JSON.stringify([one('a'), { slug: 'wrong' }, one('b'), one('a')], null, 2)}\n`;
  const whole = Buffer.from(json);
  const report = await importProducts(shop.ctx, { format: 'json', bytes: Array.from(whole, (_, i) => whole.subarray(i, i + 1)) });
  const lineOf = (text: string, from = 0) => json.slice(0, json.indexOf(text, from)).split('\n').length - 1;
  expect(report).toMatchObject({ created: 2, failed: 2 });
  expect(report.errors.map((e) => [e.line, e.handle])).toEqual([[lineOf('"slug": "wrong"'), 'wrong'], [lineOf('"slug": "a"', json.indexOf('"slug": "b"')), 'a']]);
  expect(await titles(shop)).toEqual(['A "{[,]}" \\ a', 'A "{[,]}" \\ b']);
});

test('a workbook is told apart from a table, and JSON from CSV, whatever the file is called', () => {
  expect(() => formatOf('products.csv', 'PK\u0003\u0004...')).toThrow('Save it as CSV first');
  expect([formatOf('a.txt', ' [\n {"slug"'), formatOf('a.txt', '{"slug"'), formatOf('a.jsonl', ''), formatOf('a.txt', 'Handle,[Title]')]).toEqual(['json', 'json', 'json', 'csv']);
});
