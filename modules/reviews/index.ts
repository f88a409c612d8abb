/**
 * Reviews: what customers say of products. Words: stars (1 to 5), verified (whoever wrote it bought the product here), waiting,
 * published, refused, reply (of the shop), rating (what a product's published reviews add up to), fit (how it fitted).
 * Invariants: one review per customer and product; verified is read from paid orders and never told by the caller; only published
 * reviews and their pictures are public; a rating is the exact sum of the published reviews; one vote a person, none for oneself.
 */
import { customerParts } from '#modules/customers/index.ts';
import { followRatings } from '#modules/discovery/index.ts';
import { module } from '#platform/module.ts';
import { reviewsOfCustomer } from './customer-part.ts';
import * as events from './events.ts';
import { approveReview, refuseReview, replyToReview } from './moderate.ts';
import { reviewNotices } from './notices.ts';
import { inHundredths } from './rating.ts';
import { changeReviewSettings, reviewSettingsView } from './settings.ts';
import { myReviews, productReviews, reviewGallery, reviewStanding } from './storefront.ts';
import { sweepReviewMedia } from './sweep-media.ts';
import { productRatings, reviewMedia, reviews as reviewTable, reviewSettings, reviewVotes } from './tables.ts';
import { reviewGet, reviewList } from './views.ts';
import { voteReview } from './vote.ts';
import { changeReview, removeReview, writeReview } from './write-review.ts';

export const reviews = module({
  name: 'reviews',
  uses: ['accounts', 'catalog', 'discovery', 'customers', 'orders'],
  tables: { reviews: reviewTable, reviewMedia, reviewVotes, productRatings, reviewSettings },
  operations: [approveReview, refuseReview, replyToReview, changeReviewSettings, writeReview, changeReview, removeReview, voteReview],
  views: [reviewList, reviewGet, reviewSettingsView, productReviews, reviewGallery, myReviews, reviewStanding],
  events: Object.values(events),
  notices: reviewNotices,
  schedules: [sweepReviewMedia],
  capabilities: { 'reviews:read': 'See reviews', 'reviews:write': 'Approve, refuse and answer reviews' },
});

customerParts.add('reviews', reviewsOfCustomer);
followRatings(async (r, productIds) => {
  const rows = await r.sql<{ productId: string; count: number; sum: number }>`select product_id as "productId", count, sum from product_ratings where product_id = any(${productIds}::uuid[])`;
  return rows.map((row) => ({ productId: row.productId, ...inHundredths(row) }));
});

export { approveReview, refuseReview, replyToReview, changeReviewSettings, writeReview, changeReview, removeReview, voteReview };
export { reviewList, reviewGet, productReviews, reviewGallery, myReviews, reviewStanding };
export { uploadReviewMedia, MOST_PHOTOS, PHOTO_BYTES, VIDEO_BYTES } from './media.ts';
export { purchaseOf } from './purchase.ts';
export { signature } from './shapes.ts';
export { countRating } from './rating.ts';
export { sweepReviewMedia };
export { productRatings } from './tables.ts';
export * from './events.ts';
