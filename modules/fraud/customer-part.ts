import type { CustomerPart } from '#modules/customers/index.ts';

/** What stands for a customer among the checks of their orders; whether they were disputed stays. */
export const checksOfCustomer: CustomerPart = {
  move: async () => {},
  write: (r, { id }) => r.sql`select c.order_number as "order", c.score, c.reasons, c.state, c.placed_at as "placedAt" from fraud_checks c join orders o on o.id = c.order_id where o.customer_id = ${id} order by c.placed_at`,
  async erase(tx, { id }) {
    await tx.sql`delete from fraud_list where kind = 'mail' and value in (select c.mail from fraud_checks c join orders o on o.id = c.order_id where o.customer_id = ${id})`;
    await tx.sql`update fraud_checks set mail = '', place = '', network = '', note = '' where order_id in (select id from orders where customer_id = ${id})`;
  },
};
