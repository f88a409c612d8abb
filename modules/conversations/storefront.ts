import * as z from 'zod';
import { countAttempt } from '#modules/accounts/index.ts';
import { requireCustomer } from '#modules/customers/index.ts';
import { mayOpenOrder } from '#modules/orders/index.ts';
import { operation } from '#platform/operations/operation.ts';
import { notFound } from '#platform/refusal.ts';
import type { Reader, Tx } from '#platform/tenancy/context.ts';
import { HOUR } from '#platform/time.ts';
import { conversationAbout, orderFacts } from './begin.ts';
import { conversationChanged } from './events.ts';
import { Pictures } from './pictures.ts';
import { isUnread, lockConversation, readConversation, type Conversation } from './read-conversation.ts';
import { keepPictures, MessageText, writeMessage, Written } from './write-message.ts';

const needs = 'storefront:orders';
export const Token = z.string().max(200).optional().meta({ description: 'of the link of the order, for who is not signed in' });

/** Whoever holds the link of an order, or placed it, writes to the shop about it. */
export const writeAboutOrder = operation({
  name: 'storefront.conversations.write-about-order',
  on: 'storefront',
  route: 'POST /orders/:id/conversation/messages',
  says: 'Write to the shop about an order',
  needs,
  input: z.object({ id: z.uuid().meta({ description: 'of the order' }), token: Token, text: MessageText, pictures: Pictures }),
  output: Written,
  async run(tx, { id, token, text, pictures: sent }) {
    if (!(await mayOpenOrder(tx, id, token))) throw notFound('This order');
    await slowDown(tx, id);
    const order = await orderFacts(tx, id);
    const pictures = await keepPictures(tx, sent);
    return writeMessage(tx, await conversationAbout(tx, order, 'shopper'), { side: 'shopper', author: order.name, text, pictures });
  },
});

/** A customer writes about anything. */
export const startConversation = operation({
  name: 'storefront.conversations.start',
  on: 'storefront',
  route: 'POST /conversations',
  says: 'Write to the shop from the account',
  needs,
  input: z.object({ subject: z.string().trim().min(1, 'should say what it is about').max(150), text: MessageText, pictures: Pictures }),
  output: Written,
  async run(tx, { subject, text, pictures: sent }) {
    const customerId = requireCustomer(tx);
    await slowDown(tx, customerId);
    const pictures = await keepPictures(tx, sent);
    const [row] = await tx.sql<{ id: string; name: string }>`
      insert into conversations (storefront_id, customer_id, name, email, subject, last_side, last_message_at, created_at)
      select ${tx.actor.kind === 'storefront' ? tx.actor.storefrontId : null}::uuid, id, name, email, ${subject}, 'shopper', ${tx.now}, ${tx.now} from customers where id = ${customerId} returning id, name`;
    if (!row) throw notFound('The customer');
    return writeMessage(tx, { id: row.id, orderId: null, customerId }, { side: 'shopper', author: row.name, text, pictures });
  },
});

/** One's own conversations only; everybody else hears that there is none. */
export const writeFromAccount = operation({
  name: 'storefront.conversations.write',
  on: 'storefront',
  route: 'POST /conversations/:id/messages',
  says: 'Write a further message to the shop',
  needs,
  input: z.object({ id: z.uuid(), text: MessageText, pictures: Pictures }),
  output: Written,
  async run(tx, { id, text, pictures: sent }) {
    const found = await readConversation(tx, id);
    if (!isOwn(tx, found)) throw notFound('This conversation');
    await slowDown(tx, found.orderId ?? found.customerId!);
    const pictures = await keepPictures(tx, sent);
    const conversation = await lockConversation(tx, id);
    return writeMessage(tx, conversation, { side: 'shopper', author: conversation.name, text, pictures });
  },
});

/** The shopper has seen what the shop wrote. */
export const markReadByShopper = operation({
  name: 'storefront.conversations.mark-read',
  on: 'storefront',
  route: 'POST /conversations/:id/reading',
  says: 'Mark a conversation as read by the shopper',
  needs,
  audit: 'none',
  input: z.object({ id: z.uuid(), token: Token }),
  output: z.object({ id: z.uuid() }),
  async run(tx, { id, token }) {
    const conversation = await lockConversation(tx, id);
    const { orderId } = conversation;
    if (!isOwn(tx, conversation) && !(orderId && (await mayOpenOrder(tx, orderId, token)))) throw notFound('This conversation');
    if (!isUnread(conversation, 'shopper')) return { id };
    await tx.sql`update conversations set shopper_read_at = ${tx.now} where id = ${id}`;
    tx.tell(conversationChanged, { conversationId: id, change: 'read' });
    return { id };
  },
});

/** Whether the signed-in customer is the one who talks here. */
export function isOwn(r: Reader, { customerId }: Pick<Conversation, 'customerId'>): boolean {
  return customerId !== null && r.actor.kind === 'storefront' && r.actor.customerId === customerId;
}

// By address of the network too: whoever holds many links must not fill the inbox.
async function slowDown(tx: Tx, of: string): Promise<void> {
  await countAttempt([
    { key: `messages:${tx.workspaceId}:of:${of}`, times: 20, withinMillis: HOUR },
    ...(tx.address ? [{ key: `messages:${tx.workspaceId}:from:${tx.address}`, times: 60, withinMillis: HOUR }] : []),
  ]);
}
