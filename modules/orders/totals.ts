import { Refusal } from '#platform/refusal.ts';

/** The sums of a checkout, draft or order, in minor units of one currency. */
export interface Totals {
  subtotal: number;
  shipping: number;
  discount: number;
  tax: number;
  /** Prices carry the tax already; it is shown, not added. */
  taxInclusive: boolean;
  total: number;
}

/** The one rule of totals: lines - discount + shipping, + tax unless prices carry it. */
export function totalOf(sums: Omit<Totals, 'total'>): Totals {
  const total = sums.subtotal - sums.discount + sums.shipping + (sums.taxInclusive ? 0 : sums.tax);
  return { ...sums, total };
}

/** Money that came and went for one order. */
export interface MoneySums {
  total: number;
  captured: number;
  refunded: number;
  /** What banks took back over disputes; it cannot be refunded as well. */
  disputed: number;
}

export interface OrderMoney extends MoneySums {
  /** What of the total was given up again. */
  credited: number;
  cancelled: boolean;
  /** A cancelled order whose money the shop keeps. */
  kept: boolean;
}

/** Above zero the customer owes it, below zero the shop does: total - credited = paid - refunded + balance. */
export function balanceOf(sums: Omit<OrderMoney, 'cancelled' | 'kept' | 'disputed'>): number {
  return sums.total - sums.credited - sums.captured + sums.refunded;
}

/** What the customer still owes. */
export function owedOf(sums: OrderMoney): number {
  return sums.cancelled ? 0 : Math.max(0, balanceOf(sums));
}

/** What the shop still has to give back. */
export function dueOf(sums: OrderMoney): number {
  if (sums.cancelled) return sums.kept ? 0 : refundable(sums);
  return Math.min(refundable(sums), Math.max(0, -balanceOf(sums)));
}

/** What may still be given back: never more than came in. */
export function refundable(sums: MoneySums): number {
  return Math.max(0, sums.captured - sums.refunded - sums.disputed);
}

export function requireRefundable(sums: MoneySums, amount: number): void {
  const most = refundable(sums);
  if (amount <= most) return;
  const sentence = most === 0 ? 'There is nothing left to refund on this order.' : 'That is more than can still be refunded on this order.';
  throw new Refusal('refund_too_large', sentence, { asked: amount, refundable: most });
}
