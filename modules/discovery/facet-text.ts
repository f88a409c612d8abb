/**
 * A listing's facets stand in one text, each between DEL characters: `key=value` for what is chosen, `#key=1.5` for what has a range.
 * The database only strings these texts together; counting happens here.
 */
const MARK = '\u007f';

/** A LIKE pattern that finds the listings with this facet. */
export function facetPattern(key: string, value: string): string {
  return `%${MARK}${`${key}=${value}`.replaceAll(/[\\%_]/g, '\\$&')}${MARK}%`;
}

/** Listings that fail the same filters: none (`misses` null), or exactly one. */
export interface Group {
  misses: string | null;
  texts: string | null;
  lowest: number;
  highest: number;
  available: number;
  listings: number;
}

export interface Tally {
  values: Map<string, Map<string, number>>;
  ranges: Map<string, [low: number, high: number]>;
  price: [low: number, high: number] | null;
  available: number;
  soldOut: number;
}

/** Counts each facet over the listings that fail no filter, or only the facet's own, so that its other choices keep their counts. */
export function tally(groups: readonly Group[]): Tally {
  const sum: Tally = { values: new Map(), ranges: new Map(), price: null, available: 0, soldOut: 0 };
  for (const group of groups) {
    if (group.texts) countTexts(sum, group.texts, group.misses);
    if (group.misses === null || group.misses === 'price') sum.price = wider(sum.price, group.lowest, group.highest);
    if (group.misses !== null && group.misses !== 'available') continue;
    sum.available += group.available;
    sum.soldOut += group.listings - group.available;
  }
  return sum;
}

function wider(range: [number, number] | null | undefined, low: number, high: number): [number, number] {
  return range ? [Math.min(range[0], low), Math.max(range[1], high)] : [low, high];
}

function countTexts(sum: Tally, texts: string, only: string | null): void {
  for (const { facet, n } of occurrences(texts)) {
    const ranged = facet.startsWith('#');
    const cut = facet.indexOf('=');
    const key = facet.slice(ranged ? 1 : 0, cut);
    if (only !== null && key !== only) continue;
    const value = facet.slice(cut + 1);
    if (ranged) sum.ranges.set(key, wider(sum.ranges.get(key), Number(value), Number(value)));
    else countValue(sum.values, key, value, n);
  }
}

interface Occurrence {
  facet: string;
  n: number;
}

const MARK_CODE = MARK.charCodeAt(0);

// Cutting out thousands of strings to count a few dozen different ones takes twice as long as telling them apart by a running
// hash. Two facets with one hash are told apart by their text.
function occurrences(texts: string): Iterable<Occurrence> {
  const found = new Map<number | string, Occurrence>();
  let hash = 0;
  let start = 0;
  for (let i = 0; i < texts.length; i++) {
    const code = texts.charCodeAt(i);
    if (code !== MARK_CODE) hash = (Math.imul(hash, 31) + code) | 0;
    else {
      if (i > start) count(found, hash, texts, start, i);
      start = i + 1;
      hash = 0;
    }
  }
  return found.values();
}

function count(found: Map<number | string, Occurrence>, hash: number, texts: string, start: number, end: number): void {
  const known = found.get(hash);
  if (known?.facet.length === end - start && texts.startsWith(known.facet, start)) known.n += 1;
  else if (!known) found.set(hash, { facet: texts.slice(start, end), n: 1 });
  else {
    const facet = texts.slice(start, end);
    found.set(facet, { facet, n: (found.get(facet)?.n ?? 0) + 1 });
  }
}

function countValue(values: Tally['values'], key: string, value: string, n: number): void {
  const known = values.get(key);
  if (known) known.set(value, (known.get(value) ?? 0) + n);
  else values.set(key, new Map([[value, n]]));
}
