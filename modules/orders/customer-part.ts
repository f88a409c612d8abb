import type { CustomerEntry, CustomerPart } from '#modules/customers/index.ts';

/** What orders keep of a customer. */
export const ordersOfCustomer: CustomerPart = {
  async move(tx, { from, into }) {
    await tx.sql`update checkouts set customer_id = ${into} where customer_id = ${from}`;
    await tx.sql`update orders set customer_id = ${into} where customer_id = ${from}`;
  },
  // Each order's own timeline tells of its payments, refunds, parcels and returns.
  tell: (r, { id }, most) => r.sql<CustomerEntry>`
    select t.id::text, t.at, t.kind, 'Order #' || o.number || ': ' || t.says as says, case when t.by_name in ('house', 'shopper') then '' else t.by_name end as "byName", '/orders/' || o.id as "to"
    from orders o join order_timeline t on t.order_id = o.id where o.customer_id = ${id} order by t.at desc, t.id desc limit ${most}`,
  write: (r, { id }) => r.sql`
    select o.number, o.placed_at as "placedAt", o.email, o.currency, o.total, o.refunded_total as "refunded", o.payment_state as "payment", o.fulfilment_state as "fulfilment",
      o.cancelled_at as "cancelledAt", o.shipping_address as "shippingAddress", o.billing_address as "billingAddress", o.note,
      (select json_agg(json_build_object('title', l.title, 'variant', l.variant_title, 'sku', l.sku, 'quantity', l.quantity, 'unitPrice', l.unit_price, 'total', l.total) order by l.position)
        from order_lines l where l.order_id = o.id) as lines
    from orders o where o.customer_id = ${id} order by o.placed_at`,
};
