import { taskCause } from '#modules/tasks/index.ts';
import { conversationChanged, messageWritten } from './events.ts';
import type { Side } from './read-conversation.ts';

interface Waiting {
  orderNumber: number | null;
  name: string;
  storefrontId: string | null;
  since: Date;
}

const MOST = 1_000;

// A conversation waits since the first message the shop has not answered.
const SINCE = `coalesce((select min(m.written_at) from conversation_messages m where m.conversation_id = c.id and m.side = 'shopper'
  and m.written_at > coalesce((select max(s.written_at) from conversation_messages s where s.conversation_id = c.id and s.side = 'shop'), '-infinity')), c.last_message_at)`;

/** A shopper who has waited for too long. */
export const unansweredTask = taskCause<{ conversationId: string; side?: Side }>({
  name: 'conversations.unanswered-task',
  kind: 'unanswered',
  says: 'Unanswered conversation',
  comes: 'A customer has waited for an answer for some hours. Done when the shop writes or the conversation is closed.',
  usual: { priority: 'normal', dueHours: 20, waitHours: 4 },
  on: [messageWritten, conversationChanged] as never,
  of: ({ conversationId }) => [conversationId],
  again: ({ side }) => side === 'shopper',
  async look(tx, id) {
    const [found] = await tx.query<Waiting>(`select c.order_number as "orderNumber", c.name, c.storefront_id as "storefrontId", ${SINCE} as since from conversations c where c.id = $1 and c.state = 'open' and c.last_side = 'shopper'`, [id]);
    if (!found) return undefined;
    const { orderNumber, storefrontId, since } = found;
    const name = found.name.slice(0, 150) || 'a customer';
    // What they wrote of stays in the conversation, which may be erased.
    const title = orderNumber === null ? `Answer ${name}` : `Answer ${name} about order #${orderNumber}`;
    return { title, storefrontId, since, about: { type: 'conversations', id, label: `Conversation with ${name}`, link: `/conversations/${id}` } };
  },
  async waiting(r, before) {
    const rows = await r.query<{ id: string }>(`select id from (select c.id, ${SINCE} as since from conversations c where c.state = 'open' and c.last_side = 'shopper') w where since <= $1 order by since limit ${MOST}`, [before]);
    return rows.map(({ id }) => id);
  },
});
