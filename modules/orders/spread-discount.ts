import { allocate } from '#platform/money.ts';

/** A line as far as an order's discount is concerned. Amounts in minor units. */
export interface DiscountedLine {
  total: number;
  /** What is taken off this very line. */
  discount: number;
}

/**
 * What each line becomes cheaper when an order has this discount in all: what is taken off the line itself, and its share of what was
 * taken off the order by hand. Together exactly the discount, and never more than a line costs.
 */
export function spreadDiscount(discount: number, lines: readonly DiscountedLine[]): number[] {
  const own = lines.reduce((sum, line) => sum + line.discount, 0);
  if (discount < own) return allocate(discount, lines.map((line) => line.discount));
  const rest = discount - own;
  if (rest === 0) return lines.map((line) => line.discount);
  const shares = allocate(rest, lines.map((line) => line.total - line.discount));
  return lines.map((line, i) => line.discount + shares[i]!);
}
