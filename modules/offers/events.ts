import * as z from 'zod';
import { event } from '#platform/events/event.ts';

export const offerChanged = event({
  name: 'offer.changed',
  says: 'An upsell offer was made, changed or taken away',
  data: z.object({ offerId: z.uuid() }),
  about: 'offerId',
});
