import * as z from 'zod';
import { Money, money } from '#platform/money.ts';
import { view } from '#platform/operations/view.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { paymentRefunded } from '#modules/payments/index.ts';
import { orderCancelled, orderPaid, orderPlaced, orderUpdated } from '../events.ts';
import { COMPARISONS, Day, eachDay, periodOf, type Days, type Period } from './period.ts';
import { readActivity, readLatest } from './read-latest.ts';
import { readDays, readHours, readTopProducts, type DaySums, type HourSums, type ProductSums, type Scope, type Sums } from './read-sales.ts';

const Count = z.object({ value: z.int(), before: z.int().nullable() });
const Amount = z.object({ value: Money, before: Money.nullable() });
const Range = z.object({ from: z.string(), to: z.string() });
const Part = z.object({ sales: Money, orders: z.int() });

export const HomeFigures = z.object({
  from: z.string(),
  to: z.string(),
  timeZone: z.string(),
  before: Range.nullable().meta({ description: 'the days compared with' }),
  currency: z.string(),
  currencies: z.array(z.string()).meta({ description: 'the shop’s own and all it has sold in' }),
  sales: Amount.meta({ description: 'orders that were not cancelled, less what was given back of them' }),
  orders: Count,
  average: Amount,
  units: Count,
  refunds: Amount.extend({ orders: z.int() }).meta({ description: 'what was given back of orders placed in these days, cancelled ones too' }),
  customers: Count.meta({ description: 'people who were not known before' }),
  perDay: z.array(Part.extend({ day: z.string(), before: Part.extend({ day: z.string() }).nullable() })),
  perHour: z.array(Part.extend({ hour: z.int(), before: Part.nullable() })).meta({ description: 'only when one day is asked for' }),
  topProducts: z.array(z.object({ productId: z.uuid(), title: z.string(), image: z.string().nullable(), units: z.int(), sales: Money })),
  latestOrders: z.array(z.object({ id: z.uuid(), number: z.int(), placedAt: z.string(), customer: z.string(), items: z.int(), total: Money, statusSentence: z.string() })),
  activity: z.array(
    z.object({ id: z.uuid(), at: z.string(), kind: z.string(), says: z.string(), byName: z.string(), orderId: z.uuid(), number: z.int(), customer: z.string() }),
  ),
});
export type HomeFigures = z.infer<typeof HomeFigures>;

/** The figures of the dashboard's first page, over days of the shop's own time zone, with what they compare with. */
export const homeFigures = view({
  name: 'analytics.home',
  route: 'GET /analytics/home',
  says: 'Figures of the shop',
  needs: 'orders:read',
  input: z.object({
    from: Day.optional().meta({ description: 'first day; follows from `days` unless given' }),
    to: Day.optional().meta({ description: 'last day; today unless given' }),
    days: z.coerce.number().int().min(1).max(1_100).default(30).meta({ description: 'how many days up to the last one, where no first day is given' }),
    compare: z.enum(COMPARISONS).default('previous').meta({ description: 'with as many days before, the same days a year earlier, or nothing' }),
    currency: z.string().length(3).optional().meta({ description: 'of the orders to count; the workspace’s own unless given' }),
    storefrontId: z.uuid().optional().meta({ description: 'only what was sold there' }),
  }),
  output: HomeFigures,
  changesWith: [orderPlaced, orderPaid, orderUpdated, orderCancelled, paymentRefunded] as never,
  async read(r, { currency, storefrontId = null, ...asked }) {
    const shop = await readShop(r);
    const period = periodOf(asked, shop.timeZone);
    const scope: Scope = { period, currency: currency ?? shop.currency, timeZone: shop.timeZone, storefrontId };
    const [days, hours, products, customers, latestOrders, activity] = await Promise.all([
      readDays(r, scope), isOneDay(period) ? readHours(r, scope) : [], readTopProducts(r, scope), readPeople(r, scope), readLatest(r), readActivity(r),
    ]);
    const write = (amount: number) => money(amount, scope.currency);
    return {
      ...{ ...period.now, timeZone: scope.timeZone, before: period.before, currency: scope.currency, currencies: [...new Set([shop.currency, ...shop.sold])] },
      ...figuresOf(days, period, write),
      ...{ customers, perDay: perDayOf(days, period, write), perHour: isOneDay(period) ? perHourOf(hours, period, write) : [] },
      ...{ topProducts: products.map((product) => productOf(product, write)), latestOrders, activity },
    };
  },
});

interface ShopFacts {
  currency: string;
  timeZone: string;
  sold: string[];
}

async function readShop(r: Reader): Promise<ShopFacts> {
  const [shop] = await r.sql<ShopFacts>`
    select currency, time_zone as "timeZone", array(select distinct d.currency::text from sales_days d order by 1) as sold from workspace_settings limit 1`;
  return shop ?? { currency: 'USD', timeZone: 'UTC', sold: [] };
}

function isOneDay({ now }: Period): boolean {
  return now.from === now.to;
}

async function readPeople(r: Reader, { period, timeZone }: Scope): Promise<{ value: number; before: number | null }> {
  const { now, before } = period;
  const [row] = await r.sql<{ value: number; before: number }>`
    select (select count(*) from customers where created_at >= ${now.from}::date::timestamp at time zone ${timeZone}
        and created_at < (${now.to}::date + 1)::timestamp at time zone ${timeZone})::int as value,
      (select count(*) from customers where created_at >= ${before?.from ?? null}::date::timestamp at time zone ${timeZone}
        and created_at < (${before?.to ?? null}::date + 1)::timestamp at time zone ${timeZone})::int as before`;
  return { value: row!.value, before: before && row!.before };
}

type Write = (amount: number) => Money;

function figuresOf(days: DaySums[], period: Period, write: Write): Pick<HomeFigures, 'sales' | 'orders' | 'average' | 'units' | 'refunds'> {
  const now = sumUp(days, period.now);
  const before = period.before && sumUp(days, period.before);
  const count = (of: (sums: Sums) => number) => ({ value: of(now), before: before && of(before) });
  const amount = (of: (sums: Sums) => number) => ({ value: write(of(now)), before: before && write(of(before)) });
  return {
    sales: amount((sums) => sums.sales),
    orders: count((sums) => sums.orders),
    average: amount(averageOf),
    units: count((sums) => sums.units),
    refunds: { ...amount((sums) => sums.refunds), orders: now.refundedOrders },
  };
}

const nothing: Sums = { orders: 0, units: 0, sales: 0, refundedOrders: 0, refunds: 0 };

function sumUp(days: DaySums[], { from, to }: Days): Sums {
  const add = (a: Sums, b: Sums): Sums => ({
    orders: a.orders + b.orders, units: a.units + b.units, sales: a.sales + b.sales, refundedOrders: a.refundedOrders + b.refundedOrders, refunds: a.refunds + b.refunds,
  });
  return days.filter(({ day }) => day >= from && day <= to).reduce(add, nothing);
}

function averageOf({ sales, orders }: Sums): number {
  return orders === 0 ? 0 : Math.round(sales / orders);
}

function perDayOf(days: DaySums[], period: Period, write: Write): HomeFigures['perDay'] {
  const known = new Map(days.map((sums) => [sums.day, sums]));
  const partOf = (day: string) => ({ day, sales: write(known.get(day)?.sales ?? 0), orders: known.get(day)?.orders ?? 0 });
  const before = period.before && eachDay(period.before);
  return eachDay(period.now).map((day, i) => ({ ...partOf(day), before: before && partOf(before[i]!) }));
}

function perHourOf(hours: HourSums[], period: Period, write: Write): HomeFigures['perHour'] {
  const partOf = (day: string, hour: number) => {
    const found = hours.find((each) => each.day === day && each.hour === hour);
    return { sales: write(found?.sales ?? 0), orders: found?.orders ?? 0 };
  };
  return Array.from({ length: 24 }, (_, hour) => ({ hour, ...partOf(period.now.from, hour), before: period.before && partOf(period.before.from, hour) }));
}

function productOf({ sales, ...product }: ProductSums, write: Write): HomeFigures['topProducts'][number] {
  return { ...product, sales: write(sales) };
}
