import { Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { orderUpdated } from './events.ts';
import { lockOrder, type LockedOrder } from './lock-order.ts';
import { writeTimeline } from './timeline.ts';

type Look = (tx: Tx, orderId: string) => Promise<void>;
const looks: Look[] = [];

/** A step of a module above before anything of an order is shipped; it may hold the order in the same transaction. Declared once, at load. */
export function beforeShipping(look: Look): void {
  looks.push(look);
}

/** Nothing of an order leaves while somebody is to look at it first. */
export async function requireUnheld(tx: Tx, order: LockedOrder): Promise<void> {
  if (!order.heldAt) for (const look of looks) await look(tx, order.id);
  const [held] = await tx.sql<{ because: string }>`select held_because as because from orders where id = ${order.id} and held_at is not null`;
  if (held) throw new Refusal('order_held', `This order is held: ${held.because} Approve it first, or cancel it.`, { because: held.because });
}

/** Keeps an order back until somebody has looked at it. Does nothing to one that is held, cancelled or on its way. */
export async function holdOrder(tx: Tx, orderId: string, because: string): Promise<'held' | 'left'> {
  const order = await lockOrder(tx, orderId);
  if (order.heldAt || order.cancelledAt || order.fulfilmentState === 'fulfilled') return 'left';
  await tx.sql`update orders set held_at = ${tx.now}, held_because = ${because}, updated_at = ${tx.now} where id = ${orderId}`;
  await writeTimeline(tx, { orderId, kind: 'held', says: `Held: ${because}` });
  tx.tell(orderUpdated, { orderId, number: order.number, change: 'held' });
  return 'held';
}

/** Lets a held order go on. */
export async function releaseOrder(tx: Tx, orderId: string, says: string): Promise<'released' | 'left'> {
  const order = await lockOrder(tx, orderId);
  if (!order.heldAt) return 'left';
  await tx.sql`update orders set held_at = null, held_because = '', updated_at = ${tx.now} where id = ${orderId}`;
  await writeTimeline(tx, { orderId, kind: 'released', says });
  tx.tell(orderUpdated, { orderId, number: order.number, change: 'released' });
  return 'released';
}
