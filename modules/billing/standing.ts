import { renewalAt } from '#modules/plans/index.ts';
import { unusedOf } from '#modules/subscriptions/index.ts';
import { DAY, later } from '#platform/time.ts';

// How a workspace stands with the installation, and where each happening leads. Pure: tables and clocks are elsewhere.

export const STATUSES = ['none', 'trialing', 'active', 'past_due', 'ended'] as const;
export type Status = (typeof STATUSES)[number];

/** start: the first period. renewal: the next one. upgrade: a new period that begins at once. */
export const BILL_KINDS = ['start', 'renewal', 'upgrade'] as const;

export type PayInterval = 'month' | 'year';

/** A tier as somebody agreed to pay for it. Minor units a period. */
export interface Plan {
  tier: string;
  interval: PayInterval;
  price: number;
}

/** A stretch of time counted from an anchor, so that the 31st stays the 31st. */
interface Period {
  anchorAt: Date;
  times: number;
  periodStart: Date;
  periodEnd: Date;
}

export interface Standing extends Plan, Period {
  status: Status;
  /** What the running period was worth when it was paid; 0 in a trial. */
  periodPaid: number;
  cycle: number;
  credit: number;
  /** What begins when this period is over, where it is something else. */
  next: Plan | null;
  /** It is over with this period. */
  ends: boolean;
  failures: number;
  retryAt: Date | null;
  graceEndsAt: Date | null;
  failure: string;
}

/** What is to be paid for a period before it counts. `amount` = `price` - `credit`. */
export interface Bill extends Plan, Period {
  kind: (typeof BILL_KINDS)[number];
  cycle: number;
  credit: number;
  creditLeft: number;
  amount: number;
}

/** What the operator does about renewals that fail, in days after the first failure. */
export interface Patience {
  retryDays: readonly number[];
  graceDays: number;
}

/** Periods end on the clocks of this zone; an installation has no other of its own. */
const ZONE = 'UTC';

/** The tier that was paid for; `free` when nothing is. */
export function tierSold({ status, tier }: Pick<Standing, 'status' | 'tier'>): string {
  return status === 'none' || status === 'ended' ? 'free' : tier;
}

/** Whether it is bought at all now. */
export function runs({ status }: Pick<Standing, 'status'>): boolean {
  return status === 'trialing' || status === 'active' || status === 'past_due';
}

/** The bill of the first period; `credit` is what was left over from an earlier subscription. */
export function firstBill({ cycle, credit }: Pick<Standing, 'cycle' | 'credit'>, plan: Plan, at: Date): Bill {
  return billOf('start', plan, { ...beginning(plan, at), cycle: cycle + 1 }, credit);
}

/** The trial: a period that costs nothing. */
export function trialOf(s: Pick<Standing, 'cycle' | 'credit'>, plan: Plan, { at, days }: { at: Date; days: number }): Standing {
  const { tier, interval, price } = plan;
  const end = later(at, days * DAY);
  return { ...RESTED, tier, interval, price, cycle: s.cycle, credit: s.credit, status: 'trialing', anchorAt: end, times: 0, periodStart: at, periodEnd: end, periodPaid: 0 };
}

/**
 * The bill of the period after the running one. Where a whole period went by in which nobody could renew (the installation stood still,
 * the workspace was closed), it begins now: time that nobody served is not owed.
 */
export function renewalBill(s: Standing, at: Date): Bill {
  const plan = s.next ?? s;
  const goesOn = plan.interval === s.interval ? { anchorAt: s.anchorAt, times: s.times + 1 } : { anchorAt: s.periodEnd, times: 1 };
  const period = { ...goesOn, periodStart: s.periodEnd, periodEnd: endOf(goesOn, plan) };
  return billOf('renewal', plan, { ...(period.periodEnd <= at ? beginning(plan, at) : period), cycle: s.cycle + 1 }, s.credit);
}

/** The bill of another plan that begins at once: what is not used of the running period lowers it. */
export function upgradeBill(s: Standing, plan: Plan, at: Date): Bill {
  const unused = unusedOf({ paid: s.periodPaid, start: s.periodStart, end: s.periodEnd }, at);
  return billOf('upgrade', plan, { ...beginning(plan, at), cycle: s.cycle + 1 }, s.credit + unused);
}

function beginning(plan: Plan, at: Date): Period {
  const from = { anchorAt: at, times: 1 };
  return { ...from, periodStart: at, periodEnd: endOf(from, plan) };
}

function endOf({ anchorAt, times }: Pick<Period, 'anchorAt' | 'times'>, { interval }: Pick<Plan, 'interval'>): Date {
  return renewalAt(anchorAt, { unit: interval, count: 1 }, times, ZONE);
}

function billOf(kind: Bill['kind'], { tier, interval, price }: Plan, period: Period & { cycle: number }, credit: number): Bill {
  const used = Math.min(credit, price);
  return { kind, tier, interval, price, credit: used, creditLeft: credit - used, amount: price - used, ...period };
}

const CALM = { failures: 0, retryAt: null, graceEndsAt: null, failure: '' };
const RESTED = { ...CALM, next: null, ends: false };

/** A bill was paid: its period runs. What somebody chose meanwhile about the end stays, unless they chose the new period itself. */
export function paid(s: Standing, bill: Bill): Standing {
  const { tier, interval, price, anchorAt, times, periodStart, periodEnd, cycle, creditLeft } = bill;
  const ends = bill.kind === 'renewal' && s.ends;
  return { ...s, ...RESTED, ends, status: 'active', tier, interval, price, anchorAt, times, periodStart, periodEnd, cycle, credit: creditLeft, periodPaid: price };
}

interface Decline extends Patience {
  at: Date;
  sentence: string;
  /** A try that somebody asked for costs none of the planned ones. */
  byHand: boolean;
}

/** A bill was declined. A wish is then as if it had never been; a renewal is tried again, until the time of grace is over. */
export function declined(s: Standing, { kind }: Pick<Bill, 'kind'>, { at, sentence, byHand, retryDays, graceDays }: Decline): Standing {
  if (kind !== 'renewal') return s;
  if (s.ends) return ended(s);
  const graceEndsAt = s.graceEndsAt ?? later(at, graceDays * DAY);
  const since = later(graceEndsAt, -graceDays * DAY);
  const failures = byHand && s.failures > 0 ? s.failures : s.failures + 1;
  const days = retryDays[failures - 1];
  return { ...s, status: 'past_due', failures, graceEndsAt, retryAt: days === undefined ? null : later(since, days * DAY), failure: sentence };
}

/** Nothing is bought any more. Credit stays for another time. */
export function ended(s: Standing): Standing {
  return { ...s, ...RESTED, failure: s.failure, status: 'ended' };
}

export type Due = 'renew' | 'retry' | 'end' | 'give up';

/** What has to be done about it at that instant, while no charge is on its way. */
export function dueOf(s: Standing, at: Date): Due | undefined {
  if (s.status === 'past_due') {
    if (s.graceEndsAt && s.graceEndsAt <= at) return 'give up';
    return s.retryAt && s.retryAt <= at ? 'retry' : undefined;
  }
  if ((s.status !== 'trialing' && s.status !== 'active') || s.periodEnd > at) return undefined;
  return s.ends ? 'end' : 'renew';
}

/** now: a new period begins and is paid at once. trial: it costs nothing yet. later: it begins when this period is over. */
export type When = 'now' | 'trial' | 'later';

/** When another plan begins: more comes at once, less when what was paid for is used up. `ladder` is the tiers' names, lowest first. */
export function whenOf(s: Standing, plan: Plan, ladder: readonly string[]): When {
  if (s.status === 'trialing') return 'trial';
  const [from, to] = [ladder.indexOf(s.tier), ladder.indexOf(plan.tier)];
  return to > from || (to === from && s.interval === 'month' && plan.interval === 'year') ? 'now' : 'later';
}
