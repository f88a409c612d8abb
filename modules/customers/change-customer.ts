import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { addAddress, changeAddress, removeAddress } from './addresses.ts';
import { forgetCustomers } from './customer-session.ts';
import { Email } from './email.ts';
import { customerCreated, customerUpdated } from './events.ts';
import { readCustomer } from './read-customer.ts';
import { AddressInput, CustomerView, Name, Phone } from './shapes.ts';

const needs = 'customers:write';
const Tags = z
  .array(z.string().trim().min(1).max(40))
  .max(50)
  .transform((tags) => [...new Set(tags)]);

const Details = z.object({
  name: Name,
  phone: Phone,
  acceptsMarketing: z.boolean(),
  notes: z.string().max(5_000),
  tags: Tags,
});

export const createCustomer = operation({
  name: 'customers.create',
  route: 'POST /customers',
  says: 'Add a customer',
  needs,
  input: Details.partial().extend({ email: Email }),
  output: CustomerView,
  async run(tx, { email, name = '', phone = null, acceptsMarketing = false, notes = '', tags = [] }) {
    const [row] = await tx.sql<{ id: string }>`insert into customers (email, name, phone, accepts_marketing, notes, tags)
      values (${email}, ${name}, ${phone}, ${acceptsMarketing}, ${notes}, ${tags}) on conflict (workspace_id, email) do nothing returning id`;
    if (!row) throw taken(email);
    tx.tell(customerCreated, { customerId: row.id });
    tx.changed({ record: 'customer', id: row.id, after: { email, name, tags } });
    return readCustomer(tx, row.id);
  },
});

function taken(email: string): Refusal {
  return new Refusal('conflict', `There is a customer with the address ${email} already.`, { fields: { email: 'is in use' } });
}

/** Changes what is given and leaves the rest. A new address has to be confirmed again by the customer. */
export const updateCustomer = operation({
  name: 'customers.update',
  route: 'PATCH /customers/:id',
  says: 'Change a customer',
  needs,
  input: Details.partial().extend({ id: z.uuid(), email: Email.optional() }),
  output: CustomerView,
  async run(tx, { id, ...changes }) {
    const locked = await tx.sql`select 1 from customers where id = ${id} for no key update`;
    if (locked.length === 0) throw notFound('The customer');
    const before = await readCustomer(tx, id);
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    await save(tx, before, { ...before, ...given });
    const after = await readCustomer(tx, id);
    tx.changed({ record: 'customer', id, before, after });
    tx.tell(customerUpdated, { customerId: id });
    return after;
  },
  afterCommit: async (_ctx, answer) => (forgetCustomers(), answer),
});

async function save(tx: Tx, before: CustomerView, c: CustomerView): Promise<void> {
  try {
    await tx.sql`update customers set email = ${c.email}, name = ${c.name}, phone = ${c.phone}, accepts_marketing = ${c.acceptsMarketing},
      notes = ${c.notes}, tags = ${c.tags}, updated_at = ${tx.now},
      email_verified_at = case when email = ${c.email} then email_verified_at end where id = ${before.id}`;
  } catch (error) {
    if ((error as { code?: string }).code === '23505') throw taken(c.email);
    throw error;
  }
}

const OfCustomer = z.object({ id: z.uuid() });
const OneAddress = OfCustomer.extend({ addressId: z.uuid() });

export const addCustomerAddress = operation({
  name: 'customers.add-address',
  route: 'POST /customers/:id/addresses',
  says: 'Add an address to a customer',
  needs,
  input: AddressInput.extend(OfCustomer.shape),
  output: CustomerView,
  async run(tx, { id, ...address }) {
    await addAddress(tx, id, address);
    return readCustomer(tx, id);
  },
});

export const updateCustomerAddress = operation({
  name: 'customers.update-address',
  route: 'PUT /customers/:id/addresses/:addressId',
  says: 'Change an address of a customer',
  needs,
  input: AddressInput.extend(OneAddress.shape),
  output: CustomerView,
  async run(tx, { id, addressId, ...address }) {
    await changeAddress(tx, id, addressId, address);
    return readCustomer(tx, id);
  },
});

export const removeCustomerAddress = operation({
  name: 'customers.remove-address',
  route: 'DELETE /customers/:id/addresses/:addressId',
  says: 'Remove an address of a customer',
  needs,
  input: OneAddress,
  output: CustomerView,
  async run(tx, { id, addressId }) {
    await removeAddress(tx, id, addressId);
    return readCustomer(tx, id);
  },
});
