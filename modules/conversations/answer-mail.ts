import { orderPath, orderUpdated, senderOf } from '#modules/orders/index.ts';
import { reaction } from '#platform/events/reaction.ts';
import { letter } from '#platform/mail/letter.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { messageWritten } from './events.ts';

interface Facts {
  email: string;
  subject: string;
  text: string;
  pictures: number;
  storefrontId: string | null;
  orderId: string | null;
  number: number | null;
  linkVersion: number | null;
}

/** The shopper hears of each message of the shop once, with the link that leads back. */
export const mailTheMessage = reaction({
  name: 'conversations.message-mail',
  on: messageWritten,
  async run(ctx, { conversationId, messageId, side }) {
    if (side !== 'shop') return;
    const [facts] = await ctx.read((r) => r.sql<Facts>`
      select c.email, c.subject, m.text, cardinality(m.pictures) as pictures, c.storefront_id as "storefrontId", o.id as "orderId", o.number, o.link_version as "linkVersion"
      from conversations c join conversation_messages m on m.conversation_id = c.id and m.id = ${messageId} left join orders o on o.id = c.order_id where c.id = ${conversationId}`);
    if (!facts?.email) return;
    const { shop, url, brand } = await senderOf(ctx, facts.storefrontId);
    const words = letter({
      brand,
      subject: facts.number === null ? `Your message: ${facts.subject}` : `A message about your order #${facts.number}`,
      title: `${shop} wrote to you`,
      paragraphs: [...facts.text.split('\n').filter((line) => line.trim() !== ''), ...pictureWords(facts.pictures)],
      button: { says: 'Read and answer', url: url + wayBack(ctx.workspaceId, conversationId, facts) },
      foot: { says: facts.number === null ? `You get this mail because you wrote to ${shop}.` : `You get this mail because of your order #${facts.number} at ${shop}.` },
    });
    await sendMail(ctx, { to: facts.email, ...words }, { once: `conversation-message:${messageId}`, about: facts.orderId ?? conversationId });
    const { orderId, number } = facts;
    if (orderId && number !== null) await ctx.transaction(async (tx) => tx.tell(orderUpdated, { orderId, number, change: 'mail' }));
  },
});

// Only where they are read: a mail may be passed on.
function pictureWords(count: number): string[] {
  if (count === 0) return [];
  return [count === 1 ? 'A picture came with this message. You see it on our page.' : `${count} pictures came with this message. You see them on our page.`];
}

// The link of an order opens it without signing in; what is about no order is read in the account.
function wayBack(workspaceId: string, conversationId: string, { orderId, linkVersion }: Facts): string {
  return orderId ? `${orderPath(workspaceId, { id: orderId, linkVersion: linkVersion! })}#messages` : `/account/messages/${conversationId}`;
}
