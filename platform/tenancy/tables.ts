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
  /** Set while the workspace waits for its deletion: its shops are closed, its people may still look, export and change their mind. */
  deleteAfter: timestamp('delete_after', { withTimezone: true }),
  deletionAskedBy: text('deletion_asked_by'),
  /** Why, as its members read it. */
  suspendedReason: text('suspended_reason'),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
});
