type Point = readonly [x: number, y: number, z: number];
/** Three corners, seen from outside against the clock. */
export type Facet = readonly [Point, Point, Point];

const RIM = 16;

/** A round brilliant: table, crown and pavilion, about two wide. */
export function brilliant(): Facet[] {
  const table = ring(8, 0.56, 0.36, 0);
  const crown = ring(8, 0.82, 0.2, 0.5);
  const girdle = ring(RIM, 1, 0, 0);
  const lower = ring(RIM, 0.99, -0.06, 0);
  const pavilion = ring(8, 0.48, -0.5, 0.5);
  const culet: Point = [0, -0.9, 0];
  return [
    ...table.map((point, i): Facet => [[0, 0.36, 0], next(table, i), point]),
    ...table.flatMap((point, i): Facet[] => [[point, next(table, i), crown[i]!], [crown[i]!, next(table, i), next(crown, i)]]),
    ...crown.flatMap((point, i): Facet[] => [[point, girdle[(2 * i + 2) % RIM]!, girdle[2 * i + 1]!], [point, girdle[2 * i + 1]!, girdle[2 * i]!], [point, next(crown, i), girdle[(2 * i + 2) % RIM]!]]),
    ...girdle.flatMap((point, i): Facet[] => [[point, next(girdle, i), lower[i]!], [lower[i]!, next(girdle, i), next(lower, i)]]),
    ...pavilion.flatMap((point, i): Facet[] => [[lower[2 * i + 1]!, lower[(2 * i + 2) % RIM]!, point], [lower[2 * i]!, lower[2 * i + 1]!, point], [lower[(2 * i + 2) % RIM]!, next(pavilion, i), point]]),
    ...pavilion.map((point, i): Facet => [point, next(pavilion, i), culet]),
  ];
}

/** `turned` in steps of the ring itself. */
function ring(count: number, radius: number, height: number, turned: number): Point[] {
  return Array.from({ length: count }, (_, i): Point => {
    const angle = ((i + turned) / count) * Math.PI * 2;
    return [Math.cos(angle) * radius, height, Math.sin(angle) * radius];
  });
}

function next(points: readonly Point[], i: number): Point {
  return points[(i + 1) % points.length]!;
}

export function normalOf([a, b, c]: Facet): Point {
  const [u, v] = [minus(b, a), minus(c, a)];
  const out: Point = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]];
  const length = Math.hypot(...out) || 1;
  // Of a stone around the middle every facet looks away from it.
  const middle = a.map((part, i) => part + b[i]! + c[i]!);
  const side = out.reduce((sum, part, i) => sum + part * middle[i]!, 0) < 0 ? -1 : 1;
  return [(side * out[0]) / length, (side * out[1]) / length, (side * out[2]) / length];
}

function minus(a: Point, b: Point): Point {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}
