import * as z from 'zod';
import { event } from '#platform/events/event.ts';

export const discountChanged = event({
  name: 'discount.changed',
  says: 'A discount was made, changed or taken away',
  data: z.object({ discountId: z.uuid() }),
  about: 'discountId',
  live: { channel: 'discounts', as: 'discount:updated' },
});
