import type { CustomerEntry, CustomerPart, ErasedCustomer } from '#modules/customers/index.ts';
import { personalLogs } from '#platform/tenancy/forget-person.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { questionChanged } from './events.ts';

// The bell repeats texts. A short one may be somebody else's as well, so only long ones are struck out there.
const OWN_WORDS = 40;
const NOTICED = 1_000;

// Others answer by name, and a question that others answered stays.
personalLogs.add('questions', { text: ['text'] });
personalLogs.add('question_answers', { text: ['text'] });


/** What questions keep of a customer. An answer of both to one question, and a vote of both, stays once. */
export const questionsOfCustomer: CustomerPart = {
  async move(tx, { from, into }) {
    await tx.sql`delete from question_votes a using question_votes b where a.customer_id = ${from} and b.customer_id = ${into}
      and a.question_id = b.question_id and a.answer_id is not distinct from b.answer_id`;
    await tx.sql`update question_votes set customer_id = ${into} where customer_id = ${from}`;
    await tx.sql`delete from question_answers a using question_answers b where a.customer_id = ${from} and b.customer_id = ${into} and a.question_id = b.question_id`;
    await tx.sql`update question_answers set customer_id = ${into} where customer_id = ${from}`;
    await tx.sql`update questions set customer_id = ${into} where customer_id = ${from}`;
    await tx.sql`update questions q set votes = v.n from (select k.id, (select count(*) from question_votes x where x.question_id = k.id and x.answer_id is null) as n from questions k where k.votes > 0) v
      where v.id = q.id and q.votes <> v.n`;
    await tx.sql`update question_answers a set votes = v.n from (select k.id, (select count(*) from question_votes x where x.answer_id = k.id) as n from question_answers k where k.votes > 0) v
      where v.id = a.id and a.votes <> v.n`;
    await tx.sql`update questions q set answers = (select count(*) from question_answers a where a.question_id = q.id and a.state = 'published')
      where q.id in (select question_id from question_answers where customer_id = ${into})`;
  },
  tell: (r, { id }, most) => r.sql<CustomerEntry>`
    select q.id::text, q.created_at as at, 'question' as kind, 'Asked about ' || p.title || ': ' || q.text as says, '' as "byName", '/questions/' || q.id as "to"
    from questions q join products p on p.id = q.product_id where q.customer_id = ${id} order by q.created_at desc limit ${most}`,
  write: (r, { id, email }) => r.sql`
    select p.title as product, q.text as question, q.author, q.created_at as "at" from questions q join products p on p.id = q.product_id where q.customer_id = ${id} or q.email = ${email}
    union all select p.title, 'Answer: ' || a.text, a.author, a.created_at from question_answers a join questions q on q.id = a.question_id join products p on p.id = q.product_id where a.customer_id = ${id}
    order by 4`,
  givesAway: async (r, { id, emails }) => {
    const rows = await r.sql<{ id: string; text: string; stays: boolean }>`
      select id, text, state = 'published' and answers > 0 as stays from questions where customer_id = ${id} or lower(email) = any(${emails})
      union all select id, text, false from question_answers where customer_id = ${id}`;
    return { ids: rows.map((row) => row.id), words: rows.filter((row) => !row.stays && row.text.length >= OWN_WORDS).map((row) => row.text.slice(0, NOTICED)) };
  },
  erase: eraseQuestions,
};

interface Touched {
  id: string;
  productId: string;
}

// A public question that somebody else has answered helps others: it stays and forgets whose it was. Everything else goes.
async function eraseQuestions(tx: Tx, { id, emails }: ErasedCustomer): Promise<void> {
  const votes = await tx.sql<{ questionId: string; answerId: string | null }>`delete from question_votes where customer_id = ${id} returning question_id as "questionId", answer_id as "answerId"`;
  const answers = await tx.sql<{ questionId: string }>`delete from question_answers where customer_id = ${id} returning question_id as "questionId"`;
  const questions = [...new Set([...votes, ...answers].map((each) => each.questionId))];
  await tx.sql`update question_answers a set votes = (select count(*) from question_votes v where v.answer_id = a.id) where a.id = any(${votes.flatMap((vote) => vote.answerId ?? [])}::uuid[])`;
  const counted = await tx.sql<Touched>`
    update questions q set votes = (select count(*) from question_votes v where v.question_id = q.id and v.answer_id is null),
      answers = (select count(*) from question_answers a where a.question_id = q.id and a.state = 'published')
    where q.id = any(${questions}::uuid[]) returning q.id, q.product_id as "productId"`;
  const gone = await tx.sql<Touched>`delete from questions where (customer_id = ${id} or lower(email) = any(${emails})) and (state <> 'published' or answers = 0) returning id, product_id as "productId"`;
  const nameless = await tx.sql<Touched>`update questions set customer_id = null, author = 'A customer', email = '' where customer_id = ${id} or lower(email) = any(${emails}) returning id, product_id as "productId"`;
  for (const question of [...counted, ...gone, ...nameless]) tx.tell(questionChanged, { questionId: question.id, productId: question.productId, change: 'erased' });
}
