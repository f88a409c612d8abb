import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { changeOptions } from './change-options.ts';
import { checkedFields, fieldDefinitions } from './field-values.ts';
import { requireKnown } from './known-ids.ts';
import { lockProduct, type LockedProduct } from './lock-product.ts';
import { MOST_VARIANTS } from './options.ts';
import { noteChange } from './product-history.ts';
import { Options, ProductFields } from './product-input.ts';
import { ProductView, productById } from './product-view.ts';
import { productsChanged } from './products-changed.ts';
import { refuseAWrongPeriod } from './publish-period.ts';
import { sanitizeHtml } from './sanitize-html.ts';
import { MediaItem, saveMedia } from './save-media.ts';
import { dropVariants, requireAVariant, saveVariants, VariantChange } from './save-variants.ts';
import { requireFreeSlug } from './take-slug.ts';

const Changes = ProductFields.partial().extend({
  id: z.uuid(),
  version: z.int().optional().meta({ description: 'The version you saw; when it is no longer the current one the change is refused' }),
  options: Options.optional().meta({ description: 'All options; variants that still fit are kept' }),
  leaveOut: z.array(z.record(z.string(), z.string())).max(MOST_VARIANTS).optional().meta({ description: 'Combinations the new options shall not make' }),
  removeVariantIds: z.array(z.uuid()).max(MOST_VARIANTS).optional(),
  variants: z.array(VariantChange).max(MOST_VARIANTS).optional().meta({ description: 'Only the variants and fields that change' }),
  media: z.array(MediaItem).max(250).optional().meta({ description: 'All pictures in their order; those left out are removed' }),
});
type Changes = z.output<typeof Changes>;

/** Changes the given fields and leaves the rest alone. */
export const updateProduct = operation({
  name: 'products.update',
  route: 'PATCH /products/:id',
  says: 'Change a product',
  needs: 'products:write',
  input: Changes,
  output: ProductView,
  async run(tx, { id, version, ...changes }) {
    const locked = await lockProduct(tx, id, version);
    const before = await productById(tx, id);
    await saveFields(tx, locked, changes);
    await saveMembership(tx, id, changes);
    await saveParts(tx, id, changes);
    await productsChanged(tx, [id]);
    return noteChange(tx, before);
  },
});

// What somebody took out goes first, so that its combination is free for what the options make.
async function saveParts(tx: Tx, id: string, { options, leaveOut, removeVariantIds = [], variants = [], media }: Fields): Promise<void> {
  await dropVariants(tx, id, removeVariantIds);
  if (options) await changeOptions(tx, id, options, leaveOut);
  await saveVariants(tx, id, variants);
  if (removeVariantIds.length > 0) await requireAVariant(tx, id);
  if (media) await saveMedia(tx, id, media);
}

type Fields = Omit<Changes, 'id' | 'version'>;

async function saveFields(tx: Tx, before: LockedProduct, changes: Fields): Promise<void> {
  refuseANewPeriod(tx, before, changes);
  if (changes.slug !== undefined && changes.slug !== before.slug) await moveSlug(tx, before, changes.slug);
  const fields = await customFieldsOf(tx, before, changes);
  const set = (value: unknown, given: unknown) => (given === undefined ? null : value);
  await tx.sql`
    update products set version = version + 1, updated_at = ${tx.now},
      title = coalesce(${set(changes.title, changes.title)}, title), slug = coalesce(${set(changes.slug, changes.slug)}, slug),
      description_html = coalesce(${set(sanitizeHtml(changes.descriptionHtml ?? ''), changes.descriptionHtml)}, description_html),
      brand = coalesce(${set(changes.brand, changes.brand)}, brand), product_type = coalesce(${set(changes.productType, changes.productType)}, product_type),
      status = coalesce(${set(changes.status, changes.status)}, status),
      publish_at = case when ${changes.publishAt !== undefined}::bool then ${changes.publishAt ?? null}::timestamptz else publish_at end,
      unpublish_at = case when ${changes.unpublishAt !== undefined}::bool then ${changes.unpublishAt ?? null}::timestamptz else unpublish_at end,
      seo_title = coalesce(${set(changes.seo?.title, changes.seo?.title)}, seo_title),
      seo_description = coalesce(${set(changes.seo?.description, changes.seo?.description)}, seo_description),
      tags = coalesce(${set([...new Set(changes.tags ?? [])], changes.tags)}::text[], tags),
      custom_fields = coalesce(${set(JSON.stringify(fields), fields)}::jsonb, custom_fields)
    where id = ${before.id}`;
  await settleVisibility(tx, [before.id]);
}

function refuseANewPeriod(tx: Tx, before: LockedProduct, { publishAt, unpublishAt }: Fields): void {
  if (publishAt === undefined && unpublishAt === undefined) return;
  refuseAWrongPeriod({ publishAt: publishAt === undefined ? before.publishAt : publishAt, unpublishAt: unpublishAt === undefined ? before.unpublishAt : unpublishAt }, tx.now);
}

async function moveSlug(tx: Tx, before: LockedProduct, slug: string): Promise<void> {
  await requireFreeSlug(tx, slug, before.id);
  await tx.sql`
    insert into product_former_slugs (slug, product_id) values (${before.slug}, ${before.id})
    on conflict (workspace_id, slug) do update set product_id = excluded.product_id`;
}

// The type decides which fields a product has, so a new type has the values looked at again.
async function customFieldsOf(tx: Tx, before: LockedProduct, changes: Fields): Promise<unknown> {
  if (changes.customFields === undefined && changes.productType === undefined) return undefined;
  const productType = changes.productType ?? before.productType;
  return checkedFields(await fieldDefinitions(tx), { productType, before: before.customFields, changes: changes.customFields ?? {} });
}

/** Shoppers see what is active and due; the moment that began is kept while it lasts. */
export async function settleVisibility(tx: Tx, productIds: readonly string[]): Promise<void> {
  await tx.sql`
    update products set live_since = case when status = 'active' and coalesce(publish_at, ${tx.now}) <= ${tx.now}
      and coalesce(unpublish_at, 'infinity') > ${tx.now} then coalesce(live_since, ${tx.now}) end
    where id = any(${productIds}::uuid[])`;
}

async function saveMembership(tx: Tx, id: string, { categoryIds, collectionIds }: Fields): Promise<void> {
  await requireKnown(tx, { categoryIds, collectionIds });
  if (categoryIds) await setCategories(tx, id, categoryIds);
  if (collectionIds) await setCollections(tx, id, collectionIds);
}

async function setCategories(tx: Tx, productId: string, ids: readonly string[]): Promise<void> {
  await tx.sql`delete from product_categories where product_id = ${productId} and category_id <> all(${ids}::uuid[])`;
  await tx.sql`
    insert into product_categories (product_id, category_id) select ${productId}::uuid, unnest(${ids}::uuid[])
    on conflict (workspace_id, product_id, category_id) do nothing`;
}

// Collections with rules look after themselves.
async function setCollections(tx: Tx, productId: string, ids: readonly string[]): Promise<void> {
  await tx.sql`
    delete from product_collections where product_id = ${productId} and collection_id <> all(${ids}::uuid[])
      and collection_id in (select id from collections where rules is null)`;
  await tx.sql`
    insert into product_collections (product_id, collection_id) select ${productId}::uuid, unnest(${ids}::uuid[])
    on conflict (workspace_id, product_id, collection_id) do nothing`;
}
