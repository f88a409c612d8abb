/** Something the command menu offers. */
export interface Choice {
  id: string;
  group: string;
  label: string;
  /** Beside the label. */
  detail?: string;
  /** Other words it is found by. */
  also?: string;
}

/** What fits the words, best first within its group; groups keep their order. Everything fits no words. */
export function matching<C extends Choice>(choices: readonly C[], words: string): C[] {
  const asked = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (asked.length === 0) return [...choices];
  const scored = choices.map((choice) => ({ choice, score: scoreOf(choice, asked) })).filter(({ score }) => score > 0);
  const groups = [...new Set(choices.map((choice) => choice.group))];
  return groups.flatMap((group) => scored.filter(({ choice }) => choice.group === group).toSorted((a, b) => b.score - a.score).map(({ choice }) => choice));
}

// Every word must be somewhere; the beginning of the label counts most, then the beginning of a word.
function scoreOf({ label, detail = '', also = '' }: Choice, asked: readonly string[]): number {
  const name = label.toLowerCase();
  const rest = `${detail} ${also}`.toLowerCase();
  const scores = asked.map((word) => (name.startsWith(word) ? 4 : name.includes(` ${word}`) ? 3 : name.includes(word) ? 2 : rest.includes(word) ? 1 : 0));
  return scores.includes(0) ? 0 : scores.reduce((sum: number, score) => sum + score, 0);
}
