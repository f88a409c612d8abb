import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { actorName } from '#platform/tenancy/actor.ts';
import { conversationAbout, orderFacts } from './begin.ts';
import { lockConversation } from './read-conversation.ts';
import { MessageText, writeMessage, Written } from './write-message.ts';

const needs = 'conversations:write';

/** The shopper gets a mail with it, and a link back. */
export const answerConversation = operation({
  name: 'conversations.answer',
  route: 'POST /conversations/:id/messages',
  says: 'Write to the shopper of a conversation',
  needs,
  input: z.object({ id: z.uuid(), text: MessageText }),
  output: Written,
  run: async (tx, { id, text }) => writeMessage(tx, await lockConversation(tx, id), { side: 'shop', author: actorName(tx.actor), text }),
});

/** Whoever bought hears from the shop, also when they have written nothing themselves. */
export const writeToBuyer = operation({
  name: 'conversations.write-about-order',
  route: 'POST /orders/:id/conversation/messages',
  says: 'Write to the customer of an order',
  needs,
  input: z.object({ id: z.uuid().meta({ description: 'of the order' }), text: MessageText }),
  output: Written,
  async run(tx, { id, text }) {
    const order = await orderFacts(tx, id);
    if (!order.email) throw new Refusal('no_address', 'This order has no e-mail address, so nobody would hear of a message.');
    return writeMessage(tx, await conversationAbout(tx, order, 'shop'), { side: 'shop', author: actorName(tx.actor), text });
  },
});
