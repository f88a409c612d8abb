import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { view } from '#platform/operations/view.ts';
import type { Reader, Tx } from '#platform/tenancy/context.ts';
import { requireCustomer, type CustomerPart } from '#modules/customers/index.ts';
import { productDeleted, productUpdated } from '#modules/catalog/index.ts';
import { ProductCard } from '#modules/discovery/index.ts';
import { ownStorefront } from './what-sells.ts';

type Card = z.infer<typeof ProductCard>;
const Cards = z.object({ data: z.array(ProductCard) });
const MOST = 24;

const Ids = z.string().max(1_000).transform((text) => [...new Set(text.split(',').filter((id) => z.uuid().safeParse(id).success))].slice(0, MOST));

/** Cards of the products named, in the order named. What is not for sale here is left out. */
export const chosenProducts = view({
  name: 'storefront.feeds.products',
  on: 'storefront',
  route: 'GET /feeds/products',
  says: 'Products by their ids',
  needs: 'storefront:products',
  input: z.object({ ids: Ids.meta({ description: `up to ${MOST} ids with commas between` }) }),
  output: Cards,
  changesWith: [productUpdated, productDeleted],
  read: async (r, { ids }) => ({ data: await cardsOf(r, ids) }),
});

async function cardsOf(r: Reader, ids: readonly string[]): Promise<Card[]> {
  const rows = await r.sql<{ card: Card }>`
    select l.card from unnest(${ids}::uuid[]) with ordinality as wanted(id, place)
    join listings l on l.product_id = wanted.id and l.currency = (select currency from storefronts where id = ${ownStorefront(r)}) order by place`;
  return rows.map((row) => row.card);
}

/** What the signed-in customer looked at, on whichever device, latest first. */
export const myViewed = view({
  name: 'storefront.customers.viewed',
  on: 'storefront',
  route: 'GET /customers/me/viewed',
  says: 'What I looked at',
  needs: 'storefront:customers',
  input: z.object({}),
  output: Cards,
  read: async (r) => ({ data: await cardsOf(r, await viewedBy(r, requireCustomer(r))) }),
});

async function viewedBy(r: Reader, customerId: string): Promise<string[]> {
  const rows = await r.sql<{ id: string }>`select product_id as id from viewed_products where customer_id = ${customerId} order by viewed_at desc, product_id limit ${MOST}`;
  return rows.map((row) => row.id);
}

/** A device brings what was looked at on it; the answer is what all devices know together. */
export const noteViewed = operation({
  name: 'storefront.customers.note-viewed',
  on: 'storefront',
  route: 'POST /customers/me/viewed',
  says: 'Note what I looked at',
  needs: 'storefront:customers',
  audit: 'none',
  input: z.object({ products: z.array(z.object({ id: z.uuid(), at: z.coerce.date() })).max(MOST) }),
  output: Cards,
  async run(tx, { products }) {
    const customerId = requireCustomer(tx);
    await keep(tx, customerId, products);
    return { data: await cardsOf(tx, await viewedBy(tx, customerId)) };
  },
});

async function keep(tx: Tx, customerId: string, products: { id: string; at: Date }[]): Promise<void> {
  // A device whose clock is ahead does not look into the future.
  const times = products.map(({ at }) => (at > tx.now ? tx.now : at));
  await tx.sql`
    insert into viewed_products (customer_id, product_id, viewed_at)
    select ${customerId}, p.id, max(seen.at) from unnest(${products.map((each) => each.id)}::uuid[], ${times}::timestamptz[]) as seen(id, at) join products p on p.id = seen.id group by p.id order by p.id
    on conflict (workspace_id, customer_id, product_id) do update set viewed_at = greatest(viewed_products.viewed_at, excluded.viewed_at)`;
  await tx.sql`
    delete from viewed_products where customer_id = ${customerId} and product_id not in (
      select product_id from viewed_products where customer_id = ${customerId} order by viewed_at desc, product_id limit ${MOST})`;
}

/** Deletes what is kept of the signed-in customer's looking around. */
export const forgetViewed = operation({
  name: 'storefront.customers.forget-viewed',
  on: 'storefront',
  route: 'DELETE /customers/me/viewed',
  says: 'Forget what I looked at',
  needs: 'storefront:customers',
  audit: 'none',
  input: z.object({}),
  output: z.object({ forgotten: z.int() }),
  async run(tx) {
    const rows = await tx.sql`delete from viewed_products where customer_id = ${requireCustomer(tx)} returning id`;
    return { forgotten: rows.length };
  },
});

/** What looking around leaves of a customer. */
export const viewedByCustomer: CustomerPart = {
  async move(tx, { from, into }) {
    await tx.sql`insert into viewed_products (customer_id, product_id, viewed_at) select ${into}, product_id, viewed_at from viewed_products where customer_id = ${from}
      on conflict (workspace_id, customer_id, product_id) do update set viewed_at = greatest(viewed_products.viewed_at, excluded.viewed_at)`;
    await tx.sql`delete from viewed_products where customer_id = ${from}`;
  },
  write: (r, { id }) => r.sql`select p.title, v.viewed_at as "viewedAt" from viewed_products v join products p on p.id = v.product_id where v.customer_id = ${id} order by v.viewed_at desc`,
};
