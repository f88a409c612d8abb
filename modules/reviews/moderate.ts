import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { notFound } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { reviewChanged } from './events.ts';
import { publish, showMedia, takenDown, type ReviewRow } from './publish.ts';

const needs = 'reviews:write';
const OneReview = z.object({ id: z.uuid() });
const Answer = OneReview.extend({ state: z.enum(['waiting', 'published', 'refused']) });

async function lock(tx: Tx, id: string): Promise<ReviewRow> {
  const [row] = await tx.sql<ReviewRow>`select id, product_id as "productId", customer_id as "customerId", stars, state from reviews where id = ${id} for update`;
  if (!row) throw notFound('The review');
  return row;
}

/** Approving what is public already changes nothing. */
export const approveReview = operation({
  name: 'reviews.approve',
  route: 'POST /reviews/:id/approval',
  says: 'Approve a review',
  needs,
  input: OneReview,
  output: Answer,
  async run(tx, { id }) {
    const review = await lock(tx, id);
    if (review.state !== 'published') {
      await publish(tx, review);
      tx.changed({ record: 'review', id, before: { state: review.state }, after: { state: 'published' } });
    }
    return { id, state: 'published' as const };
  },
});

/** Also takes a public review down again. The reason is kept for colleagues and told to the author on their own list. */
export const refuseReview = operation({
  name: 'reviews.refuse',
  route: 'POST /reviews/:id/refusal',
  says: 'Refuse a review',
  needs,
  input: OneReview.extend({ reason: z.string().trim().min(1, 'say why').max(500) }),
  output: Answer,
  async run(tx, { id, reason }) {
    const review = await lock(tx, id);
    await tx.sql`update reviews set state = 'refused', refusal = ${reason} where id = ${id}`;
    await showMedia(tx, id, 'private');
    if (review.state === 'published') await takenDown(tx, review);
    tx.changed({ record: 'review', id, before: { state: review.state }, after: { state: 'refused', reason } });
    tx.tell(reviewChanged, { reviewId: id, productId: review.productId, change: 'refused' });
    return { id, state: 'refused' as const };
  },
});

/** Stands below the review, in the name of the shop. An empty text takes it away. */
export const replyToReview = operation({
  name: 'reviews.reply',
  route: 'PUT /reviews/:id/reply',
  says: 'Answer a review as the shop',
  needs,
  input: OneReview.extend({ text: z.string().trim().max(2_000) }),
  output: Answer,
  async run(tx, { id, text }) {
    const review = await lock(tx, id);
    const [before] = await tx.sql<{ reply: string }>`select reply from reviews where id = ${id}`;
    await tx.sql`update reviews set reply = ${text}, replied_at = ${text === '' ? null : tx.now} where id = ${id}`;
    tx.changed({ record: 'review', id, before, after: { reply: text } });
    tx.tell(reviewChanged, { reviewId: id, productId: review.productId, change: 'reply' });
    return { id, state: review.state };
  },
});
