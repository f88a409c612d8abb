import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { products } from '#modules/catalog/index.ts';
import { files } from '#platform/files/configured-files.ts';
import { column } from '#platform/operations/columns.ts';
import { listView } from '#platform/operations/list-view.ts';
import { view } from '#platform/operations/view.ts';
import { notFound } from '#platform/refusal.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { reviewChanged, reviewPublished, reviewTakenDown, reviewWritten } from './events.ts';
import { FITS, REVIEW_STATES, reviews } from './tables.ts';

const CHANGES = [reviewWritten, reviewPublished, reviewTakenDown, reviewChanged];

export const reviewList = listView({
  name: 'reviews.list',
  route: 'GET /reviews',
  says: 'Reviews',
  needs: 'reviews:read',
  opens: '/reviews/:id',
  from: reviews,
  joins: [{ table: products, on: sql`${products.id} = ${reviews.productId}`, always: true }],
  search: [{ text: reviews.searchText, key: reviews.id }],
  columns: {
    title: column(sql<string>`coalesce(nullif(reviews.title, ''), left(reviews.text, 80))`, { says: 'Review' }),
    product: column(products.title, { says: 'Product', filter: 'text', sort: true }),
    productId: column(sql<string>`reviews.product_id::text`, { says: 'Product id', filter: 'text' }),
    stars: column(reviews.stars, { says: 'Stars', filter: 'range', sort: true }),
    state: column(reviews.state, { says: 'State', filter: 'any of', values: REVIEW_STATES, sort: true }),
    author: column(reviews.author, { says: 'By', search: true, sort: true }),
    text: column(reviews.text, { says: 'Text', search: true }),
    verified: column(reviews.verified, { says: 'Bought here', filter: 'yes or no' }),
    photos: column(reviews.photos, { says: 'Photos', filter: 'range' }),
    helpful: column(reviews.helpful, { says: 'Helpful', filter: 'range', sort: true }),
    answered: column(sql<boolean>`(reviews.reply <> '')`, { says: 'Answered', type: 'boolean', filter: 'yes or no' }),
    createdAt: column(reviews.createdAt, { says: 'Written', filter: 'dates', sort: 'newest first' }),
  },
  changesWith: CHANGES,
});

const Media = z.object({ id: z.uuid(), kind: z.enum(['photo', 'video']), url: z.string().meta({ description: 'signed, for an hour' }) });

const FullReview = z.object({
  id: z.uuid(),
  productId: z.uuid(),
  product: z.string(),
  slug: z.string(),
  customerId: z.uuid(),
  email: z.string(),
  author: z.string(),
  stars: z.int(),
  title: z.string(),
  text: z.string(),
  fit: z.enum(FITS).nullable(),
  bought: z.string(),
  verified: z.boolean(),
  state: z.enum(REVIEW_STATES),
  refusal: z.string(),
  reply: z.string(),
  helpful: z.int(),
  unhelpful: z.int(),
  createdAt: z.iso.datetime(),
  media: z.array(Media),
});
type FullReview = z.infer<typeof FullReview>;

export const reviewGet = view({
  name: 'reviews.get',
  route: 'GET /reviews/:id',
  says: 'A review',
  needs: 'reviews:read',
  input: z.object({ id: z.uuid() }),
  output: FullReview,
  changesWith: CHANGES,
  async read(r, { id }) {
    const [row] = await r.sql<Omit<FullReview, 'createdAt' | 'media'> & { createdAt: Date }>`
      select v.id, v.product_id as "productId", p.title as product, p.slug, v.customer_id as "customerId", c.email, v.author, v.stars, v.title, v.text, v.fit,
        v.bought, v.verified, v.state, v.refusal, v.reply, v.helpful, v.unhelpful, v.created_at as "createdAt"
      from reviews v join products p on p.id = v.product_id join customers c on c.id = v.customer_id where v.id = ${id}`;
    if (!row) throw notFound('The review');
    return { ...row, createdAt: row.createdAt.toISOString(), media: await mediaOf(r, id) };
  },
});

const HOUR = 3_600;

// A review nobody has approved has no public pictures, so whoever moderates sees them by signed address.
async function mediaOf(r: Reader, reviewId: string): Promise<z.infer<typeof Media>[]> {
  const rows = await r.sql<{ id: string; kind: 'photo' | 'video'; key: string }>`
    select m.id, m.kind, f.key from review_media m join files f on f.id = m.file_id where m.review_id = ${reviewId} order by m.position`;
  return Promise.all(rows.map(async ({ id, kind, key }) => ({ id, kind, url: await files().store.signedUrl(key, { expiresIn: HOUR }) })));
}
