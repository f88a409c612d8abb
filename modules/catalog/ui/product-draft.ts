import type { FieldValue, Product, Status, Stocks, Variant } from './product-shape.ts';

/** An option while it is edited. Its values are known by id, so that renaming one keeps what hangs on it. */
export interface OptionDraft {
  id: string;
  /** The stored name; missing while the option is new. */
  was?: string;
  name: string;
  values: ValueDraft[];
}

export interface ValueDraft {
  id: string;
  was?: string;
  name: string;
}

/** Amounts in minor units; null = none. */
export interface PriceDraft {
  amount: number | null;
  compareAt: number | null;
}

/** One line of the grid. */
export interface VariantDraft {
  /** Missing while the variant is not stored yet. */
  id?: string;
  /** Option id -> value id. */
  choice: Record<string, string>;
  sku: string;
  barcode: string;
  weightGrams: number;
  requiresShipping: boolean;
  taxable: boolean;
  taxCode: string;
  inventoryPolicy: 'deny' | 'continue';
  trackInventory: boolean;
  prices: Record<string, PriceDraft>;
  /** On hand by location; a location that is missing was never counted. */
  stock: Record<string, number>;
}

/** A picture, a video, a 3D model, or one side of the product in its 360-degree view. */
export type MediaKind = 'picture' | 'video' | 'model' | 'spin';

export interface MediaDraft {
  /** The stored id, or one of ours while it is new. */
  id: string;
  stored: boolean;
  kind: MediaKind;
  url: string;
  posterUrl: string | null;
  fileId: string | null;
  alt: string;
  width: number | null;
  height: number | null;
  focal: { x: number; y: number };
  /** Key of the line it shows. */
  line: string | null;
}

/** The product as the editor holds it. */
export interface ProductDraft {
  title: string;
  descriptionHtml: string;
  status: Status;
  publishAt: string | null;
  unpublishAt: string | null;
  brand: string;
  productType: string;
  slug: string;
  seo: { title: string; description: string };
  tags: string[];
  categoryIds: string[];
  collectionIds: string[];
  customFields: Record<string, FieldValue>;
  options: OptionDraft[];
  variants: VariantDraft[];
  /** Stored variants somebody took out by hand. */
  removed: string[];
  media: MediaDraft[];
}

/** A line's identity on the page: its id, or what it chooses while it is new. */
export function lineKey({ id, choice }: Pick<VariantDraft, 'id' | 'choice'>): string {
  return id ?? choiceKey(choice);
}

export function choiceKey(choice: Record<string, string>): string {
  return JSON.stringify(Object.entries(choice).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** "Small / Blue", or "Default" for a product without options. */
export function titleOf({ choice }: Pick<VariantDraft, 'choice'>, options: readonly OptionDraft[]): string {
  const words = options.flatMap((option) => option.values.find((value) => value.id === choice[option.id])?.name ?? []);
  return words.join(' / ') || 'Default';
}

export function emptyLine(): VariantDraft {
  return { choice: {}, sku: '', barcode: '', weightGrams: 0, requiresShipping: true, taxable: true, taxCode: '', inventoryPolicy: 'deny', trackInventory: true, prices: {}, stock: {} };
}

export function emptyDraft(): ProductDraft {
  return {
    title: '', descriptionHtml: '', status: 'active', publishAt: null, unpublishAt: null, brand: '', productType: '', slug: '', seo: { title: '', description: '' },
    tags: [], categoryIds: [], collectionIds: [], customFields: {}, options: [], variants: [emptyLine()], removed: [], media: [],
  };
}

/** A stored product as the editor begins with it. */
export function draftOf(product: Product | null, stocks: Stocks): ProductDraft {
  if (!product) return emptyDraft();
  const { title, descriptionHtml, status, publishAt, unpublishAt, brand, productType, slug, seo, tags, customFields } = product;
  const ids = (list: readonly { id: string }[]) => list.map((each) => each.id);
  return {
    ...{ title, descriptionHtml, status, publishAt, unpublishAt, brand, productType, slug, seo, tags, customFields },
    categoryIds: ids(product.categories),
    collectionIds: ids(product.collections),
    options: product.options.map(({ name, values }) => ({ id: name, was: name, name, values: values.map((value) => ({ id: value, was: value, name: value })) })),
    variants: product.variants.map((variant) => lineOf(variant, stocks[variant.id] ?? {})),
    removed: [],
    media: product.media.map(({ id, kind, url, posterUrl, fileId, alt, width, height, focal, variantId }) => ({ id, stored: true, kind, url, posterUrl, fileId, alt, width, height, focal, line: variantId })),
  };
}

function lineOf(variant: Variant, stock: Record<string, number>): VariantDraft {
  const { id, options, sku, barcode, weightGrams, requiresShipping, taxable, taxCode, inventoryPolicy, trackInventory } = variant;
  const prices = Object.fromEntries(variant.prices.map(({ currency, amount, compareAt }) => [currency, { amount, compareAt }]));
  return { id, choice: options, sku, barcode, weightGrams, requiresShipping, taxable, taxCode, inventoryPolicy, trackInventory, prices, stock };
}

/** What a line chooses, in words, as the server knows it. */
export function wordsOf(line: Pick<VariantDraft, 'choice'>, options: readonly OptionDraft[]): Record<string, string> {
  return Object.fromEntries(usable(options).map((option) => [option.name.trim(), option.values.find((value) => value.id === line.choice[option.id])?.name ?? '']));
}

/** Options that are typed far enough to make variants. One whose name is being typed anew stays among them. */
export function usable(options: readonly OptionDraft[]): OptionDraft[] {
  return options.filter((option) => option.values.length > 0);
}

export function differs(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) !== JSON.stringify(b ?? null);
}
