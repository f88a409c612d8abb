import * as z from 'zod';
import { newId } from '#platform/ids.ts';
import { operation } from '#platform/operations/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { shipStock } from '#modules/inventory/index.ts';
import { AdminOrder, readAdminOrder } from './admin-order.ts';
import { orderKey } from './checkout/checkout.ts';
import { orderFulfilled } from './events.ts';
import { lockOrder, type LockedOrder } from './lock-order.ts';
import { fulfilmentMoves, fulfilmentStateOf } from './order-state.ts';
import { writeTimeline } from './timeline.ts';

interface LineToSend {
  id: string;
  variantId: string;
  title: string;
  quantity: number;
  fulfilled: number;
}

/** Sends lines of an order, all that is left unless told which. The goods leave the stock in the same transaction. */
export const fulfilOrder = operation({
  name: 'orders.fulfil',
  route: 'POST /orders/:id/fulfilments',
  says: 'Ship items of an order',
  needs: 'orders:write',
  input: z.object({
    id: z.uuid(),
    lines: z.array(z.object({ lineId: z.uuid(), quantity: z.int().min(1) })).min(1).optional(),
    trackingNumber: z.string().trim().max(100).optional(),
    carrier: z.string().trim().max(100).optional(),
  }),
  output: AdminOrder,
  async run(tx, request) {
    const order = await lockOrder(tx, request.id);
    requireOpen(order);
    const lines = await linesOf(tx, order.id);
    const parcel = parcelOf(lines, request.lines);
    await shipStock(tx, { for: orderKey(order.id), lines: parcel.map(({ line, quantity }) => ({ variantId: line.variantId, quantity })) });
    await recordParcel(tx, order, parcel, request);
    const state = fulfilmentStateOf(lines.map((line) => ({ ...line, fulfilled: line.fulfilled + sentOf(parcel, line.id) })));
    await moveTo(tx, order, state);
    const trackingNumber = request.trackingNumber ?? null;
    await writeTimeline(tx, { orderId: order.id, kind: 'fulfilled', says: saysOf(parcel, trackingNumber), open: true });
    tx.tell(orderFulfilled, { orderId: order.id, number: order.number, trackingNumber, complete: state === 'fulfilled' });
    return readAdminOrder(tx, order.id);
  },
});

function requireOpen(order: LockedOrder): void {
  if (order.cancelledAt) throw new Refusal('order_cancelled', 'This order was cancelled; nothing can be shipped.');
  if (order.fulfilmentState === 'fulfilled') throw new Refusal('already_fulfilled', 'Everything of this order has been shipped already.');
}

function linesOf(tx: Tx, orderId: string): Promise<LineToSend[]> {
  return tx.sql<LineToSend>`
    select id, variant_id as "variantId", title, quantity, fulfilled from order_lines where order_id = ${orderId} order by position`;
}

interface Part {
  line: LineToSend;
  quantity: number;
}

function parcelOf(lines: LineToSend[], wished: { lineId: string; quantity: number }[] | undefined): Part[] {
  if (!wished) return lines.map((line) => ({ line, quantity: line.quantity - line.fulfilled })).filter((part) => part.quantity > 0);
  const sums = new Map<string, number>();
  for (const { lineId, quantity } of wished) sums.set(lineId, (sums.get(lineId) ?? 0) + quantity);
  return [...sums].map(([lineId, quantity]) => ({ line: lineLeft(lines, lineId, quantity), quantity }));
}

function lineLeft(lines: LineToSend[], lineId: string, quantity: number): LineToSend {
  const line = lines.find((each) => each.id === lineId);
  if (!line) throw new Refusal('invalid', 'That line is not part of this order.', { lineId });
  const left = line.quantity - line.fulfilled;
  if (quantity > left) throw new Refusal('too_many', `Only ${left} of ${line.title} are still to be shipped.`, { lineId, left });
  return line;
}

async function recordParcel(tx: Tx, order: LockedOrder, parcel: Part[], given: { trackingNumber?: string | undefined; carrier?: string | undefined }): Promise<void> {
  const lines = JSON.stringify(parcel.map(({ line, quantity }) => ({ lineId: line.id, quantity })));
  await tx.sql`
    with parcel as (
      insert into order_fulfilments (id, order_id, tracking_number, carrier, lines, at)
      values (${newId()}, ${order.id}, ${given.trackingNumber || null}, ${given.carrier || null}, ${lines}::jsonb, ${tx.now})
    )
    update order_lines l set fulfilled = l.fulfilled + p.quantity
    from jsonb_to_recordset(${lines}::jsonb) as p("lineId" uuid, quantity int) where l.id = p."lineId"`;
}

async function moveTo(tx: Tx, order: LockedOrder, state: LockedOrder['fulfilmentState']): Promise<void> {
  if (state !== order.fulfilmentState && !fulfilmentMoves[order.fulfilmentState].includes(state))
    throw new Error(`fulfilment cannot go from ${order.fulfilmentState} to ${state}`);
  tx.changed({ record: 'order', id: order.id, before: { fulfilmentState: order.fulfilmentState }, after: { fulfilmentState: state } });
  await tx.sql`update orders set fulfilment_state = ${state}, updated_at = ${tx.now} where id = ${order.id}`;
}

function sentOf(parcel: Part[], lineId: string): number {
  return parcel.find((part) => part.line.id === lineId)?.quantity ?? 0;
}

function saysOf(parcel: Part[], trackingNumber: string | null): string {
  const units = parcel.reduce((sum, part) => sum + part.quantity, 0);
  const what = units === 1 ? '1 item was shipped' : `${units} items were shipped`;
  return trackingNumber ? `${what}. Tracking number ${trackingNumber}.` : `${what}.`;
}
