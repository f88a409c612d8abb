import type { Tx } from '#platform/tenancy/context.ts';
import { DAY, later } from '#platform/time.ts';

const A_YEAR = 365 * DAY;
const KEPT = 12;
/** Two things met so often by chance that one meeting says little: this many doubtful meetings are counted against each pair. */
const DOUBT = 2;
/** Who bought more different things than this is a dealer; whoever buys everything tells nothing about taste. */
const MOST_THINGS = 60;

/**
 * Which products are bought together and which by the same people, from a year of orders. A pair counts by how often it met, against
 * how often each was bought at all (cosine), so that the bestseller is not everybody's friend.
 */
export async function learnFromOrders(tx: Tx): Promise<void> {
  const since = later(tx.now, -A_YEAR);
  await tx.sql`
    with bought as materialized (
      select distinct o.id as order_id, coalesce(o.customer_id::text, lower(o.email)) as buyer, l.product_id
      from order_lines l join orders o on o.id = l.order_id
      where o.cancelled_at is null and o.placed_at > ${since} and l.quantity > l.removed
    ), baskets as (
      select order_id, product_id, count(*) over (partition by order_id) as things, count(*) over (partition by product_id) as times from bought
    ), buyers as (
      select buyer, product_id, count(*) over (partition by buyer) as things, count(*) over (partition by product_id) as times from (select distinct buyer, product_id from bought) b
    ), together as (
      select a.product_id, b.product_id as other, count(*) / sqrt((max(a.times) + ${DOUBT}::int) * (max(b.times) + ${DOUBT}::int)) as fit
      from baskets a join baskets b on b.order_id = a.order_id and b.product_id <> a.product_id where a.things between 2 and ${MOST_THINGS} group by 1, 2
    ), liked as (
      select a.product_id, b.product_id as other, count(*) / sqrt((max(a.times) + ${DOUBT}::int) * (max(b.times) + ${DOUBT}::int)) as fit
      from buyers a join buyers b on b.buyer = a.buyer and b.product_id <> a.product_id where a.things between 2 and ${MOST_THINGS} group by 1, 2 having count(*) > 1
    ), ranked as (
      select product_id, 'together' as how, other, row_number() over (partition by product_id order by fit desc, other) as place from together
      union all
      select product_id, 'liked', other, row_number() over (partition by product_id order by fit desc, other) from liked
    ), learnt as (
      select product_id, coalesce(array_agg(other order by place) filter (where how = 'together'), '{}') as together,
        coalesce(array_agg(other order by place) filter (where how = 'liked'), '{}') as liked
      from ranked where place <= ${KEPT} and exists (select 1 from products p where p.id = product_id) group by 1
    ), forgotten as (
      update recommended_products r set bought_together = '{}', also_liked = '{}'
      where (r.bought_together <> '{}' or r.also_liked <> '{}') and not exists (select 1 from learnt l where l.product_id = r.product_id)
    )
    insert into recommended_products (product_id, bought_together, also_liked) select product_id, together, liked from learnt order by product_id
    on conflict (workspace_id, product_id) do update set bought_together = excluded.bought_together, also_liked = excluded.also_liked
    where (recommended_products.bought_together, recommended_products.also_liked) is distinct from (excluded.bought_together, excluded.also_liked)`;
}
