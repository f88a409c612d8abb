export const STATUSES = ['trialing', 'active', 'past_due', 'paused', 'unpaid', 'cancelled'] as const;
export type Status = (typeof STATUSES)[number];

export const RENEWAL_STATES = ['open', 'paid', 'failed', 'skipped'] as const;

export const HAPPENINGS = ['paid', 'failed', 'gave up', 'paused', 'resumed', 'skipped', 'changed', 'cancelled'] as const;
export type Happening = (typeof HAPPENINGS)[number];

/**
 * Where each happening leads; a missing arrow is a refusal. Money and declines may be heard of late, so `paid` and `failed` have an
 * arrow from everywhere. `gave up` is for shops that keep unpaid subscriptions; others cancel.
 */
export const moves: Record<Status, Partial<Record<Happening, Status>>> = {
  trialing: { paid: 'active', failed: 'past_due', paused: 'paused', skipped: 'trialing', changed: 'trialing', cancelled: 'cancelled' },
  active: { paid: 'active', failed: 'past_due', paused: 'paused', skipped: 'active', changed: 'active', cancelled: 'cancelled' },
  past_due: { paid: 'active', failed: 'past_due', 'gave up': 'unpaid', cancelled: 'cancelled' },
  paused: { paid: 'paused', failed: 'past_due', resumed: 'active', changed: 'paused', cancelled: 'cancelled' },
  unpaid: { paid: 'active', failed: 'unpaid', cancelled: 'cancelled' },
  cancelled: { paid: 'cancelled', failed: 'cancelled' },
};

/** The status that follows, or undefined where that cannot happen now. */
export function statusAfter(status: Status, happening: Happening): Status | undefined {
  return moves[status][happening];
}
