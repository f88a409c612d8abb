import * as z from 'zod';
import { countAttempt } from '#modules/accounts/index.ts';
import { requireCustomer } from '#modules/customers/index.ts';
import { availability } from '#modules/inventory/index.ts';
import { operation } from '#platform/operations/operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { DAY, HOUR, later } from '#platform/time.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { alertAsked, alertEnded } from './events.ts';
import { lowestPrice } from './prices.ts';
import type { SavedQuery } from './tables.ts';

const on = 'storefront';
const needs = 'storefront:customers';
const Email = z.string().trim().toLowerCase().max(254).pipe(z.email('should be an email address'));
const Made = z.object({ id: z.uuid(), kind: z.enum(['restock', 'price', 'search']), says: z.string() });

interface Person {
  storefrontId: string;
  currency: string;
  customerId: string | null;
  email: string;
}

async function personOf(tx: Tx, email: string | undefined): Promise<Person> {
  const actor = tx.actor;
  if (actor.kind !== 'storefront') throw new Refusal('forbidden', 'Shoppers sign up at a storefront.');
  const [row] = await tx.sql<{ currency: string; email: string | null }>`
    select s.currency, (select c.email from customers c where c.id = ${actor.customerId ?? null}::uuid) as email from storefronts s where s.id = ${actor.storefrontId}`;
  if (!row) throw notFound('This storefront');
  const to = row.email ?? email;
  if (!to) throw new Refusal('invalid', 'Enter your email address, so that we can write to you.', { fields: { email: 'is needed' } });
  await countAttempt([
    { key: `alerts:${tx.workspaceId}:of:${to}`, times: 40, withinMillis: HOUR },
    ...(actor.customerId || !tx.address ? [] : [{ key: `alerts:${tx.workspaceId}:from:${tx.address}`, times: 30, withinMillis: HOUR }]),
  ]);
  return { storefrontId: actor.storefrontId, currency: row.currency, customerId: row.email ? (actor.customerId ?? null) : null, email: to };
}

/** A place in the line for a sold-out variant. Signing up again keeps the place. */
export const waitForStock = operation({
  name: 'storefront.alerts.restock',
  on,
  route: 'POST /variants/:variantId/restock-alerts',
  says: 'Be told when something is back in stock',
  needs,
  input: z.object({ variantId: z.uuid(), email: Email.optional().meta({ description: 'for guests; a signed-in customer’s is known' }) }),
  output: Made,
  async run(tx, { variantId, email }) {
    const person = await personOf(tx, email);
    const [variant] = await tx.sql<{ productId: string; says: string }>`
      select p.id as "productId", case when v.title = '' then p.title else p.title || ', ' || v.title end as says
      from variants v join products p on p.id = v.product_id where v.id = ${variantId} and p.live_since is not null`;
    if (!variant) throw notFound('This product');
    const stock = (await availability(tx, [variantId])).get(variantId)!;
    if (stock.canOversell || stock.available > 0) throw new Refusal('in_stock', 'It is in stock now.');
    const [row] = await tx.sql<{ id: string }>`
      insert into alerts (kind, storefront_id, customer_id, email, says, product_id, variant_id, currency, created_at)
      values ('restock', ${person.storefrontId}, ${person.customerId}, ${person.email}, ${variant.says}, ${variant.productId}, ${variantId}, ${person.currency}, ${tx.now})
      on conflict (workspace_id, storefront_id, variant_id, email) where kind = 'restock' and state = 'waiting' do update set says = excluded.says returning id`;
    return made(tx, row!.id, 'restock', variant.says);
  },
});

function made<K extends 'restock' | 'price' | 'search'>(tx: Tx, id: string, kind: K, says: string): { id: string; kind: K; says: string } {
  tx.tell(alertAsked, { alertId: id, kind });
  return { id, kind, says };
}

/** Signing up again keeps the price of the first time: otherwise a raised price would make a drop of the old one. */
export const watchPrice = operation({
  name: 'storefront.alerts.price',
  on,
  route: 'POST /products/:productId/price-alerts',
  says: 'Be told when something gets cheaper',
  needs,
  input: z.object({ productId: z.uuid() }),
  output: Made,
  async run(tx, { productId }) {
    requireCustomer(tx);
    const person = await personOf(tx, undefined);
    const [product] = await tx.sql<{ title: string }>`select title from products where id = ${productId} and live_since is not null`;
    const price = product && (await lowestPrice(tx, productId, person.currency));
    if (!product || price == null) throw notFound('This product');
    const [row] = await tx.sql<{ id: string }>`
      insert into alerts (kind, storefront_id, customer_id, email, says, product_id, currency, price_then, created_at)
      values ('price', ${person.storefrontId}, ${person.customerId}, ${person.email}, ${product.title}, ${productId}, ${person.currency}, ${price}, ${tx.now})
      on conflict (workspace_id, storefront_id, product_id, email) where kind = 'price' and state = 'waiting' do update set says = excluded.says returning id`;
    return made(tx, row!.id, 'price', product.title);
  },
});

const MOST_SEARCHES = 20;
const Words = z.string().trim().max(200);

/** What it finds today is known; the first mail comes with what is new. */
export const saveSearch = operation({
  name: 'storefront.alerts.search',
  on,
  route: 'POST /saved-searches',
  says: 'Save a search and be told of new matches',
  needs,
  input: z.object({
    q: Words.optional(),
    category: Words.optional().meta({ description: 'id or slug' }),
    filter: z.record(z.string().max(300), z.string().max(500)).optional().refine((filter) => Object.keys(filter ?? {}).length <= 12, 'should be at most 12'),
    name: z.string().trim().max(80).optional(),
  }),
  output: Made,
  async run(tx, { name, ...asked }) {
    requireCustomer(tx);
    const query = saying(asked);
    if (!query.q && !query.category && !query.filter) throw new Refusal('invalid', 'Search for something first, or choose a filter.');
    const person = await personOf(tx, undefined);
    const says = name || wordsOf(query);
    const [{ n, lookAt } = { n: 0, lookAt: null }] = await tx.sql<{ n: number; lookAt: Date | null }>`
      select count(*) as n, min(look_at) as "lookAt" from alerts where kind = 'search' and state = 'waiting' and customer_id = ${person.customerId} and storefront_id = ${person.storefrontId}`;
    if (n >= MOST_SEARCHES) throw new Refusal('too_many', `You can save at most ${MOST_SEARCHES} searches.`);
    const [row] = await tx.sql<{ id: string }>`
      insert into alerts (kind, storefront_id, customer_id, email, says, currency, query, look_at, created_at)
      values ('search', ${person.storefrontId}, ${person.customerId}, ${person.email}, ${says}, ${person.currency}, ${JSON.stringify(query)}, ${lookAt ?? later(tx.now, DAY)}, ${tx.now}) returning id`;
    return made(tx, row!.id, 'search', says);
  },
});

function saying({ q, category, filter }: SavedQuery): SavedQuery {
  const filters = Object.fromEntries(Object.entries(filter ?? {}).filter(([, value]) => value !== ''));
  return { ...(q && { q }), ...(category && { category }), ...(Object.keys(filters).length > 0 && { filter: filters }) };
}

function wordsOf({ q, category, filter = {} }: SavedQuery): string {
  return [q && `“${q}”`, category, ...Object.values(filter)].filter(Boolean).join(' · ').slice(0, 80);
}

export const endAlert = operation({
  name: 'storefront.alerts.end',
  on,
  route: 'DELETE /alerts/:id',
  says: 'Stop being told',
  needs,
  input: z.object({ id: z.uuid() }),
  output: z.object({ ok: z.literal(true) }),
  async run(tx, { id }) {
    const [row] = await tx.sql<{ kind: 'restock' | 'price' | 'search' }>`update alerts set state = 'ended', look_at = null where id = ${id} and customer_id = ${requireCustomer(tx)} returning kind`;
    if (!row) throw notFound('This alert');
    tx.tell(alertEnded, { alertId: id, kind: row.kind });
    return { ok: true as const };
  },
});
