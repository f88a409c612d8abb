import type { ColumnFacts } from './question.ts';

export const presets = [
  { label: 'Today', days: 1 },
  { label: '7 days', days: 7 },
  { label: '30 days', days: 30 },
  { label: '90 days', days: 90 },
];

/** The last days up to today, as days where the workspace is: "2026-01-25..2026-01-31". */
export function lastDays(days: number, timeZone: string, now = Date.now()): string {
  const day = (ago: number) => new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now - ago * 86_400_000);
  return `${day(days - 1)}..${day(0)}`;
}

/** Several values as a list's filter takes them; a comma inside a value is written `\,`. */
export function joinValues(values: Iterable<string>): string {
  return [...values].map((value) => value.replaceAll(',', '\\,')).join(',');
}

export function splitValues(text: string): string[] {
  return text.split(/(?<!\\),/).map((value) => value.replaceAll('\\,', ','));
}

interface Words {
  label(value: string): string;
  /** How many stored units make one a person types: 100 for dollars, 1 for yen and plain numbers. */
  factor: number;
}

/** A filter's value in words: "Paid, Refunded", "from 5", "2 Jan to 4 Jan". */
export function describeFilter(facts: ColumnFacts, value: string, { label, factor }: Words): string {
  if (facts.filter === 'any of' || facts.filter === 'yes or no') return splitValues(value).map(label).join(', ');
  if (facts.filter !== 'range' && facts.filter !== 'dates') return value;
  const shown = (text: string) => (facts.filter === 'range' ? String(Number(text) / factor) : text);
  const [from, to] = value.includes('..') ? value.split('..') : [value, value];
  if (from && to) return from === to ? shown(from) : `${shown(from)} to ${shown(to)}`;
  return from ? `from ${shown(from)}` : `up to ${shown(to ?? '')}`;
}
