import * as z from 'zod';
import { event } from '#platform/events/event.ts';
import { LINK_PURPOSES } from './tables.ts';

const Customer = z.object({ customerId: z.uuid() });

export const customerCreated = event({
  name: 'customer.created',
  says: 'A customer was added',
  data: Customer,
  about: 'customerId',
  live: { channel: 'customers', as: 'customer:created' },
});

export const customerUpdated = event({
  name: 'customer.updated',
  says: 'A customer changed',
  data: Customer,
  about: 'customerId',
  live: { channel: 'customers', as: 'customer:updated' },
});

/** `fromId` is nobody any more; everything of theirs belongs to `customerId`. */
export const customersMerged = event({
  name: 'customer.merged',
  says: 'Two customers were merged',
  data: Customer.extend({ fromId: z.uuid() }),
  about: 'customerId',
  live: { channel: 'customers', as: 'customer:merged' },
});

export const customerGroupChanged = event({
  name: 'customer.group-changed',
  says: 'A customer group changed',
  data: z.object({ groupId: z.uuid() }),
  about: 'groupId',
  live: { channel: 'customers', as: 'customer:group' },
});

/** Nobody knows any more who it was. */
export const customerErased = event({
  name: 'customer.erased',
  says: 'A customer was erased',
  data: Customer,
  about: 'customerId',
  live: { channel: 'customers', as: 'customer:erased' },
});

/** Somebody else may have done it: the former address hears of it. */
export const customerEmailChanged = event({
  name: 'customer.email-changed',
  says: 'A customer has another e-mail address',
  data: Customer.extend({ before: z.string(), storefrontId: z.uuid().nullable() }),
  about: 'customerId',
});

/** A link goes to the customer by mail: to choose a password, or to confirm the address. */
export const customerLinkAsked = event({
  name: 'customer.link-asked',
  says: 'A customer needs a link by mail',
  data: Customer.extend({ linkId: z.uuid(), purpose: z.enum(LINK_PURPOSES), storefrontId: z.uuid().nullable() }),
  about: 'customerId',
});
