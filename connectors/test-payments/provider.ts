import { config } from '#platform/config.ts';
import { newId } from '#platform/ids.ts';
import { log } from '#platform/log.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { SECOND, later, now } from '#platform/time.ts';
import { chargeBook, type ChargeRequest, type PaymentProvider, type ProviderFact } from '#modules/payments/index.ts';
import { behaviourOf, sourceOf, type Behaviour } from './cards.ts';
import { readSigned } from './signature.ts';
import { openDispute, testDisputes } from './disputes.ts';
import { deliverWebhooks } from './webhooks.ts';

const WEBHOOK_AFTER = 2 * SECOND;
const book = chargeBook('test_provider_charges');

/** A payment company that exists in our own database only. It behaves as the card says: see `cards.ts`. */
export const testProvider: PaymentProvider = {
  says: 'Test cards',
  chargesAgain: 'own-token',
  keepsAlone: true,
  source: sourceOf,
  async authorize(ctx, ask) {
    const behaviour = behaviourOf(ask.source.token);
    const facts = await book.open(ctx, ask, firstFacts(behaviour, ask));
    if (behaviour === 'late' || behaviour === 'twice') await planWebhooks(ctx, ask, behaviour);
    await openDisputeOf(ctx, ask, behaviour);
    // The charge went through, but the line went dead before the answer: the worst moment for it.
    if (behaviour === 'silent') throw new Error('the connection to the test provider was lost');
    return facts;
  },
  capture: (ctx, ask) => book.step(ctx, 'capture', ask),
  void: (ctx, ask) => book.step(ctx, 'void', ask),
  refund: (ctx, ask) => book.step(ctx, 'refund', ask),
  async lookup(ctx, key) {
    await settleDue(ctx, key);
    return book.lookup(ctx, key);
  },
  readWebhook: (ctx, message) => readSigned(ctx, message),
  disputes: testDisputes,
};

function firstFacts(behaviour: Behaviour, ask: ChargeRequest): ProviderFact[] {
  const no = refusalOf(behaviour, ask);
  if (no) return [{ kind: 'declined', reference: `ch_${newId()}`, amount: 0, key: ask.key, sentence: no }];
  if (behaviour === 'abroad') return [{ ...success(ask), card: { country: 'FR', mark: 'card_abroad' } }];
  return behaviour === 'late' ? [{ kind: 'pending', reference: `ch_${newId()}`, amount: 0, key: ask.key }] : [success(ask)];
}

// Two cards pay while somebody is there, and do not when they are charged again.
function refusalOf(behaviour: Behaviour, { usage }: ChargeRequest): string | undefined {
  if (behaviour === 'declined' || (behaviour === 'declined-again' && usage === 'again')) return 'Your card was declined. Please use another one.';
  return behaviour === 'asks-again' && usage === 'again' ? 'Your bank wants you to confirm this payment yourself, so nothing was charged. Please come back and pay.' : undefined;
}

function success({ key, amount, capture }: ChargeRequest): ProviderFact {
  return { kind: amount.amount === 0 ? 'kept' : capture === 'now' ? 'captured' : 'authorized', reference: `ch_${newId()}`, amount: amount.amount, key };
}

async function planWebhooks(ctx: Context, ask: ChargeRequest, behaviour: Behaviour): Promise<void> {
  const laterFacts = behaviour === 'late' ? [success(ask)] : [];
  const times = behaviour === 'twice' ? 2 : 1;
  await ctx.transaction((tx) => tx.sql`
    update test_provider_charges set later_facts = ${JSON.stringify(laterFacts)}::jsonb, webhooks = ${times}, due_at = ${later(tx.now, WEBHOOK_AFTER)}
    where key = ${ask.key} and due_at is null`);
  if (config().NODE_ENV !== 'test') deliverSoon(ctx);
}

const OBJECTIONS = { disputed: ['needs_response', 'fraudulent'], 'not-received': ['needs_response', 'not_received'], inquiry: ['inquiry', 'fraudulent'] } as const;

// The card whose owner objects: the message of it comes a moment after the charge.
async function openDisputeOf(ctx: Context, ask: ChargeRequest, behaviour: Behaviour): Promise<void> {
  if (behaviour !== 'disputed' && behaviour !== 'not-received' && behaviour !== 'inquiry') return;
  const [state, reason] = OBJECTIONS[behaviour];
  await openDispute(ctx, ask.key, { state, reason });
  if (config().NODE_ENV !== 'test') deliverSoon(ctx);
}

// The schedule delivers as well; this makes the demo lively. A crash in between costs nothing.
function deliverSoon(ctx: Context): void {
  const timer = setTimeout(() => {
    deliverWebhooks(ctx).catch((error: Error) => log.warn('A test webhook was not delivered; the schedule tries again.', { error: error.message }));
  }, WEBHOOK_AFTER + 200);
  timer.unref();
}

/** What was to happen later has happened once its time has come. */
async function settleDue(ctx: Context, key: string): Promise<void> {
  await ctx.transaction((tx) => tx.sql`
    update test_provider_charges set facts = facts || later_facts, later_facts = '[]' where key = ${key} and due_at <= ${now()} and later_facts <> '[]'`);
}
