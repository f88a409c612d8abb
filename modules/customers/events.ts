import * as z from 'zod';
import { event } from '#platform/events/event.ts';

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

/** A link goes to the customer by mail: to choose a password, or to confirm the address. */
export const customerLinkAsked = event({
  name: 'customer.link-asked',
  says: 'A customer needs a link by mail',
  data: Customer.extend({ linkId: z.uuid(), purpose: z.enum(['password', 'confirm']), storefrontId: z.uuid().nullable() }),
  about: 'customerId',
});
