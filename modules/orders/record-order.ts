import { newId } from '#platform/ids.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { actorName } from '#platform/tenancy/actor.ts';
import type { Address } from './address.ts';
import type { OrderLineRecord, OrderRecord, TimelineEntry } from './order-record.ts';
import type { Quote, QuotedLine } from './quote.ts';

export interface NewOrder {
  id: string;
  source: 'storefront' | 'draft';
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
}

const FIRST_NUMBER = 1_001;

/**
 * Writes the order with its lines and gives it the next number, all in one statement. It comes last in its transaction: the
 * workspace's counter row is locked only from here to commit, and a rolled-back order leaves no gap.
 */
export async function recordOrder(tx: Tx, order: NewOrder, price: Quote): Promise<OrderRecord> {
  const record = recordOf(tx, order, price);
  const entry = record.timeline[0]!;
  const [row] = await tx.sql<{ number: number }>`
    with next as (
      insert into order_counters (last_number) values (${FIRST_NUMBER})
      on conflict (workspace_id) do update set last_number = order_counters.last_number + 1 returning last_number
    ), placed as (
      insert into orders (id, number, source, checkout_id, cart_id, storefront_id, customer_id, customer_name, email, currency, item_count,
        subtotal, discount_total, shipping_total, tax_total, tax_inclusive, tax_parts, total, payment_state, shipping_method_id,
        shipping_method_name, shipping_address, billing_address, note, placed_at, updated_at)
      select ${record.id}::uuid, next.last_number, ${record.source}, ${order.checkoutId}::uuid, ${order.cartId}::uuid, ${order.storefrontId}::uuid,
        ${order.customerId}::uuid, ${order.customerName}, ${order.email}, ${record.currency}, ${record.itemCount}::int, ${record.subtotal}::bigint,
        ${record.discountTotal}::bigint, ${record.shippingTotal}::bigint, ${record.taxTotal}::bigint, ${record.taxInclusive}::boolean,
        ${JSON.stringify(record.taxParts)}::jsonb, ${record.total}::bigint, ${record.paymentState}, ${price.method?.id ?? null},
        ${record.shippingMethodName}, ${json(order.shippingAddress)}::jsonb, ${json(order.billingAddress)}::jsonb, ${order.note},
        ${tx.now}::timestamptz, ${tx.now}::timestamptz
      from next returning number
    ), bought as (
      insert into order_lines (id, order_id, position, variant_id, product_id, slug, sku, title, variant_title, image_url,
        requires_shipping, quantity, unit_price, total, tax)
      select l.id, ${record.id}::uuid, l.position, l.variant_id, l.product_id, l.slug, l.sku, l.title, l.variant_title, l.image_url,
        l.requires_shipping, l.quantity, l.unit_price, l.total, l.tax
      from jsonb_to_recordset(${JSON.stringify(price.lines.map((line, i) => lineRow(line, record.lines[i]!.id, i)))}::jsonb)
        as l(id uuid, position int, variant_id uuid, product_id uuid, slug text, sku text, title text, variant_title text, image_url text,
             requires_shipping boolean, quantity int, unit_price bigint, total bigint, tax bigint)
    ), said as (
      insert into order_timeline (id, order_id, kind, says, by_name, open, at)
      values (${entry.id}, ${record.id}, ${entry.kind}, ${entry.says}, ${entry.byName}, true, ${tx.now})
    ), of_checkout as (
      update checkouts set order_id = ${record.id} where id = ${order.checkoutId}
    )
    select number from placed`;
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
    shippingTotal: price.shipping,
    taxTotal: price.tax,
    taxInclusive: price.taxInclusive,
    taxParts: price.taxParts,
    total: price.total,
    capturedTotal: 0,
    refundedTotal: 0,
    paymentState: price.total === 0 ? 'paid' : 'pending',
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
  return { id: newId(), kind: 'placed', says, byName: actorName(tx.actor), open: true, at: tx.now.toISOString() };
}

function lineRecord({ variant, quantity, unitPrice, total, tax }: QuotedLine): OrderLineRecord {
  const { variantId, productId, slug, sku, productTitle, variantTitle, imageUrl } = variant;
  return { id: newId(), variantId, productId, slug, sku, title: productTitle, variantTitle, imageUrl, quantity, fulfilled: 0, returned: 0, unitPrice, total, tax };
}

function lineRow({ variant, ...line }: QuotedLine, id: string, position: number) {
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
    tax: line.tax,
  };
}

function json(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}
