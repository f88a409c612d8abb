import { Badge, type Tone } from '#ui/badge.tsx';

export const stateWords: Record<string, string> = { inquiry: 'Inquiry', inquiry_answered: 'Inquiry answered', needs_response: 'Needs an answer', under_review: 'With the bank', won: 'Won', lost: 'Lost', accepted: 'Accepted', refunded: 'Refunded', withdrawn: 'Closed' };
export const reasonWords: Record<string, string> = { fraudulent: 'Not paid by the owner', not_received: 'Not received', not_as_described: 'Not as described', duplicate: 'Charged twice', credit_not_processed: 'Refund missing', subscription_cancelled: 'Subscription cancelled', unrecognized: 'Not recognized', other: 'Other' };

const tones: Record<string, Tone> = { inquiry: 'warn', needs_response: 'bad', inquiry_answered: 'info', under_review: 'info', won: 'good', withdrawn: 'good', lost: 'bad', accepted: 'plain', refunded: 'plain' };

export function DisputeState({ state }: { state: string }) {
  return <Badge tone={tones[state] ?? 'plain'}>{stateWords[state] ?? state}</Badge>;
}

const DAY = 86_400_000;

/** "Due in 3 days"; nothing for what needs no answer. */
export function dueText(respondBy: string | null, state: string, now = Date.now()): string {
  if (!respondBy || (state !== 'inquiry' && state !== 'needs_response')) return '';
  const days = Math.floor((new Date(respondBy).getTime() - now) / DAY);
  if (days < 0) return 'Overdue';
  return days === 0 ? 'Due today' : days === 1 ? 'Due in 1 day' : `Due in ${days} days`;
}
