import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signUp } from '#modules/accounts/testing.ts';
import * as alerts from '#modules/alerts/index.ts';
import { createCustomer, customerExport, eraseNow, myData } from '#modules/customers/index.ts';
import { refreshListings, storefrontProductList } from '#modules/discovery/index.ts';
import { issueCard } from '#modules/gift-cards/index.ts';
import { fulfilOrder } from '#modules/orders/index.ts';
import { openShop, pay, readyToPay, type Shop } from '#modules/orders/testing.ts';
import * as questions from '#modules/questions/index.ts';
import * as reviews from '#modules/reviews/index.ts';
import { setWarranty, warrantyCardList } from '#modules/warranties/index.ts';
import * as wishlists from '#modules/wishlists/index.ts';
import { newId } from '#platform/ids.ts';
import { files, useFiles } from '#platform/files/configured-files.ts';
import { createFiles } from '#platform/files/files.ts';
import { LocalStore } from '#platform/files/local-store.ts';
import { startEngine, type Engine } from '#platform/jobs/engine.ts';
import { whereFound } from '#platform/testing/where-found.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';

let house: TestHouse;
let engine: Engine;
const folder = mkdtempSync(path.join(tmpdir(), 'quickdash-voice-'));
beforeAll(async () => {
  house = await openTestDatabase();
  engine = await startEngine();
  useFiles(createFiles({ store: new LocalStore({ folder, secret: 'for pictures of a test only' }), maxBytes: 30 * 1024 * 1024 }));
});
afterAll(async () => {
  useFiles(undefined);
  await engine.stop();
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

const BEA = { name: 'Beatrix Quill-Featherstone', email: 'beatrix.quill@example.test' };
const SAID = {
  review: 'It cracked when we moved house to Nether Wallop in spring.',
  lonely: 'Would it fit the narrow shelf of my flat in Upper Slaughter?',
  asked: 'Is it safe for somebody with a nickel allergy to drink from?',
  answer: 'My twins in Little Snoring have used theirs every day for years.',
};

async function openVoice() {
  const shop = await openShop(house, { mug: { price: 1_500, stock: 20 }, lamp: { price: 9_000 } });
  const ids = await shop.ctx.transaction(async (tx) => {
    const rows = await tx.sql<{ id: string; slug: string }>`update products set live_since = now() returning id, slug`;
    await refreshListings(tx, rows.map((row) => row.id));
    return Object.fromEntries(rows.map((row) => [row.slug, row.id]));
  });
  const olive = (await (await signUp('Olive')).session())!.user;
  await shop.ctx.transaction((tx) => tx.sql`insert into members (user_id, name, email, role) values (${olive.id}, 'Olive', ${olive.email}, 'owner')`);
  await reviews.changeReviewSettings.call(shop.ctx, { publish: 'auto' });
  await setWarranty.call(shop.ctx, { productId: ids['mug']!, months: 24 });
  const [bea, ben] = [await createCustomer.call(shop.ctx, BEA), await createCustomer.call(shop.ctx, { email: 'ben@example.test', name: 'Ben Okafor' })];
  return { shop, mug: ids['mug']!, bea: { id: bea.id, as: shop.shopper(bea.id) }, ben: { id: ben.id, as: shop.shopper(ben.id) } };
}
type Voiced = Awaited<ReturnType<typeof openVoice>>;

async function buyMug(shop: Shop, as: Voiced['bea']['as']): Promise<string> {
  const who = { email: BEA.email, shippingAddress: { name: BEA.name, line1: '77 Forgotten Lane', city: 'Hobart', region: 'TAS', postalCode: '7000', country: 'AU' } };
  const { order } = await pay(as, await readyToPay(shop, { mug: 1 }, as, who));
  await engine.settle();
  return order.id;
}

/** Stars and a photo, a vote, two questions, an answer, a wish, three wishes for mail. */
async function speak({ shop, mug, bea, ben }: Voiced) {
  const photo = await reviews.uploadReviewMedia(bea.as, { name: 'mug.jpg', body: await sharp({ create: { width: 300, height: 300, channels: 3, background: '#aa8866' } }).jpeg().toBuffer() });
  await reviews.writeReview.call(bea.as, { productId: mug, stars: 1, text: SAID.review, media: [photo.id] });
  const { id: bens } = await reviews.writeReview.call(ben.as, { productId: mug, stars: 5 });
  await reviews.voteReview.call(bea.as, { id: bens, vote: 'helpful' });
  await questions.askQuestion.call(bea.as, { productId: mug, text: SAID.lonely });
  const { id: asked } = await questions.askQuestion.call(shop.shopper(), { productId: mug, text: SAID.asked, name: BEA.name, email: BEA.email });
  await questions.answerAsShop.call(shop.ctx, { id: asked, text: `Dear ${BEA.name}, it is glass all over.` });
  const { id: bensQuestion } = await questions.askQuestion.call(ben.as, { productId: mug, text: 'How long does it last?' });
  await questions.publishQuestion.call(shop.ctx, { id: bensQuestion });
  const { id: answerId } = await questions.answerAsBuyer.call(bea.as, { id: bensQuestion, text: SAID.answer });
  await questions.approveAnswer.call(shop.ctx, { id: bensQuestion, answerId });
  await questions.voteQuestion.call(bea.as, { id: bensQuestion });
  await questions.voteQuestion.call(ben.as, { id: bensQuestion, answerId });
  const { id: wishlist } = await wishlists.createWishlist.call(bea.as, { productId: mug });
  await wishlists.shareWishlist.call(bea.as, { id: wishlist });
  await alerts.watchPrice.call(bea.as, { productId: mug });
  await alerts.waitForStock.call(shop.shopper(), { variantId: shop.variant['lamp']!, email: BEA.email });
  await alerts.waitForStock.call(shop.shopper(), { variantId: shop.variant['lamp']!, email: 'cleo@example.test' });
  await engine.settle();
  return { bens, asked, bensQuestion };
}

/** A code used, a card received, two carts left, of which one became an order, and no wish to be reminded. */
async function leaveTraces(shop: Shop, customerId: string, orderId: string): Promise<void> {
  await issueCard.call(shop.ctx, { amount: 2_000, currency: 'AUD', email: BEA.email });
  await shop.ctx.transaction(async (tx) => {
    const [discount] = await tx.sql<{ id: string }>`insert into discounts (title, code, kind, terms) values ('Spring', 'SPRING', 'percentage', '{}') returning id`;
    await tx.sql`insert into discount_uses (discount_id, order_id, customer_id, email, amount, currency) values (${discount!.id}, ${orderId}, ${customerId}, ${BEA.email}, 100, 'AUD')`;
    for (const order of [orderId, null])
      await tx.sql`insert into abandoned_carts (cart_id, customer_id, email, currency, value, lines, left_at, order_id) values (${newId()}, ${customerId}, ${BEA.email}, 'AUD', 1500, '[]', now(), ${order})`;
    await tx.sql`insert into recovery_opt_outs (email) values (${BEA.email})`;
  });
}

const mediaOf = (shop: Shop) => shop.ctx.read((r) => r.sql<{ key: string }>`select f.key from review_media m join files f on f.id = m.file_id`);

test('a customer takes home what they said, wished and were promised', async () => {
  const voiced = await openVoice();
  await buyMug(voiced.shop, voiced.bea.as);
  await speak(voiced);
  const [card] = (await warrantyCardList.call(voiced.shop.ctx, {})).data;
  for (const taken of [await myData.call(voiced.bea.as, {}), await customerExport.call(voiced.shop.ctx, { id: voiced.bea.id })]) {
    const { reviews: written, questions: asked, ...rest } = taken as Record<string, unknown>;
    expect(written).toMatchObject([{ product: 'mug', stars: 1, text: SAID.review }]);
    expect(JSON.stringify(asked)).toContain(SAID.lonely);
    expect(JSON.stringify(asked)).toContain(SAID.asked);
    expect(JSON.stringify(asked)).toContain(SAID.answer);
    expect(rest).toMatchObject({ wishlists: [{ product: 'mug' }], alerts: [{ kind: 'price', says: 'mug' }, { kind: 'restock', says: 'lamp' }], warranties: [{ title: 'mug', months: 24, number: card!['number'] }] });
  }
});

test('an erased customer has said nothing: no table knows their words, and what others said and the figures still add up', async () => {
  const voiced = await openVoice();
  const { shop, mug, bea } = voiced;
  const orderId = await buyMug(shop, bea.as);
  const { bens, asked, bensQuestion } = await speak(voiced);
  await leaveTraces(shop, bea.id, orderId);
  const [photo] = await mediaOf(shop);
  const words = [BEA.name, BEA.email, ...Object.values(SAID)].filter((word) => word !== SAID.asked);
  expect((await whereFound(shop, words)).toSorted()).toEqual(expect.arrayContaining(['abandoned_carts', 'alerts', 'audit_entries', 'discount_uses', 'mail_messages', 'notifications', 'question_answers', 'questions', 'recovery_opt_outs', 'reviews', 'value_accounts']));
  await fulfilOrder.call(shop.ctx, { id: orderId });
  await engine.settle();
  expect(await eraseNow.call(shop.ctx, { id: bea.id, email: BEA.email })).toEqual({ erased: true });
  await engine.settle();

  expect(await whereFound(shop, words)).toEqual([]);
  expect(await mediaOf(shop)).toEqual([]);
  expect(await files().store.get(photo!.key)).toBeUndefined();
  const read = await reviews.productReviews.call(shop.shopper(), { productId: mug });
  expect(read).toMatchObject({ total: 1, data: [{ id: bens, helpful: 0 }], summary: { count: 1, average: 5 } });
  const rated = async (rating: string) => (await storefrontProductList.call(shop.shopper(), { filter: { rating } })).data.map((each) => each.title);
  expect(await rated('5')).toEqual(['mug']);
  const shown = (await questions.productQuestions.call(shop.shopper(), { productId: mug })).data;
  expect(shown.find((each) => each.id === asked)).toMatchObject({ author: 'A customer', text: SAID.asked, answers: [{ by: 'shop', text: 'Dear [erased], it is glass all over.' }] });
  expect(shown.find((each) => each.id === bensQuestion)).toMatchObject({ author: 'Ben O.', votes: 0, answers: [] });
  expect((await questions.questionList.call(shop.ctx, {})).data).toHaveLength(2);
  expect((await alerts.alertList.call(shop.ctx, {})).data).toMatchObject([{ email: 'cleo@example.test' }]);
  expect(await shop.ctx.read((r) => r.sql`select id from wishlists`)).toEqual([]);
  expect((await warrantyCardList.call(shop.ctx, {})).data).toMatchObject([{ title: 'mug', state: 'valid' }]);
});
