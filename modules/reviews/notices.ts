import { notice } from '#platform/notices/notice.ts';
import { reviewWritten } from './events.ts';

const waiting = notice({
  kind: 'review.waiting',
  on: reviewWritten,
  says: 'Reviews that wait for you',
  group: 'Reviews and questions',
  needs: 'reviews:write',
  many: '# reviews wait for you',
  async text(r, { reviewId, stars, waiting: waits }) {
    if (!waits) return undefined;
    const [row] = await r.sql<{ product: string; title: string; author: string }>`
      select p.title as product, v.title, v.author from reviews v join products p on p.id = v.product_id where v.id = ${reviewId} and v.state = 'waiting'`;
    if (!row) return undefined;
    return { title: `A review waits for you: ${stars} of 5 stars for ${row.product}`, body: [row.title, row.author].filter(Boolean).join(' · '), link: `/reviews/${reviewId}` };
  },
});

export const reviewNotices = [waiting];
