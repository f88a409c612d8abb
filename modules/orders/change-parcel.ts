import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { defaultLocation, unshipStock } from '#modules/inventory/index.ts';
import { AdminOrder, readAdminOrder } from './admin-order.ts';
import { orderKey } from './checkout/checkout.ts';
import { orderUpdated } from './events.ts';
import { lineBy, linesOf } from './lines.ts';
import { lockOrder } from './lock-order.ts';
import { restateGoods } from './restate-goods.ts';
import type { Taken } from './shapes.ts';
import { expectedBack } from './take-back.ts';
import { writeTimeline } from './timeline.ts';
import { Tracking } from './tracking.ts';

export const WhichParcel = z.object({ id: z.uuid(), fulfilmentId: z.uuid() });

/** A tracking number was mistyped, or came later. */
export const correctTracking = operation({
  name: 'orders.correct-tracking',
  route: 'PATCH /orders/:id/fulfilments/:fulfilmentId',
  says: 'Correct the tracking of a parcel',
  needs: 'orders:write',
  input: Tracking.extend(WhichParcel.shape),
  output: AdminOrder,
  async run(tx, { id, fulfilmentId, trackingNumber, carrier, trackingUrl }) {
    const order = await lockOrder(tx, id);
    const before = await parcelOf(tx, id, fulfilmentId);
    const after = { trackingNumber: kept(trackingNumber, before.trackingNumber), carrier: kept(carrier, before.carrier), trackingUrl: kept(trackingUrl, before.trackingUrl) };
    await tx.sql`
      update order_fulfilments set tracking_number = ${after.trackingNumber}, carrier = ${after.carrier}, tracking_url = ${after.trackingUrl} where id = ${fulfilmentId}`;
    const says = after.trackingNumber ? `The tracking number is ${[after.carrier, after.trackingNumber].filter(Boolean).join(' ')} now.` : 'The parcel has no tracking number any more.';
    await writeTimeline(tx, { orderId: id, kind: 'fulfilled', says, open: after.trackingNumber !== null });
    tx.changed({ record: 'order', id, before: { ...before, taken: undefined, lines: undefined }, after });
    tx.tell(orderUpdated, { orderId: id, number: order.number, change: 'tracking' });
    return readAdminOrder(tx, id);
  },
});

/** A parcel did not leave after all: its goods lie in the stock again, still promised to this order. */
export const cancelFulfilment = operation({
  name: 'orders.cancel-fulfilment',
  route: 'POST /orders/:id/fulfilments/:fulfilmentId/cancellation',
  says: 'Take back a parcel that did not leave',
  needs: 'orders:write',
  input: WhichParcel,
  output: AdminOrder,
  async run(tx, { id, fulfilmentId }) {
    const order = await lockOrder(tx, id);
    if (order.cancelledAt) throw new Refusal('order_cancelled', 'This order was cancelled.');
    const parcel = await parcelOf(tx, id, fulfilmentId);
    if (parcel.deliveredAt) throw new Refusal('wrong_state', 'This parcel was delivered; its items can come back as a return.');
    await refuseIfUnitsCameBack(tx, id, parcel);
    await unshipStock(tx, { for: orderKey(id), takes: await whatLeft(tx, id, parcel), note: 'the parcel did not leave' });
    await tx.sql`
      with parcel as (update order_fulfilments set cancelled_at = ${tx.now} where id = ${fulfilmentId})
      update order_lines l set fulfilled = l.fulfilled - p.quantity
      from jsonb_to_recordset(${JSON.stringify(parcel.lines)}::jsonb) as p("lineId" uuid, quantity int) where l.id = p."lineId"`;
    await restateGoods(tx, id);
    const units = parcel.lines.reduce((sum, line) => sum + line.quantity, 0);
    await writeTimeline(tx, { orderId: id, kind: 'fulfilled', says: `A parcel was taken back: ${units === 1 ? '1 item is' : `${units} items are`} to be shipped again.` });
    tx.tell(orderUpdated, { orderId: id, number: order.number, change: 'fulfilment' });
    return readAdminOrder(tx, id);
  },
});

export interface Parcel {
  trackingNumber: string | null;
  carrier: string | null;
  trackingUrl: string | null;
  cancelledAt: Date | null;
  outForDeliveryAt: Date | null;
  deliveredAt: Date | null;
  taken: Taken[];
  lines: { lineId: string; quantity: number }[];
}

export async function parcelOf(tx: Tx, orderId: string, id: string): Promise<Parcel> {
  const [parcel] = await tx.sql<Parcel>`
    select tracking_number as "trackingNumber", carrier, tracking_url as "trackingUrl", cancelled_at as "cancelledAt",
      out_for_delivery_at as "outForDeliveryAt", delivered_at as "deliveredAt", taken, lines
    from order_fulfilments where id = ${id} and order_id = ${orderId}`;
  if (!parcel) throw notFound('This parcel');
  if (parcel.cancelledAt) throw new Refusal('parcel_cancelled', 'This parcel was taken back already.');
  return parcel;
}

// Parcels of before this was written down: their goods are put where the shop keeps its things.
async function whatLeft(tx: Tx, orderId: string, { taken, lines }: Parcel): Promise<Taken[]> {
  if (taken.length > 0) return taken;
  const [own, locationId] = [await linesOf(tx, orderId), await defaultLocation(tx)];
  return lines.map(({ lineId, quantity }) => ({ variantId: lineBy(own, lineId).variantId, locationId, quantity }));
}

async function refuseIfUnitsCameBack(tx: Tx, orderId: string, parcel: Parcel): Promise<void> {
  const [lines, expected] = [await linesOf(tx, orderId), await expectedBack(tx, orderId)];
  for (const { lineId, quantity } of parcel.lines) {
    const line = lineBy(lines, lineId);
    if (line.fulfilled - quantity < line.returned + (expected.get(lineId) ?? 0)) throw new Refusal('already_returned', `Some of ${line.title} came back, or is on its way; this parcel has left.`, { lineId });
  }
}

// Left out = as it was; empty = none.
function kept(given: string | undefined, before: string | null): string | null {
  return given === undefined ? before : given || null;
}
