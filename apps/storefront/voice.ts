import type { GalleryPhoto, Product, Questions, Reviews, Sizing, Warranty } from './api.ts';
import type { Visit } from './visit/visit.ts';

/** What customers and the shop say around a product. */
export interface Voice {
  reviews: Reviews;
  photos: GalleryPhoto[];
  questions: Questions;
  sizing: Sizing;
  warranty: Warranty;
}

/** Asked at once, each in one statement. */
export async function voiceOf(visit: Visit, { id: productId }: Pick<Product, 'id'>): Promise<Voice> {
  const [reviews, photos, questions, sizing, warranty] = await Promise.all([
    visit.ask('storefront.reviews.list', { productId, limit: 3 }),
    visit.ask('storefront.reviews.gallery', { productId, limit: 8 }),
    visit.ask('storefront.questions.list', { productId, limit: 3 }),
    visit.ask('storefront.sizing.get', { productId }),
    visit.ask('storefront.warranties.of-product', { productId }),
  ]);
  return { reviews, photos: photos.data, questions, sizing, warranty };
}
