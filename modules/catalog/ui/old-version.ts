import { draftOf, type OptionDraft, type ProductDraft } from './product-draft.ts';
import type { Product, Stocks, Variant } from './product-shape.ts';

/** One line of the history: the fields a change touched, before and after. */
export interface HistoryEntry {
  id: string;
  at: string;
  actorName: string;
  actorKind: string;
  operation: string;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
}

/** The product as it was after `entries[until]`: every newer change taken back, newest first. Entries come newest first. */
export function productAt(product: Product, entries: readonly HistoryEntry[], until: number): Product {
  const old = structuredClone(product);
  for (const { before } of entries.slice(0, until)) for (const [field, value] of inSteps(before)) put(old, field, value);
  return old;
}

// A variant that comes back has to be there before its cells are written.
function inSteps(before: Record<string, unknown>): [string, unknown][] {
  return Object.entries(before).filter(([, value]) => value !== '[secret]').toSorted(([a], [b]) => a.split('.').length - b.split('.').length);
}

function put(product: Product, field: string, value: unknown): void {
  const [group, ...rest] = field.split('.');
  if (group === 'version') return;
  if (group === 'variants') putVariant(product, rest[0]!, rest.slice(1), value);
  else if (group === 'seo') product.seo = { ...product.seo, [rest[0]!]: value };
  else if (group === 'customFields') putField(product, rest.join('.'), value);
  else Object.assign(product, { [field]: value });
}

function putField(product: Product, key: string, value: unknown): void {
  if (value === null) delete product.customFields[key];
  else product.customFields[key] = value as string;
}

function putVariant(product: Product, id: string, [cell, name]: string[], value: unknown): void {
  const at = product.variants.findIndex((variant) => variant.id === id);
  if (cell === undefined && value === null) product.variants.splice(at, at < 0 ? 0 : 1);
  else if (cell === undefined && at < 0) product.variants.push({ ...blank, prices: [], ...(value as Pick<Variant, 'title' | 'options'>), id });
  else if (at >= 0 && cell === 'prices') putPrice(product.variants[at]!, name!, value as Variant['prices'][number] | null);
  else if (at >= 0 && cell !== undefined && value !== null) Object.assign(product.variants[at]!, { [cell]: value });
}

const blank: Variant = { id: '', title: '', options: {}, sku: '', barcode: '', weightGrams: 0, requiresShipping: true, taxable: true, taxCode: '', inventoryPolicy: 'deny', trackInventory: true, prices: [] };

function putPrice(variant: Variant, currency: string, price: Variant['prices'][number] | null): void {
  variant.prices = [...variant.prices.filter((each) => each.currency !== currency), ...(price ? [{ ...price, currency }] : [])];
}

/** That old state as an unsaved edit of the product as it is now: variants that are still there keep their identity. */
export function editBackTo(old: Product, now: Product, stocks: Stocks): ProductDraft {
  const draft = draftOf(old, stocks);
  const stored = new Map(now.variants.map((variant) => [variant.id, variant]));
  const pictures = new Set(now.media.map((media) => media.id));
  return {
    ...draft,
    options: draft.options.map((option, i) => namedNow(option, i, old, now)),
    variants: draft.variants.map(({ id, ...line }) => (id && stored.has(id) ? { id, ...line } : line)),
    media: draft.media.map((each) => ({ ...each, stored: pictures.has(each.id) })),
  };
}

// What an old value is called now is seen at a variant that had it then and is still there.
function namedNow(option: OptionDraft, place: number, old: Product, now: Product): OptionDraft {
  const current = now.options.find((each) => each.name === option.name) ?? (now.options.length === old.options.length ? now.options[place] : undefined);
  const { was: _, ...fresh } = option;
  if (!current) return { ...fresh, values: option.values.map(({ id, name }) => ({ id, name })) };
  const values = option.values.map(({ id, name }) => {
    const witness = old.variants.find((variant) => variant.options[option.name] === name && now.variants.some((each) => each.id === variant.id));
    const called = witness ? now.variants.find((each) => each.id === witness.id)!.options[current.name] : current.values.includes(name) ? name : undefined;
    return { id, name, ...(called !== undefined && { was: called }) };
  });
  return { ...fresh, was: current.name, values };
}
