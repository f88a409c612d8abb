import { later } from '#platform/time.ts';
import type { EndpointRow } from './endpoint.ts';
import { DISABLED_AFTER, pauseAfter, restAfter } from './retry-plan.ts';

/** What the receiver did with a delivery. */
export interface Outcome {
  status: number | null;
  answer: string;
  error: string;
  /** How long the receiver wants us to wait, ms. */
  wish: number | undefined;
}

/** What becomes of a delivery after a try. */
export interface DeliveryNext {
  state: 'waiting' | 'delivered' | 'failed';
  attempts: number;
  nextAttempt: Date | null;
  lastStatus: number | null;
  lastError: string;
}

/** What is known of an endpoint, moved on by each try. */
export type Health = Pick<EndpointRow, 'state' | 'reason' | 'failures' | 'failingSince' | 'restUntil' | 'lastDeliveredAt' | 'lastError' | 'lastErrorAt'>;

const GONE = 410;

export function arrived({ status }: Outcome): boolean {
  return status !== null && status >= 200 && status < 300;
}

export function saysOf({ status, error }: Outcome): string {
  return error || `It answered ${status}.`;
}

/** The delivery after a try; what has once arrived stays delivered. `chance` (0..1) spreads the next tries. */
export function nextOf(delivery: { state: DeliveryNext['state']; attempts: number }, outcome: Outcome, { at, endpoint, chance }: { at: Date; endpoint: Health; chance: number }): DeliveryNext {
  const attempts = delivery.attempts + 1;
  if (arrived(outcome) || delivery.state === 'delivered') return { state: 'delivered', attempts, nextAttempt: null, lastStatus: outcome.status, lastError: '' };
  const pause = endpoint.state === 'disabled' ? undefined : pauseAfter(attempts, outcome.wish, chance);
  const told = { attempts, lastStatus: outcome.status, lastError: saysOf(outcome) };
  return pause === undefined ? { ...told, state: 'failed', nextAttempt: null } : { ...told, state: 'waiting', nextAttempt: later(at, pause) };
}

/** The endpoint after a try. While it rests everything for it waits; the first to be tried afterwards tells whether it is back. */
export function healthAfter(before: Health, outcome: Outcome, at: Date): Health {
  if (arrived(outcome)) return { ...before, failures: 0, failingSince: null, restUntil: null, lastDeliveredAt: at };
  const failingSince = before.failingSince ?? at;
  const failures = before.failures + 1;
  const pause = restAfter(failures);
  const after = { ...before, failures, failingSince, restUntil: pause > 0 ? later(at, pause) : null, lastError: saysOf(outcome), lastErrorAt: at };
  const reason = before.state === 'disabled' ? undefined : whyToDisable(outcome, at.getTime() - failingSince.getTime());
  return reason ? { ...after, state: 'disabled', reason } : after;
}

function whyToDisable(outcome: Outcome, failingFor: number): string | undefined {
  if (outcome.status === GONE) return 'The receiver said that the address is gone (410).';
  return failingFor >= DISABLED_AFTER ? `It has not answered for five days. ${saysOf(outcome)}` : undefined;
}
