import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renewalAt } from '#modules/plans/index.ts';
import { unusedOf } from '#modules/subscriptions/index.ts';
import { DAY, HOUR, later } from '#platform/time.ts';
import { tierToGive } from './set-tier.ts';
import { declined, dueOf, ended, firstBill, paid, renewalBill, runs, tierSold, trialOf, upgradeBill, whenOf, type Bill, type PayInterval, type Plan, type Standing } from './standing.ts';

const LADDER = ['free', 'starter', 'growth', 'pro'];
const PRICES: Record<string, Record<PayInterval, number>> = { starter: { month: 1_900, year: 19_000 }, growth: { month: 4_900, year: 49_000 }, pro: { month: 9_900, year: 99_001 } };
const PATIENCE = { retryDays: [1, 3, 7], graceDays: 14 };
const begun = new Date('2027-01-31T10:00:00Z');
const plan = (tier: string, interval: PayInterval): Plan => ({ tier, interval, price: PRICES[tier]![interval] });
const nothing: Standing = { ...trialOf({ cycle: 0, credit: 0 }, plan('starter', 'month'), { at: begun, days: 1 }), status: 'none' };
const bought = (of: Plan, at = begun) => paid(nothing, firstBill(nothing, of, at));
const refusal = (at: Date) => ({ ...PATIENCE, at, sentence: 'No.', byHand: false });

test('bought on the 31st of January it is renewed on the last day of each month, and a leap day is one of them', () => {
  let s = bought(plan('starter', 'month'));
  const days = Array.from({ length: 14 }, () => (s = paid(s, renewalBill(s, s.periodEnd))).periodStart.toISOString().slice(0, 10));
  expect(days.slice(0, 4)).toEqual(['2027-02-28', '2027-03-31', '2027-04-30', '2027-05-31']);
  expect(days[12]).toBe('2028-02-29');
});

test('more comes at once and is lowered by what is not used; less comes when the period is over', () => {
  const s = bought(plan('starter', 'month'), new Date('2027-04-01T00:00:00Z'));
  const half = new Date('2027-04-16T00:00:00Z');
  expect(whenOf(s, plan('growth', 'month'), LADDER)).toBe('now');
  expect(upgradeBill(s, plan('growth', 'month'), half)).toMatchObject({ kind: 'upgrade', price: 4_900, credit: 950, amount: 3_950, periodStart: half, periodEnd: new Date('2027-05-16T00:00:00Z') });
  expect(whenOf(s, plan('starter', 'year'), LADDER)).toBe('now');
  const pro = bought(plan('pro', 'year'));
  expect(whenOf(pro, plan('pro', 'month'), LADDER)).toBe('later');
  const below = paid({ ...pro, next: plan('starter', 'month') }, renewalBill({ ...pro, next: plan('starter', 'month') }, pro.periodEnd));
  expect(below).toMatchObject({ tier: 'starter', interval: 'month', next: null, periodStart: pro.periodEnd, periodPaid: 1_900 });
});

test('what is left of a dear plan pays for cheap ones until it is used up', () => {
  const s = bought(plan('starter', 'year'));
  const grown = paid(s, upgradeBill(s, plan('growth', 'month'), later(begun, HOUR)));
  expect(grown.credit).toBeGreaterThan(13_000);
  expect(renewalBill(grown, grown.periodEnd)).toMatchObject({ amount: 0, credit: 4_900 });
});

test('a renewal that fails is tried again after 1, 3 and 7 days, kept for 14, and then given up', () => {
  let s = bought(plan('growth', 'month'));
  const due = s.periodEnd;
  expect(dueOf(s, later(due, -1))).toBeUndefined();
  expect(dueOf(s, due)).toBe('renew');
  const bill = renewalBill(s, due);
  for (const day of [0, 1, 3, 7]) {
    s = declined(s, bill, refusal(later(due, day * DAY)));
    expect(tierSold(s)).toBe('growth');
    expect(dueOf(s, later(due, (day + 0.5) * DAY))).toBeUndefined();
  }
  expect(s).toMatchObject({ status: 'past_due', retryAt: null, graceEndsAt: later(due, 14 * DAY) });
  expect(dueOf(s, later(due, 14 * DAY))).toBe('give up');
  expect(tierSold(ended(s))).toBe('free');
  expect(paid(s, bill)).toMatchObject({ status: 'active', failures: 0, graceEndsAt: null, periodStart: due });
});

test('a month in which nobody could renew is not owed: the next one begins when somebody can', () => {
  const s = bought(plan('starter', 'month'));
  const back = later(s.periodEnd, 70 * DAY);
  expect(renewalBill(s, back)).toMatchObject({ periodStart: back, amount: 1_900 });
});

test('a tier that was set by hand is not taken away when the paid one ends, and a bought one is given', () => {
  expect(tierToGive('starter', { applied: null, has: 'free' })).toBe('starter');
  expect(tierToGive('starter', { applied: 'starter', has: 'pro' })).toBeUndefined();
  expect(tierToGive('free', { applied: 'starter', has: 'starter' })).toBe('free');
  expect(tierToGive('free', { applied: 'starter', has: 'pro' })).toBeUndefined();
  expect(tierToGive('free', { applied: null, has: 'unlimited' })).toBeUndefined();
});

type Move = { do: 'wait'; days: number } | { do: 'change'; to: Plan } | { do: 'cancel' | 'keep' | 'pay' | 'subscribe' } | { do: 'card'; works: boolean };

const moves = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 45 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('change' as const), to: fc.constantFrom(...Object.keys(PRICES).flatMap((tier) => [plan(tier, 'month'), plan(tier, 'year')])) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('cancel' as const, 'keep' as const, 'pay' as const, 'subscribe' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('card' as const), works: fc.boolean() }) },
);

/** An account over the years: what was charged, and an own, second reckoning of what was owed. */
class Life {
  s: Standing = nothing;
  at = begun;
  works = true;
  open: Bill | undefined;
  readonly bills: Bill[] = [];
  charged = 0;

  charge(bill: Bill): void {
    if (this.works || bill.amount === 0) {
      this.charged += bill.amount;
      this.bills.push(bill);
      this.s = paid(this.s, bill);
      this.open = undefined;
      return;
    }
    this.s = declined(this.s, bill, refusal(this.at));
    this.open = bill.kind === 'renewal' && this.s.status === 'past_due' ? bill : undefined;
  }

  clock(): void {
    const due = dueOf(this.s, this.at);
    if (due === 'renew') this.charge(renewalBill(this.s, this.at));
    if (due === 'retry') this.charge(this.open!);
    if (due === 'end' || due === 'give up') [this.s, this.open] = [ended(this.s), undefined];
  }

  move(move: Move): void {
    if (move.do === 'wait') this.wait(move.days);
    else if (move.do === 'card') this.works = move.works;
    else if (move.do === 'subscribe') { if (!runs(this.s)) this.charge(firstBill(this.s, plan('starter', 'month'), this.at)); }
    else if (!runs(this.s)) return;
    else if (move.do === 'change') this.change(move.to);
    else if (move.do === 'pay') { if (this.open) this.charge(this.open); }
    else if (this.s.status === 'past_due') { if (move.do === 'cancel') [this.s, this.open] = [ended(this.s), undefined]; }
    else this.s = { ...this.s, ends: move.do === 'cancel', next: null };
  }

  wait(days: number): void {
    for (let day = 0; day < days; day++) {
      this.at = later(this.at, DAY);
      this.clock();
    }
  }

  change(to: Plan): void {
    if (this.s.status === 'past_due' || (to.tier === this.s.tier && to.interval === this.s.interval)) return;
    if (whenOf(this.s, to, LADDER) === 'now') this.charge(upgradeBill(this.s, to, this.at));
    else this.s = { ...this.s, next: to, ends: false };
  }
}

test('over years of changes, ends and failing cards: what was charged is what the periods cost, and none is paid twice', () => {
  fc.assert(
    fc.property(fc.array(moves, { minLength: 40, maxLength: 160 }), (story) => {
      const life = new Life();
      life.move({ do: 'subscribe' });
      for (const move of story) life.move(move);
      // Each period at its price, less what an upgrade cut off of it. Periods are cut by upgrades only.
      const owed = life.bills.reduce((sum, bill, i) => {
        const next = life.bills[i + 1];
        const cut = next?.kind === 'upgrade' ? unusedOf({ paid: bill.price, start: bill.periodStart, end: bill.periodEnd }, next.periodStart) : 0;
        return sum + bill.price - cut;
      }, 0);
      expect(life.charged).toBe(owed + life.s.credit);
      for (const [i, bill] of life.bills.entries()) {
        const before = life.bills[i - 1];
        expect(bill.cycle).toBe((before?.cycle ?? 0) + 1);
        expect(bill.periodEnd).toEqual(renewalAt(bill.anchorAt, { unit: bill.interval, count: 1 }, bill.times, 'UTC'));
        if (!before) continue;
        // Nothing between two periods of one stretch, and no day in two of them.
        if (bill.kind === 'renewal') expect(bill.periodStart).toEqual(before.periodEnd);
        if (bill.kind === 'upgrade') expect(bill.periodStart < before.periodEnd).toBe(true);
        if (bill.kind === 'start') expect(bill.periodStart >= before.periodEnd).toBe(true);
      }
      if (life.s.status === 'active') expect(life.s.periodEnd > life.at).toBe(true);
    }),
    { numRuns: 300 },
  );
});
