import type { Preview } from './transfer-shape.ts';

/** What the merchant chose for columns of the file: our column, "field.KEY", "carry" or "ignore". */
export type Mapping = Readonly<Record<string, string>>;

/** A custom field of products. */
export interface CustomField {
  key: string;
  says: string;
}

const PLACES: Record<string, string> = {
  'Body (HTML)': 'Description',
  Vendor: 'Brand',
  Type: 'Product type',
  Tags: 'Tags',
  'Variant Price': 'Price',
  'Variant Compare At Price': 'Compare-at price',
  'Variant SKU': 'SKU',
  'Variant Barcode': 'Barcode',
  'Variant Grams': 'Weight in grams',
  'Variant Inventory Qty': 'Stock',
  'Image Src': 'Picture address',
};

/** Columns the format does not know by name, and those somebody chose a place for. */
export function otherColumns(columns: Preview['columns'], mapping: Mapping): Preview['columns'] {
  return columns.filter(({ name, means }) => name !== '' && (name in mapping || means === 'carry' || means === 'ignore' || means.startsWith('field.')));
}

/** What such a column can become: a place no other column of the file has yet. */
export function choicesFor(column: Preview['columns'][number], columns: Preview['columns'], fields: readonly CustomField[]): { value: string; label: string }[] {
  const taken = new Set(columns.filter((each) => each.name !== column.name).map((each) => each.means));
  const places = [...Object.entries(PLACES), ...fields.map(({ key, says }) => [`field.${key}`, `${says} (custom field)`] as const)];
  return [{ value: 'carry', label: 'Keep as it is' }, { value: 'ignore', label: 'Leave out' }, ...places.filter(([value]) => !taken.has(value)).map(([value, label]) => ({ value, label }))];
}
