import { bigint, char, date, index, integer, text, timestamp, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { scopedBy, tenantTable } from '#platform/db/tables.ts';

const cents = (name: string) => bigint(name, { mode: 'number' }).notNull();
const count = (name: string) => integer(name).notNull();

/** What was sold on a day of the shop's own time zone, per currency and storefront. Always counted anew from the orders, never added to. */
export const salesDays = scopedBy({ by: 'storefronts', column: 'storefront_id' }, tenantTable(
  'sales_days',
  {
    day: date('day').notNull(),
    currency: char('currency', { length: 3 }).notNull(),
    storefrontId: uuid('storefront_id'),
    orders: count('orders'),
    units: count('units'),
    /** Totals of orders that were not cancelled, less what was given back. */
    sales: cents('sales'),
    refundedOrders: count('refunded_orders'),
    refunds: cents('refunds'),
  },
  (t) => [unique('sales_days_once').on(t.workspaceId, t.day, t.currency, t.storefrontId).nullsNotDistinct()],
));

/** Which products those sales were. */
export const salesDayProducts = scopedBy({ by: 'storefronts', column: 'storefront_id' }, tenantTable(
  'sales_day_products',
  {
    day: date('day').notNull(),
    currency: char('currency', { length: 3 }).notNull(),
    storefrontId: uuid('storefront_id'),
    productId: uuid('product_id').notNull(),
    title: text('title').notNull(),
    imageUrl: text('image_url'),
    units: count('units'),
    sales: cents('sales'),
  },
  (t) => [unique('sales_day_products_once').on(t.workspaceId, t.day, t.currency, t.storefrontId, t.productId).nullsNotDistinct(), index('sales_day_products_of').on(t.workspaceId, t.productId, t.day.desc())],
));

/** The same by whole months that have ended, so that a year is a dozen rows for each product. Made of the days. */
export const salesMonthProducts = scopedBy({ by: 'storefronts', column: 'storefront_id' }, tenantTable(
  'sales_month_products',
  {
    /** Its first day. */
    month: date('month').notNull(),
    currency: char('currency', { length: 3 }).notNull(),
    storefrontId: uuid('storefront_id'),
    productId: uuid('product_id').notNull(),
    units: count('units'),
    sales: cents('sales'),
  },
  (t) => [unique('sales_month_products_once').on(t.workspaceId, t.month, t.currency, t.storefrontId, t.productId).nullsNotDistinct()],
));

/**
 * Orders that came or changed since their day was counted; triggers of the orders write it, in the order's own transaction.
 * A day named here is read from the orders themselves, so figures are exact at every moment.
 */
export const salesChanges = tenantTable('sales_changes', { placedAt: timestamp('placed_at', { withTimezone: true }).notNull() });

/** In which time zone the days are counted, and up to which month months are. Another zone in the settings makes all of them void. */
export const salesState = tenantTable(
  'sales_state',
  { timeZone: text('time_zone').notNull().default(''), countedAt: timestamp('counted_at', { withTimezone: true }), monthsThrough: date('months_through') },
  (t) => [uniqueIndex('sales_state_one').on(t.workspaceId)],
);
