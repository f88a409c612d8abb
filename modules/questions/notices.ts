import { notice } from '#platform/notices/notice.ts';
import { answerGiven, questionAsked } from './events.ts';

const GROUP = { group: 'Reviews and questions', needs: 'questions:write' } as const;

const asked = notice({
  ...GROUP,
  kind: 'question.asked',
  on: questionAsked,
  says: 'Questions of shoppers',
  many: '# questions wait for an answer',
  async text(r, { questionId }) {
    const [row] = await r.sql<{ text: string; product: string; storefrontId: string | null }>`
      select q.text, p.title as product, q.storefront_id as "storefrontId" from questions q join products p on p.id = q.product_id where q.id = ${questionId} and q.state = 'waiting'`;
    return row && { title: `A question about ${row.product}`, body: row.text, link: `/questions/${questionId}`, storefrontId: row.storefrontId };
  },
});

const answered = notice({
  ...GROUP,
  kind: 'question.answer-waiting',
  on: answerGiven,
  says: 'Answers of buyers that wait for you',
  many: '# answers wait for you',
  async text(r, { questionId, answerId }) {
    const [row] = await r.sql<{ text: string; product: string; storefrontId: string | null }>`
      select a.text, p.title as product, q.storefront_id as "storefrontId" from question_answers a join questions q on q.id = a.question_id join products p on p.id = q.product_id
      where a.id = ${answerId} and a.state = 'waiting'`;
    return row && { title: `A buyer answered a question about ${row.product}`, body: row.text, link: `/questions/${questionId}`, storefrontId: row.storefrontId };
  },
});

export const questionNotices = [asked, answered];
