import { Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { discountChanged } from './events.ts';
import type { Applied } from './price-lines.ts';
import { forgetRules } from './rules.ts';

interface Use {
  orderId: string;
  customerId: string | null;
  email: string;
  currency: string;
  applied: readonly Applied[];
}

interface Limits {
  title: string;
  limited: boolean;
  maxPerCustomer: number | null;
}

/**
 * Writes down which discounts an order uses, in the order's own transaction. A limited one is counted under the lock of its row, so
 * that of checkouts at the same moment exactly as many get it as there are uses; the others are refused and see the total without it.
 */
export async function useDiscounts(tx: Tx, use: Use): Promise<void> {
  if (use.applied.length === 0) return;
  const ids = use.applied.map(({ id }) => id).toSorted();
  const limits = await tx.sql<Limits & { id: string }>`
    select id, title, max_uses is not null or each is not null as limited, each as "maxPerCustomer"
    from discounts, least(max_per_customer, case when (terms ->> 'firstOrder')::boolean then 1 end) as each where id = any(${ids}::uuid[]) order by id`;
  if (limits.length < ids.length) throw gone('An offer');
  for (const each of limits.filter(({ limited }) => limited)) await claim(tx, each, use);
  const amounts = ids.map((id) => use.applied.find((each) => each.id === id)!.amount);
  await tx.sql`
    insert into discount_uses (discount_id, order_id, customer_id, email, amount, currency, at)
    select u.id, ${use.orderId}, ${use.customerId}, ${use.email.toLowerCase()}, u.amount, ${use.currency}, ${tx.now}
    from unnest(${ids}::uuid[], ${amounts}::bigint[]) as u(id, amount)`;
}

async function claim(tx: Tx, { id, title, maxPerCustomer }: Limits & { id: string }, { email, customerId }: Use): Promise<void> {
  const mine = await tx.sql<{ last: boolean | null }>`
    update discounts set used = used + 1
    where id = ${id} and active and (max_uses is null or used < max_uses) and (ends_at is null or ends_at > ${tx.now}) returning used = max_uses as last`;
  if (!mine[0]) throw gone(title);
  if (mine[0].last) tx.tell(discountChanged, { discountId: id });
  if (maxPerCustomer === null) return;
  // A statement of its own, after the lock: it sees what whoever held the lock before has written.
  const [row] = await tx.sql<{ times: number }>`
    select count(*)::int as times from discount_uses where discount_id = ${id} and (email = ${email.toLowerCase()} or customer_id = ${customerId})`;
  if (row!.times >= maxPerCustomer) throw gone(title);
}

function gone(title: string): Refusal {
  forgetRules();
  return new Refusal('price_changed', `${title} cannot be used any more. Please look at the new total.`, { discount: title });
}

/** The order came to nothing: its uses are free again. One statement. */
export async function releaseDiscounts(tx: Tx, orderId: string): Promise<void> {
  const freed = await tx.sql<{ id: string }>`
    with gone as (delete from discount_uses where order_id = ${orderId} returning discount_id)
    update discounts d set used = greatest(0, used - 1) from gone where d.id = gone.discount_id returning d.id`;
  for (const { id } of freed) tx.tell(discountChanged, { discountId: id });
}
