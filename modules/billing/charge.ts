import type { PaymentProvider, ProviderFact } from '#modules/payments/index.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Context, Tx } from '#platform/tenancy/context.ts';
import { faultPoint } from '#platform/testing/fault-point.ts';
import { later, MINUTE, now, SECOND } from '#platform/time.ts';
import { lockKnown } from './account.ts';
import { askProvider } from './ask-provider.ts';
import { houseContext, onRecord } from './inside.ts';
import { invoiceOf, LEASE } from './invoice.ts';
import { letGoOfKept, requireKept } from './keeping.ts';
import { priceBook } from './price-book.ts';
import { settleDeclined, settlePaid } from './settle.ts';
import type { Patience } from './standing.ts';

/** What somebody wished and the provider never heard of is not charged any more after this time: they are gone. */
const GIVE_UP_AFTER = 15 * MINUTE;

interface Charge {
  id: string;
  invoiceId: string;
  key: string;
  sellerId: string;
  provider: string;
  token: string;
  keptId: string | null;
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
select c.id, c.invoice_id as "invoiceId", c.key, c.seller_id as "sellerId", c.provider, c.token, c.kept_id as "keptId", c.card_brand as "cardBrand", c.card_last4 as "cardLast4", c.amount, c.currency,
  c.by_hand as "byHand", c.asks, c.created_at as "createdAt", i.kind from mine c join billing_invoices i on i.id = c.invoice_id`;

/**
 * Charges what was written down and records what came of it. Safe to call any number of times, from anywhere: whoever finds a charge
 * that was tried before first asks the provider what became of it. Nothing happens when it is done or somebody is at it.
 */
export async function carryOutCharge({ workspaceId }: Pick<Context, 'workspaceId'>, chargeId: string): Promise<void> {
  const ctx = houseContext(workspaceId);
  const [charge] = await ctx.write<Charge>(CLAIM, [chargeId, later(now(), LEASE), now()]);
  if (!charge) return;
  const answer = await ask(ctx, charge);
  if (answer.state === 'asked') return waitLonger(ctx, charge);
  const { settings } = await priceBook();
  await onRecord(ctx, { name: 'billing.settle', says: 'Record what became of a charge for the tier' }, async (tx) => {
    await record(tx, charge, answer, settings);
    await faultPoint('billing.before-record');
  });
}

async function ask(ctx: Context, charge: Charge): Promise<Answer> {
  const said = await askProvider(charge, (provider, seller) => act(ctx, provider, seller, charge));
  if (said instanceof Refusal) return { state: 'declined', sentence: said.sentence };
  return said ? answerIn(said) : { state: 'asked' };
}

async function act(ctx: Context, provider: PaymentProvider, seller: Context, charge: Charge): Promise<ProviderFact[]> {
  if (charge.kind !== 'renewal' && later(charge.createdAt, GIVE_UP_AFTER) < now()) throw new Refusal('too_late', 'The payment could not be carried out in time. Nothing was charged.');
  const { key, amount, currency, keptId, cardBrand: brand, cardLast4: last4 } = charge;
  const token = keptId ? await requireKept(ctx, keptId) : charge.token;
  const facts = await provider.authorize(seller, { key, amount: { amount, currency }, source: { token, brand, last4 }, capture: 'now', ...(keptId && { usage: 'again' as const }) });
  await faultPoint('billing.after-charge');
  return facts;
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
  const { sellerId, provider, token, keptId, cardBrand: brand, cardLast4: last4, byHand } = charge;
  if (answer.state === 'paid') await settlePaid(tx, account, invoice, { sellerId, provider, token, keptId, brand, last4 });
  else await settleDeclined(tx, account, invoice, { ...patience, sentence: answer.sentence, byHand });
  // A card that was given for what it could not pay pays for nothing else.
  if (answer.state === 'declined' && keptId && account.way?.keptId !== keptId) await letGoOfKept(tx, keptId, answer.sentence);
}
