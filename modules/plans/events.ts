import * as z from 'zod';
import { event } from '#platform/events/event.ts';

export const planChanged = event({
  name: 'subscription-plan.changed',
  says: 'A subscription plan was made, changed or taken away',
  data: z.object({ planId: z.uuid() }),
  about: 'planId',
  live: { channel: 'subscriptions', as: 'subscription-plan:updated' },
});
