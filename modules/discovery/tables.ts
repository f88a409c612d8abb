import { bigint, boolean, char, check, customType, index, integer, json, jsonb, real, smallint, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { belongsTo, scopedBy, tenantTable } from '#platform/db/tables.ts';
import { products } from '#modules/catalog/index.ts';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/**
 * What shoppers find: one row per visible product and currency, made from the catalogue and the stock. `card` is the answer's own
 * text, so a list reads ready-made rows. Indexes of words and counting triggers are in 0001_discovery.sql and 0010_search.sql.
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
    /** How much it is bought these days: recent sales weigh most. */
    trend: real('trend').notNull().default(0),
    /** Hundredths of a star; null while nobody has rated it. */
    ratingAverage: smallint('rating_average'),
    ratingCount: integer('rating_count').notNull().default(0),
    /** The product's categories with all their ancestors. */
    categoryIds: uuid('category_ids').array().notNull(),
    collectionIds: uuid('collection_ids').array().notNull(),
    /** What can be chosen in a filter, as codes in one text that is quick to gather: see facet-codes.ts. */
    facets: text('facets').notNull(),
    /** Key -> number of the custom fields that are filtered by range. */
    numbers: jsonb('numbers').$type<Record<string, number>>(),
    /** Title, kind, brand, properties and SKUs: decides how well a hit fits. */
    headline: tsvector('headline').notNull(),
    /** The form its facets and words were written in; a row of an older form is made again. */
    form: smallint('form').notNull().default(0),
    card: json('card').notNull(),
  },
  (t) => [
    uniqueIndex('listings_once').on(t.workspaceId, t.productId, t.currency),
    index('listings_newest').on(t.workspaceId, t.currency, t.liveSince, t.productId),
    index('listings_cheapest').on(t.workspaceId, t.currency, t.priceMin, t.productId),
    index('listings_bestselling').on(t.workspaceId, t.currency, t.sold, t.productId),
    index('listings_trending').on(t.workspaceId, t.currency, t.trend, t.productId),
    index('listings_reviewed').on(t.workspaceId, t.currency, t.ratingCount, t.productId),
    index('listings_old_form').on(t.workspaceId, t.productId).where(sql`form <> 1`),
    belongsTo(t, t.productId, products, 'cascade'),
  ],
);

/** All words of a listed product, its description's too. Apart from `listings`, so that a search reads less of what it does not need. */
export const listingTexts = tenantTable(
  'listing_texts',
  {
    productId: uuid('product_id').notNull(),
    search: tsvector('search').notNull(),
    /** The words of title, kind, brand and properties: what `listing_words` counts. */
    words: text('words').notNull(),
  },
  (t) => [uniqueIndex('listing_texts_once').on(t.workspaceId, t.productId), belongsTo(t, t.productId, products, 'cascade')],
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

/** Everything that can be chosen in a filter, with its number. A number keeps its meaning for ever, so a process may remember it. */
export const facetValues = tenantTable(
  'listing_facet_values',
  { number: integer('number').notNull().generatedAlwaysAsIdentity(), key: text('key').notNull(), value: text('value').notNull() },
  (t) => [uniqueIndex('listing_facet_values_once').on(t.workspaceId, t.key, t.value), uniqueIndex('listing_facet_values_number').on(t.workspaceId, t.number)],
);

/** The words of the listings: how rare each is decides what it weighs; typing mistakes and half-typed words are compared with them. */
export const listingWords = tenantTable(
  'listing_words',
  { word: text('word').notNull(), stem: text('stem').notNull(), listings: integer('listings').notNull().default(1) },
  (t) => [uniqueIndex('listing_words_once').on(t.workspaceId, t.word), index('listing_words_stem').on(t.workspaceId, t.stem)],
);

/** Up to which change of a product the words are counted, and in which language they are stemmed. */
export const wordCounts = tenantTable(
  'listing_word_counts',
  { through: timestamp('through', { withTimezone: true }).notNull(), language: text('language').notNull().default('english') },
  (t) => [uniqueIndex('listing_word_counts_one').on(t.workspaceId)],
);

/** Words that mean the same to shoppers. `both`: each finds the others; `one`: the first finds the others, not the other way round. */
export const synonyms = tenantTable(
  'search_synonyms',
  {
    kind: text('kind', { enum: ['both', 'one'] }).notNull(),
    /** What is typed; for two-way synonyms the first of the words. */
    word: text('word').notNull(),
    others: text('others').array().notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [uniqueIndex('search_synonyms_word').on(t.workspaceId, t.kind, t.word), check('search_synonyms_kind', sql`kind in ('both', 'one')`)],
);

/** What shoppers looked for: one row per shop front and words, without a word of who they were. */
export const searches = scopedBy({ by: 'storefronts', column: 'storefront_id' }, tenantTable(
  'searches',
  {
    storefrontId: uuid('storefront_id').notNull(),
    words: text('words').notNull(),
    times: integer('times').notNull().default(1),
    /** Products found the last time. */
    hits: integer('hits').notNull(),
    clicks: integer('clicks').notNull().default(0),
    firstAt: timestamp('first_at', { withTimezone: true }).notNull().defaultNow(),
    lastAt: timestamp('last_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('searches_once').on(t.workspaceId, t.storefrontId, t.words),
    index('searches_top').on(t.workspaceId, t.times, t.id),
    index('searches_last').on(t.workspaceId, t.lastAt, t.id),
    check('searches_counts', sql`times > 0 and hits >= 0 and clicks >= 0`),
  ],
));

/** The scope of all listings. */
export const EVERYTHING = '00000000-0000-0000-0000-000000000000';

