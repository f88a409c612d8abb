import * as z from 'zod';
import { DAY, now } from '#platform/time.ts';

export const Day = z.iso.date().meta({ description: 'YYYY-MM-DD, a day of the shop’s own time zone' });
export const COMPARISONS = ['previous', 'year', 'none'] as const;
export type Comparison = (typeof COMPARISONS)[number];

export interface Days {
  from: string;
  to: string;
}

export interface Period {
  now: Days;
  before: Days | null;
}

interface Asked {
  from?: string | undefined;
  to?: string | undefined;
  days: number;
  compare: Comparison;
}

const MOST_DAYS = 1_100;

/** The days asked for and the days to compare them with: as many just before, or the same days a year earlier. */
export function periodOf({ from, to, days, compare }: Asked, timeZone: string): Period {
  const last = Date.parse(to ?? dayIn(now(), timeZone));
  const first = Math.max(Math.min(from ? Date.parse(from) : last - (days - 1) * DAY, last), last - MOST_DAYS * DAY);
  const current = { from: dayOf(first), to: dayOf(last) };
  if (compare === 'none') return { now: current, before: null };
  const begin = compare === 'year' ? aYearBefore(first) : first - (last - first) - DAY;
  return { now: current, before: { from: dayOf(begin), to: dayOf(begin + last - first) } };
}

function aYearBefore(day: number): number {
  const date = new Date(day);
  return Date.UTC(date.getUTCFullYear() - 1, date.getUTCMonth(), date.getUTCDate());
}

function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

function dayIn(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(instant);
}

/** Every day from the first to the last. */
export function eachDay({ from, to }: Days): string[] {
  const count = Math.round((Date.parse(to) - Date.parse(from)) / DAY) + 1;
  return Array.from({ length: count }, (_, i) => dayOf(Date.parse(from) + i * DAY));
}
