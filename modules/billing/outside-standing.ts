import { DAY, HOUR, later, MINUTE } from '#platform/time.ts';
import type { OutsideStatus, OutsideSubscription } from './outside-seller.ts';
import type { TierProduct } from './price-book.ts';
import { runs, type Plan, type Standing } from './standing.ts';

// What a workspace has bought by what its seller says. Pure: nobody is asked here.

/** What counts of all a workspace has there, and how many more run beside it. */
export interface Counting {
  counts: OutsideSubscription | undefined;
  more: number;
}

const asBought = ({ status }: OutsideSubscription) => status === 'trialing' || status === 'active' || status === 'past_due';

/** Of those that run: a paid one before an unpaid one, the higher tier, the newest. Products that stand for no tier are none of ours. */
export function whatCounts(all: readonly OutsideSubscription[], products: readonly TierProduct[], ladder: readonly string[]): Counting {
  const tierOf = new Map(products.map(({ productId, tier }) => [productId, ladder.indexOf(tier)]));
  const ours = all.filter(({ productId }) => tierOf.has(productId));
  const rank = (s: OutsideSubscription): number[] => [s.status === 'past_due' ? 0 : 1, tierOf.get(s.productId)!, s.startedAt.getTime()];
  const running = ours.filter(asBought).toSorted((a, b) => compare(rank(b), rank(a)));
  if (running.length > 0) return { counts: running[0], more: running.length - 1 };
  const newest = ours.toSorted((a, b) => b.startedAt.getTime() - a.startedAt.getTime());
  return { counts: newest.find(({ status }) => status === 'waiting' || status === 'paused') ?? newest[0], more: 0 };
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

const UNPAID = 'The seller could not charge the card.';

/** How the workspace stands with a subscription that runs. Credit of its own stays for another time. */
export function standingOf(before: Standing, sold: OutsideSubscription, products: readonly TierProduct[]): Standing {
  const { tier, interval } = productCalled(products, sold.productId)!;
  const status = sold.status as 'trialing' | 'active' | 'past_due';
  const sameCycle = runs(before) && before.periodStart.getTime() === sold.periodStart.getTime();
  const late = status === 'past_due';
  return {
    ...{ status, tier, interval, price: sold.price, anchorAt: sold.periodStart, times: 1, periodStart: sold.periodStart, periodEnd: sold.periodEnd },
    ...{ periodPaid: status === 'active' ? sold.price : 0, cycle: sameCycle ? before.cycle : before.cycle + 1, credit: before.credit, ends: sold.ends, next: nextOf(sold, products) },
    ...{ failures: late ? 1 : 0, retryAt: null, graceEndsAt: null, failure: late ? UNPAID : '' },
  };
}

function nextOf({ nextProductId, productId }: OutsideSubscription, products: readonly TierProduct[]): Plan | null {
  const next = nextProductId !== null && nextProductId !== productId ? productCalled(products, nextProductId) : undefined;
  return next ? { tier: next.tier, interval: next.interval, price: next.price } : null;
}

function productCalled(products: readonly TierProduct[], id: string): TierProduct | undefined {
  return products.find(({ productId }) => productId === id);
}

/** Why it is over. */
export function reasonOf(sold: OutsideSubscription | undefined): 'cancelled' | 'not paid' | 'paused' {
  if (sold?.status === 'paused') return 'paused';
  return sold?.unpaid ? 'not paid' : 'cancelled';
}

const PAGE_LASTS = DAY;

/** When the seller is asked again although it sent no message; null = never by ourselves. */
export function nextLook(status: OutsideStatus | undefined, { periodEnd, pageAt, at }: { periodEnd: Date; pageAt: Date | null; at: Date }): Date | null {
  if (status === 'trialing' || status === 'active') return soonest(later(at, DAY), periodEnd > at ? later(periodEnd, 10 * MINUTE) : later(at, HOUR));
  if (status === 'past_due') return later(at, 6 * HOUR);
  if (status === 'paused') return later(at, DAY);
  if (pageAt === null || later(pageAt, PAGE_LASTS) < at) return null;
  return later(at, Math.max(2 * MINUTE, (at.getTime() - pageAt.getTime()) / 2));
}

function soonest(a: Date, b: Date): Date {
  return a < b ? a : b;
}
