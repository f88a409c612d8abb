import { remoteBook } from '#modules/payments/index.ts';
import type { Params } from './client.ts';

/** What is sent to Stripe for a charge: a payment with a method we hold a token for, or a page of theirs. */
export interface StripeRequest {
  kind: 'intent' | 'session';
  params: Params;
}

export const book = remoteBook<StripeRequest>('stripe');
