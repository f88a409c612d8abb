import { Refusal } from '#platform/refusal.ts';
import { log } from '#platform/log.ts';
import { MINUTE, SECOND, later, now } from '#platform/time.ts';
import type { Context, Tx } from '#platform/tenancy/context.ts';
import { faultPoint } from '#platform/testing/fault-point.ts';
import { refundRefused } from './events.ts';
import { tokenOfPayment } from './kept-method.ts';
import { paymentById, shown, type Payment } from './payment.ts';
import { paymentProviders, type PaymentProvider, type ProviderFact } from './provider.ts';
import { recordFacts, type Fact, type News } from './record-facts.ts';
import { claimCharge, takeCharge, takeStep, type Step } from './step.ts';
import { within } from './within.ts';

const PROVIDER_TIMEOUT = 10 * SECOND;
/** A charge the provider never heard of is not attempted any more after this time: the shopper is gone. */
const GIVE_UP_AFTER = 15 * MINUTE;

/**
 * Charges a requested payment and records what came of it; answers how it stands. Safe to call any number of times, from anywhere,
 * also at once: whoever finds a charge that was tried before first asks the provider what became of it.
 */
export async function carryOutPayment(ctx: Context, paymentId: string): Promise<Payment> {
  const step = await takeCharge(ctx, paymentId);
  return step ? carryOut(ctx, step) : shown(await ctx.read((r) => paymentById(r, paymentId)));
}

/** As `carryOutPayment`, for whoever did not ask for the payment: leaves the first try to the one who did. */
export async function carryOutCharge(ctx: Context, paymentId: string): Promise<void> {
  const step = await claimCharge(ctx, paymentId);
  if (step) await carryOut(ctx, step);
}

/** Carries out a capture, void or refund (or a charge) that was asked for. Does nothing when it is done or somebody is at it. */
export async function carryOutStep(ctx: Context, stepId: string): Promise<void> {
  const step = await takeStep(ctx, stepId);
  if (step) await carryOut(ctx, step);
}

async function carryOut(ctx: Context, step: Step): Promise<Payment> {
  const news = await ask(ctx, paymentProviders.get(step.payment.provider), step);
  const payment = await ctx.transaction(async (tx) => {
    const recorded = await recordFacts(tx, step.payment, news);
    tellRefusal(tx, step, news);
    await faultPoint('payment.before-record');
    return recorded;
  });
  await faultPoint('payment.after-record');
  return shown(payment);
}

function tellRefusal(tx: Tx, { kind, payment, amount }: Step, { step }: News): void {
  if (kind !== 'refund' || step?.state !== 'refused') return;
  tx.tell(refundRefused, { paymentId: payment.id, orderId: payment.orderId, amount: { amount, currency: payment.currency }, sentence: step.sentence });
}

async function ask(ctx: Context, provider: PaymentProvider, step: Step): Promise<News> {
  try {
    const earlier = step.attempts > 1 ? await within(PROVIDER_TIMEOUT, () => provider.lookup(ctx, step.payment.key)) : undefined;
    if (earlier && hasHappened(earlier, step)) return heard(step, earlier, 'lookup');
    if (isTooLate(step)) return heard(step, [givenUp(step)], 'lookup');
  } catch (error) {
    return unanswered(step, error as Error);
  }
  return act(ctx, provider, step);
}

async function act(ctx: Context, provider: PaymentProvider, step: Step): Promise<News> {
  await faultPoint('payment.before-charge');
  try {
    const facts = await within(PROVIDER_TIMEOUT, () => request(ctx, provider, step));
    await faultPoint('payment.after-charge');
    return heard(step, facts, 'answer');
  } catch (error) {
    return error instanceof Refusal ? refused(step, error) : unanswered(step, error as Error);
  }
}

async function request(ctx: Context, provider: PaymentProvider, { kind, payment, amount, key }: Step): Promise<ProviderFact[]> {
  const money = { amount, currency: payment.currency };
  if (kind !== 'authorize') return provider[kind](ctx, { key, chargeKey: payment.key, amount: money });
  const source = { token: await tokenOfPayment(ctx, payment), brand: payment.cardBrand, last4: payment.cardLast4 };
  const { capture, usage, returnTo } = payment;
  return provider.authorize(ctx, { key, amount: money, source, capture, ...(usage && { usage }), ...(returnTo && { returnTo }) });
}

function hasHappened(facts: ProviderFact[], step: Step): boolean {
  return step.kind === 'authorize' ? facts.length > 0 : facts.some((f) => f.key === step.key);
}

function isTooLate(step: Step): boolean {
  return step.kind === 'authorize' && step.attempts > 1 && later(step.payment.createdAt, GIVE_UP_AFTER) < now();
}

function givenUp(step: Step): ProviderFact {
  return { kind: 'declined', reference: step.key, amount: 0, sentence: 'The payment could not be carried out in time. Nothing was charged.' };
}

// `pending` means the provider took it and will tell later by webhook; we ask ourselves when it does not.
function heard(step: Step, facts: readonly Fact[], heardBy: News['heardBy']): News {
  const decided = facts.some((f) => f.kind !== 'pending');
  return { facts, heardBy, step: { id: step.stepId, state: decided ? 'done' : 'waiting', nextTry: nextTry(step), sentence: '' } };
}

function refused(step: Step, { sentence }: Refusal): News {
  const facts: Fact[] = step.kind === 'authorize' ? [{ kind: 'declined', reference: step.key, amount: 0, sentence }] : [];
  return { facts, heardBy: 'answer', step: { id: step.stepId, state: 'refused', nextTry: nextTry(step), sentence } };
}

function unanswered(step: Step, error: Error): News {
  log.warn('A payment provider did not answer; we will ask what happened.', { paymentId: step.payment.id, step: step.kind, error: error.message });
  const facts: Fact[] = step.kind === 'authorize' ? [{ kind: 'unanswered', reference: step.key, amount: 0 }] : [];
  return { facts, heardBy: 'answer', step: { id: step.stepId, state: 'unknown', nextTry: nextTry(step), sentence: '' } };
}

// 10 s, 20 s, 40 s ... at most half an hour.
function nextTry(step: Step): Date {
  return later(now(), Math.min(30 * MINUTE, 5 * SECOND * 2 ** Math.min(step.attempts, 12)));
}
