import { sql } from 'drizzle-orm';
import { bigint, boolean, char, check, index, integer, jsonb, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { scopedBy, searchText, tenantTable } from '#platform/db/tables.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true });
const minor = (name: string) => bigint(name, { mode: 'number' });

export interface LeftLine {
  title: string;
  quantity: number;
}

/** A cart somebody left with their address known. Found once per cart, and written to once at most. */
export const abandonedCarts = scopedBy({ by: 'storefronts', column: 'storefront_id' }, tenantTable(
  'abandoned_carts',
  {
    cartId: uuid('cart_id').notNull(),
    storefrontId: uuid('storefront_id'),
    customerId: uuid('customer_id'),
    /** Lower case. */
    email: text('email').notNull(),
    currency: char('currency', { length: 3 }).notNull(),
    /** What lay in it, at the prices of then. */
    value: minor('value').notNull(),
    lines: jsonb('lines').$type<LeftLine[]>().notNull(),
    /** Since when nobody has touched it. */
    leftAt: instant('left_at').notNull(),
    foundAt: instant('found_at').notNull().defaultNow(),
    mailedAt: instant('mailed_at'),
    openedAt: instant('opened_at'),
    /** The order it became after all, and what that brought. */
    orderId: uuid('order_id'),
    recoveredValue: minor('recovered_value').notNull().default(0),
    recoveredAt: instant('recovered_at'),
    searchText: searchText('email'),
  },
  (t) => [
    uniqueIndex('abandoned_carts_once').on(t.workspaceId, t.cartId),
    index('abandoned_carts_newest').on(t.workspaceId, t.foundAt, t.id),
    index('abandoned_carts_of_order').on(t.workspaceId, t.orderId),
    check('abandoned_carts_value', sql`value >= 0 and recovered_value >= 0`),
  ],
));

/** How a workspace reminds. */
export const recoverySettings = tenantTable(
  'recovery_settings',
  {
    enabled: boolean('enabled').notNull().default(false),
    /** After so many hours untouched a cart counts as left. */
    delayHours: integer('delay_hours').notNull().default(4),
    /** A discount code that comes with the reminder; empty = none. */
    code: text('code').notNull().default(''),
  },
  (t) => [uniqueIndex('recovery_settings_one').on(t.workspaceId), check('recovery_settings_delay', sql`delay_hours between 1 and 168`)],
);

/** Who does not want to be reminded again. */
export const recoveryOptOuts = tenantTable('recovery_opt_outs', { email: text('email').notNull(), at: instant('at').notNull().defaultNow() }, (t) => [uniqueIndex('recovery_opt_outs_once').on(t.workspaceId, t.email)]);
