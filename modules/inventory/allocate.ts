import type { Level, StockOf, VariantStock } from './levels.ts';

export interface Line {
  variantId: string;
  quantity: number;
}

export interface Shortage {
  variantId: string;
  wanted: number;
  available: number;
}

export interface Take extends Line {
  locationId: string;
}

/** Lines of the same variant become one, in key order: what is checked is the sum, never the single line. */
export function sumLines(lines: readonly Line[]): Line[] {
  const sums = new Map<string, number>();
  for (const { variantId, quantity } of lines) sums.set(variantId, (sums.get(variantId) ?? 0) + quantity);
  const summed = [...sums].map(([variantId, quantity]) => ({ variantId, quantity }));
  return summed.toSorted((a, b) => (a.variantId < b.variantId ? -1 : 1));
}

/** What is missing, per variant; empty when everything can be had. Untracked variants and those sold beyond stock never lack. */
export function shortagesOf(lines: readonly Line[], stock: StockOf): Shortage[] {
  return lines.flatMap(({ variantId, quantity }) => {
    const known = stock.get(variantId);
    if (known && (!known.tracked || known.canOversell)) return [];
    const available = known ? sellable(known).reduce((sum, l) => sum + free(l), 0) : 0;
    return available >= quantity ? [] : [{ variantId, wanted: quantity, available }];
  });
}

/**
 * From which location each line is taken: one location that has everything when there is one, else per variant one that has
 * enough, else split, best location first. What is sold beyond stock falls to the best location.
 */
export function allocate(lines: readonly Line[], stock: StockOf): Take[] {
  const tracked = lines.map((line) => ({ line, stock: stock.get(line.variantId)! })).filter((wish) => wish.stock.tracked);
  const whole = tracked[0] && sellable(tracked[0].stock).find((l) => tracked.every((wish) => hasAt(wish.stock, l.locationId, wish.line.quantity)));
  return tracked.flatMap(({ line, stock: own }) => (whole ? [{ ...line, locationId: whole.locationId }] : takeFrom(own, line)));
}

function takeFrom(stock: VariantStock, line: Line): Take[] {
  const levels = sellable(stock);
  const enough = levels.find((l) => free(l) >= line.quantity);
  if (enough) return [{ ...line, locationId: enough.locationId }];
  let missing = line.quantity;
  const parts = levels.map((l) => {
    const quantity = Math.min(missing, Math.max(0, free(l)));
    missing -= quantity;
    return { variantId: line.variantId, locationId: l.locationId, quantity };
  });
  if (missing > 0) parts[0]!.quantity += missing;
  return parts.filter((part) => part.quantity > 0);
}

function hasAt(stock: VariantStock, locationId: string, quantity: number): boolean {
  return sellable(stock).some((l) => l.locationId === locationId && free(l) >= quantity);
}

function sellable(stock: VariantStock): Level[] {
  return stock.levels.filter((l) => l.active);
}

function free(level: Level): number {
  return level.onHand - level.reserved;
}
