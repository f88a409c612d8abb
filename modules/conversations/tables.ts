import { sql } from 'drizzle-orm';
import { check, index, integer, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { belongsTo, scopedBy, searchText, tenantTable } from '#platform/db/tables.ts';
import { customerTable } from '#modules/customers/index.ts';
import { orderTable } from '#modules/orders/index.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true });

export const CONVERSATION_STATES = ['open', 'closed'] as const;
/** Who wrote: the shopper, or somebody of the shop. */
export const SIDES = ['shopper', 'shop'] as const;

export const conversations = scopedBy({ by: 'storefronts', column: 'storefront_id' }, tenantTable(
  'conversations',
  {
    storefrontId: uuid('storefront_id'),
    customerId: uuid('customer_id'),
    /** What it is about; an order has one conversation. */
    orderId: uuid('order_id'),
    orderNumber: integer('order_number'),
    /** The shopper as they were called when it began, and where answers are mailed; empty = nowhere. */
    name: text('name').notNull().default(''),
    email: text('email').notNull().default(''),
    subject: text('subject').notNull(),
    state: text('state', { enum: CONVERSATION_STATES }).notNull().default('open'),
    lastSide: text('last_side', { enum: SIDES }).notNull(),
    lastMessageAt: instant('last_message_at').notNull(),
    /** Until when each side has read. */
    shopReadAt: instant('shop_read_at'),
    shopperReadAt: instant('shopper_read_at'),
    searchText: searchText('subject', 'name', 'email'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    belongsTo(t, t.customerId, customerTable, 'cascade'),
    belongsTo(t, t.orderId, orderTable, 'cascade'),
    uniqueIndex('conversations_of_order').on(t.workspaceId, t.orderId).where(sql`order_id is not null`),
    index('conversations_newest').on(t.workspaceId, t.lastMessageAt, t.id),
    index('conversations_unanswered').on(t.workspaceId, t.lastMessageAt).where(sql`state = 'open' and last_side = 'shopper'`),
    index('conversations_of_customer').on(t.workspaceId, t.customerId, t.lastMessageAt),
    check('conversations_state', sql`state in ('open', 'closed')`),
    check('conversations_last_side', sql`last_side in ('shopper', 'shop')`),
  ],
));

export const conversationMessages = scopedBy({ by: 'storefronts', column: 'conversation_id', of: 'conversations' }, tenantTable(
  'conversation_messages',
  {
    conversationId: uuid('conversation_id').notNull(),
    side: text('side', { enum: SIDES }).notNull(),
    /** The shopper's name, or the member's; shoppers do not read the latter. */
    author: text('author').notNull(),
    text: text('text').notNull(),
    /** Private files, in the order they were sent. */
    pictures: uuid('pictures').array().notNull().default(sql`'{}'`),
    writtenAt: instant('written_at').notNull().defaultNow(),
  },
  (t) => [
    belongsTo(t, t.conversationId, conversations, 'cascade'),
    index('conversation_messages_of').on(t.workspaceId, t.conversationId, t.writtenAt, t.id),
    check('conversation_messages_side', sql`side in ('shopper', 'shop')`),
    check('conversation_messages_text', sql`char_length(text) between 1 and 5000`),
    check('conversation_messages_pictures', sql`cardinality(pictures) <= 4`),
  ],
));

/** Answers that many get, by name. */
export const preparedAnswers = tenantTable(
  'prepared_answers',
  { name: text('name').notNull(), text: text('text').notNull(), createdAt: instant('created_at').notNull().defaultNow() },
  (t) => [uniqueIndex('prepared_answers_name').on(t.workspaceId, t.name), check('prepared_answers_text', sql`char_length(text) between 1 and 5000`)],
);
