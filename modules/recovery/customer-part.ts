import type { CustomerPart } from '#modules/customers/index.ts';

/** What is kept of a customer's left carts. */
export const leftCartsOfCustomer: CustomerPart = {
  move: async (tx, { from, into }) => void (await tx.sql`update abandoned_carts set customer_id = ${into} where customer_id = ${from}`),
  write: (r, { id, email }) => r.sql`select found_at as "foundAt", mailed_at as "mailedAt", value, currency, lines from abandoned_carts where customer_id = ${id} or email = ${email} order by found_at`,
};
