import { remoteBook } from '#modules/payments/index.ts';

/** The order as PayPal is asked for it. */
export interface PayPalRequest {
  intent: 'CAPTURE' | 'AUTHORIZE';
  purchase_units: readonly object[];
  payment_source: { paypal: object };
}

export const book = remoteBook<PayPalRequest>('paypal');
