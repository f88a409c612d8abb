import type { CustomerEntry, CustomerPart } from '#modules/customers/index.ts';

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
};
