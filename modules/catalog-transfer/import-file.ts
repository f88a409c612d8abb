import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { emptyReport, IMPORT, importProducts, ImportReport, type ImportSource } from './import-products.ts';

/** A product file that arrived as bytes rather than inside JSON. */
export interface ProductFile extends ImportSource {
  name: string;
  /** Length of the file. */
  size: number;
}

// The bytes travel beside the request, so the JSON API cannot carry this one; the audit entry names the file instead of holding it.
const begin = operation({ ...IMPORT, input: z.object({ file: z.string().max(255), bytes: z.int() }), output: ImportReport, run: async () => emptyReport() });

/** Imports a file of any length: may they, an entry in the audit log, then step by step. */
export async function importFile(ctx: Context, { name, size, ...source }: ProductFile): Promise<ImportReport> {
  await begin.call(ctx, { file: name.slice(0, 255), bytes: size });
  return importProducts(ctx, source);
}

const WORKBOOK = /^PK\u0003\u0004/;

/** What kind of product file this is, by its name and how it begins; refuses a workbook, which only looks like a table. */
export function formatOf(name: string, beginning: string): 'csv' | 'json' {
  if (WORKBOOK.test(beginning)) throw new Refusal('unreadable_file', 'This is a spreadsheet workbook. Save it as CSV first, then choose the CSV file.');
  if (/\.(json|jsonl|ndjson)$/i.test(name)) return 'json';
  return /^\uFEFF?\s*(\{|\[\s*(\{|\]))/.test(beginning) ? 'json' : 'csv';
}
