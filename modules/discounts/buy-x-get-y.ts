import type { Item } from './price-lines.ts';
import { meansEverything, type Terms, type Things } from './terms.ts';

/**
 * "Buy 2 coffees, get 1 mug": how many units of each line are the ones that are got. The cheapest ones are; a unit that is got does not
 * count as bought. Pure.
 */
export function freeUnits(terms: Terms, lines: readonly Item[]): number[] {
  const cheapestFirst = lines.map((_, i) => i).filter((i) => counts(terms.things, lines[i]!)).toSorted((a, b) => lines[a]!.unitPrice - lines[b]!.unitPrice || (lines[a]!.key < lines[b]!.key ? -1 : 1));
  const bought = unitsOf(lines.filter((line) => counts(terms.buy, line)));
  const got = unitsOf(cheapestFirst.map((i) => lines[i]!));
  const taken = (times: number) => take(lines, cheapestFirst, Math.min(got, times * terms.getQuantity));
  const enough = (times: number) => bought - unitsBought(terms, lines, taken(times)) >= times * terms.buyQuantity;
  return taken(mostTimes(Math.min(terms.mostTimes ?? Infinity, Math.ceil(got / terms.getQuantity), Math.floor(bought / terms.buyQuantity)), enough));
}

// The more often, the more has to be bought and the less of it is left, so the largest number that works is found by halving.
function mostTimes(most: number, works: (times: number) => boolean): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (works(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

function take(lines: readonly Item[], order: readonly number[], units: number): number[] {
  const taken = lines.map(() => 0);
  let left = units;
  for (const i of order) {
    taken[i] = Math.min(left, lines[i]!.quantity);
    left -= taken[i];
  }
  return taken;
}

function unitsBought(terms: Terms, lines: readonly Item[], taken: readonly number[]): number {
  return lines.reduce((sum, line, i) => (counts(terms.buy, line) ? sum + taken[i]! : sum), 0);
}

function counts(things: Things, line: Item): boolean {
  return line.discountable && (meansEverything(things) || things.productIds.includes(line.productId) || line.collectionIds.some((id) => things.collectionIds.includes(id)));
}

function unitsOf(lines: readonly Item[]): number {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0);
}
