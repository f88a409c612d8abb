import * as z from 'zod';
import { view } from '#platform/operations/view.ts';
import { notFound } from '#platform/refusal.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { productDeleted, productUpdated } from '#modules/catalog/index.ts';
import { currencyFor, ProductCard } from '#modules/discovery/index.ts';
import { recommendationsChanged } from './recompute.ts';

const Limit = z.coerce.number().int().min(1).max(12).default(6);
const Currency = z.string().regex(/^[A-Z]{3}$/).optional();
const Cards = z.array(ProductCard);
const changesWith = [productUpdated, productDeleted, recommendationsChanged];

const Recommended = z.object({
  boughtTogether: Cards.meta({ description: 'in one order with this product' }),
  alsoLike: Cards.meta({ description: 'by the people who bought this product' }),
  similar: Cards.meta({ description: 'alike by category, words, brand and price' }),
});

/** What goes with a product. Only what can be bought now; each product once, in the first list it fits. */
export const storefrontRecommendations = view({
  name: 'storefront.products.recommendations',
  on: 'storefront',
  route: 'GET /products/:id/recommendations',
  says: 'What goes with a product',
  needs: 'storefront:products',
  input: z.object({ id: z.string().min(1).max(255).meta({ description: 'id or slug' }), limit: Limit, currency: Currency }),
  output: Recommended,
  changesWith,
  async read(r, { id, limit, currency: asked }) {
    const currency = await currencyFor(r, asked);
    const rows = await cardsFor(r, id, currency);
    if (rows.length === 0) throw notFound('This product');
    const shown = new Set<string>();
    const pick = (how: Row['how']) => rows.flatMap((row) => (row.how === how && row.card && !shown.has(row.card.id) ? row.card : [])).slice(0, limit).map((card) => (shown.add(card.id), card));
    return { boughtTogether: pick('together'), alsoLike: pick('liked'), similar: pick('similar') };
  },
});

interface Row {
  how: 'together' | 'liked' | 'similar' | 'itself';
  card: z.output<typeof ProductCard> | null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

// One row for the product itself, so that one without recommendations differs from one that is not there.
async function cardsFor(r: Reader, id: string, currency: string): Promise<Row[]> {
  const [byId, bySlug] = UUID.test(id) ? [id, null] : [null, id];
  return r.sql<Row>`
    with it as (select product_id from listing_details where currency = ${currency} and (product_id = ${byId}::uuid or slug = ${bySlug}) limit 1),
    named as (
      select how, other, place from it join recommended_products r on r.product_id = it.product_id,
        lateral (select 'together' as how, u.* from unnest(r.bought_together) with ordinality u(other, place)
          union all select 'liked', u.* from unnest(r.also_liked) with ordinality u(other, place)
          union all select 'similar', u.* from unnest(r.alike) with ordinality u(other, place)) each
    )
    select 'itself' as how, null::json as card, 0 as place from it
    union all
    select how, l.card, place from named join listings l on l.product_id = named.other and l.currency = ${currency} and l.available order by place`;
}

/**
 * What goes with the things of a basket, none of which is shown again: what sells (in a year's baskets and lately), moved up or down by
 * the lift it has beside each of them. A pair that never met although both are bought often is moved down. What is alike breaks ties, and serves a shop without orders.
 */
export const storefrontBasketRecommendations = view({
  name: 'storefront.recommendations.for-products',
  on: 'storefront',
  route: 'GET /recommendations',
  says: 'What goes with several products',
  needs: 'storefront:products',
  input: z.object({ products: z.string().max(1_000).meta({ description: 'ids of products, separated by commas; twenty at most' }), limit: Limit, currency: Currency }),
  output: z.object({ data: Cards, related: z.int().meta({ description: 'how many of them were bought together with one of these, or are liked by the same people, or alike; the others merely sell well' }) }),
  changesWith,
  async read(r, { products, limit, currency: asked }) {
    const currency = await currencyFor(r, asked);
    const ids = [...new Set(products.split(',').map((id) => id.trim()).filter((id) => UUID.test(id)))].slice(0, 20);
    if (ids.length === 0) return { data: [], related: 0 };
    const rows = await besideBasket(r, ids, { currency, limit });
    return { data: rows.map((row) => row.card), related: rows.filter((row) => row.related).length };
  },
});

const BEST_SOLD = 40;

async function besideBasket(r: Reader, ids: readonly string[], { currency, limit }: { currency: string; limit: number }): Promise<{ card: z.output<typeof ProductCard>; related: boolean }[]> {
  return r.sql`
    with given as materialized (select * from recommended_products where product_id = any(${ids}::uuid[])),
    named as (
      select other, max(tie) as tie from given g, lateral (
        select other, 0.0 as tie from unnest(g.bought_together) other
        union all select other, 0.1 / (place + 2) from unnest(g.also_liked) with ordinality u(other, place)
        union all select other, 0.05 / (place + 2) from unnest(g.alike) with ordinality u(other, place)) each group by 1
    ), best as (
      select product_id as other from listings where currency = ${currency} and available and sold > 0 and exists (select 1 from given)
      order by sold desc, product_id desc limit ${BEST_SOLD}
    ), candidates as (
      select other, named.other is not null as related, coalesce(tie, 0) as tie from named full join best using (other) where not other = any(${ids}::uuid[])
    ), lifted as (
      select c.other, coalesce(max(b.baskets), 0) as baskets, sum(ln(coalesce(g.together_lifts[array_position(g.bought_together, c.other)], 1 / (g.expected * coalesce(b.baskets, 0) + 1)))) / sqrt(count(*)) as lift
      from candidates c cross join given g left join recommended_products b on b.product_id = c.other group by 1
    )
    select l.card, c.related from candidates c join lifted using (other) join listings l on l.product_id = c.other and l.currency = ${currency} and l.available
    order by ln(baskets + l.sold + 1) + lift + tie desc, c.other limit ${limit}`;
}
