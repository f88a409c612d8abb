import * as z from 'zod';
import { event } from '#platform/events/event.ts';

export const feedChanged = event({
  name: 'feed.changed',
  says: 'What sells now changed',
  data: z.object({ storefrontId: z.uuid() }),
  about: 'storefrontId',
});
