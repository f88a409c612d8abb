import { Refusal } from '#platform/refusal.ts';
import { DAY, later } from '#platform/time.ts';
import type { OrderRecord } from '../order-record.ts';
import type { ReturnRecord } from './return-record.ts';
import { OPEN_STAGES } from './return-stage.ts';

/** Why a customer cannot ask to send anything of an order back. */
export const NOTHING_RETURNABLE = ['cancelled', 'gift_cards', 'not_sent', 'too_late', 'all_back'] as const;
type NothingReturnable = (typeof NOTHING_RETURNABLE)[number];

interface Returnable {
  lineId: string;
  quantity: number;
  /** The last moment to ask; null = there is no hurry. */
  until: Date | null;
}

interface Standing {
  order: OrderRecord;
  /** How many days customers may ask; null = always. */
  windowDays: number | null;
  now: Date;
}

type Line = OrderRecord['lines'][number];

/** What of an order its customer may ask to send back: sent, not on its way back already, and not too late. */
export function returnableOf(standing: Standing & { returns: readonly ReturnRecord[] }): Returnable[] {
  const { order, returns, now } = standing;
  if (order.cancelledAt) return [];
  const out = goodsOf(order).map((line) => ({ lineId: line.id, quantity: unitsOut(line, returns), until: lastMoment(standing, line.id) }));
  return out.filter(({ quantity, until }) => quantity > 0 && !isOver(until, now));
}

/** Why nothing can be asked for; null while something can. */
export function whyNothing(standing: Standing & { returns: readonly ReturnRecord[] }): NothingReturnable | null {
  const { order, returns } = standing;
  if (order.cancelledAt) return 'cancelled';
  const goods = goodsOf(order);
  if (goods.length === 0) return 'gift_cards';
  if (goods.every((line) => line.fulfilled === 0)) return 'not_sent';
  if (goods.every((line) => unitsOut(line, returns) === 0)) return 'all_back';
  return returnableOf(standing).length === 0 ? 'too_late' : null;
}

/** Refuses what the customer has to keep, whatever was sent. */
export function refuseWhatStays(standing: Standing, wishes: readonly { lineId: string }[]): void {
  for (const { lineId } of wishes) {
    const line = standing.order.lines.find(({ id }) => id === lineId);
    if (line?.kind === 'gift_card') throw new Refusal('not_returnable', 'A gift card cannot be sent back. Please write to us if something is wrong with it.', { lineId });
    if (line && isOver(lastMoment(standing, lineId), standing.now)) throw new Refusal('too_late', `The time to return ${line.title} is over.`, { lineId });
  }
}

function goodsOf(order: OrderRecord): Line[] {
  return order.lines.filter(({ kind }) => kind === 'goods');
}

function unitsOut(line: Line, returns: readonly ReturnRecord[]): number {
  const open = returns.filter(({ stage }) => OPEN_STAGES.includes(stage)).flatMap(({ lines }) => lines);
  return line.fulfilled - line.returned - open.filter(({ lineId }) => lineId === line.id).reduce((sum, { quantity }) => sum + quantity, 0);
}

// Of several parcels with the same thing the last counts. Where nobody has told that a parcel arrived, the days run from when it was sent.
function lastMoment({ order, windowDays }: Standing, lineId: string): Date | null {
  if (windowDays === null) return null;
  const parcels = order.fulfilments.filter((parcel) => !parcel.cancelledAt && parcel.lines.some((part) => part.lineId === lineId));
  const came = parcels.map(({ deliveredAt, at }) => new Date(deliveredAt ?? at).getTime());
  return came.length === 0 ? null : later(new Date(Math.max(...came)), windowDays * DAY);
}

function isOver(until: Date | null, now: Date): boolean {
  return until !== null && until < now;
}
