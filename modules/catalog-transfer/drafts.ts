import { parseAmount } from '#platform/money.ts';
import { Refusal } from '#platform/refusal.ts';
import { optionKey, slugOf, type DraftVariant, type ProductDraft } from '#modules/catalog/index.ts';
import type { Row } from './read-csv.ts';
import { aboutVariant, type ColumnName, type Meaning } from './shopify-columns.ts';
import { rowsOfProduct, type ExportProduct } from './rows.ts';

/** Something in the file a person should look at. Errors leave the product out; warnings do not. */
export interface Remark {
  line: number;
  handle: string;
  column?: string;
  says: string;
}

export interface Reading {
  meanings: Map<string, Meaning>;
  currency: string;
  fieldTypes: ReadonlyMap<string, string>;
}

/** What one product's rows say. */
export interface FileProduct {
  line: number;
  draft: ProductDraft;
  /** Option key -> pieces on hand. */
  stock: Map<string, number>;
  warnings: Remark[];
}

type Get = (column: ColumnName) => string | undefined;

/** Makes a product of the rows that share a handle, or throws the first thing that is wrong as a `FileError`. */
export function draftOf(handle: string, rows: readonly Row[], reading: Reading): FileProduct {
  return new Draft(handle, rows, reading).read();
}

export class FileError extends Error {
  readonly remark: Remark;

  constructor(remark: Remark) {
    super(remark.says);
    this.remark = remark;
  }
}

class Draft {
  private readonly handle: string;
  private readonly rows: readonly Row[];
  private readonly reading: Reading;
  private readonly warnings: Remark[] = [];
  private readonly stock = new Map<string, number>();
  private line: number;

  constructor(handle: string, rows: readonly Row[], reading: Reading) {
    this.handle = handle;
    this.rows = rows;
    this.reading = reading;
    this.line = rows[0]!.line;
  }

  read(): FileProduct {
    const draft = this.product(this.rows[0]!);
    draft.options = this.options();
    draft.variants = this.variants(draft);
    draft.media = this.media(draft);
    this.keepWording(draft);
    return { line: this.rows[0]!.line, draft, stock: this.stock, warnings: this.warnings };
  }

  private product(row: Row): ProductDraft {
    const get = this.getter(row);
    const draft: ProductDraft = {
      slug: slugOf(this.handle),
      title: get('Title')?.trim() || undefined,
      descriptionHtml: get('Body (HTML)'),
      brand: get('Vendor')?.trim(),
      productType: get('Type')?.trim(),
      status: this.status(get),
      seoTitle: get('SEO Title')?.trim(),
      seoDescription: get('SEO Description')?.trim(),
      tags: get('Tags') === undefined ? undefined : tagsOf(get('Tags')!),
      customFields: this.fields(row),
      carried: this.carried(row, (name) => !aboutVariant(name)),
      options: [],
      variants: [],
    };
    if ((draft.title ?? '').length > 255) this.refuse('Title', 'is longer than 255 characters');
    return draft;
  }

  private getter(row: Row): Get {
    this.line = row.line;
    const found = new Map<ColumnName, string>();
    for (const [name, meaning] of this.reading.meanings) if (meaning.kind === 'known' && !found.has(meaning.column)) found.set(meaning.column, row.cells[name] ?? '');
    return (column) => found.get(column);
  }

  private status(get: Get): ProductDraft['status'] {
    const status = get('Status')?.trim().toLowerCase();
    const published = get('Published')?.trim().toLowerCase();
    if (status === 'archived') return 'archived';
    if (status && status !== 'active' && status !== 'draft') this.refuse('Status', `"${status}" is none of active, draft, archived`);
    if (!status && !published) return undefined;
    return (status ?? 'active') !== 'draft' && published !== 'false' ? 'active' : 'draft';
  }

  private fields(row: Row): ProductDraft['customFields'] {
    const fields: ProductDraft['customFields'] = {};
    for (const [name, meaning] of this.reading.meanings) {
      if (meaning.kind === 'field') fields[meaning.key] = this.fieldValue(name, meaning.key, (row.cells[name] ?? '').trim());
    }
    return fields;
  }

  private fieldValue(column: string, key: string, text: string): string | number | boolean | null {
    const type = this.reading.fieldTypes.get(key);
    if (text === '') return null;
    if (type === 'boolean') return /^(true|yes|1)$/i.test(text);
    if (type !== 'number') return text;
    const number = Number(text.replace(',', '.'));
    return Number.isFinite(number) ? number : this.refuse(column, `"${text}" is not a number`);
  }

  private carried(row: Row, mine: (name: string) => boolean): Record<string, string> {
    const entries = [...this.reading.meanings].filter(([name, meaning]) => meaning.kind === 'carried' && mine(name) && row.cells[name]);
    return Object.fromEntries(entries.map(([name]) => [name, row.cells[name]!]));
  }

  private options(): ProductDraft['options'] {
    const get = this.getter(this.rows[0]!);
    const names = ([1, 2, 3] as const).map((n) => get(`Option${n} Name`)?.trim() ?? '');
    const used = ([1, 2, 3] as const).filter((n) => names[n - 1] || this.rows.some((row) => this.getter(row)(`Option${n} Value`)?.trim()));
    const options = used.map((n) => ({ name: names[n - 1] || `Option ${n}`, values: this.valuesOf(n) })).filter((o) => o.values.length > 0);
    const only = options[0];
    if (options.length === 1 && only!.name === 'Title' && only!.values.join() === 'Default Title') return [];
    if (new Set(options.map((o) => o.name)).size < options.length) this.refuse('Option2 Name', 'has the same name as another option');
    return options;
  }

  private valuesOf(n: 1 | 2 | 3): string[] {
    const values = this.rows.map((row) => this.getter(row)(`Option${n} Value`)?.trim() ?? '').filter(Boolean);
    const unique = [...new Set(values)];
    if (unique.length > 100) this.refuse(`Option${n} Value`, 'has more than 100 different values');
    return unique;
  }

  private variants(draft: ProductDraft): DraftVariant[] {
    const seen = new Set<string>();
    return this.rows.filter((row) => this.hasVariant(row)).map((row) => {
      const variant = this.variant(row, draft);
      const key = optionKey(variant.options);
      if (seen.has(key)) this.refuse('Option1 Value', 'makes the same variant as a row above');
      seen.add(key);
      return variant;
    });
  }

  // Further rows of a product without option and price only bring pictures.
  private hasVariant(row: Row): boolean {
    const get = this.getter(row);
    return row === this.rows[0] || Boolean(get('Option1 Value')?.trim() || get('Variant Price')?.trim() || get('Variant SKU')?.trim());
  }

  private variant(row: Row, draft: ProductDraft): DraftVariant {
    const get = this.getter(row);
    const options = this.choice(get, draft);
    const tracker = get('Variant Inventory Tracker')?.trim();
    this.readStock(get, optionKey(options), tracker);
    return {
      options,
      sku: this.short(get, 'Variant SKU'),
      barcode: this.short(get, 'Variant Barcode'),
      weightGrams: this.grams(get),
      requiresShipping: flag(get('Variant Requires Shipping')),
      taxable: flag(get('Variant Taxable')),
      taxCode: this.short(get, 'Variant Tax Code'),
      inventoryPolicy: get('Variant Inventory Policy') === undefined ? undefined : get('Variant Inventory Policy')!.trim().toLowerCase() === 'continue' ? 'continue' : 'deny',
      trackInventory: tracker === undefined ? undefined : tracker !== '',
      prices: this.prices(get),
      carried: this.carried(row, (name) => row !== this.rows[0] || aboutVariant(name)),
    };
  }

  private choice(get: Get, draft: ProductDraft): Record<string, string> {
    const entries = ([1, 2, 3] as const).map((n) => get(`Option${n} Value`)?.trim() ?? '').filter((_, i) => draft.options[i]);
    return Object.fromEntries(draft.options.map((o, i) => [o.name, entries[i] || this.refuse(`Option${i + 1} Value`, `needs a value for "${o.name}"`)]));
  }

  private readStock(get: Get, key: string, tracker: string | undefined): void {
    const text = get('Variant Inventory Qty')?.trim();
    if (!text || tracker === '') return;
    if (!/^-?\d{1,9}$/.test(text)) this.refuse('Variant Inventory Qty', `"${text}" is not a whole number`);
    if (Number(text) < 0) this.warn('Variant Inventory Qty', `${text} was read as 0: stock on hand cannot be negative`);
    this.stock.set(key, Math.max(0, Number(text)));
  }

  private short(get: Get, column: ColumnName): string | undefined {
    const text = get(column)?.trim();
    return text !== undefined && text.length > 255 ? this.refuse(column, 'is longer than 255 characters') : text;
  }

  private grams(get: Get): number | undefined {
    const text = get('Variant Grams')?.trim();
    if (!text) return text === undefined ? undefined : 0;
    const grams = Math.round(Number(text.replace(',', '.')));
    return Number.isSafeInteger(grams) && grams >= 0 && grams <= 100_000_000 ? grams : this.refuse('Variant Grams', `"${text}" is not a weight`);
  }

  private prices(get: Get): DraftVariant['prices'] {
    const amount = this.amount(get, 'Variant Price');
    if (amount === undefined) return [];
    return [{ amount, currency: this.reading.currency, compareAt: this.amount(get, 'Variant Compare At Price') ?? null }];
  }

  private amount(get: Get, column: ColumnName): number | undefined {
    const text = get(column)?.trim();
    if (!text) return undefined;
    const plain = text.replace(/^[^\d-]{1,4}(?=\d)/, '').replace(/^(-?\d+),(\d{1,2})$/, '$1.$2');
    try {
      const amount = parseAmount(plain, this.reading.currency);
      return amount >= 0 && amount <= 1_000_000_000_000 ? amount : this.refuse(column, `"${text}" is no possible price`);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return this.refuse(column, `"${text}" is not an amount in ${this.reading.currency}`);
    }
  }

  private media(draft: ProductDraft): ProductDraft['media'] {
    if (this.getter(this.rows[0]!)('Image Src') === undefined) return undefined;
    const pictures = new Map<string, { url: string; alt: string; at: number; showsOptions: Record<string, string>[] }>();
    for (const [i, row] of this.rows.entries()) this.picture(pictures, row, i);
    for (const row of this.rows.filter((r) => this.hasVariant(r))) this.variantPicture(pictures, row, draft);
    return [...pictures.values()].toSorted((a, b) => a.at - b.at).map(({ url, alt, showsOptions }) => ({ url, alt, showsOptions }));
  }

  private picture(pictures: Map<string, { url: string; alt: string; at: number; showsOptions: Record<string, string>[] }>, row: Row, i: number): void {
    const get = this.getter(row);
    const url = this.address(get, 'Image Src');
    if (!url || pictures.has(url)) return;
    const at = Number(get('Image Position')?.trim() || Number.NaN);
    pictures.set(url, { url, alt: (get('Image Alt Text') ?? '').trim().slice(0, 512), at: Number.isFinite(at) ? at : i + 1, showsOptions: [] });
  }

  private variantPicture(pictures: Map<string, { url: string; alt: string; at: number; showsOptions: Record<string, string>[] }>, row: Row, draft: ProductDraft): void {
    const get = this.getter(row);
    const url = this.address(get, 'Variant Image');
    if (!url) return;
    const picture = pictures.get(url) ?? { url, alt: '', at: pictures.size + 1, showsOptions: [] };
    picture.showsOptions.push(this.choice(get, draft));
    pictures.set(url, picture);
  }

  private address(get: Get, column: ColumnName): string {
    const url = get(column)?.trim() ?? '';
    if (url === '' || /^(https?:\/\/[^\s/]+|\/(?!\/))\S*$/.test(url)) return url;
    this.warn(column, `"${url.slice(0, 80)}" is not a web address, so the picture was left out`);
    return '';
  }

  /** Where the file words a cell differently from an export ("50" for "50.00"), its wording is carried along. */
  private keepWording(draft: ProductDraft): void {
    const canonical = rowsOfProduct(exportOf(draft, this.stock), this.reading.currency);
    const rows = this.rows.filter((row) => this.hasVariant(row));
    for (const [i, row] of rows.entries()) {
      const get = this.getter(row);
      const differs = Object.entries(canonical[i]!).filter(([column, cell]) => WORDED.has(column) && (get(column as ColumnName) ?? cell) !== cell);
      for (const [column, cell] of differs) Object.assign(draft.variants[i]!.carried, { [`${column}=${cell}`]: get(column as ColumnName)! });
    }
  }

  private warn(column: string, says: string): void {
    this.warnings.push({ line: this.line, handle: this.handle, column, says });
  }

  private refuse(column: string, says: string): never {
    throw new FileError({ line: this.line, handle: this.handle, column, says });
  }
}

// Only columns whose meaning does not change with their wording; a description is always the cleaned one.
const WORDED = new Set<string>(['Handle', 'Tags', 'Published', 'Status', 'Variant Grams', 'Variant Inventory Tracker', 'Variant Inventory Qty', 'Variant Inventory Policy', 'Variant Fulfillment Service', 'Variant Price', 'Variant Compare At Price', 'Variant Requires Shipping', 'Variant Taxable', 'Gift Card', 'Variant Weight Unit']);

function tagsOf(text: string): string[] {
  return [...new Set(text.split(',').map((t) => t.trim()).filter(Boolean))].slice(0, 250);
}

function flag(text: string | undefined): boolean | undefined {
  return text === undefined || text.trim() === '' ? undefined : /^(true|yes|1)$/i.test(text.trim());
}

function exportOf(draft: ProductDraft, stock: Map<string, number>): ExportProduct {
  return {
    slug: draft.slug,
    title: draft.title ?? '',
    descriptionHtml: draft.descriptionHtml ?? '',
    brand: draft.brand ?? '',
    productType: draft.productType ?? '',
    status: draft.status ?? 'draft',
    seoTitle: draft.seoTitle ?? '',
    seoDescription: draft.seoDescription ?? '',
    tags: draft.tags ?? [],
    customFields: {},
    carried: {},
    options: draft.options,
    media: [],
    variants: draft.variants.map((v) => ({
      options: v.options,
      sku: v.sku ?? '',
      barcode: v.barcode ?? '',
      weightGrams: v.weightGrams ?? 0,
      requiresShipping: v.requiresShipping ?? true,
      taxable: v.taxable ?? true,
      taxCode: v.taxCode ?? '',
      inventoryPolicy: v.inventoryPolicy ?? 'deny',
      trackInventory: v.trackInventory ?? true,
      amount: v.prices?.[0]?.amount ?? null,
      compareAt: v.prices?.[0]?.compareAt ?? null,
      onHand: stock.get(optionKey(v.options)) ?? null,
      imageUrl: null,
      carried: {},
    })),
  };
}

