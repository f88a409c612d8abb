import { normalOf, type Facet } from './brilliant.ts';

type Point = Facet[number];
const SIDE = 1_000;
const TILT = 0.5;
const LIGHT: Point = [0.4, 0.75, 0.55];

/** SVG pictures of facets turned once round, in so many steps. */
export function turnedPictures(facets: readonly Facet[], hue: number, steps: number): string[] {
  return Array.from({ length: steps }, (_, i) => pictureOf(facets, hue, (i / steps) * Math.PI * 2));
}

function pictureOf(facets: readonly Facet[], hue: number, angle: number): string {
  const turned = facets.map((facet) => facet.map((point) => tilted(turn(point, angle))) as unknown as Facet);
  const shown = turned.map((facet) => ({ facet, normal: normalOf(facet), depth: facet.reduce((sum, point) => sum + point[2], 0) })).filter(({ normal }) => normal[2] > 0);
  const polygons = shown.toSorted((a, b) => a.depth - b.depth).map(({ facet, normal }) => `<polygon points="${facet.map(onPaper).join(' ')}" fill="${shade(hue, normal)}" stroke="${shade(hue, normal)}" stroke-width="1.5"/>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}"><defs><radialGradient id="g" cy="40%" r="75%"><stop offset="0" stop-color="hsl(${hue} 18% 97%)"/><stop offset="1" stop-color="hsl(${hue} 16% 86%)"/></radialGradient></defs>
<rect width="${SIDE}" height="${SIDE}" fill="url(#g)"/><ellipse cx="500" cy="800" rx="250" ry="28" fill="rgba(30,30,40,.16)"/>${polygons.join('')}</svg>`;
}

function turn([x, y, z]: Point, angle: number): Point {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [x * cos + z * sin, y, z * cos - x * sin];
}

function tilted([x, y, z]: Point): Point {
  const [cos, sin] = [Math.cos(TILT), Math.sin(TILT)];
  return [x, y * cos - z * sin, y * sin + z * cos];
}

function onPaper([x, y]: Point): string {
  return `${(SIDE / 2 + x * 340).toFixed(1)},${(SIDE / 2 - (y + 0.05) * 340).toFixed(1)}`;
}

// Neighbouring facets throw the light quite differently; that is what makes a stone sparkle.
function shade(hue: number, [x, y, z]: Point): string {
  const light = Math.max(0, x * LIGHT[0] + y * LIGHT[1] + z * LIGHT[2]);
  const spark = Math.max(0, Math.sin(x * 9 + y * 7 + z * 5));
  return `hsl(${hue} ${(62 - spark * 18).toFixed(0)}% ${(20 + light * 38 + spark * 24).toFixed(0)}%)`;
}
