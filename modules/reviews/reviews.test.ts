import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refreshListings, storefrontProductList } from '#modules/discovery/index.ts';
import { createCustomer, customerTimeline, mergeCustomers } from '#modules/customers/index.ts';
import { ANA, buy, openShop, pay, readyToPay, type Shop } from '#modules/orders/testing.ts';
import { cancelOrder, refundOrder } from '#modules/orders/index.ts';
import { files, useFiles } from '#platform/files/configured-files.ts';
import { createFiles } from '#platform/files/files.ts';
import { LocalStore } from '#platform/files/local-store.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { DAY, travel } from '#platform/time.ts';
import { approveReview, changeReview, changeReviewSettings, myReviews, productReviews, refuseReview, removeReview, replyToReview, reviewGallery, reviewGet, reviewList, reviewStanding, sweepReviewMedia, uploadReviewMedia, voteReview, writeReview } from './index.ts';

let house: TestHouse;
let shop: Shop;
const folder = mkdtempSync(path.join(tmpdir(), 'quickdash-reviews-'));
const photo = (width = 2_400) => sharp({ create: { width, height: 300, channels: 3, background: '#aa8866' } }).jpeg().withExif({ IFD0: { Copyright: 'At home, Hobart' } }).toBuffer();
const video = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypmp42isommp42'), Buffer.alloc(64)]);

beforeAll(async () => {
  house = await openTestDatabase();
  useFiles(createFiles({ store: new LocalStore({ folder, secret: 'for pictures of a test only' }), maxBytes: 30 * 1024 * 1024 }));
});
afterAll(async () => {
  useFiles(undefined);
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

const open = async (): Promise<Shop> => (shop = await openShop(house, { mug: { price: 2_000, stock: 100 }, lamp: { price: 5_000, stock: 5 } }));

async function productOf(of: Shop, name: string): Promise<string> {
  return of.ctx.transaction(async (tx) => {
    const [row] = await tx.sql<{ id: string }>`update products set live_since = now() where slug = ${name} returning id`;
    await refreshListings(tx, [row!.id]);
    return row!.id;
  });
}

let number = 0;
async function customer(of: Shop = shop, email = `customer-${++number}@example.test`): Promise<{ id: string; as: Context }> {
  const { id } = await createCustomer.call(of.ctx, { email, name: 'Ana Maria Ng' });
  return { id, as: of.shopper(id) };
}

async function buyer(of: Shop = shop): Promise<{ id: string; as: Context; orderId: string; token: string }> {
  const email = `buyer-${++number}@example.test`;
  const { order, orderLink } = await pay(of.shopper(), await readyToPay(of, { mug: 1 }, of.shopper(), { ...ANA, email }));
  const [row] = await of.ctx.read((r) => r.sql<{ id: string }>`select customer_id as id from orders where id = ${order.id}`);
  return { id: row!.id, as: of.shopper(row!.id), orderId: order.id, token: new URL(orderLink, 'http://shop.test').searchParams.get('token')! };
}

describe('from the pen to the public', () => {
  test('a review waits until somebody approves it; then everybody reads it, with the right average, and only then', async () => {
    const productId = await productOf(await open(), 'mug');
    const ana = await buyer();
    const { id, state } = await writeReview.call(ana.as, { productId, stars: 4, title: 'Good mug', text: 'Keeps warm.' });
    expect(state).toBe('waiting');
    expect(await productReviews.call(shop.shopper(), { productId })).toMatchObject({ total: 0, data: [], summary: { count: 0, average: 0 } });
    expect((await reviewList.call(shop.ctx, { filter: { state: 'waiting' } })).data).toMatchObject([{ id, product: 'mug', stars: 4, verified: true }]);
    await approveReview.call(shop.ctx, { id });
    await approveReview.call(shop.ctx, { id });
    expect(await productReviews.call(shop.shopper(), { productId })).toMatchObject({ total: 1, data: [{ title: 'Good mug', author: 'Ana N.', verified: true }], summary: { count: 1, average: 4, stars: [0, 0, 0, 1, 0] } });
    const rated = () => storefrontProductList.call(shop.shopper(), { filter: { rating: '4' } });
    expect((await rated()).data.map((each) => each.title)).toEqual(['mug']);
    await replyToReview.call(shop.ctx, { id, text: 'Thank you, Ana!' });
    expect((await productReviews.call(shop.shopper(), { productId })).data[0]!.reply).toBe('Thank you, Ana!');
    await refuseReview.call(shop.ctx, { id, reason: 'Names a person' });
    expect(await productReviews.call(shop.shopper(), { productId })).toMatchObject({ total: 0, summary: { count: 0 } });
    expect((await rated()).data).toEqual([]);
    expect((await myReviews.call(ana.as, {})).data).toMatchObject([{ state: 'refused', refusal: 'Names a person' }]);
    expect((await customerTimeline.call(shop.ctx, { id: ana.id })).data.map((entry) => entry.says)).toContain('Reviewed mug: 4 of 5 stars.');
  });

  test('a shop that trusts its customers publishes at once; a changed review counts with its new stars', async () => {
    const productId = await productOf(await open(), 'mug');
    await changeReviewSettings.call(shop.ctx, { publish: 'auto' });
    const ana = await customer();
    const { id, state } = await writeReview.call(ana.as, { productId, stars: 2, author: 'A.' });
    expect(state).toBe('published');
    await changeReview.call(ana.as, { id, stars: 5, text: 'They replaced it.', fit: 'small' });
    expect((await productReviews.call(shop.shopper(), { productId })).summary).toMatchObject({ count: 1, average: 5, fit: { small: 1, true: 0, large: 0 } });
    await removeReview.call(ana.as, { id });
    expect((await productReviews.call(shop.shopper(), { productId })).summary).toMatchObject({ count: 0, average: 0 });
  });

  test('sorted and filtered as a shopper likes; the figures of all reviews stay', async () => {
    const productId = await productOf(await open(), 'mug');
    await changeReviewSettings.call(shop.ctx, { publish: 'auto' });
    for (const stars of [5, 1, 3]) await writeReview.call((await customer()).as, { productId, stars, title: `${stars}` });
    const titles = async (question: object) => (await productReviews.call(shop.shopper(), { productId, ...question })).data.map((each) => each.title);
    expect(await titles({ sort: 'highest' })).toEqual(['5', '3', '1']);
    expect(await titles({ sort: 'lowest', limit: 2, offset: 1 })).toEqual(['3', '5']);
    expect(await titles({ stars: '1,3', sort: 'highest' })).toEqual(['3', '1']);
    expect(await titles({ verified: '1' })).toEqual([]);
    expect((await productReviews.call(shop.shopper(), { productId, stars: '5' })).summary.count).toBe(3);
  });
});

describe('what one did not buy, and what is not one’s own', () => {
  test('verified means bought: not for others, not after the order was cancelled or the money given back', async () => {
    const productId = await productOf(await open(), 'mug');
    const [stranger, ana, ben, cleo] = [await customer(), await buyer(), await buyer(), await buyer()];
    await cancelOrder.call(shop.ctx, { id: ben.orderId, reason: 'customer' });
    await refundOrder.call(shop.ctx, { id: cleo.orderId });
    const verified = async (who: { as: Context }) => {
      const { id } = await writeReview.call(who.as, { productId, stars: 5 });
      return (await reviewGet.call(shop.ctx, { id })).verified;
    };
    expect(await verified(stranger)).toBe(false);
    expect(await verified(ana)).toBe(true);
    expect(await verified(ben)).toBe(false);
    expect(await verified(cleo)).toBe(false);
  });

  test('when only buyers may review, others are refused in words and nothing is stored', async () => {
    const productId = await productOf(await open(), 'mug');
    await changeReviewSettings.call(shop.ctx, { who: 'buyers' });
    const stranger = await customer();
    expect(await reviewStanding.call(stranger.as, { productId })).toMatchObject({ may: false, why: 'not_bought' });
    await expect(writeReview.call(stranger.as, { productId, stars: 5 })).rejects.toMatchObject({ code: 'not_bought' });
    await expect(writeReview.call(shop.shopper(), { productId, stars: 5 })).rejects.toMatchObject({ code: 'unauthenticated' });
    expect((await reviewList.call(shop.ctx, {})).total).toBe(0);
  });

  test('a guest reviews by the signed link of their order, and by no other', async () => {
    const productId = await productOf(await open(), 'mug');
    const [ana, ben] = [await buyer(), await buyer()];
    const forged = { id: ana.orderId, token: ben.token };
    await expect(writeReview.call(shop.shopper(), { productId, stars: 1, order: forged })).rejects.toMatchObject({ code: 'unauthenticated' });
    const { id } = await writeReview.call(shop.shopper(), { productId, stars: 5, order: { id: ana.orderId, token: ana.token } });
    expect(await reviewGet.call(shop.ctx, { id })).toMatchObject({ customerId: ana.id, verified: true });
  });

  test('one review each, also when the button is pressed ten times at once; others’ reviews cannot be changed', async () => {
    const productId = await productOf(await open(), 'mug');
    const [ana, ben] = [await customer(), await customer()];
    const tries = await Promise.allSettled(Array.from({ length: 10 }, () => writeReview.call(ana.as, { productId, stars: 5 })));
    expect(tries.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
    const { data } = await reviewList.call(shop.ctx, {});
    await expect(changeReview.call(ben.as, { id: data[0]!.id, stars: 1 })).rejects.toMatchObject({ code: 'not_found' });
    await expect(removeReview.call(ben.as, { id: data[0]!.id })).rejects.toMatchObject({ code: 'not_found' });
  });

  test('a product, a review and a photo of another workspace are not there', async () => {
    const productId = await productOf(await open(), 'mug');
    const ana = await customer();
    const mine = await uploadReviewMedia(ana.as, { name: 'a.jpg', body: await photo() });
    const { id } = await writeReview.call(ana.as, { productId, stars: 5 });
    const other = await openShop(house, { cup: { price: 1_000, stock: 5 } });
    const cup = await productOf(other, 'cup');
    const eve = await customer(other);
    await expect(writeReview.call(eve.as, { productId, stars: 1 })).rejects.toMatchObject({ code: 'not_found' });
    await expect(writeReview.call(eve.as, { productId: cup, stars: 1, media: [mine.id] })).rejects.toMatchObject({ code: 'invalid' });
    await expect(approveReview.call(other.ctx, { id })).rejects.toMatchObject({ code: 'not_found' });
    await expect(voteReview.call(eve.as, { id, vote: 'helpful' })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('votes', () => {
  test('one a person however often they press, none for oneself, none without signing in', async () => {
    const productId = await productOf(await open(), 'mug');
    await changeReviewSettings.call(shop.ctx, { publish: 'auto' });
    const [ana, ben, cleo] = [await customer(), await customer(), await customer()];
    const { id } = await writeReview.call(ana.as, { productId, stars: 5 });
    await Promise.all(Array.from({ length: 8 }, () => voteReview.call(ben.as, { id, vote: 'helpful' })));
    expect(await voteReview.call(cleo.as, { id, vote: 'helpful' })).toEqual({ helpful: 2, unhelpful: 0 });
    expect(await voteReview.call(ben.as, { id, vote: 'unhelpful' })).toEqual({ helpful: 1, unhelpful: 1 });
    expect(await voteReview.call(ben.as, { id, vote: 'none' })).toEqual({ helpful: 1, unhelpful: 0 });
    await expect(voteReview.call(ana.as, { id, vote: 'helpful' })).rejects.toMatchObject({ code: 'own_review' });
    await expect(voteReview.call(shop.shopper(), { id, vote: 'helpful' })).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  test('two records of one person become one: one review, one vote, and the average is right', async () => {
    const productId = await productOf(await open(), 'mug');
    await changeReviewSettings.call(shop.ctx, { publish: 'auto' });
    const [ana, again, ben] = [await customer(), await customer(), await customer()];
    await writeReview.call(ana.as, { productId, stars: 5 });
    await writeReview.call(again.as, { productId, stars: 1 });
    const { id } = await writeReview.call(ben.as, { productId, stars: 5 });
    for (const each of [ana, again]) await voteReview.call(each.as, { id, vote: 'helpful' });
    await mergeCustomers.call(shop.ctx, { id: ana.id, fromId: again.id });
    const { data, summary } = await productReviews.call(shop.shopper(), { productId });
    expect(summary).toMatchObject({ count: 2, average: 5 });
    expect(data.find((each) => each.id === id)!.helpful).toBe(1);
  });
});

describe('photos and video', () => {
  test('they are private until the review is public, carry nothing of where they were made, and are private again when it is refused', async () => {
    const productId = await productOf(await open(), 'mug');
    const ana = await customer();
    const media = await Promise.all([photo(), photo(400)].map(async (body) => (await uploadReviewMedia(ana.as, { name: 'IMG_1.JPG', body: await body })).id));
    const film = await uploadReviewMedia(ana.as, { name: 'film.mov', body: video });
    const { id } = await writeReview.call(ana.as, { productId, stars: 5, media: [...media, film.id] });
    const visible = () => shop.ctx.read((r) => r.sql<{ visibility: string; key: string; name: string; width: number | null }>`
      select f.visibility, f.key, f.name, f.width from files f join review_media m on m.file_id = f.id order by m.position`);
    expect((await visible()).map((each) => [each.visibility, each.name, each.width])).toEqual([['private', 'photo.webp', 1_600], ['private', 'photo.webp', 400], ['private', 'video.mp4', null]]);
    const stored = await files().store.get((await visible())[0]!.key);
    expect((await sharp(Buffer.concat(await stored!.body.toArray())).metadata()).exif).toBeUndefined();
    expect((await reviewGet.call(shop.ctx, { id })).media.map((each) => each.url)).toEqual(Array(3).fill(expect.stringContaining('/files/signed/')));
    await approveReview.call(shop.ctx, { id });
    expect((await visible()).every((each) => each.visibility === 'public')).toBe(true);
    expect((await reviewGallery.call(shop.shopper(), { productId })).data.map((each) => each.kind)).toEqual(['photo', 'photo', 'video']);
    await refuseReview.call(shop.ctx, { id, reason: 'Shows a child' });
    expect((await visible()).every((each) => each.visibility === 'private')).toBe(true);
    expect((await reviewGallery.call(shop.shopper(), { productId })).data).toEqual([]);
  });

  test('a page of HTML, a drawing with a script, seven photos, two videos, a photo of somebody else: refused in words', async () => {
    const productId = await productOf(await open(), 'mug');
    const [ana, ben] = [await customer(), await customer()];
    for (const body of ['<html><script>alert(1)</script>', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', ''])
      await expect(uploadReviewMedia(ana.as, { name: 'photo.jpg', body: Buffer.from(body) })).rejects.toMatchObject({ code: 'invalid' });
    await expect(uploadReviewMedia(ana.as, { name: 'a.jpg', body: Buffer.concat([await photo(), Buffer.alloc(8 * 1024 * 1024)]) })).rejects.toMatchObject({ code: 'too_large' });
    await expect(uploadReviewMedia(ana.as, { name: 'a.mp4', body: Buffer.concat([video, Buffer.alloc(25 * 1024 * 1024)]) })).rejects.toMatchObject({ code: 'too_large' });
    await expect(uploadReviewMedia(shop.shopper(), { name: 'a.jpg', body: await photo() })).rejects.toMatchObject({ code: 'unauthenticated' });
    const small = await photo(40);
    const sent = await Promise.all(Array.from({ length: 7 }, async () => (await uploadReviewMedia(ana.as, { name: 'a.jpg', body: small })).id));
    await expect(writeReview.call(ana.as, { productId, stars: 5, media: sent })).rejects.toMatchObject({ code: 'invalid', sentence: 'A review has at most 6 photos and one video.' });
    const films = [await uploadReviewMedia(ana.as, { name: 'a', body: video }), await uploadReviewMedia(ana.as, { name: 'b', body: video })];
    await expect(writeReview.call(ana.as, { productId, stars: 5, media: films.map((each) => each.id) })).rejects.toMatchObject({ code: 'invalid' });
    await expect(writeReview.call(ben.as, { productId, stars: 5, media: [sent[0]!] })).rejects.toMatchObject({ code: 'invalid' });
    expect((await reviewList.call(shop.ctx, {})).total).toBe(0);
    const back = travel(2 * DAY);
    try {
      await sweepReviewMedia.run(shop.ctx);
      expect(await shop.ctx.read((r) => r.sql`select 1 from review_media union all select 1 from files`)).toEqual([]);
    } finally {
      back();
    }
  });
});

test('too many stars, none at all, too long a text, a broken filter: refused in words; too many reviews a day: slowed down', async () => {
  const productId = await productOf(await open(), 'mug');
  const ana = await customer();
  for (const wrong of [{ stars: 6 }, { stars: 0 }, { stars: 2.5 }, { stars: 5, text: 'x'.repeat(5_001) }, { stars: 5, fit: 'perfect' as never }])
    await expect(writeReview.call(ana.as, { productId, ...wrong })).rejects.toMatchObject({ code: 'invalid' });
  await expect(productReviews.call(shop.shopper(), { productId, stars: '1); drop table reviews' })).rejects.toMatchObject({ code: 'invalid' });
  for (let i = 0; i < 19; i++) await writeReview.call(ana.as, { productId, stars: 5 }).catch((error: { code: string }) => expect(error.code).toBe('conflict'));
  await writeReview.call(ana.as, { productId, stars: 5 }).catch(() => {});
  await expect(writeReview.call(ana.as, { productId, stars: 5 })).rejects.toMatchObject({ code: 'rate_limited' });
});

test('whoever may only read can neither approve nor answer', async () => {
  const productId = await productOf(await open(), 'mug');
  const { id } = await writeReview.call((await customer()).as, { productId, stars: 5 });
  const reader = shop.as(['reviews:read']);
  await expect(approveReview.call(reader, { id })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(replyToReview.call(reader, { id, text: 'Hi' })).rejects.toMatchObject({ code: 'forbidden' });
});

test('ten reviews approved and refused at once end in exact sums', async () => {
  const productId = await productOf(await open(), 'mug');
  const ids = await Promise.all(Array.from({ length: 10 }, async (_, i) => (await writeReview.call((await customer()).as, { productId, stars: (i % 5) + 1 })).id));
  await Promise.all(ids.map((id) => approveReview.call(shop.ctx, { id })));
  expect((await productReviews.call(shop.shopper(), { productId })).summary).toMatchObject({ count: 10, average: 3, stars: [2, 2, 2, 2, 2] });
  await Promise.all(ids.map((id, i) => (i % 2 ? refuseReview.call(shop.ctx, { id, reason: 'x' }) : approveReview.call(shop.ctx, { id }))));
  expect((await productReviews.call(shop.shopper(), { productId })).summary).toMatchObject({ count: 5, stars: [1, 1, 1, 1, 1] });
});

test('whatever happens in whatever order, the rating is what the public reviews add up to', async () => {
  const productId = await productOf(await open(), 'mug');
  const people = await Promise.all(Array.from({ length: 4 }, () => customer()));
  const reviews = await Promise.all(people.map(async (who, i) => ({ who, id: (await writeReview.call(who.as, { productId, stars: i + 1 })).id })));
  const step = fc.record({ at: fc.nat(3), does: fc.constantFrom('approve', 'refuse') });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
      for (const { at, does } of steps) await (does === 'approve' ? approveReview.call(shop.ctx, { id: reviews[at]!.id }) : refuseReview.call(shop.ctx, { id: reviews[at]!.id, reason: 'x' }));
      const { data, summary } = await productReviews.call(shop.shopper(), { productId });
      const sum = data.reduce((all, each) => all + each.stars, 0);
      expect(summary.count).toBe(data.length);
      expect(summary.average).toBe(data.length === 0 ? 0 : Math.round((sum / data.length) * 100) / 100);
    }),
    { numRuns: 12 },
  );
});

test('whoever bought is known from their orders, whatever else is bought', async () => {
  const lamp = await productOf(await open(), 'lamp');
  await buy(shop, { mug: 1 });
  const ana = await buyer();
  expect(await reviewStanding.call(ana.as, { productId: lamp })).toMatchObject({ may: true, verified: false, own: null });
});
