// Two people, one product: what each of them changed is brought together field by field, and only real contradictions are asked about.
import { differs, lineKey, type ProductDraft, type VariantDraft } from './product-draft.ts';

export type Fields = Record<string, unknown>;

export interface Conflict {
  field: string;
  base: unknown;
  mine: unknown;
  theirs: unknown;
}

export interface Merged {
  draft: ProductDraft;
  conflicts: Conflict[];
  /** Fields only the other one changed. */
  theirs: string[];
}

const PLAIN = ['title', 'descriptionHtml', 'status', 'publishAt', 'unpublishAt', 'brand', 'productType', 'slug', 'tags', 'categoryIds', 'collectionIds', 'media'] as const;
const CELLS = ['sku', 'barcode', 'weightGrams', 'requiresShipping', 'taxable', 'taxCode', 'inventoryPolicy', 'trackInventory'] as const;

/** Everything that was typed, by name: "title", "options", "variants.<key>.prices.AUD". */
export function fieldsOf(draft: ProductDraft): Fields {
  const fields: Fields = Object.fromEntries(PLAIN.map((key) => [key, draft[key]]));
  fields['seo.title'] = draft.seo.title;
  fields['seo.description'] = draft.seo.description;
  fields.options = { options: draft.options, lines: draft.variants.map((line) => [lineKey(line), line.choice]), removed: draft.removed };
  for (const [key, value] of Object.entries(draft.customFields)) fields[`customFields.${key}`] = value;
  for (const line of draft.variants) Object.assign(fields, fieldsOfLine(line));
  return fields;
}

function fieldsOfLine(line: VariantDraft): Fields {
  const at = `variants.${lineKey(line)}`;
  const fields: Fields = Object.fromEntries(CELLS.map((key) => [`${at}.${key}`, line[key]]));
  for (const [currency, price] of Object.entries(line.prices)) if (price.amount !== null) fields[`${at}.prices.${currency}`] = price;
  for (const [place, onHand] of Object.entries(line.stock)) fields[`${at}.stock.${place}`] = onHand;
  return fields;
}

/** `base` is what both began with. A field both changed differently is a conflict; it takes what `choose` says, mine unless said. */
export function mergeDrafts(base: ProductDraft, mine: ProductDraft, theirs: ProductDraft, choose: Readonly<Record<string, 'mine' | 'theirs'>> = {}): Merged {
  const [b, m, t] = [fieldsOf(base), fieldsOf(mine), fieldsOf(theirs)];
  const conflicts: Conflict[] = [];
  const taken: string[] = [];
  const result: Fields = {};
  for (const field of new Set([...Object.keys(b), ...Object.keys(m), ...Object.keys(t)])) {
    const byMe = differs(b[field], m[field]);
    const byThem = differs(b[field], t[field]);
    if (byMe && byThem && differs(m[field], t[field])) conflicts.push({ field, base: b[field], mine: m[field], theirs: t[field] });
    else if (byThem && !byMe) taken.push(field);
    const side = byMe && !(byThem && choose[field] === 'theirs') ? m : t;
    result[field] = side[field];
  }
  const shape = result.options === m.options && differs(b.options, m.options) ? mine : theirs;
  return { draft: withFields(shape, result, theirs), conflicts, theirs: taken };
}

function withFields(shape: ProductDraft, fields: Fields, theirs: ProductDraft): ProductDraft {
  const stored = new Set(theirs.variants.flatMap((line) => line.id ?? []));
  const plain = Object.fromEntries(PLAIN.map((key) => [key, fields[key]])) as Pick<ProductDraft, (typeof PLAIN)[number]>;
  const customFields = Object.fromEntries(Object.entries(fields).flatMap(([field, value]) => (field.startsWith('customFields.') && value !== undefined ? [[field.slice('customFields.'.length), value]] : [])));
  return {
    ...shape,
    ...plain,
    seo: { title: String(fields['seo.title']), description: String(fields['seo.description']) },
    customFields: customFields as ProductDraft['customFields'],
    removed: shape.removed.filter((id) => stored.has(id)),
    variants: shape.variants.map((line) => lineWith(line, fields)).map((line) => (line.id && !stored.has(line.id) ? withoutId(line) : line)),
  };
}

// A line whose variant somebody else removed meanwhile is kept as a new one.
function withoutId({ id: _, ...line }: VariantDraft): VariantDraft {
  return line;
}

function lineWith(line: VariantDraft, fields: Fields): VariantDraft {
  const at = `variants.${lineKey(line)}.`;
  const next: VariantDraft = { ...line, prices: {}, stock: {} };
  for (const key of CELLS) if (fields[at + key] !== undefined) Object.assign(next, { [key]: fields[at + key] });
  for (const [field, value] of Object.entries(fields)) {
    if (value === undefined || !field.startsWith(at)) continue;
    const [kind, name] = field.slice(at.length).split('.');
    if (kind === 'prices') next.prices[name!] = value as VariantDraft['prices'][string];
    if (kind === 'stock') next.stock[name!] = value as number;
  }
  return next;
}
