import type { Tx } from '#platform/tenancy/context.ts';
import { customerCreated } from './events.ts';
import { normalEmail } from './email.ts';

/**
 * The customer of a guest's order, made when the address is new. One statement; two orders at once make one customer.
 * An account whose address was never confirmed loses its password and sessions here: otherwise somebody could register
 * a stranger's address first and then read the stranger's orders.
 */
export async function findOrCreateCustomer(tx: Tx, wanted: { email: string; name: string }): Promise<{ id: string }> {
  const [row] = await tx.sql<{ id: string; created: boolean }>`
    insert into customers as c (email, name) values (${normalEmail(wanted.email)}, ${wanted.name.trim()})
    on conflict (workspace_id, email) do update set
      name = case when c.name = '' then excluded.name else c.name end,
      sessions_from = case when c.email_verified_at is null then ${tx.now} else c.sessions_from end,
      password_hash = case when c.email_verified_at is null then null else c.password_hash end
    returning id, xmax = 0 as created`;
  if (row!.created) tx.tell(customerCreated, { customerId: row!.id });
  return { id: row!.id };
}

/** Keeps a customer's figures: call with the order's total when placed, and with a negative sum (0 orders) when refunded. */
export async function addToCustomerTotals(tx: Tx, customerId: string, change: { orders: number; spent: number; currency: string }): Promise<void> {
  await tx.sql`
    update customers set orders_count = orders_count + ${change.orders}::int,
      total_spent = total_spent + case when coalesce(currency, ${change.currency}) = ${change.currency} then ${change.spent}::bigint else 0 end,
      currency = coalesce(currency, ${change.currency}),
      last_order_at = case when ${change.orders}::int > 0 then ${tx.now} else last_order_at end
    where id = ${customerId}`;
}
