import * as z from 'zod';
import { now } from '#platform/time.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { paymentsFor, type Payment } from '#modules/payments/index.ts';
import type { OrderRecord } from './order-record.ts';
import { statusSentence, type FulfilmentState, type PaymentState, type ReturnState } from './order-state.ts';
import type { ShopperOrder } from './storefront-order.ts';

/** What a shopper hears about their payment. */
export const PaymentOutcome = z.object({
  id: z.uuid().nullable().meta({ description: 'null when there was nothing to pay' }),
  state: z.enum(['paid', 'pending', 'declined']),
  message: z.string().nullable(),
  continueAt: z.string().nullable().meta({ description: 'the page of the provider on which the shopper has to go on paying' }),
  keepsOnly: z.boolean().meta({ description: 'nothing is charged: only the way to pay is kept, for a subscription; "paid" then means: kept' }),
});
export type PaymentOutcome = z.infer<typeof PaymentOutcome>;

const outcomes: Record<Payment['state'], PaymentOutcome['state']> = {
  requested: 'pending',
  unknown: 'pending',
  authorized: 'pending',
  captured: 'paid',
  kept: 'paid',
  refunded: 'paid',
  partially_refunded: 'paid',
  charged_back: 'paid',
  declined: 'declined',
  voided: 'declined',
};

export function outcomeOf(payment: Payment): PaymentOutcome {
  const state = outcomes[payment.state];
  return { id: payment.id, state, message: messageOf(payment, state), continueAt: payment.continueAt, keepsOnly: payment.amount.amount === 0 };
}

function messageOf(payment: Payment, state: PaymentOutcome['state']): string | null {
  if (state === 'declined') return payment.sentence || 'The payment was declined. Please try another way to pay.';
  if (state === 'paid') return null;
  if (payment.continueAt) return 'Please go on to the page of the payment provider.';
  return payment.provider === 'manual' ? 'We wait for your payment and then send your order.' : 'Your payment is being confirmed. You need not do anything.';
}

/** The payment of an order that was placed before. */
export async function paymentOf(r: Reader, order: OrderRecord): Promise<PaymentOutcome> {
  const payment = (await paymentsFor(r, order.id)).at(-1);
  return payment ? outcomeOf(payment) : { id: null, state: 'paid', message: null, continueAt: null, keepsOnly: false };
}

/** The order as it stands after its payment's news, which was stored with it in one transaction; saves reading it again. */
export function afterPayment(order: ShopperOrder, payment: Payment): ShopperOrder {
  const to = order.paymentState === 'pending' ? stateAfter(payment) : undefined;
  if (!to) return order;
  const cancelled = to === 'failed';
  const standing = { fulfilmentState: order.fulfilmentState as FulfilmentState, returnState: order.returnState as ReturnState };
  const units = order.lines.reduce((sum, line) => sum + line.quantity, 0);
  const says = payment.state === 'kept' ? 'The way to pay is kept; nothing was charged.' : cancelled ? 'The payment was declined.' : to === 'paid' ? 'Payment received.' : 'The payment was authorized.';
  return {
    ...order,
    paymentState: to,
    cancelled,
    statusSentence: statusSentence({ ...standing, paymentState: to, cancelled, units, unitsSent: 0 }),
    timeline: [...order.timeline, { at: now().toISOString(), says }],
  };
}

function stateAfter(payment: Payment): PaymentState | undefined {
  if (payment.state === 'captured' || payment.state === 'kept') return 'paid';
  if (payment.state === 'declined') return 'failed';
  return payment.state === 'authorized' && payment.provider !== 'manual' ? 'authorized' : undefined;
}
