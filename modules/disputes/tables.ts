import { sql } from 'drizzle-orm';
import { bigint, boolean, char, check, index, integer, jsonb, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { appendOnly, belongsTo, scopedBy, searchText, tenantTable } from '#platform/db/tables.ts';
import { DISPUTE_REASONS, DISPUTE_STATES, type EvidenceField } from '#modules/payments/index.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true });
const minor = (name: string) => bigint(name, { mode: 'number' });
const listed = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ');

/** What a buyer or their bank objects to, as its provider had it when we last asked. Amounts in minor units. */
export const disputes = scopedBy({ by: 'storefronts', column: 'order_id', of: 'orders' }, tenantTable(
  'disputes',
  {
    orderId: uuid('order_id').notNull(),
    orderNumber: integer('order_number').notNull(),
    customerId: uuid('customer_id'),
    paymentId: uuid('payment_id').notNull(),
    provider: text('provider').notNull(),
    /** The provider's id of it. */
    reference: text('reference').notNull(),
    state: text('state', { enum: DISPUTE_STATES }).notNull(),
    reason: text('reason', { enum: DISPUTE_REASONS }).notNull(),
    amount: minor('amount').notNull(),
    currency: char('currency', { length: 3 }).notNull(),
    /** What the bank holds over it, and what it has cost beside that. */
    withdrawn: minor('withdrawn').notNull().default(0),
    fee: minor('fee').notNull().default(0),
    respondBy: instant('respond_by'),
    /** The last warning of the deadline that was given, in days before it. */
    warnedDays: integer('warned_days'),
    /** What the shop has written so far. */
    evidence: jsonb('evidence').$type<Partial<Record<EvidenceField, string>>>().notNull().default({}),
    files: jsonb('files').$type<{ id: string; name: string; bytes: number }[]>().notNull().default([]),
    submittedAt: instant('submitted_at'),
    /** The shop gave in, or gave the money back, on its own. */
    acceptedAt: instant('accepted_at'),
    refundedAt: instant('refunded_at'),
    openedAt: instant('opened_at').notNull(),
    closedAt: instant('closed_at'),
    /** Counts recordings; whoever records has asked the provider after the one before. */
    version: integer('version').notNull().default(1),
    searchText: searchText('order_number::text', 'reference'),
  },
  (t) => [
    uniqueIndex('disputes_reference').on(t.workspaceId, t.provider, t.reference),
    index('disputes_of_order').on(t.workspaceId, t.orderId),
    index('disputes_newest').on(t.workspaceId, t.openedAt, t.id),
    index('disputes_due').on(t.workspaceId, t.respondBy).where(sql`closed_at is null`),
    check('disputes_state', sql.raw(`state in (${listed(DISPUTE_STATES)})`)),
    check('disputes_reason', sql.raw(`reason in (${listed(DISPUTE_REASONS)})`)),
    check('disputes_amount', sql`amount >= 0 and withdrawn >= 0`),
  ],
));

/** What happened to a dispute, in the words people read. Rows are only ever added. */
export const disputeEntries = scopedBy({ by: 'storefronts', column: 'dispute_id', of: 'disputes' }, appendOnly(
  tenantTable(
    'dispute_entries',
    { disputeId: uuid('dispute_id').notNull(), kind: text('kind').notNull(), says: text('says').notNull(), byName: text('by_name').notNull(), at: instant('at').notNull().defaultNow() },
    (t) => [belongsTo(t, t.disputeId, disputes), index('dispute_entries_of').on(t.workspaceId, t.disputeId, t.at, t.id)],
  ),
));

/** What we tell the provider. Stored before it is told, with one key for ever, so that a crash in between is finished by somebody else. */
export const disputeAnswers = scopedBy({ by: 'storefronts', column: 'dispute_id', of: 'disputes' }, tenantTable(
  'dispute_answers',
  {
    disputeId: uuid('dispute_id').notNull(),
    kind: text('kind', { enum: ['evidence', 'accept'] }).notNull(),
    key: text('key').notNull(),
    state: text('state', { enum: ['waiting', 'done', 'refused', 'unknown'] }).notNull().default('waiting'),
    fields: jsonb('fields').$type<Partial<Record<EvidenceField, string>>>().notNull().default({}),
    fileIds: uuid('file_ids').array().notNull().default(sql`'{}'`),
    attempts: integer('attempts').notNull().default(0),
    nextTry: instant('next_try').notNull().defaultNow(),
    sentence: text('sentence').notNull().default(''),
    byName: text('by_name').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    belongsTo(t, t.disputeId, disputes),
    uniqueIndex('dispute_answers_key').on(t.workspaceId, t.key),
    // Two people who press the button at once hand in one answer.
    uniqueIndex('dispute_answers_one_open').on(t.workspaceId, t.disputeId).where(sql`state in ('waiting', 'unknown')`),
    check('dispute_answers_kind', sql`kind in ('evidence', 'accept')`),
    check('dispute_answers_state', sql`state in ('waiting', 'done', 'refused', 'unknown')`),
    index('dispute_answers_due').on(t.workspaceId, t.nextTry).where(sql`state in ('waiting', 'unknown')`),
  ],
));

/** When the shop gives money back without anybody looking. */
export const disputeRules = tenantTable(
  'dispute_rules',
  {
    name: text('name').notNull(),
    active: boolean('active').notNull().default(true),
    /** Any reason when empty. */
    reasons: text('reasons').array().notNull().default(sql`'{}'`),
    upTo: minor('up_to').notNull(),
    currency: char('currency', { length: 3 }).notNull(),
    onlyUnshipped: boolean('only_unshipped').notNull().default(true),
    /** Also a dispute that is one already: it is accepted. An inquiry is refunded. */
    acceptsDisputes: boolean('accepts_disputes').notNull().default(false),
    used: integer('used').notNull().default(0),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [index('dispute_rules_newest').on(t.workspaceId, t.createdAt, t.id), check('dispute_rules_amount', sql`up_to > 0`)],
);
