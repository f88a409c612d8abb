import * as z from 'zod';
import { event } from '#platform/events/event.ts';
import { Money } from '#platform/money.ts';
import { DISPUTE_REASONS, DISPUTE_STATES } from '#modules/payments/index.ts';

const About = z.object({ disputeId: z.uuid(), orderId: z.uuid(), number: z.int().meta({ description: 'of the order' }) });
const live = { channel: 'orders', as: 'order:updated' };

export const disputeOpened = event({
  name: 'dispute.opened',
  says: 'A payment was disputed',
  data: About.extend({ state: z.enum(DISPUTE_STATES), reason: z.enum(DISPUTE_REASONS), amount: Money, respondBy: z.string().nullable() }),
  about: 'disputeId',
  live,
});

export const disputeMoved = event({
  name: 'dispute.moved',
  says: 'A dispute stands elsewhere now',
  data: About.extend({ from: z.enum(DISPUTE_STATES), to: z.enum(DISPUTE_STATES) }),
  about: 'disputeId',
  live,
});

export const disputeChanged = event({
  name: 'dispute.changed',
  says: 'Something was written on a dispute',
  data: About.extend({ change: z.string() }),
  about: 'disputeId',
  live,
});

export const disputeDue = event({
  name: 'dispute.due',
  says: 'A dispute has to be answered soon',
  data: About.extend({ days: z.int(), respondBy: z.string() }),
  about: 'disputeId',
});

/** Something is to be told to the provider. */
export const disputeAnswerAsked = event({
  name: 'dispute.answer-asked',
  says: 'An answer to a dispute is to be handed in',
  data: z.object({ answerId: z.uuid(), disputeId: z.uuid() }),
  about: 'disputeId',
});

export const disputeAnswerRefused = event({
  name: 'dispute.answer-refused',
  says: 'The provider did not take an answer to a dispute',
  data: About.extend({ sentence: z.string() }),
  about: 'disputeId',
});

export const disputeRulesChanged = event({
  name: 'dispute-rules.changed',
  says: 'The rules of automatic refunds changed',
  data: z.object({ ruleId: z.uuid() }),
  about: 'ruleId',
});
