import type { CustomerPart, ErasedCustomer } from '#modules/customers/index.ts';
import type { Tx } from '#platform/tenancy/context.ts';

/** What is kept of a customer's left carts. */
export const leftCartsOfCustomer: CustomerPart = {
  move: async (tx, { from, into }) => void (await tx.sql`update abandoned_carts set customer_id = ${into} where customer_id = ${from}`),
  write: (r, { id, email }) => r.sql`select found_at as "foundAt", mailed_at as "mailedAt", value, currency, lines from abandoned_carts where customer_id = ${id} or email = ${email} order by found_at`,
  erase: eraseLeftCarts,
};

// What a reminder brought stays a figure; whom it reminded does not.
async function eraseLeftCarts(tx: Tx, { id, emails }: ErasedCustomer): Promise<void> {
  await tx.sql`delete from abandoned_carts where order_id is null and (customer_id = ${id} or email = any(${emails}))`;
  await tx.sql`update abandoned_carts set customer_id = null, email = '' where customer_id = ${id} or email = any(${emails})`;
  await tx.sql`delete from recovery_opt_outs where email = any(${emails})`;
}

