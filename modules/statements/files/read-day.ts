/** In which order day, month and year stand. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy';

const MONTHS: Record<string, number> = {
  jan: 1, feb: 2, mar: 3, apr: 4, may: 5, jun: 6, jul: 7, aug: 8, sep: 9, oct: 10, nov: 11, dec: 12,
  mär: 3, mrz: 3, mai: 5, okt: 10, dez: 12, fév: 2, avr: 4, juin: 6, juil: 7, aoû: 8, déc: 12, ene: 1, abr: 4, ago: 8, dic: 12, mrt: 3, mei: 5,
};

/** Reads a day ("31.01.2026", "2026-01-31T10:00", "31 Jan 26", "20260131") as YYYY-MM-DD; undefined when it is none. */
export function readDay(text: string, order: DateOrder): string | undefined {
  const day = text.trim().replace(/[T ]\d{1,2}:\d{2}.*$/, '');
  const packed = /^(\d{4})(\d{2})(\d{2})(?:\d{6}.*|\D.*)?$/.exec(day);
  if (packed) return dayOf(packed[1]!, packed[2]!, packed[3]!);
  const parts = day.split(/[\s./,-]+/).filter(Boolean);
  if (parts.length !== 3) return undefined;
  const named = parts.findIndex((part) => /^\p{L}/u.test(part));
  if (named !== -1) return withName(parts, named);
  const [a, b, c] = parts as [string, string, string];
  if (order === 'ymd') return dayOf(a, b, c);
  return order === 'dmy' ? dayOf(c, b, a) : dayOf(c, a, b);
}

function withName(parts: string[], named: number): string | undefined {
  const word = parts[named]!.toLowerCase();
  const month = MONTHS[word.slice(0, 4)] ?? MONTHS[word.slice(0, 3)];
  const [a, b] = parts.filter((_, i) => i !== named) as [string, string];
  if (!month) return undefined;
  return a.length === 4 ? dayOf(a, String(month), b) : dayOf(b, String(month), a);
}

function dayOf(year: string, month: string, day: string): string | undefined {
  if (!/^(\d{2}|\d{4})$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return undefined;
  // Two digits are of this century: no bank sends lines of the last one.
  const at = new Date(Date.UTC(year.length === 2 ? 2_000 + Number(year) : Number(year), Number(month) - 1, Number(day)));
  const fits = at.getUTCMonth() === Number(month) - 1 && at.getUTCDate() === Number(day) && at.getUTCFullYear() >= 1990 && at.getUTCFullYear() < 2100;
  return fits ? at.toISOString().slice(0, 10) : undefined;
}

/** Orders in which every one of these days can be read, the likeliest first. */
export function ordersThatFit(days: readonly string[]): DateOrder[] {
  const given = days.filter((day) => day.trim() !== '');
  if (given.length === 0) return [];
  return (['ymd', 'dmy', 'mdy'] as const).filter((order) => given.every((day) => readDay(day, order) !== undefined));
}
