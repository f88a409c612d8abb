import * as z from 'zod';
import { optionKey, type ProductDraft } from '#modules/catalog/index.ts';
import type { FileProduct } from './drafts.ts';
import type { FromFile } from './file-products.ts';
import { splitJson } from './split-json.ts';

const Words = z.record(z.string(), z.string());
const Amount = z.int().min(0).max(1_000_000_000_000).nullable();
const Text = z.string().max(255);

const JsonVariant = z.object({
  options: Words.default({}),
  sku: Text.default(''),
  barcode: Text.default(''),
  weightGrams: z.int().min(0).max(100_000_000).default(0),
  requiresShipping: z.boolean().default(true),
  taxable: z.boolean().default(true),
  taxCode: Text.default(''),
  inventoryPolicy: z.enum(['deny', 'continue']).default('deny'),
  trackInventory: z.boolean().default(true),
  amount: Amount.default(null),
  compareAt: Amount.default(null),
  onHand: z.int().min(0).max(1_000_000_000).nullable().default(null),
  imageUrl: z.string().nullable().default(null),
  carried: Words.default({}),
});

/** One product of a JSON export. */
const JsonProduct = z.object({
  slug: z.string().min(1).max(200),
  title: z.string().trim().min(1).max(255),
  descriptionHtml: z.string().max(500_000).default(''),
  brand: Text.default(''),
  productType: Text.default(''),
  status: z.enum(['draft', 'active', 'archived']).default('draft'),
  seoTitle: Text.default(''),
  seoDescription: z.string().max(1_000).default(''),
  tags: z.array(Text).max(250).default([]),
  customFields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).default({}),
  carried: Words.default({}),
  options: z.array(z.object({ name: Text.min(1), values: z.array(Text.min(1)).min(1).max(100) })).max(3).default([]),
  media: z.array(z.object({ url: z.string().regex(/^(https?:\/\/|\/)\S+$/), alt: z.string().max(512).default('') })).max(250).default([]),
  variants: z.array(JsonVariant).min(1).max(2048),
  currency: z.string().regex(/^[A-Z]{3}$/),
});
type JsonProduct = z.output<typeof JsonProduct>;

/** The products of a JSON export one by one; what cannot be read comes as an error in its place. */
export async function* productsOfJson(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<FromFile, void> {
  const seen = new Set<string>();
  for await (const { line, text } of splitJson(bytes)) {
    const found = read(text, line);
    const slug = 'product' in found ? found.product.draft.slug : undefined;
    if (slug !== undefined && seen.has(slug)) yield { error: { line, handle: slug, column: 'slug', says: 'came before in this file' } };
    else yield found;
    if (slug !== undefined) seen.add(slug);
  }
}

function read(text: string, line: number): FromFile {
  const value = parse(text);
  if (value === undefined) return { error: { line, handle: '', column: 'line', says: 'cannot be read as JSON' } };
  const parsed = JsonProduct.safeParse(value);
  if (parsed.success) return { product: productOf(parsed.data, line) };
  const issue = parsed.error.issues[0]!;
  return { error: { line, handle: handleOf(value), column: issue.path.join('.') || 'line', says: issue.message } };
}

function handleOf(value: unknown): string {
  const slug = (value as { slug?: unknown } | null)?.slug;
  return typeof slug === 'string' ? slug.slice(0, 200) : '';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function productOf(given: JsonProduct, line: number): FileProduct {
  const stock = new Map(given.variants.flatMap((v) => (v.onHand === null || !v.trackInventory ? [] : [[optionKey(v.options), v.onHand] as const])));
  const draft: ProductDraft = { ...given, variants: given.variants.map((v) => ({ ...v, prices: pricesOf(v, given.currency) })), media: mediaOf(given) };
  return { line, draft, stock, warnings: [] };
}

function pricesOf({ amount, compareAt }: z.output<typeof JsonVariant>, currency: string): { amount: number; currency: string; compareAt: number | null }[] {
  return amount === null ? [] : [{ amount, currency, compareAt }];
}

function mediaOf({ media, variants }: JsonProduct): ProductDraft['media'] {
  return media.map((m) => ({ ...m, showsOptions: variants.filter((v) => v.imageUrl === m.url).map((v) => v.options) }));
}
