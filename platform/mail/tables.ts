import { index, integer, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { platformTable, tenantTable } from '../db/tables.ts';

const mailColumns = {
  /** The sender's name for this one delivery, e.g. `confirmation:<orderId>`. */
  once: text('once').notNull(),
  sender: text('sender').notNull(),
  recipient: text('recipient').notNull(),
  subject: text('subject').notNull(),
  html: text('html').notNull(),
  text: text('text').notNull(),
  /** waiting, sending, sent, refused (by the receiving server, for good) or kept (no transport configured). */
  state: text('state').notNull().default('waiting'),
  attempts: integer('attempts').notNull().default(0),
  lastError: text('last_error'),
  attemptedAt: timestamp('attempted_at', { withTimezone: true }),
  sentAt: timestamp('sent_at', { withTimezone: true }),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
};

/** Every mail of a workspace once. Without a transport the row itself is the delivery: the development mailbox shows it. */
export const mailMessages = tenantTable('mail_messages', mailColumns, (t) => [
  uniqueIndex('mail_messages_once').on(t.workspaceId, t.once),
  index('mail_messages_newest').on(t.createdAt),
]);

/** Mails to people before a workspace is known: sign-up, password reset, invitation. */
export const accountMails = platformTable(
  'account_mails',
  { id: uuid('id').primaryKey().default(sql`new_id()`), ...mailColumns },
  (t) => [uniqueIndex('account_mails_once').on(t.once), index('account_mails_newest').on(t.createdAt)],
);
