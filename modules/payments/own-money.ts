import { newId } from '#platform/ids.ts';
import type { Money } from '#platform/money.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { paymentCaptured } from './events.ts';
import type { PaymentRow } from './payment.ts';
import { recordFacts } from './record-facts.ts';

interface Tender {
  orderId: string;
  /** The provider whose money lies in our own books: a gift card, store credit. */
  provider: string;
  amount: Money;
  /** Where in those books it came from. */
  token: string;
  last4: string | null;
}

/**
 * Writes down that a part of an order was paid with money the shop keeps in its own books; it has moved in this very transaction, so
 * nobody has to be asked. Comes before the order itself is written. One statement.
 */
export async function recordTender(tx: Tx, { orderId, provider, amount, token, last4 }: Tender): Promise<{ id: string; key: string }> {
  const id = newId();
  const key = `charge-${id}`;
  await tx.sql`
    with p as (
      insert into payments (id, order_id, provider, state, amount, captured, currency, capture, key, token, card_last4, version, created_at)
      values (${id}, ${orderId}, ${provider}, 'captured', ${amount.amount}, ${amount.amount}, ${amount.currency}, 'now', ${key}, ${token}, ${last4}, 1, ${tx.now}) returning id
    ), f as (
      insert into payment_facts (payment_id, kind, reference, amount, key, heard_by, at) select id, 'captured', ${key}, ${amount.amount}, ${key}, 'answer', ${tx.now} from p
    )
    insert into payment_steps (payment_id, kind, amount, key, state, attempts, next_try) select id, 'authorize', ${amount.amount}, ${key}, 'done', 1, ${tx.now} from p`;
  tx.tell(paymentCaptured, { paymentId: id, orderId, amount });
  return { id, key };
}

export interface Returned {
  amount: number;
  reason: string;
}

/**
 * Writes down that money of a payment went back by way of our own books (onto a gift card, into store credit) in this very transaction.
 * The caller has locked the payment and moves the money under the key answered.
 */
export async function recordReturned(tx: Tx, payment: PaymentRow, { amount, reason }: Returned): Promise<{ id: string; key: string }> {
  const id = newId();
  const key = `refund-${id}`;
  await tx.sql`
    insert into payment_steps (id, payment_id, kind, amount, key, state, attempts, reason, next_try)
    values (${id}, ${payment.id}, 'refund', ${amount}, ${key}, 'done', 1, ${reason}, ${tx.now})`;
  await recordFacts(tx, payment, { facts: [{ kind: 'refunded', reference: key, amount, key }], heardBy: 'answer' });
  return { id, key };
}
