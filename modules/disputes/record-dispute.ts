import { newId } from '#platform/ids.ts';
import { formatMoney } from '#platform/money.ts';
import { actorName } from '#platform/tenancy/actor.ts';
import type { Reader, Tx } from '#platform/tenancy/context.ts';
import { followDisputes, type DisputeReason, type DisputeState, type Payment, type ProviderDispute } from '#modules/payments/index.ts';
import { writeTimeline } from '#modules/orders/index.ts';
import { disputeSentence, isClosed, stateAfter } from './dispute-state.ts';
import { disputeChanged, disputeMoved, disputeOpened } from './events.ts';

followDisputes({ seen: versionOf, follow: recordDispute });

async function versionOf(r: Reader, provider: string, reference: string): Promise<number> {
  const [row] = await r.sql<{ version: number }>`select version from disputes where provider = ${provider} and reference = ${reference}`;
  return row?.version ?? 0;
}

interface Known {
  id: string;
  orderId: string;
  number: number;
  state: DisputeState;
  accepted: boolean;
  refunded: boolean;
  respondBy: Date | null;
  version: number;
}

/**
 * Writes down how a dispute stands at its provider, in the transaction that recorded the money it moved. The payment is locked, so
 * messages of one dispute stand in line.
 */
async function recordDispute(tx: Tx, payment: Payment, heard: ProviderDispute, seen: number): Promise<'written' | 'stale'> {
  const [known] = await tx.sql<Known>`
    select id, order_id as "orderId", order_number as number, state, accepted_at is not null as accepted, refunded_at is not null as refunded, respond_by as "respondBy", version
    from disputes where provider = ${payment.provider} and reference = ${heard.reference} for update`;
  // Whoever writes has asked the provider after everything that stands here was written.
  if ((known?.version ?? 0) !== seen) return 'stale';
  await (known ? follow(tx, known, heard) : open(tx, payment, heard));
  return 'written';
}

const reasons: Record<DisputeReason, string> = {
  fraudulent: 'the owner of the card says they did not pay',
  not_received: 'nothing was received',
  not_as_described: 'it is not what was described',
  duplicate: 'it was charged twice',
  credit_not_processed: 'a promised refund did not come',
  subscription_cancelled: 'a subscription was cancelled',
  unrecognized: 'the payment is not recognized',
  other: 'no reason was given',
};

async function open(tx: Tx, payment: Payment, heard: ProviderDispute): Promise<void> {
  const id = newId();
  const { withdrawn, fee } = moneyOf(heard);
  const [order] = await tx.sql<{ number: number; customerId: string | null }>`select number, customer_id as "customerId" from orders where id = ${payment.orderId}`;
  if (!order) return;
  await tx.sql`
    insert into disputes (id, order_id, order_number, customer_id, payment_id, provider, reference, state, reason, amount, currency, withdrawn, fee, respond_by, opened_at, closed_at, version)
    values (${id}, ${payment.orderId}, ${order.number}, ${order.customerId}, ${payment.id}, ${payment.provider}, ${heard.reference}, ${heard.state}, ${heard.reason},
      ${heard.amount.amount}, ${heard.amount.currency}, ${withdrawn}, ${fee}, ${heard.respondBy}, ${heard.openedAt}, ${isClosed(heard.state) ? tx.now : null}, 1)`;
  const says = `${formatMoney(heard.amount)} disputed: ${reasons[heard.reason]}.`;
  await writeEntry(tx, id, { kind: 'opened', says });
  await writeTimeline(tx, { orderId: payment.orderId, kind: 'dispute.opened', says });
  const about = { disputeId: id, orderId: payment.orderId, number: order.number };
  tx.tell(disputeOpened, { ...about, state: heard.state, reason: heard.reason, amount: heard.amount, respondBy: heard.respondBy?.toISOString() ?? null });
}

async function follow(tx: Tx, known: Known, heard: ProviderDispute): Promise<void> {
  const to = stateAfter(known.state, heard.state, known);
  const { withdrawn, fee } = moneyOf(heard);
  await tx.sql`
    update disputes set state = ${to}, withdrawn = ${withdrawn}, fee = ${fee}, version = version + 1, amount = ${heard.amount.amount},
      respond_by = coalesce(${heard.respondBy}::timestamptz, respond_by), warned_days = case when ${heard.respondBy}::timestamptz > respond_by then null else warned_days end,
      closed_at = case when ${isClosed(to)} then coalesce(closed_at, ${tx.now}::timestamptz) end
    where id = ${known.id} and (state, withdrawn, fee, amount, respond_by)
      is distinct from (${to}::text, ${withdrawn}::bigint, ${fee}::bigint, ${heard.amount.amount}::bigint, coalesce(${heard.respondBy}::timestamptz, respond_by))`;
  if (heard.respondBy && heard.respondBy.getTime() !== known.respondBy?.getTime()) tx.tell(disputeChanged, { disputeId: known.id, orderId: known.orderId, number: known.number, change: 'deadline' });
  if (to === known.state) return;
  await writeEntry(tx, known.id, { kind: `state.${to}`, says: disputeSentence(to) });
  if (isClosed(to)) await writeTimeline(tx, { orderId: known.orderId, kind: `dispute.${to}`, says: `Dispute: ${disputeSentence(to)}` });
  tx.tell(disputeMoved, { disputeId: known.id, orderId: known.orderId, number: known.number, from: known.state, to });
}

function moneyOf({ facts }: ProviderDispute): { withdrawn: number; fee: number } {
  const sum = (kind: string) => facts.reduce((total, fact) => (fact.kind === kind ? total + fact.amount : total), 0);
  return { withdrawn: Math.max(0, sum('dispute-withdrawn') - sum('dispute-reinstated')), fee: sum('dispute-fee') - sum('dispute-fee-returned') };
}

/** Adds a line to a dispute's timeline. One statement. */
export async function writeEntry(tx: Tx, disputeId: string, { kind, says }: { kind: string; says: string }): Promise<void> {
  await tx.sql`insert into dispute_entries (dispute_id, kind, says, by_name, at) values (${disputeId}, ${kind}, ${says}, ${actorName(tx.actor)}, ${tx.now})`;
}
