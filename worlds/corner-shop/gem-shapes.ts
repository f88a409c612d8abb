import type { Random } from '../random.ts';

type Point = readonly [x: number, y: number];

export interface Tone {
  hue: number;
  saturation: number;
  light: number;
}

/** A faceted stone around (0, 0), about 200 wide: SVG elements without a frame. */
export function drawStone(random: Random, cut: string, tone: Tone): string {
  const outline = outlineOf(cut);
  return cut === 'Emerald' || cut === 'Asscher' ? stepCut(random, outline, tone) : brilliantCut(random, outline, tone);
}

function outlineOf(cut: string): Point[] {
  if (cut === 'Emerald') return corners(100, 72, 26);
  if (cut === 'Asscher') return corners(90, 90, 34);
  const [count, at] = SHAPES[cut] ?? SHAPES['Round']!;
  return Array.from({ length: count }, (_, i) => at((i / count) * Math.PI * 2));
}

const round = (x: number, y: number) => (a: number): Point => [Math.cos(a) * x, Math.sin(a) * y];

// Each shape as its number of corners and where the corner at an angle lies.
const SHAPES: Record<string, readonly [number, (angle: number) => Point]> = {
  Round: [16, round(96, 96)],
  Oval: [16, round(104, 78)],
  Cushion: [16, (a) => [superellipse(Math.cos(a)) * 96, superellipse(Math.sin(a)) * 84]],
  Pear: [18, (a) => [Math.sin(a) * 78 * (1 - 0.42 * Math.max(0, -Math.cos(a)) ** 1.4), -Math.cos(a) * -104]],
  Marquise: [16, (a) => [Math.cos(a) * 112, Math.sin(a) * Math.abs(Math.sin(a)) ** 0.35 * 60]],
  Trillion: [15, (a) => polar(a - Math.PI / 2, 84 + 14 * Math.cos(a * 3))],
};

function superellipse(part: number): number {
  return Math.sign(part) * Math.abs(part) ** 0.72;
}

function polar(angle: number, radius: number): Point {
  return [Math.cos(angle) * radius, Math.sin(angle) * radius];
}

function corners(x: number, y: number, cut: number): Point[] {
  return [[x, -y + cut], [x, y - cut], [x - cut, y], [-x + cut, y], [-x, y - cut], [-x, -y + cut], [-x + cut, -y], [x - cut, -y]];
}

/** Girdle, a ring of kites, a star and the table: what one sees from above. */
function brilliantCut(random: Random, girdle: Point[], tone: Tone): string {
  const middle = girdle.map((point, i) => scale(between(point, next(girdle, i)), 0.8));
  const table = girdle.map((point) => scale(point, 0.52));
  const facets = girdle.flatMap((point, i) => [
    [point, next(girdle, i), middle[i]!],
    [point, middle[i]!, table[i]!, middle.at(i - 1)!],
    [table[i]!, middle[i]!, next(table, i)],
  ]);
  return [...facets.map((facet) => shape(random, facet, tone)), ...inside(random, table, tone)].join('');
}

function stepCut(random: Random, girdle: Point[], tone: Tone): string {
  const rings = [1, 0.82, 0.64, 0.5].map((size) => girdle.map((point) => scale(point, size)));
  const facets = rings.slice(1).flatMap((ring, depth) => ring.map((_, i) => [rings[depth]![i]!, next(rings[depth]!, i), next(ring, i), ring[i]!]));
  return [...facets.map((facet) => shape(random, facet, tone)), ...inside(random, rings.at(-1)!, tone)].join('');
}

// Through the table one sees the facets of the back, light and dark by turns, and on it a reflection.
function inside(random: Random, table: Point[], tone: Tone): string[] {
  const back = table.map((point, i) => polygon([point, next(table, i), [0, 0]], colour(tone, (i % 2 ? 16 : -12) + random.whole(-8, 10))));
  const glint = polygon([scale(table[0]!, 0.9), scale(next(table, 0), 0.9), scale(table[Math.floor(table.length / 2)]!, 0.15)], 'rgba(255,255,255,.35)');
  return [polygon(table, colour(tone, 4)), ...back, glint];
}

function shape(random: Random, points: Point[], tone: Tone): string {
  const x = points.reduce((sum, p) => sum + p[0], 0) / points.length;
  const y = points.reduce((sum, p) => sum + p[1], 0) / points.length;
  // The lamp stands at the upper left.
  const lit = (-x - y * 1.4) / 240;
  return polygon(points, colour(tone, lit * 26 + random.whole(-9, 9)));
}

export function colour({ hue, saturation, light }: Tone, more = 0): string {
  return `hsl(${hue},${saturation}%,${Math.round(Math.max(6, Math.min(96, light + more)))}%)`;
}

function polygon(points: Point[], fill: string): string {
  return `<polygon points="${points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}" fill="${fill}" stroke="${fill}" stroke-width=".6"/>`;
}

function scale([x, y]: Point, by: number): Point {
  return [x * by, y * by];
}

function between(a: Point, b: Point): Point {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

function next(points: Point[], i: number): Point {
  return points[(i + 1) % points.length]!;
}
