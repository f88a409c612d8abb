export type RangeName = 'today' | '7d' | '30d' | '90d';

interface Range {
  name: RangeName;
  label: string;
  /** What the comparison means. */
  compared: string;
  count: number;
}

export const ranges: readonly Range[] = [
  { name: 'today', label: 'Today', compared: 'on yesterday', count: 1 },
  { name: '7d', label: '7 days', compared: 'on the 7 days before', count: 7 },
  { name: '30d', label: '30 days', compared: 'on the 30 days before', count: 30 },
  { name: '90d', label: '90 days', compared: 'on the 90 days before', count: 90 },
];

/** The range an address names; 30 days unless it names one. Days are the shop's own. */
export function rangeOf(asked: string | null): Range & { days(now: Date, timeZone: string): { from: string; to: string } } {
  const range = ranges.find((each) => each.name === asked) ?? ranges[2]!;
  return { ...range, days: (now, timeZone) => ({ from: dayIn(now.getTime() - (range.count - 1) * 86_400_000, timeZone), to: dayIn(now.getTime(), timeZone) }) };
}

function dayIn(instant: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(instant);
}

/** "2026-01-31" -> "31 Jan". */
export function dayLabel(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}
