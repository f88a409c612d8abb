import { bigint, boolean, char, index, integer, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { belongsTo, searchText, tenantTable } from '#platform/db/tables.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true });
const createdAt = () => instant('created_at').notNull().defaultNow();

/** People who buy from this workspace. Somebody who only ever ordered as a guest has no password. */
export const customers = tenantTable(
  'customers',
  {
    /** Lower case. */
    email: text('email').notNull(),
    name: text('name').notNull().default(''),
    phone: text('phone'),
    passwordHash: text('password_hash'),
    /** When they proved that the address is theirs, by a link in a mail. */
    emailVerifiedAt: instant('email_verified_at'),
    /** Sessions begun before this do not count. */
    sessionsFrom: instant('sessions_from'),
    /** They asked to be erased; then it is done unless they think better of it. */
    eraseAt: instant('erase_at'),
    acceptsMarketing: boolean('accepts_marketing').notNull().default(false),
    notes: text('notes').notNull().default(''),
    tags: text('tags').array().notNull().default([]),
    searchText: searchText('name', 'email', 'phone'),
    ordersCount: integer('orders_count').notNull().default(0),
    /** Minor units of `currency`, less refunds. */
    totalSpent: bigint('total_spent', { mode: 'number' }).notNull().default(0),
    currency: char('currency', { length: 3 }),
    lastOrderAt: instant('last_order_at'),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('customers_email').on(t.workspaceId, t.email),
    index('customers_name').on(t.workspaceId, t.name, t.id),
    index('customers_orders').on(t.workspaceId, t.ordersCount, t.id),
    index('customers_spent').on(t.workspaceId, t.totalSpent, t.id),
    index('customers_last_order').on(t.workspaceId, t.lastOrderAt.asc().nullsFirst(), t.id),
    index('customers_to_erase').on(t.eraseAt).where(sql`erase_at is not null`),
    index('customers_newest').on(t.workspaceId, t.createdAt, t.id),
  ],
);

export const customerAddresses = tenantTable(
  'customer_addresses',
  {
    customerId: uuid('customer_id').notNull(),
    name: text('name').notNull(),
    company: text('company'),
    line1: text('line1').notNull(),
    line2: text('line2'),
    city: text('city').notNull(),
    region: text('region'),
    postalCode: text('postal_code').notNull(),
    country: char('country', { length: 2 }).notNull(),
    phone: text('phone'),
    isDefault: boolean('is_default').notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [belongsTo(t, t.customerId, customers, 'cascade'), index('customer_addresses_of').on(t.workspaceId, t.customerId)],
);

/** Signed-in shoppers, by the hash of their token. */
export const customerSessions = tenantTable(
  'customer_sessions',
  {
    customerId: uuid('customer_id').notNull(),
    tokenHash: text('token_hash').notNull(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    belongsTo(t, t.customerId, customers, 'cascade'),
    uniqueIndex('customer_sessions_token').on(t.workspaceId, t.tokenHash),
    index('customer_sessions_of').on(t.workspaceId, t.customerId),
    index('customer_sessions_end').on(t.expiresAt),
  ],
);

export const LINK_PURPOSES = ['password', 'confirm', 'sign-in', 'email', 'erase'] as const;

/** Links mailed to a customer, by the hash of their token; each works once. */
export const customerLinks = tenantTable(
  'customer_links',
  {
    customerId: uuid('customer_id').notNull(),
    purpose: text('purpose', { enum: LINK_PURPOSES }).notNull(),
    /** The address that a link of purpose `email` makes theirs. */
    newEmail: text('new_email'),
    tokenHash: text('token_hash').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    createdAt: createdAt(),
  },
  (t) => [
    belongsTo(t, t.customerId, customers, 'cascade'),
    uniqueIndex('customer_links_token').on(t.workspaceId, t.tokenHash),
    index('customer_links_of').on(t.workspaceId, t.customerId),
  ],
);
