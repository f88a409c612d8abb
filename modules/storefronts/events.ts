import * as z from 'zod';
import { event } from '#platform/events/event.ts';

/** Its settings, key, permissions or existence. */
export const storefrontChanged = event({
  name: 'storefront.changed',
  says: 'A storefront changed',
  data: z.object({ storefrontId: z.uuid() }),
  about: 'storefrontId',
});

/** A text page was written, changed or taken away. */
export const pageChanged = event({
  name: 'storefront.page-changed',
  says: 'A text page of a storefront changed',
  data: z.object({ storefrontId: z.uuid() }),
  about: 'storefrontId',
});
