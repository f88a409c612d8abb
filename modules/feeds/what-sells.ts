import * as z from 'zod';
import { view } from '#platform/operations/view.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { DAY, later, now } from '#platform/time.ts';
import { productDeleted, productUpdated } from '#modules/catalog/index.ts';
import { ProductCard } from '#modules/discovery/index.ts';
import { storefrontChanged } from '#modules/storefronts/index.ts';
import { feedChanged } from './events.ts';

const needs = 'storefront:products';
const Question = z.object({
  limit: z.coerce.number().int().min(1).max(24).default(8),
  currency: z.string().regex(/^[A-Z]{3}$/).optional().meta({ description: 'the storefront decides when left out' }),
});
const changesWith = [feedChanged, productUpdated, productDeleted, storefrontChanged];

export function ownStorefront({ actor }: Reader): string {
  if (actor.kind !== 'storefront' || !actor.storefrontId) throw new Refusal('forbidden', 'Only a storefront asks what it sells.');
  return actor.storefrontId;
}

/** Products that sell now, the hottest first. A sale counts half as much after two days. */
export const hotProducts = view({
  name: 'storefront.feeds.hot',
  on: 'storefront',
  route: 'GET /feeds/hot',
  says: 'What sells now',
  needs,
  input: Question,
  output: z.object({ data: z.array(ProductCard) }),
  changesWith,
  async read(r, { limit, currency = null }) {
    const id = ownStorefront(r);
    const rows = await r.sql<{ card: z.infer<typeof ProductCard> }>`
      select l.card from product_heat h
      join listings l on l.product_id = h.product_id and l.currency = coalesce(${currency}::bpchar, (select currency from storefronts where id = ${id})) and l.available
      where h.storefront_id = ${id} order by h.heat desc, h.product_id limit ${limit}`;
    return { data: rows.map((row) => row.card) };
  },
});

const Sale = z.object({
  product: ProductCard,
  country: z.string().nullable().meta({ description: 'where it went; null where so few bought that it could point at somebody' }),
  at: z.iso.datetime().meta({ description: 'the hour it was sold in, never the minute' }),
});

/** A country is named only when this many orders of the last month went there. */
const MANY = 5;
const SHOWN = 14 * DAY;

/** What was sold lately: each product once, with the hour and at most the country. Nothing of any person. */
export const recentlySold = view({
  name: 'storefront.feeds.recently-sold',
  on: 'storefront',
  route: 'GET /feeds/recently-sold',
  says: 'What was sold lately',
  needs,
  input: Question,
  output: z.object({ data: z.array(Sale) }),
  changesWith,
  async read(r, { limit, currency = null }) {
    const id = ownStorefront(r);
    const rows = await r.sql<{ card: z.infer<typeof ProductCard>; country: string | null; at: Date }>`
      with last as (
        select distinct on (product_id) product_id, country, sold_at from lately_sold
        where storefront_id = ${id} and sold_at > ${later(now(), -SHOWN)} order by product_id, sold_at desc)
      select l.card, date_trunc('hour', last.sold_at) as at,
        case when (select count(distinct order_id) from lately_sold s where s.storefront_id = ${id} and s.country = last.country) >= ${MANY} then last.country end as country
      from last join listings l on l.product_id = last.product_id and l.currency = coalesce(${currency}::bpchar, (select currency from storefronts where id = ${id})) and l.available
      order by last.sold_at desc, last.product_id limit ${limit}`;
    return { data: rows.map(({ card, country, at }) => ({ product: card, country, at: at.toISOString() })) };
  },
});
