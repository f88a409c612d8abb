import { newId } from '#platform/ids.ts';
import { DAY, later } from '#platform/time.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { RETURN_REASONS } from '#modules/orders/index.ts';
import { contained, type PlannedOrder } from './plan-orders.ts';
import type { ShopPlan } from './shop-plan.ts';
import { writeRows, type Row } from './write.ts';

interface Back {
  id: string;
  order: PlannedOrder;
  lines: { lineId: string; title: string; quantity: number; amount: number; tax: number }[];
}

/** What of the orders came back, or is asked for, and what of their totals was given up again. */
export async function writeReturns(tx: Tx, plan: ShopPlan, orders: readonly PlannedOrder[]): Promise<void> {
  const returns = orders.filter(({ ending }) => ending.returns !== 'none').map((order) => ({ id: newId(), order, lines: linesBack(plan, order) }));
  await writeRows(tx, 'order_returns', returns.map(returnRow));
  await writeRows(tx, 'order_return_lines', returns.flatMap(({ id, order, lines }) => lines.map(({ lineId, quantity }) => ({ id: newId(), return_id: id, line_id: lineId, quantity, restocked: order.backAt ? quantity : 0 }))));
  await writeRows(tx, 'order_credits', orders.filter((order) => creditedOf(order) > 0).map((order) => creditRow(plan, order)));
}

/** What of the total was given up again, in minor units; a cancelled order owes it anyway. */
export function creditedOf(order: PlannedOrder): number {
  return order.cancelledAt ? 0 : order.refunded;
}

// One piece of the first thing is asked for.
function linesBack(plan: ShopPlan, order: PlannedOrder): Back['lines'] {
  const asked = order.ending.returns === 'requested' ? [{ line: order.lines[0]!, quantity: 1 }] : order.lines.map((line) => ({ line, quantity: line.returned }));
  return asked.filter(({ quantity }) => quantity > 0).map(({ line: { id, of }, quantity }) => {
    const amount = of.price * quantity;
    return { lineId: id, title: of.title, quantity, amount, tax: contained(amount, plan.tax.percent) };
  });
}

function returnRow({ id, order }: Back): Row {
  return {
    id, order_id: order.id, number: 1, stage: order.backAt ? 'received' : 'requested', reason: RETURN_REASONS[order.number % RETURN_REASONS.length], by_customer: true,
    credited: order.refunded, created_at: later(order.sentAt!, DAY), ended_at: order.backAt,
  };
}

function creditRow(plan: ShopPlan, order: PlannedOrder): Row {
  const back = order.ending.returns === 'none' ? [] : linesBack(plan, order);
  const shipping = order.ending.returns === 'returned' ? order.parcel.price : 0;
  return {
    id: newId(), order_id: order.id, kind: back.length > 0 ? 'return' : 'refund', lines: back, shipping, amount: order.refunded, tax: contained(order.refunded, plan.tax.percent),
    reason: back.length > 0 ? `#${order.number}-R1` : '', by_name: plan.team[order.number % plan.team.length]!, at: order.backAt,
  };
}
