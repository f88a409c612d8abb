import { notFound, Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import type { FieldValue } from './tables.ts';

export interface LockedProduct {
  id: string;
  slug: string;
  title: string;
  status: 'draft' | 'active' | 'archived';
  productType: string;
  publishAt: Date | null;
  unpublishAt: Date | null;
  customFields: Record<string, FieldValue>;
  version: number;
}

/** Takes a product for changing. A caller who saw an older version is refused, so that nobody overwrites what they have not seen. */
export async function lockProduct(tx: Tx, id: string, seenVersion?: number): Promise<LockedProduct> {
  const [row] = await tx.sql<LockedProduct>`
    select id, slug, title, status, publish_at as "publishAt", unpublish_at as "unpublishAt", product_type as "productType", custom_fields as "customFields", version
    from products where id = ${id} for no key update`;
  if (!row) throw notFound('This product');
  if (seenVersion !== undefined && seenVersion !== row.version)
    throw new Refusal('conflict', `"${row.title}" was changed by somebody else since you opened it (you saw version ${seenVersion}, it is now ${row.version}). Load it again and repeat your change.`, {
      version: row.version,
      seenVersion,
    });
  return row;
}
