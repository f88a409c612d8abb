import type { CustomerPart } from '#modules/customers/index.ts';

/** What carts keep of a customer. */
export const cartsOfCustomer: CustomerPart = {
  move: async (tx, { from, into }) => void (await tx.sql`update carts set customer_id = ${into} where customer_id = ${from}`),
  write: (r, { id }) => r.sql`
    select c.created_at as "createdAt", c.state, c.currency, c.note, (select json_agg(json_build_object('variantId', l.variant_id, 'quantity', l.quantity)) from cart_lines l where l.cart_id = c.id) as lines
    from carts c where c.customer_id = ${id} order by c.created_at`,
  erase: async (tx, { id }) => void (await tx.sql`delete from carts where customer_id = ${id}`),
};
