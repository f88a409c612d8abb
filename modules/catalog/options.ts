import { Refusal } from '#platform/refusal.ts';
import { allCombinations, roomFor, type Combination, type Option } from './plan-variants.ts';

export const MOST_OPTIONS = 3;
export const MOST_VALUES = 100;
export const MOST_VARIANTS = 2048;

/** Every combination of the options' values; refuses when they are too many. */
export function combinationsOf(options: readonly Option[]): Combination[] {
  requireRoom(roomFor(options));
  return allCombinations(options);
}

export function requireRoom(variants: number): void {
  if (variants > MOST_VARIANTS)
    throw new Refusal('too_many_variants', `These options make ${variants} variants; a product can have ${MOST_VARIANTS}.`, { most: MOST_VARIANTS, variants });
}
