import { Refusal } from '#platform/refusal.ts';
import { later, MINUTE } from '#platform/time.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { holdName, reopenCart } from '#modules/carts/index.ts';
import { piecesOf } from '#modules/catalog/index.ts';
import { releaseDiscounts } from '#modules/discounts/index.ts';
import { returnTender } from '#modules/gift-cards/index.ts';
import { holdStock, releaseHold } from '#modules/inventory/index.ts';
import { orderKey } from './checkout/checkout.ts';
import { orderCancelled } from './events.ts';
import { linesOf } from './lines.ts';
import type { LockedOrder } from './lock-order.ts';

export type CancelReason = 'payment_failed' | 'customer' | 'fraud' | 'out_of_stock' | 'other';

/** Ends an order that was not shipped: its stock becomes free. After a declined payment the checkout gets it back for another try. */
export async function dropOrder(tx: Tx, order: LockedOrder, reason: CancelReason): Promise<void> {
  await tx.sql`update orders set cancelled_at = ${tx.now}, cancel_reason = ${reason}, held_at = null, held_because = '', updated_at = ${tx.now} where id = ${order.id}`;
  const checkout = reason === 'payment_failed' ? await reopenCheckout(tx, order) : undefined;
  await releaseHold(tx, { for: orderKey(order.id), reason });
  await releaseDiscounts(tx, order.id);
  if (reason === 'payment_failed') await returnTender(tx, order.id);
  if (checkout && tx.now.getTime() - order.placedAt.getTime() < STILL_THERE) await holdIfPossible(tx, order.id, checkout);
  tx.changed({ record: 'order', id: order.id, before: { cancelled: false }, after: { cancelled: true, reason } });
  tx.tell(orderCancelled, { orderId: order.id, number: order.number, reason });
}

// Long enough to type another card number. Our locks on the counters keep the stock ours between release and hold.
const ANOTHER_TRY = 5 * MINUTE;
// A decline that comes later than this finds nobody waiting at the checkout.
const STILL_THERE = 60 * MINUTE;

interface Reopened {
  cart_id: string;
  held_until: Date;
}

async function reopenCheckout(tx: Tx, order: LockedOrder): Promise<Reopened | undefined> {
  const [checkout] = await tx.sql<Reopened>`
    update checkouts set order_id = null, held_until = greatest(held_until, ${later(tx.now, ANOTHER_TRY)})
    where id = ${order.checkoutId} and order_id = ${order.id} returning cart_id, held_until`;
  if (checkout) await reopenCart(tx, checkout.cart_id);
  return checkout;
}

// The order has ended either way: goods that cannot be held any more (archived, written off) are no reason to keep it.
async function holdIfPossible(tx: Tx, orderId: string, { cart_id, held_until: until }: Reopened): Promise<void> {
  const lines = piecesOf(await linesOf(tx, orderId));
  try {
    await holdStock(tx, { for: holdName(cart_id), lines, until });
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'out_of_stock') throw error;
  }
}
