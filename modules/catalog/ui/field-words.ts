// How a field and its value are called where changes are shown: the history, and two edits that meet.
import { minorDigits } from '#ui/money.tsx';
import type { CustomField, Location } from './product-shape.ts';

export interface Words {
  /** Variant key -> title. */
  variants: ReadonlyMap<string, string>;
  fields: readonly CustomField[];
  locations: readonly Location[];
}

const NAMES: Record<string, string> = {
  title: 'Title', slug: 'Address', descriptionHtml: 'Description', brand: 'Brand', productType: 'Type', status: 'Status', publishAt: 'Shown from', unpublishAt: 'Shown until',
  tags: 'Tags', options: 'Options and variants', categories: 'Categories', categoryIds: 'Categories', collections: 'Collections', collectionIds: 'Collections', media: 'Pictures',
  'seo.title': 'Title for search engines', 'seo.description': 'Description for search engines',
  sku: 'SKU', barcode: 'Barcode', weightGrams: 'Weight', requiresShipping: 'Needs shipping', taxable: 'Taxed', taxCode: 'Tax code', inventoryPolicy: 'When sold out', trackInventory: 'Stock is counted',
};

/** "Price in AUD of Small / Blue". */
export function fieldWords(field: string, { variants, fields, locations }: Words): string {
  if (NAMES[field]) return NAMES[field];
  const [group, ...rest] = field.split('.');
  if (group === 'customFields') return fields.find((each) => each.key === rest[0])?.says ?? rest.join('.');
  if (group !== 'variants') return field;
  // A new line's key may hold dots of its own, so what follows it is looked for from the end.
  const [, key, cell, name] = /^variants\.(.*?)(?:\.(sku|barcode|weightGrams|requiresShipping|taxable|taxCode|inventoryPolicy|trackInventory|options|prices|stock)(?:\.(.*))?)?$/s.exec(field) ?? [];
  const of = variants.get(key ?? '') ?? 'a variant';
  if (!cell) return `Variant ${of}`;
  if (cell === 'prices') return `Price in ${name} of ${of}`;
  if (cell === 'stock') return `Stock of ${of} in ${locations.find((each) => each.id === name)?.name ?? 'a location'}`;
  return `${NAMES[cell] ?? cell} of ${of}`;
}

/** A value in a few words. */
export function valueWords(value: unknown, field = ''): string {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (field === 'descriptionHtml') return plain(String(value));
  if (Array.isArray(value)) return value.length === 0 ? 'nothing' : value.map(itemWords).join(', ');
  if (typeof value !== 'object') return String(value);
  const price = value as { amount?: number | null; compareAt?: number | null };
  if ('amount' in price) return priceWords(price, field.split('.').at(-1) ?? '');
  const { title, options } = value as { title?: string; options?: unknown };
  return title ?? (Array.isArray(options) ? valueWords(options) : 'changed');
}

function priceWords({ amount, compareAt }: { amount?: number | null; compareAt?: number | null }, currency: string): string {
  if (amount === null || amount === undefined) return 'no price';
  const digits = /^[A-Z]{3}$/.test(currency) ? minorDigits(currency) : 2;
  const text = (minor: number) => (minor / 10 ** digits).toFixed(digits);
  return compareAt ? `${text(amount)} (before ${text(compareAt)})` : text(amount);
}

function itemWords(item: unknown): string {
  if (typeof item !== 'object' || item === null) return String(item);
  const { name, title, values, alt, url } = item as { name?: string; title?: string; values?: unknown[]; alt?: string; url?: string };
  if (values) return `${name} (${values.map(itemWords).join(', ')})`;
  return name ?? title ?? (alt || url?.split('/').at(-1) || 'a picture');
}

function plain(html: string): string {
  const text = html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ').trim();
  return text.length > 240 ? `${text.slice(0, 240)}…` : text || 'nothing';
}
