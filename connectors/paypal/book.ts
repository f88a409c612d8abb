import { remoteBook } from '#modules/payments/index.ts';
import type { PlatformFee } from './platform-fee.ts';

/** The order as PayPal is asked for it. */
export interface PayPalRequest {
  /** Not sent: whether the payer's consent is to be kept, or what was kept is charged (docs: developer.paypal.com/docs/checkout/save-payment-methods). */
  usage?: 'keep' | 'again';
  /** Not sent as such: what the installation keeps of it. */
  fee?: PlatformFee;
  intent: 'CAPTURE' | 'AUTHORIZE';
  purchase_units: readonly object[];
  payment_source: { paypal: object };
}

export const book = remoteBook<PayPalRequest>('paypal');
