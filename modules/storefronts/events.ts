import * as z from 'zod';
import { event } from '#platform/events/event.ts';

/** Its settings, key, permissions or existence. */
export const storefrontChanged = event({
  name: 'storefront.changed',
  says: 'A storefront changed',
  data: z.object({ storefrontId: z.uuid() }),
  about: 'storefrontId',
});
