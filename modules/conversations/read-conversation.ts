import type { Reader, Tx } from '#platform/tenancy/context.ts';
import { notFound } from '#platform/refusal.ts';
import { PICTURES_OF_M, type StoredPicture } from './pictures.ts';
import type { CONVERSATION_STATES, SIDES } from './tables.ts';

export type Side = (typeof SIDES)[number];

export interface Conversation {
  id: string;
  storefrontId: string | null;
  customerId: string | null;
  orderId: string | null;
  orderNumber: number | null;
  name: string;
  email: string;
  subject: string;
  state: (typeof CONVERSATION_STATES)[number];
  lastSide: Side;
  lastMessageAt: Date;
  shopReadAt: Date | null;
  shopperReadAt: Date | null;
  createdAt: Date;
}

const COLUMNS = `id, storefront_id as "storefrontId", customer_id as "customerId", order_id as "orderId", order_number as "orderNumber", name, email, subject, state, last_side as "lastSide",
  last_message_at as "lastMessageAt", shop_read_at as "shopReadAt", shopper_read_at as "shopperReadAt", created_at as "createdAt"`;

export async function readConversation(r: Reader, id: string): Promise<Conversation> {
  return required(await r.query<Conversation>(`select ${COLUMNS} from conversations where id = $1`, [id]));
}

export async function conversationOfOrder(r: Reader, orderId: string): Promise<Conversation | undefined> {
  const [row] = await r.query<Conversation>(`select ${COLUMNS} from conversations where order_id = $1`, [orderId]);
  return row;
}

/** Every change of a conversation begins here. */
export async function lockConversation(tx: Tx, id: string): Promise<Conversation> {
  return required(await tx.query<Conversation>(`select ${COLUMNS} from conversations where id = $1 for no key update`, [id]));
}

function required([row]: Conversation[]): Conversation {
  if (!row) throw notFound('This conversation');
  return row;
}

/** Whether a side has something of the other one before it that it has not read. */
export function isUnread({ lastSide, lastMessageAt, shopReadAt, shopperReadAt }: Conversation, reader: Side): boolean {
  const readAt = reader === 'shop' ? shopReadAt : shopperReadAt;
  return lastSide !== reader && (readAt === null || readAt < lastMessageAt);
}

export interface Message {
  id: string;
  side: Side;
  author: string;
  text: string;
  pictures: StoredPicture[];
  at: string;
}

export interface Thread {
  /** Oldest first. */
  messages: Message[];
  /** The message before which earlier ones begin; null = these are all. */
  earlier: string | null;
}

const THREAD = `
select m.id, m.side, m.author, m.text, m.written_at as at, ${PICTURES_OF_M} as pictures from conversation_messages m
where m.conversation_id = $1 and ($2::uuid is null
  or (m.written_at, m.id) < (select b.written_at, b.id from conversation_messages b where b.id = $2::uuid and b.conversation_id = $1))
order by m.written_at desc, m.id desc limit $3`;

/** The latest messages, or the latest before one of them. */
export async function threadOf(r: Reader, conversationId: string, { before, most }: { before?: string | undefined; most: number }): Promise<Thread> {
  const rows = await r.query<Omit<Message, 'at'> & { at: Date }>(THREAD, [conversationId, before ?? null, most + 1]);
  const messages = rows.slice(0, most).toReversed().map(({ at, ...message }) => ({ ...message, at: at.toISOString() }));
  return { messages, earlier: rows.length > most ? messages[0]!.id : null };
}

/** What was written about an order, oldest first: the latest `most` messages. */
export async function messagesAboutOrder(r: Reader, orderId: string, most: number): Promise<Message[]> {
  const conversation = await conversationOfOrder(r, orderId);
  return conversation ? (await threadOf(r, conversation.id, { most })).messages : [];
}
