const K1 = 1.2;
const B = 0.75;

/** Text to words. */
export type Split = (text: string) => string[];

/** Lower case, cut at anything but letters and digits: nothing cleverer, this is the floor. */
export const plainWords: Split = (text) => text.normalize('NFKD').replaceAll(/[\u0300-\u036f]/g, '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

interface Posting {
  document: number;
  times: number;
}

/** Okapi BM25 with k1 = 1.2 and b = 0.75 over whole texts, any of the words: what a search must beat to be worth its trouble. */
export class Bm25 {
  private readonly split: Split;
  private readonly ids: string[] = [];
  private readonly lengths: number[] = [];
  private readonly postings = new Map<string, Posting[]>();

  constructor(documents: Iterable<{ id: string; text: string }>, split: Split = plainWords) {
    this.split = split;
    for (const { id, text } of documents) this.add(id, split(text));
  }

  private add(id: string, words: readonly string[]): void {
    const document = this.ids.push(id) - 1;
    this.lengths.push(words.length);
    const times = new Map<string, number>();
    for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
    for (const [word, n] of times) {
      const known = this.postings.get(word);
      if (known) known.push({ document, times: n });
      else this.postings.set(word, [{ document, times: n }]);
    }
  }

  /** Ids and scores, best first; equal scores in the order the documents came. */
  rank(query: string, k = 100): { id: string; score: number }[] {
    const average = this.lengths.reduce((sum, n) => sum + n, 0) / Math.max(1, this.lengths.length);
    const scores = new Map<number, number>();
    for (const word of this.split(query)) {
      const found = this.postings.get(word) ?? [];
      const rarity = Math.log(1 + (this.ids.length - found.length + 0.5) / (found.length + 0.5));
      for (const { document, times } of found) {
        const length = 1 - B + (B * this.lengths[document]!) / average;
        scores.set(document, (scores.get(document) ?? 0) + (rarity * times * (K1 + 1)) / (times + K1 * length));
      }
    }
    const ranked = [...scores].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, k);
    return ranked.map(([document, score]) => ({ id: this.ids[document]!, score }));
  }
}
