import type { Reader } from '#platform/tenancy/context.ts';
import type { Period } from './period.ts';

/** What narrows the figures. */
export interface Scope {
  period: Period;
  currency: string;
  timeZone: string;
  storefrontId: string | null;
}

export interface Sums {
  orders: number;
  units: number;
  sales: number;
  refundedOrders: number;
  refunds: number;
}

export interface DaySums extends Sums {
  day: string;
}

// $1..$2 the days, $3..$4 those to compare with (null = none), $5 currency, $6 time zone, $7 storefront or null.
// `straight` are the days that cannot be answered from what was counted: their orders changed since, or nothing is counted yet.
const DAYS = `
with counted as materialized (
  select exists (select 1 from sales_state where time_zone = $6) as yes
), moved as materialized (
  select distinct (placed_at at time zone $6)::date as day from sales_changes
), asked as (
  select d::date as day from generate_series($1::date, $2::date, interval '1 day') d
  union select d::date from generate_series($3::date, $4::date, interval '1 day') d
), straight as materialized (
  select a.day, a.day::timestamp at time zone $6 as since, (a.day + 1)::timestamp at time zone $6 as until
  from asked a, counted where not counted.yes or a.day in (select day from moved)
)`;
const COUNTED = `counted join lateral (select 1) yes on counted.yes`;
const SAME = `s.currency = $5 and ($7::uuid is null or s.storefront_id = $7) and not exists (select 1 from straight where straight.day = s.day)`;
const ORDERS = `o.placed_at >= straight.since and o.placed_at < straight.until and o.currency = $5 and ($7::uuid is null or o.storefront_id = $7)`;

const SALES = `${DAYS}
select day::text, sum(orders)::int as orders, sum(units)::int as units, sum(sales)::bigint as sales,
  sum(refunded_orders)::int as "refundedOrders", sum(refunds)::bigint as refunds
from (
  select s.day, s.orders, s.units, s.sales, s.refunded_orders, s.refunds from ${COUNTED}
  join sales_days s on (s.day between $1::date and $2::date or s.day between $3::date and $4::date) and ${SAME}
  union all
  select straight.day, o.* from straight cross join lateral (
    select count(*) filter (where cancelled_at is null) as orders, coalesce(sum(item_count) filter (where cancelled_at is null), 0) as units,
      coalesce(sum(total - refunded_total) filter (where cancelled_at is null), 0) as sales,
      count(*) filter (where payment_state in ('partially_refunded', 'refunded')) as refunded_orders,
      coalesce(sum(refunded_total) filter (where payment_state in ('partially_refunded', 'refunded')), 0) as refunds
    from orders o where ${ORDERS}) o
) each_day group by day`;

const NARROWED = `s.currency = $5 and ($7::uuid is null or s.storefront_id = $7)`;

// Whole months where nothing moved are read as such, the days beside them one by one. Names are looked up for the best only: from what
// was counted, or from the lines of today for a product never sold before.
const PRODUCTS = `${DAYS}, months as materialized (
  select m::date as month, (m + interval '1 month')::date as until
  from generate_series(date_trunc('month', $1::timestamp), $2::timestamp, interval '1 month') m join sales_state st on st.time_zone = $6 and m::date <= st.months_through
  where m::date >= $1::date and (m + interval '1 month')::date <= $2::date + 1
    and not exists (select 1 from straight where straight.day >= m::date and straight.day < (m + interval '1 month')::date)
), loose as materialized (
  select a.day from asked a where not exists (select 1 from straight where straight.day = a.day)
    and not exists (select 1 from months where a.day >= months.month and a.day < months.until)
), best as (
  select product_id, sum(units)::int as units, sum(sales)::bigint as sales
  from (
    select s.product_id, s.units, s.sales from months join sales_month_products s on s.month = months.month and ${NARROWED}
    union all
    select s.product_id, s.units, s.sales from ${COUNTED} join loose on true join sales_day_products s on s.day = loose.day and ${NARROWED}
    union all
    select o.* from straight cross join lateral (
      select l.product_id, sum(l.quantity) as units, sum(l.total) as sales
      from orders o join order_lines l on l.order_id = o.id where ${ORDERS} and o.cancelled_at is null group by 1) o
  ) each_day group by product_id order by sales desc, product_id limit 6
)
select best.product_id as "productId", coalesce(known.title, line.title) as title, coalesce(known.image_url, line.image_url) as image, best.units, best.sales
from best
left join lateral (select title, image_url from sales_day_products s where s.product_id = best.product_id order by s.day desc nulls last limit 1) known on true
left join lateral (
  select l.title, l.image_url from straight cross join lateral (
    select l.title, l.image_url from orders o join order_lines l on l.order_id = o.id where ${ORDERS} and l.product_id = best.product_id limit 1) l
  where known.title is null limit 1) line on true
order by best.sales desc, title`;

function values({ period, currency, timeZone, storefrontId }: Scope): unknown[] {
  const { now, before } = period;
  return [now.from, now.to, before?.from ?? null, before?.to ?? null, currency, timeZone, storefrontId];
}

/** The sums of each day that has any. Exact at every moment. One statement. */
export function readDays(r: Reader, scope: Scope): Promise<DaySums[]> {
  return r.query<DaySums>(SALES, values(scope));
}

export interface ProductSums {
  productId: string;
  title: string;
  image: string | null;
  units: number;
  sales: number;
}

/** The best products of the days asked for. One statement. */
export function readTopProducts(r: Reader, scope: Scope): Promise<ProductSums[]> {
  return r.planned.query<ProductSums>(PRODUCTS, values({ ...scope, period: { ...scope.period, before: null } }));
}

export interface HourSums {
  day: string;
  hour: number;
  sales: number;
  orders: number;
}

/** One day by its hours, straight from the orders. */
export function readHours(r: Reader, { period, currency, timeZone, storefrontId }: Scope): Promise<HourSums[]> {
  const days = [period.now.from, ...(period.before ? [period.before.from] : [])];
  return r.query<HourSums>(HOURS, [days, timeZone, currency, storefrontId]);
}

const HOURS = `
select d.day::text, o.hour, o.sales, o.orders
from (select d as day, d::timestamp at time zone $2 as since, (d + 1)::timestamp at time zone $2 as until from unnest($1::date[]) d) d
cross join lateral (
  select extract(hour from placed_at at time zone $2)::int as hour, sum(total - refunded_total)::bigint as sales, count(*)::int as orders
  from orders where placed_at >= d.since and placed_at < d.until and cancelled_at is null and currency = $3 and ($4::uuid is null or storefront_id = $4) group by 1) o`;
