import * as z from 'zod';
import { event } from '#platform/events/event.ts';
import { Money } from '#platform/money.ts';

export const cartAbandoned = event({
  name: 'cart.abandoned',
  says: 'Somebody left a cart',
  data: z.object({ abandonedId: z.uuid(), email: z.string(), value: Money }),
  about: 'abandonedId',
});

export const recoveryChanged = event({
  name: 'recovery.changed',
  says: 'The reminders for left carts changed',
  data: z.object({ workspaceId: z.uuid() }),
  about: 'workspaceId',
});
