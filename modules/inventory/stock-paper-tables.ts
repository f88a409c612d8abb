import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { appendOnly, belongsTo, scopedBy, tenantTable } from '#platform/db/tables.ts';
import { variants } from '#modules/catalog/index.ts';
import { locations } from './tables.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true });
export const TRANSFER_STATES = ['draft', 'sent', 'received', 'cancelled'] as const;
export const COUNT_STATES = ['open', 'submitted', 'approved', 'cancelled'] as const;

/** The last number given to a paper of each kind. */
export const stockPaperNumbers = tenantTable(
  'stock_paper_numbers',
  { kind: text('kind').notNull(), lastNumber: integer('last_number').notNull() },
  (t) => [uniqueIndex('stock_paper_numbers_kind').on(t.workspaceId, t.kind)],
);

/** Goods on their way from one location to another; only who may see both ends sees it. Between sending and receiving they are incoming at their destination. */
export const stockTransfers = tenantTable(
  'stock_transfers',
  {
    number: integer('number').notNull(),
    fromLocationId: uuid('from_location_id').notNull(),
    toLocationId: uuid('to_location_id').notNull(),
    state: text('state', { enum: TRANSFER_STATES }).notNull().default('draft'),
    note: text('note').notNull().default(''),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    sentAt: instant('sent_at'),
    receivedAt: instant('received_at'),
  },
  (t) => [
    uniqueIndex('stock_transfers_number').on(t.workspaceId, t.number),
    index('stock_transfers_newest').on(t.workspaceId, t.createdAt, t.id),
    belongsTo(t, t.fromLocationId, locations),
    belongsTo(t, t.toLocationId, locations),
    check('stock_transfers_places', sql`from_location_id <> to_location_id`),
    check('stock_transfers_state', sql`state in ('draft', 'sent', 'received', 'cancelled')`),
  ],
);

export const stockTransferLines = tenantTable(
  'stock_transfer_lines',
  {
    transferId: uuid('transfer_id').notNull(),
    variantId: uuid('variant_id').notNull(),
    quantity: integer('quantity').notNull(),
    received: integer('received').notNull().default(0),
    /** Sent and never arrived. */
    missing: integer('missing').notNull().default(0),
  },
  (t) => [
    uniqueIndex('stock_transfer_lines_once').on(t.workspaceId, t.transferId, t.variantId),
    belongsTo(t, t.transferId, stockTransfers, 'cascade'),
    belongsTo(t, t.variantId, variants),
    check('stock_transfer_lines_sums', sql`quantity > 0 and received >= 0 and missing >= 0 and received + missing <= quantity`),
  ],
);

/** A count of what lies at a location. `blind` hides what should be there from those who count. */
export const stockCounts = scopedBy({ by: 'locations', column: 'location_id' }, tenantTable(
  'stock_counts',
  {
    number: integer('number').notNull(),
    locationId: uuid('location_id').notNull(),
    state: text('state', { enum: COUNT_STATES }).notNull().default('open'),
    blind: boolean('blind').notNull().default(false),
    note: text('note').notNull().default(''),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    submittedAt: instant('submitted_at'),
    approvedBy: text('approved_by'),
    approvedAt: instant('approved_at'),
  },
  (t) => [
    uniqueIndex('stock_counts_number').on(t.workspaceId, t.number),
    index('stock_counts_newest').on(t.workspaceId, t.createdAt, t.id),
    belongsTo(t, t.locationId, locations),
    check('stock_counts_state', sql`state in ('open', 'submitted', 'approved', 'cancelled')`),
  ],
));

/** One line of the count sheet. `expected` is what the books said at the moment of counting, so sales before and after do no harm. */
export const stockCountLines = tenantTable(
  'stock_count_lines',
  {
    countId: uuid('count_id').notNull(),
    variantId: uuid('variant_id').notNull(),
    counted: integer('counted'),
    expected: integer('expected'),
    countedBy: text('counted_by'),
    countedAt: instant('counted_at'),
  },
  (t) => [
    uniqueIndex('stock_count_lines_once').on(t.workspaceId, t.countId, t.variantId),
    belongsTo(t, t.countId, stockCounts, 'cascade'),
    belongsTo(t, t.variantId, variants),
    check('stock_count_lines_both', sql`(counted is null) = (expected is null) and counted >= 0`),
  ],
);

/** How fast a variant sells and until when it lasts, from its ledger. Counted anew now and then. */
export const stockOutlooks = tenantTable(
  'stock_outlooks',
  {
    variantId: uuid('variant_id').notNull(),
    /** Net of what came back, in the last 28 days. */
    sold: integer('sold').notNull(),
    /** Days until what is available is gone; null when nothing sells. */
    cover: integer('cover'),
    runningOut: boolean('running_out').notNull().default(false),
    countedAt: instant('counted_at').notNull().defaultNow(),
  },
  (t) => [uniqueIndex('stock_outlooks_once').on(t.workspaceId, t.variantId), belongsTo(t, t.variantId, variants, 'cascade')],
);

/** What the merchant was warned of, and what came back: a line each time. Rows are only ever added. */
export const stockAlerts = appendOnly(
  tenantTable(
    'stock_alerts',
    {
      variantId: uuid('variant_id').notNull(),
      kind: text('kind', { enum: ['low', 'out', 'back', 'running_out'] }).notNull(),
      available: integer('available').notNull(),
      at: instant('at').notNull().defaultNow(),
    },
    (t) => [index('stock_alerts_newest').on(t.workspaceId, t.at, t.id), check('stock_alerts_kind', sql`kind in ('low', 'out', 'back', 'running_out')`)],
  ),
);
