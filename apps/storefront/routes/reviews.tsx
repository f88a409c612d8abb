import type { Hono } from 'hono';
import { PHOTO_BYTES, MOST_PHOTOS, uploadReviewMedia, VIDEO_BYTES } from '#modules/reviews/index.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Product } from '../api.ts';
import { MyReviewsPage, REVIEWS_A_PAGE, ReviewFormPage, ReviewsPage } from '../pages/reviews.tsx';
import type { ReviewsAsked } from '../pages/reviews.tsx';
import { NotePage } from '../pages/trouble.tsx';
import { formWithFiles, signInFirst } from '../visit/forms.ts';
import { page } from '../visit/page.tsx';
import { fields, orNull, refusalOf } from '../visit/refused.ts';
import type { ShopEnv, ShopRequest } from '../visit/visit.ts';

export function reviewRoutes(app: Hono<ShopEnv>): void {
  app.get('/products/:slug/reviews', (c) => withProduct(c, (product) => showReviews(c, product)));
  app.get('/products/:slug/reviews/new', (c) => withProduct(c, (product) => showForm(c, product)));
  app.post('/products/:slug/reviews', (c) => withProduct(c, (product) => sendReview(c, product)));
  app.post('/reviews/:id/votes', vote);
  app.post('/reviews/:id/removal', remove);
  app.get('/account/reviews', mine);
}

export async function withProduct(c: ShopRequest, work: (product: Product) => Promise<Response>): Promise<Response> {
  const product = await orNull(c.var.visit.ask('storefront.products.get', { id: c.req.param('slug') ?? '' }));
  return product ? work(product) : (c.notFound() as Promise<Response>);
}

async function showReviews(c: ShopRequest, product: Product): Promise<Response> {
  const { visit } = c.var;
  const asked = askedOf(visit.url.searchParams);
  const [found, photos] = await Promise.all([
    visit.ask('storefront.reviews.list', { productId: product.id, limit: REVIEWS_A_PAGE, ...asked }),
    visit.ask('storefront.reviews.gallery', { productId: product.id }),
  ]);
  const head = { title: `Reviews of ${product.title} · ${visit.shop.name}`, description: `What customers say about ${product.title}.`, canonical: `/products/${product.slug}/reviews` };
  return page(c, head, <ReviewsPage visit={visit} product={product} asked={asked} found={found} photos={photos.data} />);
}

// What an address says wrongly is left out rather than refused: old links and curious hands.
function askedOf(params: URLSearchParams): ReviewsAsked {
  const [sort, stars, offset] = [params.get('sort') ?? '', params.get('stars') ?? '', Number(params.get('offset') ?? 0)];
  return {
    ...(['newest', 'highest', 'lowest'].includes(sort) && { sort: sort as 'newest' }),
    ...(/^[1-5](,[1-5])*$/.test(stars) && { stars }),
    ...(params.get('verified') === '1' && { verified: '1' as const }),
    ...(params.get('media') === '1' && { media: '1' as const }),
    offset: Number.isInteger(offset) && offset > 0 && offset <= 10_000 ? offset : 0,
  };
}

async function showForm(c: ShopRequest, product: Product, typed: Record<string, string> = {}, refusal?: Refusal): Promise<Response> {
  const { visit } = c.var;
  const [order, token] = [visit.url.searchParams.get('order') ?? typed['order'], visit.url.searchParams.get('token') ?? typed['token']];
  const [standing, sizing] = await Promise.all([
    visit.ask('storefront.reviews.standing', { productId: product.id, ...(order && token && { orderId: order, token }) }),
    visit.ask('storefront.sizing.get', { productId: product.id }),
  ]);
  const sized = sizing.guide || product.options.some((option) => /size/i.test(option.name)) ? 'sized' : 'not sized';
  const body = <ReviewFormPage visit={visit} product={product} standing={standing} typed={typed} refusal={refusal?.sentence ?? ''} sized={sized} />;
  return page(c, { title: `Write a review · ${visit.shop.name}` }, body, refusal?.status ?? 200);
}

const MOST_BYTES = MOST_PHOTOS * PHOTO_BYTES + VIDEO_BYTES;

async function sendReview(c: ShopRequest, product: Product): Promise<Response> {
  const { visit } = c.var;
  let typed: Record<string, string> = {};
  try {
    const form = await formWithFiles(c, MOST_BYTES);
    typed = textsOf(form);
    const order = typed['order'] && typed['token'] ? { id: typed['order'], token: typed['token'] } : undefined;
    const media = [...form.getAll('keep').map(String), ...(await sendFiles(c, form, order))];
    const words = { stars: Number(typed['stars'] ?? 0), title: typed['title'] ?? '', text: typed['text'] ?? '', media, ...(typed['author'] && { author: typed['author'] }), ...(typed['fit'] && { fit: typed['fit'] as 'true' }), ...(order && { order }) };
    const { state } = typed['review'] ? await visit.tell('storefront.reviews.change', { id: typed['review'], ...words }) : await visit.tell('storefront.reviews.write', { productId: product.id, ...words });
    return page(c, { title: `Thank you · ${visit.shop.name}` }, <NotePage visit={visit} title="Thank you for your review" says={state === 'published' ? 'Everybody reads it now.' : 'We read each review before it is public. Yours will be soon.'} />);
  } catch (thrown) {
    const refusal = refusalOf(thrown);
    return showForm(c, product, typed, refusal.code === 'invalid' && !typed['stars'] ? new Refusal('invalid', 'Choose how many stars you give.') : refusal);
  }
}

function textsOf(form: FormData): Record<string, string> {
  return Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string').map(([name, value]) => [name, value.slice(0, 6_000)]));
}

async function sendFiles(c: ShopRequest, form: FormData, order: { id: string; token: string } | undefined): Promise<string[]> {
  const chosen = [...form.getAll('photos'), ...form.getAll('video')].filter((each): each is File => typeof each !== 'string' && each.size > 0);
  if (chosen.length > MOST_PHOTOS + 1) throw new Refusal('invalid', `A review has at most ${MOST_PHOTOS} photos and one video.`);
  const ids: string[] = [];
  for (const file of chosen) ids.push((await uploadReviewMedia(c.env.context, { name: file.name, body: Buffer.from(await file.arrayBuffer()), order })).id);
  return ids;
}

async function vote(c: ShopRequest): Promise<Response> {
  const { visit } = c.var;
  const { vote: given, slug = '' } = await fields(c);
  const back = /^[\w-]{1,200}$/.test(slug) ? `/products/${slug}` : '/products';
  if (!visit.signedIn) return signInFirst(c, back);
  await visit.tell('storefront.reviews.vote', { id: c.req.param('id')!, vote: given === 'unhelpful' ? 'unhelpful' : 'helpful' });
  return c.redirect(`${visit.href(back)}#reviews`, 303);
}

async function remove(c: ShopRequest): Promise<Response> {
  const { visit } = c.var;
  if (!visit.signedIn) return signInFirst(c, '/account/reviews');
  await visit.tell('storefront.reviews.remove', { id: c.req.param('id')! });
  return c.redirect(visit.href('/account/reviews'), 303);
}

async function mine(c: ShopRequest): Promise<Response> {
  const { visit } = c.var;
  if (!visit.signedIn) return signInFirst(c, '/account/reviews');
  const { data } = await visit.ask('storefront.reviews.mine', {});
  return page(c, { title: `Your reviews · ${visit.shop.name}` }, <MyReviewsPage visit={visit} reviews={data} />);
}
