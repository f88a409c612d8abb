/** What `products.get` answers, as far as the editor shows it. */
export interface Product {
  id: string;
  slug: string;
  title: string;
  descriptionHtml: string;
  brand: string;
  productType: string;
  status: Status;
  seo: { title: string; description: string };
  tags: string[];
  customFields: Record<string, FieldValue>;
  version: number;
  updatedAt: string;
  options: Option[];
  variants: Variant[];
  media: Media[];
  categories: { id: string; name: string }[];
  collections: { id: string; title: string }[];
}

export type Status = 'draft' | 'active' | 'archived';
export type FieldValue = string | number | boolean;

export interface Option {
  name: string;
  values: string[];
}

export interface Variant {
  id: string;
  title: string;
  options: Record<string, string>;
  sku: string;
  barcode: string;
  weightGrams: number;
  trackInventory: boolean;
  prices: { currency: string; amount: number; compareAt: number | null }[];
}

export interface Media {
  id: string;
  url: string;
  fileId?: string | null;
  alt: string;
  width?: number | null;
  height?: number | null;
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
