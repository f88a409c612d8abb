import { sql } from 'drizzle-orm';
import { integer, real, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { belongsTo, tenantTable } from '#platform/db/tables.ts';
import { products } from '#modules/catalog/index.ts';

const ids = (name: string) => uuid(name).array().notNull().default(sql`'{}'`);

/** For each product others, the best first. */
export const recommended = tenantTable(
  'recommended_products',
  {
    productId: uuid('product_id').notNull(),
    boughtTogether: ids('bought_together'),
    /** For each of these by how much likelier it is beside this product than by chance; 1 = as likely. */
    togetherLifts: real('together_lifts').array().notNull().default(sql`'{}'`),
    /** In how many orders it lay beside something else. */
    baskets: integer('baskets').notNull().default(0),
    /** Times the baskets of another product: how often the two would meet by chance, as far as meetings are trusted in this shop. */
    expected: real('expected').notNull().default(0),
    alsoLiked: ids('also_liked'),
    similar: ids('alike'),
    /** When `similar` was found. */
    similarAt: timestamp('alike_at', { withTimezone: true }),
  },
  (t) => [uniqueIndex('recommended_products_once').on(t.workspaceId, t.productId), belongsTo(t, t.productId, products, 'cascade')],
);
