import type { CustomerEntry, CustomerPart, ErasedCustomer } from '#modules/customers/index.ts';
import { personalLogs } from '#platform/tenancy/forget-person.ts';
import type { Reader, Tx } from '#platform/tenancy/context.ts';
import { conversationChanged } from './events.ts';
import { erasePictures, picturesOfCustomer, readPictures, type StoredPicture } from './pictures.ts';
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
  write: writeConversations,
  givesAway: async (r, { id, emails }) => {
    const rows = await r.sql<{ id: string; text: string }>`
      select c.id, left(m.text, ${EXCERPT}) as text from conversations c join conversation_messages m on m.conversation_id = c.id where c.customer_id = ${id} or lower(c.email) = any(${emails})`;
    return { ids: [...new Set(rows.map((row) => row.id))], words: rows.map((row) => row.text).filter((text) => text.length >= OWN_WORDS) };
  },
  erase: eraseConversations,
};

// Pictures go along as they are, for addresses would end.
async function writeConversations(r: Reader, customer: { id: string; email: string }): Promise<object[]> {
  const rows = await r.sql<{ id: string }>`
    select m.id, c.subject, c.order_number as "order", m.side as "by", m.text, m.written_at as "at"
    from conversations c join conversation_messages m on m.conversation_id = c.id where c.customer_id = ${customer.id} or lower(c.email) = lower(${customer.email}) order by m.written_at, m.id`;
  const pictures = await picturesOfCustomer(r, customer);
  return Promise.all(rows.map(async ({ id, ...row }) => ({ ...row, pictures: await inBase64(pictures.get(id) ?? []) })));
}

async function inBase64(pictures: readonly StoredPicture[]): Promise<{ name: string; data: string }[]> {
  return (await readPictures(pictures)).map(({ name, bytes }) => ({ name, data: bytes.toString('base64') }));
}

// All of it is of the two alone, so nothing stays.
async function eraseConversations(tx: Tx, { id, emails }: ErasedCustomer): Promise<void> {
  const theirs = await tx.sql<{ id: string }>`select id from conversations where customer_id = ${id} or lower(email) = any(${emails}) for update`;
  await erasePictures(tx, theirs.map((row) => row.id));
  const gone = await tx.sql<{ id: string }>`delete from conversations where id = any(${theirs.map((row) => row.id)}::uuid[]) returning id`;
  await tx.sql`delete from mail_messages where about = any(${gone.map((row) => row.id)}::uuid[])`;
  for (const row of gone) tx.tell(conversationChanged, { conversationId: row.id, change: 'erased' });
}
