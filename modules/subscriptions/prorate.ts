/** A period that was paid for. Minor units. */
interface Period {
  paid: number;
  start: Date;
  end: Date;
}

/** What of a period's price is not used yet at that instant, rounded down: never more than was paid, never less than nothing. */
export function unusedOf({ paid, start, end }: Period, at: Date): number {
  const [from, to, now] = [start.getTime(), end.getTime(), at.getTime()].map(BigInt) as [bigint, bigint, bigint];
  if (now >= to || to <= from) return 0;
  if (now <= from) return paid;
  return Number((BigInt(paid) * (to - now)) / (to - from));
}

const MONTH_DAYS = 365.25 / 12;
const MONTHS = { day: 1 / MONTH_DAYS, week: 7 / MONTH_DAYS, month: 1, year: 12 } as const;

/** How many months an interval is long, on the average of four years. */
export function monthsOf({ unit, count }: { unit: keyof typeof MONTHS; count: number }): number {
  return MONTHS[unit] * count;
}
