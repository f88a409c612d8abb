import { DAY, HOUR } from '#platform/time.ts';
import type { Random } from './random.ts';

/** When a shop is busy: how much each weekday weighs (Sunday first) and which times of the year are feasts. */
export interface Season {
  weekdays: readonly [number, number, number, number, number, number, number];
  feasts: readonly Feast[];
  /** Sales at the end of the year divided by those at its beginning. */
  growth: number;
  /** Hours the shop's clock is ahead of UTC. */
  ahead: number;
}

export interface Feast {
  /** The day itself, of that year. */
  on(year: number): Date;
  /** Busy from so many days before it until the last day a parcel arrives in time. */
  from: number;
  until: number;
  times: number;
}

export const christmas: Feast['on'] = (year) => day(year, 11, 25);
export const valentines: Feast['on'] = (year) => day(year, 1, 14);
/** The second Sunday of May. */
export const mothersDay: Feast['on'] = (year) => nthWeekday({ year, month: 4, weekday: 0, nth: 2 });
/** The first Sunday of September, as in Australia and New Zealand. */
export const fathersDay: Feast['on'] = (year) => nthWeekday({ year, month: 8, weekday: 0, nth: 1 });
/** The Friday after the fourth Thursday of November. */
export const blackFriday: Feast['on'] = (year) => new Date(nthWeekday({ year, month: 10, weekday: 4, nth: 4 }).getTime() + DAY);

/** Instants of so many orders within the year before `end`, earliest first. */
export function instantsOfAYear(random: Random, season: Season, { end, count }: { end: Date; count: number }): Date[] {
  const days = Array.from({ length: 365 }, (_, i) => new Date(end.getTime() - (364 - i) * DAY));
  const weights = new Map(days.map((date, i) => [date, weightOf(season, date, i / 364)]));
  const weightOfDay = (date: Date): number => weights.get(date)!;
  const instants = Array.from({ length: count }, () => atSomeHour(random, season, random.weighted(days, weightOfDay)));
  return instants.map((at) => (at > end ? new Date(end.getTime() - random.whole(1, 300) * 60_000) : at)).toSorted((a, b) => a.getTime() - b.getTime());
}

export function weightOf(season: Season, date: Date, progress: number): number {
  const local = new Date(date.getTime() + season.ahead * HOUR);
  const feast = season.feasts.reduce((times, each) => times * timesOf(each, local), 1);
  return season.weekdays[local.getUTCDay()]! * feast * season.growth ** progress;
}

function timesOf(feast: Feast, date: Date): number {
  const left = (feast.on(date.getUTCFullYear()).getTime() - date.getTime()) / DAY;
  if (left > feast.from || left < feast.until) return 1;
  // It builds up: the nearer the feast, the busier.
  return 1 + (feast.times - 1) * (1 - (left - feast.until) / (feast.from - feast.until + 1));
}

// Quiet nights, a lunch hump, and most of it in the evening.
const HOURS = [1, 0.5, 0.3, 0.2, 0.2, 0.4, 1, 2, 3, 4, 5, 5.5, 6.5, 6, 5, 4.5, 4.5, 5, 5.5, 7, 9, 9, 6, 3];

function atSomeHour(random: Random, season: Season, date: Date): Date {
  const hour = random.weighted(HOURS.map((weight, i) => ({ weight, i })), (h) => h.weight).i;
  const midnight = Math.floor((date.getTime() + season.ahead * HOUR) / DAY) * DAY - season.ahead * HOUR;
  return new Date(midnight + hour * HOUR + random.whole(0, 3_599_999));
}

function nthWeekday({ year, month, weekday, nth }: { year: number; month: number; weekday: number; nth: number }): Date {
  const first = day(year, month, 1);
  const offset = (weekday - first.getUTCDay() + 7) % 7;
  return day(year, month, 1 + offset + (nth - 1) * 7);
}

function day(year: number, month: number, date: number): Date {
  return new Date(Date.UTC(year, month, date));
}
