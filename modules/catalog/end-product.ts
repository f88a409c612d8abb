import * as z from 'zod';
import { newId } from '#platform/ids.ts';
import { operation } from '#platform/operations/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { isInUse } from './in-use.ts';
import { lockProduct } from './lock-product.ts';
import { optionKey } from './plan-variants.ts';
import { insertParts, noParts, priceRows, type Parts, type ProductRow, type VariantRow } from './product-rows.ts';
import { ProductView, productById } from './product-view.ts';
import { productsChanged, productsLeaving } from './products-changed.ts';
import { slugOf } from './slug.ts';
import { insertProducts } from './take-slug.ts';
import { settleVisibility } from './update-product.ts';

const Which = z.object({ id: z.uuid() });

/** Takes a product off the shelf and keeps everything about it. Archiving twice is archiving once. */
export const archiveProduct = operation({
  name: 'products.archive',
  route: 'POST /products/:id/archive',
  says: 'Archive a product',
  needs: 'products:write',
  input: Which,
  output: ProductView,
  async run(tx, { id }) {
    const before = await lockProduct(tx, id);
    if (before.status === 'archived') return productById(tx, id);
    await tx.sql`update products set status = 'archived', version = version + 1, updated_at = ${tx.now} where id = ${id}`;
    await settleVisibility(tx, [id]);
    await productsChanged(tx, [id]);
    tx.changed({ record: 'product', id, before: { status: before.status }, after: { status: 'archived', version: before.version + 1 } });
    return productById(tx, id);
  },
});

/** Removes a product for good. One that stock or orders speak of can only be archived. */
export const deleteProduct = operation({
  name: 'products.delete',
  route: 'DELETE /products/:id',
  says: 'Delete a product',
  needs: 'products:write',
  input: Which,
  output: z.object({ id: z.uuid(), deleted: z.literal(true) }),
  async run(tx, { id }) {
    const before = await lockProduct(tx, id);
    await productsLeaving(tx, [id]);
    await erase(tx, id, before.title);
    tx.changed({ record: 'product', id, before });
    return { id, deleted: true as const };
  },
});

async function erase(tx: Tx, id: string, title: string): Promise<void> {
  try {
    await tx.sql`delete from media where product_id = ${id}`;
    await tx.sql`delete from products where id = ${id}`;
  } catch (error) {
    if (!isInUse(error)) throw error;
    throw new Refusal('in_use', `"${title}" has stock or orders, so it cannot be deleted. Archive it instead.`, { productId: id });
  }
}

/** A draft with the same options, variants, prices and media. SKUs and barcodes stay with the original. */
export const duplicateProduct = operation({
  name: 'products.duplicate',
  route: 'POST /products/:id/duplicates',
  says: 'Duplicate a product',
  needs: 'products:write',
  input: Which.extend({ title: z.string().trim().min(1).max(255).optional() }),
  output: ProductView,
  async run(tx, { id, title }) {
    const original = await productById(tx, id);
    const copy = copyOf(original, title ?? `${original.title} (copy)`.slice(0, 255));
    await insertProducts(tx, [copy]);
    await insertParts(tx, copiedParts(copy.id, original));
    await joinCollections(tx, copy.id, original);
    await productsChanged(tx, [copy.id], 'created');
    return productById(tx, copy.id);
  },
});

function copyOf(original: ProductView, title: string): ProductRow {
  const { descriptionHtml, brand, productType, tags, customFields, seo } = original;
  const kept = { descriptionHtml, brand, productType, tags, customFields, seoTitle: seo.title, seoDescription: seo.description };
  return { id: newId(), slug: slugOf(title), title, ...kept, status: 'draft', publishAt: null, unpublishAt: null, carried: {} };
}

function copiedParts(productId: string, original: ProductView): Parts {
  const ids = new Map(original.variants.map((v) => [v.id, newId()]));
  const variants: VariantRow[] = original.variants.map((v) => ({
    ...v,
    id: ids.get(v.id)!,
    productId,
    optionKey: optionKey(v.options),
    sku: '',
    barcode: '',
    carried: {},
  }));
  return {
    ...noParts(),
    options: original.options.map((o, position) => ({ ...o, productId, position })),
    variants,
    prices: original.variants.flatMap((v) => priceRows(ids.get(v.id)!, v.prices)),
    media: original.media.map(({ focal, ...m }) => ({ ...m, focalX: focal.x, focalY: focal.y, productId, variantId: m.variantId && ids.get(m.variantId)! })),
    categories: original.categories.map((c) => ({ productId, categoryId: c.id })),
  };
}

// Collections filled by hand are copied; those with rules decide about the copy themselves.
async function joinCollections(tx: Tx, productId: string, original: ProductView): Promise<void> {
  const ids = original.collections.map((c) => c.id);
  await tx.sql`
    insert into product_collections (product_id, collection_id)
    select ${productId}::uuid, id from collections where id = any(${ids}::uuid[]) and rules is null`;
}
