import { mayOpenOrder } from '#modules/orders/index.ts';
import { requireCustomer } from '#modules/customers/index.ts';
import * as z from 'zod';
import { Refusal } from '#platform/refusal.ts';
import type { Reader } from '#platform/tenancy/context.ts';

/** What a customer bought of a product, or undefined. */
export interface Purchase {
  variantTitle: string;
}

/**
 * Read from real orders alone, never told by the caller: paid for, not cancelled, not given back in money, and not taken off again.
 * Knows the latest one.
 */
export async function purchaseOf(r: Reader, customerId: string, productId: string): Promise<Purchase | undefined> {
  const [row] = await r.sql<Purchase>`
    select l.variant_title as "variantTitle" from orders o join order_lines l on l.order_id = o.id
    where o.customer_id = ${customerId} and l.product_id = ${productId} and o.cancelled_at is null
      and o.payment_state in ('paid', 'partially_refunded') and l.quantity > l.removed
    order by o.placed_at desc limit 1`;
  return row;
}

/** Guests prove who they are by the signed link of their order. */
export const ByOrder = z.object({ id: z.uuid(), token: z.string().max(200) }).meta({ description: 'for guests: the order and the token of its link' });

/** Who writes: the signed-in customer, or the buyer whose order's signed link is shown. */
export async function writerOf(r: Reader, order: z.infer<typeof ByOrder> | undefined): Promise<string> {
  if (!order) return requireCustomer(r);
  const [row] = await r.sql<{ customerId: string | null }>`select customer_id as "customerId" from orders where id = ${order.id}`;
  if (!row?.customerId || !(await mayOpenOrder(r, order.id, order.token))) throw new Refusal('unauthenticated', 'This link does not open an order. Please sign in, or use the link from the mail of your order.');
  return row.customerId;
}
