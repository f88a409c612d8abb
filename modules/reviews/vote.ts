import * as z from 'zod';
import { countAttempt } from '#modules/accounts/index.ts';
import { requireCustomer } from '#modules/customers/index.ts';
import { operation } from '#platform/operations/operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { HOUR } from '#platform/time.ts';
import { reviewChanged } from './events.ts';

/** One vote a person; voting again changes it, `none` takes it back. Nobody votes for themselves. */
export const voteReview = operation({
  name: 'storefront.reviews.vote',
  on: 'storefront',
  route: 'POST /reviews/:id/votes',
  says: 'Say whether a review was helpful',
  needs: 'storefront:customers',
  input: z.object({ id: z.uuid(), vote: z.enum(['helpful', 'unhelpful', 'none']) }),
  output: z.object({ helpful: z.int(), unhelpful: z.int() }),
  async run(tx, { id, vote }) {
    const customerId = requireCustomer(tx);
    await countAttempt([{ key: `review-votes:${tx.workspaceId}:${customerId}`, times: 100, withinMillis: HOUR }]);
    const [review] = await tx.sql<{ productId: string; customerId: string }>`
      select product_id as "productId", customer_id as "customerId" from reviews where id = ${id} and state = 'published' for update`;
    if (!review) throw notFound('This review');
    if (review.customerId === customerId) throw new Refusal('own_review', 'You cannot vote for your own review.');
    if (vote === 'none') await tx.sql`delete from review_votes where review_id = ${id} and customer_id = ${customerId}`;
    else
      await tx.sql`insert into review_votes (review_id, customer_id, helpful) values (${id}, ${customerId}, ${vote === 'helpful'})
        on conflict (workspace_id, review_id, customer_id) do update set helpful = excluded.helpful`;
    const [sums] = await tx.sql<{ helpful: number; unhelpful: number }>`
      update reviews set helpful = v.yes, unhelpful = v.no from (
        select count(*) filter (where helpful) as yes, count(*) filter (where not helpful) as no from review_votes where review_id = ${id}) v
      where id = ${id} returning reviews.helpful, reviews.unhelpful`;
    tx.tell(reviewChanged, { reviewId: id, productId: review.productId, change: 'vote' });
    return sums!;
  },
});
