import { log } from '../log.ts';
import { Refusal } from '../refusal.ts';
import { MINUTE, now } from '../time.ts';
import { forgetBudgetsBefore, leaseBudget, returnBudget } from './budget.ts';

export interface Taken {
  ok: boolean;
  limit: number;
  /** What is left of the minute, as far as this process knows. */
  remaining: number;
  /** Seconds until the next minute begins. */
  resetSeconds: number;
}

export interface RateLimiter {
  /**
   * Counts one request against `limit` per minute. Answers at once while this process holds a lease of the budget,
   * otherwise after one SQL statement. `key` carries the workspace.
   */
  take(key: string, limit: number): Taken | Promise<Taken>;
  /** The same while a lease is held; otherwise undefined, and nothing was counted. */
  takeAtOnce(key: string, limit: number): Taken | undefined;
  close(): Promise<void>;
}

interface Lease {
  minute: number;
  left: number;
  used: number;
  wanted: number;
  takenAt: number;
  askedAt: number;
  asking: Promise<void> | undefined;
}

const IDLE_MILLIS = 5_000;
const ASK_AGAIN_MILLIS = 1_000;
const MINUTES_KEPT = 2;

/** Fixed windows of one minute, shared by all processes. */
export function createRateLimiter(options: { tidyMillis?: number } = {}): RateLimiter {
  const leases = new Map<string, Lease>();
  const timer = setInterval(() => void tidy(leases).catch(reportUntidy), options.tidyMillis ?? IDLE_MILLIS);
  timer.unref();
  return {
    takeAtOnce: (key, limit) => takeNow(leases, key, limit),
    take: (key, limit) => takeNow(leases, key, limit) ?? takeLater(leases, key, limit),
    close: async () => {
      clearInterval(timer);
      await Promise.all([...leases].map(([key, lease]) => giveBack(key, lease)));
    },
  };
}

/** The standard response headers (draft-ietf-httpapi-ratelimit-headers-03), and Retry-After when refused. */
export function rateLimitHeaders(taken: Taken): Record<string, string> {
  return {
    'RateLimit-Limit': String(taken.limit),
    'RateLimit-Remaining': String(taken.remaining),
    'RateLimit-Reset': String(taken.resetSeconds),
    ...(!taken.ok && { 'Retry-After': String(taken.resetSeconds) }),
  };
}

/** The 429 for somebody over the limit. */
export function tooManyRequests(taken: Taken): Refusal {
  const sentence = `At most ${taken.limit} requests a minute are allowed; try again in ${taken.resetSeconds} seconds.`;
  return new Refusal('rate_limited', sentence, { limit: taken.limit, retryAfterSeconds: taken.resetSeconds });
}

function takeNow(leases: Map<string, Lease>, key: string, limit: number): Taken | undefined {
  const lease = leaseOf(leases, key, limit);
  if (lease.left > 0) return spend(lease, limit);
  const known = lease.used >= limit && !lease.asking && Date.now() - lease.askedAt < ASK_AGAIN_MILLIS;
  return known ? taken(lease, limit, 'refused') : undefined;
}

async function takeLater(leases: Map<string, Lease>, key: string, limit: number): Promise<Taken> {
  for (;;) {
    const lease = leaseOf(leases, key, limit);
    if (lease.left > 0) return spend(lease, limit);
    const alreadyAsking = lease.asking;
    await (alreadyAsking ?? ask(lease, key, limit));
    if (lease.left === 0 && lease.used >= limit && lease.minute === thisMinute()) return taken(lease, limit, 'refused');
  }
}

function leaseOf(leases: Map<string, Lease>, key: string, limit: number): Lease {
  const minute = thisMinute();
  let lease = leases.get(key);
  if (lease?.minute !== minute) {
    lease = { minute, left: 0, used: 0, wanted: Math.ceil(limit / 20), takenAt: 0, askedAt: 0, asking: undefined };
    leases.set(key, lease);
  }
  return lease;
}

function spend(lease: Lease, limit: number): Taken {
  lease.left -= 1;
  lease.takenAt = Date.now();
  return taken(lease, limit, 'granted');
}

function taken(lease: Lease, limit: number, outcome: 'granted' | 'refused'): Taken {
  const remaining = outcome === 'granted' ? Math.max(0, limit - lease.used) + lease.left : 0;
  return { ok: outcome === 'granted', limit, remaining, resetSeconds: secondsToNextMinute() };
}

// A busy process asks for twice as much each time, but never for more than a quarter of the rest: the end of the
// budget is handed out in small pieces, so that little of it lies unused elsewhere.
function ask(lease: Lease, key: string, limit: number): Promise<void> {
  const wanted = Math.max(1, Math.min(lease.wanted, Math.ceil((limit - lease.used) / 4)));
  lease.wanted *= 2;
  lease.asking = leaseBudget(key, lease.minute, limit, wanted)
    .then(({ granted, used }) => {
      lease.left += granted;
      lease.used = used;
    })
    .finally(() => {
      lease.askedAt = Date.now();
      lease.asking = undefined;
    });
  return lease.asking;
}

async function tidy(leases: Map<string, Lease>): Promise<void> {
  const minute = thisMinute();
  const idleSince = Date.now() - IDLE_MILLIS;
  for (const [key, lease] of leases) {
    if (lease.minute < minute && !lease.asking) leases.delete(key);
    else if (lease.left > 0 && lease.takenAt < idleSince && lease.askedAt < idleSince) await giveBack(key, lease);
  }
  await forgetBudgetsBefore(minute - MINUTES_KEPT);
}

async function giveBack(key: string, lease: Lease): Promise<void> {
  const unused = lease.left;
  if (unused === 0 || lease.minute !== thisMinute()) return;
  lease.left = 0;
  lease.used = Math.max(0, lease.used - unused);
  await returnBudget(key, lease.minute, unused);
}

function reportUntidy(error: Error): void {
  log.warn('Old rate limit windows could not be tidied up; the next round tries again.', { error: error.message });
}

function thisMinute(): number {
  return Math.floor(now().getTime() / MINUTE);
}

function secondsToNextMinute(): number {
  return Math.ceil((MINUTE - (now().getTime() % MINUTE)) / 1000);
}
