import * as z from 'zod';
import { Money, money } from '#platform/money.ts';
import { view } from '#platform/operations/view.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { DAY, now } from '#platform/time.ts';
import { orderCancelled, orderPaid, orderPlaced } from '../events.ts';
import { statusSentence, type FulfilmentState, type PaymentState, type ReturnState } from '../order-state.ts';

const Count = z.object({ value: z.number(), before: z.number() });
const Amount = z.object({ value: Money, before: Money });
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/).meta({ description: 'YYYY-MM-DD' });

export const HomeFigures = z.object({
  from: z.string(),
  to: z.string(),
  currency: z.string(),
  sales: Amount,
  orders: Count,
  average: Amount,
  units: Count,
  perDay: z.array(z.object({ day: z.string(), sales: Money, orders: z.int() })),
  topProducts: z.array(z.object({ productId: z.uuid(), title: z.string(), image: z.string().nullable(), units: z.int(), sales: Money })),
  latestOrders: z.array(
    z.object({ id: z.uuid(), number: z.int(), placedAt: z.string(), customer: z.string(), items: z.int(), total: Money, statusSentence: z.string() }),
  ),
});
type HomeFigures = z.infer<typeof HomeFigures>;

/** The figures of the dashboard's first page: a range of days, and the same number of days before it. Three statements. */
export const homeFigures = view({
  name: 'analytics.home',
  route: 'GET /analytics/home',
  says: 'Figures of the shop',
  needs: 'orders:read',
  input: z.object({
    from: Day.optional().meta({ description: 'first day; 29 days before the last unless given' }),
    to: Day.optional().meta({ description: 'last day; today unless given' }),
  }),
  output: HomeFigures,
  changesWith: [orderPlaced, orderPaid, orderCancelled] as never,
  async read(r, asked) {
    const range = rangeOf(asked);
    const [days, topProducts, latestOrders] = await Promise.all([readDays(r, range), readTopProducts(r, range), readLatest(r)]);
    const currency = days[0]?.currency ?? topProducts[0]?.currency ?? 'USD';
    return { from: range.from, to: range.to, currency, ...figuresOf(days, range, currency), topProducts: topProducts.map(productOf), latestOrders: latestOrders.map(latestOf) };
  },
});

interface Range {
  before: string;
  from: string;
  to: string;
  days: number;
}

function rangeOf({ from, to = dayOf(now()) }: { from?: string | undefined; to?: string | undefined }): Range {
  const last = Date.parse(to);
  const first = Math.max(Math.min(from ? Date.parse(from) : last - 29 * DAY, last), last - 1_100 * DAY);
  const days = Math.round((last - first) / DAY) + 1;
  return { before: dayOf(new Date(first - days * DAY)), from: dayOf(new Date(first)), to: dayOf(new Date(last)), days };
}

function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

interface DayRow {
  day: string;
  currency: string;
  sales: number;
  orders: number;
  units: number;
}

// Days are the shop's own days. Sums are of the workspace's currency; a cancelled order is no sale, a refund takes away from it.
function readDays(r: Reader, range: Range): Promise<DayRow[]> {
  return r.sql<DayRow>`
    with shop as (select currency, time_zone from workspace_settings limit 1), sold as (
      select (o.placed_at at time zone shop.time_zone)::date as day, o.total - o.refunded_total as sales, o.item_count as units
      from orders o, shop
      where o.placed_at >= ${range.before}::date::timestamp at time zone shop.time_zone
        and o.placed_at < (${range.to}::date + 1)::timestamp at time zone shop.time_zone
        and o.cancelled_at is null and o.currency = shop.currency
    )
    select d::date as day, shop.currency, coalesce(sum(sold.sales), 0)::bigint as sales, count(sold.day)::int as orders, coalesce(sum(sold.units), 0)::int as units
    from shop, generate_series(${range.before}::date, ${range.to}::date, interval '1 day') as d left join sold on sold.day = d::date
    group by d, shop.currency order by d`;
}

function figuresOf(days: DayRow[], range: Range, currency: string): Pick<HomeFigures, 'sales' | 'orders' | 'average' | 'units' | 'perDay'> {
  const current = sumUp(days.filter((row) => row.day >= range.from));
  const earlier = sumUp(days.filter((row) => row.day < range.from));
  const amounts = (value: number, before: number) => ({ value: money(value, currency), before: money(before, currency) });
  return {
    sales: amounts(current.sales, earlier.sales),
    orders: { value: current.orders, before: earlier.orders },
    average: amounts(averageOf(current), averageOf(earlier)),
    units: { value: current.units, before: earlier.units },
    perDay: days.filter((row) => row.day >= range.from).map(({ day, sales, orders }) => ({ day, sales: money(sales, currency), orders })),
  };
}

interface Sums {
  sales: number;
  orders: number;
  units: number;
}

function sumUp(days: DayRow[]): Sums {
  return days.reduce((sum, row) => ({ sales: sum.sales + row.sales, orders: sum.orders + row.orders, units: sum.units + row.units }), { sales: 0, orders: 0, units: 0 });
}

function averageOf({ sales, orders }: Sums): number {
  return orders === 0 ? 0 : Math.round(sales / orders);
}

interface ProductRow {
  productId: string;
  title: string;
  image: string | null;
  units: number;
  sales: number;
  currency: string;
}

function readTopProducts(r: Reader, range: Range): Promise<ProductRow[]> {
  return r.sql<ProductRow>`
    with shop as (select currency, time_zone from workspace_settings limit 1)
    select l.product_id as "productId", max(l.title) as title, max(l.image_url) as image, sum(l.quantity)::int as units,
      sum(l.total)::bigint as sales, shop.currency
    from shop join orders o on o.currency = shop.currency join order_lines l on l.order_id = o.id
    where o.placed_at >= ${range.from}::date::timestamp at time zone shop.time_zone
      and o.placed_at < (${range.to}::date + 1)::timestamp at time zone shop.time_zone and o.cancelled_at is null
    group by l.product_id, shop.currency order by sales desc, title limit 5`;
}

function productOf({ currency, sales, ...row }: ProductRow): HomeFigures['topProducts'][number] {
  return { ...row, sales: money(sales, currency) };
}

interface LatestRow {
  id: string;
  number: number;
  placedAt: Date;
  customer: string;
  items: number;
  total: number;
  currency: string;
  paymentState: PaymentState;
  fulfilmentState: FulfilmentState;
  returnState: ReturnState;
  cancelled: boolean;
}

function readLatest(r: Reader): Promise<LatestRow[]> {
  return r.sql<LatestRow>`
    select id, number, placed_at as "placedAt", coalesce(nullif(customer_name, ''), email) as customer, item_count as items, total, currency,
      payment_state as "paymentState", fulfilment_state as "fulfilmentState", return_state as "returnState", cancelled_at is not null as cancelled
    from orders order by placed_at desc, id limit 8`;
}

function latestOf(row: LatestRow): HomeFigures['latestOrders'][number] {
  const { id, number, customer, items } = row;
  return { id, number, customer, items, placedAt: row.placedAt.toISOString(), total: money(row.total, row.currency), statusSentence: statusSentence(row) };
}
