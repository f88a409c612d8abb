import { integer, text, timestamp } from 'drizzle-orm/pg-core';
import { platformTable } from '../db/tables.ts';

/** The one key pair by which push services know this installation (RFC 8292). The private half is sealed by the master key. */
export const pushKeys = platformTable('push_keys', {
  id: integer('id').primaryKey(),
  publicKey: text('public_key').notNull(),
  masterKeyId: text('master_key_id').notNull(),
  sealed: text('sealed').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
});
