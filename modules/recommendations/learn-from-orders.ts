import type { Tx } from '#platform/tenancy/context.ts';
import { DAY, later } from '#platform/time.ts';

const A_YEAR = 365 * DAY;
const KEPT = 24;
/** Who bought more different things than this is a dealer; whoever buys everything tells nothing about taste. */
const MOST_THINGS = 60;

/**
 * Which products are bought together and which by the same people, from a year of orders. What sells well meets everything often by
 * chance. So a pair's lift is how often it met against how often chance alone would have it meet; and how far a single meeting is
 * trusted is learnt from the shop's own orders: from how much more its pairs differ than chance lets them (the prior of a gamma-Poisson
 * model, by chi-square less its mean and one standard error). Where meetings may be nothing but chance the trust is 0, every lift is 1,
 * and what sells best comes first.
 */
export async function learnFromOrders(tx: Tx): Promise<void> {
  const since = later(tx.now, -A_YEAR);
  await tx.sql`
    with bought as materialized (
      select distinct o.id as order_id, coalesce(o.customer_id::text, lower(o.email)) as buyer, l.product_id
      from order_lines l join orders o on o.id = l.order_id
      where o.cancelled_at is null and o.placed_at > ${since} and l.quantity > l.removed
    ), lying as (
      select how, basket, product_id, count(*) over (partition by how, basket) as things
      from (select 'together' as how, order_id::text as basket, product_id from bought union select 'liked', buyer, product_id from bought) each
    ), telling as materialized (
      select how, basket, product_id, count(*) over (partition by how, product_id)::float8 as times from lying where things between 2 and ${MOST_THINGS}
    ), met as materialized (
      select a.how, a.product_id, b.product_id as other, count(*)::float8 as n, max(a.times) as times, max(b.times) as other_times
      from telling a join telling b on b.how = a.how and b.basket = a.basket and b.product_id <> a.product_id group by 1, 2, 3
    ), own as (
      select how, product_id, max(times) as times from telling group by 1, 2
    ), meetings as (
      select how, sum(n) as n, sum(n * n / (times * other_times)) as squares from met group by 1
    ), chance as (
      select m.how, rate, greatest(0, squares / rate - n - pairs - sqrt(2 * pairs + spread / rate)) / n as trust
      from meetings m join lateral (
        select count(*) * (count(*) - 1) as pairs, m.n / (sum(times) ^ 2 - sum(times ^ 2)) as rate, sum(1 / times) ^ 2 - sum(1 / times ^ 2) as spread from own where own.how = m.how) o on true
    ), weighed as (
      select m.*, (n * trust + 1) / (rate * trust * times * other_times + 1) as lift from met m join chance using (how) where how = 'together' or n > 1
    ), ranked as (
      select *, row_number() over (partition by how, product_id order by other_times * lift desc, other) as place from weighed
    ), learnt as (
      select product_id, coalesce(array_agg(other order by place) filter (where how = 'together'), '{}') as together,
        coalesce(array_agg(lift::real order by place) filter (where how = 'together'), '{}') as lifts,
        coalesce(array_agg(other order by place) filter (where how = 'liked'), '{}') as liked,
        coalesce((select times from own where own.how = 'together' and own.product_id = ranked.product_id), 0)::int as baskets,
        coalesce((select rate * trust * times from own join chance using (how) where own.how = 'together' and own.product_id = ranked.product_id), 0)::real as expected
      from ranked where place <= ${KEPT} and exists (select 1 from products p where p.id = product_id) group by 1
    ), forgotten as (
      update recommended_products r set bought_together = '{}', together_lifts = '{}', also_liked = '{}', baskets = 0, expected = 0
      where (r.bought_together <> '{}' or r.also_liked <> '{}') and not exists (select 1 from learnt l where l.product_id = r.product_id)
    )
    insert into recommended_products (product_id, bought_together, together_lifts, also_liked, baskets, expected)
    select product_id, together, lifts, liked, baskets, expected from learnt order by product_id
    on conflict (workspace_id, product_id) do update set bought_together = excluded.bought_together, together_lifts = excluded.together_lifts,
      also_liked = excluded.also_liked, baskets = excluded.baskets, expected = excluded.expected
    where (recommended_products.bought_together, recommended_products.together_lifts, recommended_products.also_liked, recommended_products.baskets, recommended_products.expected)
      is distinct from (excluded.bought_together, excluded.together_lifts, excluded.also_liked, excluded.baskets, excluded.expected)`;
}
