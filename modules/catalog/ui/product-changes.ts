import { optionKey, planVariants, type Option } from '../plan-variants.ts';
import { differs, lineKey, usable, wordsOf, type MediaDraft, type OptionDraft, type ProductDraft, type VariantDraft } from './product-draft.ts';
import type { FieldValue, Product } from './product-shape.ts';

const PLAIN = ['title', 'descriptionHtml', 'status', 'publishAt', 'unpublishAt', 'brand', 'productType', 'slug', 'tags', 'categoryIds', 'collectionIds'] as const;
const CELLS = ['sku', 'barcode', 'weightGrams', 'requiresShipping', 'taxable', 'taxCode', 'inventoryPolicy', 'trackInventory'] as const;

/** What `products.create` takes. */
export function creationOf(draft: ProductDraft): Record<string, unknown> {
  const { slug, options, variants, media, customFields, removed: _, ...rest } = draft;
  return {
    ...rest,
    ...(slug.trim() && { slug: slug.trim() }),
    customFields: Object.fromEntries(Object.entries(customFields).filter(([, value]) => value !== '')),
    options: usable(options).map(({ name, values }) => ({ name: name.trim(), values: values.map((value) => value.name) })),
    variants: variants.map((line) => ({ ...cellsOf(line), options: wordsOf(line, options), prices: pricesOf(line.prices) })),
    media: media.map((each) => ({ ...pictureOf(each), ...shownBy(each, draft) })),
  };
}

function cellsOf(line: VariantDraft): Record<string, unknown> {
  return Object.fromEntries(CELLS.map((key) => [key, line[key]]));
}

function pricesOf(prices: VariantDraft['prices']): object[] {
  return Object.entries(prices).flatMap(([currency, { amount, compareAt }]) => (amount === null ? [] : [{ currency, amount, compareAt }]));
}

function pictureOf({ kind, url, posterUrl, fileId, alt, width, height, focal }: MediaDraft): Record<string, unknown> {
  return { kind, url, posterUrl, fileId, alt, width, height, focal };
}

// A line that is not stored yet is named by what it chooses.
function shownBy({ line }: MediaDraft, { variants, options }: ProductDraft): Record<string, unknown> {
  const shown = line === null ? undefined : variants.find((each) => lineKey(each) === line);
  if (!shown) return {};
  return shown.id ? { variantId: shown.id } : { variantOptions: wordsOf(shown, options) };
}

/** Only what differs, as `products.update` takes it; empty when nothing does. */
export function changesOf(product: Product, before: ProductDraft, after: ProductDraft): Record<string, unknown> {
  const changes: Record<string, unknown> = {};
  for (const key of PLAIN) if (differs(before[key], after[key])) changes[key] = after[key];
  const seo = (['title', 'description'] as const).filter((key) => before.seo[key] !== after.seo[key]);
  if (seo.length > 0) changes.seo = Object.fromEntries(seo.map((key) => [key, after.seo[key]]));
  const fields = changedFields(before.customFields, after.customFields);
  if (Object.keys(fields).length > 0) changes.customFields = fields;
  if (differs(mediaOf(before), mediaOf(after))) changes.media = mediaOf(after);
  return { ...changes, ...structureOf(product, before, after) };
}

function mediaOf(draft: ProductDraft): object[] {
  return draft.media.map((each) => ({ ...(each.stored && { id: each.id }), ...pictureOf(each), ...shownBy(each, draft) }));
}

function changedFields(before: Record<string, FieldValue>, after: Record<string, FieldValue>): Record<string, FieldValue | null> {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => differs(before[key], after[key]));
  return Object.fromEntries(keys.map((key) => [key, after[key] === '' || after[key] === undefined ? null : after[key]]));
}

/** Options and variants: what the server will do by itself is foreseen with its own rule, and only the rest is said. */
function structureOf(product: Product, before: ProductDraft, after: ProductDraft): Record<string, unknown> {
  const sent = optionsOf(after.options);
  const changed = differs(sent, optionsOf(before.options));
  const kept = new Set(after.variants.flatMap((line) => line.id ?? []));
  const plan = changed ? planVariants(product.options, sent, product.variants) : { keep: product.variants.map((variant) => ({ variant, options: variant.options })), create: [], drop: [] };
  const wanted = new Set(after.variants.map((line) => optionKey(wordsOf(line, after.options))));
  const leaveOut = plan.create.filter((choice) => !wanted.has(optionKey(choice)));
  const gone = plan.keep.map((each) => each.variant.id).filter((id) => !kept.has(id));
  const variants = variantChanges(product, before, after);
  return { ...(changed && { options: sent }), ...(leaveOut.length > 0 && { leaveOut }), ...(gone.length > 0 && { removeVariantIds: gone }), ...(variants.length > 0 && { variants }) };
}

function optionsOf(options: readonly OptionDraft[]): Option[] {
  return usable(options).map(({ name, was, values }) => {
    const renamed = Object.fromEntries(values.filter((value) => value.was !== undefined && value.was !== value.name).map((value) => [value.name, value.was!]));
    return { name: name.trim(), values: values.map((value) => value.name), ...(was !== undefined && was !== name.trim() && { was }), ...(Object.keys(renamed).length > 0 && { renamed }) };
  });
}

function variantChanges(product: Product, before: ProductDraft, after: ProductDraft): object[] {
  const old = new Map(before.variants.map((line) => [line.id, line]));
  return after.variants.flatMap((line) => {
    const was = line.id ? old.get(line.id) : undefined;
    if (!was) return [newVariant(product, line, after.options)];
    const change = { ...changedCells(was, line), ...changedPrices(was, line) };
    return Object.keys(change).length > 0 ? [{ id: line.id, ...change }] : [];
  });
}

// The server lets a new variant begin with the prices of the first one, so those that are not wanted are taken away.
function newVariant({ variants }: Product, line: VariantDraft, options: readonly OptionDraft[]): object {
  const inherited = (variants[0]?.prices ?? []).map((price) => price.currency).filter((currency) => (line.prices[currency]?.amount ?? null) === null);
  return { ...cellsOf(line), options: wordsOf(line, options), prices: [...pricesOf(line.prices), ...inherited.map((currency) => ({ currency, amount: null }))] };
}

function changedCells(was: VariantDraft, line: VariantDraft): Record<string, unknown> {
  return Object.fromEntries(CELLS.filter((key) => was[key] !== line[key]).map((key) => [key, line[key]]));
}

function changedPrices(was: VariantDraft, line: VariantDraft): { prices?: object[] } {
  const currencies = [...new Set([...Object.keys(was.prices), ...Object.keys(line.prices)])];
  const prices = currencies.filter((currency) => differs(priceIn(was, currency), priceIn(line, currency))).map((currency) => ({ currency, ...priceIn(line, currency) }));
  return prices.length > 0 ? { prices } : {};
}

// Without a price there is nothing it could have been before.
function priceIn({ prices }: VariantDraft, currency: string): { amount: number | null; compareAt: number | null } {
  const { amount, compareAt } = prices[currency] ?? { amount: null, compareAt: null };
  return amount === null ? { amount, compareAt: null } : { amount, compareAt };
}

/** The counters that changed, as `stock.set-many` takes them; `stored` are the variants as they are after saving. */
export function stockChanges(before: ProductDraft, after: ProductDraft, stored: Product): { variantId: string; locationId: string; onHand: number }[] {
  const old = new Map(before.variants.map((line) => [line.id, line.stock]));
  const ids = new Map(stored.variants.map((variant) => [optionKey(variant.options), variant.id]));
  return after.variants.flatMap((line) => {
    const variantId = line.id ?? ids.get(optionKey(wordsOf(line, after.options)));
    const was = (line.id ? old.get(line.id) : undefined) ?? {};
    if (!variantId || !line.trackInventory) return [];
    return Object.entries(line.stock).flatMap(([locationId, onHand]) => (was[locationId] === onHand ? [] : [{ variantId, locationId, onHand }]));
  });
}
