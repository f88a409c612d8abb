import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { searchText, tenantTable } from '#platform/db/tables.ts';
import { UNITS } from './calendar.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true });

/** A way to buy something again and again: how often, for how much, of what. */
export const subscriptionPlans = tenantTable(
  'subscription_plans',
  {
    name: text('name').notNull(),
    unit: text('unit', { enum: UNITS }).notNull(),
    count: integer('count').notNull().default(1),
    /** One piece lasts an interval: whoever takes more gets them so much later. */
    perPiece: boolean('per_piece').notNull().default(false),
    /** The first delivery is free, and the first renewal comes after so many days. */
    trialDays: integer('trial_days').notNull().default(0),
    /** Paid deliveries before a customer may end it; 0 = at any time. */
    minCycles: integer('min_cycles').notNull().default(0),
    /** Off the price of the variant, 100 = one percent. */
    offBasisPoints: integer('off_basis_points').notNull().default(0),
    /** Own prices by currency, in minor units; where there is one, it holds instead. */
    prices: jsonb('prices').$type<Record<string, number>>().notNull().default({}),
    productIds: uuid('product_ids').array().notNull().default(sql`'{}'`),
    variantIds: uuid('variant_ids').array().notNull().default(sql`'{}'`),
    active: boolean('active').notNull().default(true),
    searchText: searchText('name'),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [
    index('subscription_plans_newest').on(t.workspaceId, t.createdAt, t.id),
    check('subscription_plans_unit', sql.raw(`unit in (${UNITS.map((unit) => `'${unit}'`).join(', ')})`)),
    check('subscription_plans_numbers', sql`count >= 0 and trial_days >= 0 and min_cycles >= 0 and off_basis_points between 0 and 10000`),
  ],
);
