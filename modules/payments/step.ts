import type { Context } from '#platform/tenancy/context.ts';
import { SECOND, later, now } from '#platform/time.ts';
import { PAYMENT_COLUMNS, type PaymentRow } from './payment.ts';

export type StepKind = 'authorize' | 'capture' | 'void' | 'refund';

/** A step somebody is about to carry out, and the payment as it stood when they took it. */
export interface Step {
  payment: PaymentRow;
  stepId: string;
  kind: StepKind;
  /** Minor units. */
  amount: number;
  key: string;
  /** 1 = the provider was never asked before. */
  attempts: number;
}

/** How long one caller has a step for itself. Longer than the provider's time-out; only politeness, keys make a second call harmless. */
export const LEASE = 15 * SECOND;

interface Fresh extends Step {
  until: Date;
}

// What this process wrote down a moment ago need not be read again to be carried out. Bounded; an unused entry (its transaction
// rolled back, or the request ended) does no harm.
const fresh = new Map<string, Fresh>();
const MOST_FRESH = 5_000;

export function keepFresh(step: Fresh): void {
  const oldest = fresh.size >= MOST_FRESH ? fresh.keys().next().value : undefined;
  if (oldest) fresh.delete(oldest);
  fresh.set(step.payment.id, step);
}

function takeFresh(paymentId: string): Step | undefined {
  const found = fresh.get(paymentId);
  fresh.delete(paymentId);
  return found && found.until > now() ? found : undefined;
}

const CLAIM = `
with mine as (
  update payment_steps set attempts = attempts + 1, next_try = $2
  where state in ('waiting', 'unknown') and next_try <= $3 and %s
  returning id, payment_id, kind, amount, key, attempts
)
select mine.id as "stepId", mine.kind, mine.amount as "stepAmount", mine.key as "stepKey", mine.attempts, ${PAYMENT_COLUMNS}
from mine join payments p on p.id = mine.payment_id`;
const CLAIM_STEP = CLAIM.replace('%s', 'id = $1');
const CLAIM_CHARGE = CLAIM.replace('%s', `payment_id = $1 and kind = 'authorize'`);

type Claimed = PaymentRow & { stepId: string; kind: StepKind; stepAmount: number; stepKey: string; attempts: number };

/** Takes the charge of a payment for this caller; undefined when it is done or somebody else is at it. */
export async function takeCharge(ctx: Context, paymentId: string): Promise<Step | undefined> {
  return takeFresh(paymentId) ?? claimCharge(ctx, paymentId);
}

/** The same without the first try, which belongs to whoever asked for the payment. */
export async function claimCharge(ctx: Context, paymentId: string): Promise<Step | undefined> {
  return claim(ctx, CLAIM_CHARGE, paymentId);
}

/** Takes a step for this caller; undefined when it is done or somebody else is at it. */
export async function takeStep(ctx: Context, stepId: string): Promise<Step | undefined> {
  return claim(ctx, CLAIM_STEP, stepId);
}

async function claim(ctx: Context, statement: string, id: string): Promise<Step | undefined> {
  const at = now();
  const [row] = await ctx.write<Claimed>(statement, [id, later(at, LEASE), at]);
  if (!row) return undefined;
  const { stepId, kind, stepAmount, stepKey, attempts, ...payment } = row;
  return { payment, stepId, kind, amount: stepAmount, key: stepKey, attempts };
}
