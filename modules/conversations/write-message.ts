import * as z from 'zod';
import { keepSentPictures, type SentPicture } from '#platform/files/sent-pictures.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { messageWritten } from './events.ts';
import type { Conversation, Side } from './read-conversation.ts';

/** What the bell and lists show of a message. */
export const EXCERPT = 300;

export const MessageText = z.string().trim().min(1, 'should say something').max(5_000);
export const Written = z.object({ id: z.uuid().meta({ description: 'of the conversation' }), messageId: z.uuid() });

interface NewMessage {
  side: Side;
  author: string;
  text: string;
  /** Of pictures kept before. */
  pictures: readonly string[];
}

/** Keeps what goes along with a message; before its conversation is locked, for it takes a while. */
export async function keepPictures(tx: Tx, sent: readonly z.output<typeof SentPicture>[]): Promise<string[]> {
  return (await keepSentPictures(tx, sent, 'pictures')).map(({ id }) => id);
}

/** Adds a message to a conversation the caller has locked. It is open from then on, and whoever writes has read what was there. */
export async function writeMessage(tx: Tx, conversation: Pick<Conversation, 'id' | 'orderId' | 'customerId'>, { side, author, text, pictures }: NewMessage): Promise<z.infer<typeof Written>> {
  const { id, orderId, customerId } = conversation;
  const [row] = await tx.sql<{ id: string }>`
    insert into conversation_messages (conversation_id, side, author, text, pictures, written_at) values (${id}, ${side}, ${author}, ${text}, ${[...pictures]}::uuid[], ${tx.now}) returning id`;
  await tx.sql`
    update conversations set state = 'open', last_side = ${side}, last_message_at = greatest(last_message_at, ${tx.now}::timestamptz),
      shop_read_at = case when ${side === 'shop'}::boolean then ${tx.now}::timestamptz else shop_read_at end,
      shopper_read_at = case when ${side === 'shopper'}::boolean then ${tx.now}::timestamptz else shopper_read_at end
    where id = ${id}`;
  tx.changed({ record: 'conversation', id, after: { message: row!.id, ...(pictures.length > 0 && { pictures: pictures.length }) } });
  tx.tell(messageWritten, { conversationId: id, messageId: row!.id, side, orderId, customerId });
  return { id, messageId: row!.id };
}
