import type { Context } from '#platform/tenancy/context.ts';
import { requireAccount, type Account } from '#modules/integrations/index.ts';
import type { DisputeFact, DisputeReason, DisputeState, EvidenceField, ProviderDispute, ProviderDisputes } from '#modules/payments/index.ts';
import { book } from './book.ts';
import { askStripe, sendFile, StripeRefused, type Json } from './client.ts';
import { fromStripe } from './facts.ts';

const states: Record<string, DisputeState> = {
  warning_needs_response: 'inquiry',
  warning_under_review: 'inquiry_answered',
  warning_closed: 'withdrawn',
  needs_response: 'needs_response',
  under_review: 'under_review',
  charge_refunded: 'refunded',
  won: 'won',
  lost: 'lost',
};

const reasons: Record<string, DisputeReason> = {
  fraudulent: 'fraudulent',
  product_not_received: 'not_received',
  product_unacceptable: 'not_as_described',
  duplicate: 'duplicate',
  credit_not_processed: 'credit_not_processed',
  subscription_canceled: 'subscription_cancelled',
  unrecognized: 'unrecognized',
};

// Stripe's names of what the shop says (docs.stripe.com/api/disputes/evidence_object).
const names: Record<EvidenceField, string> = {
  productDescription: 'product_description',
  customerName: 'customer_name',
  customerEmail: 'customer_email_address',
  shippingAddress: 'shipping_address',
  shippingCarrier: 'shipping_carrier',
  trackingNumber: 'shipping_tracking_number',
  shippingDate: 'shipping_date',
  refundPolicy: 'refund_policy_disclosure',
  refundRefusal: 'refund_refusal_explanation',
  cancellationPolicy: 'cancellation_policy_disclosure',
  note: 'uncategorized_text',
};
/** Where files go: the pack first, then what the shop added. Each takes one. */
const PLACES = ['uncategorized_file', 'customer_communication', 'shipping_documentation', 'receipt', 'service_documentation', 'customer_signature'] as const;

export const stripeDisputes: ProviderDisputes = {
  async lookup(ctx, reference) {
    const account = await requireAccount(ctx, 'stripe');
    const found = await askStripe(account, { method: 'GET', path: `/v1/disputes/${reference}` }).catch((error: unknown) => {
      if (error instanceof StripeRefused && error.error['code'] === 'resource_missing') return undefined;
      throw error;
    });
    const chargeKey = found && (await chargeKeyOf(ctx, account, found));
    return found && chargeKey ? disputeOf(found, chargeKey) : undefined;
  },
  async submit(ctx, { key, reference, fields, files }) {
    const account = await requireAccount(ctx, 'stripe');
    const evidence: Record<string, string> = Object.fromEntries(Object.entries(fields).map(([field, text]) => [names[field as EvidenceField], text ?? '']));
    for (const [i, file] of files.slice(0, PLACES.length).entries()) evidence[PLACES[i]!] = await sendFile(account, file, `${key}-file-${i}`);
    await askStripe(account, { method: 'POST', path: `/v1/disputes/${reference}`, params: { evidence, submit: true }, key });
  },
  async accept(ctx, { key, reference }) {
    await askStripe(await requireAccount(ctx, 'stripe'), { method: 'POST', path: `/v1/disputes/${reference}/close`, key });
  },
};

// A charge made on Stripe's page is known by the page's id; the payment itself carries our key.
async function chargeKeyOf(ctx: Context, account: Account, dispute: Json): Promise<string | undefined> {
  const intent = dispute['payment_intent'];
  if (typeof intent !== 'string') return undefined;
  const known = await book.keyOf(ctx, intent);
  if (known) return known;
  const found = await askStripe(account, { method: 'GET', path: `/v1/payment_intents/${intent}` });
  return ((found['metadata'] ?? {}) as Record<string, string>)['charge_key'];
}

/** A dispute as Stripe has it, in our words. */
function disputeOf(dispute: Json, chargeKey: string): ProviderDispute {
  const currency = String(dispute['currency']).toUpperCase();
  const details = (dispute['evidence_details'] ?? {}) as { due_by?: number | null };
  const state = states[String(dispute['status'])] ?? 'under_review';
  return {
    reference: String(dispute['id']),
    chargeKey,
    state,
    reason: reasons[String(dispute['reason'])] ?? 'other',
    amount: { amount: fromStripe(dispute['amount'], currency), currency },
    respondBy: details.due_by && (state === 'inquiry' || state === 'needs_response') ? new Date(details.due_by * 1_000) : null,
    openedAt: new Date(Number(dispute['created']) * 1_000),
    facts: ((dispute['balance_transactions'] ?? []) as Json[]).flatMap((moved) => factsOf(moved, dispute)),
  };
}

// Each movement of the balance is one fact, and its fee another. In another currency than the charge's it is the disputed amount that moved.
function factsOf(moved: Json, dispute: Json): DisputeFact[] {
  const [id, amount, fee] = [String(moved['id']), Number(moved['amount'] ?? 0), Number(moved['fee'] ?? 0)];
  const same = String(moved['currency']).toLowerCase() === String(dispute['currency']).toLowerCase();
  const sum = fromStripe(same ? Math.abs(amount) : dispute['amount'], dispute['currency']);
  const facts: DisputeFact[] = amount === 0 ? [] : [{ kind: amount < 0 ? 'dispute-withdrawn' : 'dispute-reinstated', reference: id, amount: sum }];
  if (fee !== 0 && same) facts.push({ kind: fee > 0 ? 'dispute-fee' : 'dispute-fee-returned', reference: `${id}-fee`, amount: fromStripe(Math.abs(fee), dispute['currency']) });
  return facts;
}
