import { amountText } from '#platform/money.ts';
import { COLUMNS, type ColumnName } from './shopify-columns.ts';

/** A product as an export reads it, money in minor units of one currency. */
export interface ExportProduct {
  slug: string;
  title: string;
  descriptionHtml: string;
  brand: string;
  productType: string;
  status: 'draft' | 'active' | 'archived';
  seoTitle: string;
  seoDescription: string;
  tags: string[];
  customFields: Record<string, string | number | boolean>;
  carried: Record<string, string>;
  options: { name: string; values: string[] }[];
  media: { url: string; alt: string }[];
  variants: ExportVariant[];
}

export interface ExportVariant {
  options: Record<string, string>;
  sku: string;
  barcode: string;
  weightGrams: number;
  requiresShipping: boolean;
  taxable: boolean;
  taxCode: string;
  inventoryPolicy: 'deny' | 'continue';
  trackInventory: boolean;
  amount: number | null;
  compareAt: number | null;
  onHand: number | null;
  imageUrl: string | null;
  carried: Record<string, string>;
}

export type Cells = Record<string, string>;

/** The rows of one product as Shopify lays them out: variants and pictures side by side, the product in the first row. */
export function rowsOfProduct(product: ExportProduct, currency: string): Cells[] {
  const count = Math.max(product.variants.length, product.media.length, 1);
  return Array.from({ length: count }, (_, i) => ({
    Handle: product.slug,
    ...(i === 0 && headCells(product)),
    ...(product.variants[i] && variantCells(product, product.variants[i], currency)),
    ...(product.media[i] && { 'Image Src': product.media[i].url, 'Image Position': String(i + 1), 'Image Alt Text': product.media[i].alt }),
  }));
}

function headCells(product: ExportProduct): Cells {
  const names = product.options.length > 0 ? product.options.map((o) => o.name) : ['Title'];
  return {
    Title: product.title,
    'Body (HTML)': product.descriptionHtml,
    Vendor: product.brand,
    Type: product.productType,
    Tags: product.tags.join(', '),
    Published: String(product.status === 'active'),
    Status: product.status,
    'Gift Card': 'false',
    'SEO Title': product.seoTitle,
    'SEO Description': product.seoDescription,
    ...Object.fromEntries(names.map((name, i) => [`Option${i + 1} Name`, name])),
    ...product.carried,
  };
}

function variantCells(product: ExportProduct, variant: ExportVariant, currency: string): Cells {
  const values = product.options.length > 0 ? product.options.map((o) => variant.options[o.name] ?? '') : ['Default Title'];
  const money = (amount: number | null) => (amount === null ? '' : amountText({ amount, currency }));
  return {
    ...Object.fromEntries(values.map((value, i) => [`Option${i + 1} Value`, value])),
    'Variant SKU': variant.sku,
    'Variant Grams': String(variant.weightGrams),
    'Variant Inventory Tracker': variant.trackInventory ? 'shopify' : '',
    'Variant Inventory Qty': variant.trackInventory && variant.onHand !== null ? String(variant.onHand) : '',
    'Variant Inventory Policy': variant.inventoryPolicy,
    'Variant Fulfillment Service': 'manual',
    'Variant Price': money(variant.amount),
    'Variant Compare At Price': money(variant.compareAt),
    'Variant Requires Shipping': String(variant.requiresShipping),
    'Variant Taxable': String(variant.taxable),
    'Variant Barcode': variant.barcode,
    'Variant Image': variant.imageUrl ?? '',
    'Variant Weight Unit': 'g',
    'Variant Tax Code': variant.taxCode,
  };
}

/** A carried cell is named after its column; a carried wording is named `column=what an export would say` and counts while that is true. */
export function withCarried(cells: Cells, carried: Record<string, string>): Cells {
  const result = { ...cells };
  for (const [name, cell] of Object.entries(carried)) {
    const cut = name.indexOf('=');
    const column = cut < 0 ? '' : name.slice(0, cut);
    if (!isColumn(column)) result[name] = cell;
    else if ((cells[column] ?? '') === name.slice(cut + 1)) result[column] = cell;
  }
  return result;
}

const KNOWN = new Set<string>(COLUMNS);

function isColumn(name: string): name is ColumnName {
  return KNOWN.has(name);
}

/** Columns a file needs besides the usual ones, from what the products carry. */
export function carriedColumns(carried: Record<string, string>): string[] {
  return Object.keys(carried).filter((name) => !isColumn(name.slice(0, Math.max(0, name.indexOf('=')))));
}
