import type { DisputeState } from '#modules/payments/index.ts';

/** Where a dispute may go from where it stands. A missing arrow is a message that says nothing new. */
export const disputeMoves: Record<DisputeState, readonly DisputeState[]> = {
  inquiry: ['inquiry_answered', 'needs_response', 'under_review', 'won', 'lost', 'accepted', 'refunded', 'withdrawn'],
  // The bank may ask once more.
  inquiry_answered: ['inquiry', 'needs_response', 'under_review', 'won', 'lost', 'accepted', 'refunded', 'withdrawn'],
  needs_response: ['under_review', 'won', 'lost', 'accepted', 'refunded', 'withdrawn'],
  under_review: ['needs_response', 'won', 'lost', 'accepted', 'refunded', 'withdrawn'],
  // Banks decide again: an appeal, a second round.
  won: ['needs_response', 'under_review', 'lost'],
  lost: ['needs_response', 'under_review', 'won'],
  withdrawn: ['inquiry', 'needs_response', 'under_review', 'won', 'lost'],
  accepted: ['won'],
  refunded: ['won', 'lost'],
};

function mayMove(from: DisputeState, to: DisputeState): boolean {
  return disputeMoves[from].includes(to);
}

const CLOSED: readonly DisputeState[] = ['won', 'lost', 'accepted', 'refunded', 'withdrawn'];

export function isClosed(state: DisputeState): boolean {
  return CLOSED.includes(state);
}

/** The shop may still hand something in, or give in. */
export function isAnswerable(state: DisputeState): boolean {
  return state === 'inquiry' || state === 'needs_response';
}

/** What the shop itself did about it. */
interface Done {
  accepted: boolean;
  refunded: boolean;
}

/** Providers do not tell a dispute that was given up from one that was lost; we know which it was. */
export function stateHeard(heard: DisputeState, { accepted, refunded }: Done): DisputeState {
  if (accepted && heard === 'lost') return 'accepted';
  if (refunded && (heard === 'withdrawn' || heard === 'won')) return 'refunded';
  return heard;
}

/** Where a dispute stands after news. News that nothing leads to changes nothing. */
export function stateAfter(from: DisputeState, heard: DisputeState, news: Done): DisputeState {
  const to = stateHeard(heard, news);
  return mayMove(from, to) ? to : from;
}

const sentences: Record<DisputeState, string> = {
  inquiry: 'The bank asks about this payment. No money has moved yet: answer, or refund it.',
  inquiry_answered: 'The bank has the answer. No money has moved yet.',
  needs_response: 'The bank took the money back. Hand in evidence, or accept the dispute.',
  under_review: 'The evidence is with the bank. It decides.',
  won: 'Won: the money came back.',
  lost: 'Lost: the buyer keeps the money.',
  accepted: 'Accepted: the buyer keeps the money.',
  refunded: 'Refunded before it became a dispute.',
  withdrawn: 'Closed without a decision against the shop.',
};

/** Where it stands, in one line. */
export function disputeSentence(state: DisputeState): string {
  return sentences[state];
}
