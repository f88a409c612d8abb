import { htmlOf, textOf } from './description.ts';
import type { FieldValue, Media, Option, Product, Status } from './product-shape.ts';
import { emptyLine, keyOf, type VariantDraft } from './variant-plan.ts';

/** The product as the editor holds it. */
export interface ProductDraft {
  title: string;
  description: string;
  status: Status;
  brand: string;
  productType: string;
  slug: string;
  seo: { title: string; description: string };
  tags: string[];
  categoryIds: string[];
  collectionIds: string[];
  customFields: Record<string, FieldValue>;
  options: Option[];
  variants: VariantDraft[];
  /** Pictures of a product that is not stored yet. */
  media: Media[];
}

/** On hand by variant id. */
export type Stocks = Record<string, number>;

export function draftOf(product: Product | null, currency: string, stocks: Stocks): ProductDraft {
  if (!product) return emptyDraft();
  const { title, status, brand, productType, slug, seo, tags, customFields, options } = product;
  const variants = product.variants.map((variant): VariantDraft => {
    const price = variant.prices.find((each) => each.currency === currency);
    const { id, sku, weightGrams, trackInventory } = variant;
    return { id, options: variant.options, sku, weightGrams, trackInventory, price: price?.amount ?? null, compareAt: price?.compareAt ?? null, stock: stocks[id] ?? null };
  });
  const ids = (list: readonly { id: string }[]) => list.map((each) => each.id);
  return { title, status, brand, productType, slug, seo, tags, customFields, options, variants, description: textOf(product.descriptionHtml), categoryIds: ids(product.categories), collectionIds: ids(product.collections), media: [] };
}

function emptyDraft(): ProductDraft {
  return { title: '', description: '', status: 'active', brand: '', productType: '', slug: '', seo: { title: '', description: '' }, tags: [], categoryIds: [], collectionIds: [], customFields: {}, options: [], variants: [emptyLine()], media: [] };
}

/** What `products.create` takes. */
export function creationOf(draft: ProductDraft, currency: string): object {
  const { slug, description, variants, options, media, customFields, ...rest } = draft;
  return {
    ...rest,
    ...(slug.trim() && { slug: slug.trim() }),
    descriptionHtml: htmlOf(description),
    customFields: filled(customFields),
    options: usable(options),
    variants: variants.map((line) => ({ options: line.options, sku: line.sku, weightGrams: line.weightGrams, trackInventory: line.trackInventory, prices: pricesOf(line, currency) })),
    media: media.map(({ url, fileId, alt, width, height }) => ({ url, alt, fileId: fileId ?? null, width: width ?? null, height: height ?? null })),
  };
}

function usable(options: readonly Option[]): Option[] {
  return options.filter((option) => option.name.trim() && option.values.length > 0);
}

function pricesOf(line: VariantDraft, currency: string): object[] {
  return line.price === null ? [] : [{ amount: line.price, currency, compareAt: line.compareAt }];
}

function filled(fields: Record<string, FieldValue>): Record<string, FieldValue> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}

/** Only what differs, as `products.update` takes it; empty when nothing does. */
export function changesOf(before: ProductDraft, after: ProductDraft): Record<string, unknown> {
  const changes: Record<string, unknown> = {};
  for (const key of ['title', 'status', 'brand', 'productType', 'slug', 'seo', 'tags', 'categoryIds', 'collectionIds'] as const) if (differs(before[key], after[key])) changes[key] = after[key];
  if (differs(before.description, after.description)) changes.descriptionHtml = htmlOf(after.description);
  if (differs(before.options, after.options)) changes.options = usable(after.options);
  const fields = Object.keys(after.customFields).filter((key) => differs(before.customFields[key], after.customFields[key]));
  if (fields.length > 0) changes.customFields = Object.fromEntries(fields.map((key) => [key, after.customFields[key] === '' ? null : after.customFields[key]]));
  return changes;
}

/** The changed cells of the grid, ready for the three operations that store them. `stored` are the variants as they are now. */
export function cellChanges(before: ProductDraft, after: ProductDraft, stored: readonly { id: string; options: Record<string, string> }[], currency: string) {
  const old = new Map(before.variants.map((line) => [keyOf(line.options), line]));
  const ids = new Map(stored.map((variant) => [keyOf(variant.options), variant.id]));
  const lines = after.variants.flatMap((line) => {
    const id = ids.get(keyOf(line.options));
    return id ? [{ id, line, was: old.get(keyOf(line.options)) }] : [];
  });
  const changed = (...keys: (keyof VariantDraft)[]) => lines.filter(({ line, was }) => keys.some((key) => differs(was?.[key], line[key])));
  return {
    variants: changed('sku', 'weightGrams', 'trackInventory').map(({ id, line }) => ({ id, sku: line.sku, weightGrams: line.weightGrams, trackInventory: line.trackInventory })),
    prices: changed('price', 'compareAt').filter(({ line, was }) => line.price !== null || was?.price != null).map(({ id, line }) => ({ variantId: id, currency, amount: line.price, compareAt: line.price === null ? null : line.compareAt })),
    stock: changed('stock').filter(({ line }) => line.stock !== null).map(({ id, line }) => ({ variantId: id, onHand: line.stock })),
  };
}

function differs(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) !== JSON.stringify(b ?? null);
}
