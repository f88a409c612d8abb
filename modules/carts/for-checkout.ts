import { Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { lockOpenCart } from './open-cart.ts';

export interface CartForCheckout {
  id: string;
  currency: string;
  note: string;
  codes: string[];
  lines: { variantId: string; quantity: number; planId?: string }[];
}

/** Locks an open cart with at least one line for a checkout. One statement. */
export async function cartForCheckout(tx: Tx, id: string): Promise<CartForCheckout> {
  const { head, lines } = await lockOpenCart(tx, id);
  if (lines.length === 0) throw new Refusal('cart_empty', 'Your cart is empty.');
  return { ...head, lines: lines.map((line) => ({ variantId: line.variant_id, quantity: line.quantity, ...(line.plan_id && { planId: line.plan_id }) })) };
}

/**
 * The statement that closes a cart which became an order, to be made part of the order's own statement. `id` is an SQL
 * expression of that statement, never a value from outside.
 */
export function closingCart(id: string): string {
  return `update carts set state = 'ordered', updated_at = now() where id = ${id} and state = 'open'`;
}

/** The payment was declined: the shopper has their cart back. One statement. */
export async function reopenCart(tx: Tx, id: string): Promise<void> {
  await tx.sql`update carts set state = 'open', updated_at = ${tx.now} where id = ${id} and state = 'ordered'`;
}
