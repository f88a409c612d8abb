import { bigint, char, index, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { belongsTo, scopedBy, tenantTable } from '#platform/db/tables.ts';
import { products } from '#modules/catalog/index.ts';
import { customerTable } from '#modules/customers/index.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true });

/** A guest's list is opened by its id alone, so that is random (UUID v4), never a time-ordered id. */
export const wishlists = scopedBy({ by: 'storefronts', column: 'storefront_id' }, tenantTable(
  'wishlists',
  {
    storefrontId: uuid('storefront_id').notNull(),
    customerId: uuid('customer_id'),
    /** Opens the list for reading; empty while it is not shared. */
    shareToken: text('share_token'),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [
    belongsTo(t, t.customerId, customerTable, 'cascade'),
    uniqueIndex('wishlists_of_customer').on(t.workspaceId, t.customerId, t.storefrontId).where(sql`customer_id is not null`),
    uniqueIndex('wishlists_shared').on(t.workspaceId, t.shareToken).where(sql`share_token is not null`),
  ],
));

export const wishlistItems = scopedBy({ by: 'storefronts', column: 'wishlist_id', of: 'wishlists' }, tenantTable(
  'wishlist_items',
  {
    wishlistId: uuid('wishlist_id').notNull(),
    productId: uuid('product_id').notNull(),
    /** The lowest price when it was put on the list, in minor units; empty when it had none. */
    priceThen: bigint('price_then', { mode: 'number' }),
    currency: char('currency', { length: 3 }).notNull(),
    addedAt: instant('added_at').notNull().defaultNow(),
  },
  (t) => [
    belongsTo(t, t.wishlistId, wishlists, 'cascade'),
    belongsTo(t, t.productId, products, 'cascade'),
    uniqueIndex('wishlist_items_once').on(t.workspaceId, t.wishlistId, t.productId),
    index('wishlist_items_product').on(t.workspaceId, t.productId),
  ],
));
