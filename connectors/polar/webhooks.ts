import type { Context } from '#platform/tenancy/context.ts';
import type { Account, Hooks } from '#modules/integrations/index.ts';
import { hearOfCharge } from '#modules/payments/index.ts';
import { book } from './book.ts';
import { hearOfTiers } from './hear-of-tiers.ts';

/** What we want to hear of. */
export const EVENTS = [
  'checkout.updated', 'checkout.expired', 'order.paid', 'order.updated', 'order.refunded', 'refund.created', 'refund.updated',
  'subscription.created', 'subscription.updated', 'subscription.active', 'subscription.canceled', 'subscription.uncanceled', 'subscription.cycled', 'subscription.revoked', 'subscription.past_due',
  'subscription.paused', 'subscription.resumed', 'customer.state_changed', 'customer.deleted', 'product.updated',
] as const;

/** What a person typed, and what Polar gave us when we registered our address. */
export function signingSecrets({ secrets }: Account): string[] {
  return [secrets['signingSecret'], secrets['hookSecret']].filter((secret): secret is string => Boolean(secret));
}

interface Message {
  type?: string;
  data?: { id?: string; checkout_id?: string | null; metadata?: Record<string, unknown>; order?: { checkout_id?: string | null } };
}

/** The charge of ours that a message is about. */
export async function chargeKeyOf(ctx: Context, body: string): Promise<string | undefined> {
  const { data = {} } = JSON.parse(body) as Message;
  const named = data.metadata?.['charge_key'];
  if (typeof named === 'string') return named;
  const checkout = data.checkout_id ?? data.order?.checkout_id ?? data.id;
  return checkout ? book.keyOf(ctx, checkout) : undefined;
}

export const polarHooks: Hooks = {
  scheme: 'polar',
  how: 'Quickdash adds this address to your organization by itself when the token may do so. Otherwise add it at Polar under Settings, Webhooks and put its secret here.',
  secrets: signingSecrets,
  read: (body, headers) => ({ id: headers.get('webhook-id') ?? '', event: (JSON.parse(body) as Message).type ?? '' }),
  async hear(ctx, _account, { event, body }) {
    if (!(EVENTS as readonly string[]).includes(event)) return 'ignored';
    const key = await chargeKeyOf(ctx, body);
    const heard = key ? await hearOfCharge(ctx, 'polar', key) : 'ignored';
    return (await hearOfTiers(ctx, { event, body })) ? 'done' : heard;
  },
};
