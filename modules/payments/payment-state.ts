import type { FactKind } from './provider.ts';

export const PAYMENT_STATES = ['requested', 'authorized', 'captured', 'declined', 'voided', 'refunded', 'partially_refunded', 'charged_back', 'kept', 'unknown'] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

/** A recorded fact; `unanswered` is our own: we asked and heard nothing. */
export interface Recorded {
  kind: FactKind | 'unanswered';
  amount: number;
}

export interface Standing {
  state: PaymentState;
  captured: number;
  refunded: number;
  /** What banks took back over disputes and have not given again. */
  disputed: number;
  /** What disputes have cost beside that. */
  disputeFees: number;
}

/**
 * What recorded facts add up to. It depends on which facts are known, never on the order in which we heard of them: money that
 * moved always outweighs a decline or a void, so that a late message cannot hide it.
 */
export function standingOf(facts: readonly Recorded[]): Standing {
  const sum = (kind: FactKind) => facts.reduce((total, f) => (f.kind === kind ? total + f.amount : total), 0);
  const captured = sum('captured');
  const refunded = sum('refunded') - sum('refund-failed');
  const disputed = sum('dispute-withdrawn') - sum('dispute-reinstated');
  const disputeFees = sum('dispute-fee') - sum('dispute-fee-returned');
  const state = disputed > 0 ? 'charged_back' : stateOf(new Set(facts.map((f) => f.kind)), captured, refunded);
  return { state, captured, refunded, disputed, disputeFees };
}

function stateOf(known: Set<Recorded['kind']>, captured: number, refunded: number): PaymentState {
  if (refunded > 0) return refunded >= captured ? 'refunded' : 'partially_refunded';
  if (known.has('captured')) return 'captured';
  if (known.has('voided')) return 'voided';
  if (known.has('authorized')) return 'authorized';
  if (known.has('kept')) return 'kept';
  if (known.has('declined')) return 'declined';
  if (known.has('pending')) return 'requested';
  return known.has('unanswered') ? 'unknown' : 'requested';
}
