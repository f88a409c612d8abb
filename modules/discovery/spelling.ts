/** What the house knows of a typed word: itself, words that begin with it, words that look like it, parts of it that are words. */
export interface Hint {
  typed: string;
  how: 'known' | 'begins' | 'near' | 'part';
  word: string;
  listings: number;
}

/** Pieces worth asking for besides the words: two words written as one, one word written as two. */
export function partsOf(words: readonly string[]): string[] {
  const halves = words.filter((word) => word.length >= 6 && word.length <= 24).flatMap((word) => cuts(word).flat());
  const joined = words.slice(1).map((word, i) => words[i]! + word);
  return [...new Set([...halves, ...joined])];
}

const SHORTEST_HALF = 3;

function cuts(word: string): [string, string][] {
  const places = Array.from({ length: Math.max(0, word.length - 2 * SHORTEST_HALF + 1) }, (_, i) => i + SHORTEST_HALF);
  return places.map((at) => [word.slice(0, at), word.slice(at)]);
}

/**
 * The words people probably meant: unknown ones are finished, put right, cut in two or joined with the next. Null when nothing
 * better is known.
 */
export function meantWords(words: readonly string[], hints: readonly Hint[]): string[] | null {
  const known = new Set(hints.filter((hint) => (hint.how === 'known' || hint.how === 'part') && hint.listings > 0).map((hint) => hint.word));
  const meant: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const joined = word + (words[i + 1] ?? '');
    if (known.has(word) && (i + 1 >= words.length || known.has(words[i + 1]!))) meant.push(word);
    else if (i + 1 < words.length && known.has(joined)) {
      meant.push(joined);
      i += 1;
    } else meant.push(...(known.has(word) ? [word] : putRight(word, { hints, known, last: i === words.length - 1 })));
  }
  return meant.join(' ') === words.join(' ') ? null : meant;
}

interface Knowledge {
  hints: readonly Hint[];
  known: ReadonlySet<string>;
  last: boolean;
}

function putRight(word: string, { hints, known, last }: Knowledge): string[] {
  const of = (how: Hint['how']) => hints.filter((hint) => hint.typed === word && hint.how === how);
  const begun = of('begins').toSorted((a, b) => b.listings - a.listings)[0];
  const near = nearest(word, of('near'));
  if (last && begun && (!near || near.distance > 1)) return [begun.word];
  if (near) return [near.word];
  const halves = cuts(word).find((pair) => pair.every((half) => known.has(half)));
  return halves ?? (begun ? [begun.word] : [word]);
}

/** The best word within as many mistakes as its length forgives: fewest mistakes, then the same beginning, then the most common. */
function nearest(word: string, hints: readonly Hint[]): { word: string; distance: number } | undefined {
  const most = word.length < 4 || /\d/.test(word) ? 0 : word.length < 8 ? (word.length < 6 ? 1 : 2) : 3;
  const close = hints
    .map((hint) => ({ word: hint.word, listings: hint.listings, distance: mistakes(word, hint.word) - (hint.word[0] === word[0] ? 0.5 : 0) }))
    .filter((each) => each.distance <= most && !/\d/.test(each.word));
  return close.toSorted((a, b) => a.distance - b.distance || b.listings - a.listings)[0];
}

/** Letters left out, added, changed or swapped with the next: the restricted Damerau-Levenshtein distance. */
export function mistakes(a: string, b: string): number {
  let [before, last] = [Array.from({ length: b.length + 1 }, () => 0), Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2]! + 1 : Infinity;
      row.push(Math.min(change, last[j]! + 1, row[j - 1]! + 1, swapped));
    }
    [before, last] = [last, row];
  }
  return last[b.length]!;
}
