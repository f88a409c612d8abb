/**
 * A listing's facets stand in one text of codes, five letters each: a capital and four of 0-9a-z. A to X are numbers of
 * `listing_facet_values`; Y says whether it can be bought, Z how many stars it has. The database only strings these texts together;
 * counting happens here.
 */
const LENGTH = 5;
const CAPITAL = 65;
const AVAILABLE = 'Yyes0';
const SOLD_OUT = 'Yno00';
const MOST_STARS = 5;

/** The code of a facet's number, as facet_code() in 0010_search.sql writes it. */
export function facetCode(number: number): string {
  const rest = (number % 36 ** 4).toString(36).padStart(4, '0');
  return String.fromCharCode(CAPITAL + Math.floor(number / 36 ** 4)) + rest;
}

/** A LIKE pattern that finds the listings with this facet. */
export function facetPattern(number: number): string {
  return `%${facetCode(number)}%`;
}

/** Listings that fail the same filters: none (`misses` null), or exactly one. */
export interface Group {
  misses: string | null;
  texts: string | null;
  lowest: number;
  highest: number;
}

/** Cuts the gathered text into its codes. Those of one number share a string, so the map holds a few dozen. */
export function countCodes(texts: string): Map<number, number> {
  const counts = new Map<number, number>();
  for (let i = 0; i + LENGTH <= texts.length; i += LENGTH) {
    const number = numberAt(texts, i);
    counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return counts;
}

// Worth of each letter, by its char code; capitals stand for the highest digit.
const WORTH = new Uint8Array(128);
for (let digit = 0; digit < 36; digit++) WORTH[digit.toString(36).charCodeAt(0)] = digit;
for (let letter = 0; letter < 26; letter++) WORTH[CAPITAL + letter] = letter;

function numberAt(texts: string, i: number): number {
  return (((WORTH[texts.charCodeAt(i)]! * 36 + WORTH[texts.charCodeAt(i + 1)]!) * 36 + WORTH[texts.charCodeAt(i + 2)]!) * 36 + WORTH[texts.charCodeAt(i + 3)]!) * 36 + WORTH[texts.charCodeAt(i + 4)]!;
}

const YES = numberAt(AVAILABLE, 0);
const NO = numberAt(SOLD_OUT, 0);
const FIRST_MARK = 24 * 36 ** 4;
const STARS = Array.from({ length: MOST_STARS + 1 }, (_, stars) => numberAt(`Z${stars}000`, 0));

/** What a number stands for; the workspace's book of facets tells. */
export interface Named {
  key: string;
  value: string;
}

export interface Tally {
  values: Map<string, Map<string, number>>;
  ranges: Map<string, [low: number, high: number]>;
  price: [low: number, high: number] | null;
  available: number;
  soldOut: number;
  /** Listings by whole stars, 0 to 5. */
  stars: number[];
}

interface Counted extends Group {
  counts: Map<number, number>;
}

/** Each group with its codes counted, and the numbers whose names are needed. */
export function countGroups(groups: readonly Group[]): { groups: Counted[]; numbers: number[] } {
  const counted = groups.map((group) => ({ ...group, counts: countCodes(group.texts ?? '') }));
  const numbers = new Set<number>();
  for (const { counts } of counted) for (const number of counts.keys()) if (number < FIRST_MARK) numbers.add(number);
  return { groups: counted, numbers: [...numbers] };
}

/** Counts each facet over the listings that fail no filter, or only the facet's own, so that its other choices keep their counts. */
export function tally(groups: readonly Counted[], name: (number: number) => Named | undefined): Tally {
  const sum: Tally = { values: new Map(), ranges: new Map(), price: null, available: 0, soldOut: 0, stars: STARS.map(() => 0) };
  for (const { misses, counts, lowest, highest } of groups) {
    if (counts.size > 0 && (misses === null || misses === 'price')) sum.price = wider(sum.price, lowest, highest);
    if (misses === null || misses === 'available') {
      sum.available += counts.get(YES) ?? 0;
      sum.soldOut += counts.get(NO) ?? 0;
    }
    if (misses === null || misses === 'rating') STARS.forEach((star, i) => (sum.stars[i]! += counts.get(star) ?? 0));
    for (const [number, n] of counts) countNamed(sum, name(number), { n, only: misses });
  }
  return sum;
}

function countNamed(sum: Tally, named: Named | undefined, { n, only }: { n: number; only: string | null }): void {
  if (!named) return;
  const ranged = named.key.startsWith('#');
  const key = ranged ? named.key.slice(1) : named.key;
  if (only !== null && key !== only) return;
  if (ranged) sum.ranges.set(key, wider(sum.ranges.get(key), Number(named.value), Number(named.value)));
  else countValue(sum.values, key, { value: named.value, n });
}

function wider(range: [number, number] | null | undefined, low: number, high: number): [number, number] {
  return range ? [Math.min(range[0], low), Math.max(range[1], high)] : [low, high];
}

function countValue(values: Tally['values'], key: string, { value, n }: { value: string; n: number }): void {
  const known = values.get(key);
  if (known) known.set(value, (known.get(value) ?? 0) + n);
  else values.set(key, new Map([[value, n]]));
}
