import type * as z from 'zod';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { customerUpdated } from './events.ts';
import type { AddressInput } from './shapes.ts';

type Address = z.output<typeof AddressInput>;
const MOST_ADDRESSES = 50;

/** Puts an address into a customer's book. Two at once queue up on the customer's row. */
export async function addAddress(tx: Tx, customerId: string, a: Address): Promise<string> {
  await lockBook(tx, customerId);
  const [{ count } = { count: 0 }] = await tx.sql<{ count: number }>`select count(*) as count from customer_addresses where customer_id = ${customerId}`;
  if (count >= MOST_ADDRESSES) throw new Refusal('too_many', `An address book holds at most ${MOST_ADDRESSES} addresses.`);
  const [row] = await tx.sql<{ id: string }>`
    insert into customer_addresses (customer_id, name, company, line1, line2, city, region, postal_code, country, phone, is_default)
    values (${customerId}, ${a.name}, ${a.company}, ${a.line1}, ${a.line2}, ${a.city}, ${a.region}, ${a.postalCode}, ${a.country}, ${a.phone}, ${a.isDefault || count === 0})
    returning id`;
  if (a.isDefault) await makeOnlyDefault(tx, customerId, row!.id);
  tx.tell(customerUpdated, { customerId });
  return row!.id;
}

export async function changeAddress(tx: Tx, customerId: string, addressId: string, a: Address): Promise<void> {
  await lockBook(tx, customerId);
  const changed = await tx.sql`
    update customer_addresses set name = ${a.name}, company = ${a.company}, line1 = ${a.line1}, line2 = ${a.line2}, city = ${a.city},
      region = ${a.region}, postal_code = ${a.postalCode}, country = ${a.country}, phone = ${a.phone}, is_default = is_default or ${a.isDefault}
    where id = ${addressId} and customer_id = ${customerId} returning id`;
  if (changed.length === 0) throw notFound('The address');
  if (a.isDefault) await makeOnlyDefault(tx, customerId, addressId);
  tx.tell(customerUpdated, { customerId });
}

export async function removeAddress(tx: Tx, customerId: string, addressId: string): Promise<void> {
  await lockBook(tx, customerId);
  const removed = await tx.sql`delete from customer_addresses where id = ${addressId} and customer_id = ${customerId} returning id`;
  if (removed.length === 0) throw notFound('The address');
  tx.tell(customerUpdated, { customerId });
}

async function makeOnlyDefault(tx: Tx, customerId: string, addressId: string): Promise<void> {
  await tx.sql`update customer_addresses set is_default = (id = ${addressId}) where customer_id = ${customerId} and is_default is distinct from (id = ${addressId})`;
}

async function lockBook(tx: Tx, customerId: string): Promise<void> {
  const found = await tx.sql`select 1 from customers where id = ${customerId} for no key update`;
  if (found.length === 0) throw notFound('The customer');
}
