import { money } from '#platform/money.ts';
import { schedule } from '#platform/events/reaction.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { DAY, HOUR, later } from '#platform/time.ts';
import { cartAbandoned } from './events.ts';
import { readSettings } from './settings.ts';

/** What was left longer ago than this is not worth a word any more. */
const TOO_OLD = 14 * DAY;

// A cart whose owner is known: by the address typed at the checkout, or as a customer who is signed in. Nobody who has ordered since.
const FIND = `
with left_carts as (
  select c.id as cart_id, c.storefront_id, c.customer_id, c.currency, greatest(c.updated_at, k.updated_at) as left_at,
    lower(coalesce(k.email, (select p.email from customers p where p.id = c.customer_id))) as email
  from carts c left join checkouts k on k.cart_id = c.id and k.order_id is null
  where c.state = 'open' and (k.email is not null or c.customer_id is not null) and c.updated_at > $2 and c.updated_at <= $1 and coalesce(k.updated_at <= $1, true)
    and not exists (select 1 from abandoned_carts a where a.cart_id = c.id)
  limit 2000
)
insert into abandoned_carts (cart_id, storefront_id, customer_id, email, currency, value, lines, left_at, found_at)
select l.cart_id, l.storefront_id, l.customer_id, l.email, l.currency, g.value, g.lines, l.left_at, $3
from left_carts l cross join lateral (
  select sum(g.quantity * g.seen_price) as value, json_agg(json_build_object('title', g.title, 'quantity', g.quantity) order by g.id) as lines from cart_lines g where g.cart_id = l.cart_id) g
where l.email is not null and g.lines is not null
  and not exists (select 1 from orders o where o.cancelled_at is null and lower(o.email) = l.email and o.placed_at >= l.left_at - interval '1 minute')
on conflict (workspace_id, cart_id) do nothing
returning id, email, currency, value`;

/** Carts nobody has touched for a while become known as left, each once. */
export async function findLeftCarts(tx: Tx): Promise<void> {
  const { delayHours } = await readSettings(tx);
  const found = await tx.query<{ id: string; email: string; currency: string; value: number }>(FIND, [later(tx.now, -delayHours * HOUR), later(tx.now, -TOO_OLD), tx.now]);
  for (const { id, email, currency, value } of found) tx.tell(cartAbandoned, { abandonedId: id, email, value: money(value, currency) });
}

export const findLeftRegularly = schedule({
  name: 'recovery.find-left-carts',
  everySeconds: 300,
  run: (ctx) => ctx.transaction(findLeftCarts),
});
