import * as z from 'zod';
import { event } from '#platform/events/event.ts';

export const warrantyRuleChanged = event({
  name: 'warranty.rule-changed',
  says: 'The warranty of a product was set or taken away',
  data: z.object({ productId: z.uuid(), months: z.int().nullable() }),
  about: 'productId',
});

export const warrantyIssued = event({
  name: 'warranty.issued',
  says: 'Warranty cards were made for an order',
  data: z.object({ orderId: z.uuid(), cards: z.int() }),
  about: 'orderId',
});
