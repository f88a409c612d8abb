import { reaction } from '#platform/events/reaction.ts';
import { orderCancelled, orderPlaced } from '#modules/orders/index.ts';

/** A left cart that became an order after all; one whose order came to nothing is left again. */
export const followOrders = reaction<{ orderId: string }>({
  name: 'recovery.follow-orders',
  on: [orderPlaced, orderCancelled] as never,
  async apply(tx, { orderId }) {
    await tx.sql`
      update abandoned_carts a set order_id = case when o.cancelled_at is null then o.id end, recovered_value = case when o.cancelled_at is null then o.total else 0 end,
        recovered_at = case when o.cancelled_at is null then o.placed_at end
      from orders o where o.id = ${orderId} and a.cart_id = o.cart_id and (a.order_id is null or a.order_id = o.id)`;
  },
});
