import { newId } from '#platform/ids.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { actorName } from '#platform/tenancy/actor.ts';
import { closingCart } from '#modules/carts/index.ts';
import type { Address } from './address.ts';
import type { OrderLineRecord, OrderRecord, TimelineEntry } from './order-record.ts';
import type { Quote, QuotedLine } from './quote.ts';

export interface NewOrder {
  id: string;
  source: 'storefront' | 'draft' | 'subscription';
  checkoutId: string | null;
  cartId: string | null;
  storefrontId: string | null;
  customerId: string | null;
  customerName: string;
  email: string;
  shippingAddress: Address | null;
  billingAddress: Address | null;
  note: string;
  says: string;
  placedFrom?: string | undefined;
  /** What the customer's own money with the shop (gift cards, store credit) has paid of it already. */
  tendered?: number;
  /** Nothing is left to pay, but the way to pay is still to be kept at its provider. */
  waitsForKeeping?: true;
}

// $1 order, $2 lines, $3 first entry of the timeline. The counter starts at 1001.
const RECORD = `
with next as (
  insert into order_counters (id, last_number) values (gen_random_uuid(), 1001)
  on conflict (workspace_id) do update set last_number = order_counters.last_number + 1 returning last_number
), placed as (
  insert into orders (id, number, source, checkout_id, cart_id, storefront_id, customer_id, customer_name, email, currency, item_count,
    subtotal, discount_total, discounts, shipping_total, tax_total, tax_inclusive, tax_parts, total, captured_total, paid_at, payment_state, shipping_method_id,
    shipping_method_name, shipping_address, billing_address, note, placed_from, placed_at, updated_at)
  select o.id, next.last_number, o.source, o.checkout_id, o.cart_id, o.storefront_id, o.customer_id, o.customer_name, o.email, o.currency,
    o.item_count, o.subtotal, o.discount_total, o.discounts, o.shipping_total, o.tax_total, o.tax_inclusive, o.tax_parts, o.total, o.captured_total, o.paid_at, o.payment_state,
    o.shipping_method_id, o.shipping_method_name, o.shipping_address, o.billing_address, o.note, o.placed_from, o.placed_at, o.placed_at
  from next, jsonb_populate_record(null::orders, $1::jsonb) o
  returning id, number, checkout_id, cart_id, placed_at
), bought as (
  insert into order_lines (id, order_id, position, variant_id, product_id, slug, sku, title, variant_title, image_url,
    requires_shipping, quantity, unit_price, total, discount, tax, kind, components, plan)
  select l.id, placed.id, l.position, l.variant_id, l.product_id, l.slug, l.sku, l.title, l.variant_title, l.image_url,
    l.requires_shipping, l.quantity, l.unit_price, l.total, l.discount, l.tax, l.kind, l.components, l.plan
  from placed, jsonb_populate_recordset(null::order_lines, $2::jsonb) l
), said as (
  insert into order_timeline (id, order_id, kind, says, by_name, open, at)
  select t.id, placed.id, t.kind, t.says, t.by_name, true, placed.placed_at from placed, jsonb_populate_record(null::order_timeline, $3::jsonb) t
), of_checkout as (
  update checkouts c set order_id = placed.id from placed where c.id = placed.checkout_id
), of_cart as (
  ${closingCart('(select cart_id from placed)')}
)
select number from placed`;

/**
 * Writes the order with its lines and gives it the next number, all in one statement. It comes last in its transaction: the
 * workspace's counter row is locked only from here to commit, and a rolled-back order leaves no gap.
 */
export async function recordOrder(tx: Tx, order: NewOrder, price: Quote): Promise<OrderRecord> {
  const record = recordOf(tx, order, price);
  const lines = price.lines.map((line, i) => lineRow(line, record.lines[i]!, i));
  const { id, kind, says, byName } = record.timeline[0]!;
  const values = [orderRow(order, record, price), lines, { id, kind, says, by_name: byName }].map((value) => JSON.stringify(value));
  const [row] = await tx.query<{ number: number }>(RECORD, values);
  return { ...record, number: row!.number };
}

function recordOf(tx: Tx, order: NewOrder, price: Quote): OrderRecord {
  return {
    ...order,
    number: 0,
    currency: price.currency,
    itemCount: price.lines.reduce((sum, line) => sum + line.quantity, 0),
    subtotal: price.subtotal,
    discountTotal: price.discount,
    discounts: price.discounts.map(({ endsAt: _endsAt, ...each }) => each),
    shippingTotal: price.shipping,
    taxTotal: price.tax,
    taxInclusive: price.taxInclusive,
    taxParts: price.taxParts,
    total: price.total,
    capturedTotal: order.tendered ?? 0,
    refundedTotal: 0,
    disputedTotal: 0,
    creditedTotal: 0,
    moneyKept: false,
    heldAt: null,
    heldBecause: '',
    version: 1,
    tags: [],
    paymentState: price.total === (order.tendered ?? 0) && !order.waitsForKeeping ? 'paid' : 'pending',
    fulfilmentState: 'unfulfilled',
    returnState: 'none',
    shippingMethodName: price.method?.name ?? '',
    linkVersion: 1,
    placedAt: tx.now,
    cancelledAt: null,
    cancelReason: null,
    lines: price.lines.map(lineRecord),
    timeline: [firstEntry(tx, order.says)],
    fulfilments: [],
  };
}

function firstEntry(tx: Tx, says: string): TimelineEntry {
  return { id: newId(), kind: 'placed', says, byName: actorName(tx.actor), open: true, details: null, at: tx.now.toISOString() };
}

function lineRecord({ variant, quantity, unitPrice, total, discount, tax }: QuotedLine): OrderLineRecord {
  const { variantId, productId, slug, sku, productTitle, variantTitle, imageUrl, kind } = variant;
  const components = variant.components?.map((part) => ({ variantId: part.variantId, quantity: part.quantity })) ?? null;
  return { id: newId(), variantId, productId, slug, sku, title: productTitle, variantTitle, imageUrl, quantity, fulfilled: 0, returned: 0, unitPrice, total, discount, tax, kind, components, removed: 0, credited: 0, creditedAmount: 0 };
}

function lineRow({ variant, ...line }: QuotedLine, { id, kind, components }: OrderLineRecord, position: number) {
  return {
    id,
    position,
    variant_id: variant.variantId,
    product_id: variant.productId,
    slug: variant.slug,
    sku: variant.sku,
    title: variant.productTitle,
    variant_title: variant.variantTitle,
    image_url: variant.imageUrl,
    requires_shipping: variant.requiresShipping,
    quantity: line.quantity,
    unit_price: line.unitPrice,
    total: line.total,
    discount: line.discount,
    tax: line.tax,
    kind,
    components,
    plan: variant.plan ?? null,
  };
}

function orderRow(order: NewOrder, record: OrderRecord, price: Quote) {
  return {
    id: record.id,
    source: record.source,
    checkout_id: order.checkoutId,
    cart_id: order.cartId,
    storefront_id: order.storefrontId,
    customer_id: order.customerId,
    customer_name: order.customerName,
    email: order.email,
    currency: record.currency,
    item_count: record.itemCount,
    subtotal: record.subtotal,
    discount_total: record.discountTotal,
    discounts: record.discounts,
    captured_total: record.capturedTotal,
    paid_at: record.capturedTotal > 0 && record.paymentState === 'paid' ? record.placedAt : null,
    shipping_total: record.shippingTotal,
    tax_total: record.taxTotal,
    tax_inclusive: record.taxInclusive,
    tax_parts: record.taxParts,
    total: record.total,
    payment_state: record.paymentState,
    shipping_method_id: price.method?.id ?? null,
    shipping_method_name: record.shippingMethodName,
    shipping_address: order.shippingAddress,
    billing_address: order.billingAddress,
    note: order.note,
    placed_from: order.placedFrom ?? null,
    placed_at: record.placedAt,
  };
}
