import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#platform/ids.ts';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '#platform/testing/database.ts';
import { DAY, HOUR } from '#platform/time.ts';
import { customerList } from '#modules/customers/index.ts';
import { questionOf, readAddress } from '#ui/table/question.ts';
import { homeFigures, orderList } from '../index.ts';
import { linksOf } from './home-links.ts';
import { countSales, countSalesRegularly } from '../analytics/count-sales.ts';
import type { HomeFigures } from '../analytics/home.ts';

let house: TestHouse;
beforeAll(async () => void (house = await openTestDatabase()));
afterAll(() => house.close());

// Some change to or from summer time in these weeks, at midnight (Cairo, Havana) or at other hours; some are half an hour off.
const ZONES = ['UTC', 'Australia/Sydney', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'America/New_York', 'America/Havana', 'Africa/Cairo', 'Pacific/Kiritimati'];
const START = Date.parse('2025-10-01T00:00:00Z');
const SHOPS = [null, '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'];

const anOrder = fc.record({
  at: fc.integer({ min: 0, max: 40 * 24 * 60 * 4 }),
  currency: fc.constantFrom('AUD', 'AUD', 'AUD', 'NZD'),
  shop: fc.constantFrom(...SHOPS),
  quantity: fc.integer({ min: 1, max: 5 }),
  price: fc.integer({ min: 0, max: 90_000 }),
});
const aChange = fc.record({ which: fc.nat(1_000), what: fc.constantFrom('refund', 'cancel', 'whole refund', 'edit', 'count', 'zone') });
const aQuestion = fc.record({
  first: fc.integer({ min: 0, max: 41 }),
  days: fc.integer({ min: 1, max: 40 }),
  compare: fc.constantFrom('previous' as const, 'year' as const, 'none' as const),
  currency: fc.constantFrom('AUD', 'NZD'),
  shop: fc.constantFrom(...SHOPS),
});
type Order = typeof anOrder extends fc.Arbitrary<infer T> ? T : never;
type Change = typeof aChange extends fc.Arbitrary<infer T> ? T : never;
type Question = typeof aQuestion extends fc.Arbitrary<infer T> ? T : never;

async function inZone({ ctx }: TestWorkspace, zone: string): Promise<void> {
  await ctx.transaction((tx) => tx.sql`update workspace_settings set time_zone = ${zone}`);
}

// Orders as the database knows them; how they come about is other tests' matter.
async function sell({ ctx }: TestWorkspace, orders: readonly Order[]): Promise<string[]> {
  const rows = orders.map((order, i) => ({ ...order, id: newId(), number: i + 1, placed: new Date(START + order.at * 15_000), total: order.price * order.quantity }));
  await ctx.transaction(async (tx) => {
    for (const row of rows) {
      await tx.sql`insert into orders (id, number, source, storefront_id, email, currency, item_count, subtotal, shipping_total, tax_total, tax_inclusive, total, captured_total, payment_state, placed_at)
        values (${row.id}, ${row.number}, 'import', ${row.shop}, 'a@example.test', ${row.currency}, ${row.quantity}, ${row.total}, 0, 0, true, ${row.total}, ${row.total}, 'paid', ${row.placed})`;
      await tx.sql`insert into order_lines (order_id, position, variant_id, product_id, slug, title, variant_title, requires_shipping, quantity, unit_price, total, tax)
        values (${row.id}, 0, ${newId()}, ${SHOPS[1]}, 'mug', 'Mug', '', true, ${row.quantity}, ${row.price}, ${row.total}, 0)`;
      await tx.sql`insert into customers (email, created_at) values (${`${row.number}@example.test`}, ${row.placed})`;
    }
  });
  return rows.map((row) => row.id);
}

async function happen(shop: TestWorkspace, ids: string[], { which, what }: Change): Promise<void> {
  if (what === 'zone') return inZone(shop, ZONES[which % ZONES.length]!);
  if (what === 'count') return countSalesRegularly.run(shop.ctx);
  if (ids.length > 0) await shop.ctx.transaction((tx) => tx.query(CHANGES[what], [ids[which % ids.length]]));
}

const CHANGES = {
  refund: `update orders set refunded_total = captured_total / 2, payment_state = 'partially_refunded' where id = $1 and captured_total > 1`,
  'whole refund': `update orders set refunded_total = captured_total, payment_state = 'refunded' where id = $1 and captured_total > 0`,
  cancel: `update orders set cancelled_at = now() where id = $1`,
  edit: `with line as (update order_lines set quantity = quantity + 1, total = total + unit_price where order_id = $1 returning unit_price)
    update orders set item_count = item_count + 1, subtotal = subtotal + unit_price, total = total + unit_price from line where id = $1`,
};

/** What the table behind a figure's link holds: all its rows, page after page. */
async function tableOf({ ctx }: TestWorkspace, link: string) {
  const list = link.startsWith('/orders') ? orderList : customerList;
  const { filter } = questionOf(readAddress(new URL(link, 'http://shop').searchParams, list.columns!));
  const { data, total } = await list.call(ctx, { filter, limit: 250 });
  expect(data).toHaveLength(total);
  const sum = (key: string) => data.reduce((all, row) => all + amountOf((row as unknown as Record<string, unknown>)[key]), 0);
  return { total, sum };
}

function amountOf(value: unknown): number {
  return typeof value === 'number' ? value : (value as { amount: number }).amount;
}

async function compare(shop: TestWorkspace, { first, days, compare: against, currency, shop: storefrontId }: Question): Promise<void> {
  const dayAt = (n: number) => new Date(START + n * DAY).toISOString().slice(0, 10);
  const asked = { from: dayAt(first - 1), to: dayAt(first + days - 2), compare: against, currency, ...(storefrontId && { storefrontId }) };
  const figures = await homeFigures.call(shop.ctx, asked);
  await explained(shop, figures, storefrontId);
  if (!figures.before) return;
  const earlier = await homeFigures.call(shop.ctx, { ...asked, ...figures.before, compare: 'none' });
  expect([figures.orders.before, figures.sales.before, figures.units.before, figures.refunds.before, figures.customers.before]).toEqual(
    [earlier.orders.value, earlier.sales.value, earlier.units.value, earlier.refunds.value, earlier.customers.value],
  );
}

async function explained(shop: TestWorkspace, figures: HomeFigures, storefrontId: string | null): Promise<void> {
  const links = linksOf(figures, storefrontId);
  const [sold, refunded, customers] = await Promise.all([tableOf(shop, links.orders), tableOf(shop, links.refunds), tableOf(shop, links.customers)]);
  expect(figures).toMatchObject({
    orders: { value: sold.total },
    units: { value: sold.sum('items') },
    sales: { value: { amount: sold.sum('total') - sold.sum('refunded') } },
    refunds: { orders: refunded.total, value: { amount: refunded.sum('refunded') } },
    customers: { value: customers.total },
  });
  expect(figures.perDay.reduce((sum, day) => sum + day.sales.amount, 0)).toBe(figures.sales.value.amount);
  expect(figures.perHour.reduce((sum, hour) => sum + hour.orders, 0)).toBe(figures.perHour.length > 0 ? figures.orders.value : 0);
  expect(figures.topProducts.reduce((sum, product) => sum + product.units, 0)).toBe(figures.units.value);
}

test('whatever is sold, refunded, cancelled or edited, in any time zone, each figure is what its table holds', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...ZONES), fc.array(anOrder, { maxLength: 25 }), fc.array(aChange, { maxLength: 10 }), fc.array(aQuestion, { minLength: 1, maxLength: 4 }),
      async (zone, orders, changes, questions) => {
        const shop = await house.newWorkspace();
        await inZone(shop, zone);
        const ids = await sell(shop, orders);
        for (const change of changes) await happen(shop, ids, change);
        for (const question of questions) await compare(shop, question);
      },
    ),
    { numRuns: 30 },
  );
}, 120_000);

test('while days are counted again and orders change at once, no figure is ever wrong', async () => {
  const shop = await house.newWorkspace();
  await inZone(shop, 'Australia/Sydney');
  const ids = await sell(shop, Array.from({ length: 40 }, (_, i) => ({ at: i * 900, currency: 'AUD', shop: null, quantity: 1 + (i % 3), price: 1_000 })));
  await countSalesRegularly.run(shop.ctx);
  const asked = { from: '2025-09-01', to: '2025-11-01', compare: 'none' as const };
  const changes = ids.map((_, i) => happen(shop, ids, { which: i, what: (['refund', 'cancel', 'edit', 'whole refund'] as const)[i % 4]! }));
  const counts = Array.from({ length: 8 }, () => shop.ctx.transaction(countSales));
  const looks = Array.from({ length: 20 }, async () => {
    const { sales, perDay } = await homeFigures.call(shop.ctx, asked);
    expect(perDay.reduce((sum, day) => sum + day.sales.amount, 0)).toBe(sales.value.amount);
  });
  await Promise.all([...changes, ...counts, ...looks]);
  await explained(shop, await homeFigures.call(shop.ctx, asked), null);
  await shop.ctx.transaction(countSales);
  await explained(shop, await homeFigures.call(shop.ctx, asked), null);
  expect(await shop.ctx.read((r) => r.sql`select 1 from sales_changes`)).toEqual([]);
});

test('an order that is not committed yet when its day is counted is in the figures the moment it is', async () => {
  const shop = await house.newWorkspace();
  const [id] = await sell(shop, [{ at: 10, currency: 'AUD', shop: null, quantity: 2, price: 500 }]);
  const asked = { from: '2025-10-01', to: '2025-10-01', compare: 'none' as const };
  await shop.ctx.transaction(async (slow) => {
    await slow.sql`update orders set cancelled_at = now() where id = ${id}`;
    await shop.ctx.transaction(countSales);
    expect((await homeFigures.call(shop.ctx, asked)).orders.value).toBe(1);
  });
  expect((await homeFigures.call(shop.ctx, asked)).orders.value).toBe(0);
});

test('an hour with most sales stands at its place of the day', async () => {
  const shop = await house.newWorkspace();
  await inZone(shop, 'Asia/Kathmandu');
  await sell(shop, [{ at: (6 * HOUR) / 15_000, currency: 'AUD', shop: null, quantity: 1, price: 700 }]);
  const { perHour } = await homeFigures.call(shop.ctx, { from: '2025-10-01', to: '2025-10-01' });
  expect(perHour.filter((hour) => hour.orders > 0)).toMatchObject([{ hour: 11, sales: { amount: 700 } }]);
});
