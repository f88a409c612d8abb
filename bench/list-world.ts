import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { house } from '#connectors/house.ts';
import { useConfig } from '#platform/config.ts';
import { startEmbeddedPostgres } from '#platform/db/embedded.ts';
import { migrate, migrations } from '#platform/db/migrate.ts';
import { closePools, useDatabase } from '#platform/db/pools.ts';
import { registry } from '#platform/registry.ts';
import { platformTransaction } from '#platform/tenancy/platform-door.ts';
import { makePerson } from '#modules/accounts/index.ts';
import { BENCH_DATA, BENCH_SECRET } from './database.ts';

/** A workspace with as many rows in every list as are asked for, written by the database itself. */
export interface ListWorld {
  url: string;
  workspaceId: string;
  slug: string;
  stop(): Promise<void>;
}

/** Looks at the filled workspace as its owner would. */
export const BENCH_PERSON = { email: 'bench@quickdash.test', password: 'bench-person-bench-person' };
const WORKSPACE = '0199c000-0000-7000-8000-000000000001';
const SLUG = 'bench-lists';

export async function openListWorld(rows: number, say: (line: string) => void): Promise<ListWorld> {
  mkdirSync(BENCH_DATA, { recursive: true });
  useConfig({ dataDir: BENCH_DATA, secret: BENCH_SECRET });
  const server = await startEmbeddedPostgres({ dataDir: path.join(BENCH_DATA, 'postgres') });
  const name = `lists_${rows}_${worldHash()}`;
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  const { rows: there } = await run(server.url, `select datname from pg_database where datname like 'lists\\_%'`);
  if (!there.some((each) => each['datname'] === name)) await fillAnew(server.url, url.href, { name, rows, say, old: there.map((each) => String(each['datname'])) });
  registry.load(house);
  await useDatabase(url.href);
  return { url: url.href, workspaceId: WORKSPACE, slug: SLUG, stop: () => closePools().then(() => server.stop()) };
}

export function worldHash(): string {
  const own = readFileSync(import.meta.filename, 'utf8');
  return createHash('sha256').update([own, ...migrations().map((m) => m.hash)].join('\n')).digest('hex').slice(0, 12);
}

interface Filling {
  name: string;
  rows: number;
  old: string[];
  say(line: string): void;
}

async function fillAnew(server: string, url: string, { name, rows, old, say }: Filling): Promise<void> {
  for (const each of old) await run(server, `drop database "${each}" with (force)`);
  await run(server, 'drop database if exists filling_lists with (force)', 'create database filling_lists');
  const filling = new URL(url);
  filling.pathname = '/filling_lists';
  await migrate(filling.href);
  await openWorkspace(filling.href);
  const begin = performance.now();
  await run(filling.href, ...statements(rows), 'vacuum analyze');
  say(`filled every list with ${rows.toLocaleString('en')} rows in ${Math.round((performance.now() - begin) / 1000)} s`);
  await run(server, `alter database filling_lists rename to "${name}"`);
}

async function openWorkspace(url: string): Promise<void> {
  registry.load(house);
  await useDatabase(url);
  const person = await makePerson({ name: 'Bench', ...BENCH_PERSON });
  await platformTransaction('seed', async (q) => {
    await q.sql`insert into workspaces (id, slug, name, tier) values (${WORKSPACE}, ${SLUG}, 'Bench', 'unlimited')`;
    await q.sql`insert into workspace_settings (workspace_id, currency, country, locale, time_zone, prices_include_tax) values (${WORKSPACE}, 'AUD', 'AU', 'en-AU', 'Australia/Sydney', true)`;
    await q.sql`insert into members (workspace_id, user_id, name, email, role) values (${WORKSPACE}, ${person.userId}, 'Bench', ${BENCH_PERSON.email}, 'owner')`;
  });
  await closePools();
}

// Words that differ in how often they are met: a colour in every twelfth row, a maker in every 400th, a number in one.
const COLOURS = `(array['Amber','Blue','Coral','Dune','Ebony','Fern','Grey','Hazel','Ivory','Jade','Khaki','Lime'])[1 + n % 12]`;
const THINGS = `(array['Mug','Bowl','Plate','Vase','Lamp','Chair','Stool','Shelf','Rug'])[1 + n % 9]`;
const NAMES = `(array['Ada','Ben','Cleo','Dan','Eve','Finn','Gia','Hugo','Ida','Jon'])[1 + n % 10] || ' ' || (array['Abbott','Brown','Clarke','Doyle','Evans','Fisher','Grant'])[1 + n % 7] || 'son' || (n % 400)`;
const past = (days: number) => `now() - (n::bigint * 7919 % 1000000) / 1000000.0 * interval '${days} days'`;

function statements(rows: number): string[] {
  const each = `generate_series(1, ${rows}) n`;
  return [
    `set app.workspace_id = '${WORKSPACE}'`,
    `set synchronous_commit = off`,
    ...catalogue(each), ...stock(rows, each), ...trade(each), ...office(each),
  ];
}

function catalogue(each: string): string[] {
  return [
    `create temp table made as select new_id() as id, n from ${each}`,
    `insert into products (id, slug, title, brand, product_type, status, tags, created_at, updated_at)
     select id, 'product-' || n, ${COLOURS} || ' ' || ${THINGS} || ' ' || n, 'Maker ' || (n % 400), 'Type ' || (n % 30), (array['active','active','active','draft','archived'])[1 + n % 5],
       array['tag' || (n % 50), 'season ' || (n % 4)], ${past(700)}, ${past(300)} from made order by n`,
    `create temp table sorts as select new_id() as id, made.id as product, n, v, row_number() over (order by n, v) as k from made, generate_series(0, 2) v where v <= n % 3`,
    `insert into variants (id, product_id, sku, title, option_key, position) select id, product, 'SKU-' || n || '-' || v, 'Size ' || v, 'size-' || v, v from sorts order by k`,
    `insert into prices (variant_id, currency, amount) select id, 'AUD', 500 + (n::bigint * 7919) % 90000 + v * 100 from sorts order by k`,
    `insert into media (product_id, url, position) select id, '/files/picture-' || n || '.webp', 0 from made order by n`,
  ];
}

function stock(rows: number, each: string): string[] {
  return [
    `insert into locations (name, is_default, position) values ('Warehouse', true, 0), ('Shop', false, 1) on conflict do nothing`,
    `create temp table place as select id, row_number() over (order by position) - 1 as p from locations`,
    `insert into stock_levels (variant_id, location_id, on_hand, reserved, incoming, updated_at) select s.id, place.id, k * 7 % 400, case when k * 7 % 400 > 9 then k % 9 else 0 end, k % 5, ${past(90)}
     from (select * from sorts where k <= ${rows}) s join place on p = k % 2 order by k`,
    `create temp table lying as select s.*, place.id as location from sorts s join place on p = k % 2 where k <= ${rows}`,
    `insert into stock_movements (variant_id, location_id, on_hand_change, reason, reference, actor, at) select id, location, 1 + k % 30, (array['received','sold','counted','returned'])[1 + k % 4], 'order ' || k, 'Bench', ${past(200)} from lying order by k`,
    `insert into reservations (held_for, variant_id, location_id, quantity, open, state, created_at) select 'order:' || k, id, location, 2, case when k % 3 = 0 then 2 else 0 end, case when k % 3 = 0 then 'committed' else 'shipped' end, ${past(200)} from lying order by k`,
    `insert into stock_alerts (variant_id, kind, available, at) select id, (array['low','out','back'])[1 + k % 3], k % 5, ${past(200)} from lying order by k`,
    `insert into stock_outlooks (variant_id, sold, cover, running_out) select id, k % 90, k % 60, k % 60 < 3 from lying order by k`,
    `insert into stock_transfers (number, from_location_id, to_location_id, created_by, created_at) select n, (select id from place where p = 0), (select id from place where p = 1), 'Bench', ${past(300)} from ${each}`,
    `insert into stock_counts (number, location_id, created_by, created_at) select n, (select id from place where p = n % 2), 'Bench', ${past(300)} from ${each}`,
  ];
}

function trade(each: string): string[] {
  return [
    `create temp table buyers as select new_id() as id, n from ${each}`,
    `insert into customers (id, email, name, phone, accepts_marketing, tags, orders_count, total_spent, currency, last_order_at, created_at)
     select id, 'buyer' || n || '@example.test', ${NAMES}, '+61 4' || lpad((n::bigint * 7919 % 100000000)::text, 8, '0'), n % 3 = 0, array['tag' || (n % 50)], n % 20, (n::bigint * 7919) % 900000, 'AUD',
       case when n % 4 > 0 then ${past(300)} end, ${past(900)} from buyers order by n`,
    `insert into customer_groups (name) select 'Group ' || n from generate_series(1, 20) n`,
    `insert into customer_group_members (group_id, customer_id) select g.id, b.id from buyers b join (select id, row_number() over (order by name) as k from customer_groups) g on g.k = 1 + b.n % 20 where b.n % 2 = 0`,
    `create temp table sales as select new_id() as id, n from ${each}`,
    `insert into orders (id, number, source, customer_id, customer_name, email, currency, item_count, subtotal, shipping_total, tax_total, tax_inclusive, total, captured_total, refunded_total, payment_state, fulfilment_state, return_state, tags, placed_at, cancelled_at)
     select sales.id, n, 'storefront', buyers.id, ${NAMES.replaceAll(/\bn\b/g, 'n')}, 'buyer' || n || '@example.test', 'AUD', 1 + n % 6, t, 0, 0, true, t, t, case when n % 40 = 0 then t / 2 else 0 end,
       case when n % 40 = 0 then 'partially_refunded' when n % 9 = 0 then 'pending' else 'paid' end, case when n % 7 = 0 then 'unfulfilled' else 'fulfilled' end, case when n % 100 = 0 then 'requested' else 'none' end,
       case when n % 10 = 0 then array['gift'] else '{}' end, ${past(400)}, case when n % 33 = 0 then now() end
     from sales join buyers using (n), lateral (select 1000 + (n::bigint * 7919) % 90000 as t) money order by n`,
    `insert into payments (order_id, provider, state, amount, currency, captured, key, token, provider_reference, card_last4, created_at)
     select id, (array['test','manual'])[1 + n % 2], (array['captured','authorized','declined'])[1 + n % 3], 1000 + n, 'AUD', 1000 + n, 'key-' || n, 'token', 'ch_' || md5(n::text), lpad((n % 10000)::text, 4, '0'), ${past(400)} from sales order by n`,
    `insert into invoices (kind, number, order_id, currency, total, document, issued_at) select 'invoice', n, id, 'AUD', 1000 + n, '{}', ${past(400)} from sales order by n`,
    `insert into order_drafts (email, customer_name, currency, lines, created_by, updated_at) select 'draft' || n || '@example.test', ${NAMES}, 'AUD', '[{}]', 'Bench', ${past(200)} from ${each}`,
    'truncate sales_changes',
  ];
}

function office(each: string): string[] {
  return [
    `insert into audit_entries (at, operation, actor_kind, actor_id, actor_name, record, record_id, input, changes, request_id, address)
     select ${past(400)}, (array['products.update','orders.fulfil','orders.add-note','customers.update','stock.adjust'])[1 + n % 5], (array['member','token'])[1 + n % 2], 'actor-' || (n % 30), ${NAMES}, (array['product','order','order','customer','stock'])[1 + n % 5], md5(n::text),
       jsonb_build_object('id', n, 'note', repeat('x', 80)), jsonb_build_array(jsonb_build_object('before', n, 'after', n + 1)), md5('r' || n), '10.0.0.' || (n % 250) from ${each}`,
    `insert into mail_messages (once, sender, recipient, subject, html, text, state, created_at) select 'once-' || n, 'shop@example.test', 'buyer' || n || '@example.test', 'Your order ' || n, repeat('<p>Hello</p>', 30), 'Hello', (array['sent','kept','refused'])[1 + n % 3], ${past(300)} from ${each}`,
    `insert into webhook_endpoints (url, description, events, secret_sealed) select 'https://hooks.example.test/' || n, 'Program ' || n, '{order.placed}', 'sealed' from generate_series(1, 20) n`,
    `create temp table said as select new_id() as id, n from ${each}`,
    `insert into webhook_messages (id, event, body, at) select id, 'order.placed', '{}', now() from said order by n`,
    `insert into webhook_deliveries (message_id, endpoint_id, event, state, attempts, last_status, created_at) select said.id, e.id, (array['order.placed','order.paid','product.updated'])[1 + n % 3], (array['delivered','failed'])[1 + n % 2], 1 + n % 4, 200 + n % 300, ${past(60)}
     from said join (select id, row_number() over (order by url) - 1 as k from webhook_endpoints) e on e.k = n % 20 order by n`,
    `insert into bulk_runs (list, operation, says, input, question, actor, actor_name, state, total, created_at, ended_at) select 'products.list', 'products.update', 'Change a product', '{}', '{}', '{}', 'Bench', 'done', 1000, ${past(200)}, now() from generate_series(1, 100) n`,
    `insert into bulk_rows (run_id, record_id, name, state, sentence) select r.id, new_id(), ${COLOURS} || ' ' || ${THINGS} || ' ' || n, (array['done','failed','skipped'])[1 + n % 3], case when n % 3 = 1 then 'Somebody else changed it.' end from ${each} join (select id, row_number() over (order by created_at) - 1 as k from bulk_runs) r on r.k = n % 100`,
  ];
}

async function run(url: string, ...texts: string[]): Promise<pg.QueryResult<Record<string, unknown>>> {
  const client = new pg.Client({ connectionString: url, application_name: 'bench' });
  await client.connect();
  try {
    let last!: pg.QueryResult<Record<string, unknown>>;
    for (const text of texts) last = await client.query(text);
    return last;
  } finally {
    await client.end();
  }
}
