import type { Context } from '#platform/tenancy/context.ts';
import type { Account, Hooks } from '#modules/integrations/index.ts';
import { hearOfCharge, hearOfDispute, hearOfGone } from '#modules/payments/index.ts';
import type { Json } from './client.ts';
import { book } from './book.ts';

/** What we want to hear of. */
export const EVENTS = [
  'payment_intent.succeeded', 'payment_intent.payment_failed', 'payment_intent.canceled', 'payment_intent.amount_capturable_updated', 'payment_intent.processing',
  'checkout.session.completed', 'checkout.session.async_payment_succeeded', 'checkout.session.async_payment_failed', 'checkout.session.expired',
  'setup_intent.succeeded', 'setup_intent.setup_failed', 'setup_intent.canceled', 'payment_method.detached',
  'charge.dispute.created', 'charge.dispute.updated', 'charge.dispute.closed', 'charge.dispute.funds_withdrawn', 'charge.dispute.funds_reinstated',
  'charge.refunded', 'charge.refund.updated', 'refund.created', 'refund.updated',
] as const;

/** What a person typed, and what Stripe gave us when we registered our address. */
export function signingSecrets({ secrets }: Account): string[] {
  return [secrets['signingSecret'], secrets['hookSecret']].filter((secret): secret is string => Boolean(secret));
}

/** The charge of ours that an event is about. */
export async function chargeKeyOf(ctx: Context, event: Json): Promise<string | undefined> {
  const object = ((event['data'] as Json | undefined)?.['object'] ?? {}) as Json;
  const named = ((object['metadata'] ?? {}) as Record<string, string>)['charge_key'] ?? (object['client_reference_id'] as string | undefined);
  if (named) return named;
  const intent = object['object'] === 'payment_intent' ? object['id'] : object['payment_intent'];
  return typeof intent === 'string' ? book.keyOf(ctx, intent) : undefined;
}

/** The dispute an event is about. */
export function disputeIn(event: Json): string | undefined {
  const object = ((event['data'] as Json | undefined)?.['object'] ?? {}) as Json;
  return object['object'] === 'dispute' ? String(object['id']) : undefined;
}

/** The card an event says was taken off. */
function detachedIn(event: Json): string | undefined {
  const object = ((event['data'] as Json | undefined)?.['object'] ?? {}) as Json;
  return event['type'] === 'payment_method.detached' ? String(object['id']) : undefined;
}

export const stripeHooks: Hooks = {
  scheme: 'stripe',
  how: 'Add this address under Developers, Webhooks at Stripe and put its signing secret here. With an own key that may do so, Quickdash does it for you.',
  secrets: signingSecrets,
  read(body) {
    const event = JSON.parse(body) as { id?: string; type?: string };
    return { id: event.id ?? '', event: event.type ?? '' };
  },
  accountOf: (body) => (JSON.parse(body) as { account?: string }).account,
  appSecrets: ({ secrets }) => [secrets['signingSecret']].filter((secret): secret is string => Boolean(secret)),
  async hear(ctx, _account, { event, body }) {
    if (!(EVENTS as readonly string[]).includes(event)) return 'ignored';
    const told = JSON.parse(body) as Json;
    const disputed = disputeIn(told);
    if (disputed) return hearOfDispute(ctx, 'stripe', disputed);
    const detached = detachedIn(told);
    if (detached) return hearOfGone(ctx, 'stripe', detached);
    const key = await chargeKeyOf(ctx, told);
    return key ? hearOfCharge(ctx, 'stripe', key) : 'ignored';
  },
};
