import * as z from 'zod';
import { Money, money } from '#platform/money.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { Payment, paymentsFor } from '#modules/payments/index.ts';
import { AddressShown } from './address.ts';
import { orderKey } from './checkout/checkout.ts';
import { worthOf } from './credit.ts';
import { orderPath } from './order-link.ts';
import { readOrder, type OrderLineRecord, type OrderRecord } from './order-record.ts';
import { DiscountGiven, ShopperOrderLine, iso, lineForShopper, moneySumsOf, sentenceOf, sumsOfOrder } from './storefront-order.ts';
import { ReturnShown, returnsOf, shownReturn, type ReturnRecord } from './returns/return-record.ts';
import { OPEN_STAGES } from './returns/return-stage.ts';
import { dueOf, owedOf, refundable } from './totals.ts';

const TimelineFile = z.object({ id: z.uuid(), name: z.string(), bytes: z.int(), contentType: z.string() });

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
  lines: z.array(
    ShopperOrderLine.extend({
      sku: z.string().nullable(),
      returned: z.int(),
      tax: Money,
      removed: z.int().meta({ description: 'units taken off before they were sent' }),
      credited: z.int().meta({ description: 'units whose price was given back' }),
      creditable: Money.meta({ description: 'what the units not refunded yet cost, discount and tax in it' }),
      expected: z.int().meta({ description: 'units on their way back in open returns' }),
    }),
  ),
  subtotal: Money,
  discount: Money,
  discounts: z.array(DiscountGiven),
  shipping: Money,
  tax: Money,
  taxIncluded: z.boolean(),
  taxParts: z.array(z.object({ name: z.string(), rate: z.string().meta({ description: 'a percentage' }), amount: Money })),
  total: Money,
  captured: Money,
  refunded: Money,
  credited: Money.meta({ description: 'what of the total was given up again: total - credited = captured - refunded + owed - due' }),
  disputed: Money.meta({ description: 'what banks took back over disputes' }),
  refundable: Money.meta({ description: 'what may still be given back' }),
  owed: Money.meta({ description: 'what has not been paid yet' }),
  due: Money.meta({ description: 'what the shop still has to give back' }),
  shippingCreditable: Money.meta({ description: 'what of the shipping was not given back yet, tax in it' }),
  payments: z.array(Payment),
  shippingMethod: z.string(),
  shippingAddress: AddressShown.nullable(),
  billingAddress: AddressShown.nullable(),
  note: z.string(),
  tags: z.array(z.string()),
  held: z.object({ since: z.string(), because: z.string() }).nullable().meta({ description: 'it waits for somebody to look at it; nothing is shipped until then' }),
  version: z.int().meta({ description: 'counts changes of note, tags and addresses; name it when you change them' }),
  moneyKept: z.boolean().meta({ description: 'cancelled, and what was paid is kept' }),
  fulfilments: z.array(
    z.object({
      id: z.uuid(),
      at: z.string(),
      trackingNumber: z.string().nullable(),
      carrier: z.string().nullable(),
      trackingUrl: z.string().nullable(),
      cancelledAt: z.string().nullable(),
      outForDeliveryAt: z.string().nullable(),
      deliveredAt: z.string().nullable(),
      locationId: z.uuid().nullable(),
      lines: z.array(z.object({ lineId: z.uuid(), quantity: z.int() })),
    }),
  ),
  promised: z.array(z.object({ variantId: z.uuid(), locationId: z.uuid(), quantity: z.int() })).meta({ description: 'from where the units still to be sent are promised' }),
  returns: z.array(ReturnShown),
  timeline: z.array(z.object({ id: z.uuid(), at: z.string(), kind: z.string(), says: z.string(), byName: z.string(), mentions: z.array(z.object({ id: z.uuid(), name: z.string() })), files: z.array(TimelineFile) })),
  orderLink: z.string().meta({ description: "Path of the customer's order page below the storefront's address" }),
});
export type AdminOrder = z.infer<typeof AdminOrder>;

/** Everything of one order. Four statements. */
export async function readAdminOrder(r: Reader, id: string): Promise<AdminOrder> {
  const order = await readOrder(r, id);
  const payments = await paymentsFor(r, id);
  const returns = await returnsOf(r, id);
  const { shippingCredited, promised } = await aroundOrder(r, id);
  const worth = worthOf(order, order.lines);
  return {
    ...factsOf(order),
    ...sumsOfOrder(order),
    ...moneyOf(order),
    lines: order.lines.map((line, i) => lineShown(line, order, worth.lines[i]!, returns)),
    shippingCreditable: money(Math.max(0, worth.shipping - shippingCredited), order.currency),
    promised,
    returns: returns.map((each) => shownReturn(each, order)),
    taxParts: order.taxParts.map(({ name, rate, amount }) => ({ name, rate, amount: money(amount, order.currency) })),
    payments,
    fulfilments: order.fulfilments.map((parcel) => {
      const { at, cancelledAt, outForDeliveryAt, deliveredAt } = parcel;
      return { ...parcel, at: iso(at), cancelledAt: cancelledAt && iso(cancelledAt), outForDeliveryAt: outForDeliveryAt && iso(outForDeliveryAt), deliveredAt: deliveredAt && iso(deliveredAt) };
    }),
    timeline: order.timeline.map(({ id: entryId, at, kind, says, byName, details }) => ({ id: entryId, at: iso(at), kind, says, byName, mentions: details?.mentions ?? [], files: details?.files ?? [] })),
    orderLink: orderPath(r.workspaceId, order),
  };
}

interface Around {
  shippingCredited: number;
  promised: { variantId: string; locationId: string; quantity: number }[];
}

async function aroundOrder(r: Reader, id: string): Promise<Around> {
  const [row] = await r.sql<Around>`
    select (select coalesce(sum(shipping), 0) from order_credits where order_id = ${id})::bigint as "shippingCredited",
      (select coalesce(json_agg(json_build_object('variantId', variant_id, 'locationId', location_id, 'quantity', open) order by variant_id, location_id), '[]')
        from reservations where held_for = ${orderKey(id)} and open > 0) as promised`;
  return row!;
}

function lineShown(line: OrderLineRecord, order: OrderRecord, worth: number, returns: readonly ReturnRecord[]): AdminOrder['lines'][number] {
  const { sku, returned, removed, credited } = line;
  const open = returns.filter(({ stage }) => OPEN_STAGES.includes(stage)).flatMap(({ lines }) => lines);
  const expected = open.filter(({ lineId }) => lineId === line.id).reduce((sum, { quantity }) => sum + quantity, 0);
  const creditable = credited === line.quantity ? 0 : Math.max(0, worth - line.creditedAmount);
  return { ...lineForShopper(line, order.currency), sku, returned, removed, credited, expected, tax: money(line.tax, order.currency), creditable: money(creditable, order.currency) };
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
    tags: order.tags,
    held: order.heldAt && { since: order.heldAt.toISOString(), because: order.heldBecause },
    version: order.version,
    moneyKept: order.moneyKept,
  };
}

function moneyOf(order: OrderRecord) {
  const sums = moneySumsOf(order);
  const show = (amount: number) => money(amount, order.currency);
  return { captured: show(sums.captured), credited: show(sums.credited), disputed: show(sums.disputed), refundable: show(refundable(sums)), owed: show(owedOf(sums)), due: show(dueOf(sums)) };
}
