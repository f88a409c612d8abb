import * as z from 'zod';
import { event } from '#platform/events/event.ts';
import { Money } from '#platform/money.ts';

const aboutPayment = z.object({ paymentId: z.uuid(), orderId: z.uuid(), amount: Money });

/** Told for our own reaction; what was kept is a secret and not told. */
export const paymentMethodLetGo = event({
  name: 'payment-method.let-go',
  says: 'A kept way to pay is not needed any more',
  data: z.object({ methodId: z.uuid() }),
  about: 'methodId',
});

/** A way to pay is to be kept, and nothing is to be paid with it now. */
export const paymentMethodAsked = event({
  name: 'payment-method.asked',
  says: 'A way to pay is to be kept without a payment',
  data: z.object({ paymentId: z.uuid(), methodId: z.uuid() }),
  about: 'methodId',
});

/** The shopper took it back at the provider, or the provider removed it; nothing can be charged with it any more. */
export const paymentMethodGone = event({
  name: 'payment-method.gone',
  says: 'A kept way to pay was taken back at the provider',
  data: z.object({ methodId: z.uuid() }),
  about: 'methodId',
});

export const paymentRequested = event({
  name: 'payment.requested',
  says: 'A payment was asked for',
  data: aboutPayment,
  about: 'orderId',
});

export const paymentAuthorized = event({
  name: 'payment.authorized',
  says: 'A payment was promised and can be captured',
  data: aboutPayment,
  about: 'orderId',
});

/** `amount` is what was captured just now. */
export const paymentCaptured = event({
  name: 'payment.captured',
  says: 'A payment was received',
  data: aboutPayment,
  about: 'orderId',
  live: { channel: 'orders', as: 'order:payment-received' },
});

export const paymentDeclined = event({
  name: 'payment.declined',
  says: 'A payment was declined',
  data: aboutPayment.extend({ sentence: z.string() }),
  about: 'orderId',
});

export const paymentVoided = event({
  name: 'payment.voided',
  says: 'A promised payment was given up',
  data: aboutPayment,
  about: 'orderId',
});

/** `amount` is what was refunded just now. */
export const paymentRefunded = event({
  name: 'payment.refunded',
  says: 'A payment was refunded',
  data: aboutPayment,
  about: 'orderId',
  live: { channel: 'analytics', as: 'analytics:updated', shows: [] },
});

/** `amount` is what was taken just now. */
export const paymentChargedBack = event({
  name: 'payment.charged-back',
  says: 'A bank took money of a payment back over a dispute',
  data: aboutPayment,
  about: 'orderId',
});

/** `amount` is what came back just now. */
export const paymentReinstated = event({
  name: 'payment.reinstated',
  says: 'Money of a disputed payment came back',
  data: aboutPayment,
  about: 'orderId',
});

export const paymentUnknown = event({
  name: 'payment.unknown',
  says: 'The provider did not answer; we are finding out what happened',
  data: aboutPayment,
  about: 'orderId',
});

/** A capture, void or refund is to be carried out. */
export const paymentStepAsked = event({
  name: 'payment.step-asked',
  says: 'The provider is to be asked for a further step',
  data: z.object({ stepId: z.uuid(), paymentId: z.uuid(), kind: z.enum(['capture', 'void', 'refund']), amount: Money }),
  about: 'paymentId',
});

/** The provider said no to giving money back that was asked for; nobody is waiting for the answer any more. */
export const refundRefused = event({
  name: 'payment.refund-refused',
  says: 'A refund was refused by the provider',
  data: aboutPayment.extend({ sentence: z.string() }),
  about: 'orderId',
});
