import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { notFound } from '#platform/refusal.ts';
import { customerUpdated } from './events.ts';
import { readCustomer } from './read-customer.ts';
import { CustomerView } from './shapes.ts';

const Tags = z.array(z.string().trim().min(1).max(40)).max(50).default([]);

/** Puts tags on and takes tags off; the others stay. A tag that is there already is not put twice. */
export const tagCustomer = operation({
  name: 'customers.tag',
  route: 'POST /customers/:id/tags',
  says: 'Tag a customer',
  needs: 'customers:write',
  input: z.object({ id: z.uuid(), add: Tags, remove: Tags }),
  output: CustomerView,
  async run(tx, { id, add, remove }) {
    const [row] = await tx.sql<{ tags: string[] }>`select tags from customers where id = ${id} for no key update`;
    if (!row) throw notFound('The customer');
    const tags = [...new Set([...row.tags, ...add])].filter((tag) => !remove.includes(tag)).slice(0, 50);
    await tx.sql`update customers set tags = ${tags}, updated_at = ${tx.now} where id = ${id}`;
    tx.changed({ record: 'customer', id, before: { tags: row.tags }, after: { tags } });
    tx.tell(customerUpdated, { customerId: id });
    return readCustomer(tx, id);
  },
});
