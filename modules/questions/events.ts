import * as z from 'zod';
import { event } from '#platform/events/event.ts';

const Question = z.object({ questionId: z.uuid(), productId: z.uuid() });

export const questionAsked = event({
  name: 'question.asked',
  says: 'A shopper asked about a product',
  data: Question,
  about: 'questionId',
  live: { channel: 'questions', as: 'question:asked' },
});

/** A buyer's answer waits until somebody approves it. */
export const answerGiven = event({
  name: 'question.answer-given',
  says: 'A buyer answered a question',
  data: Question.extend({ answerId: z.uuid() }),
  about: 'questionId',
  live: { channel: 'questions', as: 'question:answer-given' },
});

/** An answer everybody reads; the asker gets a mail. */
export const questionAnswered = event({
  name: 'question.answered',
  says: 'A question has a new answer',
  data: Question.extend({ answerId: z.uuid() }),
  about: 'questionId',
  live: { channel: 'questions', as: 'question:answered' },
});

export const questionChanged = event({
  name: 'question.changed',
  says: 'Something around a question changed',
  data: Question.extend({ change: z.enum(['published', 'refused', 'vote', 'answer', 'erased']) }),
  about: 'questionId',
  live: { channel: 'questions', as: 'question:changed' },
});
