import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { column } from '#platform/operations/columns.ts';
import { listView } from '#platform/operations/list-view.ts';
import { view } from '#platform/operations/view.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { conversationChanged, messageWritten } from './events.ts';
import { ShownPicture, shownPictures } from './pictures.ts';
import { conversationOfOrder, isUnread, readConversation, threadOf, type Conversation } from './read-conversation.ts';
import { conversations, CONVERSATION_STATES, SIDES } from './tables.ts';

const needs = 'conversations:read';
const changesWith = [messageWritten, conversationChanged] as never;
const MOST = 100;
// The addresses of pictures end.
const KEPT_SECONDS = 600;

const lastMessage = sql<string>`(select left(m.text, 300) from conversation_messages m where m.conversation_id = conversations.id order by m.written_at desc, m.id desc limit 1)`;
const unanswered = sql<boolean>`(${conversations.state} = 'open' and ${conversations.lastSide} = 'shopper')`;
const unread = sql<boolean>`(${conversations.lastSide} = 'shopper' and (${conversations.shopReadAt} is null or ${conversations.shopReadAt} < ${conversations.lastMessageAt}))`;
const answerRead = sql<boolean>`(${conversations.lastSide} = 'shop' and coalesce(${conversations.shopperReadAt} >= ${conversations.lastMessageAt}, false))`;

export const conversationList = listView({
  name: 'conversations.list',
  route: 'GET /conversations',
  says: 'Conversations',
  needs,
  opens: '/conversations/:id',
  from: conversations,
  search: [{ text: conversations.searchText, key: conversations.id }],
  columns: {
    subject: column(conversations.subject, { says: 'Subject', search: true }),
    name: column(conversations.name, { says: 'Customer', search: true, sort: true }),
    email: column(conversations.email, { says: 'Email', search: true }),
    order: column(conversations.orderNumber, { says: 'Order', filter: 'range' }),
    lastMessage: column(lastMessage, { says: 'Last message' }),
    lastSide: column(conversations.lastSide, { says: 'Written by', filter: 'any of', values: SIDES }),
    state: column(conversations.state, { says: 'State', filter: 'any of', values: CONVERSATION_STATES }),
    unanswered: column(unanswered, { says: 'Unanswered', filter: 'yes or no', type: 'boolean' }),
    seen: column(answerRead, { says: 'Answer was read', filter: 'yes or no', type: 'boolean' }),
    unread: column(unread, { says: 'Unread', filter: 'yes or no', type: 'boolean' }),
    lastMessageAt: column(conversations.lastMessageAt, { says: 'Last written', filter: 'dates', sort: 'newest first' }),
    createdAt: column(conversations.createdAt, { says: 'Begun', filter: 'dates' }),
    customerId: column(conversations.customerId, { says: 'Customer id', filter: 'any of' }),
    orderId: column(conversations.orderId, { says: 'Order id', filter: 'any of' }),
  },
  changesWith,
});

const FullConversation = z.object({
  id: z.uuid(),
  subject: z.string(),
  state: z.enum(CONVERSATION_STATES),
  customerId: z.uuid().nullable(),
  orderId: z.uuid().nullable(),
  orderNumber: z.int().nullable(),
  name: z.string(),
  email: z.string().meta({ description: 'where answers are mailed; empty = nowhere' }),
  createdAt: z.string(),
  unread: z.boolean().meta({ description: 'the shopper wrote, and nobody of the shop has read it' }),
  readByShopper: z.boolean().meta({ description: 'the shop wrote last, and the shopper has read it' }),
  readByShopperAt: z.string().nullable().meta({ description: 'when the shopper last read' }),
  messages: z.array(z.object({ id: z.uuid(), side: z.enum(SIDES), author: z.string(), text: z.string(), pictures: z.array(ShownPicture), at: z.string() })),
  earlier: z.uuid().nullable().meta({ description: 'earlier messages begin before this one' }),
});

export const conversationGet = view({
  name: 'conversations.get',
  route: 'GET /conversations/:id',
  says: 'A conversation',
  needs,
  input: z.object({ id: z.uuid(), before: z.uuid().optional().meta({ description: 'the message before which earlier ones are wanted' }), limit: z.coerce.number().int().min(1).max(MOST).default(MOST) }),
  output: FullConversation,
  changesWith,
  keptSeconds: KEPT_SECONDS,
  read: async (r, { id, before, limit }) => whole(r, await readConversation(r, id), { before, most: limit }),
});

export const orderConversation = view({
  name: 'conversations.for-order',
  route: 'GET /orders/:id/conversation',
  says: 'The conversation about an order',
  needs,
  input: z.object({ id: z.uuid().meta({ description: 'of the order' }), limit: z.coerce.number().int().min(1).max(MOST).default(MOST) }),
  output: z.object({ conversation: FullConversation.nullable() }),
  changesWith,
  keptSeconds: KEPT_SECONDS,
  async read(r, { id, limit }) {
    const conversation = await conversationOfOrder(r, id);
    return { conversation: conversation ? await whole(r, conversation, { most: limit }) : null };
  },
});

async function whole(r: Reader, conversation: Conversation, part: { before?: string | undefined; most: number }): Promise<z.infer<typeof FullConversation>> {
  const { id, subject, state, customerId, orderId, orderNumber, name, email, createdAt, lastSide, shopperReadAt } = conversation;
  const { messages, earlier } = await threadOf(r, id, part);
  const seen = { unread: isUnread(conversation, 'shop'), readByShopper: lastSide === 'shop' && !isUnread(conversation, 'shopper'), readByShopperAt: shopperReadAt?.toISOString() ?? null };
  const shown = await Promise.all(messages.map(async ({ pictures, ...message }) => ({ ...message, pictures: await shownPictures(pictures) })));
  return { id, subject, state, customerId, orderId, orderNumber, name, email, createdAt: createdAt.toISOString(), ...seen, messages: shown, earlier };
}
