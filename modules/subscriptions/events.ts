import * as z from 'zod';
import { event } from '#platform/events/event.ts';

const Subscription = z.object({ subscriptionId: z.uuid() });
const UPDATED = { channel: 'subscriptions', as: 'subscription:updated' } as const;

export const subscriptionStarted = event({
  name: 'subscription.started',
  says: 'Somebody subscribed',
  data: Subscription.extend({ orderId: z.uuid(), email: z.string(), planName: z.string() }),
  about: 'subscriptionId',
  live: { channel: 'subscriptions', as: 'subscription:created' },
});

export const subscriptionRenewed = event({
  name: 'subscription.renewed',
  says: 'A subscription was renewed and paid',
  data: Subscription.extend({ orderId: z.uuid(), cycle: z.int() }),
  about: 'subscriptionId',
  live: UPDATED,
});

export const subscriptionFailed = event({
  name: 'subscription.payment-failed',
  says: 'A renewal of a subscription failed',
  data: Subscription.extend({
    sentence: z.string(),
    retryAt: z.string().nullable().meta({ description: 'when it is tried again; null = no more' }),
    failures: z.int(),
    /** The customer tried it themselves and has read why. */
    byCustomer: z.boolean(),
  }),
  about: 'subscriptionId',
  live: UPDATED,
});

export const subscriptionChanged = event({
  name: 'subscription.changed',
  says: 'A subscription was paused, resumed, skipped or changed',
  data: Subscription.extend({ change: z.string() }),
  about: 'subscriptionId',
  live: UPDATED,
});

export const subscriptionCancelled = event({
  name: 'subscription.cancelled',
  says: 'A subscription has ended',
  data: Subscription.extend({ reason: z.string() }),
  about: 'subscriptionId',
  live: { channel: 'subscriptions', as: 'subscription:canceled' },
});

export const subscriptionAnnounced = event({
  name: 'subscription.announced',
  says: 'A renewal comes soon, and its customer is told',
  data: Subscription.extend({ dueAt: z.string() }),
  about: 'subscriptionId',
});

export const subscriptionMethodGone = event({
  name: 'subscription.method-gone',
  says: 'What a subscription is paid with was taken back at its provider',
  data: Subscription.extend({ methodId: z.uuid() }),
  about: 'subscriptionId',
  live: UPDATED,
});

export const subscriptionSettingsChanged = event({
  name: 'subscription-settings.changed',
  says: 'How renewals are announced or retried changed',
  data: z.object({ workspaceId: z.uuid() }),
  about: 'workspaceId',
});
