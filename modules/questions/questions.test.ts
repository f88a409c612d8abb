import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCustomer, mergeCustomers } from '#modules/customers/index.ts';
import { ANA, openShop, pay, readyToPay, type Shop } from '#modules/orders/testing.ts';
import { openContext, type Context } from '#platform/tenancy/context.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { answerAsBuyer, answerAsShop, approveAnswer, askQuestion, mailTheAnswer, productQuestions, publishQuestion, questionGet, questionList, refuseAnswer, refuseQuestion, voteQuestion } from './index.ts';

let house: TestHouse;
let shop: Shop;
let productId: string;
beforeAll(async () => void (house = await openTestDatabase()));
afterAll(() => house.close());

async function open(): Promise<void> {
  shop = await openShop(house, { mug: { price: 2_000, stock: 100 } });
  const [row] = await shop.ctx.read((r) => r.sql<{ id: string }>`update products set live_since = now() returning id`);
  productId = row!.id;
}

let number = 0;
const GUEST = { name: 'Gus', email: 'gus@example.test' };
const guest = () => ({ ...GUEST, email: `guest-${++number}@example.test` });
const ask = (said: object = guest(), as: Context = shop.shopper()) => askQuestion.call(as, { productId, text: 'Does it keep warm?', ...said });
const shown = async () => (await productQuestions.call(shop.shopper(), { productId })).data;

async function customer(): Promise<{ id: string; as: Context }> {
  const { id } = await createCustomer.call(shop.ctx, { email: `c-${++number}@example.test`, name: 'Ben Okafor' });
  return { id, as: shop.shopper(id) };
}

async function buyer(): Promise<{ id: string; as: Context }> {
  const { order } = await pay(shop.shopper(), await readyToPay(shop, { mug: 1 }, shop.shopper(), { ...ANA, email: `b-${++number}@example.test` }));
  const [row] = await shop.ctx.read((r) => r.sql<{ id: string }>`select customer_id as id from orders where id = ${order.id}`);
  return { id: row!.id, as: shop.shopper(row!.id) };
}

const mailsTo = (email: string) => shop.ctx.read((r) => r.sql<{ subject: string; text: string; html: string }>`select subject, text, html from mail_messages where recipient = ${email}`);

async function mail(questionId: string, answerId: string): Promise<void> {
  await mailTheAnswer.run!(shop.ctx, { questionId, productId, answerId } as never, {} as never);
}

describe('a question', () => {
  test('of a guest waits, is answered by the shop, is then read by everybody without the address, and the guest gets one mail', async () => {
    await open();
    const said = guest();
    const { id } = await ask(said);
    expect(await shown()).toEqual([]);
    expect((await questionList.call(shop.ctx, { filter: { state: 'waiting' } })).data).toMatchObject([{ text: 'Does it keep warm?', product: 'mug', email: said.email }]);
    const answer = await answerAsShop.call(shop.ctx, { id, text: 'For an hour.' });
    expect(await shown()).toMatchObject([{ text: 'Does it keep warm?', author: 'Gus', answers: [{ by: 'shop', text: 'For an hour.' }] }]);
    expect(JSON.stringify(await shown())).not.toContain('@');
    for (let i = 0; i < 3; i++) await mail(id, answer.id);
    const mails = await mailsTo(said.email);
    expect(mails.map((each) => each.subject)).toEqual(['Your question about mug']);
    expect(mails[0]!.text).toContain('For an hour.');
  });

  test('that nobody should read is refused with a reason and stays out of sight', async () => {
    await open();
    const { id } = await ask();
    await expect(refuseQuestion.call(shop.ctx, { id, reason: ' ' })).rejects.toMatchObject({ code: 'invalid' });
    await refuseQuestion.call(shop.ctx, { id, reason: 'Advertising' });
    expect(await shown()).toEqual([]);
    expect(await questionGet.call(shop.ctx, { id })).toMatchObject({ state: 'refused', refusal: 'Advertising' });
  });

  test('without name or address, with a script in it, too short, too long, of another workspace’s product', async () => {
    await open();
    await expect(ask({ name: 'Gus' })).rejects.toMatchObject({ code: 'invalid', details: { fields: { email: expect.any(String) } } });
    for (const text of ['?', 'x'.repeat(1_001)]) await expect(ask({ ...guest(), text })).rejects.toMatchObject({ code: 'invalid' });
    const other = await openShop(house, { cup: { price: 1, stock: 1 } });
    await expect(askQuestion.call(other.shopper(), { productId, text: 'Does it keep warm?', ...guest() })).rejects.toMatchObject({ code: 'not_found' });
    const { id } = await ask({ ...guest(), name: '<script>alert(1)</script>', text: '<img src=x onerror=alert(1)>' });
    await publishQuestion.call(shop.ctx, { id });
    expect(await shown()).toMatchObject([{ author: '<script>alert(1)</script>' }]);
    await answerAsShop.call(shop.ctx, { id, text: 'No.' }).then((answer) => mail(id, answer.id));
    const [sent] = await mailsTo((await questionGet.call(shop.ctx, { id })).email);
    expect(sent!.html).not.toContain('<img src=x');
  });

  test('after question after question from one address, of a person or of the network, is slowed down', async () => {
    await open();
    const said = guest();
    for (let i = 0; i < 6; i++) await ask(said);
    await expect(ask(said)).rejects.toMatchObject({ code: 'rate_limited' });
    const from = openContext({ workspaceId: shop.workspaceId, actor: { kind: 'storefront', storefrontId: shop.storefrontId }, capabilities: ['storefront:customers'], address: '198.51.100.7' });
    for (let i = 0; i < 20; i++) await ask(guest(), from);
    await expect(ask(guest(), from)).rejects.toMatchObject({ code: 'rate_limited' });
  });
});

describe('answers and votes', () => {
  test('buyers answer, others do not; the shop reads it first; then it carries the badge', async () => {
    await open();
    const { id } = await ask();
    const [stranger, ana] = [await customer(), await buyer()];
    await expect(answerAsBuyer.call(ana.as, { id, text: 'It does, for me.' })).rejects.toMatchObject({ code: 'not_found' });
    await publishQuestion.call(shop.ctx, { id });
    await expect(answerAsBuyer.call(stranger.as, { id, text: 'I guess so.' })).rejects.toMatchObject({ code: 'not_bought' });
    await expect(answerAsBuyer.call(shop.shopper(), { id, text: 'I guess so.' })).rejects.toMatchObject({ code: 'unauthenticated' });
    const answers = await Promise.allSettled([1, 2, 3, 4].map(() => answerAsBuyer.call(ana.as, { id, text: 'It does, for me.' })));
    expect(answers.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
    expect((await shown())[0]!.answers).toEqual([]);
    const [waiting] = (await questionGet.call(shop.ctx, { id })).answers;
    await approveAnswer.call(shop.ctx, { id, answerId: waiting!.id });
    await approveAnswer.call(shop.ctx, { id, answerId: waiting!.id });
    expect((await shown())[0]!.answers).toMatchObject([{ by: 'buyer', verified: true, author: 'Ana N.' }]);
    await refuseAnswer.call(shop.ctx, { id, answerId: waiting!.id });
    expect((await shown())[0]!.answers).toEqual([]);
  });

  test('one vote a person for a question and for each answer, none for oneself, none for what waits', async () => {
    await open();
    const [ana, ben] = [await buyer(), await customer()];
    const { id } = await ask({}, ben.as);
    await expect(voteQuestion.call(ana.as, { id })).rejects.toMatchObject({ code: 'not_found' });
    await publishQuestion.call(shop.ctx, { id });
    await Promise.all(Array.from({ length: 6 }, () => voteQuestion.call(ana.as, { id })));
    expect((await shown())[0]!.votes).toBe(1);
    await expect(voteQuestion.call(ben.as, { id })).rejects.toMatchObject({ code: 'own_vote' });
    const { id: answerId } = await answerAsShop.call(shop.ctx, { id, text: 'Yes.' });
    for (let i = 0; i < 3; i++) await voteQuestion.call(ben.as, { id, answerId });
    expect((await shown())[0]!.answers[0]!.votes).toBe(1);
    expect(await voteQuestion.call(ben.as, { id, answerId, vote: 'none' })).toEqual({ votes: 0 });
    const other = await ask();
    await publishQuestion.call(shop.ctx, { id: other.id });
    await expect(voteQuestion.call(ben.as, { id: other.id, answerId })).rejects.toMatchObject({ code: 'not_found' });
  });

  test('two records of one person become one: one answer, one vote', async () => {
    await open();
    const { id } = await ask();
    await publishQuestion.call(shop.ctx, { id });
    const [ana, again] = [await buyer(), await buyer()];
    for (const each of [ana, again]) {
      await voteQuestion.call(each.as, { id });
      await approveAnswer.call(shop.ctx, { id, answerId: (await answerAsBuyer.call(each.as, { id, text: 'Very warm.' })).id });
    }
    await mergeCustomers.call(shop.ctx, { id: ana.id, fromId: again.id });
    expect(await shown()).toMatchObject([{ votes: 1, answers: [{ text: 'Very warm.' }] }]);
  });
});

test('another workspace, and somebody who only reads, can neither answer nor publish', async () => {
  await open();
  const { id } = await ask();
  const other = await openShop(house, {});
  await expect(answerAsShop.call(other.ctx, { id, text: 'Hi' })).rejects.toMatchObject({ code: 'not_found' });
  await expect(answerAsShop.call(shop.as(['questions:read']), { id, text: 'Hi' })).rejects.toMatchObject({ code: 'forbidden' });
});
