import * as z from 'zod';
import { event } from '#platform/events/event.ts';

const Review = z.object({ reviewId: z.uuid(), productId: z.uuid() });

export const reviewWritten = event({
  name: 'review.written',
  says: 'A customer wrote or changed a review',
  data: Review.extend({ stars: z.int(), waiting: z.boolean() }),
  about: 'reviewId',
  live: { channel: 'reviews', as: 'review:written' },
});

/** From now on everybody reads it. `average` and `count` are the product's, with this review in them. */
export const reviewPublished = event({
  name: 'review.published',
  says: 'A review was published',
  data: Review.extend({ stars: z.int(), average: z.number(), count: z.int() }),
  about: 'reviewId',
  live: { channel: 'reviews', as: 'review:published' },
});

/** It was public and no longer is: refused, changed by its author, or deleted. */
export const reviewTakenDown = event({
  name: 'review.taken-down',
  says: 'A review is no longer public',
  data: Review.extend({ average: z.number(), count: z.int() }),
  about: 'reviewId',
  live: { channel: 'reviews', as: 'review:taken-down' },
});

/** Reply of the shop, votes, a refusal: what stands around a review. */
export const reviewChanged = event({
  name: 'review.changed',
  says: 'Something around a review changed',
  data: Review.extend({ change: z.enum(['reply', 'vote', 'refused', 'removed']) }),
  about: 'reviewId',
  live: { channel: 'reviews', as: 'review:changed' },
});

export const reviewSettingsChanged = event({
  name: 'review.settings-changed',
  says: 'The rules for reviews were changed',
  data: z.object({ workspaceId: z.uuid() }),
  about: 'workspaceId',
});
