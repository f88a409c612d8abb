import { requireAccount } from '#modules/integrations/index.ts';
import type { DisputeFact, DisputeReason, DisputeState, EvidenceField, EvidenceGiven, ProviderDispute, ProviderDisputes } from '#modules/payments/index.ts';
import { askPayPal, PayPalRefused, sendParts, type Json } from './client.ts';
import { fromPayPal } from './facts.ts';

const reasons: Record<string, DisputeReason> = {
  UNAUTHORISED: 'fraudulent',
  MERCHANDISE_OR_SERVICE_NOT_RECEIVED: 'not_received',
  MERCHANDISE_OR_SERVICE_NOT_AS_DESCRIBED: 'not_as_described',
  DUPLICATE_TRANSACTION: 'duplicate',
  CREDIT_NOT_PROCESSED: 'credit_not_processed',
  CANCELED_RECURRING_BILLING: 'subscription_cancelled',
};

const outcomes: Record<string, DisputeState> = {
  RESOLVED_SELLER_FAVOUR: 'won',
  DENIED: 'won',
  RESOLVED_WITH_PAYOUT: 'won',
  CANCELED_BY_BUYER: 'withdrawn',
  NONE: 'withdrawn',
  RESOLVED_BUYER_FAVOUR: 'lost',
  ACCEPTED: 'lost',
};

export const payPalDisputes: ProviderDisputes = {
  async lookup(ctx, reference) {
    const account = await requireAccount(ctx, 'paypal');
    const found = await askPayPal(account, { method: 'GET', path: `/v1/customer/disputes/${reference}` }).catch((error: unknown) => {
      if (error instanceof PayPalRefused && error.answer['name'] === 'RESOURCE_NOT_FOUND') return undefined;
      throw error;
    });
    return found && disputeOf(found);
  },
  async submit(ctx, { key, reference, fields, files }) {
    const account = await requireAccount(ctx, 'paypal');
    const input = { evidences: [{ evidence_type: fields.trackingNumber ? 'PROOF_OF_FULFILLMENT' : 'OTHER', notes: notesOf(fields), ...trackingOf(fields) }] };
    const parts = files.map((file, i) => ({ name: i === 0 ? 'evidence-file' : `evidence-file-${i}`, filename: file.name, contentType: file.contentType, body: file.bytes }));
    await sendParts(account, { path: `/v1/customer/disputes/${reference}/provide-evidence`, parts: [{ name: 'input', contentType: 'application/json', body: JSON.stringify(input) }, ...parts], key });
  },
  async accept(ctx, { key, reference }) {
    const account = await requireAccount(ctx, 'paypal');
    await sendParts(account, { path: `/v1/customer/disputes/${reference}/accept-claim`, parts: [{ name: 'input', contentType: 'application/json', body: JSON.stringify({ note: 'The shop accepts this claim.', accept_claim_type: 'REFUND' }) }], key });
  },
};

const LABELS: Partial<Record<EvidenceField, string>> = { note: '', trackingNumber: 'Tracking number', shippingCarrier: 'Carrier', shippingDate: 'Sent on', refundRefusal: 'Why it was not refunded', productDescription: 'Bought' };

// PayPal takes one text of 2,000 letters; the rest is in the file.
function notesOf(fields: EvidenceGiven['fields']): string {
  const lines = Object.entries(LABELS).flatMap(([field, label]) => (fields[field as EvidenceField] ? [`${label ? `${label}: ` : ''}${fields[field as EvidenceField]}`] : []));
  return lines.join('\n').slice(0, 2_000) || 'Please see the file.';
}

const CARRIERS = new Set(['UPS', 'USPS', 'FEDEX', 'DHL', 'TNT', 'ROYAL_MAIL']);

function trackingOf({ trackingNumber, shippingCarrier = '' }: EvidenceGiven['fields']): object {
  if (!trackingNumber) return {};
  const carrier = shippingCarrier.toUpperCase().replaceAll(/[^A-Z]+/g, '_');
  const known = CARRIERS.has(carrier) ? { carrier_name: carrier } : { carrier_name: 'OTHER', carrier_name_other: shippingCarrier || 'Other' };
  return { evidence_info: { tracking_info: [{ ...known, tracking_number: trackingNumber }] } };
}

interface Transaction {
  custom?: string;
  invoice_number?: string;
}

/** A dispute as PayPal has it, in our words. */
function disputeOf(dispute: Json): ProviderDispute | undefined {
  const [about] = (dispute['disputed_transactions'] ?? []) as Transaction[];
  const chargeKey = about?.custom ?? about?.invoice_number;
  const amount = dispute['dispute_amount'] as { currency_code: string } | undefined;
  if (!chargeKey || !amount) return undefined;
  const state = stateOf(dispute);
  const due = dispute['seller_response_due_date'];
  return {
    reference: String(dispute['dispute_id']),
    chargeKey,
    state,
    reason: reasons[String(dispute['reason'])] ?? 'other',
    amount: { amount: fromPayPal(amount), currency: amount.currency_code },
    respondBy: due && (state === 'inquiry' || state === 'needs_response') ? new Date(String(due)) : null,
    openedAt: new Date(String(dispute['create_time'])),
    facts: factsOf(dispute),
  };
}

function stateOf(dispute: Json): DisputeState {
  const inquiry = dispute['dispute_life_cycle_stage'] === 'INQUIRY';
  if (dispute['status'] === 'RESOLVED') return outcomes[String((dispute['dispute_outcome'] as Json | undefined)?.['outcome_code'])] ?? 'withdrawn';
  if (dispute['status'] === 'WAITING_FOR_SELLER_RESPONSE' || dispute['status'] === 'OPEN') return inquiry ? 'inquiry' : 'needs_response';
  return inquiry ? 'inquiry_answered' : 'under_review';
}

interface Movement {
  affected_party?: string;
  type?: string;
  reason?: string;
  amount?: unknown;
  initiated_time?: string;
}

// A movement has no id of its own; party, reason, way and time name it, and never change.
function factsOf(dispute: Json): DisputeFact[] {
  const id = String(dispute['dispute_id']);
  const movements = ((dispute['money_movements'] ?? []) as Movement[]).filter((each) => each.affected_party === 'SELLER');
  const facts = movements.map((moved): DisputeFact => {
    const [fee, out] = [moved.reason?.endsWith('FEE') ?? false, moved.type === 'DEBIT'];
    const kind = fee ? (out ? 'dispute-fee' : 'dispute-fee-returned') : out ? 'dispute-withdrawn' : 'dispute-reinstated';
    return { kind, reference: `${id}-${moved.reason}-${moved.type}-${moved.initiated_time}`, amount: fromPayPal(moved.amount) };
  });
  const refunded = (dispute['dispute_outcome'] as Json | undefined)?.['amount_refunded'];
  const told = facts.some(({ kind }) => kind === 'dispute-withdrawn');
  return refunded && !told ? [...facts, { kind: 'dispute-withdrawn', reference: `${id}-outcome`, amount: fromPayPal(refunded) }] : facts;
}
