import { Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { piecesOf } from '#modules/catalog/index.ts';
import { changePromise, restock } from '#modules/inventory/index.ts';
import { orderKey } from './checkout/checkout.ts';
import { lineBy, type Line } from './lines.ts';
import type { LockedOrder } from './lock-order.ts';
import { toSend } from './order-state.ts';
import { OPEN_STAGES } from './returns/return-stage.ts';
import { restateGoods } from './restate-goods.ts';

interface Wish {
  lineId: string;
  quantity: number;
}

/**
 * Units that are refunded come back: those not sent yet are free for others at once and are not sent any more, those sent lie in
 * the stock again. The caller has locked the order.
 */
export async function takeBack(tx: Tx, order: LockedOrder, lines: readonly Line[], wishes: readonly Wish[]): Promise<void> {
  if (wishes.length === 0) return;
  const expected = await expectedBack(tx, order.id);
  const parts = wishes.map((wish) => partOf(lineBy(lines, wish.lineId), wish.quantity, expected.get(wish.lineId) ?? 0));
  refuseAnEmptyOrder(order, lines, parts);
  const unsent = piecesOf(parts.filter((part) => part.unsent > 0).map(({ line, unsent }) => ({ ...line, quantity: unsent })));
  const sent = piecesOf(parts.filter((part) => part.sent > 0).map(({ line, sent: quantity }) => ({ ...line, quantity })));
  await changePromise(tx, { for: orderKey(order.id), less: unsent, reason: 'refunded' });
  if (sent.length > 0) await restock(tx, { for: orderKey(order.id), lines: sent, note: 'refunded' });
  const rows = JSON.stringify(parts.map(({ line, ...part }) => ({ id: line.id, ...part })));
  await tx.sql`
    update order_lines l set removed = l.removed + p.unsent, returned = l.returned + p.sent
    from jsonb_to_recordset(${rows}::jsonb) as p(id uuid, unsent int, sent int) where l.id = p.id`;
  await restateGoods(tx, order.id);
}

interface Part {
  line: Line;
  unsent: number;
  sent: number;
}

function partOf(line: Line, quantity: number, expected: number): Part {
  const unsent = Math.min(quantity, toSend(line));
  const sent = quantity - unsent;
  const out = line.fulfilled - line.returned - expected;
  if (sent > out) throw new Refusal('too_many', `Only ${unsent + out} of ${line.title} can still be taken back.`, { lineId: line.id, left: unsent + out });
  return { line, unsent, sent };
}

function refuseAnEmptyOrder(order: LockedOrder, lines: readonly Line[], parts: readonly Part[]): void {
  const left = lines.reduce((sum, line) => sum + line.quantity - line.removed, 0) - parts.reduce((sum, part) => sum + part.unsent, 0);
  if (left === 0 && order.fulfilmentState === 'unfulfilled') throw new Refusal('cancel_instead', 'That is everything of this order. Cancel it instead.');
}

/** Units on their way back in open returns, by line. One statement. */
export async function expectedBack(tx: Tx, orderId: string): Promise<Map<string, number>> {
  const rows = await tx.sql<{ lineId: string; units: number }>`
    select l.line_id as "lineId", sum(l.quantity)::int as units from order_returns r join order_return_lines l on l.return_id = r.id
    where r.order_id = ${orderId} and r.stage = any(${[...OPEN_STAGES]}) group by l.line_id`;
  return new Map(rows.map((row) => [row.lineId, row.units]));
}
