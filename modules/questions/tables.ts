import { boolean, check, index, integer, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { belongsTo, scopedBy, searchText, tenantTable } from '#platform/db/tables.ts';
import { products } from '#modules/catalog/index.ts';
import { customerTable } from '#modules/customers/index.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true });

export const QUESTION_STATES = ['waiting', 'published', 'refused'] as const;

export const questions = scopedBy({ by: 'storefronts', column: 'storefront_id' }, tenantTable(
  'questions',
  {
    productId: uuid('product_id').notNull(),
    /** Where it was asked; the mail with the answer leads back there. */
    storefrontId: uuid('storefront_id'),
    customerId: uuid('customer_id'),
    /** The name the public reads. The address is never public. */
    author: text('author').notNull(),
    email: text('email').notNull(),
    text: text('text').notNull(),
    state: text('state', { enum: QUESTION_STATES }).notNull().default('waiting'),
    refusal: text('refusal').notNull().default(''),
    /** How many have the same question: the sum of its votes. */
    votes: integer('votes').notNull().default(0),
    /** Published ones. */
    answers: integer('answers').notNull().default(0),
    searchText: searchText('text', 'author', 'email'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    belongsTo(t, t.productId, products, 'cascade'),
    belongsTo(t, t.customerId, customerTable, 'cascade'),
    index('questions_of_product').on(t.workspaceId, t.productId, t.state),
    index('questions_newest').on(t.workspaceId, t.createdAt, t.id),
    index('questions_of_customer').on(t.workspaceId, t.customerId),
    check('questions_state', sql`state in ('waiting', 'published', 'refused')`),
  ],
));

export const questionAnswers = scopedBy({ by: 'storefronts', column: 'question_id', of: 'questions' }, tenantTable(
  'question_answers',
  {
    questionId: uuid('question_id').notNull(),
    /** Empty: the shop answered. */
    customerId: uuid('customer_id'),
    author: text('author').notNull(),
    text: text('text').notNull(),
    state: text('state', { enum: QUESTION_STATES }).notNull(),
    /** A customer who bought the product here. */
    verified: boolean('verified').notNull().default(false),
    votes: integer('votes').notNull().default(0),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    belongsTo(t, t.questionId, questions, 'cascade'),
    belongsTo(t, t.customerId, customerTable, 'cascade'),
    index('question_answers_of').on(t.workspaceId, t.questionId, t.createdAt),
    uniqueIndex('question_answers_once').on(t.workspaceId, t.questionId, t.customerId).where(sql`customer_id is not null`),
    index('question_answers_of_customer').on(t.workspaceId, t.customerId),
    check('question_answers_state', sql`state in ('waiting', 'published', 'refused')`),
  ],
));

/** "I have that question too" without an answer, "that helped me" with one. */
export const questionVotes = tenantTable(
  'question_votes',
  { questionId: uuid('question_id').notNull(), answerId: uuid('answer_id'), customerId: uuid('customer_id').notNull() },
  (t) => [
    belongsTo(t, t.questionId, questions, 'cascade'),
    belongsTo(t, t.answerId, questionAnswers, 'cascade'),
    belongsTo(t, t.customerId, customerTable, 'cascade'),
    uniqueIndex('question_votes_once').on(t.workspaceId, t.questionId, t.customerId).where(sql`answer_id is null`),
    uniqueIndex('question_votes_once_an_answer').on(t.workspaceId, t.answerId, t.customerId).where(sql`answer_id is not null`),
    index('question_votes_of_customer').on(t.workspaceId, t.customerId),
  ],
);
