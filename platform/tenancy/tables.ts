import { text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { platformTable } from '../db/tables.ts';

/** Every tenant of this installation. The workspace login sees its own row only, and may not change it. */
export const workspaces = platformTable('workspaces', {
  id: uuid('id').primaryKey().default(sql`new_id()`),
  slug: text('slug').notNull().unique(),
  name: text('name').notNull(),
  tier: text('tier').notNull().default('free'),
  suspendedAt: timestamp('suspended_at', { withTimezone: true }),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
});
