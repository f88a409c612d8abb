import * as z from 'zod';
import { requireCustomer } from '#modules/customers/index.ts';
import { fileUrl } from '#platform/files/files.ts';
import { view } from '#platform/operations/view.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { reviewChanged, reviewPublished, reviewTakenDown } from './events.ts';
import { ByOrder, purchaseOf, writerOf } from './purchase.ts';
import { ratingOf } from './rating.ts';
import { readSettings } from './settings.ts';
import { RatingSummary, ShownMedia, ShownReview, signature } from './shapes.ts';
import { FITS, REVIEW_STATES } from './tables.ts';

const needs = 'storefront:products';
const CHANGES = [reviewPublished, reviewTakenDown, reviewChanged];

const Question = z.object({
  productId: z.uuid(),
  sort: z.enum(['helpful', 'newest', 'highest', 'lowest']).default('helpful'),
  stars: z.string().regex(/^[1-5](,[1-5])*$/, 'should be stars like 4,5').optional().meta({ description: 'only these stars: 4,5' }),
  verified: z.enum(['1']).optional().meta({ description: '1: only by people who bought it' }),
  media: z.enum(['1']).optional().meta({ description: '1: only with photos or a video' }),
  offset: z.coerce.number().int().min(0).max(10_000).default(0),
  limit: z.coerce.number().int().min(1).max(50).default(10),
});
type Question = z.output<typeof Question>;

const ORDER: Record<Question['sort'], string> = {
  helpful: '(r.helpful - r.unhelpful) desc, r.verified desc, r.published_at desc',
  newest: 'r.published_at desc',
  highest: 'r.stars desc, r.published_at desc',
  lowest: 'r.stars, r.published_at desc',
};

/** Published reviews of a product, with what all of them add up to. One statement. */
export const productReviews = view({
  name: 'storefront.reviews.list',
  on: 'storefront',
  route: 'GET /products/:productId/reviews',
  says: 'Reviews of a product',
  needs,
  input: Question,
  output: z.object({ data: z.array(ShownReview), total: z.int(), summary: RatingSummary }),
  changesWith: CHANGES,
  async read(r, question) {
    const { text, values } = statement(question);
    const [row] = await r.query<Row>(text, values);
    return { data: (row?.page ?? []).map(shown), total: row?.total ?? 0, summary: summaryOf(row?.rating ?? null) };
  },
});

type StoredReview = Omit<ShownReview, 'media' | 'at'> & { at: string; media: { kind: 'photo' | 'video'; key: string; width: number | null; height: number | null }[] | null };

interface Row {
  page: StoredReview[] | null;
  total: number;
  rating: StoredRating | null;
}

interface StoredRating {
  count: number;
  sum: number;
  one: number;
  two: number;
  three: number;
  four: number;
  five: number;
  fit_small: number;
  fit_true: number;
  fit_large: number;
}

const COLUMNS = `r.id, r.stars, r.title, r.text, r.author, r.verified, r.bought, r.fit, r.helpful, r.unhelpful, r.reply, r.published_at as at`;
const MEDIA = `(select json_agg(json_build_object('kind', m.kind, 'key', f.key, 'width', f.width, 'height', f.height) order by m.position)
  from review_media m join files f on f.id = m.file_id where m.review_id = r.id)`;

function statement(q: Question): { text: string; values: unknown[] } {
  const stars = q.stars?.split(',').map(Number) ?? null;
  const where = `r.product_id = $1 and r.state = 'published' and ($2::int[] is null or r.stars = any($2)) and (not $3 or r.verified) and (not $4 or r.photos + r.videos > 0)`;
  return {
    text: `select (select json_agg(p) from (select ${COLUMNS}, ${MEDIA} as media from reviews r where ${where} order by ${ORDER[q.sort]}, r.id desc limit $5 offset $6) p) as page,
      (select count(*) from reviews r where ${where}) as total, (select to_json(x) from product_ratings x where x.product_id = $1) as rating`,
    values: [q.productId, stars, q.verified === '1', q.media === '1', q.limit, q.offset],
  };
}

function shown({ at, media, ...rest }: StoredReview): ShownReview {
  return { ...rest, at: new Date(at).toISOString(), media: (media ?? []).map(({ key, ...file }) => ({ ...file, url: fileUrl({ key }) })) };
}

function summaryOf(rating: StoredRating | null): RatingSummary {
  if (!rating) return { count: 0, average: 0, stars: [0, 0, 0, 0, 0], fit: { small: 0, true: 0, large: 0 } };
  const { one, two, three, four, five } = rating;
  return { ...ratingOf(rating), stars: [one, two, three, four, five], fit: { small: rating.fit_small, true: rating.fit_true, large: rating.fit_large } };
}

/** Photos and videos of customers, newest first: the gallery of a product. */
export const reviewGallery = view({
  name: 'storefront.reviews.gallery',
  on: 'storefront',
  route: 'GET /products/:productId/review-media',
  says: 'Photos of customers',
  needs,
  input: z.object({ productId: z.uuid(), limit: z.coerce.number().int().min(1).max(100).default(24) }),
  output: z.object({ data: z.array(ShownMedia.extend({ reviewId: z.uuid(), author: z.string(), stars: z.int() })) }),
  changesWith: CHANGES,
  async read(r, { productId, limit }) {
    const rows = await r.sql<Omit<ShownMedia, 'url'> & { key: string; reviewId: string; author: string; stars: number }>`
      select m.kind, f.key, f.width, f.height, v.id as "reviewId", v.author, v.stars
      from reviews v join review_media m on m.review_id = v.id join files f on f.id = m.file_id
      where v.product_id = ${productId} and v.state = 'published' order by v.published_at desc, m.position limit ${limit}`;
    return { data: rows.map(({ key, ...rest }) => ({ ...rest, url: fileUrl({ key }) })) };
  },
});

const Own = z.object({
  id: z.uuid(),
  productId: z.uuid(),
  slug: z.string(),
  product: z.string(),
  stars: z.int(),
  title: z.string(),
  text: z.string(),
  author: z.string(),
  fit: z.enum(FITS).nullable(),
  state: z.enum(REVIEW_STATES),
  refusal: z.string().meta({ description: 'why the shop does not publish it' }),
  at: z.iso.datetime(),
  media: z.array(z.object({ id: z.uuid(), kind: z.enum(['photo', 'video']) })),
});

/** One's own reviews, with what became of them. */
export const myReviews = view({
  name: 'storefront.reviews.mine',
  on: 'storefront',
  route: 'GET /customers/me/reviews',
  says: 'One’s own reviews',
  needs: 'storefront:customers',
  input: z.object({}),
  output: z.object({ data: z.array(Own) }),
  read: async (r) => ({ data: await ownReviews(r, requireCustomer(r), null) }),
});

async function ownReviews(r: Reader, customerId: string, productId: string | null): Promise<z.infer<typeof Own>[]> {
  const rows = await r.sql<Omit<z.infer<typeof Own>, 'at' | 'media'> & { at: Date; media: z.infer<typeof Own>['media'] | null }>`
    select v.id, v.product_id as "productId", p.slug, p.title as product, v.stars, v.title, v.text, v.author, v.fit, v.state, v.refusal, v.created_at as at,
      (select json_agg(json_build_object('id', m.id, 'kind', m.kind) order by m.position) from review_media m where m.review_id = v.id) as media
    from reviews v join products p on p.id = v.product_id
    where v.customer_id = ${customerId} and (${productId}::uuid is null or v.product_id = ${productId}::uuid) order by v.created_at desc limit 200`;
  return rows.map(({ at, media, ...rest }) => ({ ...rest, at: at.toISOString(), media: media ?? [] }));
}

/** May whoever asks review this product, and as whom? For the form, before somebody has written half a page. */
export const reviewStanding = view({
  name: 'storefront.reviews.standing',
  on: 'storefront',
  route: 'GET /products/:productId/review-standing',
  says: 'Whether one may review a product',
  needs: 'storefront:customers',
  input: z.object({ productId: z.uuid(), orderId: z.uuid().optional(), token: z.string().max(200).optional() }),
  output: z.object({ may: z.boolean(), why: z.enum(['', 'sign_in', 'not_bought']), verified: z.boolean(), author: z.string(), own: Own.nullable() }),
  async read(r, { productId, orderId, token }) {
    const customerId = await whoAsks(r, orderId && token ? { id: orderId, token } : undefined);
    if (!customerId) return { may: false, why: 'sign_in' as const, verified: false, author: '', own: null };
    const [settings, bought, [person], [own]] = await Promise.all([
      readSettings(r),
      purchaseOf(r, customerId, productId),
      r.sql<{ name: string }>`select name from customers where id = ${customerId}`,
      ownReviews(r, customerId, productId),
    ]);
    const may = settings.who === 'customers' || bought !== undefined;
    return { may, why: may ? ('' as const) : ('not_bought' as const), verified: bought !== undefined, author: own?.author ?? signature(person?.name ?? ''), own: own ?? null };
  },
});

async function whoAsks(r: Reader, order: z.infer<typeof ByOrder> | undefined): Promise<string | undefined> {
  try {
    return await writerOf(r, order);
  } catch (error) {
    if (error instanceof Refusal && ['unauthenticated', 'not_found'].includes(error.code)) return undefined;
    throw error;
  }
}
