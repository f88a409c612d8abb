import * as z from 'zod';
import { requireCustomer } from '#modules/customers/index.ts';
import { mayOpenOrder } from '#modules/orders/index.ts';
import { view } from '#platform/operations/view.ts';
import { notFound } from '#platform/refusal.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { ShownPicture, shownPictures } from './pictures.ts';
import { conversationOfOrder, isUnread, readConversation, threadOf, type Conversation } from './read-conversation.ts';
import { isOwn, Token } from './storefront.ts';
import { CONVERSATION_STATES, SIDES } from './tables.ts';
import { EXCERPT } from './write-message.ts';

const needs = 'storefront:orders';
const MOST = 50;
const Before = z.uuid().optional().meta({ description: 'the message before which earlier ones are wanted' });

const ShopperThread = z.object({
  id: z.uuid(),
  subject: z.string(),
  state: z.enum(CONVERSATION_STATES),
  orderId: z.uuid().nullable(),
  orderNumber: z.int().nullable(),
  unread: z.boolean().meta({ description: 'the shop wrote, and it was not marked as read' }),
  messages: z.array(z.object({ id: z.uuid(), side: z.enum(SIDES), text: z.string(), pictures: z.array(ShownPicture), at: z.string() })),
  earlier: z.uuid().nullable().meta({ description: 'earlier messages begin before this one' }),
});

/** The conversation about an order, for whoever holds its signed link and for the customer who placed it. */
export const shopperOrderConversation = view({
  name: 'storefront.conversations.of-order',
  on: 'storefront',
  route: 'GET /orders/:id/conversation',
  says: 'What was written about an order',
  needs,
  input: z.object({ id: z.uuid().meta({ description: 'of the order' }), token: Token, before: Before }),
  output: z.object({ conversation: ShopperThread.nullable() }),
  async read(r, { id, token, before }) {
    if (!(await mayOpenOrder(r, id, token))) throw notFound('This order');
    const conversation = await conversationOfOrder(r, id);
    return { conversation: conversation ? await forShopper(r, conversation, before) : null };
  },
});

export const ownConversation = view({
  name: 'storefront.conversations.get',
  on: 'storefront',
  route: 'GET /conversations/:id',
  says: 'A conversation of one’s own',
  needs,
  input: z.object({ id: z.uuid(), before: Before }),
  output: ShopperThread,
  async read(r, { id, before }) {
    const conversation = await readConversation(r, id);
    if (!isOwn(r, conversation)) throw notFound('This conversation');
    return forShopper(r, conversation, before);
  },
});

// Who of the shop wrote is the shop's own affair.
async function forShopper(r: Reader, conversation: Conversation, before: string | undefined): Promise<z.infer<typeof ShopperThread>> {
  const { id, subject, state, orderId, orderNumber } = conversation;
  const thread = await threadOf(r, id, { before, most: MOST });
  const messages = await Promise.all(thread.messages.map(async ({ author: _, pictures, ...message }) => ({ ...message, pictures: await shownPictures(pictures) })));
  return { id, subject, state, orderId, orderNumber, unread: isUnread(conversation, 'shopper'), messages, earlier: thread.earlier };
}

const Short = ShopperThread.pick({ id: true, subject: true, state: true, orderId: true, unread: true }).extend({ lastAt: z.string(), lastSide: z.enum(SIDES), excerpt: z.string() });

/** The signed-in customer's conversations, the one with the latest message first. */
export const ownConversations = view({
  name: 'storefront.conversations.list',
  on: 'storefront',
  route: 'GET /conversations',
  says: 'My conversations with the shop',
  needs,
  input: z.object({ cursor: z.uuid().optional(), limit: z.coerce.number().int().min(1).max(100).default(20) }),
  output: z.object({ data: z.array(Short), nextCursor: z.string().nullable() }),
  async read(r, { cursor = null, limit }) {
    const customerId = requireCustomer(r);
    const rows = await r.sql<Omit<z.infer<typeof Short>, 'lastAt'> & { lastAt: Date }>`
      select c.id, c.subject, c.state, c.order_id as "orderId", c.last_side = 'shop' and (c.shopper_read_at is null or c.shopper_read_at < c.last_message_at) as unread,
        c.last_message_at as "lastAt", c.last_side as "lastSide",
        coalesce((select left(m.text, ${EXCERPT}) from conversation_messages m where m.conversation_id = c.id order by m.written_at desc, m.id desc limit 1), '') as excerpt
      from conversations c where c.customer_id = ${customerId} and (${cursor}::uuid is null
        or (c.last_message_at, c.id) < (select b.last_message_at, b.id from conversations b where b.id = ${cursor}::uuid and b.customer_id = ${customerId}))
      order by c.last_message_at desc, c.id desc limit ${limit + 1}`;
    const page = rows.slice(0, limit);
    return { data: page.map(({ lastAt, ...row }) => ({ ...row, lastAt: lastAt.toISOString() })), nextCursor: rows.length > limit ? page.at(-1)!.id : null };
  },
});

const MOST_UNREAD = 200;

/** Where the shop has written and the signed-in customer has not looked yet. */
export const unreadConversations = view({
  name: 'storefront.conversations.unread',
  on: 'storefront',
  route: 'GET /customers/me/unread-conversations',
  says: 'My unread conversations',
  needs,
  input: z.object({}),
  output: z.object({ count: z.int(), orderIds: z.array(z.uuid()).meta({ description: 'the orders they are about' }) }),
  async read(r) {
    const rows = await r.sql<{ orderId: string | null }>`
      select order_id as "orderId" from conversations where customer_id = ${requireCustomer(r)} and last_side = 'shop' and (shopper_read_at is null or shopper_read_at < last_message_at)
      order by last_message_at desc limit ${MOST_UNREAD}`;
    return { count: rows.length, orderIds: rows.flatMap(({ orderId }) => (orderId ? [orderId] : [])) };
  },
});
