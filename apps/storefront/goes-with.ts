import type { ProductCard, Recommendations } from './api.ts';

/** How many products a row of a page shows. */
export const ROW = 4;

/** The rows below a product. What few people bought both of is filled up with what sells beside it; each product stands there once. */
export function rowsBeside(found: Recommendations, beside: readonly ProductCard[]): Recommendations {
  const shown = new Set([...found.boughtTogether, ...found.alsoLike, ...found.similar].map(({ id }) => id));
  const alsoLike = [...found.alsoLike, ...beside.filter(({ id }) => !shown.has(id))].slice(0, ROW);
  return { ...found, alsoLike };
}
