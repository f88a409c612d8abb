import { newId } from '#platform/ids.ts';
import type { TestHouse, TestWorkspace } from '#platform/testing/database.ts';
import type { Context, Tx } from '#platform/tenancy/context.ts';
import { createCart } from '#modules/carts/index.ts';
import { countStock } from '#modules/inventory/index.ts';
import { placeOrder, startCheckout, updateCheckout, type Checkout, type PlacedOrder } from './index.ts';

/** Test support: a shop with a storefront that sells these things to anybody in Australia. */
export interface Shop extends TestWorkspace {
  variant: Record<string, string>;
  storefrontId: string;
  /** A shopper at the shop's own storefront. */
  shopper(customerId?: string): Context;
}

export interface Goods {
  price: number;
  stock?: number;
  tracked?: boolean;
  shipped?: boolean;
  taxable?: boolean;
}

export const GOOD_CARD = '4242424242424242';
export const DECLINED_CARD = '4000000000000002';
export const LATE_CARD = '4000000000000341';
export const SILENT_CARD = '4000000000000119';
export const TWICE_CARD = '4000000000005126';

export async function openShop(house: TestHouse, goods: Record<string, Goods>): Promise<Shop> {
  const workspace = await house.newWorkspace({ currency: 'AUD', country: 'AU' });
  return { ...workspace, ...(await stockUp(workspace, goods)) };
}

/** Also used where a workspace exists already. */
export async function stockUp(workspace: TestWorkspace, goods: Record<string, Goods>): Promise<Pick<Shop, 'variant' | 'storefrontId' | 'shopper'>> {
  const variant: Record<string, string> = {};
  const storefrontId = newId();
  await workspace.ctx.transaction(async (tx) => {
    await openStorefront(tx, storefrontId, workspace.slug);
    for (const [name, given] of Object.entries(goods)) variant[name] = await putOnSale(tx, name, given);
    const counted = Object.entries(goods).filter(([, given]) => (given.stock ?? 0) > 0);
    await countStock(tx, counted.map(([name, given]) => ({ variantId: variant[name]!, onHand: given.stock! })), { reason: 'opening' });
  });
  return { variant, storefrontId, shopper: (customerId) => workspace.storefront(customerId, storefrontId) };
}

async function openStorefront(tx: Tx, id: string, slug: string): Promise<void> {
  await tx.sql`
    insert into storefronts (id, name, slug, key_prefix, key_hash, key_sealed, permissions, currency, locale)
    values (${id}, 'Mug shop', ${slug}, 'qsk_', ${id}, '', '{}', 'AUD', 'en-AU')`;
}

async function putOnSale(tx: Tx, name: string, goods: Goods): Promise<string> {
  const [product, variant] = [newId(), newId()];
  await tx.sql`insert into products (id, slug, title, status) values (${product}, ${name}, ${name}, 'active')`;
  await tx.sql`
    insert into variants (id, product_id, sku, position, track_inventory, requires_shipping, taxable, weight_grams)
    values (${variant}, ${product}, ${name.toUpperCase()}, 1, ${goods.tracked ?? true}, ${goods.shipped ?? true}, ${goods.taxable ?? true}, 300)`;
  await tx.sql`insert into prices (variant_id, currency, amount) values (${variant}, 'AUD', ${goods.price})`;
  return variant;
}

export const ANA = {
  email: 'ana@example.test',
  shippingAddress: { name: 'Ana Ng', line1: '1 High Street', city: 'Hobart', region: 'TAS', postalCode: '7000', country: 'AU' },
};

/** A cart with these things, checked out as far as the last button. */
export async function readyToPay(shop: Shop, wish: Record<string, number>, shopper = shop.shopper(), who = ANA): Promise<Checkout> {
  const lines = Object.entries(wish).map(([name, quantity]) => ({ variantId: shop.variant[name]!, quantity }));
  const cart = await createCart.call(shopper, { lines });
  const { id } = await startCheckout.call(shopper, { cartId: cart.id });
  return updateCheckout.call(shopper, { id, ...who });
}

export function pay(shopper: Context, checkout: Checkout, card = GOOD_CARD, options: { idempotencyKey?: string } = {}): Promise<PlacedOrder> {
  return placeOrder.call(shopper, { checkoutId: checkout.id, agreedTotal: checkout.total, agreedDue: checkout.due, payment: { method: 'test', card } }, options);
}

export function payByHand(shopper: Context, checkout: Checkout): Promise<PlacedOrder> {
  return placeOrder.call(shopper, { checkoutId: checkout.id, agreedTotal: checkout.total, agreedDue: checkout.due, payment: { method: 'manual' } });
}

export async function buy(shop: Shop, wish: Record<string, number>, card = GOOD_CARD): Promise<PlacedOrder> {
  const shopper = shop.shopper();
  return pay(shopper, await readyToPay(shop, wish, shopper), card);
}

/** 'paid', or the code of the refusal. */
export async function outcome(work: Promise<PlacedOrder | Checkout>): Promise<string> {
  try {
    const done = await work;
    return 'payment' in done ? done.payment.state : 'held';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

export async function stockOf(shop: TestWorkspace, variantId: string): Promise<{ onHand: number; reserved: number }> {
  const [row] = await shop.ctx.read((r) => r.sql<{ onHand: number; reserved: number }>`
    select coalesce(sum(on_hand), 0)::int as "onHand", coalesce(sum(reserved), 0)::int as reserved from stock_levels where variant_id = ${variantId}`);
  return row!;
}

/** Whatever contradicts itself between orders, payments, provider and stock of a workspace. Always empty. */
export async function contradictions(shop: TestWorkspace): Promise<unknown[]> {
  const looks = await Promise.all([wrongSums(shop), wrongMoney(shop), wrongPromises(shop), wrongCounters(shop), wrongValue(shop)]);
  return looks.flat();
}

function wrongSums({ ctx }: TestWorkspace): Promise<unknown[]> {
  return ctx.read((r) => r.sql`
    select 'sums' as wrong, o.number from orders o
    where o.subtotal <> (select sum(total) from order_lines l where l.order_id = o.id)
       or o.item_count <> (select sum(quantity) from order_lines l where l.order_id = o.id)`);
}

// The provider's own book against the payments, and the payments against the orders.
function wrongMoney({ ctx }: TestWorkspace): Promise<unknown[]> {
  return ctx.read((r) => r.sql`
    with book as (
      select key, coalesce(sum((f ->> 'amount')::bigint) filter (where f ->> 'kind' = 'captured'), 0) as captured,
        coalesce(sum((f ->> 'amount')::bigint) filter (where f ->> 'kind' = 'refunded'), 0) as refunded
      from test_provider_charges, jsonb_array_elements(facts) f group by key
    )
    select 'payment' as wrong, b.key, b.captured, p.captured as known from book b left join payments p on p.key = b.key
      where p.id is null or p.captured <> b.captured or p.refunded <> b.refunded
    union all
    select 'order', o.id::text, o.captured_total, s.captured
      from orders o cross join lateral (select coalesce(sum(captured), 0) as captured, coalesce(sum(refunded), 0) as refunded, coalesce(sum(disputed), 0) as disputed from payments where order_id = o.id) s
      where o.captured_total <> s.captured or o.refunded_total <> s.refunded or o.disputed_total <> s.disputed
    union all
    select 'credits', o.id::text, o.credited_total, c.sum from orders o
      cross join lateral (select coalesce(sum(amount), 0) as sum from order_credits where order_id = o.id) c
      where o.credited_total <> c.sum or o.credited_total > o.total
    union all
    select 'no order', p.order_id::text, p.captured, null from payments p left join orders o on o.id = p.order_id where o.id is null and p.amount > 0`);
}

// A living order has exactly what it sold promised to it, of a bundle what is inside; a cancelled one nothing.
function wrongPromises({ ctx }: TestWorkspace): Promise<unknown[]> {
  return ctx.read((r) => r.sql`
    with pieces as (
      select l.order_id, coalesce((c ->> 'variantId')::uuid, l.variant_id) as variant_id, sum((l.quantity - l.fulfilled - l.removed) * coalesce((c ->> 'quantity')::int, 1)) as units
      from order_lines l left join lateral jsonb_array_elements(nullif(l.components, 'null')) c on true group by 1, 2)
    select 'stock' as wrong, o.number, p.variant_id, p.units, s.open from orders o join pieces p on p.order_id = o.id
    join variants v on v.id = p.variant_id and v.track_inventory
    cross join lateral (select coalesce(sum(open), 0) as open from reservations where held_for = 'order:' || o.id and variant_id = p.variant_id) s
    where s.open <> case when o.cancelled_at is null then p.units else 0 end`);
}

// Gift cards and store credit: a balance is the sum of its entries, and what orders were paid with is what left the accounts.
function wrongValue({ ctx }: TestWorkspace): Promise<unknown[]> {
  return ctx.read((r) => r.sql`
    select 'value' as wrong, a.id::text, a.balance, e.sum from value_accounts a
      cross join lateral (select coalesce(sum(amount), 0) as sum from value_entries where account_id = a.id) e where a.balance <> e.sum
    union all
    select 'tender', p.id::text, p.captured, coalesce(-e.amount, 0) from payments p left join value_entries e on e.key = p.key and e.kind = 'spent'
      where p.provider in ('gift_card', 'store_credit') and p.captured <> coalesce(-e.amount, 0)`);
}

function wrongCounters({ ctx }: TestWorkspace): Promise<unknown[]> {
  return ctx.read((r) => r.sql`
    select 'counter' as wrong, s.variant_id, s.reserved, h.open, s.on_hand, m.on_hand as ledger from stock_levels s
    cross join lateral (select coalesce(sum(open), 0) as open from reservations x where x.variant_id = s.variant_id and x.location_id = s.location_id) h
    cross join lateral (select coalesce(sum(on_hand_change), 0) as on_hand from stock_movements x where x.variant_id = s.variant_id and x.location_id = s.location_id) m
    where s.reserved <> h.open or s.on_hand <> m.on_hand or s.on_hand < 0`);
}
