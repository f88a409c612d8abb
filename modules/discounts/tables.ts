import { sql } from 'drizzle-orm';
import { bigint, boolean, char, check, index, integer, jsonb, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { belongsTo, scopedBy, searchText, tenantTable } from '#platform/db/tables.ts';
import { KINDS, type Terms } from './terms.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true });

export const discounts = tenantTable(
  'discounts',
  {
    title: text('title').notNull(),
    /** Upper case; null = it applies by itself. */
    code: text('code'),
    kind: text('kind', { enum: KINDS }).notNull(),
    terms: jsonb('terms').$type<Terms>().notNull(),
    active: boolean('active').notNull().default(true),
    startsAt: instant('starts_at'),
    endsAt: instant('ends_at'),
    maxUses: integer('max_uses'),
    maxPerCustomer: integer('max_per_customer'),
    /** Counted only where a number of uses is limited: its row is the lock that two checkouts meet on. */
    used: integer('used').notNull().default(0),
    searchText: searchText('title', "coalesce(code, '')"),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('discounts_code').on(t.workspaceId, t.code).where(sql`code is not null`),
    index('discounts_newest').on(t.workspaceId, t.createdAt, t.id),
    check('discounts_kind', sql.raw(`kind in (${KINDS.map((kind) => `'${kind}'`).join(', ')})`)),
    check('discounts_used', sql`used >= 0 and (max_uses is null or used <= max_uses)`),
  ],
);

/** Which order used a discount, and what it saved. An order that is cancelled gives its use back. */
export const discountUses = scopedBy({ by: 'storefronts', column: 'order_id', of: 'orders' }, tenantTable(
  'discount_uses',
  {
    discountId: uuid('discount_id').notNull(),
    orderId: uuid('order_id').notNull(),
    customerId: uuid('customer_id'),
    /** Lower case. */
    email: text('email').notNull(),
    amount: bigint('amount', { mode: 'number' }).notNull(),
    currency: char('currency', { length: 3 }).notNull(),
    at: instant('at').notNull().defaultNow(),
  },
  (t) => [
    belongsTo(t, t.discountId, discounts, 'cascade'),
    uniqueIndex('discount_uses_once').on(t.workspaceId, t.discountId, t.orderId),
    index('discount_uses_of_order').on(t.workspaceId, t.orderId),
    index('discount_uses_by').on(t.workspaceId, t.email, t.discountId),
    check('discount_uses_amount', sql`amount >= 0`),
  ],
));
