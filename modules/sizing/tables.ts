import { check, index, jsonb, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { belongsTo, tenantTable } from '#platform/db/tables.ts';
import { categories, products } from '#modules/catalog/index.ts';
import type { Measure, SizeRow } from './recommend-size.ts';

/** Lengths are whole millimetres; the unit says in what people of this shop measure. */
export const sizeGuides = tenantTable(
  'size_guides',
  {
    name: text('name').notNull(),
    note: text('note').notNull().default(''),
    unit: text('unit', { enum: ['cm', 'in'] }).notNull().default('cm'),
    measures: jsonb('measures').$type<Measure[]>().notNull(),
    sizes: jsonb('sizes').$type<SizeRow[]>().notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [uniqueIndex('size_guides_name').on(t.workspaceId, t.name), check('size_guides_unit', sql`unit in ('cm', 'in')`)],
);

/** A product or a category with everything below it has one guide. The product's own is right, then the nearest category's. */
export const sizeGuideUses = tenantTable(
  'size_guide_uses',
  { guideId: uuid('guide_id').notNull(), productId: uuid('product_id'), categoryId: uuid('category_id') },
  (t) => [
    belongsTo(t, t.guideId, sizeGuides, 'cascade'),
    belongsTo(t, t.productId, products, 'cascade'),
    belongsTo(t, t.categoryId, categories, 'cascade'),
    uniqueIndex('size_guide_uses_product').on(t.workspaceId, t.productId),
    uniqueIndex('size_guide_uses_category').on(t.workspaceId, t.categoryId),
    index('size_guide_uses_of').on(t.workspaceId, t.guideId),
    check('size_guide_uses_one', sql`product_id is null or category_id is null`),
  ],
);
