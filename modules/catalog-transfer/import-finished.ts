import * as z from 'zod';
import { event } from '#platform/events/event.ts';
import { notice } from '#platform/notices/notice.ts';

export const importFinished = event({
  name: 'products.import-finished',
  says: 'A file of products was imported',
  data: z.object({ importId: z.uuid(), products: z.int(), created: z.int(), updated: z.int(), failed: z.int() }),
  about: 'importId',
});

export const importNotice = notice({
  kind: 'products.import-finished',
  on: importFinished,
  says: 'Your imports that are finished',
  group: 'Products',
  many: '# of your imports are finished',
  urgency: 'quiet',
  text(_r, { products, created, updated, failed }, { actor }) {
    if (actor.kind !== 'member') return undefined;
    const title = failed > 0 ? `Import finished: ${failed} of ${products} products could not be read` : `Import finished: ${products} products`;
    return { title, body: `${created} new, ${updated} changed.`, link: '/products', to: [actor.id] };
  },
});
