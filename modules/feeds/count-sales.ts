import { reaction, schedule } from '#platform/events/reaction.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { DAY, later } from '#platform/time.ts';
import { orderCancelled, orderConfirmed } from '#modules/orders/index.ts';
import { feedChanged } from './events.ts';

/** A sale is forgotten after this long. */
const KEPT = 30 * DAY;
/** A sale counts half as much after this many seconds. */
const HALF_LIFE = (2 * DAY) / 1_000;

/** An order that is certain counts; a cancelled one never did. Orders written by hand are nobody's business. */
export const followOrders = reaction<{ orderId: string }>({
  name: 'feeds.follow-orders',
  on: [orderConfirmed, orderCancelled] as never,
  apply: (tx, { orderId }) => countOrder(tx, orderId),
});

const INSERT = `
  insert into lately_sold (storefront_id, order_id, product_id, quantity, country, sold_at)
  select o.storefront_id, o.id, l.product_id, sum(l.quantity)::int, upper(o.shipping_address ->> 'country')::bpchar, o.placed_at
  from orders o join order_lines l on l.order_id = o.id join products p on p.id = l.product_id join storefronts s on s.id = o.storefront_id
  where o.source = 'storefront' and o.cancelled_at is null`;
const GROUPED = `group by o.storefront_id, o.id, l.product_id, o.shipping_address, o.placed_at
  on conflict (workspace_id, order_id, product_id) do nothing`;

// Each table is asked by its key, in this order: a plan made while they were empty must not read all products later.
const INSERT_ONE = `
  with o as materialized (select id, storefront_id, shipping_address ->> 'country' as country, placed_at from orders where id = $1 and source = 'storefront' and cancelled_at is null and placed_at > $2),
  sold as materialized (select product_id, sum(quantity)::int as quantity from order_lines where order_id = $1 and product_id is not null group by product_id)
  insert into lately_sold (storefront_id, order_id, product_id, quantity, country, sold_at)
  select o.storefront_id, o.id, sold.product_id, sold.quantity, upper(o.country)::bpchar, o.placed_at
  from o cross join sold cross join lateral (select 1 from products where id = sold.product_id limit 1) p cross join lateral (select 1 from storefronts where id = o.storefront_id limit 1) s
  on conflict (workspace_id, order_id, product_id) do nothing returning storefront_id as "storefrontId", product_id as "productId"`;

async function countOrder(tx: Tx, orderId: string): Promise<void> {
  const gone = await tx.sql<Sold>`delete from lately_sold where order_id = ${orderId} returning storefront_id as "storefrontId", product_id as "productId"`;
  const come = await tx.query<Sold>(INSERT_ONE, [orderId, later(tx.now, -KEPT)]);
  const touched = [...gone, ...come];
  if (touched.length === 0) return;
  const { storefrontId } = touched[0]!;
  await heatAnew(tx, { storefrontId, productIds: [...new Set(touched.map((each) => each.productId))] });
  tx.tell(feedChanged, { storefrontId });
}

interface Sold {
  storefrontId: string;
  productId: string;
}

// log2 of a sum of powers of two, taken relative to the largest so that nothing overflows.
const HEAT = `
  select storefront_id, product_id, max(m) + ln(sum(quantity * power(2::float8, e - m))) / ln(2::float8) as heat
  from (select *, max(e) over (partition by storefront_id, product_id) as m from (
    select storefront_id, product_id, quantity, extract(epoch from sold_at)::float8 / ${HALF_LIFE} as e from lately_sold) each) sales`;
const KEEP = `on conflict (workspace_id, storefront_id, product_id) do update set heat = excluded.heat where product_heat.heat <> excluded.heat`;

async function heatAnew(tx: Tx, { storefrontId, productIds }: { storefrontId: string; productIds: string[] }): Promise<void> {
  const one = HEAT.replace('from lately_sold', 'from lately_sold where storefront_id = $1 and product_id = any($2::uuid[])');
  await tx.query(`insert into product_heat (storefront_id, product_id, heat) ${one} group by storefront_id, product_id ${KEEP}`, [storefrontId, productIds]);
  await tx.query(`delete from product_heat h where h.storefront_id = $1 and h.product_id = any($2::uuid[]) and ${NOT_SOLD}`, [storefrontId, productIds]);
}

const NOT_SOLD = 'not exists (select 1 from lately_sold s where s.storefront_id = h.storefront_id and s.product_id = h.product_id)';

/** Counts the last month from the orders themselves: after an import, and to let go of what became old. */
export async function countSalesAnew(tx: Tx): Promise<void> {
  await tx.sql`delete from lately_sold s using orders o where o.id = s.order_id and (s.sold_at < ${later(tx.now, -KEPT)} or o.cancelled_at is not null)`;
  await tx.query(`${INSERT} and o.placed_at > $1 and (o.paid_at is not null or o.payment_state in ('authorized', 'paid')) ${GROUPED}`, [later(tx.now, -KEPT)]);
  await tx.query(`insert into product_heat (storefront_id, product_id, heat) ${HEAT} group by storefront_id, product_id ${KEEP}`, []);
  await tx.query(`delete from product_heat h where ${NOT_SOLD}`, []);
}

export const countSalesRegularly = schedule({
  name: 'feeds.count-sales',
  everySeconds: 6 * 60 * 60,
  run: (ctx) => ctx.transaction(countSalesAnew),
});
