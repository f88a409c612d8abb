/** The same day so many months later; where that month is shorter, its last day. UTC. */
export function monthsLater(from: Date, months: number): Date {
  const to = new Date(from);
  to.setUTCDate(1);
  to.setUTCMonth(from.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(to.getUTCFullYear(), to.getUTCMonth() + 1, 0)).getUTCDate();
  to.setUTCDate(Math.min(from.getUTCDate(), lastDay));
  return to;
}

export const CARD_STATES = ['valid', 'ended', 'void'] as const;
export type CardState = (typeof CARD_STATES)[number];

export interface Standing {
  endsAt: Date;
  cancelled: boolean;
  /** Units of the line that were neither taken off nor sent back. */
  kept: number;
}

/** Follows from what became of the order; nobody has to remember to void a card. */
export function cardState({ endsAt, cancelled, kept }: Standing, at: Date): CardState {
  if (cancelled || kept <= 0) return 'void';
  return at < endsAt ? 'valid' : 'ended';
}
