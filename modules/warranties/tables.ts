import { check, index, integer, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { belongsTo, scopedBy, searchText, tenantTable } from '#platform/db/tables.ts';
import { products } from '#modules/catalog/index.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true });

/** What the shop promises for a product. */
export const warrantyRules = tenantTable(
  'warranty_rules',
  { productId: uuid('product_id').notNull(), months: integer('months').notNull(), terms: text('terms').notNull().default(''), updatedAt: instant('updated_at').notNull().defaultNow() },
  (t) => [belongsTo(t, t.productId, products, 'cascade'), uniqueIndex('warranty_rules_once').on(t.workspaceId, t.productId), check('warranty_rules_months', sql`months between 1 and 600`)],
);

/** One for each line of a paid order. It says what was promised then: a later change of the rule does not change it. */
export const warrantyCards = scopedBy({ by: 'storefronts', column: 'order_id', of: 'orders' }, tenantTable(
  'warranty_cards',
  {
    orderId: uuid('order_id').notNull(),
    orderLineId: uuid('order_line_id').notNull(),
    productId: uuid('product_id').notNull(),
    /** People read it out on the phone. */
    number: text('number').notNull(),
    title: text('title').notNull(),
    variantTitle: text('variant_title').notNull().default(''),
    months: integer('months').notNull(),
    terms: text('terms').notNull().default(''),
    beginsAt: instant('begins_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    searchText: searchText('number', 'title', 'variant_title'),
  },
  (t) => [
    uniqueIndex('warranty_cards_line').on(t.workspaceId, t.orderLineId),
    uniqueIndex('warranty_cards_number').on(t.workspaceId, t.number),
    index('warranty_cards_order').on(t.workspaceId, t.orderId),
    index('warranty_cards_newest').on(t.workspaceId, t.beginsAt, t.id),
    check('warranty_cards_period', sql`ends_at >= begins_at`),
  ],
));
