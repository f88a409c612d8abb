import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { actorName } from '#platform/tenancy/actor.ts';
import { conversationAbout, orderFacts } from './begin.ts';
import { Pictures } from './pictures.ts';
import { lockConversation, readConversation } from './read-conversation.ts';
import { keepPictures, MessageText, writeMessage, Written } from './write-message.ts';

const needs = 'conversations:write';

/** The shopper gets a mail with it, and a link back. */
export const answerConversation = operation({
  name: 'conversations.answer',
  route: 'POST /conversations/:id/messages',
  says: 'Write to the shopper of a conversation',
  needs,
  input: z.object({ id: z.uuid(), text: MessageText, pictures: Pictures }),
  output: Written,
  async run(tx, { id, text, pictures: sent }) {
    await readConversation(tx, id);
    const pictures = await keepPictures(tx, sent);
    return writeMessage(tx, await lockConversation(tx, id), { side: 'shop', author: actorName(tx.actor), text, pictures });
  },
});

/** Whoever bought hears from the shop, also when they have written nothing themselves. */
export const writeToBuyer = operation({
  name: 'conversations.write-about-order',
  route: 'POST /orders/:id/conversation/messages',
  says: 'Write to the customer of an order',
  needs,
  input: z.object({ id: z.uuid().meta({ description: 'of the order' }), text: MessageText, pictures: Pictures }),
  output: Written,
  async run(tx, { id, text, pictures: sent }) {
    const order = await orderFacts(tx, id);
    if (!order.email) throw new Refusal('no_address', 'This order has no e-mail address, so nobody would hear of a message.');
    const pictures = await keepPictures(tx, sent);
    return writeMessage(tx, await conversationAbout(tx, order, 'shop'), { side: 'shop', author: actorName(tx.actor), text, pictures });
  },
});
