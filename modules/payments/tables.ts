import { sql } from 'drizzle-orm';
import { bigint, boolean, char, check, index, integer, jsonb, text, timestamp, uniqueIndex, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { appendOnly, belongsTo, platformTable, scopedBy, tenantTable } from '#platform/db/tables.ts';
import { sealedColumn } from '#platform/vault/sealed-columns.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true });
const minor = (name: string) => bigint(name, { mode: 'number' });

/**
 * One attempt to be paid for an order; of nothing where only the way to pay is to be kept. State and sums are what its facts add up to.
 * Amounts in minor units.
 */
export const payments = scopedBy({ by: 'storefronts', column: 'order_id', of: 'orders' }, tenantTable(
  'payments',
  {
    /** The order; what the way to pay is kept for where it stands alone, e.g. a subscription. */
    orderId: uuid('order_id').notNull(),
    provider: text('provider').notNull(),
    state: text('state').notNull().default('requested'),
    amount: minor('amount').notNull(),
    currency: char('currency', { length: 3 }).notNull(),
    captured: minor('captured').notNull().default(0),
    refunded: minor('refunded').notNull().default(0),
    disputed: minor('disputed').notNull().default(0),
    disputeFees: minor('dispute_fees').notNull().default(0),
    capture: text('capture', { enum: ['now', 'later'] }).notNull().default('now'),
    /** The provider acts once for this key, however often it is asked. */
    key: text('key').notNull(),
    token: text('token').notNull(),
    /** A payment with this begins a kept way to pay (`keep`), or charges it without the shopper (`again`); the token is with it then. */
    methodId: uuid('method_id'),
    usage: text('usage', { enum: ['keep', 'again'] }),
    providerReference: text('provider_reference'),
    /** Where the shopper comes back to from the provider's own page. */
    returnTo: text('return_to'),
    /** The provider's page on which the shopper finishes paying. */
    continueAt: text('continue_at'),
    cardBrand: text('card_brand'),
    cardLast4: char('card_last4', { length: 4 }),
    /** Where the card was issued, and what stands for the card itself, where the provider tells. */
    cardCountry: char('card_country', { length: 2 }),
    cardMark: text('card_mark'),
    /** Why it was declined, for the shopper. */
    sentence: text('sentence').notNull().default(''),
    /** Counts recordings; whoever records must have seen all facts before. */
    version: integer('version').notNull().default(0),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('payments_key').on(t.workspaceId, t.key),
    index('payments_of_order').on(t.workspaceId, t.orderId),
    index('payments_card').on(t.workspaceId, t.cardMark, t.createdAt).where(sql`card_mark is not null`),
    index('payments_newest').on(t.workspaceId, t.createdAt, t.id),
    index('payments_state').on(t.workspaceId, t.state),
    check('payments_amount', sql`amount >= 0 and captured >= 0 and refunded >= 0`),
    check('payments_state', sql`state in ('requested', 'authorized', 'captured', 'declined', 'voided', 'refunded', 'partially_refunded', 'charged_back', 'kept', 'unknown')`),
  ],
));

/** What happened at the provider, as we learned of it. A fact told twice is stored once. */
export const paymentFacts = appendOnly(
  tenantTable(
    'payment_facts',
    {
      paymentId: uuid('payment_id').notNull(),
      kind: text('kind').notNull(),
      reference: text('reference').notNull(),
      amount: minor('amount').notNull().default(0),
      key: text('key'),
      sentence: text('sentence').notNull().default(''),
      heardBy: text('heard_by', { enum: ['answer', 'webhook', 'lookup'] }).notNull(),
      at: instant('at').notNull().defaultNow(),
    },
    (t) => [
      uniqueIndex('payment_facts_once').on(t.workspaceId, t.paymentId, t.kind, t.reference),
      index('payment_facts_reference').on(t.workspaceId, t.reference),
      belongsTo(t, t.paymentId, payments),
    ],
  ),
);

/** What we ask the provider to do. Stored before it is asked, so that a crash in between is finished by somebody else. */
export const paymentSteps = tenantTable(
  'payment_steps',
  {
    paymentId: uuid('payment_id').notNull(),
    kind: text('kind', { enum: ['authorize', 'capture', 'void', 'refund'] }).notNull(),
    amount: minor('amount').notNull(),
    key: text('key').notNull(),
    state: text('state', { enum: ['waiting', 'done', 'refused', 'unknown'] }).notNull().default('waiting'),
    attempts: integer('attempts').notNull().default(0),
    /** Until then somebody is at it, or nobody should try again. */
    nextTry: instant('next_try').notNull().defaultNow(),
    reason: text('reason').notNull().default(''),
    sentence: text('sentence').notNull().default(''),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('payment_steps_key').on(t.workspaceId, t.key),
    uniqueIndex('payment_steps_one_charge').on(t.workspaceId, t.paymentId).where(sql`kind = 'authorize'`),
    index('payment_steps_of_payment').on(t.workspaceId, t.paymentId),
    index('payment_steps_due').on(t.workspaceId, t.nextTry).where(sql`state in ('waiting', 'unknown')`),
    belongsTo(t, t.paymentId, payments),
    check('payment_steps_amount', sql`amount >= 0`),
  ],
);

/** What we asked a payment company for and by which id it knows it, so that a repetition asks for the very same. */
export const paymentRemoteCharges = tenantTable(
  'payment_remote_charges',
  {
    provider: text('provider').notNull(),
    key: text('key').notNull(),
    request: jsonb('request').$type<object>().notNull(),
    /** What of the request is a secret: the kept way to pay it is charged to. */
    secretSealed: text('secret_sealed'),
    remoteId: text('remote_id'),
    /** Nothing more is taken with it. */
    closedAt: instant('closed_at'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [uniqueIndex('payment_remote_charges_key').on(t.workspaceId, t.provider, t.key), index('payment_remote_charges_id').on(t.workspaceId, t.provider, t.remoteId)],
);
sealedColumn({ table: 'payment_remote_charges', column: 'secret_sealed', purpose: 'payments.remote-charge' });

/** A way to pay that may be charged again later without the shopper; kept with the order it was chosen for. */
export const paymentMethods = scopedBy({ by: 'storefronts', column: 'order_id', of: 'orders' }, tenantTable(
  'payment_methods',
  {
    orderId: uuid('order_id').notNull(),
    provider: text('provider').notNull(),
    /** Only of those that were kept before there was a sealed one. */
    token: text('token').notNull().default(''),
    tokenSealed: text('token_sealed'),
    /** Stands for what the provider's messages call it; says nothing by itself. */
    mark: text('mark'),
    /** The provider has not kept it yet; until then nothing can be charged again. */
    waiting: boolean('waiting').notNull().default(false),
    /** It was taken back at the provider, and cannot be charged any more. */
    goneAt: instant('gone_at'),
    /** Nobody needs it any more: the provider was told, and the token is gone. */
    forgottenAt: instant('forgotten_at'),
    cardBrand: text('card_brand'),
    cardLast4: char('card_last4', { length: 4 }),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [index('payment_methods_of_order').on(t.workspaceId, t.orderId, t.createdAt), index('payment_methods_mark').on(t.workspaceId, t.mark).where(sql`mark is not null`)],
));
sealedColumn({ table: 'payment_methods', column: 'token_sealed', purpose: 'payments.kept-method' });

/** What the installation keeps of each payment, by tier or for one workspace. 100 basis points are one percent. */
export const platformFees = platformTable('platform_fees', { scope: text('scope', { enum: ['tier', 'workspace'] }).notNull(), target: text('target').notNull(), basisPoints: integer('basis_points').notNull() }, (t) => [
  primaryKey({ name: 'platform_fees_pk', columns: [t.scope, t.target] }),
  check('platform_fees_range', sql`basis_points between 0 and 3000`),
]);
