import { newId } from '#platform/ids.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import type { FieldValue } from './tables.ts';
import { optionKey, variantTitle, type Combination, type Option } from './plan-variants.ts';
import type { MediaInput, Price, VariantInput } from './product-input.ts';
import type { MEDIA_KINDS } from './tables.ts';

/** A whole product as it is written down at once. Ids are given here, so parts can refer to each other. */
export interface ProductRow {
  id: string;
  slug: string;
  title: string;
  descriptionHtml: string;
  brand: string;
  productType: string;
  status: 'draft' | 'active' | 'archived';
  publishAt: string | null;
  unpublishAt: string | null;
  seoTitle: string;
  seoDescription: string;
  tags: string[];
  customFields: Record<string, FieldValue>;
  carried: Record<string, string>;
}

export interface VariantRow {
  id: string;
  productId: string;
  title: string;
  options: Combination;
  optionKey: string;
  position: number;
  sku: string;
  barcode: string;
  weightGrams: number;
  requiresShipping: boolean;
  taxable: boolean;
  taxCode: string;
  inventoryPolicy: 'deny' | 'continue';
  trackInventory: boolean;
  carried: Record<string, string>;
}

export interface PriceRow {
  variantId: string;
  currency: string;
  amount: number;
  compareAt: number | null;
}

export interface MediaRow {
  productId: string;
  variantId: string | null;
  fileId: string | null;
  kind: (typeof MEDIA_KINDS)[number];
  url: string;
  posterUrl: string | null;
  alt: string;
  width: number | null;
  height: number | null;
  focalX: number;
  focalY: number;
  position: number;
}

export interface Parts {
  options: { productId: string; name: string; values: string[]; position: number }[];
  variants: VariantRow[];
  prices: PriceRow[];
  media: MediaRow[];
  categories: { productId: string; categoryId: string }[];
  collections: { productId: string; collectionId: string }[];
}

export function noParts(): Parts {
  return { options: [], variants: [], prices: [], media: [], categories: [], collections: [] };
}

export function variantRow(productId: string, options: readonly Option[], position: number, given: VariantInput): VariantRow {
  return {
    id: newId(),
    productId,
    title: variantTitle(options, given.options),
    options: given.options,
    optionKey: optionKey(given.options),
    position,
    sku: given.sku ?? '',
    barcode: given.barcode ?? '',
    weightGrams: given.weightGrams ?? 0,
    requiresShipping: given.requiresShipping ?? true,
    taxable: given.taxable ?? true,
    taxCode: given.taxCode ?? '',
    inventoryPolicy: given.inventoryPolicy ?? 'deny',
    trackInventory: given.trackInventory ?? true,
    carried: {},
  };
}

export function priceRows(variantId: string, prices: readonly Price[]): PriceRow[] {
  return prices.map((p) => ({ variantId, currency: p.currency, amount: p.amount, compareAt: p.compareAt ?? null }));
}

/** `variants` leads from a combination's key to its variant, for pictures that show one. */
export function mediaRows(productId: string, list: readonly MediaInput[], from = 0, variants: ReadonlyMap<string, string> = new Map()): MediaRow[] {
  return list.map((m, i) => ({
    productId,
    variantId: (m.variantOptions && variants.get(optionKey(m.variantOptions))) ?? null,
    fileId: m.fileId ?? null,
    kind: m.kind ?? 'picture',
    url: m.url,
    posterUrl: m.posterUrl ?? null,
    alt: m.alt,
    width: m.width ?? null,
    height: m.height ?? null,
    focalX: m.focal?.x ?? 50,
    focalY: m.focal?.y ?? 50,
    position: from + i,
  }));
}

/** Writes the parts of any number of products in one statement. */
export async function insertParts(tx: Tx, parts: Parts): Promise<void> {
  await tx.sql`
    with o as (
      insert into product_options (product_id, name, values, position)
      select "productId", name, values, position from jsonb_to_recordset(${json(parts.options)}::jsonb)
        as x("productId" uuid, name text, values text[], position int)
    ), v as (
      insert into variants (id, product_id, title, options, option_key, position, sku, barcode, weight_grams, requires_shipping,
        taxable, tax_code, inventory_policy, track_inventory, carried)
      select id, "productId", title, options, "optionKey", position, sku, barcode, "weightGrams", "requiresShipping", taxable,
        "taxCode", "inventoryPolicy", "trackInventory", carried from jsonb_to_recordset(${json(parts.variants)}::jsonb)
        as x(id uuid, "productId" uuid, title text, options jsonb, "optionKey" text, position int, sku text, barcode text,
          "weightGrams" int, "requiresShipping" bool, taxable bool, "taxCode" text, "inventoryPolicy" text, "trackInventory" bool, carried jsonb)
    ), c as (
      insert into prices (variant_id, currency, amount, compare_at)
      select "variantId", currency, amount, "compareAt" from jsonb_to_recordset(${json(parts.prices)}::jsonb)
        as x("variantId" uuid, currency text, amount bigint, "compareAt" bigint)
    ), m as (
      insert into media (product_id, variant_id, file_id, kind, url, poster_url, alt, width, height, focal_x, focal_y, position)
      select "productId", "variantId", "fileId", kind, url, "posterUrl", alt, width, height, "focalX", "focalY", position from jsonb_to_recordset(${json(parts.media)}::jsonb)
        as x("productId" uuid, "variantId" uuid, "fileId" uuid, kind text, url text, "posterUrl" text, alt text, width int, height int, "focalX" int, "focalY" int, position int)
    ), g as (
      insert into product_categories (product_id, category_id)
      select "productId", "categoryId" from jsonb_to_recordset(${json(parts.categories)}::jsonb) as x("productId" uuid, "categoryId" uuid)
    )
    insert into product_collections (product_id, collection_id)
    select "productId", "collectionId" from jsonb_to_recordset(${json(parts.collections)}::jsonb) as x("productId" uuid, "collectionId" uuid)`;
}

function json(value: unknown): string {
  return JSON.stringify(value);
}
