import * as z from 'zod';
import { Money, money } from '#platform/money.ts';
import { DISCOUNT_CLASSES } from '#modules/discounts/index.ts';
import { AddressShown } from './address.ts';
import type { FulfilmentRecord, OrderLineRecord, OrderRecord } from './order-record.ts';
import { statusSentence } from './order-state.ts';
import { dueOf, owedOf, type OrderMoney } from './totals.ts';

export const Picture = z.object({ url: z.string(), alt: z.string() });

export const ShopperOrderLine = z.object({
  id: z.uuid(),
  variantId: z.uuid(),
  productId: z.uuid(),
  slug: z.string(),
  title: z.string(),
  variantTitle: z.string(),
  image: Picture.nullable(),
  quantity: z.int(),
  fulfilled: z.int(),
  unitPrice: Money,
  total: Money,
  discount: Money.meta({ description: 'what discounts took off this line' }),
});

/** A discount the order was placed with. */
export const DiscountGiven = z.object({ title: z.string(), code: z.string().nullable(), class: z.enum(DISCOUNT_CLASSES), amount: Money.meta({ description: 'for free delivery what it would have cost' }) });

/** An order as its buyer sees it. */
export const ShopperOrder = z.object({
  id: z.uuid(),
  number: z.int(),
  placedAt: z.string(),
  email: z.string(),
  lines: z.array(ShopperOrderLine),
  subtotal: Money,
  discount: Money,
  discounts: z.array(DiscountGiven),
  shipping: Money,
  shippingMethod: z.string(),
  tax: Money,
  taxIncluded: z.boolean(),
  total: Money,
  refunded: Money,
  paymentState: z.string(),
  fulfilmentState: z.string(),
  returnState: z.string(),
  cancelled: z.boolean(),
  statusSentence: z.string(),
  shippingAddress: AddressShown.nullable(),
  billingAddress: AddressShown.nullable(),
  note: z.string(),
  parcels: z.array(
    z.object({
      id: z.uuid(),
      at: z.string(),
      trackingNumber: z.string().nullable(),
      carrier: z.string().nullable(),
      trackingUrl: z.string().nullable(),
      outForDeliveryAt: z.string().nullable(),
      deliveredAt: z.string().nullable(),
      lines: z.array(z.object({ lineId: z.uuid(), quantity: z.int() })),
    }),
  ),
  timeline: z.array(z.object({ at: z.string(), says: z.string() })),
});
export type ShopperOrder = z.infer<typeof ShopperOrder>;

export function forShopper(order: OrderRecord): ShopperOrder {
  return {
    id: order.id,
    number: order.number,
    placedAt: order.placedAt.toISOString(),
    email: order.email,
    lines: order.lines.map((line) => lineForShopper(line, order.currency)),
    ...sumsOfOrder(order),
    shippingMethod: order.shippingMethodName,
    paymentState: order.paymentState,
    fulfilmentState: order.fulfilmentState,
    returnState: order.returnState,
    cancelled: order.cancelledAt !== null,
    statusSentence: sentenceOf(order),
    shippingAddress: order.shippingAddress,
    billingAddress: order.billingAddress,
    note: order.note,
    parcels: order.fulfilments.filter((parcel) => !parcel.cancelledAt).map(parcelForShopper),
    timeline: order.timeline.filter((entry) => entry.open).map(({ at, says }) => ({ at: iso(at), says })),
  };
}

function parcelForShopper({ id, at, trackingNumber, carrier, trackingUrl, outForDeliveryAt, deliveredAt, lines }: FulfilmentRecord): ShopperOrder['parcels'][number] {
  return { id, at: iso(at), trackingNumber, carrier, trackingUrl, outForDeliveryAt: outForDeliveryAt && iso(outForDeliveryAt), deliveredAt: deliveredAt && iso(deliveredAt), lines };
}

export function lineForShopper(line: OrderLineRecord, currency: string): z.infer<typeof ShopperOrderLine> {
  const { id, variantId, productId, slug, title, variantTitle, quantity, fulfilled } = line;
  const image = line.imageUrl ? { url: line.imageUrl, alt: title } : null;
  return { id, variantId, productId, slug, title, variantTitle, image, quantity, fulfilled, unitPrice: money(line.unitPrice, currency), total: money(line.total, currency), discount: money(line.discount, currency) };
}

export function sumsOfOrder(order: OrderRecord) {
  return {
    subtotal: money(order.subtotal, order.currency),
    discount: money(order.discountTotal, order.currency),
    discounts: order.discounts.map(({ title, code, class: of, amount }) => ({ title, code, class: of, amount: money(amount, order.currency) })),
    shipping: money(order.shippingTotal, order.currency),
    tax: money(order.taxTotal, order.currency),
    taxIncluded: order.taxInclusive,
    total: money(order.total, order.currency),
    refunded: money(order.refundedTotal, order.currency),
  };
}

export function sentenceOf(order: OrderRecord): string {
  const sum = (of: (line: OrderLineRecord) => number) => order.lines.reduce((all, line) => all + of(line), 0);
  const units = sum((line) => line.quantity - line.removed);
  const sums = moneySumsOf(order);
  const money = { captured: sums.captured, owed: owedOf(sums), due: dueOf(sums), kept: sums.kept };
  return statusSentence({ ...order, held: order.heldAt !== null, cancelled: sums.cancelled, units, unitsSent: sum((line) => line.fulfilled), delivered: allDelivered(order.fulfilments), money });
}

function allDelivered(parcels: readonly FulfilmentRecord[]): boolean {
  const sent = parcels.filter((parcel) => !parcel.cancelledAt);
  return sent.length > 0 && sent.every((parcel) => parcel.deliveredAt !== null);
}

interface Paid {
  total: number;
  capturedTotal: number;
  refundedTotal: number;
  disputedTotal: number;
  creditedTotal: number;
  cancelledAt: Date | null;
  moneyKept: boolean;
}

export function moneySumsOf(order: Paid): OrderMoney {
  const { total, capturedTotal: captured, refundedTotal: refunded, disputedTotal: disputed, creditedTotal: credited, moneyKept: kept } = order;
  return { total, captured, refunded, disputed, credited, cancelled: order.cancelledAt !== null, kept };
}

/** Instants out of json_agg carry an offset; answers carry Z. */
export function iso(at: string): string {
  return new Date(at).toISOString();
}
