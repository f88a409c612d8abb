/** Product id -> how well it answers a query; 0 = not at all. */
export type Grades = ReadonlyMap<string, number>;
export type Gain = 'linear' | 'exponential';

const GAINS: Record<Gain, (grade: number) => number> = { linear: (grade) => grade, exponential: (grade) => 2 ** grade - 1 };

/** Discounted gain of the first k: each place further down counts less, by the logarithm of its place. */
function discounted(gains: readonly number[], k: number): number {
  return gains.slice(0, k).reduce((sum, gain, i) => sum + gain / Math.log2(i + 2), 0);
}

/** 1 = the best order possible of what was judged; products nobody judged count as not relevant. Null when nothing is relevant. */
export function ndcg(ranked: readonly string[], grades: Grades, { k = 10, gain = 'linear' as Gain } = {}): number | null {
  const best = discounted([...grades.values()].map(GAINS[gain]).toSorted((a, b) => b - a), k);
  if (best === 0) return null;
  return discounted(ranked.map((id) => GAINS[gain](grades.get(id) ?? 0)), k) / best;
}

/** Of the relevant products (any grade above 0) the share among the first k. Null when nothing is relevant. */
export function recall(ranked: readonly string[], grades: Grades, k = 100): number | null {
  const relevant = [...grades].filter(([, grade]) => grade > 0).map(([id]) => id);
  if (relevant.length === 0) return null;
  const shown = new Set(ranked.slice(0, k));
  return relevant.filter((id) => shown.has(id)).length / relevant.length;
}

/** The mean of those that have a value. */
export function mean(values: readonly (number | null)[]): number {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? 0 : known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** The smallest value that at least that share of the values does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

export interface Score {
  ndcg10: number;
  recall100: number;
  zeroHits: number;
  queries: number;
}

/** Query id -> ranked product ids, and query id -> grades. Only queries somebody judged count. */
export function scoreOf(runs: ReadonlyMap<string, readonly string[]>, judged: ReadonlyMap<string, Grades>, gain: Gain = 'linear'): Score {
  const counted = [...judged].filter(([, grades]) => [...grades.values()].some((grade) => grade > 0));
  const ranked = (query: string) => runs.get(query) ?? [];
  return {
    ndcg10: mean(counted.map(([query, grades]) => ndcg(ranked(query), grades, { gain }))),
    recall100: mean(counted.map(([query, grades]) => recall(ranked(query), grades))),
    zeroHits: counted.filter(([query]) => ranked(query).length === 0).length,
    queries: counted.length,
  };
}
