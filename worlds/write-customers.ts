import { newId } from '#platform/ids.ts';
import { DAY } from '#platform/time.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import type { PlannedOrder, WorldCustomer } from './plan-orders.ts';
import type { Random } from './random.ts';
import type { ShopPlan } from './shop-plan.ts';
import { writeRows, type Row } from './write.ts';

/** Writes the customers with what they bought so far, and their address. */
export async function writeCustomers(tx: Tx, random: Random, given: { plan: ShopPlan; customers: readonly WorldCustomer[]; orders: readonly PlannedOrder[] }): Promise<void> {
  const bought = Map.groupBy(given.orders, (order) => order.customer.id);
  const rows = given.customers.map((customer) => customerRow(random, given.plan, { customer, orders: bought.get(customer.id) ?? [], now: tx.now }));
  await writeRows(tx, 'customers', rows);
  await writeRows(tx, 'customer_addresses', given.customers.map(({ id, address }, i) => ({ id: newId(), customer_id: id, ...addressRow(address), is_default: true, created_at: rows[i]!['created_at'] })));
}

const LOYAL = 6;

function customerRow(random: Random, plan: ShopPlan, { customer, orders, now }: { customer: WorldCustomer; orders: PlannedOrder[]; now: Date }): Row {
  const counted = orders.filter((order) => !order.cancelledAt);
  const since = orders[0]?.placedAt ?? new Date(now.getTime() - random.whole(2, 300) * DAY);
  return {
    id: customer.id, email: customer.email, name: customer.name, phone: customer.address.phone, accepts_marketing: random.chance(0.44),
    notes: counted.length >= LOYAL && random.chance(0.4) ? random.pick(plan.notes) : '',
    tags: tagsOf(customer, counted.length),
    orders_count: counted.length, total_spent: counted.reduce((sum, order) => sum + order.total - order.refunded, 0),
    currency: counted.length > 0 ? plan.currency : null, last_order_at: orders.at(-1)?.placedAt ?? null, created_at: since, updated_at: orders.at(-1)?.placedAt ?? since,
  };
}

function tagsOf({ address }: WorldCustomer, orders: number): string[] {
  return [...(orders >= LOYAL ? ['loyal'] : []), ...(address.company ? ['business'] : []), ...(orders === 0 ? ['not yet'] : [])];
}

function addressRow({ line1, line2, postalCode, ...rest }: WorldCustomer['address']): Row {
  return { ...rest, line1, line2, postal_code: postalCode };
}
