import { ROW, rowsBeside } from '#apps/storefront/goes-with.ts';
import { storefrontBasketRecommendations, storefrontRecommendations, recompute } from '#modules/recommendations/index.ts';
import { newId } from '#platform/ids.ts';
import type { Context, Tx } from '#platform/tenancy/context.ts';
import { now, travel } from '#platform/time.ts';
import { writeRows } from '#worlds/write.ts';
import { holdBack, questionsOf, type Parted, type Questions } from './hold-back.ts';
import { chance, popularity, type Contender } from './judge.ts';
import type { PastOrder } from './read-orders.ts';

/** A shop whose database knows the orders before the cut only, and has learnt from them. */
export interface PastShop {
  parted: Parted;
  questions: Questions;
  basket: Record<string, Contender>;
  product: Record<string, Contender>;
}

/** The orders a shop really took: those that were cancelled do not count, nor do things taken off again. Earliest first. */
export async function ordersOf(ctx: Context): Promise<PastOrder[]> {
  return ctx.read((r) => r.sql<PastOrder>`
    select o.id, o.placed_at as at, coalesce(o.customer_id::text, lower(o.email)) as buyer, array_agg(distinct l.product_id::text) as products
    from orders o join order_lines l on l.order_id = o.id where o.cancelled_at is null and l.quantity > l.removed group by o.id, o.placed_at, o.customer_id, o.email order by o.placed_at, o.id`);
}

/** Forgets what came after the cut. */
export async function forgetLater(ctx: Context, cut: Date): Promise<void> {
  await ctx.transaction((tx) => tx.sql`delete from order_lines l using orders o where o.id = l.order_id and o.placed_at >= ${cut}`);
}

/** Writes orders of a file as if they had been placed; only what recommendations are learnt from is true of them. */
export async function writeOrders(tx: Tx, orders: readonly PastOrder[]): Promise<void> {
  const rows = orders.map((order) => ({ ...order, row: newId() }));
  await writeRows(tx, 'orders', rows.map(({ row, id, at, buyer, products }, i) => ({
    id: row, number: i + 1, source: 'import', email: `${buyer || id}@example.test`, currency: 'USD', item_count: products.length,
    subtotal: 0, shipping_total: 0, tax_total: 0, tax_inclusive: true, total: 0, payment_state: 'paid', placed_at: at, updated_at: at,
  })));
  await writeRows(tx, 'order_lines', rows.flatMap(({ row, products }) => products.map((product, position) => ({
    id: newId(), order_id: row, position, variant_id: product, product_id: product, slug: product, title: product, variant_title: '', requires_shipping: true,
    quantity: 1, unit_price: 0, total: 0, tax: 0,
  }))));
}

/** Learns at the instant of the cut, as the hourly schedule would have; then asks as a shopper's page asks. */
export async function learnThePast({ ctx, visit }: { ctx: Context; visit: Context }, orders: readonly PastOrder[], share: number): Promise<PastShop> {
  const parted = holdBack(orders, share);
  const back = travel(parted.cut.getTime() - now().getTime());
  try {
    await recompute.run(ctx);
  } finally {
    back();
  }
  const sellable = await sellableIn(ctx);
  const floor = { 'best sold, ever': popularity(parted, sellable), 'best sold, 90 days': popularity(parted, sellable, 90), chance: chance(sellable) };
  return { parted, questions: questionsOf(parted, sellable), basket: { ours: askBasket(visit), ...floor }, product: { ours: askProduct(visit), ...floor } };
}

async function sellableIn(ctx: Context): Promise<Set<string>> {
  const rows = await ctx.read((r) => r.sql<{ id: string }>`select distinct product_id as id from listings where available`);
  return new Set(rows.map(({ id }) => id));
}

const MOST = 12;

function askBasket(visit: Context): Contender {
  return async (given) => (await storefrontBasketRecommendations.call(visit, { products: given.join(','), limit: MOST })).data.map(({ id }) => id);
}

// The page shows three short rows, one below the other.
function askProduct(visit: Context): Contender {
  return async ([id]) => {
    const found = await storefrontRecommendations.call(visit, { id: id!, limit: ROW });
    const rows = rowsBeside(found, (await storefrontBasketRecommendations.call(visit, { products: id!, limit: MOST })).data);
    return [...rows.boughtTogether, ...rows.alsoLike, ...rows.similar].map((card) => card.id);
  };
}
