import * as z from 'zod';
import { event } from '#platform/events/event.ts';
import { Money } from '#platform/money.ts';

export const giftCardIssued = event({
  name: 'gift-card.issued',
  says: 'A gift card was issued',
  data: z.object({ giftCardId: z.uuid(), value: Money, orderId: z.uuid().nullable() }),
  about: 'giftCardId',
});

export const valueChanged = event({
  name: 'gift-card.changed',
  says: 'A gift card or a store credit changed',
  data: z.object({ accountId: z.uuid() }),
  about: 'accountId',
  live: { channel: 'customers', as: 'gift-card:updated' },
});
