// What becomes of variants when options change. Pure, because the editor foresees with it what the server will do.

export interface Option {
  name: string;
  values: string[];
  /** The name this option had before, when it is being renamed. */
  was?: string | undefined;
  /** Renamed values: the new one -> the one before. */
  renamed?: Record<string, string> | undefined;
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

/** How many combinations the options make. */
export function roomFor(options: readonly Option[]): number {
  return options.reduce((n, o) => n * o.values.length, 1);
}

/** Every combination of the options' values, first option slowest; one empty combination without options. */
export function allCombinations(options: readonly Option[]): Combination[] {
  return options.reduce<Combination[]>((all, o) => all.flatMap((c) => o.values.map((value) => ({ ...c, [o.name]: value }))), [{}]);
}

export interface Planned<V> {
  keep: { variant: V; options: Combination }[];
  create: Combination[];
  drop: V[];
}

/**
 * What becomes of a product's variants when its options change. Kept: every variant whose choices still exist, also under a new
 * name (a new option gives it the first value, a removed option leaves the first of those that became equal). Created: only
 * combinations with a value that was not there before, so that combinations somebody deleted on purpose stay deleted.
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
  const create = allCombinations(after).filter((c) => !kept.has(optionKey(c)) && isNew(c));
  return { keep: [...kept.values()], create, drop };
}

function carryOver(after: readonly Option[], options: Combination): Combination | undefined {
  const result: Combination = {};
  for (const option of after) {
    const value = nowCalled(option, options[option.was ?? option.name]) ?? option.values[0]!;
    if (!option.values.includes(value)) return undefined;
    result[option.name] = value;
  }
  return result;
}

function nowCalled({ renamed = {} }: Option, value: string | undefined): string | undefined {
  return Object.keys(renamed).find((name) => renamed[name] === value) ?? value;
}

function newValues(before: readonly Option[], after: readonly Option[]): (c: Combination) => boolean {
  const known = new Map(before.map((o) => [o.name, new Set(o.values)]));
  // The first value of a brand-new option went to the variants that are kept, so it is not new to them.
  const fresh = after.map((o) => {
    const old = known.get(o.was ?? o.name) ?? new Set([o.values[0]!]);
    return { name: o.name, values: new Set(o.values.filter((v) => !old.has(o.renamed?.[v] ?? v))) };
  });
  return (c) => fresh.some((f) => f.values.has(c[f.name]!));
}
