import { slugOf } from '#modules/accounts/index.ts';
import { newId } from '#platform/ids.ts';
import { files } from '#platform/files/configured-files.ts';
import { fileUrl } from '#platform/files/files.ts';
import { DAY } from '#platform/time.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import type { Sellable } from './plan-orders.ts';
import type { Choice, ShopPlan, Thing } from './shop-plan.ts';
import { writeRows, type Row } from './write.ts';

/** A product with the ids it is written under. */
interface Shelved {
  thing: Thing;
  id: string;
  slug: string;
  imageUrl: string;
  fileId: string;
  choices: { id: string; choice: Choice }[];
}

/** Writes categories, collections, custom fields and all products with their pictures. Answers what can be sold. */
export async function writeCatalogue(tx: Tx, plan: ShopPlan, pictures: readonly Buffer[]): Promise<Sellable[]> {
  const shelved = await shelve(tx, plan.things, pictures);
  await writeFields(tx, plan);
  const categories = await writeCategories(tx, plan);
  const collections = await writeCollections(tx, plan);
  await writeRows(tx, 'products', shelved.map((each) => productRow(tx, each)));
  await writeParts(tx, plan, shelved);
  await writeRows(tx, 'product_categories', shelved.flatMap(({ id, thing }) => thing.categories.map((slug) => ({ id: newId(), product_id: id, category_id: categories.get(slug) }))));
  await writeRows(tx, 'product_collections', membersOf(plan, shelved, collections));
  return shelved.flatMap(sellables);
}

/** Pictures are square; of this many pixels. */
export const PICTURE_SIDE = 800;

async function shelve(tx: Tx, things: readonly Thing[], pictures: readonly Buffer[]): Promise<Shelved[]> {
  const taken = new Set<string>();
  const shelved: Shelved[] = [];
  for (const [i, thing] of things.entries()) {
    const slug = freeSlug(thing.title, taken);
    const file = await files().save(tx, { name: `${slug}.webp`, body: pictures[i]!, alt: thing.alt });
    shelved.push({ thing, id: newId(), slug, imageUrl: fileUrl(file), fileId: file.id, choices: thing.choices.map((choice) => ({ id: newId(), choice })) });
  }
  return shelved;
}

function freeSlug(title: string, taken: Set<string>): string {
  const plain = slugOf(title, 'thing');
  let slug = plain;
  for (let n = 2; taken.has(slug); n++) slug = `${plain}-${n}`;
  taken.add(slug);
  return slug;
}

async function writeFields(tx: Tx, plan: ShopPlan): Promise<void> {
  const rows = plan.fields.map((field, position) => ({
    id: newId(), key: field.key, says: field.says, type: field.type, unit: field.unit ?? '', choices: field.choices ?? [], required: false,
    filterable: field.filterable ?? false, applies_to: field.appliesTo, position,
  }));
  await writeRows(tx, 'custom_field_definitions', rows);
}

async function writeCategories(tx: Tx, plan: ShopPlan): Promise<Map<string, string>> {
  const ids = new Map(plan.categories.map(({ slug }) => [slug, newId()]));
  const rows = plan.categories.map(({ slug, name, parent, says }, position) => {
    const own = ids.get(slug)!;
    const above = parent ? ids.get(parent)! : null;
    return { id: own, parent_id: above, slug, name, description_html: `<p>${says}</p>`, image_url: '', position, path: above ? [above, own] : [own] };
  });
  await writeRows(tx, 'categories', rows);
  return ids;
}

async function writeCollections(tx: Tx, plan: ShopPlan): Promise<Map<string, string>> {
  const ids = new Map(plan.collections.map(({ slug }) => [slug, newId()]));
  const rows = plan.collections.map(({ slug, title, says }, position) => ({ id: ids.get(slug), slug, title, description_html: `<p>${says}</p>`, image_url: '', position }));
  await writeRows(tx, 'collections', rows);
  return ids;
}

function membersOf(plan: ShopPlan, shelved: readonly Shelved[], ids: Map<string, string>): Row[] {
  return plan.collections.flatMap((collection) =>
    shelved.filter(({ thing }) => collection.has(thing)).map(({ id }, position) => ({ id: newId(), product_id: id, collection_id: ids.get(collection.slug), position })));
}

function productRow(tx: Tx, { thing, id, slug }: Shelved): Row {
  const since = new Date(tx.now.getTime() - thing.daysOnSale * DAY);
  return {
    id, slug, title: thing.title, description_html: thing.says, brand: thing.brand, product_type: thing.productType, status: 'active', live_since: since,
    seo_title: '', seo_description: thing.inShort, tags: thing.tags, custom_fields: thing.fields, carried: {}, version: 1, created_at: since, updated_at: since,
  };
}

async function writeParts(tx: Tx, { currency }: ShopPlan, shelved: readonly Shelved[]): Promise<void> {
  await writeRows(tx, 'product_options', shelved.flatMap(({ id, thing }) => thing.options.map((option, position) => ({ id: newId(), product_id: id, ...option, position }))));
  await writeRows(tx, 'variants', shelved.flatMap(({ id, thing, choices }) => choices.map((each, position) => variantRow({ id, thing }, each, position))));
  await writeRows(tx, 'prices', shelved.flatMap(({ choices }) => choices.map(({ id, choice }) => ({ id: newId(), variant_id: id, currency, amount: choice.price, compare_at: choice.compareAt }))));
  await writeRows(tx, 'media', shelved.map(({ id, thing, imageUrl, fileId }) => ({ id: newId(), product_id: id, variant_id: null, file_id: fileId, url: imageUrl, alt: thing.alt, width: PICTURE_SIDE, height: PICTURE_SIDE, position: 0 })));
}

function variantRow(product: { id: string; thing: Thing }, { id, choice }: Shelved['choices'][number], position: number): Row {
  return {
    id, product_id: product.id, sku: choice.sku, barcode: '', title: titleOf(product.thing, choice), options: choice.options, option_key: optionKey(choice.options),
    position, weight_grams: choice.weightGrams, requires_shipping: true, taxable: true, tax_code: '', inventory_policy: 'deny', track_inventory: true, carried: {},
  };
}

// As the catalogue writes them: "Small / Blue", and one canonical text of the combination.
function titleOf({ options }: Thing, choice: Choice): string {
  return options.map((option) => choice.options[option.name]).join(' / ');
}

function optionKey(options: Choice['options']): string {
  const entries = Object.entries(options).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return entries.length === 0 ? '' : JSON.stringify(entries);
}

function sellables({ thing, id, slug, imageUrl, choices }: Shelved): Sellable[] {
  const shares = choices.reduce((sum, { choice }) => sum + choice.share, 0);
  return choices.map(({ id: variantId, choice }) => ({
    variantId, productId: id, slug, sku: choice.sku, title: thing.title, variantTitle: titleOf(thing, choice), imageUrl,
    price: choice.price, appeal: (thing.appeal * choice.share) / shares, daysOnSale: thing.daysOnSale,
  }));
}

