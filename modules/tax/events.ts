import * as z from 'zod';
import { event } from '#platform/events/event.ts';

export const taxChanged = event({
  name: 'tax.changed',
  says: 'Tax rates or registrations were changed',
  data: z.object({ country: z.string(), region: z.string() }),
  about: 'country',
});
