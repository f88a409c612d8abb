// How fast the dashboard's first page is with a million orders: node bench/home.ts [--orders 1000000]
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { house } from '#connectors/house.ts';
import { homeFigures } from '#modules/orders/index.ts';
import { useConfig } from '#platform/config.ts';
import { startEmbeddedPostgres } from '#platform/db/embedded.ts';
import { migrate } from '#platform/db/migrate.ts';
import { closePools, useDatabase } from '#platform/db/pools.ts';
import { newId } from '#platform/ids.ts';
import { registry } from '#platform/registry.ts';
import { openContext, type Context } from '#platform/tenancy/context.ts';
import { BENCH_DATA, BENCH_SECRET } from './database.ts';

const { values } = parseArgs({ options: { orders: { type: 'string', default: '1000000' } } });
const workspaceId = newId();

async function main(): Promise<void> {
  mkdirSync(BENCH_DATA, { recursive: true });
  useConfig({ dataDir: BENCH_DATA, secret: BENCH_SECRET });
  const server = await startEmbeddedPostgres({ dataDir: path.join(BENCH_DATA, 'postgres') });
  try {
    const url = await fill(server.url, Number(values.orders));
    registry.load(house);
    await useDatabase(url);
    const ctx = openContext({ workspaceId, actor: { kind: 'system', name: 'bench' }, capabilities: 'all' });
    await report('30 days, nothing counted yet', ctx, { days: 30 }, 5);
    await timed('first count of everything', () => countSales(ctx));
    await report('30 days', ctx, { days: 30 });
    await report('365 days against the year before', ctx, { days: 365, compare: 'year' });
    await report('today by the hour', ctx, { days: 1 });
    await sellToday(url, 3_000);
    await report('365 days, 3,000 orders not counted yet', ctx, { days: 365, compare: 'year' });
    await refundSomewhere(url, 30);
    await report('365 days, and refunds on 30 old days', ctx, { days: 365, compare: 'year' });
    await timed('count of what changed', () => countSales(ctx));
    await closePools();
  } finally {
    await server.stop();
  }
}

async function fill(server: string, orders: number): Promise<string> {
  await run(server, 'drop database if exists bench_home with (force)', 'create database bench_home');
  const url = new URL(server);
  url.pathname = '/bench_home';
  await migrate(url.href);
  console.log(`filling ${orders.toLocaleString('en')} orders with two lines each …`);
  await run(
    url.href,
    `insert into workspaces (id, slug, name, tier) values ('${workspaceId}', 'bench', 'Bench', 'unlimited')`,
    `insert into workspace_settings (workspace_id, currency, country, locale, time_zone, prices_include_tax) values ('${workspaceId}', 'AUD', 'AU', 'en-AU', 'Australia/Sydney', true)`,
    `create temp table made as select new_id() as id, n, now() - n * interval '63 seconds' as at, 1000 + (n::bigint * 7919) % 90000 as total, n % 40 = 0 as back, n % 33 = 0 as gone from generate_series(1, ${orders}) n`,
    `create temp table goods as select k, new_id() as product from generate_series(0, 499) k`,
    `insert into customers (workspace_id, email, created_at) select '${workspaceId}', n || '@example.test', at from made where n % 3 = 0`,
    `insert into orders (workspace_id, id, number, source, email, currency, item_count, subtotal, shipping_total, tax_total, tax_inclusive, total, captured_total, refunded_total, payment_state, placed_at, cancelled_at)
     select '${workspaceId}', id, n, 'storefront', n || '@example.test', 'AUD', 3, total, 0, 0, true, total, total, case when back then total / 2 else 0 end,
       case when back then 'partially_refunded' else 'paid' end, at, case when gone then at end from made`,
    `insert into order_lines (workspace_id, order_id, position, variant_id, product_id, slug, title, variant_title, requires_shipping, quantity, unit_price, total, tax)
     select '${workspaceId}', made.id, line, product, product, 'p', 'Product ' || k, '', true, 1 + line, total, total * (1 + line), 0
     from made cross join generate_series(0, 1) line join goods on k = (made.n * (3 + line * 4)) % 500`,
    `insert into order_timeline (workspace_id, order_id, kind, says, by_name, at) select '${workspaceId}', id, 'placed', 'Order placed.', 'house', at from made where n < 1000 order by n desc`,
    'truncate sales_changes',
    'vacuum analyze',
  );
  return url.href;
}

async function countSales(ctx: Context): Promise<void> {
  await house.flatMap((module) => module.schedules ?? []).find((each) => each.name === 'orders.count-sales')!.run(ctx);
}

function sellToday(url: string, count: number): Promise<void> {
  return run(url, `insert into orders (workspace_id, number, source, email, currency, item_count, subtotal, shipping_total, tax_total, tax_inclusive, total, placed_at)
    select '${workspaceId}', 10000000 + n, 'storefront', 'a@example.test', 'AUD', 1, 100, 0, 0, true, 100, now() from generate_series(1, ${count}) n`);
}

function refundSomewhere(url: string, days: number): Promise<void> {
  return run(url, `update orders set refunded_total = captured_total, payment_state = 'refunded' where number in (select 5000 + n * 9001 from generate_series(1, ${days}) n)`);
}

async function timed(says: string, work: () => Promise<unknown>): Promise<void> {
  const begin = performance.now();
  await work();
  console.log(`${says.padEnd(48)} ${Math.round(performance.now() - begin)} ms`);
}

async function report(says: string, ctx: Context, asked: { days: number; compare?: 'year' }, times = 60): Promise<void> {
  const took: number[] = [];
  for (let i = 0; i < times; i++) {
    const begin = performance.now();
    await homeFigures.call(ctx, asked);
    took.push(performance.now() - begin);
  }
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number) => `${sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(0)} ms`;
  console.log(`${says.padEnd(48)} p50 ${at(0.5)}, p95 ${at(0.95)}`);
}

async function run(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

await main();
