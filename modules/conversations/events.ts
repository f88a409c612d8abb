import * as z from 'zod';
import { event } from '#platform/events/event.ts';
import { SIDES } from './tables.ts';

/** What was written stays out of it: whoever hears may ask for the conversation. */
export const messageWritten = event({
  name: 'conversation.message-written',
  says: 'A shopper or the shop wrote a message',
  data: z.object({ conversationId: z.uuid(), messageId: z.uuid(), side: z.enum(SIDES), orderId: z.uuid().nullable(), customerId: z.uuid().nullable() }),
  about: 'conversationId',
  live: { channel: 'conversations', as: 'conversation:message-written' },
});

export const conversationChanged = event({
  name: 'conversation.changed',
  says: 'A conversation was read, closed, opened again or erased',
  data: z.object({ conversationId: z.uuid(), change: z.enum(['read', 'closed', 'reopened', 'erased']) }),
  about: 'conversationId',
  live: { channel: 'conversations', as: 'conversation:changed' },
});

export const preparedAnswerChanged = event({
  name: 'prepared-answer.changed',
  says: 'A prepared answer was saved or removed',
  data: z.object({ answerId: z.uuid(), name: z.string() }),
  about: 'answerId',
  live: { channel: 'conversations', as: 'conversation:prepared-answer-changed' },
});
