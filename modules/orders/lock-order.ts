import { notFound } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import type { FulfilmentState, PaymentState } from './order-state.ts';

export interface LockedOrder {
  id: string;
  number: number;
  currency: string;
  total: number;
  capturedTotal: number;
  refundedTotal: number;
  paymentState: PaymentState;
  fulfilmentState: FulfilmentState;
  placedAt: Date;
  cancelledAt: Date | null;
  cancelReason: string | null;
  checkoutId: string | null;
  cartId: string | null;
  customerId: string | null;
  email: string;
}

/** Locks one order; every change of an order begins here. One statement. */
export async function lockOrder(tx: Tx, id: string): Promise<LockedOrder> {
  const [order] = await tx.sql<LockedOrder>`
    select id, number, currency, total, captured_total as "capturedTotal", refunded_total as "refundedTotal", payment_state as "paymentState",
      fulfilment_state as "fulfilmentState", placed_at as "placedAt", cancelled_at as "cancelledAt", cancel_reason as "cancelReason", checkout_id as "checkoutId",
      cart_id as "cartId", customer_id as "customerId", email
    from orders where id = ${id} for update`;
  if (!order) throw notFound('This order');
  return order;
}
