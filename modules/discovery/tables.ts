import { bigint, boolean, char, customType, index, integer, json, jsonb, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { belongsTo, tenantTable } from '#platform/db/tables.ts';
import { products } from '#modules/catalog/index.ts';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/**
 * What shoppers find: one row per visible product and currency, made from the catalogue and the stock. `card` is the answer's own
 * text, so a list reads ready-made rows. Search indexes and counting triggers are in 0001_discovery.sql.
 */
export const listings = tenantTable(
  'listings',
  {
    productId: uuid('product_id').notNull(),
    currency: char('currency', { length: 3 }).notNull(),
    priceMin: bigint('price_min', { mode: 'number' }).notNull(),
    available: boolean('available').notNull(),
    liveSince: timestamp('live_since', { withTimezone: true }).notNull(),
    /** Pieces sold lately, for the bestselling order. */
    sold: integer('sold').notNull().default(0),
    /** The product's categories with all their ancestors. */
    categoryIds: uuid('category_ids').array().notNull(),
    collectionIds: uuid('collection_ids').array().notNull(),
    /** What can be chosen in a filter, as one text that is quick to gather: see facet-text.ts. */
    facets: text('facets').notNull(),
    /** Key -> number of the custom fields that are filtered by range. */
    numbers: jsonb('numbers').$type<Record<string, number>>(),
    /** Title, brand and SKUs: decides how well a hit fits. */
    headline: tsvector('headline').notNull(),
    search: tsvector('search').notNull(),
    /** The words typing mistakes are compared with. */
    words: text('words').notNull(),
    card: json('card').notNull(),
  },
  (t) => [
    uniqueIndex('listings_once').on(t.workspaceId, t.productId, t.currency),
    index('listings_newest').on(t.workspaceId, t.currency, t.liveSince, t.productId),
    index('listings_cheapest').on(t.workspaceId, t.currency, t.priceMin, t.productId),
    index('listings_bestselling').on(t.workspaceId, t.currency, t.sold, t.productId),
    belongsTo(t, t.productId, products, 'cascade'),
  ],
);

/** The product page's answer, without what changes by the minute (stock). Apart from `listings` so that those stay narrow. */
export const listingDetails = tenantTable(
  'listing_details',
  {
    productId: uuid('product_id').notNull(),
    currency: char('currency', { length: 3 }).notNull(),
    slug: text('slug').notNull(),
    variantIds: uuid('variant_ids').array().notNull(),
    detail: json('detail').notNull(),
  },
  (t) => [
    uniqueIndex('listing_details_once').on(t.workspaceId, t.productId, t.currency),
    uniqueIndex('listing_details_slug').on(t.workspaceId, t.slug, t.currency),
    belongsTo(t, t.productId, products, 'cascade'),
  ],
);

/** How many listings there are: in all (scope = the zero id), per category, per collection. Kept by triggers. */
export const listingTotals = tenantTable(
  'listing_totals',
  {
    currency: char('currency', { length: 3 }).notNull(),
    scope: uuid('scope').notNull(),
    total: integer('total').notNull().default(0),
  },
  (t) => [uniqueIndex('listing_totals_once').on(t.workspaceId, t.currency, t.scope)],
);

/** The scope of all listings. */
export const EVERYTHING = '00000000-0000-0000-0000-000000000000';

