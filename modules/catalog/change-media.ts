import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { lockProduct } from './lock-product.ts';
import { requireRightFiles } from './media-files.ts';
import { Focal, MediaInput } from './product-input.ts';
import { insertParts, mediaRows, noParts } from './product-rows.ts';
import { ProductView, productById } from './product-view.ts';
import { productsChanged, touchProducts } from './products-changed.ts';

const MOST_MEDIA = 250;
const Product = z.object({ id: z.uuid() });
const OneOf = Product.extend({ mediaId: z.uuid() });

async function finish(tx: Tx, id: string): Promise<ProductView> {
  await touchProducts(tx, [id]);
  await productsChanged(tx, [id]);
  return productById(tx, id);
}

/** Adds pictures at the end. The files themselves were uploaded before, or are addresses elsewhere. */
export const addMedia = operation({
  name: 'media.add',
  route: 'POST /products/:id/media',
  says: 'Add pictures to a product',
  needs: 'products:write',
  input: Product.extend({ media: z.array(MediaInput).min(1).max(MOST_MEDIA) }),
  output: ProductView,
  async run(tx, { id, media }) {
    await lockProduct(tx, id);
    const [row] = await tx.sql<{ next: number; total: number }>`select coalesce(max(position) + 1, 0) as next, count(*) as total from media where product_id = ${id} and position < 1000000`;
    if (row!.total + media.length > MOST_MEDIA) throw new Refusal('too_many_pictures', `A product can have ${MOST_MEDIA} pictures.`, { most: MOST_MEDIA });
    await requireRightFiles(tx, media);
    await insertParts(tx, { ...noParts(), media: mediaRows(id, media, row!.next) });
    return finish(tx, id);
  },
});

/** Puts the pictures in this order; the first one is the product's face. All of them have to be named. */
export const reorderMedia = operation({
  name: 'media.reorder',
  route: 'PUT /products/:id/media-order',
  says: 'Put the pictures of a product in order',
  needs: 'products:write',
  input: Product.extend({ mediaIds: z.array(z.uuid()).max(MOST_MEDIA) }),
  output: ProductView,
  async run(tx, { id, mediaIds }) {
    await lockProduct(tx, id);
    const rows = await tx.sql<{ id: string }>`select id from media where product_id = ${id} and position < 1000000`;
    const known = new Set(rows.map((r) => r.id));
    if (new Set(mediaIds).size !== known.size || mediaIds.length !== known.size || !mediaIds.every((m) => known.has(m)))
      throw new Refusal('conflict', 'The pictures of this product have changed meanwhile. Load them again and repeat the order.');
    await tx.sql`update media m set position = x.place - 1 from unnest(${mediaIds}::uuid[]) with ordinality as x(id, place) where m.id = x.id`;
    return finish(tx, id);
  },
});

/** Changes what a picture is described as, or which variant it shows. */
export const updateMedia = operation({
  name: 'media.update',
  route: 'PATCH /products/:id/media/:mediaId',
  says: 'Change a picture',
  needs: 'products:write',
  input: OneOf.extend({ alt: z.string().trim().max(512).optional(), variantId: z.uuid().nullable().optional(), focal: Focal.optional() }),
  output: ProductView,
  async run(tx, { id, mediaId, alt, variantId, focal }) {
    await lockProduct(tx, id);
    await requireMedia(tx, id, mediaId);
    if (variantId) await requireOwnVariant(tx, id, variantId);
    await tx.sql`
      update media set alt = coalesce(${alt ?? null}, alt), focal_x = coalesce(${focal?.x ?? null}, focal_x), focal_y = coalesce(${focal?.y ?? null}, focal_y), variant_id = case when ${variantId !== undefined}::bool then ${variantId ?? null}::uuid else variant_id end
      where id = ${mediaId}`;
    return finish(tx, id);
  },
});

export const removeMedia = operation({
  name: 'media.remove',
  route: 'DELETE /products/:id/media/:mediaId',
  says: 'Remove a picture',
  needs: 'products:write',
  input: OneOf,
  output: ProductView,
  async run(tx, { id, mediaId }) {
    await lockProduct(tx, id);
    await requireMedia(tx, id, mediaId);
    await tx.sql`delete from media where id = ${mediaId}`;
    return finish(tx, id);
  },
});

async function requireMedia(tx: Tx, productId: string, mediaId: string): Promise<void> {
  const [row] = await tx.sql`select 1 from media where id = ${mediaId} and product_id = ${productId}`;
  if (!row) throw notFound('This picture');
}

async function requireOwnVariant(tx: Tx, productId: string, variantId: string): Promise<void> {
  const [row] = await tx.sql`select 1 from variants where id = ${variantId} and product_id = ${productId}`;
  if (!row) throw notFound('This variant');
}
