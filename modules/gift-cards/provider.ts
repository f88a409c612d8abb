import { paymentProviders, type PaymentProvider, type ProviderFact, type StepRequest } from '#modules/payments/index.ts';
import { Refusal, notFound } from '#platform/refusal.ts';
import type { Context, Tx } from '#platform/tenancy/context.ts';
import { valueChanged } from './events.ts';
import { moveValueOnce } from './move-value.ts';

interface Spent {
  accountId: string;
  orderId: string | null;
  amount: number;
}

/** Gift cards and store credit as a provider of payments: their money moves in our own books, so nothing is ever unanswered. */
function ownBooks(says: string): PaymentProvider {
  return {
    says,
    ownBooks: true,
    source: () => {
      throw new Refusal('invalid', `${says} is entered at the checkout, beside the way to pay.`);
    },
    authorize: never,
    capture: never,
    void: never,
    refund: (ctx, ask) => ctx.transaction((tx) => giveBack(tx, ask)),
    lookup: (ctx, chargeKey) => factsOf(ctx, chargeKey),
  };
}

async function never(): Promise<ProviderFact[]> {
  throw new Refusal('wrong_state', 'This payment was complete the moment it was made.');
}

async function giveBack(tx: Tx, { key, chargeKey, amount }: StepRequest): Promise<ProviderFact[]> {
  const spent = await spentFor(tx, chargeKey);
  if (!spent) throw notFound('The gift card of this payment');
  await moveValueOnce(tx, { accountId: spent.accountId, kind: 'returned', amount: amount.amount, key, orderId: spent.orderId, note: 'refund' });
  tx.tell(valueChanged, { accountId: spent.accountId });
  return [{ kind: 'refunded', reference: key, amount: amount.amount, key }];
}

async function spentFor(tx: Tx, key: string): Promise<Spent | undefined> {
  const [row] = await tx.sql<Spent>`select account_id as "accountId", order_id as "orderId", -amount as amount from value_entries where key = ${key} and kind = 'spent'`;
  return row;
}

// An account pays an order once, so what came back to it from that order belongs to that one payment.
async function factsOf(ctx: Context, chargeKey: string): Promise<ProviderFact[] | undefined> {
  const rows = await ctx.read((r) => r.sql<{ kind: string; key: string; amount: number }>`
    select e.kind, e.key, abs(e.amount) as amount from value_entries s join value_entries e on e.account_id = s.account_id and e.order_id = s.order_id and e.kind in ('spent', 'returned')
    where s.key = ${chargeKey} and s.kind = 'spent' order by e.at, e.id`);
  return rows.length === 0 ? undefined : rows.map(({ kind, key, amount }) => ({ kind: kind === 'spent' ? 'captured' : 'refunded', reference: key, amount, key }));
}

paymentProviders.provide('gift_card', ownBooks('A gift card'));
paymentProviders.provide('store_credit', ownBooks('Store credit'));
