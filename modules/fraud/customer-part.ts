import type { CustomerPart } from '#modules/customers/index.ts';
import { mailMark } from './marks.ts';

/** What stands for a customer among the checks of their orders; whether they were disputed stays. */
export const checksOfCustomer: CustomerPart = {
  move: async () => {},
  write: (r, { id }) => r.sql`select c.order_number as "order", c.score, c.reasons, c.state, c.placed_at as "placedAt" from fraud_checks c join orders o on o.id = c.order_id where o.customer_id = ${id} order by c.placed_at`,
  // The orders forget whose they were before the checks are asked, so these go by the mail they are marked with.
  async erase(tx, { id, emails }) {
    const marks = emails.map(mailMark);
    await tx.sql`delete from fraud_list where kind = 'mail' and value = any(${marks}::text[])`;
    await tx.sql`update fraud_checks set mail = '', place = '', network = '', note = '' where mail = any(${marks}::text[]) or order_id in (select id from orders where customer_id = ${id})`;
  },
};
