import { boolean, check, index, integer, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { belongsTo, searchText, tenantTable } from '#platform/db/tables.ts';
import { products } from '#modules/catalog/index.ts';
import { customerTable } from '#modules/customers/index.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true });

export const REVIEW_STATES = ['waiting', 'published', 'refused'] as const;
export const FITS = ['small', 'true', 'large'] as const;

export const reviews = tenantTable(
  'reviews',
  {
    productId: uuid('product_id').notNull(),
    customerId: uuid('customer_id').notNull(),
    /** The name the public reads, as the customer chose it. */
    author: text('author').notNull(),
    stars: integer('stars').notNull(),
    title: text('title').notNull().default(''),
    text: text('text').notNull().default(''),
    /** How it fitted, where sizes matter. */
    fit: text('fit', { enum: FITS }),
    /** The variant that was bought, in words. */
    bought: text('bought').notNull().default(''),
    verified: boolean('verified').notNull(),
    state: text('state', { enum: REVIEW_STATES }).notNull(),
    refusal: text('refusal').notNull().default(''),
    reply: text('reply').notNull().default(''),
    repliedAt: instant('replied_at'),
    /** Sums of `review_votes`. */
    helpful: integer('helpful').notNull().default(0),
    unhelpful: integer('unhelpful').notNull().default(0),
    photos: integer('photos').notNull().default(0),
    videos: integer('videos').notNull().default(0),
    searchText: searchText('title', 'text', 'author'),
    publishedAt: instant('published_at'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    belongsTo(t, t.productId, products, 'cascade'),
    belongsTo(t, t.customerId, customerTable, 'cascade'),
    uniqueIndex('reviews_once').on(t.workspaceId, t.productId, t.customerId),
    index('reviews_of_customer').on(t.workspaceId, t.customerId),
    index('reviews_newest').on(t.workspaceId, t.createdAt, t.id),
    index('reviews_waiting').on(t.workspaceId, t.state, t.createdAt),
    check('reviews_stars', sql`stars between 1 and 5`),
    check('reviews_state', sql`state in ('waiting', 'published', 'refused')`),
    check('reviews_fit', sql`fit in ('small', 'true', 'large')`),
  ],
);

/** Photos and the video of a review; also those sent up for a review that is still being written (`reviewId` is empty). */
export const reviewMedia = tenantTable(
  'review_media',
  {
    customerId: uuid('customer_id').notNull(),
    reviewId: uuid('review_id'),
    fileId: uuid('file_id').notNull(),
    kind: text('kind', { enum: ['photo', 'video'] }).notNull(),
    position: integer('position').notNull().default(0),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    belongsTo(t, t.reviewId, reviews, 'cascade'),
    belongsTo(t, t.customerId, customerTable, 'cascade'),
    uniqueIndex('review_media_file').on(t.workspaceId, t.fileId),
    index('review_media_of').on(t.workspaceId, t.reviewId, t.position),
    index('review_media_of_customer').on(t.workspaceId, t.customerId, t.createdAt),
    check('review_media_kind', sql`kind in ('photo', 'video')`),
  ],
);

export const reviewVotes = tenantTable(
  'review_votes',
  { reviewId: uuid('review_id').notNull(), customerId: uuid('customer_id').notNull(), helpful: boolean('helpful').notNull() },
  (t) => [
    belongsTo(t, t.reviewId, reviews, 'cascade'),
    belongsTo(t, t.customerId, customerTable, 'cascade'),
    uniqueIndex('review_votes_once').on(t.workspaceId, t.reviewId, t.customerId),
    index('review_votes_of_customer').on(t.workspaceId, t.customerId),
  ],
);

/** What the published reviews of a product add up to; its row is locked by whoever publishes or takes down. */
export const productRatings = tenantTable(
  'product_ratings',
  {
    productId: uuid('product_id').notNull(),
    count: integer('count').notNull().default(0),
    /** Of all stars; the average is sum / count. */
    sum: integer('sum').notNull().default(0),
    one: integer('one').notNull().default(0),
    two: integer('two').notNull().default(0),
    three: integer('three').notNull().default(0),
    four: integer('four').notNull().default(0),
    five: integer('five').notNull().default(0),
    fitSmall: integer('fit_small').notNull().default(0),
    fitTrue: integer('fit_true').notNull().default(0),
    fitLarge: integer('fit_large').notNull().default(0),
  },
  (t) => [
    belongsTo(t, t.productId, products, 'cascade'),
    uniqueIndex('product_ratings_once').on(t.workspaceId, t.productId),
    check('product_ratings_count', sql`count = one + two + three + four + five`),
    check('product_ratings_sum', sql`sum = one + 2 * two + 3 * three + 4 * four + 5 * five`),
  ],
);

export const reviewSettings = tenantTable(
  'review_settings',
  {
    publish: text('publish', { enum: ['moderate', 'auto'] }).notNull().default('moderate'),
    who: text('who', { enum: ['customers', 'buyers'] }).notNull().default('customers'),
  },
  (t) => [
    uniqueIndex('review_settings_one').on(t.workspaceId),
    check('review_settings_publish', sql`publish in ('moderate', 'auto')`),
    check('review_settings_who', sql`who in ('customers', 'buyers')`),
  ],
);
