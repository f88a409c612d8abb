/** Chance that is the same every time: all of it follows from one seed. */
export interface Random {
  /** 0 up to, not including, 1. */
  next(): number;
  /** A whole number, both ends included. */
  whole(from: number, to: number): number;
  pick<T>(list: readonly T[]): T;
  /** True that often, 0..1. */
  chance(share: number): boolean;
  /** One of the list, likelier with more weight. */
  weighted<T>(list: readonly T[], weightOf: (item: T) => number): T;
  /** So many different ones of the list, in chance's order. */
  some<T>(list: readonly T[], count: number): T[];
  /** Chance for a part of the work, so that a change there changes nothing elsewhere. */
  part(name: string): Random;
}

export function randomOf(seed: string): Random {
  const next = mulberry32(hashOf(seed));
  const random: Random = {
    next,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    pick: (list) => list[Math.floor(next() * list.length)]!,
    chance: (share) => next() < share,
    weighted(list, weightOf) {
      let left = next() * list.reduce((sum, item) => sum + weightOf(item), 0);
      return list.find((item) => (left -= weightOf(item)) < 0) ?? list.at(-1)!;
    },
    some(list, count) {
      const rest = [...list];
      return Array.from({ length: Math.min(count, rest.length) }, () => rest.splice(Math.floor(next() * rest.length), 1)[0]!);
    },
    part: (name) => randomOf(`${seed}/${name}`),
  };
  return random;
}

// FNV-1a.
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193);
  return hash >>> 0;
}

// A small generator of good spread; not for secrets.
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
