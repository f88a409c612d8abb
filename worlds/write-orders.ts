import { newId } from '#platform/ids.ts';
import { formatMoney, money } from '#platform/money.ts';
import { DAY, MINUTE, SECOND } from '#platform/time.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import type { PlannedOrder } from './plan-orders.ts';
import type { ShopPlan } from './shop-plan.ts';
import { creditedOf, writeReturns } from './write-returns.ts';
import { writeRows, type Row } from './write.ts';

/** Writes orders with lines, returns, parcels and timeline, and the next number. Nothing is told: it happened long ago. */
export async function writeOrders(tx: Tx, plan: ShopPlan, given: { orders: readonly PlannedOrder[]; storefrontId: string }): Promise<void> {
  const { orders, storefrontId } = given;
  await writeRows(tx, 'orders', orders.map((order) => orderRow(plan, order, storefrontId)));
  await writeRows(tx, 'order_lines', orders.flatMap(lineRows));
  await writeReturns(tx, plan, orders);
  await writeRows(tx, 'order_fulfilments', orders.flatMap((order) => parcelRows(plan, order, tx.now)));
  await writeRows(tx, 'order_timeline', orders.flatMap((order, i) => timelineOf(plan, order, i)));
  await tx.sql`insert into order_counters (last_number) values (${orders.at(-1)!.number})`;
}

function orderRow(plan: ShopPlan, order: PlannedOrder, storefrontId: string): Row {
  const { customer, ending } = order;
  const spent = order.cancelledAt ? 0 : order.total - order.refunded;
  return {
    id: order.id, number: order.number, source: 'storefront', storefront_id: storefrontId, customer_id: customer.id, customer_name: customer.name,
    email: customer.email, currency: plan.currency, item_count: order.lines.reduce((sum, line) => sum + line.quantity, 0),
    subtotal: order.subtotal, discount_total: 0, shipping_total: order.parcel.price, tax_total: order.tax, tax_inclusive: true, tax_parts: taxParts(plan, order),
    total: order.total, captured_total: order.captured, refunded_total: order.refunded, credited_total: creditedOf(order),
    payment_state: ending.payment, fulfilment_state: ending.fulfilment, return_state: ending.returns,
    customer_counted: order.cancelledAt ? 0 : 1, customer_spent: spent,
    shipping_method_name: order.parcel.name, shipping_address: customer.address, billing_address: customer.address, note: order.note, link_version: 1,
    placed_at: order.placedAt, paid_at: order.paidAt, cancelled_at: order.cancelledAt, cancel_reason: ending.cancelled, updated_at: lastTouch(order),
  };
}

function taxParts({ tax }: ShopPlan, order: PlannedOrder): unknown[] {
  return order.tax > 0 ? [{ name: tax.name, rate: String(tax.percent), amount: order.tax }] : [];
}

function lastTouch(order: PlannedOrder): Date {
  return order.backAt ?? order.cancelledAt ?? order.sentAt ?? order.paidAt ?? order.placedAt;
}

function lineRows(order: PlannedOrder): Row[] {
  return order.lines.map(({ id, of, quantity, fulfilled, returned, total, tax }, position) => ({
    id, order_id: order.id, position, variant_id: of.variantId, product_id: of.productId, slug: of.slug, sku: of.sku, title: of.title,
    variant_title: of.variantTitle, image_url: of.imageUrl, requires_shipping: true, quantity, fulfilled, returned, unit_price: of.price, total, tax,
    credited: returned, credited_amount: of.price * returned,
  }));
}

// Two days and some hours on the road; what is not there yet may be in the van.
function parcelRows(plan: ShopPlan, order: PlannedOrder, now: Date): Row[] {
  if (!order.sentAt) return [];
  const arrives = later(order.sentAt, 2 * DAY + (order.number % 7) * 60 * MINUTE);
  const inTheVan = later(arrives, -6 * 60 * MINUTE);
  const lines = order.lines.filter((line) => line.fulfilled > 0).map((line) => ({ lineId: line.id, quantity: line.fulfilled }));
  return [{ id: newId(), order_id: order.id, tracking_number: order.tracking, carrier: plan.carriers[order.number % plan.carriers.length], lines, at: order.sentAt, out_for_delivery_at: inTheVan < now ? inTheVan : null, delivered_at: arrives < now ? arrives : null }];
}

interface Entry {
  kind: string;
  says: string;
  by: string;
  open: boolean;
  at: Date;
}

function timelineOf(plan: ShopPlan, order: PlannedOrder, place: number): Row[] {
  const entries = [...beginning(order), ...sending(plan, order), ...ending(plan, order), ...notes(plan, order, place)];
  return entries.map(({ by, ...entry }) => ({ id: newId(), order_id: order.id, ...entry, by_name: by }));
}

function beginning(order: PlannedOrder): Entry[] {
  const entries: Entry[] = [{ kind: 'placed', says: 'Order placed.', by: 'shopper', open: true, at: order.placedAt }];
  const soon = later(order.placedAt, 3 * SECOND);
  if (order.byTransfer) entries.push({ kind: 'payment.authorized', says: 'The payment was authorized.', by: 'shopper', open: true, at: soon });
  if (order.paidAt) entries.push({ kind: 'payment.paid', says: 'Payment received.', by: order.byTransfer ? 'accounts' : 'shopper', open: true, at: order.paidAt });
  if (order.ending.payment === 'failed') entries.push({ kind: 'payment.failed', says: 'The payment was declined.', by: 'shopper', open: true, at: soon });
  return entries;
}

function sending(plan: ShopPlan, order: PlannedOrder): Entry[] {
  if (!order.sentAt) return [];
  const pieces = order.lines.reduce((sum, line) => sum + line.fulfilled, 0);
  const what = pieces === 1 ? '1 item was shipped' : `${pieces} items were shipped`;
  const asked: Entry[] = order.ending.returns === 'requested' ? [{ kind: 'return.requested', says: 'The customer asked to send it back.', by: 'shopper', open: true, at: later(order.sentAt, DAY) }] : [];
  return [{ kind: 'fulfilled', says: `${what}. Tracking number ${order.tracking}.`, by: person(plan, order), open: true, at: order.sentAt }, ...asked];
}

function ending(plan: ShopPlan, order: PlannedOrder): Entry[] {
  const by = person(plan, order);
  const entries: Entry[] = [];
  const at = order.cancelledAt ?? order.backAt;
  if (order.story === 'cancelled' || order.story === 'voided') entries.push({ kind: 'cancelled', says: 'Order cancelled. The customer asked for it.', by, open: false, at: at! });
  if (order.ending.payment === 'voided') entries.push({ kind: 'payment.voided', says: 'The payment was voided; nothing was charged.', by, open: true, at: later(at!, SECOND) });
  if (order.ending.returns === 'partial' || order.ending.returns === 'returned') entries.push({ kind: 'returned', says: 'The goods came back and were checked.', by, open: true, at: at! });
  if (order.refunded > 0) entries.push({ kind: `payment.${order.ending.payment}`, says: `${formatMoney(money(order.refunded, plan.currency), plan.locale)} refunded.`, by, open: true, at: later(at!, MINUTE) });
  return entries;
}

function notes(plan: ShopPlan, order: PlannedOrder, place: number): Entry[] {
  if (place % 17 !== 3) return [];
  return [{ kind: 'note', says: plan.notes[place % plan.notes.length]!, by: person(plan, order), open: false, at: later(order.placedAt, 25 * MINUTE) }];
}

function person(plan: ShopPlan, order: PlannedOrder): string {
  return plan.team[order.number % plan.team.length]!;
}

function later(from: Date, millis: number): Date {
  return new Date(from.getTime() + millis);
}

