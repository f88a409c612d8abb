/** The columns of Shopify's product file this house has a place for, in the order it writes them. */
export const COLUMNS = [
  'Handle', 'Title', 'Body (HTML)', 'Vendor', 'Type', 'Tags', 'Published',
  'Option1 Name', 'Option1 Value', 'Option2 Name', 'Option2 Value', 'Option3 Name', 'Option3 Value',
  'Variant SKU', 'Variant Grams', 'Variant Inventory Tracker', 'Variant Inventory Qty', 'Variant Inventory Policy', 'Variant Fulfillment Service',
  'Variant Price', 'Variant Compare At Price', 'Variant Requires Shipping', 'Variant Taxable', 'Variant Barcode',
  'Image Src', 'Image Position', 'Image Alt Text', 'Gift Card', 'SEO Title', 'SEO Description',
  'Variant Image', 'Variant Weight Unit', 'Variant Tax Code', 'Status',
] as const;
export type ColumnName = (typeof COLUMNS)[number];

const BY_FOLDED = new Map(COLUMNS.map((name) => [fold(name), name]));
const ALIASES: Record<string, ColumnName> = { 'url handle': 'Handle', description: 'Body (HTML)', body: 'Body (HTML)', 'product image url': 'Image Src', price: 'Variant Price', 'compare at price': 'Variant Compare At Price', sku: 'Variant SKU', barcode: 'Variant Barcode' };

function fold(name: string): string {
  return name.toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

/** What a column of the file means: one of ours, a custom field, or something carried along so that an export gives it back. */
export type Meaning = { kind: 'known'; column: ColumnName } | { kind: 'field'; key: string } | { kind: 'carried' } | { kind: 'ignored' };

const METAFIELD = /\(product\.metafields\.[^.)]+\.([a-z][a-z0-9_]*)\)$/;

/** The meaning of every column, by the caller's choice first, else by name. */
export function meaningsOf(names: readonly string[], choices: Record<string, string>, fieldKeys: ReadonlySet<string>): Map<string, Meaning> {
  return new Map(names.map((name) => [name, choices[name] === undefined ? byName(name, fieldKeys) : chosen(choices[name], fieldKeys)]));
}

function byName(name: string, fieldKeys: ReadonlySet<string>): Meaning {
  const column = BY_FOLDED.get(fold(name)) ?? ALIASES[fold(name)];
  if (column) return { kind: 'known', column };
  const key = METAFIELD.exec(name)?.[1];
  return key && fieldKeys.has(key) ? { kind: 'field', key } : { kind: 'carried' };
}

function chosen(choice: string, fieldKeys: ReadonlySet<string>): Meaning {
  if (choice === 'ignore') return { kind: 'ignored' };
  if (choice.startsWith('field.') && fieldKeys.has(choice.slice(6))) return { kind: 'field', key: choice.slice(6) };
  const column = BY_FOLDED.get(fold(choice));
  return column ? { kind: 'known', column } : { kind: 'carried' };
}

/** Carried columns that speak of a variant; the others speak of the product and stand in its first row. */
export function aboutVariant(name: string): boolean {
  return /^(variant|cost per item|price \/|compare at price \/|included \/|unit price)/i.test(name);
}
