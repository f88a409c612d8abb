import type { Option } from './product-shape.ts';

/** One line of the grid: a combination of option values and what is typed for it. Amounts in minor units. */
export interface VariantDraft {
  /** Missing while the variant is not stored yet. */
  id?: string;
  options: Record<string, string>;
  sku: string;
  price: number | null;
  compareAt: number | null;
  /** On hand; null = unknown or not counted. */
  stock: number | null;
  weightGrams: number;
  trackInventory: boolean;
}

/** A combination's identity, whatever order its options are in. */
export function keyOf(options: Record<string, string>): string {
  return JSON.stringify(Object.entries(options).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Every combination of the options' values, the first option changing slowest. */
export function combinations(options: readonly Option[]): Record<string, string>[] {
  const usable = options.filter((option) => option.name.trim() && option.values.length > 0);
  return usable.reduce<Record<string, string>[]>((all, option) => all.flatMap((made) => option.values.map((value) => ({ ...made, [option.name]: value }))), [{}]);
}

/** The grid after the options changed: lines that still fit keep what they have, new ones start from their nearest sibling. */
export function replan(options: readonly Option[], lines: readonly VariantDraft[]): VariantDraft[] {
  const left = new Map(lines.map((line) => [keyOf(line.options), line]));
  return combinations(options).map((combination) => {
    const same = left.get(keyOf(combination));
    if (same) return same;
    const { id: _, ...sibling } = nearest(combination, lines);
    return { ...sibling, options: combination, sku: '', stock: null };
  });
}

function nearest(combination: Record<string, string>, lines: readonly VariantDraft[]): VariantDraft {
  const shared = (line: VariantDraft) => Object.entries(line.options).filter(([name, value]) => combination[name] === value).length;
  return lines.toSorted((a, b) => shared(b) - shared(a))[0] ?? emptyLine();
}

export function emptyLine(): VariantDraft {
  return { options: {}, sku: '', price: null, compareAt: null, stock: null, weightGrams: 0, trackInventory: true };
}

/** "Small / Blue", or "Default" for a product without options. */
export function titleOf({ options }: Pick<VariantDraft, 'options'>): string {
  return Object.values(options).join(' / ') || 'Default';
}
