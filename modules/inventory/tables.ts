import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { appendOnly, belongsTo, scopedBy, searchText, tenantTable } from '#platform/db/tables.ts';
import { variants } from '#modules/catalog/index.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true });

/** Where stock lies. One of them is the default; sales draw from active ones, lowest position first. */
export const locations = scopedBy({ by: 'locations', column: 'id' }, tenantTable(
  'locations',
  {
    name: text('name').notNull(),
    isDefault: boolean('is_default').notNull().default(false),
    active: boolean('active').notNull().default(true),
    position: integer('position').notNull().default(0),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('locations_default').on(t.workspaceId).where(sql`is_default`),
    uniqueIndex('locations_name').on(t.workspaceId, t.name),
    check('locations_default_active', sql`active or not is_default`),
  ],
));

/** The counters: one row per variant and location. Written by `moveStock` only, always together with the ledger. */
export const stockLevels = scopedBy({ by: 'locations', column: 'location_id' }, tenantTable(
  'stock_levels',
  {
    variantId: uuid('variant_id').notNull(),
    locationId: uuid('location_id').notNull(),
    onHand: integer('on_hand').notNull().default(0),
    reserved: integer('reserved').notNull().default(0),
    incoming: integer('incoming').notNull().default(0),
    available: integer('available').generatedAlwaysAs(sql`on_hand - reserved`),
    /** True while the variant's policy lets it be sold beyond what is there. */
    allowOversell: boolean('allow_oversell').notNull().default(false),
    /** At this many available, or fewer, the merchant is warned. */
    lowAt: integer('low_at').notNull().default(5),
    /** When what is available lasts fewer days than this, the merchant is warned. */
    coverAt: integer('cover_at').notNull().default(14),
    /** Whether the variant's stock is counted at all; the database keeps it as the variant says. */
    tracked: boolean('tracked').notNull().default(true),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('stock_levels_key').on(t.workspaceId, t.variantId, t.locationId),
    index('stock_levels_available').on(t.workspaceId, t.available.asc().nullsFirst(), t.id),
    index('stock_levels_changed').on(t.workspaceId, t.updatedAt, t.id),
    index('stock_levels_location').on(t.workspaceId, t.locationId),
    // A counter that never moved goes with its variant; one that did is kept by its ledger, which lets no variant go.
    belongsTo(t, t.variantId, variants, 'cascade'),
    belongsTo(t, t.locationId, locations),
    check('stock_levels_reserved', sql`reserved >= 0`),
    check('stock_levels_incoming', sql`incoming >= 0`),
    check('stock_levels_oversold', sql`on_hand - reserved >= 0 or allow_oversell`),
  ],
));

/** The ledger: every change of a counter, with its reason. The counters are its sums. */
export const stockMovements = scopedBy({ by: 'locations', column: 'location_id' }, appendOnly(
  tenantTable(
    'stock_movements',
    {
      variantId: uuid('variant_id').notNull(),
      locationId: uuid('location_id').notNull(),
      onHandChange: integer('on_hand_change').notNull().default(0),
      reservedChange: integer('reserved_change').notNull().default(0),
      incomingChange: integer('incoming_change').notNull().default(0),
      reason: text('reason').notNull(),
      /** What it was for: an order, a cart, a delivery note. */
      reference: text('reference').notNull().default(''),
      note: text('note').notNull().default(''),
      actor: text('actor').notNull(),
      searchText: searchText('reference', 'note', 'actor'),
      at: instant('at').notNull().defaultNow(),
    },
    (t) => [
      index('stock_movements_newest').on(t.workspaceId, t.at, t.id),
      index('stock_movements_of_variant').on(t.workspaceId, t.variantId, t.at),
      belongsTo(t, t.variantId, variants),
      belongsTo(t, t.locationId, locations),
    ],
  ),
));

/** Stock promised to something: `held` until a time, `committed` until shipped. `open` is what still counts as reserved. */
export const reservations = scopedBy({ by: 'locations', column: 'location_id' }, tenantTable(
  'reservations',
  {
    for: text('held_for').notNull(),
    variantId: uuid('variant_id').notNull(),
    locationId: uuid('location_id').notNull(),
    quantity: integer('quantity').notNull(),
    open: integer('open').notNull(),
    state: text('state', { enum: ['held', 'committed', 'released', 'shipped'] }).notNull().default('held'),
    /** Why it was released; `expired` when its time was over. */
    ended: text('ended').notNull().default(''),
    expiresAt: instant('expires_at'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('reservations_once').on(t.workspaceId, t.for, t.variantId, t.locationId).where(sql`open > 0`),
    index('reservations_for').on(t.workspaceId, t.for),
    index('reservations_of_variant').on(t.workspaceId, t.variantId),
    index('reservations_due').on(t.workspaceId, t.expiresAt).where(sql`state = 'held'`),
    belongsTo(t, t.variantId, variants),
    belongsTo(t, t.locationId, locations),
    check('reservations_open', sql`open between 0 and quantity`),
    check('reservations_state', sql`state in ('held', 'committed', 'released', 'shipped') and (open > 0) = (state in ('held', 'committed'))`),
  ],
));
