// A product as a flat list of named facts, so that two states can be compared, told and taken back field by field.

/** "title", "seo.title", "customFields.carat", "options", "media", "variants.<id>", "variants.<id>.sku", "variants.<id>.prices.AUD". */
export type Facts = Record<string, unknown>;

interface VariantLike {
  id: string;
  prices: readonly { currency: string; amount: number; compareAt: number | null }[];
}

interface ProductLike {
  variants: readonly VariantLike[];
  customFields: Readonly<Record<string, unknown>>;
  seo: { title: string; description: string };
}

const PLAIN = ['title', 'slug', 'descriptionHtml', 'brand', 'productType', 'status', 'publishAt', 'unpublishAt', 'tags', 'options', 'categories', 'collections', 'version'] as const;
const CELLS = ['sku', 'barcode', 'weightGrams', 'requiresShipping', 'taxable', 'taxCode', 'inventoryPolicy', 'trackInventory', 'options'] as const;

/** Everything that can be edited of a product, by name. */
export function factsOf(product: ProductLike): Facts {
  const all = product as unknown as Facts;
  const facts: Facts = Object.fromEntries(PLAIN.map((name) => [name, all[name]]));
  facts['seo.title'] = product.seo.title;
  facts['seo.description'] = product.seo.description;
  facts.media = pictures(all.media);
  for (const [key, value] of Object.entries(product.customFields)) facts[`customFields.${key}`] = value;
  for (const variant of product.variants) Object.assign(facts, factsOfVariant(variant));
  return facts;
}

function factsOfVariant(variant: VariantLike): Facts {
  const cells = variant as unknown as Facts;
  const at = `variants.${variant.id}`;
  const facts: Facts = { [at]: { title: cells.title, options: cells.options } };
  for (const name of CELLS) facts[`${at}.${name}`] = cells[name];
  for (const { currency, amount, compareAt } of variant.prices) facts[`${at}.prices.${currency}`] = { amount, compareAt };
  return facts;
}

// A picture's place is its place in the list.
function pictures(media: unknown): unknown {
  return (media as Facts[]).map(({ position: _, ...picture }) => picture);
}

/** What differs, both sides under the same names; null = not there on that side. */
export function differenceOf(before: Facts, after: Facts): { before: Facts; after: Facts } {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null));
  const side = (facts: Facts) => Object.fromEntries(names.map((name) => [name, facts[name] ?? null]));
  return { before: side(before), after: side(after) };
}
