import { reaction } from '#platform/events/reaction.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Context, Reader } from '#platform/tenancy/context.ts';
import { refundPayment } from '#modules/payments/index.ts';
import { writeTimeline } from '#modules/orders/index.ts';
import { acceptDispute } from './answers.ts';
import { isAnswerable } from './dispute-state.ts';
import { disputeChanged, disputeMoved, disputeOpened } from './events.ts';
import { readDispute, type DisputeRow } from './read-dispute.ts';
import { writeEntry } from './record-dispute.ts';
import { ruleFor, ruleSays, type RuleRow } from './rules.ts';

/** Gives money back as the merchant's rules say: an inquiry is refunded before it becomes a dispute, a dispute is accepted. */
export const refundByRule = reaction<{ disputeId: string }>({
  name: 'disputes.refund-by-rule',
  on: [disputeOpened, disputeMoved] as never,
  async run(ctx, { disputeId }) {
    const dispute = await ctx.read((r) => readDispute(r, disputeId));
    const rule = isAnswerable(dispute.state) && !dispute.answering ? await ctx.read((r) => ruleOf(r, dispute)) : undefined;
    if (!rule) return;
    try {
      await (dispute.state === 'inquiry' ? refund(ctx, dispute, rule) : accept(ctx, dispute, rule));
    } catch (error) {
      // Somebody was quicker, or nothing is left to give back.
      if (!(error instanceof Refusal)) throw error;
    }
  },
});

async function ruleOf(r: Reader, dispute: DisputeRow): Promise<RuleRow | undefined> {
  const rules = await r.sql<RuleRow>`select id, name, reasons, up_to as "upTo", currency, only_unshipped as "onlyUnshipped", accepts_disputes as "acceptsDisputes" from dispute_rules where active order by created_at, id`;
  if (rules.length === 0) return undefined;
  const [order] = await r.sql<{ shipped: boolean }>`select fulfilment_state <> 'unfulfilled' as shipped from orders where id = ${dispute.orderId}`;
  return ruleFor(rules, { inquiry: dispute.state === 'inquiry', reason: dispute.reason, amount: dispute.amount, currency: dispute.currency, shipped: order?.shipped ?? true });
}

async function refund(ctx: Context, dispute: DisputeRow, rule: RuleRow): Promise<void> {
  // One key for ever: carried out again after a crash, nothing is refunded twice.
  await refundPayment.call(ctx, { id: dispute.paymentId, amount: dispute.amount, reason: ruleSays(rule) }, { idempotencyKey: `dispute-refund-${dispute.id}` });
  await note(ctx, dispute, rule);
}

async function accept(ctx: Context, dispute: DisputeRow, rule: RuleRow): Promise<void> {
  await acceptDispute.call(ctx, { id: dispute.id }, { idempotencyKey: `dispute-accept-${dispute.id}` });
  await note(ctx, dispute, rule);
}

async function note(ctx: Context, { id, orderId, orderNumber, state }: DisputeRow, rule: RuleRow): Promise<void> {
  await ctx.transaction(async (tx) => {
    await tx.sql`update disputes set refunded_at = case when ${state === 'inquiry'} then ${tx.now}::timestamptz end where id = ${id}`;
    const noted = await tx.sql`select 1 from dispute_entries where dispute_id = ${id} and kind = 'rule'`;
    if (noted.length > 0) return;
    await tx.sql`update dispute_rules set used = used + 1 where id = ${rule.id}`;
    await writeEntry(tx, id, { kind: 'rule', says: ruleSays(rule) });
    await writeTimeline(tx, { orderId, kind: 'dispute.rule', says: ruleSays(rule) });
    tx.tell(disputeChanged, { disputeId: id, orderId, number: orderNumber, change: 'rule' });
  });
}
