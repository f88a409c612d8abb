import { mkdirSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { house } from '#connectors/house.ts';
import { learnWords, refreshListings } from '#modules/discovery/index.ts';
import { createWorkspace, makePerson } from '#modules/accounts/index.ts';
import { contextForStorefront, storefrontBySlug } from '#modules/storefronts/index.ts';
import { useConfig } from '#platform/config.ts';
import { startEmbeddedPostgres } from '#platform/db/embedded.ts';
import { migrate } from '#platform/db/migrate.ts';
import { closePools, useDatabase } from '#platform/db/pools.ts';
import { registry } from '#platform/registry.ts';
import { openContext, type Context, type Tx } from '#platform/tenancy/context.ts';
import { platformTransaction } from '#platform/tenancy/platform-door.ts';
import type { FileProduct } from './read-files.ts';

const DATA = path.join(path.dirname(path.dirname(import.meta.dirname)), '.data', 'relevance');
const NAME = 'relevance';
const CURRENCY = 'USD';

/** A shop that holds the products of a file and nothing else. */
export interface ScratchShop {
  /** As the shop itself. */
  ctx: Context;
  /** As a shopper. */
  visit: Context;
  /** Slug of a listing -> id in the file. */
  idOf: Map<string, string>;
  stop(): Promise<void>;
}

/** A database of its own, made anew: nothing of it is kept, nothing else is touched. The program is connected to it. */
export async function openScratchDatabase(): Promise<{ url: string; stop(): Promise<void> }> {
  mkdirSync(DATA, { recursive: true });
  useConfig({ dataDir: DATA, secret: 'relevance-relevance-relevance-relevance' });
  const server = await startEmbeddedPostgres({ dataDir: path.join(DATA, 'postgres') });
  const url = Object.assign(new URL(server.url), { pathname: `/${NAME}` }).href;
  await run(server.url, `drop database if exists ${NAME} with (force)`, `create database ${NAME}`);
  await migrate(url);
  registry.load(house);
  await useDatabase(url);
  return { url, stop: () => closePools().then(() => server.stop()) };
}

export async function openScratchShop(products: readonly FileProduct[], say: (line: string) => void): Promise<ScratchShop> {
  const { url, stop } = await openScratchDatabase();
  const { ctx, visit } = await openShop();
  const began = performance.now();
  const idOf = await fill(ctx, products, say);
  await learnWords(ctx);
  await run(url, 'vacuum analyze');
  say(`${products.length.toLocaleString('en')} products listed in ${((performance.now() - began) / 1_000).toFixed(1)} s`);
  return { ctx, visit, idOf, stop };
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

async function openShop(): Promise<{ ctx: Context; visit: Context }> {
  const person = await makePerson({ name: 'Relevance', email: 'relevance@example.test', password: 'a long enough password' });
  const { id, storefront } = await createWorkspace.call(person, { name: NAME, currency: CURRENCY, country: 'US', locale: 'en-US', timeZone: 'UTC', pricesIncludeTax: false, storefront: { name: NAME } });
  await platformTransaction('seed', (q) => q.sql`update workspaces set tier = 'unlimited' where id = ${id}`);
  const ctx = openContext({ workspaceId: id, actor: { kind: 'system', name: NAME }, capabilities: 'all' });
  return { ctx, visit: contextForStorefront((await storefrontBySlug(storefront!.slug))!) };
}

const AT_ONCE = 1_000;
const MOST_FIELDS = 40;
const LONGEST_FIELD = 120;

async function fill(ctx: Context, products: readonly FileProduct[], say: (line: string) => void): Promise<Map<string, string>> {
  const fields = await defineFields(ctx, products);
  const idOf = new Map<string, string>();
  for (let from = 0; from < products.length; from += AT_ONCE) {
    const part = products.slice(from, from + AT_ONCE).map((product, i) => ({ ...product, slug: `p-${from + i}` }));
    for (const { slug, id } of part) idOf.set(slug, id);
    await ctx.transaction((tx) => writeProducts(tx, part, fields));
    if (from > 0 && from % 10_000 === 0) say(`  ${from.toLocaleString('en')} …`);
  }
  return idOf;
}

/** A column whose values are short becomes a custom field; what is longer is read as part of the description. */
async function defineFields(ctx: Context, products: readonly FileProduct[]): Promise<Map<string, string>> {
  const lengths = new Map<string, number>();
  for (const { fields } of products) for (const [name, value] of Object.entries(fields)) lengths.set(name, Math.max(lengths.get(name) ?? 0, value.length));
  const short = [...lengths].filter(([, longest]) => longest <= LONGEST_FIELD).slice(0, MOST_FIELDS);
  const keys = new Map(short.map(([name], i) => [name, `f${i}`]));
  await ctx.transaction((tx) => tx.sql`
    insert into custom_field_definitions (key, says, type, unit, choices, filterable, position)
    select key, says, 'text', '', '{}', true, place from unnest(${[...keys.values()]}::text[], ${[...keys.keys()]}::text[]) with ordinality as f(key, says, place)`);
  return keys;
}

type Written = FileProduct & { slug: string };

async function writeProducts(tx: Tx, products: readonly Written[], keys: Map<string, string>): Promise<void> {
  const rows = products.map((product) => ({
    slug: product.slug, title: product.title.slice(0, 255), about: aboutOf(product, keys), brand: product.brand.slice(0, 255), kind: product.kind.slice(0, 255), tags: product.tags,
    fields: Object.fromEntries(Object.entries(product.fields).flatMap(([name, value]) => (keys.has(name) ? [[keys.get(name)!, value]] : []))),
    price: Math.min(99_999_999, Math.max(1, Math.round((product.price ?? 10) * 100))),
  }));
  const made = await tx.sql<{ id: string }>`
    with given as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(slug text, title text, about text, brand text, kind text, tags text[], fields jsonb, price bigint)),
    made as (
      insert into products (slug, title, description_html, brand, product_type, status, live_since, tags, custom_fields)
      select slug, title, about, brand, kind, 'active', ${tx.now}, coalesce(tags, '{}'), fields from given returning id, slug
    ), variant as (
      insert into variants (product_id, position, track_inventory) select id, 0, false from made returning id, product_id
    ), priced as (
      insert into prices (variant_id, currency, amount) select v.id, ${CURRENCY}, g.price from variant v join made m on m.id = v.product_id join given g on g.slug = m.slug
    )
    select id from made`;
  await refreshListings(tx, made.map((row) => row.id));
}

function aboutOf({ description, fields }: FileProduct, keys: Map<string, string>): string {
  const long = Object.entries(fields).filter(([name]) => !keys.has(name)).map(([, value]) => value);
  return [description, ...long].map((text) => `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`).join('');
}
