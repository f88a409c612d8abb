import { Refusal } from '#platform/refusal.ts';
import { formatMoney } from '#platform/money.ts';
import type { Queries } from '#platform/db/query.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { refundRoom, writeStep } from './operations.ts';
import { lockPayment, type PaymentRow } from './payment.ts';

/** What of one payment may still be given back, refunds on their way taken off. */
export interface RefundRoom {
  payment: PaymentRow;
  left: number;
}

export interface AskedRefund {
  /** The step at the provider; `carryOutStep` carries it out at once, a reaction does it in any case. */
  id: string;
  paymentId: string;
  amount: number;
}

/**
 * Locks the payments of an order, newest first, and says what may still be refunded. Call it before the order is locked: news of
 * a payment locks in this order too.
 */
export async function refundRoomOf(tx: Tx, orderId: string): Promise<RefundRoom[]> {
  const ids = await tx.sql<{ id: string }>`select id from payments where order_id = ${orderId} order by id for no key update`;
  const rooms: RefundRoom[] = [];
  for (const { id } of ids) {
    const payment = await lockPayment(tx, id);
    rooms.push({ payment, left: await refundRoom(tx, payment) });
  }
  return rooms.toSorted((a, b) => b.payment.createdAt.getTime() - a.payment.createdAt.getTime()).filter((room) => room.left > 0);
}

/** Writes down refunds of together this amount in the caller's transaction. Refuses more than is left. */
export async function askForRefund(tx: Tx, rooms: readonly RefundRoom[], { amount, reason }: { amount: number; reason: string }): Promise<AskedRefund[]> {
  const most = rooms.reduce((sum, room) => sum + room.left, 0);
  if (amount > most) throw tooMuch(most, rooms[0]?.payment.currency);
  const asked: AskedRefund[] = [];
  let left = amount;
  for (const { payment, left: room } of rooms) {
    const part = Math.min(left, room);
    if (part <= 0) break;
    left -= part;
    asked.push({ id: await writeStep(tx, payment, 'refund', { amount: part, reason }), paymentId: payment.id, amount: part });
  }
  return asked;
}

function tooMuch(most: number, currency: string | undefined): Refusal {
  if (!currency || most === 0) return new Refusal('refund_too_large', 'There is nothing left to refund on this order.', { refundable: 0 });
  return new Refusal('refund_too_large', `At most ${formatMoney({ amount: most, currency })} can still be refunded on this order.`, { refundable: most });
}

export interface StepStanding {
  id: string;
  state: 'waiting' | 'done' | 'refused' | 'unknown';
  /** Why the provider refused. */
  sentence: string;
}

/** How asked steps stand. One statement. */
export function stepsBy(q: Queries, ids: readonly string[]): Promise<StepStanding[]> {
  return q.query<StepStanding>('select id, state, sentence from payment_steps where id = any($1::uuid[]) order by id', [ids]);
}
