import { notFound } from '#platform/refusal.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import type { Address } from './address.ts';
import type { FulfilmentState, PaymentState, ReturnState } from './order-state.ts';
import type { EntryDetails, GivenDiscount, LineComponent, TaxPart } from './shapes.ts';

/** An order with all that belongs to it, as read from the database. Amounts in minor units of `currency`. */
export interface OrderRecord {
  id: string;
  number: number;
  source: string;
  checkoutId: string | null;
  storefrontId: string | null;
  customerId: string | null;
  customerName: string;
  email: string;
  currency: string;
  itemCount: number;
  subtotal: number;
  discountTotal: number;
  discounts: GivenDiscount[];
  shippingTotal: number;
  taxTotal: number;
  taxInclusive: boolean;
  taxParts: TaxPart[];
  total: number;
  capturedTotal: number;
  refundedTotal: number;
  disputedTotal: number;
  creditedTotal: number;
  moneyKept: boolean;
  heldAt: Date | null;
  heldBecause: string;
  version: number;
  tags: string[];
  paymentState: PaymentState;
  fulfilmentState: FulfilmentState;
  returnState: ReturnState;
  shippingMethodName: string;
  shippingAddress: Address | null;
  billingAddress: Address | null;
  note: string;
  linkVersion: number;
  placedAt: Date;
  cancelledAt: Date | null;
  cancelReason: string | null;
  lines: OrderLineRecord[];
  timeline: TimelineEntry[];
  fulfilments: FulfilmentRecord[];
}

export interface OrderLineRecord {
  id: string;
  variantId: string;
  productId: string;
  slug: string;
  sku: string | null;
  title: string;
  variantTitle: string;
  imageUrl: string | null;
  quantity: number;
  fulfilled: number;
  returned: number;
  unitPrice: number;
  total: number;
  discount: number;
  tax: number;
  kind: 'goods' | 'gift_card';
  components: LineComponent[] | null;
  removed: number;
  credited: number;
  creditedAmount: number;
}

export interface TimelineEntry {
  id: string;
  kind: string;
  says: string;
  byName: string;
  open: boolean;
  details: EntryDetails | null;
  at: string;
}

export interface FulfilmentRecord {
  id: string;
  trackingNumber: string | null;
  carrier: string | null;
  trackingUrl: string | null;
  locationId: string | null;
  cancelledAt: string | null;
  outForDeliveryAt: string | null;
  deliveredAt: string | null;
  lines: { lineId: string; quantity: number }[];
  at: string;
}

/** Reads one order with its lines, parcels and timeline. One statement. */
export async function readOrder(r: Reader, id: string): Promise<OrderRecord> {
  const [order] = await r.sql<OrderRecord>`
    select o.id, o.number, o.source, o.checkout_id as "checkoutId", o.storefront_id as "storefrontId", o.customer_id as "customerId",
      o.customer_name as "customerName", o.email, o.currency, o.item_count as "itemCount", o.subtotal, o.discount_total as "discountTotal", o.discounts,
      o.shipping_total as "shippingTotal", o.tax_total as "taxTotal", o.tax_inclusive as "taxInclusive", o.tax_parts as "taxParts", o.total,
      o.captured_total as "capturedTotal", o.refunded_total as "refundedTotal", o.disputed_total as "disputedTotal", o.held_at as "heldAt", o.held_because as "heldBecause",
      o.credited_total as "creditedTotal", o.money_kept as "moneyKept", o.version, o.tags, o.payment_state as "paymentState",
      o.fulfilment_state as "fulfilmentState", o.return_state as "returnState", o.shipping_method_name as "shippingMethodName",
      o.shipping_address as "shippingAddress", o.billing_address as "billingAddress", o.note, o.link_version as "linkVersion",
      o.placed_at as "placedAt", o.cancelled_at as "cancelledAt", o.cancel_reason as "cancelReason",
      (select coalesce(json_agg(json_build_object('id', l.id, 'variantId', l.variant_id, 'productId', l.product_id, 'slug', l.slug, 'sku', l.sku,
          'title', l.title, 'variantTitle', l.variant_title, 'imageUrl', l.image_url, 'quantity', l.quantity, 'fulfilled', l.fulfilled,
          'returned', l.returned, 'unitPrice', l.unit_price, 'total', l.total, 'discount', l.discount, 'tax', l.tax, 'kind', l.kind, 'components', l.components,
          'removed', l.removed, 'credited', l.credited, 'creditedAmount', l.credited_amount) order by l.position), '[]')
        from order_lines l where l.order_id = o.id) as lines,
      (select coalesce(json_agg(json_build_object('id', t.id, 'kind', t.kind, 'says', t.says, 'byName', t.by_name, 'open', t.open, 'details', t.details, 'at', t.at)
          order by t.at, t.id), '[]') from order_timeline t where t.order_id = o.id) as timeline,
      (select coalesce(json_agg(json_build_object('id', f.id, 'trackingNumber', f.tracking_number, 'carrier', f.carrier,
          'trackingUrl', f.tracking_url, 'locationId', f.location_id, 'cancelledAt', f.cancelled_at,
          'outForDeliveryAt', f.out_for_delivery_at, 'deliveredAt', f.delivered_at, 'lines', f.lines, 'at', f.at)
          order by f.at, f.id), '[]') from order_fulfilments f where f.order_id = o.id) as fulfilments
    from orders o where o.id = ${id}`;
  if (!order) throw notFound('This order');
  return order;
}
