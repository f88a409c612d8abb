import { index, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { belongsTo, tenantTable } from '#platform/db/tables.ts';
import { customers } from './tables.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true });

/** Customers put together by hand: wholesale, press, friends. */
export const customerGroups = tenantTable(
  'customer_groups',
  { name: text('name').notNull(), about: text('about').notNull().default(''), createdAt: instant('created_at').notNull().defaultNow() },
  (t) => [uniqueIndex('customer_groups_name').on(t.workspaceId, t.name)],
);

export const customerGroupMembers = tenantTable(
  'customer_group_members',
  { groupId: uuid('group_id').notNull(), customerId: uuid('customer_id').notNull(), addedAt: instant('added_at').notNull().defaultNow() },
  (t) => [
    uniqueIndex('customer_group_members_once').on(t.workspaceId, t.groupId, t.customerId),
    index('customer_group_members_of').on(t.workspaceId, t.customerId),
    belongsTo(t, t.groupId, customerGroups, 'cascade'),
    belongsTo(t, t.customerId, customers, 'cascade'),
  ],
);

/** What colleagues wrote about a customer, and what was done with them. */
export const customerNotes = tenantTable(
  'customer_notes',
  { customerId: uuid('customer_id').notNull(), kind: text('kind', { enum: ['note', 'merged'] }).notNull(), says: text('says').notNull(), byName: text('by_name').notNull(), at: instant('at').notNull().defaultNow() },
  (t) => [belongsTo(t, t.customerId, customers, 'cascade'), index('customer_notes_of').on(t.workspaceId, t.customerId, t.at)],
);

/** Who became whom. What still arrives for the one that is gone goes to the one that stays. */
export const customerMerges = tenantTable(
  'customer_merges',
  { fromId: uuid('from_id').notNull(), intoId: uuid('into_id').notNull(), email: text('email').notNull(), byName: text('by_name').notNull(), at: instant('at').notNull().defaultNow() },
  (t) => [uniqueIndex('customer_merges_from').on(t.workspaceId, t.fromId), index('customer_merges_into').on(t.workspaceId, t.intoId)],
);
