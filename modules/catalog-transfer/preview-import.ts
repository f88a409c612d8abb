import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { productsOfFile, type FromFile } from './file-products.ts';
import { bytesOf, emptyReport, fail, ImportFile, ImportReport, noted, settingOf } from './import-products.ts';
import { productsOfJson } from './read-json.ts';
import type { Meaning } from './shopify-columns.ts';

const SAMPLE = 5;

/** Reads a file as an import would and says what would happen; nothing is written. A verb, because a file is too long for an address. */
export const previewImport = operation({
  name: 'products.preview-import',
  route: 'POST /product-import-previews',
  says: 'Look at a product file before importing it',
  needs: 'products:write',
  input: ImportFile,
  output: ImportReport.extend({
    columns: z.array(z.object({ name: z.string(), means: z.string().meta({ description: 'our column, "field.KEY", "carry" or "ignore"' }) })),
    sample: z.array(z.object({ handle: z.string(), title: z.string(), variants: z.int(), exists: z.boolean() })),
  }),
  async run(tx, file) {
    const report = emptyReport();
    let columns: { name: string; means: string }[] = [];
    const handles: { handle: string; title: string; variants: number }[] = [];
    const skus = new Map<string, string>();
    const onHeader = (meanings: Map<string, Meaning>) => (columns = [...meanings].map(([name, meaning]) => ({ name, means: inWords(meaning) })));
    for await (const found of await productsOf(tx, file, onHeader)) {
      if ('error' in found) fail(report, found.error);
      else {
        const { draft } = noted(report, skus, found.product);
        handles.push({ handle: draft.slug, title: draft.title ?? '', variants: draft.variants.length });
      }
    }
    const known = await existing(tx, handles.map((h) => h.handle));
    const sample = handles.slice(0, SAMPLE).map((h) => ({ ...h, exists: known.has(h.handle) }));
    return { ...report, created: handles.length - known.size, updated: known.size, columns, sample };
  },
});

async function productsOf(tx: Tx, file: ImportFile, onHeader: (meanings: Map<string, Meaning>) => void): Promise<AsyncGenerator<FromFile, void>> {
  if (file.json !== undefined) return productsOfJson(bytesOf(file));
  return productsOfFile({ bytes: bytesOf(file), mapping: file.mapping, ...(await settingOf(tx, file.currency)), onHeader });
}

async function existing(tx: Tx, slugs: string[]): Promise<Set<string>> {
  return new Set((await tx.sql<{ slug: string }>`select slug from products where slug = any(${slugs})`).map((r) => r.slug));
}

function inWords(meaning: Meaning): string {
  if (meaning.kind === 'known') return meaning.column;
  if (meaning.kind === 'field') return `field.${meaning.key}`;
  return meaning.kind === 'carried' ? 'carry' : 'ignore';
}
