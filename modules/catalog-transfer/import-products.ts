import { Buffer } from 'node:buffer';
import * as z from 'zod';
import { newId } from '#platform/ids.ts';
import { operation } from '#platform/operations/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Context, Reader, Tx } from '#platform/tenancy/context.ts';
import { workspaceSettings } from '#modules/accounts/index.ts';
import { customFieldsOf, productsChanged, saveProducts, type SavedProduct } from '#modules/catalog/index.ts';
import { countStock } from '#modules/inventory/index.ts';
import { importFinished } from './import-finished.ts';
import type { FileProduct, Remark } from './drafts.ts';
import { productsOfFile, type FromFile } from './file-products.ts';
import { productsOfJson } from './read-json.ts';

/** Products a step: each step is all or nothing. */
export const AT_ONCE = 100;
const MOST_REMARKS = 1_000;

const RemarkView = z.object({ line: z.int(), handle: z.string(), column: z.string().optional(), says: z.string() });

export const ImportReport = z.object({
  products: z.int(),
  variants: z.int(),
  created: z.int(),
  updated: z.int(),
  failed: z.int(),
  errors: z.array(RemarkView),
  warnings: z.array(RemarkView),
});
export type ImportReport = z.output<typeof ImportReport>;

const MOST_TEXT = 40_000_000;

export const ImportFile = z
  .object({
    csv: z.string().max(MOST_TEXT).optional().meta({ description: 'the text of the file' }),
    base64: z.string().max(MOST_TEXT).optional().meta({ description: 'or its bytes, for files that are not UTF-8' }),
    json: z.string().max(MOST_TEXT).optional().meta({ description: 'or a JSON export: an array of products, or one product a line' }),
    mapping: z.record(z.string().max(300), z.string().max(300)).default({}).meta({ description: 'column of the file -> column of ours, "field.KEY", "carry" or "ignore"' }),
    currency: z.string().regex(/^[A-Z]{3}$/).optional().meta({ description: 'of the prices; the workspace decides when left out' }),
  })
  .refine((f) => [f.csv, f.base64, f.json].filter((text) => text !== undefined).length === 1, { message: 'give one of "csv", "base64" and "json"', path: ['csv'] });
export type ImportFile = z.output<typeof ImportFile>;

export function bytesOf(file: ImportFile): Uint8Array[] {
  return [Buffer.from(file.csv ?? file.json ?? file.base64 ?? '', file.base64 === undefined ? 'utf8' : 'base64')];
}

/** How an import is called in the audit log, however its file arrived. */
export const IMPORT = { name: 'products.import', route: 'POST /product-imports', says: 'Import products', needs: 'products:write' } as const;

/**
 * Reads a Shopify product file, or a JSON export. It is written in steps of 100 products, each all or nothing; running it again finishes what a
 * broken run began, because products are found by their handle.
 */
export const importProductsNow = operation({
  ...IMPORT,
  input: ImportFile,
  output: ImportReport,
  run: async () => emptyReport(),
  afterCommit: (ctx, _begun, file) => importProducts(ctx, { bytes: bytesOf(file), format: file.json === undefined ? 'csv' : 'json', mapping: file.mapping, ...(file.currency && { currency: file.currency }) }),
});

export interface ImportSource {
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** csv unless told; json = as a JSON export writes it, as an array or one product a line. */
  format?: 'csv' | 'json' | undefined;
  mapping?: Record<string, string> | undefined;
  currency?: string | undefined;
  /** Told after every step that was written. */
  onStep?: ((report: ImportReport) => void) | undefined;
}

/** The same for a stream of any length: holds one step of products in memory. The caller has checked the permission. */
export async function importProducts(ctx: Context, source: ImportSource): Promise<ImportReport> {
  const report = emptyReport();
  const skus = new Map<string, string>();
  let step: FileProduct[] = [];
  for await (const found of await productsOf(ctx, source)) {
    if ('error' in found) fail(report, found.error);
    else step.push(noted(report, skus, found.product));
    if (step.length < AT_ONCE) continue;
    step = await saveStep(ctx, step, report);
    source.onStep?.(report);
  }
  await saveStep(ctx, step, report);
  const { products, created, updated, failed } = report;
  await ctx.transaction(async (tx) => tx.tell(importFinished, { importId: newId(), products, created, updated, failed }));
  return inOrder(report);
}

async function productsOf(ctx: Context, source: ImportSource): Promise<AsyncGenerator<FromFile, void>> {
  if (source.format === 'json') return productsOfJson(source.bytes);
  return productsOfFile({ bytes: source.bytes, mapping: source.mapping ?? {}, ...(await ctx.read((r) => settingOf(r, source.currency))) });
}

/** What the rows say comes to light before what the catalogue refuses; a reader goes through the file from top to bottom. */
export function inOrder<R extends ImportReport>(report: R): R {
  report.errors.sort((a, b) => a.line - b.line);
  report.warnings.sort((a, b) => a.line - b.line);
  return report;
}

/** What reading a file depends on: the currency of its prices and the custom fields there are. */
export async function settingOf(r: Reader, currency: string | undefined): Promise<{ currency: string; fieldTypes: Map<string, string> }> {
  const fieldTypes = new Map((await customFieldsOf(r)).map((d) => [d.key, d.type]));
  return { currency: currency ?? (await workspaceSettings(r)).currency, fieldTypes };
}

export function emptyReport(): ImportReport {
  return { products: 0, variants: 0, created: 0, updated: 0, failed: 0, errors: [], warnings: [] };
}

export function fail(report: ImportReport, remark: Remark): void {
  report.products += 1;
  report.failed += 1;
  if (report.errors.length < MOST_REMARKS) report.errors.push(remark);
}

/** Counts a product in and passes its warnings on, with one more for every SKU that came before. */
export function noted(report: ImportReport, skus: Map<string, string>, product: FileProduct): FileProduct {
  report.products += 1;
  report.variants += product.draft.variants.length;
  for (const { sku } of product.draft.variants) {
    if (!sku) continue;
    const first = skus.get(sku);
    if (first === undefined) skus.set(sku, product.draft.slug);
    else warn(report, { line: product.line, handle: product.draft.slug, column: 'Variant SKU', says: `"${sku}" is also used by ${first}` });
  }
  for (const warning of product.warnings) warn(report, warning);
  return product;
}

function warn(report: ImportReport, remark: Remark): void {
  if (report.warnings.length < MOST_REMARKS) report.warnings.push(remark);
}

async function saveStep(ctx: Context, step: FileProduct[], report: ImportReport): Promise<[]> {
  if (step.length === 0) return [];
  const remarks = await ctx.transaction((tx) => save(tx, step));
  report.created += remarks.created;
  report.updated += remarks.updated;
  for (const remark of remarks.errors) if (report.errors.length < MOST_REMARKS) report.errors.push(remark);
  report.failed += remarks.errors.length;
  for (const remark of remarks.warnings) warn(report, remark);
  return [];
}

async function save(tx: Tx, step: FileProduct[]): Promise<{ created: number; updated: number; errors: Remark[]; warnings: Remark[] }> {
  const { saved, refused } = await saveProducts(tx, step.map((p) => p.draft));
  const lines = new Map(step.map((p) => [p.draft.slug, p]));
  const warnings = await setStock(tx, saved, lines);
  const [created, updated] = [saved.filter((p) => p.created), saved.filter((p) => !p.created)];
  await productsChanged(tx, created.map((p) => p.id), 'created');
  await productsChanged(tx, updated.map((p) => p.id), 'updated');
  const errors = refused.map(({ slug, refusal }) => ({ line: lines.get(slug)!.line, handle: slug, says: refusal.sentence }));
  return { created: created.length, updated: updated.length, errors, warnings };
}

// Promised stock cannot be counted away; then that product keeps its stock and the rest goes on.
async function setStock(tx: Tx, saved: SavedProduct[], files: Map<string, FileProduct>): Promise<Remark[]> {
  const remarks: Remark[] = [];
  try {
    await countStock(tx, saved.flatMap((p) => countsOf(p, files)), BECAUSE);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    for (const product of saved) remarks.push(...(await setStockOfOne(tx, product, files)));
  }
  return remarks;
}

const BECAUSE = { reason: 'counted', reference: 'product import' } as const;

async function setStockOfOne(tx: Tx, product: SavedProduct, files: Map<string, FileProduct>): Promise<Remark[]> {
  try {
    await countStock(tx, countsOf(product, files), BECAUSE);
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [{ line: files.get(product.slug)?.line ?? 0, handle: product.slug, column: 'Variant Inventory Qty', says: error.sentence }];
  }
}

function countsOf(product: SavedProduct, files: Map<string, FileProduct>): { variantId: string; onHand: number }[] {
  const stock = files.get(product.slug)?.stock ?? new Map<string, number>();
  return [...stock].flatMap(([key, onHand]) => {
    const variantId = product.variants.get(key);
    return variantId ? [{ variantId, onHand }] : [];
  });
}
