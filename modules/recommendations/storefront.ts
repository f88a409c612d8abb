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

/** What is bought together with the things of a basket, none of which is shown again. */
export const storefrontBasketRecommendations = view({
  name: 'storefront.recommendations.for-products',
  on: 'storefront',
  route: 'GET /recommendations',
  says: 'What goes with several products',
  needs: 'storefront:products',
  input: z.object({ products: z.string().max(1_000).meta({ description: 'ids of products, separated by commas; twenty at most' }), limit: Limit, currency: Currency }),
  output: z.object({ data: Cards }),
  changesWith,
  async read(r, { products, limit, currency: asked }) {
    const currency = await currencyFor(r, asked);
    const ids = products.split(',').map((id) => id.trim()).filter((id) => UUID.test(id)).slice(0, 20);
    if (ids.length === 0) return { data: [] };
    const rows = await r.sql<{ card: z.output<typeof ProductCard> }>`
      with named as (
        select other, sum(weight) as weight from recommended_products r,
          lateral (select other, 1.0 / (place + 2) as weight from unnest(r.bought_together) with ordinality u(other, place)
            union all select other, 0.35 / (place + 2) from unnest(r.also_liked) with ordinality u(other, place)
            union all select other, 0.05 / (place + 2) from unnest(r.alike) with ordinality u(other, place)) each
        where r.product_id = any(${ids}::uuid[]) and not other = any(${ids}::uuid[]) group by other
      )
      select l.card from named join listings l on l.product_id = named.other and l.currency = ${currency} and l.available order by named.weight desc, named.other limit ${limit}`;
    return { data: rows.map((row) => row.card) };
  },
});
