import * as z from 'zod';
import { countAttempt } from '#modules/accounts/index.ts';
import { operation } from '#platform/operations/operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { DAY } from '#platform/time.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { reviewChanged, reviewWritten } from './events.ts';
import { attach } from './media.ts';
import { publish, showMedia, takenDown, type ReviewRow } from './publish.ts';
import { ByOrder, purchaseOf, writerOf, type Purchase } from './purchase.ts';
import { readSettings } from './settings.ts';
import { signature, Words } from './shapes.ts';

type Words = z.output<typeof Words>;

const Written = z.object({ id: z.uuid(), state: z.enum(['waiting', 'published']) });

/** One review per customer and product. Whether it was bought is read from the orders. */
export const writeReview = operation({
  name: 'storefront.reviews.write',
  on: 'storefront',
  route: 'POST /products/:productId/reviews',
  says: 'Review a product',
  needs: 'storefront:customers',
  input: Words.extend({ productId: z.uuid(), order: ByOrder.optional() }),
  output: Written,
  async run(tx, { productId, order, ...words }) {
    const customerId = await writerOf(tx, order);
    await countAttempt([{ key: `reviews:${tx.workspaceId}:${customerId}`, times: 20, withinMillis: DAY }]);
    await requireProduct(tx, productId);
    const { settings, bought } = await mayReview(tx, customerId, productId);
    const review = await insert(tx, { customerId, productId, words, bought });
    await attach(tx, review, words.media);
    return hand(tx, review, settings.publish);
  },
});

async function requireProduct(tx: Tx, productId: string): Promise<void> {
  const found = await tx.sql`select 1 from products where id = ${productId} and live_since is not null`;
  if (found.length === 0) throw notFound('This product');
}

async function mayReview(tx: Tx, customerId: string, productId: string) {
  const [settings, bought] = [await readSettings(tx), await purchaseOf(tx, customerId, productId)];
  if (settings.who === 'buyers' && !bought) throw new Refusal('not_bought', 'Only customers who bought this product here can review it.');
  return { settings, bought };
}

async function insert(tx: Tx, given: { customerId: string; productId: string; words: Words; bought: Purchase | undefined }): Promise<ReviewRow> {
  const { customerId, productId, words: w, bought } = given;
  const [row] = await tx.sql<ReviewRow>`
    insert into reviews (product_id, customer_id, author, stars, title, text, fit, bought, verified, state, created_at)
    values (${productId}, ${customerId}, ${await authorOf(tx, customerId, w)}, ${w.stars}, ${w.title}, ${w.text}, ${w.fit}, ${bought?.variantTitle ?? ''}, ${bought !== undefined}, 'waiting', ${tx.now})
    on conflict (workspace_id, product_id, customer_id) do nothing
    returning id, product_id as "productId", customer_id as "customerId", stars, state`;
  if (!row) throw new Refusal('conflict', 'You have reviewed this product already. You can change that review.');
  return row;
}

async function authorOf(tx: Tx, customerId: string, { author }: Words): Promise<string> {
  if (author) return author;
  const [row] = await tx.sql<{ name: string }>`select name from customers where id = ${customerId}`;
  return signature(row?.name ?? '');
}

/** To the queue, or straight to the public. */
async function hand(tx: Tx, review: ReviewRow, rule: 'moderate' | 'auto'): Promise<z.infer<typeof Written>> {
  const state = rule === 'auto' ? 'published' : 'waiting';
  tx.tell(reviewWritten, { reviewId: review.id, productId: review.productId, stars: review.stars, waiting: state === 'waiting' });
  if (state === 'published') await publish(tx, review);
  return { id: review.id, state };
}

/** A changed review is read again by the shop before others see it, unless reviews are public at once. */
export const changeReview = operation({
  name: 'storefront.reviews.change',
  on: 'storefront',
  route: 'PUT /reviews/:id',
  says: 'Change one’s own review',
  needs: 'storefront:customers',
  input: Words.extend({ id: z.uuid(), order: ByOrder.optional() }),
  output: Written,
  async run(tx, { id, order, ...words }) {
    const before = await lockOwn(tx, id, await writerOf(tx, order));
    await countAttempt([{ key: `reviews:${tx.workspaceId}:${before.customerId}`, times: 20, withinMillis: DAY }]);
    const bought = await purchaseOf(tx, before.customerId, before.productId);
    const { publish: rule } = await readSettings(tx);
    await tx.sql`
      update reviews set author = ${await authorOf(tx, before.customerId, words)}, stars = ${words.stars}, title = ${words.title}, text = ${words.text}, fit = ${words.fit},
        bought = ${bought?.variantTitle ?? ''}, verified = ${bought !== undefined}, state = 'waiting', refusal = '' where id = ${id}`;
    await showMedia(tx, id, 'private');
    await attach(tx, before, words.media);
    const answer = await hand(tx, { ...before, stars: words.stars }, rule);
    if (before.state === 'published' && answer.state === 'waiting') await takenDown(tx, before);
    return answer;
  },
});

async function lockOwn(tx: Tx, id: string, customerId: string): Promise<ReviewRow> {
  const [row] = await tx.sql<ReviewRow>`
    select id, product_id as "productId", customer_id as "customerId", stars, state from reviews where id = ${id} and customer_id = ${customerId} for update`;
  if (!row) throw notFound('Your review');
  return row;
}

export const removeReview = operation({
  name: 'storefront.reviews.remove',
  on: 'storefront',
  route: 'DELETE /reviews/:id',
  says: 'Delete one’s own review',
  needs: 'storefront:customers',
  input: z.object({ id: z.uuid(), order: ByOrder.optional() }),
  output: z.object({ ok: z.literal(true) }),
  async run(tx, { id, order }) {
    const review = await lockOwn(tx, id, await writerOf(tx, order));
    await showMedia(tx, id, 'private');
    await tx.sql`update review_media set review_id = null where review_id = ${id}`;
    await tx.sql`delete from reviews where id = ${id}`;
    if (review.state === 'published') await takenDown(tx, review);
    tx.tell(reviewChanged, { reviewId: id, productId: review.productId, change: 'removed' });
    return { ok: true as const };
  },
});
