import { char, doublePrecision, index, integer, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { belongsTo, scopedBy, tenantTable } from '#platform/db/tables.ts';
import { products } from '#modules/catalog/index.ts';
import { customerTable } from '#modules/customers/index.ts';
import { orderTable } from '#modules/orders/index.ts';
import { storefrontTable } from '#modules/storefronts/index.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true });

/** What was sold in the last month, by order and product. Of the buyer it knows the country and nothing else. */
export const latelySold = scopedBy({ by: 'storefronts', column: 'storefront_id' }, tenantTable(
  'lately_sold',
  {
    storefrontId: uuid('storefront_id').notNull(),
    orderId: uuid('order_id').notNull(),
    productId: uuid('product_id').notNull(),
    quantity: integer('quantity').notNull(),
    country: char('country', { length: 2 }),
    soldAt: instant('sold_at').notNull(),
  },
  (t) => [
    belongsTo(t, t.storefrontId, storefrontTable, 'cascade'),
    belongsTo(t, t.orderId, orderTable, 'cascade'),
    belongsTo(t, t.productId, products, 'cascade'),
    uniqueIndex('lately_sold_once').on(t.workspaceId, t.orderId, t.productId),
    index('lately_sold_of_product').on(t.workspaceId, t.storefrontId, t.productId, t.soldAt),
    index('lately_sold_at').on(t.workspaceId, t.storefrontId, t.soldAt),
  ],
));

/**
 * How hot a product is: pieces sold, each worth half as much for every two days that passed. Kept as a base-two logarithm counted from
 * a fixed day, so that time changes nothing in the order and only a sale has to be written.
 */
export const productHeat = scopedBy({ by: 'storefronts', column: 'storefront_id' }, tenantTable(
  'product_heat',
  {
    storefrontId: uuid('storefront_id').notNull(),
    productId: uuid('product_id').notNull(),
    heat: doublePrecision('heat').notNull(),
  },
  (t) => [
    belongsTo(t, t.storefrontId, storefrontTable, 'cascade'),
    belongsTo(t, t.productId, products, 'cascade'),
    uniqueIndex('product_heat_once').on(t.workspaceId, t.storefrontId, t.productId),
    index('product_heat_hottest').on(t.workspaceId, t.storefrontId, t.heat),
  ],
));

/** What a signed-in customer looked at. Others keep it on their device. */
export const viewedProducts = tenantTable(
  'viewed_products',
  {
    customerId: uuid('customer_id').notNull(),
    productId: uuid('product_id').notNull(),
    viewedAt: instant('viewed_at').notNull(),
  },
  (t) => [
    belongsTo(t, t.customerId, customerTable, 'cascade'),
    belongsTo(t, t.productId, products, 'cascade'),
    uniqueIndex('viewed_products_once').on(t.workspaceId, t.customerId, t.productId),
  ],
);
