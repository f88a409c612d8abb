import * as z from 'zod';
import { event } from '#platform/events/event.ts';

export const wishlistChanged = event({
  name: 'wishlist.changed',
  says: 'A product was put on a wishlist or taken off',
  data: z.object({ wishlistId: z.uuid(), productId: z.uuid(), change: z.enum(['added', 'removed']) }),
  about: 'wishlistId',
});
