import { afterAll, beforeAll } from 'vitest';
import { hearOfCharge, paymentProviders } from '#modules/payments/index.ts';
import { conformance } from '#modules/payments/testing.ts';
import type { TestWorkspace } from '#platform/testing/database.ts';
import './index.ts';
import type { StripeDouble } from './double.ts';
import { connectStripe, keyOf, openStripe, SIGNING } from './testing.ts';

let stripe: Awaited<ReturnType<typeof openStripe>>;
beforeAll(async () => {
  stripe = await openStripe();
  losesAnswers(stripe.double);
});
afterAll(() => stripe.close());

/** The card that charges, or is kept, and whose answer is lost. What is kept is asked for again, and answered then. */
function losesAnswers(double: StripeDouble): void {
  const lost = new Set<string>();
  const firstTime = (key = '') => !lost.has(key) && lost.add(key);
  double.chance = ({ path, body, headers }) => (body.includes('pm_lost') && (path === '/v1/payment_intents' || (path === '/v1/setup_intents' && firstTime(headers['idempotency-key']))) ? 'lost' : undefined);
}

const choice = (token: string) => ({ provider: 'stripe', token });

conformance({
  provider: 'stripe',
  takes: 'now',
  prepare: connectStripe,
  choices: { good: choice('pm_card_visa'), declined: choice('pm_card_declined'), losesAnswer: choice('pm_lost_answer'), answersLate: choice('pm_late_bank') },
  again: { good: choice('pm_card_visa'), declined: choice('pm_later_declined'), asks: choice('pm_later_shopper'), losesAnswer: choice('pm_lost_later_answer') },
  alone: {
    good: choice('pm_card_visa'),
    declined: choice('pm_card_declined'),
    losesAnswer: choice('pm_lost_once'),
    page: {
      choice: { provider: 'stripe', returnTo: 'https://shop.example/back' },
      agrees(workspace, key) {
        const session = stripe.double.sessionOf(keyOf(workspace), key)!;
        if (session.status === 'open') stripe.double.setups.keepOnPage(keyOf(workspace), session);
      },
    },
    takeBack(workspace) {
      const methods = [...stripe.double.book(keyOf(workspace)).methods.values()];
      for (const method of methods) method.customer = null;
      return methods.map(({ id }) => id);
    },
  },
  async deliverWebhooks(workspace) {
    for (const intent of stripe.double.book(keyOf(workspace)).intents.values()) {
      if (intent.status === 'processing') stripe.double.decide(intent, 'succeeded');
      await hearOfCharge(workspace.ctx, 'stripe', intent.metadata['charge_key']!);
    }
  },
  async webhook(workspace, chargeKey, [fact]) {
    const provider = paymentProviders.get('stripe');
    await provider.authorize(workspace.ctx, { key: chargeKey, amount: { amount: 2_500, currency: 'AUD' }, source: provider.source(choice('pm_card_visa')), capture: 'now' });
    const book = stripe.double.book(keyOf(workspace));
    const intent = stripe.double.intentOf(keyOf(workspace), chargeKey)!;
    if (fact!.kind === 'refunded' && !book.refunds.has('re_1')) book.refunds.set('re_1', { id: 're_1', object: 'refund', status: 'succeeded', amount: fact!.amount, currency: 'aud', payment_intent: intent.id, metadata: {} });
    return signed(workspace, intent);
  },
});

function signed(workspace: TestWorkspace, intent: object): Request {
  return stripe.double.event(`${SIGNING}_${workspace.workspaceId}`, 'payment_intent.succeeded', intent as Record<string, unknown>);
}
