import { index, jsonb, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { tenantTable } from '#platform/db/tables.ts';

/** How a workspace's mails leave: one row a workspace, none while the installation's own way is good enough. */
export const mailSettings = tenantTable(
  'mail_settings',
  {
    senderName: text('sender_name').notNull().default(''),
    senderAddress: text('sender_address').notNull().default(''),
    /** The port's provider, or 'installation'. */
    carrier: text('carrier').notNull().default('installation'),
    /** What the carrier needs to know that is no secret: host, port, user. */
    account: jsonb('account').$type<Record<string, string>>().notNull().default({}),
    /** Password or key, sealed; see the vault. */
    secret: text('secret'),
    /** The carrier is in use from here on: its last check went well. */
    worksSince: timestamp('works_since', { withTimezone: true }),
    /** What the last check said. */
    sentence: text('sentence').notNull().default(''),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [uniqueIndex('mail_settings_once').on(t.workspaceId)],
);

/** Addresses that get no mail of this workspace, in lower case. */
export const mailSuppressions = tenantTable(
  'mail_suppressions',
  {
    address: text('address').notNull(),
    reason: text('reason').notNull(),
    /** What the other side said, or a person's note. */
    detail: text('detail').notNull().default(''),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [uniqueIndex('mail_suppressions_once').on(t.workspaceId, t.address), index('mail_suppressions_newest').on(t.workspaceId, t.createdAt, t.id)],
);
