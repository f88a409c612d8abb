import { sql } from 'drizzle-orm';
import { bigint, char, check, index, integer, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { appendOnly, belongsTo, searchText, tenantTable } from '#platform/db/tables.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true });
const minor = (name: string) => bigint(name, { mode: 'number' });

/** Money of a customer that the shop keeps: on a gift card (whoever has the code), or as store credit (one customer). */
export const valueAccounts = tenantTable(
  'value_accounts',
  {
    kind: text('kind', { enum: ['gift_card', 'store_credit'] }).notNull(),
    currency: char('currency', { length: 3 }).notNull(),
    /** Minor units; the sum of its entries. */
    balance: minor('balance').notNull().default(0),
    /** Of a gift card's code only this and its last four letters are kept. */
    codeHash: text('code_hash'),
    last4: char('last4', { length: 4 }),
    customerId: uuid('customer_id'),
    /** To whom the code was written. */
    email: text('email').notNull().default(''),
    expiresAt: instant('expires_at'),
    disabledAt: instant('disabled_at'),
    note: text('note').notNull().default(''),
    /** The order line that sold it, and which of its units. */
    orderId: uuid('order_id'),
    orderLineId: uuid('order_line_id'),
    unit: integer('unit'),
    searchText: searchText("coalesce(last4, '')", 'email', 'note'),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('value_accounts_code').on(t.workspaceId, t.codeHash).where(sql`code_hash is not null`),
    uniqueIndex('value_accounts_of_customer').on(t.workspaceId, t.customerId, t.currency).where(sql`kind = 'store_credit'`),
    uniqueIndex('value_accounts_sold').on(t.workspaceId, t.orderLineId, t.unit).where(sql`order_line_id is not null`),
    index('value_accounts_of_order').on(t.workspaceId, t.orderId),
    index('value_accounts_newest').on(t.workspaceId, t.createdAt, t.id),
    check('value_accounts_kind', sql`kind in ('gift_card', 'store_credit')`),
    check('value_accounts_balance', sql`balance >= 0`),
    check('value_accounts_owner', sql`kind = 'gift_card' or customer_id is not null`),
  ],
);

/** Everything that ever moved on an account. Rows are only ever added, each together with its balance. */
export const valueEntries = appendOnly(
  tenantTable(
    'value_entries',
    {
      accountId: uuid('account_id').notNull(),
      kind: text('kind', { enum: ['issued', 'spent', 'returned', 'adjusted'] }).notNull(),
      /** Minor units; below zero when it left. */
      amount: minor('amount').notNull(),
      /** What was left afterwards. */
      balance: minor('balance').notNull(),
      orderId: uuid('order_id'),
      /** One movement for this key, however often it is asked for. */
      key: text('key').notNull(),
      note: text('note').notNull().default(''),
      byName: text('by_name').notNull(),
      at: instant('at').notNull().defaultNow(),
    },
    (t) => [
      belongsTo(t, t.accountId, valueAccounts),
      uniqueIndex('value_entries_key').on(t.workspaceId, t.key),
      index('value_entries_of').on(t.workspaceId, t.accountId, t.at),
      index('value_entries_of_order').on(t.workspaceId, t.orderId),
      check('value_entries_kind', sql`kind in ('issued', 'spent', 'returned', 'adjusted')`),
      check('value_entries_balance', sql`balance >= 0`),
    ],
  ),
);
