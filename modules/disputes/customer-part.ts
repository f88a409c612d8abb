import { files } from '#platform/files/configured-files.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import type { CustomerPart } from '#modules/customers/index.ts';

/** What disputes keep of a customer. */
export const disputesOfCustomer: CustomerPart = {
  move: async (tx, { from, into }) => void (await tx.sql`update disputes set customer_id = ${into} where customer_id = ${from}`),
  write: (r, { id }) => r.sql`
    select order_number as "order", state, reason, amount, currency, opened_at as "openedAt", closed_at as "closedAt", evidence from disputes where customer_id = ${id} order by opened_at`,
  // While the bank decides, the shop still has to say who bought.
  waits: async (r, { id }) => (await r.sql`select 1 from disputes where customer_id = ${id} and closed_at is null limit 1`).length > 0,
  async erase(tx, { id }) {
    await eraseFiles(tx, id);
    await tx.sql`update dispute_answers set fields = '{}', file_ids = '{}' where dispute_id in (select id from disputes where customer_id = ${id})`;
    await tx.sql`update disputes set evidence = '{}', files = '[]', customer_id = null where customer_id = ${id}`;
  },
};

async function eraseFiles(tx: Tx, customerId: string): Promise<void> {
  const gone = await tx.sql<{ key: string }>`
    delete from files where id in (select unnest(a.file_ids) from dispute_answers a join disputes d on d.id = a.dispute_id where d.customer_id = ${customerId}
      union select (f ->> 'id')::uuid from disputes d, jsonb_array_elements(d.files) f where d.customer_id = ${customerId}) returning key`;
  for (const { key } of gone) await files().store.delete(key);
}
