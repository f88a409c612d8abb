import * as z from 'zod';
import { Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { optionKey } from './plan-variants.ts';
import { MediaInput } from './product-input.ts';
import { requireRightFiles } from './media-files.ts';
import { insertParts, mediaRows, noParts } from './product-rows.ts';

/** One picture, video or model of the whole list: known by its id, or new. */
export const MediaItem = MediaInput.extend({
  id: z.uuid().optional(),
  variantId: z.uuid().nullish().meta({ description: 'The variant this picture shows' }),
});
type MediaItem = z.output<typeof MediaItem>;

/** Makes the pictures of a product exactly this list, in this order. Pictures that are not in it are taken away. */
export async function saveMedia(tx: Tx, productId: string, list: readonly MediaItem[]): Promise<void> {
  const variants = await variantKeys(tx, productId);
  const items = list.map((item) => ({ ...item, variantId: variantOf(item, variants) }));
  // What is known already and says nothing of its kind stays what it is.
  await requireRightFiles(tx, items.filter((item) => item.kind !== undefined || !item.id));
  await requireOwn(tx, productId, items.flatMap((item) => item.id ?? []));
  const ids = items.flatMap((item) => item.id ?? []);
  await tx.sql`delete from media where product_id = ${productId} and position < 1000000 and id <> all(${ids}::uuid[])`;
  await updateKnown(tx, items);
  const fresh = mediaRows(productId, items).map((row, i) => ({ ...row, variantId: items[i]!.variantId })).filter((_, i) => !items[i]!.id);
  if (fresh.length > 0) await insertParts(tx, { ...noParts(), media: fresh });
}

async function variantKeys(tx: Tx, productId: string): Promise<Map<string, string>> {
  const rows = await tx.sql<{ id: string; key: string }>`select id, option_key as key from variants where product_id = ${productId}`;
  return new Map(rows.flatMap(({ id, key }) => [[id, id], [`options ${key}`, id]]));
}

function variantOf({ variantId, variantOptions }: MediaItem, variants: ReadonlyMap<string, string>): string | null {
  const wanted = variantId ?? (variantOptions ? `options ${optionKey(variantOptions)}` : undefined);
  // A picture of a variant that is gone shows the product.
  return (wanted && variants.get(wanted)) ?? null;
}

async function requireOwn(tx: Tx, productId: string, ids: readonly string[]): Promise<void> {
  const rows = await tx.sql`select 1 from media where product_id = ${productId} and id = any(${ids}::uuid[])`;
  if (rows.length < ids.length) throw new Refusal('conflict', 'The pictures of this product have changed meanwhile. Load them again and repeat the change.');
}

async function updateKnown(tx: Tx, items: readonly MediaItem[]): Promise<void> {
  const rows = items.flatMap(({ id, alt, kind, posterUrl, focal, variantId }, position) => (id ? [{ id, alt, kind: kind ?? null, posterUrl: posterUrl ?? null, posterGiven: posterUrl !== undefined, x: focal?.x ?? null, y: focal?.y ?? null, variantId, position }] : []));
  await tx.sql`
    update media m set alt = x.alt, kind = coalesce(x.kind, m.kind), poster_url = case when x."posterGiven" then x."posterUrl" else m.poster_url end, focal_x = coalesce(x.x, m.focal_x), focal_y = coalesce(x.y, m.focal_y), variant_id = x."variantId", position = x.position
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(id uuid, alt text, kind text, "posterUrl" text, "posterGiven" bool, x int, y int, "variantId" uuid, position int) where m.id = x.id`;
}
