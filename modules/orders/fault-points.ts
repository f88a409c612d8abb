import { paymentFaultPoints } from '#modules/payments/index.ts';

/** Every place where a crash test ends the process during a checkout, in the order it passes them. */
export const checkoutFaultPoints = [
  'checkout.after-hold',
  'checkout.after-quote',
  'checkout.after-stock',
  'checkout.after-payment-request',
  'checkout.before-commit',
  'checkout.after-commit',
  ...paymentFaultPoints,
  'checkout.after-charge',
  'checkout.before-answer',
] as const;

export type FaultPoint = (typeof checkoutFaultPoints)[number];
