import * as z from 'zod';
import { newId } from '#platform/ids.ts';
import { operation } from '#platform/operations/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { piecesOf } from '#modules/catalog/index.ts';
import { shipStock } from '#modules/inventory/index.ts';
import { AdminOrder, readAdminOrder } from './admin-order.ts';
import { orderKey } from './checkout/checkout.ts';
import { orderFulfilled } from './events.ts';
import { lineBy, linesOf, type Line } from './lines.ts';
import { requireUnheld } from './hold-order.ts';
import { lockOrder, type LockedOrder } from './lock-order.ts';
import { toSend } from './order-state.ts';
import { restateGoods } from './restate-goods.ts';
import type { Taken } from './shapes.ts';
import { writeTimeline } from './timeline.ts';
import { Tracking, type TrackingGiven } from './tracking.ts';

/** Sends lines of an order, all that is left unless told which, from one location if told. The goods leave the stock in the same transaction. */
export const fulfilOrder = operation({
  name: 'orders.fulfil',
  route: 'POST /orders/:id/fulfilments',
  says: 'Ship items of an order',
  needs: 'orders:write',
  input: Tracking.extend({
    id: z.uuid(),
    lines: z.array(z.object({ lineId: z.uuid(), quantity: z.int().min(1) })).min(1).optional(),
    locationId: z.uuid().optional().meta({ description: 'where the goods leave from; where they were promised unless given' }),
    notify: z.boolean().default(true).meta({ description: 'write to the customer' }),
  }),
  output: AdminOrder,
  async run(tx, request) {
    const order = await lockOrder(tx, request.id);
    await requireUnheld(tx, order);
    requireOpen(order);
    const parcel = parcelOf(await linesOf(tx, order.id), request.lines);
    const lines = piecesOf(parcel.map(({ line, quantity }) => ({ ...line, quantity })));
    const taken = await shipStock(tx, { for: orderKey(order.id), lines, ...(request.locationId && { locationId: request.locationId }) });
    const fulfilmentId = await recordParcel(tx, order, parcel, { ...request, taken });
    const { fulfilmentState } = await restateGoods(tx, order.id);
    const trackingNumber = request.trackingNumber || null;
    await writeTimeline(tx, { orderId: order.id, kind: 'fulfilled', says: saysOf(parcel, trackingNumber), open: true });
    tx.tell(orderFulfilled, { orderId: order.id, number: order.number, fulfilmentId, trackingNumber, complete: fulfilmentState === 'fulfilled', notify: request.notify });
    return readAdminOrder(tx, order.id);
  },
});

function requireOpen(order: LockedOrder): void {
  if (order.cancelledAt) throw new Refusal('order_cancelled', 'This order was cancelled; nothing can be shipped.');
  if (order.fulfilmentState === 'fulfilled') throw new Refusal('already_fulfilled', 'Everything of this order has been shipped already.');
}

interface Part {
  line: Line;
  quantity: number;
}

function parcelOf(lines: readonly Line[], wished: { lineId: string; quantity: number }[] | undefined): Part[] {
  if (!wished) return lines.map((line) => ({ line, quantity: toSend(line) })).filter((part) => part.quantity > 0);
  const sums = new Map<string, number>();
  for (const { lineId, quantity } of wished) sums.set(lineId, (sums.get(lineId) ?? 0) + quantity);
  return [...sums].map(([lineId, quantity]) => ({ line: lineLeft(lines, lineId, quantity), quantity }));
}

function lineLeft(lines: readonly Line[], lineId: string, quantity: number): Line {
  const line = lineBy(lines, lineId);
  const left = toSend(line);
  if (quantity > left) throw new Refusal('too_many', `Only ${left} of ${line.title} are still to be shipped.`, { lineId, left });
  return line;
}

interface Given extends TrackingGiven {
  locationId?: string | undefined;
  taken: Taken[];
}

async function recordParcel(tx: Tx, order: LockedOrder, parcel: Part[], given: Given): Promise<string> {
  const id = newId();
  const lines = JSON.stringify(parcel.map(({ line, quantity }) => ({ lineId: line.id, quantity })));
  const places = new Set(given.taken.map((take) => take.locationId));
  const locationId = given.locationId ?? (places.size === 1 ? [...places][0]! : null);
  await tx.sql`
    with parcel as (
      insert into order_fulfilments (id, order_id, tracking_number, carrier, tracking_url, location_id, taken, lines, at)
      values (${id}, ${order.id}, ${given.trackingNumber || null}, ${given.carrier || null}, ${given.trackingUrl || null}, ${locationId},
        ${JSON.stringify(given.taken)}::jsonb, ${lines}::jsonb, ${tx.now})
    )
    update order_lines l set fulfilled = l.fulfilled + p.quantity
    from jsonb_to_recordset(${lines}::jsonb) as p("lineId" uuid, quantity int) where l.id = p."lineId"`;
  return id;
}

function saysOf(parcel: Part[], trackingNumber: string | null): string {
  const units = parcel.reduce((sum, part) => sum + part.quantity, 0);
  const what = units === 1 ? '1 item was shipped' : `${units} items were shipped`;
  return trackingNumber ? `${what}. Tracking number ${trackingNumber}.` : `${what}.`;
}
