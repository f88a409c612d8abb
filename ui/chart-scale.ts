/** A round number at or above the largest value, and the lines to draw up to it. */
export function niceScale(largest: number, lines = 4): { top: number; ticks: number[] } {
  if (largest <= 0) return { top: 1, ticks: [0] };
  const rough = largest / lines;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((n) => n * magnitude).find((n) => n >= rough)!;
  const count = Math.ceil(largest / step);
  return { top: step * count, ticks: Array.from({ length: count + 1 }, (_, i) => i * step) };
}

/** At most `most` labels, evenly apart, always with the first one. */
export function spread(count: number, most: number): number[] {
  const every = Math.max(1, Math.ceil(count / most));
  return Array.from({ length: Math.ceil(count / every) }, (_, i) => i * every);
}
