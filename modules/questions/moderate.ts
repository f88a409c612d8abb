import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { notFound } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { questionAnswered, questionChanged } from './events.ts';
import { QUESTION_STATES } from './tables.ts';

const needs = 'questions:write';
const One = z.object({ id: z.uuid() });
const Stands = One.extend({ state: z.enum(QUESTION_STATES) });

interface Locked {
  productId: string;
  state: (typeof QUESTION_STATES)[number];
}

async function lock(tx: Tx, id: string): Promise<Locked> {
  const [row] = await tx.sql<Locked>`select product_id as "productId", state from questions where id = ${id} for update`;
  if (!row) throw notFound('The question');
  return row;
}

/** Everybody reads it from now on, and buyers can answer. */
export const publishQuestion = operation({
  name: 'questions.publish',
  route: 'POST /questions/:id/publication',
  says: 'Publish a question',
  needs,
  input: One,
  output: Stands,
  async run(tx, { id }) {
    const { productId, state } = await lock(tx, id);
    if (state !== 'published') await move(tx, { id, productId, from: state, to: 'published', refusal: '' });
    return { id, state: 'published' as const };
  },
});

export const refuseQuestion = operation({
  name: 'questions.refuse',
  route: 'POST /questions/:id/refusal',
  says: 'Refuse a question',
  needs,
  input: One.extend({ reason: z.string().trim().min(1, 'say why').max(500) }),
  output: Stands,
  async run(tx, { id, reason }) {
    const { productId, state } = await lock(tx, id);
    await move(tx, { id, productId, from: state, to: 'refused', refusal: reason });
    return { id, state: 'refused' as const };
  },
});

async function move(tx: Tx, given: { id: string; productId: string; from: string; to: 'published' | 'refused'; refusal: string }): Promise<void> {
  const { id, productId, from, to, refusal } = given;
  await tx.sql`update questions set state = ${to}, refusal = ${refusal} where id = ${id}`;
  tx.changed({ record: 'question', id, before: { state: from }, after: { state: to, ...(refusal && { reason: refusal }) } });
  tx.tell(questionChanged, { questionId: id, productId, change: to });
}

/** The shop's answer is public at once, and so is the question with it. */
export const answerAsShop = operation({
  name: 'questions.answer',
  route: 'POST /questions/:id/answers',
  says: 'Answer a question as the shop',
  needs,
  input: One.extend({ text: z.string().trim().min(1).max(2_000) }),
  output: z.object({ id: z.uuid() }),
  async run(tx, { id, text }) {
    const { productId, state } = await lock(tx, id);
    if (state !== 'published') await move(tx, { id, productId, from: state, to: 'published', refusal: '' });
    const [workspace] = await tx.sql<{ name: string }>`select name from workspaces`;
    const [row] = await tx.sql<{ id: string }>`insert into question_answers (question_id, author, text, state, created_at) values (${id}, ${workspace!.name}, ${text}, 'published', ${tx.now}) returning id`;
    await countAnswers(tx, id);
    tx.tell(questionAnswered, { questionId: id, productId, answerId: row!.id });
    return { id: row!.id };
  },
});

const OneAnswer = One.extend({ answerId: z.uuid() });

/** A buyer's answer becomes public. */
export const approveAnswer = operation({
  name: 'questions.approve-answer',
  route: 'POST /questions/:id/answers/:answerId/approval',
  says: 'Approve a buyer’s answer',
  needs,
  input: OneAnswer,
  output: Stands,
  async run(tx, { id, answerId }) {
    const { productId } = await lock(tx, id);
    const changed = await tx.sql`update question_answers set state = 'published' where id = ${answerId} and question_id = ${id} and state <> 'published' returning id`;
    if (changed.length === 0) await requireAnswer(tx, id, answerId);
    else {
      await countAnswers(tx, id);
      tx.tell(questionAnswered, { questionId: id, productId, answerId });
    }
    return { id: answerId, state: 'published' as const };
  },
});

export const refuseAnswer = operation({
  name: 'questions.refuse-answer',
  route: 'POST /questions/:id/answers/:answerId/refusal',
  says: 'Refuse an answer, or take it down',
  needs,
  input: OneAnswer,
  output: Stands,
  async run(tx, { id, answerId }) {
    const { productId } = await lock(tx, id);
    await requireAnswer(tx, id, answerId);
    await tx.sql`update question_answers set state = 'refused' where id = ${answerId}`;
    await countAnswers(tx, id);
    tx.tell(questionChanged, { questionId: id, productId, change: 'answer' });
    return { id: answerId, state: 'refused' as const };
  },
});

async function requireAnswer(tx: Tx, id: string, answerId: string): Promise<void> {
  const found = await tx.sql`select 1 from question_answers where id = ${answerId} and question_id = ${id}`;
  if (found.length === 0) throw notFound('The answer');
}

async function countAnswers(tx: Tx, id: string): Promise<void> {
  await tx.sql`update questions set answers = (select count(*) from question_answers where question_id = ${id} and state = 'published') where id = ${id}`;
}
