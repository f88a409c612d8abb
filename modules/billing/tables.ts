import { sql } from 'drizzle-orm';
import { bigint, boolean, char, check, index, integer, primaryKey, smallint, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { belongsTo, platformTable, tenantTable } from '#platform/db/tables.ts';
import { sealedColumn } from '#platform/vault/sealed-columns.ts';
import { BILL_KINDS, STATUSES } from './standing.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true });
const minor = (name: string) => bigint(name, { mode: 'number' });
const words = (list: readonly string[]) => list.map((word) => `'${word}'`).join(', ');

/** What a tier costs in a currency, by the month and by the year; null = not sold like that. Minor units. */
export const tierPrices = platformTable(
  'tier_prices',
  { tier: text('tier').notNull(), currency: char('currency', { length: 3 }).notNull(), month: minor('month'), year: minor('year'), createdAt: instant('created_at').notNull().defaultNow() },
  (t) => [primaryKey({ name: 'tier_prices_pk', columns: [t.tier, t.currency] }), check('tier_prices_amounts', sql`coalesce(month > 0, true) and coalesce(year > 0, true)`)],
);

/** Products of outside sellers that stand for tiers. One that is no longer sold still stands for what was bought. Minor units a period. */
export const tierProducts = platformTable(
  'tier_products',
  {
    /** The workspace of the operator whose account has the product. */
    sellerId: uuid('seller_id').notNull(),
    provider: text('provider').notNull(),
    productId: text('product_id').notNull(),
    name: text('name').notNull(),
    tier: text('tier').notNull(),
    interval: text('interval', { enum: ['month', 'year'] }).notNull(),
    price: minor('price').notNull(),
    currency: char('currency', { length: 3 }).notNull(),
    forSale: boolean('for_sale').notNull().default(true),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: 'tier_products_pk', columns: [t.sellerId, t.provider, t.productId] }),
    uniqueIndex('tier_products_sold').on(t.sellerId, t.provider, t.tier, t.interval, t.currency).where(sql`for_sale`),
    check('tier_products_interval', sql`interval in ('month', 'year')`),
    check('tier_products_price', sql`price >= 0`),
  ],
);

/** Who sells the tiers and how: one row, or none while nothing is sold. */
export const billingSettings = platformTable(
  'billing_settings',
  {
    one: smallint('one').primaryKey().default(1),
    /** The workspace of the operator whose account at the provider takes the money. */
    sellerId: uuid('seller_id'),
    provider: text('provider').notNull().default(''),
    trialDays: integer('trial_days').notNull().default(0),
    /** So many days after the first failure a renewal is tried again. */
    retryDays: integer('retry_days').array().notNull().default(sql`'{1,3,7}'`),
    /** So many days after the first failure the tier is taken away. */
    graceDays: integer('grace_days').notNull().default(14),
  },
  () => [check('billing_settings_one', sql`one = 1`), check('billing_settings_days', sql`trial_days between 0 and 90 and grace_days between 1 and 27`)],
);

/** How a workspace stands with the installation: one row once it has bought a tier. Amounts in minor units. */
export const workspaceBilling = tenantTable(
  'workspace_billing',
  {
    status: text('status', { enum: STATUSES }).notNull(),
    tier: text('tier').notNull(),
    interval: text('interval', { enum: ['month', 'year'] }).notNull(),
    currency: char('currency', { length: 3 }).notNull(),
    /** What was agreed to for each period. */
    price: minor('price').notNull(),
    /** Periods are counted from here; the running one ends so many intervals later. */
    anchorAt: instant('anchor_at').notNull(),
    times: integer('times').notNull(),
    periodStart: instant('period_start').notNull(),
    periodEnd: instant('period_end').notNull(),
    /** What the running period was worth when it was paid; what is not used of it lowers an upgrade. */
    periodPaid: minor('period_paid').notNull().default(0),
    /** Counts periods; 0 = none was paid yet. */
    cycle: integer('cycle').notNull().default(0),
    credit: minor('credit').notNull().default(0),
    /** What begins when this period is over, where it is something else. */
    nextTier: text('next_tier'),
    nextInterval: text('next_interval', { enum: ['month', 'year'] }),
    nextPrice: minor('next_price'),
    /** It is over with this period. */
    ends: boolean('ends').notNull().default(false),
    failures: integer('failures').notNull().default(0),
    retryAt: instant('retry_at'),
    graceEndsAt: instant('grace_ends_at'),
    failure: text('failure').notNull().default(''),
    trialUsedAt: instant('trial_used_at'),
    /** The kept way to pay, and at whose account it is known. */
    sellerId: uuid('seller_id'),
    provider: text('provider'),
    token: text('token'),
    /** The keeping it came by, where the provider keeps it: the token lies sealed there. */
    keptId: uuid('kept_id'),
    cardBrand: text('card_brand'),
    cardLast4: char('card_last4', { length: 4 }),
    /** The outside seller the workspace buys from, and at whose account there. */
    outsideSellerId: uuid('outside_seller_id'),
    outsideProvider: text('outside_provider'),
    /** The subscription there that counts while it runs; and how many more run beside it. */
    outsideId: text('outside_id'),
    outsideMore: integer('outside_more').notNull().default(0),
    /** When a page was opened there last, when the seller is asked again, and how often an answer was written down. */
    outsidePageAt: instant('outside_page_at'),
    outsideLookAt: instant('outside_look_at'),
    outsideLooks: integer('outside_looks').notNull().default(0),
    /** The tier the workspace was last given from here. */
    appliedTier: text('applied_tier'),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('workspace_billing_one').on(t.workspaceId),
    // Looked for across workspaces.
    index('workspace_billing_due').on(t.periodEnd).where(sql`status in ('trialing', 'active')`),
    index('workspace_billing_late').on(t.retryAt).where(sql`status = 'past_due'`),
    index('workspace_billing_looks').on(t.outsideLookAt).where(sql`outside_look_at is not null`),
    index('workspace_billing_outside').on(t.outsideId).where(sql`outside_id is not null`),
    check('workspace_billing_outside', sql`(outside_seller_id is null) = (outside_provider is null) and (outside_id is null or outside_provider is not null)`),
    check('workspace_billing_status', sql.raw(`status in (${words(STATUSES)})`)),
    check('workspace_billing_interval', sql`interval in ('month', 'year') and coalesce(next_interval in ('month', 'year'), true)`),
    check('workspace_billing_next', sql`(next_tier is null) = (next_interval is null) and (next_tier is null) = (next_price is null)`),
    check('workspace_billing_money', sql`price >= 0 and period_paid >= 0 and credit >= 0 and cycle >= 0 and failures >= 0`),
  ],
);

/** What a workspace is asked to pay for a period: at most one is open, and of a period one at most is open or paid. */
export const billingInvoices = tenantTable(
  'billing_invoices',
  {
    /** Without gaps, given when it was paid. */
    number: integer('number'),
    kind: text('kind', { enum: BILL_KINDS }).notNull(),
    state: text('state', { enum: ['open', 'paid', 'declined', 'given_up'] }).notNull(),
    cycle: integer('cycle').notNull(),
    tier: text('tier').notNull(),
    interval: text('interval', { enum: ['month', 'year'] }).notNull(),
    currency: char('currency', { length: 3 }).notNull(),
    price: minor('price').notNull(),
    /** What of the credit lowers it, and what is left of the credit then. */
    credit: minor('credit').notNull().default(0),
    creditLeft: minor('credit_left').notNull().default(0),
    amount: minor('amount').notNull(),
    anchorAt: instant('anchor_at').notNull(),
    times: integer('times').notNull(),
    periodStart: instant('period_start').notNull(),
    periodEnd: instant('period_end').notNull(),
    cardLast4: char('card_last4', { length: 4 }),
    sentence: text('sentence').notNull().default(''),
    paidAt: instant('paid_at'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('billing_invoices_open').on(t.workspaceId).where(sql`state = 'open'`),
    uniqueIndex('billing_invoices_cycle').on(t.workspaceId, t.cycle).where(sql`state in ('open', 'paid')`),
    uniqueIndex('billing_invoices_number').on(t.workspaceId, t.number).where(sql`number is not null`),
    index('billing_invoices_newest').on(t.workspaceId, t.createdAt, t.id),
    check('billing_invoices_state', sql`state in ('open', 'paid', 'declined', 'given_up')`),
    check('billing_invoices_kind', sql.raw(`kind in (${words(BILL_KINDS)})`)),
    check('billing_invoices_interval', sql`interval in ('month', 'year')`),
    check('billing_invoices_money', sql`price >= 0 and credit >= 0 and credit_left >= 0 and amount = price - credit`),
    check('billing_invoices_numbered', sql`(state = 'paid') = (number is not null)`),
  ],
);

/** A try to be paid. Stored before the provider is asked, with one key for ever, so that a crash in between is finished and never repeated. */
export const billingCharges = tenantTable(
  'billing_charges',
  {
    invoiceId: uuid('invoice_id').notNull(),
    attempt: integer('attempt').notNull(),
    key: text('key').notNull(),
    state: text('state', { enum: ['asked', 'paid', 'declined'] }).notNull(),
    sellerId: uuid('seller_id').notNull(),
    provider: text('provider').notNull(),
    token: text('token').notNull(),
    keptId: uuid('kept_id'),
    cardBrand: text('card_brand'),
    cardLast4: char('card_last4', { length: 4 }),
    amount: minor('amount').notNull(),
    currency: char('currency', { length: 3 }).notNull(),
    /** Somebody asked for this try; it costs none of the planned ones. */
    byHand: boolean('by_hand').notNull().default(false),
    /** How often the provider was asked, and until when nobody asks again. */
    asks: integer('asks').notNull().default(0),
    nextTry: instant('next_try').notNull(),
    sentence: text('sentence').notNull().default(''),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    belongsTo(t, t.invoiceId, billingInvoices),
    uniqueIndex('billing_charges_key').on(t.workspaceId, t.key),
    uniqueIndex('billing_charges_try').on(t.workspaceId, t.invoiceId, t.attempt),
    // By which a provider's message is found, whosever it is.
    index('billing_charges_of_key').on(t.key),
    // An invoice is never charged twice: of its tries one at most is open or paid.
    uniqueIndex('billing_charges_once').on(t.workspaceId, t.invoiceId).where(sql`state in ('asked', 'paid')`),
    index('billing_charges_open').on(t.nextTry).where(sql`state = 'asked'`),
    check('billing_charges_state', sql`state in ('asked', 'paid', 'declined')`),
    check('billing_charges_amount', sql`amount >= 0`),
  ],
);

/**
 * A card that the seller's provider is to keep on a page of its own: to begin a plan with, or as another one. Stored before the provider is
 * asked, with one key for ever; nothing is charged by it. What is kept lies sealed until it is let go of.
 */
export const billingKeepings = tenantTable(
  'billing_keepings',
  {
    purpose: text('purpose', { enum: ['start', 'card'] }).notNull(),
    /** What begins once it is kept, at the price and with the trial that were shown. */
    tier: text('tier'),
    interval: text('interval', { enum: ['month', 'year'] }),
    price: minor('price'),
    trialDays: integer('trial_days').notNull().default(0),
    currency: char('currency', { length: 3 }).notNull(),
    key: text('key').notNull(),
    state: text('state', { enum: ['asked', 'kept', 'left'] }).notNull(),
    sellerId: uuid('seller_id').notNull(),
    provider: text('provider').notNull(),
    returnTo: text('return_to').notNull(),
    /** The provider's page. */
    continueAt: text('continue_at'),
    tokenSealed: text('token_sealed'),
    /** Stands for what the provider's messages call it; says nothing by itself. */
    mark: text('mark'),
    cardBrand: text('card_brand'),
    cardLast4: char('card_last4', { length: 4 }),
    /** Why nothing came of it. */
    sentence: text('sentence').notNull().default(''),
    /** It was taken off at the provider. */
    goneAt: instant('gone_at'),
    /** Nobody charges it any more: from then on the provider is told, until it has heard. */
    letGoAt: instant('let_go_at'),
    /** How often the provider was asked, and until when nobody asks again. */
    asks: integer('asks').notNull().default(0),
    nextTry: instant('next_try').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('billing_keepings_key').on(t.workspaceId, t.key),
    index('billing_keepings_newest').on(t.workspaceId, t.createdAt, t.id),
    // Looked for across workspaces: by what messages name, and what is to be done.
    index('billing_keepings_of_key').on(t.key),
    index('billing_keepings_mark').on(t.mark).where(sql`mark is not null`),
    index('billing_keepings_open').on(t.nextTry).where(sql`state = 'asked'`),
    index('billing_keepings_let_go').on(t.letGoAt).where(sql`let_go_at is not null`),
    check('billing_keepings_state', sql`state in ('asked', 'kept', 'left')`),
    check('billing_keepings_purpose', sql`purpose in ('card', 'start')`),
    check('billing_keepings_interval', sql`interval in ('month', 'year')`),
    check('billing_keepings_plan', sql`(purpose = 'start') = (tier is not null) and (tier is null) = (interval is null) and (tier is null) = (price is null)`),
  ],
);
sealedColumn({ table: 'billing_keepings', column: 'token_sealed', purpose: 'billing.kept-card' });
