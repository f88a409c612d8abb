import * as z from 'zod';
import { event } from '#platform/events/event.ts';

export const shippingChanged = event({
  name: 'shipping.changed',
  says: 'Shipping zones or methods were changed',
  data: z.object({ zoneId: z.uuid() }),
  about: 'zoneId',
});
