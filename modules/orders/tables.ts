import { bigint, boolean, char, check, index, integer, jsonb, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { appendOnly, belongsTo, scopedBy, searchText, tenantTable } from '#platform/db/tables.ts';
import type { LinePlan } from '#modules/plans/index.ts';
import type { Address } from './address.ts';
import { FULFILMENT_STATES, PAYMENT_STATES, RETURN_STATES } from './order-state.ts';
import { RETURN_REASONS, RETURN_STAGES } from './returns/return-stage.ts';
import type { CreditLine, DraftLine, EntryDetails, ExchangeLine, GivenDiscount, LineComponent, ReturnPhoto, Taken, TaxPart } from './shapes.ts';

export * from './analytics/sales-tables.ts';

const cents = (name: string) => bigint(name, { mode: 'number' });
const instant = (name: string) => timestamp(name, { withTimezone: true });

/** A shopper's way from cart to order. One per cart; its stock is held in the cart's name until `held_until`. */
export const checkouts = scopedBy({ by: 'storefronts', column: 'storefront_id' }, tenantTable(
  'checkouts',
  {
    cartId: uuid('cart_id').notNull(),
    storefrontId: uuid('storefront_id'),
    customerId: uuid('customer_id'),
    currency: char('currency', { length: 3 }).notNull(),
    lines: jsonb('lines').$type<{ variantId: string; quantity: number; planId?: string }[]>().notNull(),
    email: text('email'),
    shippingAddress: jsonb('shipping_address').$type<Address>(),
    billingAddress: jsonb('billing_address').$type<Address>(),
    shippingMethodId: text('shipping_method_id'),
    note: text('note').notNull().default(''),
    /** Discount codes, in upper case. */
    codes: text('codes').array().notNull().default(sql`'{}'`),
    /** Gift cards the shopper wants to pay with, in the order entered, and whether their store credit is used too. */
    giftCardIds: uuid('gift_card_ids').array().notNull().default(sql`'{}'`),
    storeCredit: boolean('store_credit').notNull().default(false),
    heldUntil: instant('held_until').notNull(),
    /** The living order of this checkout; empty again after a declined payment. */
    orderId: uuid('order_id'),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [uniqueIndex('checkouts_of_cart').on(t.workspaceId, t.cartId)],
));

/** The next order number of each workspace. Its row is the last thing an order's transaction touches. */
export const orderCounters = tenantTable(
  'order_counters',
  { lastNumber: integer('last_number').notNull() },
  (t) => [uniqueIndex('order_counters_one').on(t.workspaceId)],
);

export const orders = scopedBy({ by: 'storefronts', column: 'storefront_id' }, tenantTable(
  'orders',
  {
    number: integer('number').notNull(),
    source: text('source', { enum: ['storefront', 'draft', 'import', 'subscription'] }).notNull(),
    checkoutId: uuid('checkout_id'),
    cartId: uuid('cart_id'),
    storefrontId: uuid('storefront_id'),
    customerId: uuid('customer_id'),
    customerName: text('customer_name').notNull().default(''),
    email: text('email').notNull(),
    currency: char('currency', { length: 3 }).notNull(),
    itemCount: integer('item_count').notNull(),
    subtotal: cents('subtotal').notNull(),
    discountTotal: cents('discount_total').notNull().default(0),
    /** The discounts it was placed with. Those on lines are in the lines; an amount taken off by hand is only in the total. */
    discounts: jsonb('discounts').$type<GivenDiscount[]>().notNull().default([]),
    shippingTotal: cents('shipping_total').notNull(),
    taxTotal: cents('tax_total').notNull(),
    taxInclusive: boolean('tax_inclusive').notNull(),
    taxParts: jsonb('tax_parts').$type<TaxPart[]>().notNull().default([]),
    total: cents('total').notNull(),
    capturedTotal: cents('captured_total').notNull().default(0),
    refundedTotal: cents('refunded_total').notNull().default(0),
    /** What banks took back over disputes. */
    disputedTotal: cents('disputed_total').notNull().default(0),
    /** What of the total was given up again: returned goods, refunds out of goodwill. The sum of `order_credits`. */
    creditedTotal: cents('credited_total').notNull().default(0),
    /** A cancelled order whose money the shop keeps. */
    moneyKept: boolean('money_kept').notNull().default(false),
    paymentState: text('payment_state', { enum: PAYMENT_STATES }).notNull().default('pending'),
    fulfilmentState: text('fulfilment_state', { enum: FULFILMENT_STATES }).notNull().default('unfulfilled'),
    returnState: text('return_state', { enum: RETURN_STATES }).notNull().default('none'),
    shippingMethodId: text('shipping_method_id'),
    shippingMethodName: text('shipping_method_name').notNull().default(''),
    shippingAddress: jsonb('shipping_address').$type<Address>(),
    billingAddress: jsonb('billing_address').$type<Address>(),
    note: text('note').notNull().default(''),
    tags: text('tags').array().notNull().default(sql`'{}'`),
    searchText: searchText('number::text', 'customer_name', 'email', 'tags_text(tags)'),
    /** Counts changes of note, tags, addresses and e-mail; whoever saves names the one they saw. */
    version: integer('version').notNull().default(1),
    /** What this order has added to its customer's figures so far. */
    customerCounted: integer('customer_counted').notNull().default(0),
    customerSpent: cents('customer_spent').notNull().default(0),
    /** Since when, and why, it waits to be looked at before anything is shipped. */
    heldAt: instant('held_at'),
    heldBecause: text('held_because').notNull().default(''),
    /** Stands for the network the buyer ordered from; the address itself is not kept. */
    placedFrom: text('placed_from'),
    linkVersion: integer('link_version').notNull().default(1),
    placedAt: instant('placed_at').notNull().defaultNow(),
    paidAt: instant('paid_at'),
    cancelledAt: instant('cancelled_at'),
    cancelReason: text('cancel_reason'),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('orders_number').on(t.workspaceId, t.number),
    // A checkout gives one living order; after a declined payment the next try makes another.
    uniqueIndex('orders_of_checkout').on(t.workspaceId, t.checkoutId).where(sql`cancelled_at is null`),
    index('orders_newest').on(t.workspaceId, t.placedAt, t.id),
    index('orders_payment').on(t.workspaceId, t.paymentState, t.placedAt),
    index('orders_fulfilment').on(t.workspaceId, t.fulfilmentState, t.placedAt),
    index('orders_return').on(t.workspaceId, t.returnState, t.placedAt).where(sql`return_state <> 'none'`),
    index('orders_of_customer').on(t.workspaceId, t.customerId, t.placedAt),
    index('orders_held').on(t.workspaceId, t.heldAt).where(sql`held_at is not null`),
    index('orders_by_total').on(t.workspaceId, t.total, t.id),
    check('orders_total', sql`total = subtotal - discount_total + shipping_total + case when tax_inclusive then 0 else tax_total end`),
    check('orders_amounts', sql`subtotal >= 0 and shipping_total >= 0 and tax_total >= 0 and discount_total >= 0 and total >= 0`),
    check('orders_refunds', sql`refunded_total between 0 and captured_total`),
    check('orders_credits', sql`credited_total >= 0`),
    check('orders_payment_state', sql.raw(`payment_state in (${PAYMENT_STATES.map((s) => `'${s}'`).join(', ')})`)),
    check('orders_fulfilment_state', sql.raw(`fulfilment_state in (${FULFILMENT_STATES.map((s) => `'${s}'`).join(', ')})`)),
    check('orders_return_state', sql.raw(`return_state in (${RETURN_STATES.map((s) => `'${s}'`).join(', ')})`)),
  ],
));

/** What was bought, as it was then: a later change of the product does not change the order. */
export const orderLines = scopedBy({ by: 'storefronts', column: 'order_id', of: 'orders' }, tenantTable(
  'order_lines',
  {
    orderId: uuid('order_id').notNull(),
    position: integer('position').notNull(),
    variantId: uuid('variant_id').notNull(),
    productId: uuid('product_id').notNull(),
    slug: text('slug').notNull(),
    sku: text('sku'),
    title: text('title').notNull(),
    variantTitle: text('variant_title').notNull(),
    imageUrl: text('image_url'),
    requiresShipping: boolean('requires_shipping').notNull(),
    quantity: integer('quantity').notNull(),
    fulfilled: integer('fulfilled').notNull().default(0),
    returned: integer('returned').notNull().default(0),
    unitPrice: cents('unit_price').notNull(),
    total: cents('total').notNull(),
    /** What discounts took off this line; never more than the line. */
    discount: cents('discount').notNull().default(0),
    tax: cents('tax').notNull(),
    kind: text('kind', { enum: ['goods', 'gift_card'] }).notNull().default('goods'),
    /** What was inside one of it, when it was a bundle. */
    components: jsonb('components').$type<LineComponent[]>(),
    /** The subscription plan it was bought on, as it was then. */
    plan: jsonb('plan').$type<LinePlan>(),
    /** Units that were taken off before they were sent. */
    removed: integer('removed').notNull().default(0),
    /** Units whose price was given up again, and how much that was. */
    credited: integer('credited').notNull().default(0),
    creditedAmount: cents('credited_amount').notNull().default(0),
  },
  (t) => [
    belongsTo(t, t.orderId, orders, 'cascade'),
    index('order_lines_of_order').on(t.workspaceId, t.orderId, t.position),
    check('order_lines_sum', sql`total = unit_price * quantity`),
    check('order_lines_discount', sql`discount between 0 and total`),
    check('order_lines_sent', sql`quantity > 0 and fulfilled between 0 and quantity and returned between 0 and fulfilled`),
    check('order_lines_removed', sql`removed >= 0 and fulfilled + removed <= quantity`),
    check('order_lines_credited', sql`credited between 0 and quantity and credited_amount >= 0`),
  ],
));

/** A parcel, or anything else handed over at once. */
export const orderFulfilments = scopedBy({ by: 'storefronts', column: 'order_id', of: 'orders' }, tenantTable(
  'order_fulfilments',
  {
    orderId: uuid('order_id').notNull(),
    trackingNumber: text('tracking_number'),
    carrier: text('carrier'),
    trackingUrl: text('tracking_url'),
    locationId: uuid('location_id'),
    /** What left from where, so that it can be put back. */
    taken: jsonb('taken').$type<Taken[]>().notNull().default([]),
    cancelledAt: instant('cancelled_at'),
    outForDeliveryAt: instant('out_for_delivery_at'),
    deliveredAt: instant('delivered_at'),
    lines: jsonb('lines').$type<{ lineId: string; quantity: number }[]>().notNull(),
    at: instant('at').notNull().defaultNow(),
  },
  (t) => [belongsTo(t, t.orderId, orders, 'cascade'), index('order_fulfilments_of_order').on(t.workspaceId, t.orderId, t.at)],
));

/** Everything that happened to an order, notes included, in the words people read. Rows are only ever added. */
export const orderTimeline = scopedBy({ by: 'storefronts', column: 'order_id', of: 'orders' }, appendOnly(
  tenantTable(
    'order_timeline',
    {
      orderId: uuid('order_id').notNull(),
      kind: text('kind').notNull(),
      says: text('says').notNull(),
      byName: text('by_name').notNull(),
      /** Who was mentioned, which files came along. */
      details: jsonb('details').$type<EntryDetails>(),
      /** Shown to the customer as well. */
      open: boolean('open').notNull().default(false),
      at: instant('at').notNull().defaultNow(),
    },
    (t) => [belongsTo(t, t.orderId, orders), index('order_timeline_of_order').on(t.workspaceId, t.orderId, t.at, t.id)],
  ),
));

/** What the shop gave up of an order's total again, and for which units. Rows are only ever added. */
export const orderCredits = scopedBy({ by: 'storefronts', column: 'order_id', of: 'orders' }, appendOnly(
  tenantTable(
    'order_credits',
    {
      orderId: uuid('order_id').notNull(),
      kind: text('kind', { enum: ['refund', 'return'] }).notNull(),
      lines: jsonb('lines').$type<CreditLine[]>().notNull().default([]),
      shipping: cents('shipping').notNull().default(0),
      amount: cents('amount').notNull(),
      /** The tax in the amount. */
      tax: cents('tax').notNull().default(0),
      reason: text('reason').notNull().default(''),
      byName: text('by_name').notNull(),
      at: instant('at').notNull().defaultNow(),
    },
    (t) => [belongsTo(t, t.orderId, orders), index('order_credits_of_order').on(t.workspaceId, t.orderId, t.at), check('order_credits_amount', sql`amount >= 0 and shipping >= 0 and tax >= 0`)],
  ),
));

/** Goods that come back. With exchange lines it is an exchange: they join the order when the goods have arrived. */
export const orderReturns = scopedBy({ by: 'storefronts', column: 'order_id', of: 'orders' }, tenantTable(
  'order_returns',
  {
    orderId: uuid('order_id').notNull(),
    /** Counts the returns of one order. */
    number: integer('number').notNull(),
    stage: text('stage', { enum: RETURN_STAGES }).notNull(),
    reason: text('reason', { enum: RETURN_REASONS }).notNull(),
    note: text('note').notNull().default(''),
    /** How to send it back; the customer reads it. */
    instructions: text('instructions').notNull().default(''),
    labelUrl: text('label_url'),
    /** Why it was declined, or what the inspection found. */
    outcome: text('outcome').notNull().default(''),
    byCustomer: boolean('by_customer').notNull().default(false),
    /** Pictures the customer sent along, kept as private files. */
    photos: jsonb('photos').$type<ReturnPhoto[]>().notNull().default([]),
    exchange: jsonb('exchange').$type<ExchangeLine[]>().notNull().default([]),
    credited: cents('credited').notNull().default(0),
    createdAt: instant('created_at').notNull().defaultNow(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    belongsTo(t, t.orderId, orders, 'cascade'),
    uniqueIndex('order_returns_number').on(t.workspaceId, t.orderId, t.number),
    index('order_returns_newest').on(t.workspaceId, t.createdAt, t.id),
    index('order_returns_stage').on(t.workspaceId, t.stage, t.createdAt),
    check('order_returns_stage', sql.raw(`stage in (${RETURN_STAGES.map((s) => `'${s}'`).join(', ')})`)),
  ],
));

export const orderReturnLines = scopedBy({ by: 'storefronts', column: 'return_id', of: 'order_returns' }, tenantTable(
  'order_return_lines',
  {
    returnId: uuid('return_id').notNull(),
    lineId: uuid('line_id').notNull(),
    quantity: integer('quantity').notNull(),
    /** Units that can be sold again, and units that cannot. */
    restocked: integer('restocked').notNull().default(0),
    damaged: integer('damaged').notNull().default(0),
  },
  (t) => [
    belongsTo(t, t.returnId, orderReturns, 'cascade'),
    uniqueIndex('order_return_lines_once').on(t.workspaceId, t.returnId, t.lineId),
    check('order_return_lines_units', sql`quantity > 0 and restocked >= 0 and damaged >= 0 and restocked + damaged <= quantity`),
  ],
));

/** How long, and on what terms, customers may ask for returns. One row, once something was said. */
export const orderReturnRules = tenantTable(
  'order_return_rules',
  {
    /** Days from delivery, or from sending where no delivery was told; null = always. */
    windowDays: integer('window_days'),
    /** What customers read where they ask. */
    says: text('says').notNull().default(''),
  },
  (t) => [uniqueIndex('order_return_rules_one').on(t.workspaceId), check('order_return_rules_window', sql`window_days between 1 and 3650`)],
);

/** An order in the making by the shop's own people. Completing it makes the order. */
export const orderDrafts = tenantTable(
  'order_drafts',
  {
    email: text('email'),
    customerName: text('customer_name').notNull().default(''),
    currency: char('currency', { length: 3 }).notNull(),
    lines: jsonb('lines').$type<DraftLine[]>().notNull(),
    shippingAddress: jsonb('shipping_address').$type<Address>(),
    billingAddress: jsonb('billing_address').$type<Address>(),
    shippingMethodId: text('shipping_method_id'),
    /** A price agreed by hand; without it the method's own price holds. */
    shippingPrice: cents('shipping_price'),
    discount: cents('discount').notNull().default(0),
    note: text('note').notNull().default(''),
    orderId: uuid('order_id'),
    searchText: searchText('customer_name', 'email'),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [index('order_drafts_newest').on(t.workspaceId, t.updatedAt, t.id), check('order_drafts_discount', sql`discount >= 0`)],
);
