import * as z from 'zod';
import { Money, money } from '#platform/money.ts';
import { operation } from '#platform/operations/operation.ts';
import { view } from '#platform/operations/view.ts';
import { notFound } from '#platform/refusal.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { addLine, cartView } from '#modules/carts/index.ts';
import { variantsForSale } from '#modules/catalog/index.ts';
import { availability } from '#modules/inventory/index.ts';
import { mayOpenOrder } from '#modules/orders/index.ts';
import { PLACES } from './tables.ts';

/** More than a few is a catalogue. */
const MOST = 3;

const Suggestion = z.object({
  offerId: z.uuid(),
  title: z.string(),
  slug: z.string(),
  product: z.string(),
  variantId: z.uuid(),
  image: z.object({ url: z.string(), alt: z.string() }).nullable(),
  price: Money.meta({ description: 'what it costs with the offer' }),
  was: Money.nullable(),
});
type Suggestion = z.output<typeof Suggestion>;
const Suggestions = z.object({ data: z.array(Suggestion) });

interface Row {
  id: string;
  title: string;
  percent: number | null;
  variantIds: string[];
}

/** Offers whose trigger is among these products and whose own product is not. One statement. */
function matching(r: Reader, place: (typeof PLACES)[number], productIds: readonly string[]): Promise<Row[]> {
  return r.sql<Row>`
    select o.id, o.title, case when ${place} = 'cart' then o.percent end as percent,
      (select json_agg(v.id order by v.position) from variants v where v.product_id = o.product_id) as "variantIds"
    from offers o where o.active and ${place} = any(o.places) and not o.product_id = any(${productIds}::uuid[]) and (
      (o.trigger -> 'productIds' = '[]' and o.trigger -> 'collectionIds' = '[]')
      or exists (select 1 from unnest(${productIds}::uuid[]) p where o.trigger -> 'productIds' ? p::text)
      or exists (select 1 from product_collections m where m.product_id = any(${productIds}::uuid[]) and o.trigger -> 'collectionIds' ? m.collection_id::text))
    order by o.position, o.created_at, o.id limit 10`;
}

// Only what can be bought now: in this currency, published and in stock.
async function suggest(r: Reader, rows: readonly Row[], currency: string): Promise<Suggestion[]> {
  const ids = rows.flatMap((row) => row.variantIds ?? []);
  if (ids.length === 0) return [];
  const forSale = await variantsForSale(r, ids, currency);
  const stock = await availability(r, [...forSale.keys()]);
  return rows.flatMap((row): Suggestion[] => {
    const variant = (row.variantIds ?? []).map((id) => forSale.get(id)).find((each) => each && (stock.get(each.variantId)?.canOversell || (stock.get(each.variantId)?.available ?? 0) > 0));
    if (!variant) return [];
    const off = row.percent ? Number((BigInt(variant.unitPrice) * BigInt(row.percent) * 2n + 10_000n) / 20_000n) : 0;
    const image = variant.imageUrl ? { url: variant.imageUrl, alt: variant.imageAlt ?? variant.productTitle } : null;
    return [{ offerId: row.id, title: row.title, slug: variant.slug, product: variant.productTitle, variantId: variant.variantId, image, price: money(variant.unitPrice - off, currency), was: off > 0 ? money(variant.unitPrice, currency) : null }];
  }).slice(0, MOST);
}

/** What goes with what is in a cart. */
export const cartOffers = view({
  name: 'storefront.cart.offers',
  on: 'storefront',
  route: 'GET /cart/:id/offers',
  says: 'Offers beside a cart',
  needs: 'storefront:cart',
  input: z.object({ id: z.uuid() }),
  output: Suggestions,
  async read(r, { id }, ctx) {
    const cart = await cartView.call(ctx, { id });
    const productIds = cart.lines.flatMap(({ productId }) => productId ?? []);
    if (productIds.length === 0) return { data: [] };
    return { data: await suggest(r, await matching(r, 'cart', productIds), cart.currency) };
  },
});

/** What goes with what was just ordered. */
export const orderOffers = view({
  name: 'storefront.orders.offers',
  on: 'storefront',
  route: 'GET /orders/:id/offers',
  says: 'Offers after an order',
  needs: 'storefront:orders',
  input: z.object({ id: z.uuid(), token: z.string().max(200).optional() }),
  output: Suggestions,
  async read(r, { id, token }) {
    if (!(await mayOpenOrder(r, id, token))) throw notFound('This order');
    const rows = await r.sql<{ productId: string; currency: string }>`select l.product_id as "productId", o.currency from order_lines l join orders o on o.id = l.order_id where o.id = ${id}`;
    return { data: await suggest(r, await matching(r, 'order', rows.map((row) => row.productId)), rows[0]!.currency) };
  },
});

/** Says that offers were shown beside a cart or an order, so that the shop knows what they bring. Each counts once. */
export const noteShown = operation({
  name: 'storefront.offers.shown',
  on: 'storefront',
  route: 'POST /offers/shown',
  says: 'Count offers as shown',
  needs: 'storefront:cart',
  audit: 'none',
  input: z.object({ besideId: z.uuid().meta({ description: 'the cart or the order' }), place: z.enum(PLACES), offerIds: z.array(z.uuid()).min(1).max(MOST) }),
  output: z.object({ counted: z.int() }),
  async run(tx, { besideId, place, offerIds }) {
    // Only beside a cart or an order that exists: nobody can make figures up.
    const rows = await tx.sql`
      insert into offer_showings (offer_id, beside_id, place, shown_at)
      select o.id, ${besideId}::uuid, ${place}, ${tx.now} from offers o
      where o.id = any(${offerIds}::uuid[]) and (exists (select 1 from carts c where c.id = ${besideId}) or exists (select 1 from orders x where x.id = ${besideId}))
      on conflict do nothing returning id`;
    return { counted: rows.length };
  },
});

/** Puts what an offer offers into a cart, and counts it as taken. */
export const takeOffer = operation({
  name: 'storefront.offers.take',
  on: 'storefront',
  route: 'POST /offers/:offerId/taking',
  says: 'Take an offer',
  needs: 'storefront:cart',
  input: z.object({ offerId: z.uuid(), cartId: z.uuid(), variantId: z.uuid(), besideId: z.uuid().optional().meta({ description: 'the order beside which it stood, when it was not the cart' }) }),
  output: z.object({ cartId: z.uuid() }),
  async run(tx, { offerId, variantId, cartId }) {
    const [fits] = await tx.sql`select 1 from offers o join variants v on v.product_id = o.product_id where o.id = ${offerId} and v.id = ${variantId} and o.active`;
    if (!fits) throw notFound('This offer');
    return { cartId };
  },
  // The thing first: an offer counts as taken when it lies in the cart.
  async afterCommit(ctx, answer, { offerId, variantId, cartId, besideId }) {
    const cart = await addLine.call(ctx, { id: cartId, variantId, quantity: 1 });
    await ctx.transaction((tx) => tx.sql`update offer_showings set taken_at = coalesce(taken_at, ${tx.now}) where offer_id = ${offerId} and beside_id = ${besideId ?? cartId}`);
    return { ...answer, cartId: cart.id };
  },
});
