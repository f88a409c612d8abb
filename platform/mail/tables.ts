import { boolean, index, integer, jsonb, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { platformTable, searchText, tenantTable } from '../db/tables.ts';

const mailColumns = {
  /** The sender's name for this one delivery, e.g. `confirmation:<orderId>`. */
  once: text('once').notNull(),
  sender: text('sender').notNull(),
  recipient: text('recipient').notNull(),
  subject: text('subject').notNull(),
  html: text('html').notNull(),
  text: text('text').notNull(),
  /** waiting, sending, sent, refused (by the receiving server, for good), failed (given up) or kept (no transport configured). */
  state: text('state').notNull().default('waiting'),
  attempts: integer('attempts').notNull().default(0),
  lastError: text('last_error'),
  /** Further headers, kept for a later attempt. */
  headers: jsonb('headers').$type<Record<string, string>>(),
  /** Which way it went: 'installation' or the workspace's own carrier. */
  via: text('via'),
  /** It holds a link that is a key to an account, so that its text is nobody else's business. */
  confidential: boolean('confidential').notNull().default(false),
  nextAttemptAt: timestamp('next_attempt_at', { withTimezone: true }),
  attemptedAt: timestamp('attempted_at', { withTimezone: true }),
  sentAt: timestamp('sent_at', { withTimezone: true }),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
};

/** `fate`: what the mail company tells became of it after it took it: delivered, delayed, bounced or complained. */
const fateColumns = { fate: text('fate'), fateDetail: text('fate_detail').notNull().default(''), fateAt: timestamp('fate_at', { withTimezone: true }) };

/** Every mail of a workspace once; `about` is the record it tells of. Without a transport the row itself is the delivery: the development mailbox shows it. */
export const mailMessages = tenantTable('mail_messages', { ...mailColumns, ...fateColumns, about: uuid('about'), searchText: searchText('subject', 'recipient') }, (t) => [
  index('mail_messages_about').on(t.workspaceId, t.about, t.createdAt).where(sql`about is not null`),
  index('mail_messages_waiting').on(t.nextAttemptAt).where(sql`state in ('waiting', 'sending')`),
  uniqueIndex('mail_messages_once').on(t.workspaceId, t.once),
  index('mail_messages_newest').on(t.createdAt),
  index('mail_messages_list').on(t.workspaceId, t.createdAt, t.id),
]);

/** Mails to people before a workspace is known: sign-up, password reset, invitation. */
export const accountMails = platformTable(
  'account_mails',
  { id: uuid('id').primaryKey().default(sql`new_id()`), ...mailColumns },
  (t) => [uniqueIndex('account_mails_once').on(t.once), index('account_mails_newest').on(t.createdAt), index('account_mails_waiting').on(t.nextAttemptAt).where(sql`state in ('waiting', 'sending')`)],
);
