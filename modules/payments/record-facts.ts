import type { Tx } from '#platform/tenancy/context.ts';
import { paymentAuthorized, paymentCaptured, paymentChargedBack, paymentDeclined, paymentRefunded, paymentReinstated, paymentUnknown, paymentVoided, refundRefused } from './events.ts';
import { recordKept } from './kept-method.ts';
import { paymentById, shown, type Payment, type PaymentRow } from './payment.ts';
import { standingOf, type Recorded, type Standing } from './payment-state.ts';
import type { ProviderFact } from './provider.ts';

export type Fact = Omit<ProviderFact, 'kind'> & { kind: Recorded['kind'] };

/** What is to be written: facts, how we heard of them, and what becomes of the step that asked. */
export interface News {
  facts: readonly Fact[];
  heardBy: 'answer' | 'webhook' | 'lookup';
  step?: { id: string; state: 'waiting' | 'done' | 'refused' | 'unknown'; nextTry: Date; sentence: string };
}

type Follower = (tx: Tx, payment: Payment, before: Payment) => Promise<void>;
let followers: Follower[] = [];

/**
 * Runs in the same transaction as every change of a payment's state or sums (answer, webhook, lookup, refund), so that what stands
 * on top of payments is never out of step. For modules above; declared once, at load.
 */
export function followPayments(follower: Follower): void {
  followers.push(follower);
}

/** Test support: payments on their own, for orders that do not exist. Returns a function that brings the followers back. */
export function pauseFollowers(): () => void {
  const paused = followers;
  followers = [];
  return () => {
    followers = [...paused, ...followers];
  };
}

// Only whoever has seen all earlier facts (`version`) may write new ones, so state and sums always belong to the stored facts.
const RECORD = `
with p as (
  update payments set state = $2, captured = $3, refunded = $4, provider_reference = coalesce(provider_reference, $5), sentence = $6,
    continue_at = coalesce($19, continue_at), disputed = $20, dispute_fees = $21, card_country = coalesce(card_country, $22), card_mark = coalesce(card_mark, $23),
    version = version + 1, updated_at = $7::timestamptz
  where id = $1 and version = $8 returning id
), facts as (
  insert into payment_facts (payment_id, kind, reference, amount, key, sentence, heard_by, at)
  select p.id, f.kind, f.reference, f.amount, f.key, f.sentence, $9, $7::timestamptz
  from p, unnest($10::text[], $11::text[], $12::bigint[], $13::text[], $14::text[]) as f(kind, reference, amount, key, sentence)
), steps as (
  update payment_steps s set state = case when s.id = $15::uuid then $16 else 'done' end, next_try = coalesce($17::timestamptz, s.next_try),
    sentence = case when s.id = $15::uuid then $18 else s.sentence end
  from p where s.payment_id = p.id and (s.id = $15::uuid or (s.key = any($13::text[]) and s.kind <> 'authorize'))
)
select id from p`;

/** Writes news of a payment in one statement when `seen` is still the newest, else reads again and tries anew. */
export async function recordFacts(tx: Tx, seen: PaymentRow, news: News): Promise<PaymentRow> {
  await recordKept(tx, seen, news.facts);
  for (let row = seen, tries = 0; tries < 10; tries++, row = await paymentById(tx, seen.id)) {
    const fresh = news.facts.filter((f) => !row.facts.some((k) => k.kind === f.kind && k.reference === f.reference));
    if (fresh.length === 0 && !news.step) return row;
    const standing = standingOf([...row.facts, ...fresh]);
    const sentence = standing.state === 'declined' ? (fresh.find((f) => f.sentence)?.sentence ?? row.sentence) : '';
    const written = await tx.query(RECORD, valuesOf(tx, row, { ...news, facts: fresh }, { ...standing, sentence }));
    if (written.length === 0) continue;
    const after = { ...row, ...standing, sentence, continueAt: fresh.find((f) => f.continueAt)?.continueAt ?? row.continueAt, version: row.version + 1, facts: [...row.facts, ...fresh] };
    await tellChange(tx, row, after);
    return after;
  }
  throw new Error(`the payment ${seen.id} changed ten times while its news was written`);
}

function valuesOf(tx: Tx, row: PaymentRow, { facts, heardBy, step }: News, standing: Standing & { sentence: string }): unknown[] {
  return [
    row.id, standing.state, standing.captured, standing.refunded, facts[0]?.kind === 'unanswered' || facts[0]?.kind.startsWith('dispute-') ? null : (facts[0]?.reference ?? null),
    standing.sentence, tx.now, row.version, heardBy,
    facts.map((f) => f.kind), facts.map((f) => f.reference), facts.map((f) => f.amount), facts.map((f) => f.key ?? null), facts.map((f) => f.sentence ?? ''),
    step?.id ?? null, step?.state ?? null, step?.nextTry ?? null, step?.sentence ?? '', facts.find((f) => f.continueAt)?.continueAt ?? null, standing.disputed, standing.disputeFees,
    facts.find((f) => f.card?.country)?.card?.country ?? null, facts.find((f) => f.card?.mark)?.card?.mark ?? null,
  ];
}

async function tellChange(tx: Tx, before: PaymentRow, after: PaymentRow): Promise<void> {
  if (after.amount > 0) tellMoney(tx, before, after);
  const moved = after.state !== before.state || after.captured !== before.captured || after.refunded !== before.refunded || after.disputed !== before.disputed;
  if (moved) for (const follow of followers) await follow(tx, shown(after), shown(before));
}

// Where only a way to pay is to be kept there is no money to tell of.
function tellMoney(tx: Tx, before: PaymentRow, after: PaymentRow): void {
  const about = (amount: number) => ({ paymentId: after.id, orderId: after.orderId, amount: { amount, currency: after.currency } });
  if (after.captured > before.captured) tx.tell(paymentCaptured, about(after.captured - before.captured));
  if (after.refunded < before.refunded) tx.tell(refundRefused, { ...about(before.refunded - after.refunded), sentence: 'The refund was on its way and did not arrive. The money is back with you; please refund in another way.' });
  if (after.refunded > before.refunded) tx.tell(paymentRefunded, about(after.refunded - before.refunded));
  tellDisputed(tx, before, after);
  if (after.state !== before.state) {
    if (after.state === 'authorized') tx.tell(paymentAuthorized, about(after.amount));
    if (after.state === 'declined') tx.tell(paymentDeclined, { ...about(after.amount), sentence: after.sentence });
    if (after.state === 'voided') tx.tell(paymentVoided, about(after.amount));
    if (after.state === 'unknown') tx.tell(paymentUnknown, about(after.amount));
  }
}

function tellDisputed(tx: Tx, before: PaymentRow, after: PaymentRow): void {
  const more = after.disputed - before.disputed;
  if (more === 0) return;
  tx.tell(more > 0 ? paymentChargedBack : paymentReinstated, { paymentId: after.id, orderId: after.orderId, amount: { amount: Math.abs(more), currency: after.currency } });
}
