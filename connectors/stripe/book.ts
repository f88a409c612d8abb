import { remoteBook } from '#modules/payments/index.ts';
import type { Params } from './client.ts';

/** What is sent to Stripe for a charge: a payment with a method we hold a token for, a page of theirs, or a method to be kept without a payment. */
export interface StripeRequest {
  kind: 'intent' | 'session' | 'setup';
  params: Params;
}

export const book = remoteBook<StripeRequest>('stripe');
