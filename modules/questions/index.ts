/**
 * Questions about products, and their answers. Words: question (of a guest or a customer), answer (of the shop, or of a customer who
 * bought the product), vote ("I have that question too", "that helped me"). Invariants: nothing is public before the shop has seen
 * it; only buyers and the shop answer; one vote a person; the address of the asker is never public; whoever asked hears of an
 * answer once, by mail.
 */
import { customerParts } from '#modules/customers/index.ts';
import { module } from '#platform/module.ts';
import { mailTheAnswer } from './answer-mail.ts';
import { answerAsBuyer, askQuestion, voteQuestion } from './ask.ts';
import { questionsOfCustomer } from './customer-part.ts';
import * as events from './events.ts';
import { answerAsShop, approveAnswer, publishQuestion, refuseAnswer, refuseQuestion } from './moderate.ts';
import { questionNotices } from './notices.ts';
import { questionAnswers, questions as questionTable, questionVotes } from './tables.ts';
import { productQuestions, questionGet, questionList } from './views.ts';

export const questions = module({
  name: 'questions',
  uses: ['accounts', 'storefronts', 'catalog', 'customers', 'reviews'],
  tables: { questions: questionTable, questionAnswers, questionVotes },
  operations: [publishQuestion, refuseQuestion, answerAsShop, approveAnswer, refuseAnswer, askQuestion, answerAsBuyer, voteQuestion],
  views: [questionList, questionGet, productQuestions],
  events: Object.values(events),
  notices: questionNotices,
  reactions: [mailTheAnswer],
  capabilities: { 'questions:read': 'See questions of shoppers', 'questions:write': 'Answer and refuse questions' },
});

customerParts.add('questions', questionsOfCustomer);

export { publishQuestion, refuseQuestion, answerAsShop, approveAnswer, refuseAnswer, askQuestion, answerAsBuyer, voteQuestion };
export { questionList, questionGet, productQuestions, mailTheAnswer };
export * from './events.ts';
