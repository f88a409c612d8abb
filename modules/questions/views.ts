import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { products } from '#modules/catalog/index.ts';
import { column } from '#platform/operations/columns.ts';
import { listView } from '#platform/operations/list-view.ts';
import { view } from '#platform/operations/view.ts';
import { notFound } from '#platform/refusal.ts';
import { answerGiven, questionAnswered, questionAsked, questionChanged } from './events.ts';
import { QUESTION_STATES, questions } from './tables.ts';

const CHANGES = [questionAsked, answerGiven, questionAnswered, questionChanged];
const waitingAnswers = sql<number>`(select count(*)::int from question_answers a where a.question_id = questions.id and a.state = 'waiting')`;

export const questionList = listView({
  name: 'questions.list',
  route: 'GET /questions',
  says: 'Questions',
  needs: 'questions:read',
  opens: '/questions/:id',
  from: questions,
  joins: [{ table: products, on: sql`${products.id} = ${questions.productId}`, always: true }],
  search: [{ text: questions.searchText, key: questions.id }],
  columns: {
    text: column(questions.text, { says: 'Question', search: true }),
    product: column(products.title, { says: 'Product', filter: 'text', sort: true }),
    state: column(questions.state, { says: 'State', filter: 'any of', values: QUESTION_STATES, sort: true }),
    answers: column(questions.answers, { says: 'Answers', filter: 'range', sort: true }),
    waitingAnswers: column(waitingAnswers, { says: 'Answers that wait', type: 'number', filter: 'range' }),
    votes: column(questions.votes, { says: 'Votes', filter: 'range', sort: true }),
    author: column(questions.author, { says: 'By', search: true }),
    email: column(questions.email, { says: 'Email', search: true }),
    createdAt: column(questions.createdAt, { says: 'Asked', filter: 'dates', sort: 'newest first' }),
  },
  changesWith: CHANGES,
});

const Answer = z.object({ id: z.uuid(), author: z.string(), by: z.enum(['shop', 'buyer']), text: z.string(), state: z.enum(QUESTION_STATES), votes: z.int(), at: z.iso.datetime() });
const FullQuestion = z.object({
  id: z.uuid(),
  productId: z.uuid(),
  product: z.string(),
  customerId: z.uuid().nullable(),
  author: z.string(),
  email: z.string(),
  text: z.string(),
  state: z.enum(QUESTION_STATES),
  refusal: z.string(),
  votes: z.int(),
  createdAt: z.iso.datetime(),
  answers: z.array(Answer),
});

export const questionGet = view({
  name: 'questions.get',
  route: 'GET /questions/:id',
  says: 'A question',
  needs: 'questions:read',
  input: z.object({ id: z.uuid() }),
  output: FullQuestion,
  changesWith: CHANGES,
  async read(r, { id }) {
    const [row] = await r.sql<Omit<z.infer<typeof FullQuestion>, 'createdAt' | 'answers'> & { createdAt: Date }>`
      select q.id, q.product_id as "productId", p.title as product, q.customer_id as "customerId", q.author, q.email, q.text, q.state, q.refusal, q.votes, q.created_at as "createdAt"
      from questions q join products p on p.id = q.product_id where q.id = ${id}`;
    if (!row) throw notFound('The question');
    const answers = await r.sql<Omit<z.infer<typeof Answer>, 'at'> & { at: Date }>`
      select id, author, case when customer_id is null then 'shop' else 'buyer' end as by, text, state, votes, created_at as at from question_answers where question_id = ${id} order by created_at`;
    return { ...row, createdAt: row.createdAt.toISOString(), answers: answers.map((each) => ({ ...each, at: each.at.toISOString() })) };
  },
});

const ShownAnswer = z.object({ id: z.uuid(), author: z.string(), by: z.enum(['shop', 'buyer']), verified: z.boolean(), text: z.string(), votes: z.int(), at: z.string() });
const ShownQuestion = z.object({ id: z.uuid(), author: z.string(), text: z.string(), votes: z.int(), at: z.string(), verified: z.boolean(), answers: z.array(ShownAnswer) });

/** Published questions of a product with their answers: the shop's first, then what helped most. */
export const productQuestions = view({
  name: 'storefront.questions.list',
  on: 'storefront',
  route: 'GET /products/:productId/questions',
  says: 'Questions about a product',
  needs: 'storefront:products',
  input: z.object({ productId: z.uuid(), offset: z.coerce.number().int().min(0).max(10_000).default(0), limit: z.coerce.number().int().min(1).max(50).default(10) }),
  output: z.object({ data: z.array(ShownQuestion), total: z.int() }),
  changesWith: [questionAnswered, questionChanged],
  async read(r, { productId, offset, limit }) {
    const [row] = await r.sql<{ page: z.infer<typeof ShownQuestion>[] | null; total: number }>`
      select (select count(*) from questions where product_id = ${productId} and state = 'published') as total, (select json_agg(p) from (
        select q.id, q.author, q.text, q.votes, q.created_at as at, exists (select 1 from orders o join order_lines l on l.order_id = o.id
            where o.customer_id = q.customer_id and l.product_id = q.product_id and o.cancelled_at is null and o.payment_state in ('paid', 'partially_refunded')) as verified,
          coalesce((select json_agg(json_build_object('id', a.id, 'author', a.author, 'by', case when a.customer_id is null then 'shop' else 'buyer' end, 'verified', a.verified,
            'text', a.text, 'votes', a.votes, 'at', a.created_at) order by (a.customer_id is null) desc, a.votes desc, a.created_at)
            from question_answers a where a.question_id = q.id and a.state = 'published'), '[]') as answers
        from questions q where q.product_id = ${productId} and q.state = 'published'
        order by (q.answers > 0) desc, q.votes desc, q.created_at desc limit ${limit} offset ${offset}) p) as page`;
    return { data: row!.page ?? [], total: row!.total };
  },
});
