import { newId } from '#platform/ids.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Reader, Tx } from '#platform/tenancy/context.ts';
import { checkedFields, fieldDefinitions, type FieldDefinition } from './field-values.ts';
import { requireRoom } from './options.ts';
import { optionKey, type Combination, type Option } from './plan-variants.ts';
import type { CustomFieldValues, MediaInput, Price, VariantInput } from './product-input.ts';
import { insertParts, mediaRows, noParts, priceRows, variantRow, type MediaRow, type Parts, type PriceRow, type ProductRow, type VariantRow } from './product-rows.ts';
import { sanitizeHtml } from './sanitize-html.ts';
import { insertProducts } from './take-slug.ts';
import { settleVisibility } from './update-product.ts';

/** A product as an import knows it. What is left out stays as it is, or gets its usual value on a new product. */
export interface ProductDraft {
  slug: string;
  title?: string | undefined;
  descriptionHtml?: string | undefined;
  brand?: string | undefined;
  productType?: string | undefined;
  status?: 'draft' | 'active' | 'archived' | undefined;
  seoTitle?: string | undefined;
  seoDescription?: string | undefined;
  tags?: string[] | undefined;
  customFields: CustomFieldValues;
  /** Cells this house has no field for. */
  carried: Record<string, string>;
  options: Option[];
  variants: DraftVariant[];
  /** The whole list; left out = pictures stay as they are. */
  media?: (MediaInput & { showsOptions?: Combination[] })[] | undefined;
}

export type DraftVariant = VariantInput & { carried: Record<string, string> };

export interface SavedProduct {
  id: string;
  slug: string;
  created: boolean;
  /** Option key -> variant id. */
  variants: Map<string, string>;
}

export interface SaveOutcome {
  saved: SavedProduct[];
  refused: { slug: string; refusal: Refusal }[];
}

interface Existing {
  id: string;
  slug: string;
  productType: string;
  customFields: Record<string, string | number | boolean>;
  options: Option[];
  variants: { id: string; key: string; options: Combination }[];
}

interface Plan {
  draft: ProductDraft;
  existing: Existing | undefined;
  product: ProductRow;
  options: Option[];
  added: VariantRow[];
  matched: (VariantInput & { id: string; carried: Record<string, string> })[];
  prices: PriceRow[];
  ids: Map<string, string>;
}

/**
 * Creates or updates products by slug, many in a handful of statements. A variant the drafts do not name is never deleted. A draft
 * that cannot be saved is reported and the others go on. The caller ends with `productsChanged`.
 */
export async function saveProducts(tx: Tx, drafts: readonly ProductDraft[]): Promise<SaveOutcome> {
  // Two imports of one file at once would both find a slug free; the second one waits and updates.
  await tx.sql`select pg_advisory_xact_lock(hashtextextended('save-products:' || current_workspace(), 0))`;
  const existing = await bySlug(tx, drafts.map((d) => d.slug), 'for no key update');
  const definitions = await fieldDefinitions(tx);
  const refused: SaveOutcome['refused'] = [];
  const plans = drafts.flatMap((draft) => {
    const plan = planOrRefusal(draft, existing.get(draft.slug), definitions);
    if (!(plan instanceof Refusal)) return [plan];
    refused.push({ slug: draft.slug, refusal: plan });
    return [];
  });
  return { saved: await write(tx, plans), refused };
}

/** What `saveProducts` would do with one draft as things stand now. */
export interface Foreseen {
  slug: string;
  /** The product is there already and would be updated. */
  known: boolean;
  addedVariants: number;
  knownVariants: number;
  refusal?: Refusal;
}

/** Says what `saveProducts` would do, and writes nothing. */
export async function foreseeProducts(r: Reader, drafts: readonly ProductDraft[]): Promise<Foreseen[]> {
  const existing = await bySlug(r, drafts.map((d) => d.slug), '');
  const definitions = await fieldDefinitions(r);
  return drafts.map((draft) => {
    const plan = planOrRefusal(draft, existing.get(draft.slug), definitions);
    const known = existing.has(draft.slug);
    if (plan instanceof Refusal) return { slug: draft.slug, known, addedVariants: 0, knownVariants: 0, refusal: plan };
    return { slug: draft.slug, known, addedVariants: plan.added.length, knownVariants: plan.matched.length };
  });
}

async function bySlug(r: Reader, slugs: string[], lock: 'for no key update' | ''): Promise<Map<string, Existing>> {
  const rows = await r.query<Existing>(
    `with mine as materialized (select id, slug, product_type, custom_fields from products where slug = any($1) order by id ${lock})
    select p.id, p.slug, p.product_type as "productType", p.custom_fields as "customFields",
      (select coalesce(json_agg(json_build_object('name', o.name, 'values', o.values) order by o.position), '[]') from product_options o where o.product_id = p.id) as options,
      (select coalesce(json_agg(json_build_object('id', v.id, 'key', v.option_key, 'options', v.options) order by v.position), '[]') from variants v where v.product_id = p.id) as variants
    from mine p`,
    [slugs],
  );
  return new Map(rows.map((row) => [row.slug, row]));
}

function planOrRefusal(draft: ProductDraft, existing: Existing | undefined, definitions: readonly FieldDefinition[]): Plan | Refusal {
  try {
    return planOf(draft, existing, definitions);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function planOf(draft: ProductDraft, existing: Existing | undefined, definitions: readonly FieldDefinition[]): Plan {
  const product = rowOf(draft, existing, definitions);
  const options = existing ? withKeptValues(draft, existing) : draft.options;
  const known = new Map((existing?.variants ?? []).map((v) => [v.key, v.id]));
  const plan: Plan = { draft, existing, product, options, added: [], matched: [], prices: [], ids: known };
  requireRoom(new Set([...known.keys(), ...draft.variants.map((v) => optionKey(v.options))]).size);
  for (const [position, variant] of draft.variants.entries()) addVariant(plan, variant, position);
  return plan;
}

function addVariant(plan: Plan, variant: DraftVariant, position: number): void {
  const key = optionKey(variant.options);
  const id = plan.ids.get(key);
  if (id) plan.matched.push({ ...variant, id });
  else {
    const row = { ...variantRow(plan.product.id, plan.options, position, variant), carried: variant.carried };
    plan.added.push(row);
    plan.ids.set(key, row.id);
  }
  plan.prices.push(...priceRows(id ?? plan.ids.get(key)!, variant.prices ?? ([] as Price[])));
}

// Variants the file does not speak of stay, so their values stay; under other option names they would make no sense any more.
function withKeptValues(draft: ProductDraft, existing: Existing): Option[] {
  const named = new Set(draft.variants.map((v) => optionKey(v.options)));
  const kept = existing.variants.filter((v) => !named.has(v.key));
  const fits = kept.every((v) => Object.keys(v.options).toSorted().join('\n') === draft.options.map((o) => o.name).toSorted().join('\n'));
  if (!fits)
    throw new Refusal('options_differ', `"${draft.slug}" has variants with other options (${existing.options.map((o) => o.name).join(', ') || 'none'}) that the file does not mention. Change its options first.`);
  return draft.options.map((o) => ({ name: o.name, values: [...new Set([...o.values, ...kept.map((v) => v.options[o.name]!)])] }));
}

function rowOf(draft: ProductDraft, existing: Existing | undefined, definitions: readonly FieldDefinition[]): ProductRow {
  const productType = draft.productType ?? existing?.productType ?? '';
  if (!existing && !draft.title) throw new Refusal('invalid', `"${draft.slug}" is new and has no title.`, { fields: { title: 'is required' } });
  return {
    id: existing?.id ?? newId(),
    slug: draft.slug,
    title: draft.title ?? '',
    descriptionHtml: sanitizeHtml(draft.descriptionHtml ?? ''),
    brand: draft.brand ?? '',
    productType,
    status: draft.status ?? 'draft',
    publishAt: null,
    unpublishAt: null,
    seoTitle: draft.seoTitle ?? '',
    seoDescription: draft.seoDescription ?? '',
    tags: [...new Set(draft.tags ?? [])],
    customFields: checkedFields(definitions, { productType, before: existing?.customFields ?? {}, changes: draft.customFields }),
    carried: draft.carried,
  };
}

async function write(tx: Tx, plans: Plan[]): Promise<SavedProduct[]> {
  const fresh = plans.filter((p) => !p.existing);
  const known = plans.filter((p) => p.existing);
  const created = await insertProducts(tx, fresh.map((p) => p.product));
  await updateHeads(tx, known);
  const files = await clearParts(tx, known);
  await insertParts(tx, partsOf(plans, files));
  await updateMatched(tx, known.flatMap((p) => p.matched));
  await upsertPrices(tx, known.flatMap((p) => p.prices));
  const slugs = new Map(created.map((row) => [row.id, row.slug]));
  return plans.map((p) => ({ id: p.product.id, slug: slugs.get(p.product.id) ?? p.product.slug, created: !p.existing, variants: p.ids }));
}

async function updateHeads(tx: Tx, plans: Plan[]): Promise<void> {
  if (plans.length === 0) return;
  const given = plans.map(({ draft, product }) => ({ ...draft, id: product.id, descriptionHtml: draft.descriptionHtml === undefined ? undefined : product.descriptionHtml, customFields: product.customFields }));
  await tx.sql`
    update products p set version = version + 1, updated_at = ${tx.now}, title = coalesce(x.title, p.title), description_html = coalesce(x."descriptionHtml", p.description_html),
      brand = coalesce(x.brand, p.brand), product_type = coalesce(x."productType", p.product_type), status = coalesce(x.status, p.status),
      seo_title = coalesce(x."seoTitle", p.seo_title), seo_description = coalesce(x."seoDescription", p.seo_description), tags = coalesce(x.tags, p.tags),
      custom_fields = x."customFields", carried = x.carried
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as x(id uuid, title text, "descriptionHtml" text, brand text, "productType" text, status text,
      "seoTitle" text, "seoDescription" text, tags text[], "customFields" jsonb, carried jsonb)
    where p.id = x.id`;
  await settleVisibility(tx, plans.map((p) => p.product.id));
}

/** What a picture of that address had that a file of products does not speak of. */
type Remembered = Map<string, { fileId: string | null; focalX: number; focalY: number }>;

/** Takes away what is written anew, remembering by address what only we know of a picture. */
async function clearParts(tx: Tx, plans: Plan[]): Promise<Remembered> {
  const ids = plans.map((p) => p.product.id);
  const pictured = plans.filter((p) => p.draft.media).map((p) => p.product.id);
  if (ids.length === 0) return new Map();
  await tx.sql`delete from product_options where product_id = any(${ids}::uuid[])`;
  const gone = await tx.sql<{ url: string; fileId: string | null; focalX: number; focalY: number }>`
    delete from media where product_id = any(${pictured}::uuid[]) and kind = 'picture' returning url, file_id as "fileId", focal_x as "focalX", focal_y as "focalY"`;
  return new Map(gone.map(({ url, ...known }) => [url, known]));
}

function partsOf(plans: Plan[], known: Remembered): Parts {
  return {
    ...noParts(),
    options: plans.flatMap(({ product, options }) => options.map((o, position) => ({ productId: product.id, name: o.name, values: o.values, position }))),
    variants: plans.flatMap((p) => p.added),
    prices: plans.filter((p) => !p.existing).flatMap((p) => p.prices),
    media: plans.flatMap((p) => picturesOf(p, known)),
  };
}

// One picture can belong to several variants; each further one repeats the picture for its variant.
function picturesOf({ product, draft, ids }: Plan, known: Remembered): MediaRow[] {
  const list = draft.media ?? [];
  return mediaRows(product.id, list).flatMap((row, i) => {
    const shows = (list[i]!.showsOptions ?? []).map((choice) => ids.get(optionKey(choice)) ?? null);
    const before = known.get(row.url);
    const filed = { ...row, ...before, fileId: row.fileId ?? before?.fileId ?? null };
    return [{ ...filed, variantId: shows.length === 1 ? shows[0]! : null }, ...(shows.length > 1 ? shows.map((variantId) => ({ ...filed, variantId, position: MANY + row.position })) : [])];
  });
}

/** Pictures that only repeat another one for a variant stand behind all others. */
export const MANY = 1_000_000;

async function updateMatched(tx: Tx, matched: Plan['matched']): Promise<void> {
  if (matched.length === 0) return;
  await tx.sql`
    update variants v set sku = coalesce(x.sku, v.sku), barcode = coalesce(x.barcode, v.barcode), weight_grams = coalesce(x."weightGrams", v.weight_grams),
      requires_shipping = coalesce(x."requiresShipping", v.requires_shipping), taxable = coalesce(x.taxable, v.taxable), tax_code = coalesce(x."taxCode", v.tax_code),
      inventory_policy = coalesce(x."inventoryPolicy", v.inventory_policy), track_inventory = coalesce(x."trackInventory", v.track_inventory), carried = x.carried
    from jsonb_to_recordset(${JSON.stringify(matched)}::jsonb) as x(id uuid, sku text, barcode text, "weightGrams" int, "requiresShipping" bool,
      taxable bool, "taxCode" text, "inventoryPolicy" text, "trackInventory" bool, carried jsonb)
    where v.id = x.id`;
}

async function upsertPrices(tx: Tx, prices: PriceRow[]): Promise<void> {
  if (prices.length === 0) return;
  await tx.sql`
    insert into prices (variant_id, currency, amount, compare_at)
    select "variantId", currency, amount, "compareAt" from jsonb_to_recordset(${JSON.stringify(prices)}::jsonb)
      as x("variantId" uuid, currency text, amount bigint, "compareAt" bigint)
    on conflict (workspace_id, variant_id, currency) do update set amount = excluded.amount, compare_at = excluded.compare_at`;
}
