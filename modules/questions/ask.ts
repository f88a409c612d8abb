import * as z from 'zod';
import { countAttempt } from '#modules/accounts/index.ts';
import { requireCustomer } from '#modules/customers/index.ts';
import { purchaseOf, signature } from '#modules/reviews/index.ts';
import { operation } from '#platform/operations/operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { HOUR } from '#platform/time.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { answerGiven, questionAsked, questionChanged } from './events.ts';

const Text = z.string().trim().min(5, 'should be a few words').max(1_000);
const Email = z.string().trim().toLowerCase().max(254).pipe(z.email('should be an email address'));
const Waiting = z.object({ id: z.uuid(), state: z.literal('waiting') });

/** A guest says name and address; a customer is known. Everybody reads the question once the shop has seen it. */
export const askQuestion = operation({
  name: 'storefront.questions.ask',
  on: 'storefront',
  route: 'POST /products/:productId/questions',
  says: 'Ask about a product',
  needs: 'storefront:customers',
  input: z.object({ productId: z.uuid(), text: Text, name: z.string().trim().max(60).optional(), email: Email.optional() }),
  output: Waiting,
  async run(tx, { productId, text, ...said }) {
    const who = await asker(tx, said);
    await slowDown(tx, who.email);
    const [product] = await tx.sql`select 1 from products where id = ${productId} and live_since is not null`;
    if (!product) throw notFound('This product');
    const storefrontId = tx.actor.kind === 'storefront' ? tx.actor.storefrontId : null;
    const [row] = await tx.sql<{ id: string }>`insert into questions (product_id, storefront_id, customer_id, author, email, text, created_at)
      values (${productId}, ${storefrontId}, ${who.customerId}, ${who.author}, ${who.email}, ${text}, ${tx.now}) returning id`;
    tx.tell(questionAsked, { questionId: row!.id, productId });
    return { id: row!.id, state: 'waiting' as const };
  },
});

interface Asker {
  customerId: string | null;
  author: string;
  email: string;
}

async function asker(tx: Tx, { name, email }: { name?: string | undefined; email?: string | undefined }): Promise<Asker> {
  const customerId = tx.actor.kind === 'storefront' ? tx.actor.customerId : undefined;
  if (customerId) {
    const [row] = await tx.sql<{ name: string; email: string }>`select name, email from customers where id = ${customerId}`;
    if (row) return { customerId, author: name || signature(row.name), email: row.email };
  }
  const missing = { ...(!name && { name: 'Enter your name.' }), ...(!email && { email: 'Enter your email address, so that the answer reaches you.' }) };
  if (!name || !email) throw new Refusal('invalid', Object.values(missing)[0]!, { fields: missing });
  return { customerId: null, author: name, email };
}

// By address of the network too: whoever makes up addresses must not fill the queue.
async function slowDown(tx: Tx, email: string): Promise<void> {
  await countAttempt([
    { key: `questions:${tx.workspaceId}:of:${email}`, times: 6, withinMillis: HOUR },
    ...(tx.address ? [{ key: `questions:${tx.workspaceId}:from:${tx.address}`, times: 20, withinMillis: HOUR }] : []),
  ]);
}

/** Answers of customers come from people who bought the product, once each, and wait for the shop. */
export const answerAsBuyer = operation({
  name: 'storefront.questions.answer',
  on: 'storefront',
  route: 'POST /questions/:id/answers',
  says: 'Answer a question as somebody who bought the product',
  needs: 'storefront:customers',
  input: z.object({ id: z.uuid(), text: Text.pipe(z.string().max(2_000)), author: z.string().trim().max(60).optional() }),
  output: Waiting,
  async run(tx, { id, text, author }) {
    const customerId = requireCustomer(tx);
    await countAttempt([{ key: `answers:${tx.workspaceId}:${customerId}`, times: 20, withinMillis: HOUR }]);
    const { productId } = await publicQuestion(tx, id);
    if (!(await purchaseOf(tx, customerId, productId))) throw new Refusal('not_bought', 'Only customers who bought this product here can answer.');
    const [person] = await tx.sql<{ name: string }>`select name from customers where id = ${customerId}`;
    const [row] = await tx.sql<{ id: string }>`insert into question_answers (question_id, customer_id, author, text, state, verified, created_at)
      values (${id}, ${customerId}, ${author || signature(person?.name ?? '')}, ${text}, 'waiting', true, ${tx.now})
      on conflict (workspace_id, question_id, customer_id) where customer_id is not null do nothing returning id`;
    if (!row) throw new Refusal('conflict', 'You have answered this question already.');
    tx.changed({ record: 'answer', id: row.id, before: {}, after: { state: 'waiting' } });
    tx.tell(answerGiven, { questionId: id, productId, answerId: row.id });
    return { id: row.id, state: 'waiting' as const };
  },
});

async function publicQuestion(tx: Tx, id: string): Promise<{ productId: string }> {
  const [row] = await tx.sql<{ productId: string }>`select product_id as "productId" from questions where id = ${id} and state = 'published' for update`;
  if (!row) throw notFound('This question');
  return row;
}

/** For the question itself, or for one of its answers. One vote a person. */
export const voteQuestion = operation({
  name: 'storefront.questions.vote',
  on: 'storefront',
  route: 'POST /questions/:id/votes',
  says: 'Vote for a question or an answer',
  needs: 'storefront:customers',
  input: z.object({ id: z.uuid(), answerId: z.uuid().optional(), vote: z.enum(['up', 'none']).default('up') }),
  output: z.object({ votes: z.int() }),
  async run(tx, { id, answerId = null, vote }) {
    const customerId = requireCustomer(tx);
    await countAttempt([{ key: `question-votes:${tx.workspaceId}:${customerId}`, times: 100, withinMillis: HOUR }]);
    const { productId } = await publicQuestion(tx, id);
    await refuseOwn(tx, { id, answerId, customerId });
    if (vote === 'none') await tx.sql`delete from question_votes where question_id = ${id} and answer_id is not distinct from ${answerId}::uuid and customer_id = ${customerId}`;
    else await tx.sql`insert into question_votes (question_id, answer_id, customer_id) values (${id}, ${answerId}, ${customerId}) on conflict do nothing`;
    const votes = await countVotes(tx, id, answerId);
    tx.tell(questionChanged, { questionId: id, productId, change: 'vote' });
    return { votes };
  },
});

async function refuseOwn(tx: Tx, { id, answerId, customerId }: { id: string; answerId: string | null; customerId: string }): Promise<void> {
  const [row] = answerId
    ? await tx.sql<{ own: boolean }>`select customer_id is not distinct from ${customerId}::uuid as own from question_answers where id = ${answerId} and question_id = ${id} and state = 'published'`
    : await tx.sql<{ own: boolean }>`select customer_id is not distinct from ${customerId}::uuid as own from questions where id = ${id}`;
  if (!row) throw notFound('This answer');
  if (row.own) throw new Refusal('own_vote', 'You cannot vote for yourself.');
}

async function countVotes(tx: Tx, id: string, answerId: string | null): Promise<number> {
  const [row] = answerId
    ? await tx.sql<{ votes: number }>`update question_answers set votes = (select count(*) from question_votes where answer_id = ${answerId}) where id = ${answerId} returning votes`
    : await tx.sql<{ votes: number }>`update questions set votes = (select count(*) from question_votes where question_id = ${id} and answer_id is null) where id = ${id} returning votes`;
  return row!.votes;
}
