import { newId } from '#platform/ids.ts';
import type { Money } from '#platform/money.ts';
import { Refusal } from '#platform/refusal.ts';
import { SECOND, later } from '#platform/time.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { paymentRequested } from './events.ts';
import { shown, type Payment, type PaymentRow } from './payment.ts';
import { paymentProviders, type PaymentChoice, type PaymentSource } from './provider.ts';
import { LEASE, keepFresh } from './step.ts';

export interface PaymentAsk {
  orderId: string;
  amount: Money;
  choice: PaymentChoice;
  /** `now` unless told. */
  capture?: 'now' | 'later';
}

/**
 * Writes down that an order is to be paid, in the order's own transaction; nothing is charged yet. One statement. Call
 * `carryOutPayment` after commit; should the process die before, a reaction does it. Refuses a choice the provider cannot use.
 */
export async function requestPayment(tx: Tx, ask: PaymentAsk): Promise<Payment> {
  if (ask.amount.amount <= 0) throw new Refusal('invalid', 'There is nothing to pay.');
  const source = paymentProviders.get(ask.choice.provider).source(ask.choice);
  const payment = rowOf(tx, ask, source);
  const stepId = newId();
  // The first try belongs to this process until the lease is over; nobody else calls the provider meanwhile.
  await tx.sql`
    with p as (
      insert into payments (id, order_id, provider, amount, currency, capture, key, token, return_to, card_brand, card_last4, created_at)
      values (${payment.id}, ${payment.orderId}, ${payment.provider}, ${payment.amount}, ${payment.currency}, ${payment.capture}, ${payment.key},
        ${payment.token}, ${payment.returnTo}, ${payment.cardBrand}, ${payment.cardLast4}, ${tx.now}) returning id, key, amount)
    insert into payment_steps (id, payment_id, kind, amount, key, attempts, next_try)
    select ${stepId}, id, 'authorize', amount, key, 1, ${later(tx.now, LEASE)}::timestamptz from p`;
  keepFresh({ payment, stepId, kind: 'authorize', amount: payment.amount, key: payment.key, attempts: 1, until: later(tx.now, 4 * SECOND) });
  tx.tell(paymentRequested, { paymentId: payment.id, orderId: payment.orderId, amount: ask.amount });
  return shown(payment);
}

function rowOf(tx: Tx, ask: PaymentAsk, source: PaymentSource): PaymentRow {
  const id = newId();
  return {
    id,
    orderId: ask.orderId,
    provider: ask.choice.provider,
    state: 'requested',
    amount: ask.amount.amount,
    currency: ask.amount.currency,
    captured: 0,
    refunded: 0,
    disputed: 0,
    disputeFees: 0,
    capture: ask.capture ?? 'now',
    key: `charge-${id}`,
    token: source.token,
    returnTo: ask.choice.returnTo ?? null,
    continueAt: null,
    cardBrand: source.brand,
    cardLast4: source.last4,
    sentence: '',
    version: 0,
    createdAt: tx.now,
    facts: [],
  };
}
