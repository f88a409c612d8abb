import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { view } from '#platform/operations/view.ts';
import { forgetCustomers } from './customer-session.ts';
import { customerUpdated } from './events.ts';
import { addAddress, changeAddress, removeAddress } from './addresses.ts';
import { forShopper, readCustomer } from './read-customer.ts';
import { AddressInput, Name, Phone, Shopper } from './shapes.ts';
import { requireCustomer } from './sign-in.ts';

const needs = 'storefront:customers';

export const me = view({
  name: 'storefront.customers.me',
  on: 'storefront',
  route: 'GET /customers/me',
  says: 'The signed-in customer',
  needs,
  input: z.object({}),
  output: Shopper,
  read: async (r) => forShopper(await readCustomer(r, requireCustomer(r))),
});

export const updateMe = operation({
  name: 'storefront.customers.update',
  on: 'storefront',
  route: 'PATCH /customers/me',
  says: 'Change one’s own profile',
  needs,
  input: z.object({ name: Name.optional(), phone: Phone.optional(), acceptsMarketing: z.boolean().optional() }),
  output: Shopper,
  async run(tx, { name, phone, acceptsMarketing }) {
    const id = requireCustomer(tx);
    await tx.sql`update customers set name = coalesce(${name ?? null}, name), accepts_marketing = coalesce(${acceptsMarketing ?? null}, accepts_marketing),
      phone = case when ${phone !== undefined} then ${phone ?? null} else phone end, updated_at = ${tx.now} where id = ${id}`;
    tx.tell(customerUpdated, { customerId: id });
    return forShopper(await readCustomer(tx, id));
  },
  afterCommit: async (_ctx, answer) => (forgetCustomers(), answer),
});

export const addMyAddress = operation({
  name: 'storefront.customers.add-address',
  on: 'storefront',
  route: 'POST /customers/me/addresses',
  says: 'Add an address to one’s own address book',
  needs,
  input: AddressInput,
  output: Shopper,
  async run(tx, address) {
    const id = requireCustomer(tx);
    await addAddress(tx, id, address);
    return forShopper(await readCustomer(tx, id));
  },
});

export const changeMyAddress = operation({
  name: 'storefront.customers.update-address',
  on: 'storefront',
  route: 'PUT /customers/me/addresses/:addressId',
  says: 'Change an address of one’s own address book',
  needs,
  input: AddressInput.extend({ addressId: z.uuid() }),
  output: Shopper,
  async run(tx, { addressId, ...address }) {
    const id = requireCustomer(tx);
    await changeAddress(tx, id, addressId, address);
    return forShopper(await readCustomer(tx, id));
  },
});

export const removeMyAddress = operation({
  name: 'storefront.customers.remove-address',
  on: 'storefront',
  route: 'DELETE /customers/me/addresses/:addressId',
  says: 'Remove an address from one’s own address book',
  needs,
  input: z.object({ addressId: z.uuid() }),
  output: Shopper,
  async run(tx, { addressId }) {
    const id = requireCustomer(tx);
    await removeAddress(tx, id, addressId);
    return forShopper(await readCustomer(tx, id));
  },
});
