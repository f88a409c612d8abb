import * as z from 'zod';
import { Money, money } from '#platform/money.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { Payment, paymentsFor } from '#modules/payments/index.ts';
import { AddressShown } from './address.ts';
import { orderPath } from './order-link.ts';
import { readOrder, type OrderRecord } from './order-record.ts';
import { ShopperOrderLine, iso, lineForShopper, sentenceOf, sumsOfOrder } from './storefront-order.ts';
import { refundable } from './totals.ts';

/** An order as the people of the shop see it. */
export const AdminOrder = z.object({
  id: z.uuid(),
  number: z.int(),
  source: z.string(),
  placedAt: z.string(),
  email: z.string(),
  customerId: z.uuid().nullable(),
  customerName: z.string(),
  storefrontId: z.uuid().nullable(),
  statusSentence: z.string(),
  paymentState: z.string(),
  fulfilmentState: z.string(),
  returnState: z.string(),
  cancelledAt: z.string().nullable(),
  cancelReason: z.string().nullable(),
  lines: z.array(ShopperOrderLine.extend({ sku: z.string().nullable(), returned: z.int(), tax: Money })),
  subtotal: Money,
  discount: Money,
  shipping: Money,
  tax: Money,
  taxIncluded: z.boolean(),
  taxParts: z.array(z.object({ name: z.string(), rate: z.string().meta({ description: 'a percentage' }), amount: Money })),
  total: Money,
  captured: Money,
  refunded: Money,
  refundable: Money.meta({ description: 'what may still be given back' }),
  owed: Money.meta({ description: 'what has not been paid yet' }),
  payments: z.array(Payment),
  shippingMethod: z.string(),
  shippingAddress: AddressShown.nullable(),
  billingAddress: AddressShown.nullable(),
  note: z.string(),
  fulfilments: z.array(
    z.object({
      id: z.uuid(),
      at: z.string(),
      trackingNumber: z.string().nullable(),
      carrier: z.string().nullable(),
      lines: z.array(z.object({ lineId: z.uuid(), quantity: z.int() })),
    }),
  ),
  timeline: z.array(z.object({ id: z.uuid(), at: z.string(), kind: z.string(), says: z.string(), byName: z.string() })),
  orderLink: z.string().meta({ description: "Path of the customer's order page below the storefront's address" }),
});
export type AdminOrder = z.infer<typeof AdminOrder>;

/** Everything of one order. Two statements. */
export async function readAdminOrder(r: Reader, id: string): Promise<AdminOrder> {
  const order = await readOrder(r, id);
  const payments = await paymentsFor(r, id);
  return {
    ...factsOf(order),
    ...sumsOfOrder(order),
    ...moneyOf(order),
    lines: order.lines.map((line) => ({ ...lineForShopper(line, order.currency), sku: line.sku, returned: line.returned, tax: money(line.tax, order.currency) })),
    taxParts: order.taxParts.map(({ name, rate, amount }) => ({ name, rate, amount: money(amount, order.currency) })),
    payments,
    fulfilments: order.fulfilments.map((parcel) => ({ ...parcel, at: iso(parcel.at) })),
    timeline: order.timeline.map(({ id: entryId, at, kind, says, byName }) => ({ id: entryId, at: iso(at), kind, says, byName })),
    orderLink: orderPath(r.workspaceId, order),
  };
}

function factsOf(order: OrderRecord) {
  const { id, number, source, email, customerId, customerName, storefrontId, paymentState, fulfilmentState, returnState, cancelReason } = order;
  return {
    ...{ id, number, source, email, customerId, customerName, storefrontId, paymentState, fulfilmentState, returnState, cancelReason },
    placedAt: order.placedAt.toISOString(),
    statusSentence: sentenceOf(order),
    cancelledAt: order.cancelledAt?.toISOString() ?? null,
    shippingMethod: order.shippingMethodName,
    shippingAddress: order.shippingAddress,
    billingAddress: order.billingAddress,
    note: order.note,
  };
}

function moneyOf(order: OrderRecord) {
  const sums = { total: order.total, captured: order.capturedTotal, refunded: order.refundedTotal };
  const owed = order.cancelledAt ? 0 : Math.max(0, order.total - order.capturedTotal);
  return {
    captured: money(order.capturedTotal, order.currency),
    refundable: money(refundable(sums), order.currency),
    owed: money(owed, order.currency),
  };
}
