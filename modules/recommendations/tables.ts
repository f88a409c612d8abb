import { sql } from 'drizzle-orm';
import { timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { belongsTo, tenantTable } from '#platform/db/tables.ts';
import { products } from '#modules/catalog/index.ts';

const ids = (name: string) => uuid(name).array().notNull().default(sql`'{}'`);

/** For each product others, the best first. */
export const recommended = tenantTable(
  'recommended_products',
  {
    productId: uuid('product_id').notNull(),
    boughtTogether: ids('bought_together'),
    alsoLiked: ids('also_liked'),
    similar: ids('alike'),
    /** When `similar` was found. */
    similarAt: timestamp('alike_at', { withTimezone: true }),
  },
  (t) => [uniqueIndex('recommended_products_once').on(t.workspaceId, t.productId), belongsTo(t, t.productId, products, 'cascade')],
);
