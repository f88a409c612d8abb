import { notice } from '#platform/notices/notice.ts';
import { messageWritten } from './events.ts';
import { EXCERPT } from './write-message.ts';

interface Facts {
  subject: string;
  author: string;
  text: string;
  storefrontId: string | null;
}

const written = notice({
  group: 'Orders',
  needs: 'conversations:read',
  kind: 'conversation.message',
  on: messageWritten,
  says: 'Messages of customers',
  many: '# messages of customers',
  async text(r, { conversationId, messageId, side }) {
    if (side !== 'shopper') return undefined;
    const [row] = await r.sql<Facts>`
      select c.subject, m.author, left(m.text, ${EXCERPT}) as text, c.storefront_id as "storefrontId"
      from conversation_messages m join conversations c on c.id = m.conversation_id where m.id = ${messageId}`;
    return row && { title: `${row.author || 'A customer'} wrote: ${row.subject}`, body: row.text, link: `/conversations/${conversationId}`, storefrontId: row.storefrontId };
  },
});

export const conversationNotices = [written];
