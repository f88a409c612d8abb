import * as z from 'zod';
import { event } from '#platform/events/event.ts';
import { Money } from '#platform/money.ts';

const Alert = z.object({ alertId: z.uuid(), kind: z.enum(['restock', 'price', 'search']) });

export const alertAsked = event({
  name: 'alert.asked',
  says: 'A shopper wants to be told by mail',
  data: Alert,
  about: 'alertId',
});

/** The mail is due; the reaction to this sends it once. */
export const alertRang = event({
  name: 'alert.rang',
  says: 'What a shopper waited for has come',
  data: Alert.extend({
    price: Money.optional(),
    before: Money.optional(),
    /** Of one person's saved searches: what is new. */
    matches: z.array(z.object({ alertId: z.uuid(), productIds: z.array(z.uuid()) })).optional(),
  }),
  about: 'alertId',
});

export const alertEnded = event({ name: 'alert.ended', says: 'A shopper does not want to be told any more', data: Alert, about: 'alertId' });
