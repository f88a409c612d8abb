/** What is measured: `chest`, "Chest". */
export interface Measure {
  key: string;
  says: string;
}

/** Body measures a size is made for, in millimetres. */
export interface Range {
  from: number;
  to: number;
}

/** Sizes stand in order, the smallest first. */
export interface SizeRow {
  size: string;
  ranges: Record<string, Range>;
}

export type Advice = 'small' | 'large' | 'true' | null;

export interface Recommendation {
  size: string;
  /** fits: every measure lies in the size. between: it comes nearest. outside: the shopper is beyond all sizes. */
  how: 'fits' | 'between' | 'outside';
  /** The reviews moved it by one size. */
  moved: 'up' | 'down' | null;
}

const ENOUGH = 3;

/** What reviews say of the fit, when at least three do and most of them agree: "runs small". */
export function adviceOf({ small, true: fits, large }: { small: number; true: number; large: number }): Advice {
  const total = small + fits + large;
  if (total < ENOUGH) return null;
  if (small > fits + large) return 'small';
  if (large > fits + small) return 'large';
  return 'true';
}

/** The size for a body, by what a guide says, and by one more or less when the reviews say that the thing runs small or large. */
export function recommendSize(sizes: readonly SizeRow[], body: Readonly<Record<string, number>>, advice: Advice): Recommendation | null {
  const rated = sizes.map((row, at) => ({ row, at, ...missOf(row, body) })).filter((each) => each.known > 0);
  const [first, last] = [rated[0], rated.at(-1)];
  if (!first || !last) return null;
  // Nearer is better; in the middle of a size is better than at its edge; of two equals the roomier one.
  const best = rated.toSorted((a, b) => a.miss - b.miss || a.offCentre - b.offCentre || b.at - a.at)[0]!;
  if (best.miss === 0) return moved(rated.map((each) => each.row), rated.indexOf(best), body, advice);
  const outside = (best === first && isBelow(best.row, body)) || (best === last && isAbove(best.row, body));
  return { size: best.row.size, how: outside ? 'outside' : 'between', moved: null };
}

interface Miss {
  /** Millimetres outside of the size, over all measures. */
  miss: number;
  /** How far from the middle of the size: 0 in the middle, 1 at the edge. */
  offCentre: number;
  known: number;
}

function missOf(row: SizeRow, body: Readonly<Record<string, number>>): Miss {
  let [miss, offCentre, known] = [0, 0, 0];
  for (const [range, value] of measured(row, body)) {
    known += 1;
    miss += Math.max(0, range.from - value, value - range.to);
    offCentre += Math.abs(place(range, value) - 0.5) * 2;
  }
  return { miss, offCentre: known === 0 ? 0 : offCentre / known, known };
}

function measured(row: SizeRow, body: Readonly<Record<string, number>>): [Range, number][] {
  return Object.entries(row.ranges).flatMap(([key, range]) => (body[key] === undefined ? [] : [[range, body[key]] as [Range, number]]));
}

/** 0 at the lower edge of the range, 1 at the upper. */
function place({ from, to }: Range, value: number): number {
  return to === from ? 0.5 : (value - from) / (to - from);
}

function isBelow(row: SizeRow, body: Readonly<Record<string, number>>): boolean {
  return measured(row, body).every(([range, value]) => value <= range.to) && measured(row, body).some(([range, value]) => value < range.from);
}

function isAbove(row: SizeRow, body: Readonly<Record<string, number>>): boolean {
  return measured(row, body).every(([range, value]) => value >= range.from) && measured(row, body).some(([range, value]) => value > range.to);
}

function moved(rows: readonly SizeRow[], at: number, body: Readonly<Record<string, number>>, advice: Advice): Recommendation {
  const row = rows[at]!;
  const places = measured(row, body).map(([range, value]) => place(range, value));
  const middle = places.reduce((sum, each) => sum + each, 0) / places.length;
  const step = advice === 'small' && middle > 0.5 ? 1 : advice === 'large' && middle < 0.5 ? -1 : 0;
  const next = step === 0 ? undefined : rows[at + step];
  if (!next) return { size: row.size, how: 'fits', moved: null };
  return { size: next.size, how: 'fits', moved: step > 0 ? 'up' : 'down' };
}

/** Millimetres as the shopper's tape says them; small things like fingers in inches need the hundredths. */
export function lengthText(millimetres: number, unit: 'cm' | 'in'): string {
  if (unit === 'cm') return String(millimetres / 10);
  const inches = millimetres / 25.4;
  const steps = inches < 10 ? 100 : 10;
  return String(Math.round(inches * steps) / steps);
}

export function toMillimetres(value: number, unit: 'cm' | 'in'): number {
  return Math.round(unit === 'cm' ? value * 10 : value * 25.4);
}
