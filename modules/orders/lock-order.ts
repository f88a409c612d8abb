import { notFound } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import type { FulfilmentState, PaymentState, ReturnState } from './order-state.ts';

export interface LockedOrder {
  id: string;
  number: number;
  currency: string;
  discountTotal: number;
  shippingTotal: number;
  taxTotal: number;
  taxInclusive: boolean;
  total: number;
  capturedTotal: number;
  refundedTotal: number;
  disputedTotal: number;
  creditedTotal: number;
  moneyKept: boolean;
  heldAt: Date | null;
  version: number;
  paymentState: PaymentState;
  fulfilmentState: FulfilmentState;
  returnState: ReturnState;
  placedAt: Date;
  paidAt: Date | null;
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
    select id, number, currency, discount_total as "discountTotal", shipping_total as "shippingTotal", tax_total as "taxTotal",
      tax_inclusive as "taxInclusive", total, captured_total as "capturedTotal", refunded_total as "refundedTotal", disputed_total as "disputedTotal", held_at as "heldAt", credited_total as "creditedTotal",
      money_kept as "moneyKept", version, return_state as "returnState", payment_state as "paymentState",
      fulfilment_state as "fulfilmentState", placed_at as "placedAt", paid_at as "paidAt", cancelled_at as "cancelledAt", cancel_reason as "cancelReason", checkout_id as "checkoutId",
      cart_id as "cartId", customer_id as "customerId", email
    from orders where id = ${id} for no key update`;
  if (!order) throw notFound('This order');
  return order;
}
