import { reviewPublished, reviewTakenDown } from './events.ts';
import { countRating } from './rating.ts';
import type { Tx } from '#platform/tenancy/context.ts';

export interface ReviewRow {
  id: string;
  productId: string;
  customerId: string;
  stars: number;
  state: 'waiting' | 'published' | 'refused';
}

/** Makes it public, its photos with it, and tells the product's new rating. */
export async function publish(tx: Tx, review: ReviewRow): Promise<void> {
  await tx.sql`update reviews set state = 'published', refusal = '', published_at = coalesce(published_at, ${tx.now}) where id = ${review.id}`;
  await showMedia(tx, review.id, 'public');
  const rating = await countRating(tx, review.productId);
  tx.tell(reviewPublished, { reviewId: review.id, productId: review.productId, stars: review.stars, ...rating });
}

/** Somebody read it and may not any more. The caller has already changed or removed the row. */
export async function takenDown(tx: Tx, review: Pick<ReviewRow, 'id' | 'productId'>): Promise<void> {
  const rating = await countRating(tx, review.productId);
  tx.tell(reviewTakenDown, { reviewId: review.id, productId: review.productId, ...rating });
}

/** Pictures of a review that nobody has approved have no public address. */
export async function showMedia(tx: Tx, reviewId: string, visibility: 'public' | 'private'): Promise<void> {
  await tx.sql`update files set visibility = ${visibility} where id in (select file_id from review_media where review_id = ${reviewId})`;
}
