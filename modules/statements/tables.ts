import { sql } from 'drizzle-orm';
import { bigint, char, check, date, index, integer, jsonb, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { belongsTo, searchText, tenantTable } from '#platform/db/tables.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true });
const minor = (name: string) => bigint(name, { mode: 'number' });

/** An account outside whose book is kept here: at a vendor that is read by schedule, or at a bank whose files are uploaded. */
export const statementSources = tenantTable(
  'statement_sources',
  {
    /** The vendor of the connection it is read through, or `bank`. */
    kind: text('kind').notNull(),
    /** The account's id there; for a bank what its files call it. */
    account: text('account').notNull(),
    name: text('name').notNull(),
    /** null: an account of several currencies. */
    currency: char('currency', { length: 3 }),
    /** How far it was read, in the words of its reader. Moves together with what was read. */
    cursor: jsonb('cursor').$type<object>(),
    /** How the columns of this bank's last file were understood. */
    mapping: jsonb('mapping').$type<object>(),
    /** When a round last came to its end. */
    lastReadAt: instant('last_read_at'),
    lastError: text('last_error').notNull().default(''),
    lastErrorAt: instant('last_error_at'),
    /** Who reads it now, and until when nobody else begins. */
    busyBy: uuid('busy_by'),
    busyUntil: instant('busy_until'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [uniqueIndex('statement_sources_once').on(t.workspaceId, t.kind, t.account), index('statement_sources_newest').on(t.workspaceId, t.createdAt, t.id)],
);

export const KINDS = ['payment', 'refund', 'dispute', 'fee', 'payout', 'transfer', 'conversion', 'adjustment', 'other'] as const;

/** What moved on an account outside, as that account's book has it. Amounts in minor units. */
export const externalTransactions = tenantTable(
  'external_transactions',
  {
    sourceId: uuid('source_id').notNull(),
    /** Its id in that book; read again it is the same row. */
    externalId: text('external_id').notNull(),
    kind: text('kind', { enum: KINDS }).notNull(),
    direction: text('direction', { enum: ['in', 'out'] }).notNull(),
    /** Before the fee, never negative. */
    amount: minor('amount').notNull(),
    /** What was kept for it; negative where a fee came back. */
    fee: minor('fee').notNull().default(0),
    /** By how much the account changed. */
    net: minor('net').notNull().generatedAlwaysAs(sql`(case when direction = 'in' then amount else -amount end) - fee`),
    currency: char('currency', { length: 3 }).notNull(),
    /** Only what is booked counts in sums. */
    status: text('status', { enum: ['booked', 'pending', 'void'] }).notNull().default('booked'),
    /** Banks tell a day only; then noon UTC, which is that day nearly everywhere. */
    bookedAt: instant('booked_at').notNull(),
    valueOn: date('value_on'),
    counterpart: text('counterpart').notNull().default(''),
    reference: text('reference').notNull().default(''),
    description: text('description').notNull().default(''),
    /** Ids of the vendor by which our own records know it. */
    keys: text('keys').array().notNull().default(sql`'{}'`),
    /** As it came. */
    raw: jsonb('raw').$type<object>().notNull(),
    /** The uploaded file it came with. */
    importId: uuid('import_id'),
    /** `matched`: a payment or refund of ours, for certain. `differs`: ours, with another amount. */
    match: text('match', { enum: ['matched', 'differs', 'unexplained'] }).notNull().default('unexplained'),
    paymentId: uuid('payment_id'),
    searchText: searchText('counterpart', 'reference', 'description', 'external_id'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    belongsTo(t, t.sourceId, statementSources),
    uniqueIndex('external_transactions_once').on(t.workspaceId, t.sourceId, t.externalId),
    index('external_transactions_newest').on(t.workspaceId, t.bookedAt, t.id),
    index('external_transactions_unexplained').on(t.workspaceId, t.sourceId).where(sql`match = 'unexplained' and cardinality(keys) > 0`),
    index('external_transactions_of_import').on(t.workspaceId, t.importId).where(sql`import_id is not null`),
    check('external_transactions_amount', sql`amount >= 0`),
    check('external_transactions_kind', sql`kind in ('payment', 'refund', 'dispute', 'fee', 'payout', 'transfer', 'conversion', 'adjustment', 'other')`),
    check('external_transactions_direction', sql`direction in ('in', 'out')`),
    check('external_transactions_status', sql`status in ('booked', 'pending', 'void')`),
    check('external_transactions_match', sql`match in ('matched', 'differs', 'unexplained')`),
  ],
);

/** A file that was uploaded. */
export const statementImports = tenantTable(
  'statement_imports',
  {
    sourceId: uuid('source_id').notNull(),
    fileName: text('file_name').notNull(),
    format: text('format', { enum: ['csv', 'ofx', 'camt.053'] }).notNull(),
    lines: integer('lines').notNull(),
    added: integer('added').notNull(),
    by: text('by').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [belongsTo(t, t.sourceId, statementSources), index('statement_imports_newest').on(t.workspaceId, t.createdAt, t.id), index('statement_imports_of_source').on(t.workspaceId, t.sourceId)],
);
