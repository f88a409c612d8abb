import { parseAsString, parseAsStringLiteral } from 'nuqs/server';

export const ranges = [
  { value: 'today', label: 'Today', days: 1 },
  { value: '7d', label: 'Last 7 days', days: 7 },
  { value: '30d', label: 'Last 30 days', days: 30 },
  { value: '90d', label: 'Last 90 days', days: 90 },
  { value: '365d', label: 'Last 365 days', days: 365 },
  { value: 'custom', label: 'From … to …', days: 0 },
] as const;

export const comparisons = [
  { value: 'previous', label: 'Previous period', says: 'on the days before' },
  { value: 'year', label: 'A year earlier', says: 'on a year earlier' },
  { value: 'none', label: 'No comparison', says: '' },
] as const;

/** The words of the home page's address; the loader reads them and the page writes them, so both agree. */
export const homeKeys = {
  range: parseAsStringLiteral(ranges.map((each) => each.value)).withDefault('30d'),
  from: parseAsString.withDefault(''),
  to: parseAsString.withDefault(''),
  compare: parseAsStringLiteral(comparisons.map((each) => each.value)).withDefault('previous'),
  currency: parseAsString.withDefault(''),
  storefront: parseAsString.withDefault(''),
};

/** What an address asks of the figures. Words it does not know mean what they mean when left out. */
export function askedBy(search: URLSearchParams): Record<string, unknown> {
  const read = (key: keyof typeof homeKeys) => homeKeys[key].parse(search.get(key) ?? '') ?? homeKeys[key].defaultValue;
  const [range, from, to, currency, storefront] = [read('range'), read('from'), read('to'), read('currency'), read('storefront')];
  const days = range === 'custom' && isDay(from) && isDay(to) ? { from, to } : { days: ranges.find((each) => each.value === range)!.days || 30 };
  return { ...days, compare: read('compare'), ...(/^[A-Z]{3}$/.test(currency) && { currency }), ...(/^[0-9a-f-]{36}$/.test(storefront) && { storefrontId: storefront }) };
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(text).toString() !== 'Invalid Date' && new Date(text).toISOString().startsWith(text);
}

/** "2026-01-31" -> "31 Jan". */
export function dayLabel(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/** 14 -> "2 pm", the way the locale writes hours. */
export function hourLabel(hour: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { hour: 'numeric', timeZone: 'UTC' }).format(new Date(hour * 3_600_000)).replaceAll(/[\u202f\u00a0]/g, ' ');
}

/** "1 Jan to 31 Jan 2026". */
export function daysText({ from, to }: { from: string; to: string }, locale: string): string {
  const year = { year: 'numeric', day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  const last = new Intl.DateTimeFormat(locale, year).format(new Date(to));
  if (from === to) return last;
  const first = from.slice(0, 4) === to.slice(0, 4) ? dayLabel(from, locale) : new Intl.DateTimeFormat(locale, year).format(new Date(from));
  return `${first} to ${last}`;
}
