import { sql } from 'drizzle-orm';
import { bigint, boolean, char, check, index, integer, jsonb, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { appendOnly, belongsTo, scopedBy, searchText, tenantTable } from '#platform/db/tables.ts';
import type { Address } from '#modules/orders/index.ts';
import { UNITS } from '#modules/plans/index.ts';
import { RENEWAL_STATES, STATUSES } from './status.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true });
const minor = (name: string) => bigint(name, { mode: 'number' });
const words = (list: readonly string[]) => list.map((each) => `'${each}'`).join(', ');

/** A customer gets something again and again until somebody ends it. It keeps the price and the interval they agreed to. */
export const subscriptions = scopedBy({ by: 'storefronts', column: 'storefront_id' }, tenantTable(
  'subscriptions',
  {
    storefrontId: uuid('storefront_id'),
    customerId: uuid('customer_id'),
    customerName: text('customer_name').notNull().default(''),
    email: text('email').notNull(),
    status: text('status', { enum: STATUSES }).notNull(),
    planId: uuid('plan_id').notNull(),
    planName: text('plan_name').notNull(),
    unit: text('unit', { enum: UNITS }).notNull(),
    count: integer('count').notNull().default(1),
    /** How many units one piece lasts; the interval follows from it and the quantity. Null where it is the same for any quantity. */
    lasts: integer('lasts'),
    minCycles: integer('min_cycles').notNull().default(0),
    productId: uuid('product_id').notNull(),
    variantId: uuid('variant_id').notNull(),
    title: text('title').notNull(),
    variantTitle: text('variant_title').notNull().default(''),
    quantity: integer('quantity').notNull().default(1),
    unitPrice: minor('unit_price').notNull(),
    currency: char('currency', { length: 3 }).notNull(),
    /** Renewals are counted from here, on the clocks of this zone; the next is so many intervals later. */
    anchorAt: instant('anchor_at').notNull(),
    zone: text('zone').notNull().default('UTC'),
    times: integer('times').notNull().default(1),
    nextRenewalAt: instant('next_renewal_at'),
    /** Counts deliveries and skipped ones; 0 is the order it began with. */
    cycle: integer('cycle').notNull().default(0),
    periodStart: instant('period_start').notNull(),
    /** What was paid for the goods of this period; what is not used of it comes back when something changes at once. */
    periodPaid: minor('period_paid').notNull().default(0),
    /** Lowers the next renewal. */
    credit: minor('credit').notNull().default(0),
    /** The renewal that was announced last. */
    announcedFor: instant('announced_for'),
    methodId: uuid('method_id').notNull(),
    shippingAddress: jsonb('shipping_address').$type<Address>().notNull(),
    billingAddress: jsonb('billing_address').$type<Address>(),
    shippingMethodId: text('shipping_method_id'),
    /** The order line it began with. */
    orderId: uuid('order_id').notNull(),
    orderLineId: uuid('order_line_id').notNull(),
    pausedUntil: instant('paused_until'),
    /** Since when renewals fail, how often they have, and when it is tried again. */
    failingSince: instant('failing_since'),
    failures: integer('failures').notNull().default(0),
    retryAt: instant('retry_at'),
    failure: text('failure').notNull().default(''),
    /** It is not renewed any more when this period is over. */
    ends: boolean('ends').notNull().default(false),
    cancelledAt: instant('cancelled_at'),
    cancelReason: text('cancel_reason').notNull().default(''),
    searchText: searchText('customer_name', 'email', 'title', 'plan_name'),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('subscriptions_of_line').on(t.workspaceId, t.orderLineId),
    index('subscriptions_newest').on(t.workspaceId, t.createdAt, t.id),
    index('subscriptions_of_customer').on(t.workspaceId, t.customerId),
    index('subscriptions_of_order').on(t.workspaceId, t.orderId),
    index('subscriptions_due').on(t.workspaceId, t.nextRenewalAt).where(sql`status in ('trialing', 'active')`),
    index('subscriptions_retried').on(t.workspaceId, t.retryAt).where(sql`status = 'past_due'`),
    index('subscriptions_paused').on(t.workspaceId, t.pausedUntil).where(sql`status = 'paused'`),
    check('subscriptions_status', sql.raw(`status in (${words(STATUSES)})`)),
    check('subscriptions_unit', sql.raw(`unit in (${words(UNITS)})`)),
    check('subscriptions_numbers', sql`count > 0 and quantity > 0 and coalesce(lasts > 0, true) and unit_price >= 0 and cycle >= 0 and times >= 0 and failures >= 0`),
    check('subscriptions_money', sql`credit >= 0 and period_paid >= 0`),
  ],
));

/** One try to renew: at most one of a cycle is open, paid or skipped. */
export const subscriptionRenewals = scopedBy({ by: 'storefronts', column: 'subscription_id', of: 'subscriptions' }, tenantTable(
  'subscription_renewals',
  {
    subscriptionId: uuid('subscription_id').notNull(),
    cycle: integer('cycle').notNull(),
    attempt: integer('attempt').notNull().default(1),
    state: text('state', { enum: RENEWAL_STATES }).notNull(),
    dueAt: instant('due_at').notNull(),
    /** The order it made; none when it was skipped, or refused before one was made. */
    orderId: uuid('order_id'),
    /** What the goods cost, and what of the credit was used for them. */
    amount: minor('amount').notNull().default(0),
    credit: minor('credit').notNull().default(0),
    byCustomer: boolean('by_customer').notNull().default(false),
    sentence: text('sentence').notNull().default(''),
    at: instant('at').notNull().defaultNow(),
  },
  (t) => [
    belongsTo(t, t.subscriptionId, subscriptions),
    uniqueIndex('subscription_renewals_try').on(t.workspaceId, t.subscriptionId, t.cycle, t.attempt),
    uniqueIndex('subscription_renewals_once').on(t.workspaceId, t.subscriptionId, t.cycle).where(sql`state in ('open', 'paid', 'skipped')`),
    uniqueIndex('subscription_renewals_of_order').on(t.workspaceId, t.orderId).where(sql`order_id is not null`),
    check('subscription_renewals_state', sql.raw(`state in (${words(RENEWAL_STATES)})`)),
    check('subscription_renewals_money', sql`amount >= 0 and credit >= 0`),
  ],
));

/** Everything that happened to a subscription, in the words people read. Rows are only ever added. */
export const subscriptionEntries = scopedBy({ by: 'storefronts', column: 'subscription_id', of: 'subscriptions' }, appendOnly(
  tenantTable(
    'subscription_entries',
    {
      subscriptionId: uuid('subscription_id').notNull(),
      kind: text('kind').notNull(),
      says: text('says').notNull(),
      orderId: uuid('order_id'),
      byName: text('by_name').notNull(),
      at: instant('at').notNull().defaultNow(),
    },
    (t) => [belongsTo(t, t.subscriptionId, subscriptions), index('subscription_entries_of').on(t.workspaceId, t.subscriptionId, t.at, t.id)],
  ),
));

/** What a workspace does about renewals that come, and about those that fail. */
export const subscriptionSettings = tenantTable(
  'subscription_settings',
  {
    /** So many days after the first failure it is tried again. */
    retryDays: integer('retry_days').array().notNull().default(sql`'{1,3,5,7}'`),
    /** So many days before a renewal its customer is told; 0 = only before a trial ends. */
    announceDays: integer('announce_days').notNull().default(3),
    /** What becomes of it when the last try has failed. */
    afterwards: text('afterwards', { enum: ['cancelled', 'unpaid'] }).notNull().default('cancelled'),
  },
  (t) => [uniqueIndex('subscription_settings_one').on(t.workspaceId), check('subscription_settings_afterwards', sql`afterwards in ('cancelled', 'unpaid')`), check('subscription_settings_announce', sql`announce_days between 0 and 30`)],
);
