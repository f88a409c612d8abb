import * as z from 'zod';
import { newId } from '#platform/ids.ts';
import { formatMoney } from '#platform/money.ts';
import { operation } from '#platform/operations/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Context, Tx } from '#platform/tenancy/context.ts';
import { carryOutStep } from './carry-out.ts';
import { paymentStepAsked } from './events.ts';
import { Payment, lockPayment, paymentById, shown, type PaymentRow } from './payment.ts';
import type { StepKind } from './step.ts';

const Answer = z.object({
  payment: Payment,
  step: z.object({ id: z.uuid(), state: z.enum(['waiting', 'done', 'unknown']), amount: z.int().meta({ description: 'Minor units' }) }),
});
type Answer = z.output<typeof Answer>;

const Amount = z.int().min(1).optional().meta({ description: 'Minor units; everything unless given' });

export const capturePayment = operation({
  name: 'payments.capture',
  route: 'POST /payments/:id/capture',
  says: 'Capture a payment',
  needs: 'payments:write',
  input: z.object({ id: z.uuid(), amount: Amount }),
  output: Answer,
  async run(tx, { id, amount }) {
    const payment = await lockPayment(tx, id);
    return capture(tx, payment, { amount: amount ?? payment.amount, reason: '' });
  },
  afterCommit: finish,
});

/** The money of a manual payment (bank transfer, cash) has arrived. */
export const markPaid = operation({
  name: 'payments.mark-paid',
  route: 'POST /payments/:id/mark-paid',
  says: 'Mark a payment as received',
  needs: 'payments:write',
  input: z.object({ id: z.uuid(), amount: Amount, note: z.string().max(200).default('') }),
  output: Answer,
  async run(tx, { id, amount, note }) {
    const payment = await lockPayment(tx, id);
    if (payment.provider !== 'manual') throw new Refusal('not_manual', 'Only manual payments can be marked as received; capture this one.');
    return capture(tx, payment, { amount: amount ?? payment.amount, reason: note });
  },
  afterCommit: finish,
});

export const voidPayment = operation({
  name: 'payments.void',
  route: 'POST /payments/:id/void',
  says: 'Give up a promised payment',
  needs: 'payments:write',
  input: z.object({ id: z.uuid() }),
  output: Answer,
  async run(tx, { id }) {
    const payment = await lockPayment(tx, id);
    refuseUnlessAuthorized(payment, 'given up');
    await refuseWhileOpen(tx, payment, ['capture', 'void']);
    return askFor(tx, payment, 'void', { amount: payment.amount, reason: '' });
  },
  afterCommit: finish,
});

export const refundPayment = operation({
  name: 'payments.refund',
  route: 'POST /payments/:id/refunds',
  says: 'Refund a payment',
  needs: 'payments:write',
  input: z.object({ id: z.uuid(), amount: Amount, reason: z.string().max(200).default('') }),
  output: Answer,
  async run(tx, { id, amount, reason }) {
    const payment = await lockPayment(tx, id);
    const left = await refundRoom(tx, payment);
    const asked = amount ?? left;
    if (left <= 0) throw new Refusal('nothing_to_refund', 'There is nothing left to refund on this payment.');
    if (asked > left) throw new Refusal('refund_too_large', `At most ${formatMoney({ amount: left, currency: payment.currency })} can still be refunded.`, { left });
    return askFor(tx, payment, 'refund', { amount: asked, reason });
  },
  afterCommit: finish,
});

interface Wish {
  amount: number;
  reason: string;
}

async function capture(tx: Tx, payment: PaymentRow, wish: Wish): Promise<Answer> {
  refuseUnlessAuthorized(payment, 'captured');
  if (wish.amount > payment.amount) throw new Refusal('capture_too_large', `At most ${formatMoney(payment)} can be captured.`, { left: payment.amount });
  await refuseWhileOpen(tx, payment, ['capture', 'void']);
  return askFor(tx, payment, 'capture', wish);
}

function refuseUnlessAuthorized(payment: PaymentRow, what: string): void {
  if (payment.state !== 'authorized') throw new Refusal('wrong_state', `Only a promised payment can be ${what}; this one is ${payment.state.replaceAll('_', ' ')}.`, { state: payment.state });
}

async function refuseWhileOpen(tx: Tx, payment: PaymentRow, kinds: StepKind[]): Promise<void> {
  const open = await tx.sql`select 1 from payment_steps where payment_id = ${payment.id} and kind = any(${kinds}) and state in ('waiting', 'unknown')`;
  if (open.length > 0) throw new Refusal('conflict', 'The provider is being asked for a step on this payment already. Wait for its answer.');
}

// Refunds the provider has not confirmed yet count as gone, so that two at once can never exceed what was paid.
export async function refundRoom(tx: Tx, payment: PaymentRow): Promise<number> {
  const [open] = await tx.sql<{ sum: number }>`
    select coalesce(sum(amount), 0)::bigint as sum from payment_steps where payment_id = ${payment.id} and kind = 'refund' and state in ('waiting', 'unknown')`;
  return payment.captured - payment.refunded - payment.disputed - open!.sum;
}

async function askFor(tx: Tx, payment: PaymentRow, kind: 'capture' | 'void' | 'refund', wish: Wish): Promise<Answer> {
  const id = await writeStep(tx, payment, kind, wish);
  return { payment: shown(payment), step: { id, state: 'waiting', amount: wish.amount } };
}

/** Writes down a step; a reaction carries it out unless the caller does. */
export async function writeStep(tx: Tx, payment: PaymentRow, kind: 'capture' | 'void' | 'refund', { amount, reason }: Wish): Promise<string> {
  const id = newId();
  await tx.sql`
    insert into payment_steps (id, payment_id, kind, amount, key, reason, next_try)
    values (${id}, ${payment.id}, ${kind}, ${amount}, ${`${kind}-${id}`}, ${reason}, ${tx.now})`;
  tx.tell(paymentStepAsked, { stepId: id, paymentId: payment.id, kind, amount: { amount, currency: payment.currency } });
  return id;
}

/** Asks the provider, and answers how payment and step stand then. Refuses in the provider's words when it said no. */
async function finish(ctx: Context, { payment, step }: Answer): Promise<Answer> {
  await carryOutStep(ctx, step.id);
  const [row] = await ctx.read((r) => r.sql<{ state: Answer['step']['state'] | 'refused'; sentence: string }>`
    select state, sentence from payment_steps where id = ${step.id}`);
  if (row!.state === 'refused') throw new Refusal('refused_by_provider', row!.sentence);
  return { payment: shown(await ctx.read((r) => paymentById(r, payment.id))), step: { ...step, state: row!.state } };
}
