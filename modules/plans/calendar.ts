export const UNITS = ['day', 'week', 'month', 'year'] as const;

/** So many days, weeks, months or years. */
export interface Interval {
  unit: (typeof UNITS)[number];
  count: number;
}

/**
 * The instant so many intervals after the anchor, at the anchor's own time of day on the wall of that zone. Always counted from the
 * anchor, never from the renewal before, so the 31st of January becomes the 28th of February and then the 31st of March again.
 */
export function renewalAt(anchor: Date, { unit, count }: Interval, times: number, zone: string): Date {
  const wall = wallOf(anchor, zone);
  const steps = count * times;
  if (unit === 'day' || unit === 'week') return instantOf({ ...wall, day: wall.day + steps * (unit === 'week' ? 7 : 1) }, zone);
  const months = wall.month + steps * (unit === 'year' ? 12 : 1);
  const [year, month] = [wall.year + Math.floor(months / 12), ((months % 12) + 12) % 12];
  return instantOf({ ...wall, year, month, day: Math.min(wall.day, daysIn(year, month)) }, zone);
}

/** How many intervals after the anchor the first renewal later than that instant lies. */
export function timesUntilAfter(anchor: Date, interval: Interval, after: Date, zone: string): number {
  const isLater = (times: number) => renewalAt(anchor, interval, times, zone) > after;
  let most = 1;
  while (!isLater(most)) most *= 2;
  let least = 0;
  while (least < most) {
    const middle = (least + most) >> 1;
    if (isLater(middle)) most = middle;
    else least = middle + 1;
  }
  return least;
}

const LONGEST = 3_650;

/** The rhythm of so many pieces, each of which lasts one interval. */
export function lasting({ unit, count }: Interval, pieces: number): Interval {
  return { unit, count: Math.min(count * pieces, LONGEST) };
}

/** "every month", "every 2 weeks". */
export function intervalWords({ unit, count }: Interval): string {
  return count === 1 ? `every ${unit}` : `every ${count} ${unit}s`;
}

/** What a clock on the wall shows; months count from 0. */
interface Wall {
  year: number;
  month: number;
  day: number;
  /** Since midnight. */
  millis: number;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const parts = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' } as const;
  const clock = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', ...parts });
  clocks.set(zone, clock);
  return clock;
}

function wallOf(at: Date, zone: string): Wall {
  const shown = Object.fromEntries(clockOf(zone).formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const { year, month, day, hour, minute, second } = shown as Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number>;
  return { year, month: month - 1, day, millis: ((hour * 60 + minute) * 60 + second) * 1_000 + at.getUTCMilliseconds() };
}

const DAY = 86_400_000;

// A time the clocks skip becomes the one they show right after; of a time they show twice the first counts.
function instantOf({ year, month, day, millis }: Wall, zone: string): Date {
  const asUtc = Date.UTC(year, month, day) + millis;
  const before = offsetAt(asUtc - DAY, zone);
  const both = [before, offsetAt(asUtc + DAY, zone)].map((offset) => ({ at: asUtc - offset, offset }));
  const shown = both.filter(({ at, offset }) => offsetAt(at, zone) === offset).map(({ at }) => at);
  return new Date(shown.length > 0 ? Math.min(...shown) : asUtc - before);
}

function offsetAt(at: number, zone: string): number {
  const { year, month, day, millis } = wallOf(new Date(at), zone);
  return Date.UTC(year, month, day) + millis - at;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
}
