import { sql } from 'drizzle-orm';
import { bigint, boolean, char, check, index, integer, jsonb, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { belongsTo, tenantTable } from '#platform/db/tables.ts';
import type { Step } from './price-rule.ts';

/** Places that share shipping methods: `AU`, `US-CA`, or `*` for the rest of the world. The most exact zone of an address counts. */
export const shippingZones = tenantTable(
  'shipping_zones',
  { name: text('name').notNull(), places: text('places').array().notNull(), position: integer('position').notNull().default(0) },
  (t) => [uniqueIndex('shipping_zones_name').on(t.workspaceId, t.name), check('shipping_zones_places', sql`cardinality(places) > 0`)],
);

export const shippingMethods = tenantTable(
  'shipping_methods',
  {
    zoneId: uuid('zone_id').notNull(),
    name: text('name').notNull(),
    says: text('says').notNull().default(''),
    kind: text('kind', { enum: ['flat', 'by_weight', 'by_price'] }).notNull(),
    currency: char('currency', { length: 3 }).notNull(),
    /** Minor units; the price of `flat`. */
    price: bigint('price', { mode: 'number' }).notNull().default(0),
    /** The prices of `by_weight` and `by_price`, smallest first. */
    steps: jsonb('steps').$type<Step[]>().notNull().default([]),
    /** From this subtotal on it costs nothing; null = never. */
    freeOver: bigint('free_over', { mode: 'number' }),
    minDays: integer('min_days'),
    maxDays: integer('max_days'),
    position: integer('position').notNull().default(0),
    active: boolean('active').notNull().default(true),
  },
  (t) => [
    index('shipping_methods_of_zone').on(t.workspaceId, t.zoneId, t.position),
    belongsTo(t, t.zoneId, shippingZones, 'cascade'),
    check('shipping_methods_price', sql`price >= 0 and free_over >= 0`),
    check('shipping_methods_kind', sql`kind in ('flat', 'by_weight', 'by_price')`),
  ],
);
