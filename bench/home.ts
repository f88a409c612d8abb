import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { house } from '#connectors/house.ts';
import { homeFigures } from '#modules/orders/index.ts';
import { makePerson } from '#modules/accounts/index.ts';
import { useConfig } from '#platform/config.ts';
import { startEmbeddedPostgres } from '#platform/db/embedded.ts';
import { migrate, migrations } from '#platform/db/migrate.ts';
import { closePools, useDatabase } from '#platform/db/pools.ts';
import { registry } from '#platform/registry.ts';
import { openContext, type Context } from '#platform/tenancy/context.ts';
import { residentOf } from './cpu.ts';
import { BENCH_DATA, BENCH_SECRET } from './database.ts';
import { saveAs } from './report.ts';
import { startServer } from './server.ts';

const WORKSPACE = '0199c000-0000-7000-8000-000000000002';
const PERSON = { email: 'bench@quickdash.test', password: 'bench-person-bench-person' };
const HOME_MS = 300;
const EXPORT_MIB = 64;

export interface HomeBench {
  orders: number;
  dry: boolean;
}

interface Figure {
  what: string;
  p50: number;
  p95: number;
}

interface Export {
  list: string;
  rows: number;
  seconds: number;
  MiB: number;
  /** Most that the process held meanwhile, over what it held before, MiB. */
  extraMiB: number;
}

/** The first page of the dashboard in a shop with so many orders, and those orders as a file. */
export async function measureHome({ orders, dry }: HomeBench): Promise<void> {
  mkdirSync(BENCH_DATA, { recursive: true });
  useConfig({ dataDir: BENCH_DATA, secret: BENCH_SECRET });
  const server = await startEmbeddedPostgres({ dataDir: path.join(BENCH_DATA, 'postgres') });
  try {
    const url = await copyOfFilled(server.url, orders);
    const home = await measureFigures(url);
    const file = await measureExport(url, 'orders.list');
    console.log(`export of ${file.rows.toLocaleString('en')} rows: ${file.MiB} MiB in ${file.seconds} s, ${file.extraMiB} MiB more memory (target ${EXPORT_MIB})`);
    if (!dry) console.log(`\n  ${saveAs('home', { orders, targets: { homeP95: HOME_MS, exportMiB: EXPORT_MIB }, home, export: file })}`);
  } finally {
    await server.stop();
  }
}

async function measureFigures(url: string): Promise<Figure[]> {
  registry.load(house);
  await useDatabase(url);
  const ctx = openContext({ workspaceId: WORKSPACE, actor: { kind: 'system', name: 'bench' }, capabilities: 'all' });
  const found = [await timesOf('30 days, nothing counted yet', ctx, { days: 30 }, 5)];
  await timed('first count of everything', () => countSales(ctx));
  found.push(await timesOf('30 days', ctx, { days: 30 }));
  found.push(await timesOf('365 days against the year before', ctx, { days: 365, compare: 'year' }));
  found.push(await timesOf('today by the hour', ctx, { days: 1 }));
  await sellToday(url, 3_000);
  found.push(await timesOf('365 days, 3,000 orders not counted yet', ctx, { days: 365, compare: 'year' }));
  await refundSomewhere(url, 30);
  found.push(await timesOf('365 days, and refunds on 30 old days', ctx, { days: 365, compare: 'year' }));
  await timed('count of what changed', () => countSales(ctx));
  await closePools();
  return found;
}

// The filled database stays as long as tables and filling are the same; what is measured is a copy.
async function copyOfFilled(server: string, orders: number): Promise<string> {
  const own = readFileSync(import.meta.filename, 'utf8');
  const name = `home_${orders}_${createHash('sha256').update([own.slice(own.lastIndexOf('const FILLING')), ...migrations().map((m) => m.hash)].join('\n')).digest('hex').slice(0, 12)}`;
  const old = await run(server, `select datname from pg_database where datname like 'home\\_%'`);
  if (!old.some((each) => each['datname'] === name)) {
    for (const each of old) await run(server, `drop database "${String(each['datname'])}" with (force)`);
    await fill(server, { name, orders });
  }
  await run(server, 'drop database if exists bench_home with (force)', `create database bench_home template "${name}" strategy file_copy`, 'checkpoint');
  return at(server, 'bench_home');
}

async function fill(server: string, { name, orders }: { name: string; orders: number }): Promise<void> {
  console.log(`filling ${orders.toLocaleString('en')} orders with two lines each …`);
  await run(server, 'drop database if exists filling_home with (force)', 'create database filling_home');
  const url = at(server, 'filling_home');
  await migrate(url);
  registry.load(house);
  await useDatabase(url);
  const person = await makePerson({ name: 'Bench', ...PERSON });
  await closePools();
  await run(url, ...FILLING.map((statement) => statement.replaceAll('$ORDERS', String(orders)).replaceAll('$PERSON', person.userId)));
  await run(server, `alter database filling_home rename to "${name}"`);
}

function at(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

async function measureExport(url: string, list: string): Promise<Export> {
  const server = await startServer({ databaseUrl: url });
  try {
    const origin = `http://127.0.0.1:${server.port}`;
    const answer = await fetch(`${origin}/api/auth/sign-in/email`, { method: 'POST', headers: { 'content-type': 'application/json', origin }, body: JSON.stringify(PERSON) });
    const cookie = answer.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
    const headers = { cookie, 'x-workspace-id': WORKSPACE };
    await written(`${origin}/api/admin/exports/${list}?filter[number]=1..1000`, headers);
    // The program tidies up after its start once it has nothing to do.
    await sleep(30_000);
    const before = residentOf(server.pid);
    let most = before;
    const watch = setInterval(() => { most = Math.max(most, residentOf(server.pid)); }, 50);
    const begin = performance.now();
    const { rows, bytes } = await written(`${origin}/api/admin/exports/${list}`, headers);
    clearInterval(watch);
    return { list, rows, seconds: Math.round((performance.now() - begin) / 100) / 10, MiB: Math.round(bytes / 2 ** 20), extraMiB: Math.round(most - before) };
  } finally {
    await server.stop();
  }
}

// Lines without the heading; no text of these lists holds a line break.
async function written(url: string, headers: Record<string, string>): Promise<{ rows: number; bytes: number }> {
  const answer = await fetch(url, { headers });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  let rows = -1;
  let bytes = 0;
  for await (const part of answer.body!) {
    bytes += part.length;
    for (let i = part.indexOf(10); i >= 0; i = part.indexOf(10, i + 1)) rows += 1;
  }
  return { rows, bytes };
}

async function countSales(ctx: Context): Promise<void> {
  await house.flatMap((module) => module.schedules ?? []).find((each) => each.name === 'orders.count-sales')!.run(ctx);
}

async function sellToday(url: string, count: number): Promise<void> {
  await run(url, `insert into orders (workspace_id, number, source, email, currency, item_count, subtotal, shipping_total, tax_total, tax_inclusive, total, placed_at)
    select '${WORKSPACE}', 10000000 + n, 'storefront', 'a@example.test', 'AUD', 1, 100, 0, 0, true, 100, now() from generate_series(1, ${count}) n`);
}

async function refundSomewhere(url: string, days: number): Promise<void> {
  await run(url, `update orders set refunded_total = captured_total, payment_state = 'refunded' where number in (select 5000 + n * 9001 from generate_series(1, ${days}) n)`);
}

async function timed(says: string, work: () => Promise<unknown>): Promise<void> {
  const begin = performance.now();
  await work();
  console.log(`${says.padEnd(48)} ${Math.round(performance.now() - begin)} ms`);
}

async function timesOf(what: string, ctx: Context, asked: { days: number; compare?: 'year' }, times = 60): Promise<Figure> {
  const took: number[] = [];
  // Each connection learns its statements once.
  for (let i = 0; i < Math.min(times, 10); i++) await homeFigures.call(ctx, asked);
  for (let i = 0; i < times; i++) {
    const begin = performance.now();
    await homeFigures.call(ctx, asked);
    took.push(performance.now() - begin);
  }
  const sorted = took.toSorted((a, b) => a - b);
  const of = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!);
  console.log(`${what.padEnd(48)} p50 ${of(0.5)} ms, p95 ${of(0.95)} ms${of(0.95) > HOME_MS ? `, above ${HOME_MS}` : ''}`);
  return { what, p50: of(0.5), p95: of(0.95) };
}

async function run(url: string, ...statements: string[]): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) rows = (await client.query<Record<string, unknown>>(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

const FILLING = [
  `insert into workspaces (id, slug, name, tier) values ('${WORKSPACE}', 'bench', 'Bench', 'unlimited')`,
  `insert into workspace_settings (workspace_id, currency, country, locale, time_zone, prices_include_tax) values ('${WORKSPACE}', 'AUD', 'AU', 'en-AU', 'Australia/Sydney', true)`,
  `insert into members (workspace_id, user_id, name, email, role) values ('${WORKSPACE}', '$PERSON', 'Bench', '${PERSON.email}', 'owner')`,
  `create temp table made as select new_id() as id, n, now() - n * interval '63 seconds' as at, 1000 + (n::bigint * 7919) % 90000 as total, n % 40 = 0 as back, n % 33 = 0 as gone from generate_series(1, $ORDERS) n`,
  `create temp table goods as select k, new_id() as product from generate_series(0, 499) k`,
  `insert into customers (workspace_id, email, created_at) select '${WORKSPACE}', n || '@example.test', at from made where n % 3 = 0`,
  `insert into orders (workspace_id, id, number, source, email, currency, item_count, subtotal, shipping_total, tax_total, tax_inclusive, total, captured_total, refunded_total, payment_state, placed_at, cancelled_at)
   select '${WORKSPACE}', id, n, 'storefront', n || '@example.test', 'AUD', 3, total, 0, 0, true, total, total, case when back then total / 2 else 0 end,
     case when back then 'partially_refunded' else 'paid' end, at, case when gone then at end from made`,
  `insert into order_lines (workspace_id, order_id, position, variant_id, product_id, slug, title, variant_title, requires_shipping, quantity, unit_price, total, tax)
   select '${WORKSPACE}', made.id, line, product, product, 'p', 'Product ' || k, '', true, 1 + line, total, total * (1 + line), 0
   from made cross join generate_series(0, 1) line join goods on k = (made.n * (3 + line * 4)) % 500`,
  `insert into order_timeline (workspace_id, order_id, kind, says, by_name, at) select '${WORKSPACE}', id, 'placed', 'Order placed.', 'house', at from made where n < 1000 order by n desc`,
  'truncate sales_changes',
  'vacuum analyze',
];
