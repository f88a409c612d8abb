import { Refusal } from '#platform/refusal.ts';

export const MOST_OPTIONS = 3;
export const MOST_VALUES = 100;
export const MOST_VARIANTS = 2048;

export interface Option {
  name: string;
  values: string[];
  /** The name this option had before, when it is being renamed. */
  was?: string | undefined;
}

export type Combination = Record<string, string>;

/** The canonical text of a combination: the same choices in any order give the same key. */
export function optionKey(options: Combination): string {
  const entries = Object.entries(options).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return entries.length === 0 ? '' : JSON.stringify(entries);
}

/** "Small / Blue"; empty without options. */
export function variantTitle(options: readonly Option[], combination: Combination): string {
  return options.map((o) => combination[o.name]).join(' / ');
}

/** Every combination of the options' values, first option slowest; one empty combination without options. */
export function combinationsOf(options: readonly Option[]): Combination[] {
  requireRoom(options.reduce((n, o) => n * o.values.length, 1));
  return options.reduce<Combination[]>((all, o) => all.flatMap((c) => o.values.map((value) => ({ ...c, [o.name]: value }))), [{}]);
}

export function requireRoom(variants: number): void {
  if (variants > MOST_VARIANTS)
    throw new Refusal('too_many_variants', `These options make ${variants} variants; a product can have ${MOST_VARIANTS}.`, { most: MOST_VARIANTS, variants });
}

export interface Planned<V> {
  keep: { variant: V; options: Combination }[];
  create: Combination[];
  drop: V[];
}

/**
 * What becomes of a product's variants when its options change. Kept: every variant whose choices still exist (a new option gives
 * it the first value, a removed option leaves the first of those that became equal). Created: only combinations with a value that
 * was not there before, so that combinations somebody deleted on purpose stay deleted.
 */
export function planVariants<V extends { options: Combination }>(before: readonly Option[], after: readonly Option[], existing: readonly V[]): Planned<V> {
  const kept = new Map<string, { variant: V; options: Combination }>();
  const drop: V[] = [];
  for (const variant of existing) {
    const options = carryOver(after, variant.options);
    const key = options && optionKey(options);
    if (key === undefined || kept.has(key)) drop.push(variant);
    else kept.set(key, { variant, options: options! });
  }
  const isNew = kept.size === 0 ? () => true : newValues(before, after);
  const create = combinationsOf(after).filter((c) => !kept.has(optionKey(c)) && isNew(c));
  return { keep: [...kept.values()], create, drop };
}

function carryOver(after: readonly Option[], options: Combination): Combination | undefined {
  const result: Combination = {};
  for (const option of after) {
    const value = options[option.was ?? option.name] ?? option.values[0]!;
    if (!option.values.includes(value)) return undefined;
    result[option.name] = value;
  }
  return result;
}

function newValues(before: readonly Option[], after: readonly Option[]): (c: Combination) => boolean {
  const known = new Map(before.map((o) => [o.name, new Set(o.values)]));
  // The first value of a brand-new option went to the variants that are kept, so it is not new to them.
  const fresh = after.map((o) => {
    const old = known.get(o.was ?? o.name) ?? new Set([o.values[0]!]);
    return { name: o.name, values: new Set(o.values.filter((v) => !old.has(v))) };
  });
  return (c) => fresh.some((f) => f.values.has(c[f.name]!));
}
