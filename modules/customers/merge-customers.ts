import * as z from 'zod';
import { actorName } from '#platform/tenancy/actor.ts';
import { operation } from '#platform/operations/operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { beyondScope, type Tx } from '#platform/tenancy/context.ts';
import { customerParts } from './customer-parts.ts';
import { forgetCustomers } from './customer-session.ts';
import { customerUpdated, customersMerged } from './events.ts';
import { readCustomer } from './read-customer.ts';
import { CustomerView } from './shapes.ts';

/**
 * Two records of one person become one: everything of `fromId` belongs to `id` from now on, and `fromId` is gone with its
 * account. Gaps of the one that stays are filled from the other; where both say something, the one that stays is right.
 */
export const mergeCustomers = operation({
  name: 'customers.merge',
  route: 'POST /customers/:id/merges',
  says: 'Merge two customers',
  needs: 'customers:write',
  input: z.object({ id: z.uuid().meta({ description: 'who stays' }), fromId: z.uuid().meta({ description: 'who is merged into them' }) }),
  output: CustomerView,
  async run(tx, { id: into, fromId: from }) {
    if (into === from) throw new Refusal('invalid', 'Choose another customer to merge.', { fields: { fromId: 'is the same customer' } });
    await lockBoth(tx, into, from);
    const [before, gone] = [await readCustomer(tx, into), await readCustomer(tx, from)];
    await moveOwn(tx, { from, into });
    // Also what lies in storefronts that the one who merges may not see: nobody must be left behind.
    await beyondScope(tx, async () => {
      for (const [, part] of customerParts.all()) await part.move(tx, { from, into });
    });
    await fillGaps(tx, { from, into });
    await tx.sql`update customer_merges set into_id = ${into} where into_id = ${from}`;
    await tx.sql`insert into customer_merges (from_id, into_id, email, by_name, at) values (${from}, ${into}, ${gone.email}, ${actorName(tx.actor)}, ${tx.now})`;
    await tx.sql`insert into customer_notes (customer_id, kind, says, by_name, at) values (${into}, 'merged', ${`${gone.name || gone.email} (${gone.email}) was merged into this customer.`}, ${actorName(tx.actor)}, ${tx.now})`;
    await tx.sql`delete from customers where id = ${from}`;
    tx.tell(customersMerged, { customerId: into, fromId: from });
    tx.tell(customerUpdated, { customerId: into });
    tx.changed({ record: 'customer', id: from, before: gone, after: { mergedInto: into } });
    const after = await readCustomer(tx, into);
    tx.changed({ record: 'customer', id: into, before, after });
    return after;
  },
  afterCommit: async (_ctx, answer) => (forgetCustomers(), answer),
});

// In key order, so that two merges that meet queue up; whoever comes second finds one of them gone.
async function lockBoth(tx: Tx, into: string, from: string): Promise<void> {
  const locked = await tx.sql`select id from customers where id = any(${[into, from]}::uuid[]) order by id for update`;
  if (locked.length < 2) throw notFound('The customer');
}

interface Both {
  from: string;
  into: string;
}

async function moveOwn(tx: Tx, { from, into }: Both): Promise<void> {
  await tx.sql`update customer_addresses set customer_id = ${into}, is_default = is_default and not exists (
    select 1 from customer_addresses a where a.customer_id = ${into} and a.is_default) where customer_id = ${from}`;
  await tx.sql`insert into customer_group_members (group_id, customer_id, added_at)
    select group_id, ${into}::uuid, added_at from customer_group_members where customer_id = ${from} on conflict do nothing`;
  await tx.sql`update customer_notes set customer_id = ${into} where customer_id = ${from}`;
}

// Sums add up where both were spent in the same currency, as everywhere a customer's sum is kept in one.
async function fillGaps(tx: Tx, { from, into }: Both): Promise<void> {
  await tx.sql`
    update customers c set
      name = case when c.name = '' then f.name else c.name end, phone = coalesce(c.phone, f.phone),
      notes = left(concat_ws(e'\n\n', nullif(c.notes, ''), nullif(f.notes, '')), 5000),
      tags = (select coalesce(array_agg(distinct tag), '{}') from unnest(c.tags || f.tags) tag),
      orders_count = c.orders_count + f.orders_count,
      total_spent = c.total_spent + case when coalesce(c.currency, f.currency) = f.currency then f.total_spent else 0 end,
      currency = coalesce(c.currency, f.currency), last_order_at = greatest(c.last_order_at, f.last_order_at),
      created_at = least(c.created_at, f.created_at), updated_at = ${tx.now}
    from customers f where c.id = ${into} and f.id = ${from}`;
}
