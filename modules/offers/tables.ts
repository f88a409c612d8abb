import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { belongsTo, searchText, tenantTable } from '#platform/db/tables.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true });

export const PLACES = ['cart', 'order'] as const;

/** "Who has coffee in the cart is offered the mug": what the shop suggests, where, and how much cheaper. */
export const offers = tenantTable(
  'offers',
  {
    title: text('title').notNull(),
    /** What has to be in the cart or the order; nothing named = anything. */
    trigger: jsonb('trigger').$type<{ productIds: string[]; collectionIds: string[] }>().notNull(),
    productId: uuid('product_id').notNull(),
    places: text('places').array().notNull().default(sql`'{cart}'`),
    /** Hundredths of a percent the product is cheaper beside what triggers it; null = it costs what it costs. */
    percent: integer('percent'),
    /** The discount that makes it so; kept by this module. */
    discountId: uuid('discount_id'),
    active: boolean('active').notNull().default(true),
    position: integer('position').notNull().default(0),
    searchText: searchText('title'),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [index('offers_newest').on(t.workspaceId, t.createdAt, t.id), check('offers_percent', sql`percent between 1 and 10000`)],
);

/** That an offer was shown beside a cart or an order, once for each, and whether it was taken. */
export const offerShowings = tenantTable(
  'offer_showings',
  {
    offerId: uuid('offer_id').notNull(),
    /** The cart or the order beside which it stood. */
    besideId: uuid('beside_id').notNull(),
    place: text('place', { enum: PLACES }).notNull(),
    shownAt: instant('shown_at').notNull().defaultNow(),
    takenAt: instant('taken_at'),
  },
  (t) => [belongsTo(t, t.offerId, offers, 'cascade'), uniqueIndex('offer_showings_once').on(t.workspaceId, t.offerId, t.besideId), check('offer_showings_place', sql`place in ('cart', 'order')`)],
);
