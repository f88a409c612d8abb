import { newId } from '#platform/ids.ts';
import type { Money } from '#platform/money.ts';
import { Refusal } from '#platform/refusal.ts';
import { SECOND, later } from '#platform/time.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { paymentMethodAsked, paymentRequested } from './events.ts';
import { shown, type Payment, type PaymentRow } from './payment.ts';
import { keptMethod } from './kept-method.ts';
import { paymentProviders, type PaymentChoice } from './provider.ts';
import { LEASE, keepFresh } from './step.ts';

export interface PaymentAsk {
  orderId: string;
  amount: Money;
  choice: PaymentChoice;
  /** `now` unless told. */
  capture?: 'now' | 'later';
  /** The kept way to pay (`keepMethod`) that this payment begins. */
  keepAs?: string;
}

/** A charge while no shopper is there. */
interface AgainAsk {
  orderId: string;
  amount: Money;
  /** The kept way to pay. */
  methodId: string;
}

/** A way to pay is to be kept while nothing is paid. */
interface KeepAsk {
  /** The order or subscription it is kept for. */
  forId: string;
  currency: string;
  choice: PaymentChoice;
  /** The kept way to pay (`keepMethod`), which waits for the provider. */
  methodId: string;
}

/**
 * Writes down that an order is to be paid, in the order's own transaction; nothing is charged yet. One statement. Call
 * `carryOutPayment` after commit; should the process die before, a reaction does it. Refuses a choice the provider cannot use.
 */
export async function requestPayment(tx: Tx, ask: PaymentAsk): Promise<Payment> {
  requireAmount(ask);
  const { token, brand, last4 } = paymentProviders.get(ask.choice.provider).source(ask.choice);
  // The token of what is kept lies sealed with it.
  const own = ask.keepAs ? { token: '', methodId: ask.keepAs, usage: 'keep' as const } : { token };
  return write(tx, { ...rowOf(tx, ask), ...own, provider: ask.choice.provider, capture: ask.capture ?? 'now', returnTo: ask.choice.returnTo ?? null, cardBrand: brand, cardLast4: last4 });
}

/** Writes down that a way to pay is to be kept without a payment, like `requestPayment`: a payment of nothing that ends `kept`. */
export async function requestKeeping(tx: Tx, { forId, currency, choice, methodId }: KeepAsk): Promise<Payment> {
  const { brand, last4 } = paymentProviders.get(choice.provider).source(choice);
  const row = rowOf(tx, { orderId: forId, amount: { amount: 0, currency } });
  return write(tx, { ...row, provider: choice.provider, methodId, usage: 'keep', returnTo: choice.returnTo ?? null, cardBrand: brand, cardLast4: last4 });
}

/** Writes down that an order is to be paid with what was kept, like `requestPayment`. Two statements. */
export async function requestAgain(tx: Tx, ask: AgainAsk): Promise<Payment> {
  requireAmount(ask);
  const { id: methodId, provider, cardBrand, cardLast4 } = await keptMethod(tx, ask.methodId);
  return write(tx, { ...rowOf(tx, ask), provider, methodId, usage: 'again', cardBrand, cardLast4 });
}

function requireAmount({ amount }: { amount: Money }): void {
  if (amount.amount <= 0) throw new Refusal('invalid', 'There is nothing to pay.');
}

async function write(tx: Tx, payment: PaymentRow): Promise<Payment> {
  const stepId = newId();
  // The first try belongs to this process until the lease is over; nobody else calls the provider meanwhile.
  await tx.sql`
    with p as (
      insert into payments (id, order_id, provider, amount, currency, capture, key, token, method_id, usage, return_to, card_brand, card_last4, created_at)
      values (${payment.id}, ${payment.orderId}, ${payment.provider}, ${payment.amount}, ${payment.currency}, ${payment.capture}, ${payment.key},
        ${payment.token}, ${payment.methodId}, ${payment.usage}, ${payment.returnTo}, ${payment.cardBrand}, ${payment.cardLast4}, ${tx.now}) returning id, key, amount)
    insert into payment_steps (id, payment_id, kind, amount, key, attempts, next_try)
    select ${stepId}, id, 'authorize', amount, key, 1, ${later(tx.now, LEASE)}::timestamptz from p`;
  keepFresh({ payment, stepId, kind: 'authorize', amount: payment.amount, key: payment.key, attempts: 1, until: later(tx.now, 4 * SECOND) });
  if (payment.amount === 0) tx.tell(paymentMethodAsked, { paymentId: payment.id, methodId: payment.methodId! });
  else tx.tell(paymentRequested, { paymentId: payment.id, orderId: payment.orderId, amount: { amount: payment.amount, currency: payment.currency } });
  return shown(payment);
}

function rowOf(tx: Tx, ask: { orderId: string; amount: Money }): PaymentRow {
  const id = newId();
  return {
    id,
    orderId: ask.orderId,
    provider: '',
    state: 'requested',
    amount: ask.amount.amount,
    currency: ask.amount.currency,
    captured: 0,
    refunded: 0,
    disputed: 0,
    disputeFees: 0,
    capture: 'now',
    key: `charge-${id}`,
    token: '',
    methodId: null,
    usage: null,
    returnTo: null,
    continueAt: null,
    cardBrand: null,
    cardLast4: null,
    sentence: '',
    version: 0,
    createdAt: tx.now,
    facts: [],
  };
}
