import { bigint, char, check, index, integer, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { belongsTo, scopedBy, tenantTable } from '#platform/db/tables.ts';

/** A cart's id is the only thing that opens it, so it is random (UUID v4), never a time-ordered id. */
export const carts = scopedBy({ by: 'storefronts', column: 'storefront_id' }, tenantTable(
  'carts',
  {
    currency: char('currency', { length: 3 }).notNull(),
    state: text('state', { enum: ['open', 'ordered', 'merged'] }).notNull().default('open'),
    storefrontId: uuid('storefront_id'),
    customerId: uuid('customer_id'),
    note: text('note').notNull().default(''),
    /** Discount codes the shopper entered, in upper case; whether they apply is asked anew each time. */
    codes: text('codes').array().notNull().default(sql`'{}'`),
    mergedInto: uuid('merged_into'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    // No changing column in it: an update of a cart then touches no index at all.
    index('carts_of_customer').on(t.workspaceId, t.customerId).where(sql`customer_id is not null`),
    check('carts_state', sql`state in ('open', 'ordered', 'merged')`),
  ],
));

/** `seen_price` is what the shopper was told when they last touched the line; a different price now is said out loud. */
export const cartLines = tenantTable(
  'cart_lines',
  {
    cartId: uuid('cart_id').notNull(),
    variantId: uuid('variant_id').notNull(),
    quantity: integer('quantity').notNull(),
    /** The subscription plan it is bought on; without one it is bought once. */
    planId: uuid('plan_id'),
    seenPrice: bigint('seen_price', { mode: 'number' }).notNull(),
    title: text('title').notNull(),
    addedAt: timestamp('added_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    belongsTo(t, t.cartId, carts, 'cascade'),
    uniqueIndex('cart_lines_once').on(t.workspaceId, t.cartId, t.variantId),
    check('cart_lines_quantity', sql`quantity between 1 and 9999`),
  ],
);
