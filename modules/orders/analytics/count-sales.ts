import { reaction, schedule } from '#platform/events/reaction.ts';
import type { Context, Tx } from '#platform/tenancy/context.ts';
import { now, SECOND } from '#platform/time.ts';
import { workspaceSettingsChanged } from '#modules/accounts/index.ts';
import { paymentRefunded } from '#modules/payments/index.ts';
import { orderCancelled } from '../events.ts';

/**
 * Counts days of sales from their orders: those that changed since, or all of them when the shop's time zone is another one
 * now. A day is always counted as a whole, so doing it twice, late or in parallel gives the same.
 */
export async function countSales(tx: Tx): Promise<void> {
  const { counted, wanted } = await lockState(tx);
  if (counted !== wanted) await countEverything(tx, wanted);
  else await countDays(tx, await takeChangedDays(tx, wanted), wanted);
  await closeMonths(tx, wanted);
  await tx.sql`update sales_state set time_zone = ${wanted}, counted_at = ${tx.now}`;
}

const LAST_MONTH = `(date_trunc('month', $1::timestamptz at time zone $2) - interval '1 month')::date`;
const INTO_MONTHS = `insert into sales_month_products (month, currency, storefront_id, product_id, units, sales)`;

// Months that have ended since the last counting, or all that have.
async function closeMonths(tx: Tx, zone: string): Promise<void> {
  await tx.query(
    `${INTO_MONTHS} select date_trunc('month', s.day)::date, s.currency, s.storefront_id, s.product_id, sum(s.units), sum(s.sales)
     from sales_state st join sales_day_products s on s.day < ${LAST_MONTH} + interval '1 month' and (st.months_through is null or s.day >= st.months_through + interval '1 month')
     group by 1, 2, 3, 4`,
    [tx.now, zone],
  );
  await tx.query(`update sales_state set months_through = greatest(months_through, ${LAST_MONTH})`, [tx.now, zone]);
}

// A day of a month that is closed makes that month anew.
async function recountMonths(tx: Tx, days: readonly string[]): Promise<void> {
  const touched = await tx.sql<{ month: string }>`
    select distinct (date_trunc('month', d))::date::text as month from unnest(${days}::date[]) d, sales_state st where date_trunc('month', d)::date <= st.months_through`;
  const months = touched.map(({ month }) => month);
  if (months.length === 0) return;
  await tx.sql`delete from sales_month_products where month = any(${months}::date[])`;
  await tx.query(
    `${INTO_MONTHS} select m, s.* from unnest($1::date[]) m cross join lateral (
       select currency, storefront_id, product_id, sum(units), sum(sales) from sales_day_products where day >= m and day < m + interval '1 month' group by 1, 2, 3) s`,
    [months],
  );
}

async function lockState(tx: Tx): Promise<{ counted: string; wanted: string }> {
  await tx.sql`insert into sales_state (time_zone) values ('') on conflict (workspace_id) do nothing`;
  const [state] = await tx.sql<{ counted: string; wanted: string | null }>`
    select time_zone as counted, (select time_zone from workspace_settings limit 1) as wanted from sales_state for update`;
  return { counted: state!.counted, wanted: state!.wanted ?? 'UTC' };
}

// The notes are taken before the orders are read: a change that commits in between keeps its note and is counted next time.
async function takeChangedDays(tx: Tx, zone: string): Promise<string[]> {
  const taken = await tx.sql<{ day: string }>`
    with taken as (delete from sales_changes returning placed_at)
    select distinct ((placed_at at time zone ${zone})::date)::text as day from taken order by 1`;
  return taken.map(({ day }) => day);
}

const SUMS = `
  count(*) filter (where o.cancelled_at is null), coalesce(sum(o.item_count) filter (where o.cancelled_at is null), 0),
  coalesce(sum(o.total - o.refunded_total) filter (where o.cancelled_at is null), 0),
  count(*) filter (where o.payment_state in ('partially_refunded', 'refunded')),
  coalesce(sum(o.refunded_total) filter (where o.payment_state in ('partially_refunded', 'refunded')), 0)`;
const INTO_DAYS = 'insert into sales_days (day, currency, storefront_id, orders, units, sales, refunded_orders, refunds)';
const INTO_PRODUCTS = 'insert into sales_day_products (day, currency, storefront_id, product_id, title, image_url, units, sales)';
const PRODUCT_SUMS = 'l.product_id, max(l.title), max(l.image_url), sum(l.quantity), sum(l.total)';
// Day by day, so that each is found by the index of the orders' time.
const EACH_DAY = `(select d as day, d::timestamp at time zone $2 as since, (d + 1)::timestamp at time zone $2 as until from unnest($1::date[]) d) d cross join lateral`;
const OF_DAY = 'o.placed_at >= d.since and o.placed_at < d.until';

async function countDays(tx: Tx, days: readonly string[], zone: string): Promise<void> {
  if (days.length === 0) return;
  await tx.sql`delete from sales_days where day = any(${days}::date[])`;
  await tx.sql`delete from sales_day_products where day = any(${days}::date[])`;
  await tx.query(`${INTO_DAYS} select d.day, o.* from ${EACH_DAY} (select o.currency, o.storefront_id, ${SUMS} from orders o where ${OF_DAY} group by 1, 2) o`, [days, zone]);
  await tx.query(
    `${INTO_PRODUCTS} select d.day, o.* from ${EACH_DAY} (
       select o.currency, o.storefront_id, ${PRODUCT_SUMS} from orders o join order_lines l on l.order_id = o.id
       where ${OF_DAY} and o.cancelled_at is null group by 1, 2, 3) o`,
    [days, zone],
  );
  await recountMonths(tx, days);
}

async function countEverything(tx: Tx, zone: string): Promise<void> {
  await tx.sql`delete from sales_changes`;
  await tx.sql`delete from sales_days`;
  await tx.sql`delete from sales_day_products`;
  await tx.sql`delete from sales_month_products`;
  await tx.sql`update sales_state set months_through = null`;
  const day = `(o.placed_at at time zone $1)::date`;
  await tx.query(`${INTO_DAYS} select ${day}, o.currency, o.storefront_id, ${SUMS} from orders o group by 1, 2, 3`, [zone]);
  await tx.query(
    `${INTO_PRODUCTS} select ${day}, o.currency, o.storefront_id, ${PRODUCT_SUMS} from orders o join order_lines l on l.order_id = o.id
     where o.cancelled_at is null group by 1, 2, 3, 4`,
    [zone],
  );
}

const REST = 5 * SECOND;

/** What was sold long ago changed, or the shop's days begin at another hour. Many facts at once are one counting; figures are exact meanwhile. */
export const countChangedSales = reaction({
  name: 'orders.count-changed-sales',
  on: [orderCancelled, paymentRefunded, workspaceSettingsChanged] as never,
  async apply(tx) {
    const rested = await tx.sql`select 1 from sales_state where counted_at > ${new Date(tx.now.getTime() - REST)}`;
    if (rested.length === 0) await countSales(tx);
  },
});

/** New orders belong to today, which is read from the orders anyhow; so they are counted now and then, not one by one. Also the first count of a shop. */
export const countSalesRegularly = schedule({
  name: 'orders.count-sales',
  everySeconds: 60,
  run: (ctx) => countSalesIfNeeded(ctx),
});

async function countSalesIfNeeded(ctx: Context): Promise<void> {
  const [state] = await ctx.read((r) => r.sql<{ stale: boolean }>`
    select exists (select 1 from sales_changes) or not exists (
      select 1 from sales_state s where s.time_zone = coalesce((select time_zone from workspace_settings limit 1), 'UTC')
        and s.months_through >= (date_trunc('month', ${now()} at time zone s.time_zone) - interval '1 month')::date) as stale`);
  if (state!.stale) await ctx.transaction((tx) => countSales(tx));
}
