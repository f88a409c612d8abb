const MOST_WORDS = 8;

/** What people typed, as the listings' words are written: folded, split at anything but letters and digits. */
export function wordsOf(q: string | undefined): string[] | null {
  const folded = (q ?? '').normalize('NFKD').replaceAll(/[\u0300-\u036f]/g, '').toLowerCase();
  const words = folded.match(/[\p{L}\p{N}]+/gu)?.slice(0, MOST_WORDS).map((w) => w.slice(0, 60)) ?? [];
  return words.length > 0 ? words : null;
}

/** Typed words -> words that mean the same, each written as several words in a row. Keys are in the form of `meaningKey`. */
export type Meanings = ReadonlyMap<string, readonly string[][]>;

/** One form for singular and plural, so that a synonym of "sofa" holds for "sofas" too. */
export function meaningKey(words: readonly string[]): string {
  return words.map(singular).join(' ');
}

function singular(word: string): string {
  if (word.length < 4) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return /[^su]s$/.test(word) ? word.slice(0, -1) : word;
}

const LONGEST_PHRASE = 3;

/**
 * What is wished for, one entry for each wish, as the database reads it: `mug`, or with words of the same meaning
 * `mug|cup|(coffee&pot)`. Words hold letters and digits only, so nothing in them can be taken for a sign.
 */
export function wishesOf(words: readonly string[], meanings: Meanings): string[] {
  const wishes: string[] = [];
  for (let i = 0; i < words.length; ) {
    const length = phraseAt(words, i, meanings);
    const phrase = words.slice(i, i + length);
    wishes.push([phrase, ...meant(phrase, meanings)].map(together).join('|'));
    i += length;
  }
  return wishes;
}

function meant(phrase: readonly string[], meanings: Meanings): readonly string[][] {
  const key = meaningKey(phrase);
  return [...(meanings.get(key) ?? []), ...(spellings.get(key) ?? [])];
}

/** Length of the longest phrase beginning here that has synonyms; 1 when there is none. */
function phraseAt(words: readonly string[], start: number, meanings: Meanings): number {
  for (let length = Math.min(LONGEST_PHRASE, words.length - start); length > 1; length--) {
    if (meanings.has(meaningKey(words.slice(start, start + length)))) return length;
  }
  return 1;
}

/** One word in two spellings, and numbers as words: the same in every shop. */
const SPELLINGS = 'colour color|grey gray|jewellery jewelry|aluminium aluminum|tyre tire|pyjama pajama|centre center|metre meter|litre liter|fibre fiber|mould mold|organiser organizer|moustache mustache|plough plow|1 one|2 two|3 three|4 four|5 five|6 six|8 eight|10 ten|12 twelve'
  .split('|').map((pair) => pair.split(' '));
const spellings: Meanings = new Map(SPELLINGS.flatMap(([a, b]) => [[meaningKey([a!]), [[b!]]], [meaningKey([b!]), [[a!]]]]));

function together(phrase: readonly string[]): string {
  return phrase.length === 1 ? phrase[0]! : `(${phrase.join('&')})`;
}
