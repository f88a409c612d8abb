import { DAY } from '#platform/time.ts';
import { randomOf } from '#worlds/random.ts';
import { mean, ndcg } from '../relevance/metrics.ts';
import type { Parted, Question } from './hold-back.ts';

/** Answers a question with products, the best first. */
export type Contender = (given: readonly string[]) => Promise<string[]> | string[];

/** The best sold of all that is known, or of the last days before the cut. */
export function popularity({ known, cut }: Parted, sellable: ReadonlySet<string>, days = Infinity): Contender {
  const orders = known.filter(({ at }) => cut.getTime() - at.getTime() <= days * DAY);
  const times = new Map([...sellable].map((id) => [id, 0]));
  for (const id of orders.flatMap(({ products }) => products)) if (times.has(id)) times.set(id, times.get(id)! + 1);
  const ranked = [...times].toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([id]) => id);
  return (given) => ranked.filter((id) => !given.includes(id));
}

/** Anything that is for sale; the same every time. */
export function chance(sellable: ReadonlySet<string>): Contender {
  const random = randomOf('recommendations');
  const all = [...sellable].toSorted();
  return (given) => random.some(all.filter((id) => !given.includes(id)), 12);
}

export interface Score {
  /** The share of questions to which at least one of the first k answers was wanted. */
  hitRate: number;
  ndcg: number;
  /** Each question's nDCG, to compare question by question. */
  each: number[];
}

export async function judge(contender: Contender, questions: readonly Question[], k: number): Promise<Score> {
  const hits: number[] = [];
  const each: number[] = [];
  for (const { given, wanted } of questions) {
    const ranked = await contender(given);
    hits.push(ranked.slice(0, k).some((id) => wanted.includes(id)) ? 1 : 0);
    each.push(ndcg(ranked, new Map(wanted.map((id) => [id, 1])), { k }) ?? 0);
  }
  return { hitRate: mean(hits), ndcg: mean(each), each };
}

/** By how much the first is better, with the half width of the 95 % interval: questions are compared one by one. */
export function difference(ours: Score, theirs: Score): { by: number; give: number } {
  const apart = ours.each.map((value, i) => value - theirs.each[i]!);
  const by = mean(apart);
  const spread = Math.sqrt(mean(apart.map((value) => (value - by) ** 2)));
  return { by, give: apart.length === 0 ? 0 : (1.96 * spread) / Math.sqrt(apart.length) };
}
