import { fullName, type CustomerEntry, type CustomerPart, type ErasedCustomer } from '#modules/customers/index.ts';
import { personalLogs } from '#platform/tenancy/forget-person.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { letGoOfMethod } from '#modules/payments/index.ts';

personalLogs.add('subscription_entries', { text: ['says'] });

/** What subscriptions keep of a customer. */
export const subscriptionsOfCustomer: CustomerPart = {
  move: async (tx, { from, into }) => void (await tx.sql`update subscriptions set customer_id = ${into} where customer_id = ${from}`),
  tell: (r, { id }, most) => r.sql<CustomerEntry>`
    select e.id::text, e.at, 'subscription' as kind, s.title || ': ' || e.says as says, case when e.by_name in ('house', 'shopper') then '' else e.by_name end as "byName", '/subscriptions/' || s.id as "to"
    from subscriptions s join subscription_entries e on e.subscription_id = s.id where s.customer_id = ${id} order by e.at desc, e.id desc limit ${most}`,
  write: (r, { id }) => r.sql`
    select s.status, s.plan_name as "plan", s.title, s.variant_title as "variant", s.quantity, s.unit_price as "unitPrice", s.currency, s.email, s.shipping_address as "shippingAddress",
      s.next_renewal_at as "nextRenewalAt", s.created_at as "since", s.cancelled_at as "endedAt",
      (select json_agg(json_build_object('at', e.at, 'says', e.says) order by e.at) from subscription_entries e where e.subscription_id = s.id) as timeline
    from subscriptions s where s.customer_id = ${id} order by s.created_at`,
  givesAway: async (r, { id }) => {
    const rows = await r.sql<{ id: string; email: string; name: string }>`select id, email, customer_name as name from subscriptions where customer_id = ${id}`;
    return { ids: rows.map((row) => row.id), words: rows.flatMap((row) => [row.email, fullName(row.name)]) };
  },
  erase: eraseSubscriptions,
};

// Nothing is sent or charged any more to somebody who is forgotten; the figures keep what ran when.
async function eraseSubscriptions(tx: Tx, { id }: ErasedCustomer): Promise<void> {
  await tx.sql`delete from mail_messages where about in (select id from subscriptions where customer_id = ${id})`;
  const methods = await tx.sql<{ id: string }>`
    update payment_methods set card_brand = null, card_last4 = null where order_id in (select order_id from subscriptions where customer_id = ${id}) and forgotten_at is null returning id`;
  for (const method of methods) letGoOfMethod(tx, method.id);
  await tx.sql`
    update subscriptions set status = 'cancelled', cancelled_at = coalesce(cancelled_at, ${tx.now}), next_renewal_at = null, retry_at = null, paused_until = null, credit = 0,
      customer_name = '', email = '', shipping_address = jsonb_build_object('name', '', 'line1', '', 'city', '', 'postalCode', '', 'country', shipping_address -> 'country'),
      billing_address = null, cancel_reason = '', customer_id = null, updated_at = ${tx.now}
    where customer_id = ${id}`;
}
