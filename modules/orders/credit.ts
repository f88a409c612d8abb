import { Refusal } from '#platform/refusal.ts';
import { newId } from '#platform/ids.ts';
import { actorName } from '#platform/tenancy/actor.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import type { CreditLine } from './shapes.ts';
import { spreadDiscount } from './spread-discount.ts';

/** A line as far as its worth is concerned. Amounts in minor units. */
export interface WorthLine {
  id: string;
  title: string;
  quantity: number;
  total: number;
  discount: number;
  tax: number;
  credited: number;
  creditedAmount: number;
}

export interface WorthOrder {
  discountTotal: number;
  shippingTotal: number;
  taxTotal: number;
  taxInclusive: boolean;
}

/** What each line and the shipping cost the customer, discount and tax in it. Together exactly the order's total. */
export function worthOf(order: WorthOrder, lines: readonly WorthLine[]): { lines: number[]; shipping: number; shippingTax: number } {
  const off = spreadDiscount(order.discountTotal, lines);
  const onTop = (tax: number) => (order.taxInclusive ? 0 : tax);
  const shippingTax = order.taxTotal - lines.reduce((sum, line) => sum + line.tax, 0);
  return { lines: lines.map((line, i) => line.total - off[i]! + onTop(line.tax)), shipping: order.shippingTotal + onTop(shippingTax), shippingTax };
}

/** What so many units of a line are worth now: unit by unit exactly what the line cost, never a cent more. */
export function creditOf(line: WorthLine, worth: number, units: number): CreditLine {
  const unitsLeft = line.quantity - line.credited;
  if (units > unitsLeft) throw new Refusal('too_many', unitsLeft === 0 ? `${line.title} was refunded already.` : `Only ${unitsLeft} of ${line.title} can still be refunded.`, { lineId: line.id, left: unitsLeft });
  const left = Math.max(0, worth - line.creditedAmount);
  const amount = units === unitsLeft ? left : Math.floor((left * units) / unitsLeft);
  return { lineId: line.id, title: line.title, quantity: units, amount, tax: taxIn(amount, worth, line.tax) };
}

/** The tax in a part of an amount. */
export function taxIn(part: number, whole: number, tax: number): number {
  return whole === 0 ? 0 : Math.round((tax * part) / whole);
}

interface Credit {
  orderId: string;
  kind: 'refund' | 'return';
  lines: readonly CreditLine[];
  shipping: number;
  amount: number;
  tax: number;
  reason: string;
}

/** Gives up a part of an order's total again; the caller has locked the order. One statement. */
export async function writeCredit(tx: Tx, credit: Credit): Promise<void> {
  const lines = JSON.stringify(credit.lines);
  await tx.sql`
    with written as (
      insert into order_credits (id, order_id, kind, lines, shipping, amount, tax, reason, by_name, at)
      values (${newId()}, ${credit.orderId}, ${credit.kind}, ${lines}::jsonb, ${credit.shipping}, ${credit.amount}, ${credit.tax}, ${credit.reason}, ${actorName(tx.actor)}, ${tx.now})
    ), units as (
      update order_lines l set credited = l.credited + c.quantity, credited_amount = l.credited_amount + c.amount
      from jsonb_to_recordset(${lines}::jsonb) as c("lineId" uuid, quantity int, amount bigint) where l.id = c."lineId"
    )
    update orders set credited_total = credited_total + ${credit.amount}, updated_at = ${tx.now} where id = ${credit.orderId}`;
}

/** A refund nobody was owed, made past the order: at the payment itself. */
export function creditGoodwill(tx: Tx, orderId: string, amount: number): Promise<void> {
  return writeCredit(tx, { orderId, kind: 'refund', lines: [], shipping: 0, amount, tax: 0, reason: '' });
}
