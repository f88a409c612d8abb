/** What `products.get` answers. */
export interface Product {
  id: string;
  slug: string;
  title: string;
  descriptionHtml: string;
  brand: string;
  productType: string;
  status: Status;
  publishAt: string | null;
  unpublishAt: string | null;
  seo: { title: string; description: string };
  tags: string[];
  customFields: Record<string, FieldValue>;
  version: number;
  updatedAt: string;
  options: { name: string; values: string[] }[];
  variants: Variant[];
  media: Media[];
  categories: { id: string; name: string }[];
  collections: { id: string; title: string }[];
}

export type Status = 'draft' | 'active' | 'archived';
export type FieldValue = string | number | boolean;

export interface Variant {
  id: string;
  title: string;
  options: Record<string, string>;
  sku: string;
  barcode: string;
  weightGrams: number;
  requiresShipping: boolean;
  taxable: boolean;
  taxCode: string;
  inventoryPolicy: 'deny' | 'continue';
  trackInventory: boolean;
  prices: { currency: string; amount: number; compareAt: number | null }[];
}

export interface Media {
  id: string;
  kind: 'picture' | 'video' | 'model' | 'spin';
  url: string;
  posterUrl: string | null;
  fileId: string | null;
  alt: string;
  width: number | null;
  height: number | null;
  variantId: string | null;
  focal: { x: number; y: number };
}

export interface CustomField {
  key: string;
  says: string;
  type: 'text' | 'number' | 'boolean' | 'choice' | 'date' | 'url';
  unit: string;
  choices: string[];
  required: boolean;
  appliesTo: string[];
}

export interface Choice {
  id: string;
  label: string;
}

export interface Location {
  id: string;
  name: string;
}

/** On hand: variant id -> location id -> pieces. */
export type Stocks = Record<string, Record<string, number>>;
