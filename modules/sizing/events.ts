import * as z from 'zod';
import { event } from '#platform/events/event.ts';

export const sizeGuideChanged = event({
  name: 'size-guide.changed',
  says: 'A size guide was made, changed or deleted',
  data: z.object({ guideId: z.uuid() }),
  about: 'guideId',
  live: { channel: 'products', as: 'size-guide:updated' },
});
