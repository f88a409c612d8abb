import type { Money } from '#platform/money.ts';
import type { Context } from '#platform/tenancy/context.ts';

/**
 * inquiry: the bank only asks, no money has moved. withdrawn: it ended without a decision, no money moved in the end.
 * accepted: the shop gave in. refunded: the shop gave the money back on its own.
 */
export const DISPUTE_STATES = ['inquiry', 'inquiry_answered', 'needs_response', 'under_review', 'won', 'lost', 'accepted', 'refunded', 'withdrawn'] as const;
export type DisputeState = (typeof DISPUTE_STATES)[number];

export const DISPUTE_REASONS = ['fraudulent', 'not_received', 'not_as_described', 'duplicate', 'credit_not_processed', 'subscription_cancelled', 'unrecognized', 'other'] as const;
export type DisputeReason = (typeof DISPUTE_REASONS)[number];

/** Money a bank took back over a dispute, gave again, or charged the shop for it. */
export type DisputeMoney = 'dispute-withdrawn' | 'dispute-reinstated' | 'dispute-fee' | 'dispute-fee-returned';

/** One movement of money, always under the same reference. Minor units of the disputed currency. */
export interface DisputeFact {
  kind: DisputeMoney;
  reference: string;
  amount: number;
}

/** A dispute as its provider has it now. */
export interface ProviderDispute {
  /** The provider's id of it. */
  reference: string;
  /** The key the disputed charge was asked with. */
  chargeKey: string;
  state: DisputeState;
  reason: DisputeReason;
  /** What is disputed. */
  amount: Money;
  /** Until when the shop may answer. */
  respondBy: Date | null;
  openedAt: Date;
  /** Money that moved over it so far (`dispute-…`), each movement under a reference of its own. */
  facts: DisputeFact[];
}

/** What the shop says for itself: texts by the names of `EVIDENCE_FIELDS`. */
export interface EvidenceGiven {
  fields: Readonly<Partial<Record<EvidenceField, string>>>;
  /** Everything gathered about the order as one PDF, and what the shop added. */
  files: readonly EvidenceFile[];
}

export interface EvidenceFile {
  name: string;
  contentType: string;
  bytes: Buffer;
}

export const EVIDENCE_FIELDS = ['productDescription', 'customerName', 'customerEmail', 'shippingAddress', 'shippingCarrier', 'trackingNumber', 'shippingDate', 'refundPolicy', 'refundRefusal', 'cancellationPolicy', 'note'] as const;
export type EvidenceField = (typeof EVIDENCE_FIELDS)[number];

interface DisputeAnswer {
  key: string;
  reference: string;
}

/** Disputes at a provider. Calls are idempotent by `key`, and a `Refusal` is a definite no, as everywhere at this port. */
export interface ProviderDisputes {
  lookup: (ctx: Context, reference: string) => Promise<ProviderDispute | undefined>;
  /** Hands in what the shop has to say. Final: it cannot be changed afterwards. */
  submit(ctx: Context, answer: DisputeAnswer & EvidenceGiven): Promise<void>;
  /** The shop gives in: the buyer keeps the money. */
  accept(ctx: Context, answer: DisputeAnswer): Promise<void>;
}
