import type { CustomerEntry, CustomerPart, ErasedCustomer } from '#modules/customers/index.ts';
import { personalLogs } from '#platform/tenancy/forget-person.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { conversationChanged } from './events.ts';
import { EXCERPT } from './write-message.ts';

// The bell repeats the beginning of a message. A short one may be somebody else's as well, so only long ones are struck out there.
const OWN_WORDS = 40;

// Others may write of somebody by name.
personalLogs.add('conversations', { text: ['subject'] });
personalLogs.add('conversation_messages', { text: ['text'] });

/** What the shop and a customer wrote to each other. */
export const conversationsOfCustomer: CustomerPart = {
  move: async (tx, { from, into }) => void (await tx.sql`update conversations set customer_id = ${into} where customer_id = ${from}`),
  tell: (r, { id }, most) => r.sql<CustomerEntry>`
    select m.id::text, m.written_at as at, 'message' as kind, case when m.side = 'shop' then 'Message to them, ' else 'Message, ' end || c.subject || ': ' || left(m.text, ${EXCERPT}) as says,
      case when m.side = 'shop' then m.author else '' end as "byName", '/conversations/' || c.id as "to"
    from conversations c join conversation_messages m on m.conversation_id = c.id where c.customer_id = ${id} order by m.written_at desc, m.id desc limit ${most}`,
  write: (r, { id, email }) => r.sql`
    select c.subject, c.order_number as "order", m.side as "by", m.text, m.written_at as "at"
    from conversations c join conversation_messages m on m.conversation_id = c.id where c.customer_id = ${id} or lower(c.email) = lower(${email}) order by m.written_at, m.id`,
  givesAway: async (r, { id, emails }) => {
    const rows = await r.sql<{ id: string; text: string }>`
      select c.id, left(m.text, ${EXCERPT}) as text from conversations c join conversation_messages m on m.conversation_id = c.id where c.customer_id = ${id} or lower(c.email) = any(${emails})`;
    return { ids: [...new Set(rows.map((row) => row.id))], words: rows.map((row) => row.text).filter((text) => text.length >= OWN_WORDS) };
  },
  erase: eraseConversations,
};

// All of it is of the two alone, so nothing stays.
async function eraseConversations(tx: Tx, { id, emails }: ErasedCustomer): Promise<void> {
  const gone = await tx.sql<{ id: string }>`delete from conversations where customer_id = ${id} or lower(email) = any(${emails}) returning id`;
  await tx.sql`delete from mail_messages where about = any(${gone.map((row) => row.id)}::uuid[])`;
  for (const row of gone) tx.tell(conversationChanged, { conversationId: row.id, change: 'erased' });
}
