import type { ProviderFact } from '#modules/payments/index.ts';
import type { Json } from './client.ts';
import { keptBy } from './kept-card.ts';

/** Currencies Stripe counts in hundredths though they have none (docs.stripe.com/currencies). */
const HUNDREDTHS = new Set(['ISK', 'UGX']);

export function toStripe({ amount, currency }: { amount: number; currency: string }): number {
  return HUNDREDTHS.has(currency) ? amount * 100 : amount;
}

export function fromStripe(amount: unknown, currency: unknown): number {
  const count = Number(amount ?? 0);
  return HUNDREDTHS.has(String(currency).toUpperCase()) ? Math.round(count / 100) : count;
}

const idOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : ((value as Json | null | undefined)?.['id'] as string | undefined));

/** What a PaymentIntent, as it stands now, says has happened. The same happening always has the same reference. */
export function factsOfIntent(intent: Json): ProviderFact[] {
  const { id, status, currency } = intent as { id: string; status: string; currency: string };
  const metadata = (intent['metadata'] ?? {}) as Record<string, string>;
  const key = metadata['charge_key'];
  const named = key ? { key } : {};
  if (status === 'succeeded') {
    const step = metadata['capture_key'] ?? key;
    return [{ kind: 'captured', reference: idOf(intent['latest_charge']) ?? id, amount: fromStripe(intent['amount_received'], currency), ...(step && { key: step }), ...cardOf(intent), ...keptBy(intent) }];
  }
  if (status === 'requires_capture') return [{ kind: 'authorized', reference: id, amount: fromStripe(intent['amount_capturable'], currency), ...named, ...keptBy(intent) }];
  if (status === 'canceled') return [{ kind: 'voided', reference: id, amount: 0, ...named }];
  if (status === 'requires_payment_method' && intent['last_payment_error']) return [{ kind: 'declined', reference: id, amount: 0, ...named, sentence: sentenceOf(intent['last_payment_error'] as Json) }];
  return [pending(id, nextPage(intent), named)];
}

// Told only where the charge itself came along; its answers name it by id otherwise.
function cardOf(intent: Json): Pick<ProviderFact, 'card'> {
  const charge = intent['latest_charge'] as { payment_method_details?: { card?: { country?: string | null; fingerprint?: string | null } } } | string | null;
  const card = typeof charge === 'object' ? charge?.payment_method_details?.card : undefined;
  return card ? { card: { country: card.country ?? undefined, mark: card.fingerprint ?? undefined } } : {};
}

function nextPage(intent: Json): string | undefined {
  const next = intent['next_action'] as Json | null | undefined;
  return (next?.['redirect_to_url'] as Json | undefined)?.['url'] as string | undefined;
}

export function pending(reference: string, continueAt: string | undefined, named: { key?: string } = {}): ProviderFact {
  return { kind: 'pending', reference, amount: 0, ...named, ...(continueAt && { continueAt }) };
}

const ASKS = 'Your bank wants you to confirm this payment yourself, so nothing was charged. Please come back and pay.';

export function sentenceOf(error: Json): string {
  if (error['code'] === 'authentication_required' || error['decline_code'] === 'authentication_required') return ASKS;
  return String(error['message'] ?? '') || 'The payment was declined. Please try another way to pay.';
}

/** Refunds that arrived, or did not after all. One that is still on its way is not told yet. */
export function factsOfRefunds(refunds: readonly Json[]): ProviderFact[] {
  return refunds.flatMap((refund): ProviderFact[] => {
    const { id, status, currency } = refund as { id: string; status: string; currency: string };
    const key = ((refund['metadata'] ?? {}) as Record<string, string>)['step_key'];
    const done: ProviderFact = { kind: 'refunded', reference: id, amount: fromStripe(refund['amount'], currency), ...(key && { key }) };
    if (status === 'succeeded') return [done];
    if (status === 'failed' || status === 'canceled') return [done, { ...done, kind: 'refund-failed' }];
    return [];
  });
}
