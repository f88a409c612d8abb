import { paymentProviders, within, type PaymentProvider, type ProviderFact } from '#modules/payments/index.ts';
import { log } from '#platform/log.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Context, Tx } from '#platform/tenancy/context.ts';
import { faultPoint } from '#platform/testing/fault-point.ts';
import { later, MINUTE, now, SECOND } from '#platform/time.ts';
import { lockKnown } from './account.ts';
import { houseContext, onRecord } from './inside.ts';
import { invoiceOf, LEASE } from './invoice.ts';
import { priceBook } from './price-book.ts';
import { sellerContext } from './seller.ts';
import { settleDeclined, settlePaid } from './settle.ts';
import type { Patience } from './standing.ts';

const PROVIDER_TIMEOUT = 10 * SECOND;
/** What somebody wished and the provider never heard of is not charged any more after this time: they are gone. */
const GIVE_UP_AFTER = 15 * MINUTE;

interface Charge {
  id: string;
  invoiceId: string;
  key: string;
  sellerId: string;
  provider: string;
  token: string;
  cardBrand: string | null;
  cardLast4: string | null;
  amount: number;
  currency: string;
  byHand: boolean;
  /** 1 = the provider was never asked before. */
  asks: number;
  createdAt: Date;
  kind: string;
}

type Answer = { state: 'paid' } | { state: 'declined'; sentence: string } | { state: 'asked' };

// The first try belongs to whoever wrote it down, at once; everybody else waits until the lease is over.
const CLAIM = `
with mine as (update billing_charges set asks = asks + 1, next_try = $2 where id = $1 and state = 'asked' and (asks = 0 or next_try <= $3) returning *)
select c.id, c.invoice_id as "invoiceId", c.key, c.seller_id as "sellerId", c.provider, c.token, c.card_brand as "cardBrand", c.card_last4 as "cardLast4", c.amount, c.currency,
  c.by_hand as "byHand", c.asks, c.created_at as "createdAt", i.kind from mine c join billing_invoices i on i.id = c.invoice_id`;

/**
 * Charges what was written down and records what came of it. Safe to call any number of times, from anywhere: whoever finds a charge
 * that was tried before first asks the provider what became of it. Nothing happens when it is done or somebody is at it.
 */
export async function carryOutCharge({ workspaceId }: Pick<Context, 'workspaceId'>, chargeId: string): Promise<void> {
  const ctx = houseContext(workspaceId);
  const [charge] = await ctx.write<Charge>(CLAIM, [chargeId, later(now(), LEASE), now()]);
  if (!charge) return;
  const answer = await ask(charge);
  if (answer.state === 'asked') return waitLonger(ctx, charge);
  const { settings } = await priceBook();
  await onRecord(ctx, { name: 'billing.settle', says: 'Record what became of a charge for the tier' }, async (tx) => {
    await record(tx, charge, answer, settings);
    await faultPoint('billing.before-record');
  });
}

async function ask(charge: Charge): Promise<Answer> {
  const provider = paymentProviders.get(charge.provider);
  const seller = sellerContext(charge.sellerId);
  try {
    const known = charge.asks > 1 ? await within(PROVIDER_TIMEOUT, () => provider.lookup(seller, charge.key)) : undefined;
    if (known && known.length > 0) return answerIn(known);
    if (charge.kind !== 'renewal' && later(charge.createdAt, GIVE_UP_AFTER) < now()) return { state: 'declined', sentence: 'The payment could not be carried out in time. Nothing was charged.' };
    return await act(provider, seller, charge);
  } catch (error) {
    // The provider said no; anything else, and that it is not connected just now, means that nobody knows yet.
    if (error instanceof Refusal && error.code !== 'not_connected') return { state: 'declined', sentence: error.sentence };
    log.warn('A payment provider did not answer about a charge for a tier; it will be asked again.', { charge: charge.id, error: (error as Error).message });
    return { state: 'asked' };
  }
}

async function act(provider: PaymentProvider, seller: Context, { key, amount, currency, token, cardBrand, cardLast4 }: Charge): Promise<Answer> {
  const facts = await within(PROVIDER_TIMEOUT, () => provider.authorize(seller, { key, amount: { amount, currency }, source: { token, brand: cardBrand, last4: cardLast4 }, capture: 'now' }));
  await faultPoint('billing.after-charge');
  return answerIn(facts);
}

// Money that moved outweighs whatever else is told.
function answerIn(facts: readonly ProviderFact[]): Answer {
  if (facts.some(({ kind }) => kind === 'captured')) return { state: 'paid' };
  const no = facts.find(({ kind }) => kind === 'declined' || kind === 'voided');
  return no ? { state: 'declined', sentence: no.sentence ?? 'The payment was declined.' } : { state: 'asked' };
}

// 10 s, 20 s, 40 s ... at most half an hour.
async function waitLonger(ctx: Context, { id, asks }: Charge): Promise<void> {
  await ctx.write(`update billing_charges set next_try = $2 where id = $1 and state = 'asked'`, [id, later(now(), Math.min(30 * MINUTE, 5 * SECOND * 2 ** Math.min(asks, 12)))]);
}

async function record(tx: Tx, charge: Charge, answer: Exclude<Answer, { state: 'asked' }>, patience: Patience): Promise<void> {
  const account = (await lockKnown(tx))!;
  // A token is not kept longer than it is needed here.
  const mine = await tx.sql`
    update billing_charges set state = ${answer.state}, sentence = ${answer.state === 'declined' ? answer.sentence : ''}, token = '' where id = ${charge.id} and state = 'asked' returning id`;
  if (mine.length === 0) return;
  const invoice = await invoiceOf(tx, charge.invoiceId);
  const { sellerId, provider, token, cardBrand: brand, cardLast4: last4, byHand } = charge;
  if (answer.state === 'paid') await settlePaid(tx, account, invoice, { sellerId, provider, token, brand, last4 });
  else await settleDeclined(tx, account, invoice, { ...patience, sentence: answer.sentence, byHand });
}
