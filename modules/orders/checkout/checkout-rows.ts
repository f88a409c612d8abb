import { notFound } from '#platform/refusal.ts';
import type { Reader, Tx } from '#platform/tenancy/context.ts';
import type { CheckoutRow } from './checkout.ts';

/** Locks a checkout: two tabs pressing at once wait here for each other. */
export async function lockCheckout(tx: Tx, id: string): Promise<CheckoutRow> {
  const [row] = await tx.sql<CheckoutRow>`
    select id, cart_id, storefront_id, customer_id, currency, lines, email, shipping_address, billing_address, shipping_method_id, note, codes, gift_card_ids, store_credit, held_until, order_id
    from checkouts where id = ${id} for no key update`;
  if (!row) throw notFound('This checkout');
  return row;
}

export async function readCheckout(r: Reader, id: string): Promise<CheckoutRow> {
  const [row] = await r.sql<CheckoutRow>`
    select id, cart_id, storefront_id, customer_id, currency, lines, email, shipping_address, billing_address, shipping_method_id, note, codes, gift_card_ids, store_credit, held_until, order_id
    from checkouts where id = ${id}`;
  if (!row) throw notFound('This checkout');
  return row;
}
