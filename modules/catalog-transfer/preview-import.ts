import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { requireCapability } from '#platform/operations/route.ts';
import type { Context, Reader } from '#platform/tenancy/context.ts';
import { foreseeProducts } from '#modules/catalog/index.ts';
import type { FileProduct } from './drafts.ts';
import { productsOfFile, type FromFile } from './file-products.ts';
import { AT_ONCE, bytesOf, emptyReport, fail, ImportFile, ImportReport, inOrder, noted, settingOf, type ImportSource } from './import-products.ts';
import { productsOfJson } from './read-json.ts';
import type { Meaning } from './shopify-columns.ts';

const SAMPLE = 8;

export const ImportPreview = ImportReport.extend({
  newVariants: z.int(),
  knownVariants: z.int().meta({ description: 'variants that are there already and would be updated' }),
  columns: z.array(z.object({ name: z.string(), means: z.string().meta({ description: 'our column, "field.KEY", "carry" or "ignore"' }) })),
  sample: z.array(
    z.object({
      handle: z.string(),
      title: z.string(),
      status: z.enum(['draft', 'active', 'archived']).nullable(),
      variants: z.int(),
      price: z.object({ amount: z.int(), currency: z.string() }).nullable().meta({ description: 'of the first variant that has one' }),
      exists: z.boolean(),
    }),
  ),
});
export type ImportPreview = z.output<typeof ImportPreview>;

const PREVIEW = { name: 'products.preview-import', says: 'Look at a product file before importing it', needs: 'products:write' } as const;

/** Reads a file as an import would and says what would happen; nothing is written. A verb, because a file is too long for an address. */
export const previewImport = operation({
  ...PREVIEW,
  route: 'POST /product-import-previews',
  input: ImportFile,
  output: ImportPreview,
  run: (tx, file) => preview(tx, { bytes: bytesOf(file), format: file.json === undefined ? 'csv' : 'json', mapping: file.mapping, currency: file.currency }),
});

/** The same for a stream of any length: holds one step of products in memory. */
export async function previewProducts(ctx: Context, source: ImportSource): Promise<ImportPreview> {
  requireCapability(ctx, PREVIEW.needs, PREVIEW.says);
  return ctx.read((r) => preview(r, source));
}

async function preview(r: Reader, source: ImportSource): Promise<ImportPreview> {
  const report: ImportPreview = { ...emptyReport(), newVariants: 0, knownVariants: 0, columns: [], sample: [] };
  const skus = new Map<string, string>();
  const onHeader = (meanings: Map<string, Meaning>) => {
    report.columns = [...meanings].map(([name, meaning]) => ({ name, means: inWords(meaning) }));
  };
  let step: FileProduct[] = [];
  for await (const found of await productsOf(r, source, onHeader)) {
    if ('error' in found) fail(report, found.error);
    else step.push(noted(report, skus, found.product));
    if (step.length >= AT_ONCE) step = await foreseeStep(r, step, report);
  }
  await foreseeStep(r, step, report);
  return inOrder(report);
}

async function productsOf(r: Reader, source: ImportSource, onHeader: (meanings: Map<string, Meaning>) => void): Promise<AsyncGenerator<FromFile, void>> {
  if (source.format === 'json') return productsOfJson(source.bytes);
  return productsOfFile({ bytes: source.bytes, mapping: source.mapping ?? {}, ...(await settingOf(r, source.currency)), onHeader });
}

async function foreseeStep(r: Reader, step: FileProduct[], report: ImportPreview): Promise<[]> {
  const foreseen = step.length > 0 ? await foreseeProducts(r, step.map((p) => p.draft)) : [];
  for (const [i, product] of foreseen.entries()) {
    const { line, draft } = step[i]!;
    report.newVariants += product.addedVariants;
    report.knownVariants += product.knownVariants;
    if (product.refusal) refused(report, { line, handle: draft.slug, says: product.refusal.sentence });
    else if (product.known) report.updated += 1;
    else report.created += 1;
    if (!product.refusal && report.sample.length < SAMPLE) report.sample.push({ ...sampleOf(draft), exists: product.known });
  }
  return [];
}

// The product was counted when it was read.
function refused(report: ImportPreview, remark: { line: number; handle: string; says: string }): void {
  report.products -= 1;
  fail(report, remark);
}

function sampleOf(draft: FileProduct['draft']): Omit<ImportPreview['sample'][number], 'exists'> {
  const price = draft.variants.flatMap((v) => v.prices ?? [])[0];
  return {
    handle: draft.slug,
    title: draft.title ?? '',
    status: draft.status ?? null,
    variants: draft.variants.length,
    price: price ? { amount: price.amount, currency: price.currency } : null,
  };
}

function inWords(meaning: Meaning): string {
  if (meaning.kind === 'known') return meaning.column;
  if (meaning.kind === 'field') return `field.${meaning.key}`;
  return meaning.kind === 'carried' ? 'carry' : 'ignore';
}
