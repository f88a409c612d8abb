import { newId } from '#platform/ids.ts';
import { HOUR, MINUTE } from '#platform/time.ts';
import type { PlannedOrder, Sellable } from './plan-orders.ts';
import type { Random } from './random.ts';
import type { ShopPlan } from './shop-plan.ts';
import type { Row } from './write.ts';

/** One line of the ledger to be. */
interface Movement {
  at: Date;
  onHand: number;
  reserved: number;
  reason: 'opening' | 'received' | 'held' | 'released' | 'shipped' | 'returned' | 'lost';
  reference: string;
  note: string;
  actor: string;
}

export interface PlannedStock {
  levels: Row[];
  movements: Row[];
  reservations: Row[];
}

interface Given {
  orders: readonly PlannedOrder[];
  goods: readonly Sellable[];
  locationId: string;
  begin: Date;
  end: Date;
}

/** A ledger in which every order's stock was there when it was promised, with the counters and promises it adds up to. */
export function planStock(random: Random, plan: ShopPlan, given: Given): PlannedStock {
  const caused = movementsOf(plan, given.orders);
  const stock: PlannedStock = { levels: [], movements: [], reservations: given.orders.flatMap((order) => reservationsOf(order, given.locationId)) };
  for (const { variantId } of given.goods) {
    const ledger = supplied(random.part(String(stock.levels.length)), plan, caused.get(variantId) ?? [], given);
    const key = { variant_id: variantId, location_id: given.locationId };
    stock.movements.push(...ledger.map((movement) => movementRow(movement, key)));
    stock.levels.push({ ...key, ...sumOf(ledger), low_at: plan.lowAt, updated_at: ledger.at(-1)!.at });
  }
  return stock;
}

function movementsOf(plan: ShopPlan, orders: readonly PlannedOrder[]): Map<string, Movement[]> {
  const all = orders.flatMap((order, i) => order.lines.flatMap((line) => ofLine(order, line, plan.team[i % plan.team.length]!)));
  return new Map([...Map.groupBy(all, (m) => m.variantId)].map(([id, own]) => [id, own.map((m) => m.movement).toSorted((a, b) => a.at.getTime() - b.at.getTime())]));
}

function ofLine(order: PlannedOrder, line: PlannedOrder['lines'][number], person: string): { variantId: string; movement: Movement }[] {
  const about = { reference: `order:${order.id}`, note: '' };
  const movements: Movement[] = [{ ...about, at: order.placedAt, onHand: 0, reserved: line.quantity, reason: 'held', actor: 'shopper' }];
  if (order.cancelledAt) movements.push({ ...about, at: order.cancelledAt, onHand: 0, reserved: -line.quantity, reason: 'released', actor: person });
  if (order.sentAt && line.fulfilled > 0) movements.push({ ...about, at: order.sentAt, onHand: -line.fulfilled, reserved: -line.fulfilled, reason: 'shipped', actor: person });
  if (order.backAt && line.returned > 0) movements.push({ ...about, at: order.backAt, onHand: line.returned, reserved: 0, reason: 'returned', actor: person });
  return movements.map((movement) => ({ variantId: line.of.variantId, movement }));
}

function supplied(random: Random, plan: ShopPlan, caused: Movement[], { begin, end }: Given): Movement[] {
  const scarce = random.weighted([{ left: null, weight: 88 }, { left: 0, weight: 5 }, { left: plan.lowAt, weight: 7 }], (s) => s.weight).left;
  const batch = (wanted: number): number => (scarce === null ? Math.max(wanted, random.whole(...plan.usualStock)) : wanted);
  const delivery = (at: Date, onHand: number): Movement => ({ at, onHand, reserved: 0, reason: 'received', reference: `PO-${random.whole(2_000, 9_999)}`, note: '', actor: random.pick(plan.team) });
  const ledger: Movement[] = [{ ...delivery(begin, batch(plan.lowAt + 1)), reason: 'opening', reference: '', note: 'Counted at the start of the year' }];
  let free = ledger[0]!.onHand;
  for (const movement of caused) {
    const missing = movement.reserved - free;
    if (missing > 0) ledger.push(delivery(new Date(movement.at.getTime() - 20 * MINUTE), batch(missing)));
    free += (missing > 0 ? ledger.at(-1)!.onHand : 0) + movement.onHand - movement.reserved;
    ledger.push(movement);
  }
  if (scarce === null && free <= plan.lowAt) ledger.push(delivery(new Date(end.getTime() - random.whole(1, 9) * HOUR), random.whole(...plan.usualStock) + plan.lowAt));
  if (scarce !== null && free > scarce) ledger.push({ ...delivery(end, scarce - free), reason: 'lost', reference: '', note: 'Missing at the stocktake' });
  return ledger.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

function sumOf(ledger: readonly Movement[]): { on_hand: number; reserved: number } {
  return ledger.reduce((sum, m) => ({ on_hand: sum.on_hand + m.onHand, reserved: sum.reserved + m.reserved }), { on_hand: 0, reserved: 0 });
}

function movementRow({ at, onHand, reserved, ...because }: Movement, key: Row): Row {
  return { id: newId(), ...key, on_hand_change: onHand, reserved_change: reserved, ...because, at };
}

function reservationsOf(order: PlannedOrder, locationId: string): Row[] {
  return order.lines.map((line) => {
    const open = order.cancelledAt ? 0 : line.quantity - line.fulfilled;
    return {
      held_for: `order:${order.id}`, variant_id: line.of.variantId, location_id: locationId, quantity: line.quantity, open,
      id: newId(), state: order.cancelledAt ? 'released' : open > 0 ? 'committed' : 'shipped',
      ended: order.ending.cancelled ?? '', created_at: order.placedAt, expires_at: null,
    };
  });
}
