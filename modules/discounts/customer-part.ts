import type { CustomerPart } from '#modules/customers/index.ts';

/** Which discounts a customer has used. */
export const discountsOfCustomer: CustomerPart = {
  move: async (tx, { from, into }) => void (await tx.sql`update discount_uses set customer_id = ${into} where customer_id = ${from}`),
  write: (r, { id, email }) => r.sql`
    select u.at, d.title, d.code, u.amount, u.currency from discount_uses u join discounts d on d.id = u.discount_id where u.customer_id = ${id} or u.email = ${email} order by u.at`,
  // What an order saved stays with its books; whose it was does not.
  erase: async (tx, { id, emails }) => void (await tx.sql`update discount_uses set customer_id = null, email = '' where customer_id = ${id} or email = any(${emails})`),
};
