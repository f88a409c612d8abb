import { choiceKey, emptyLine, usable, type OptionDraft, type ProductDraft, type VariantDraft } from './product-draft.ts';

/**
 * The draft after its options changed: lines that still fit are kept with all they have, lines of values that came back are back,
 * and only combinations with a value that was not there before are made.
 */
export function withOptions(draft: ProductDraft, options: OptionDraft[], stored: readonly VariantDraft[]): ProductDraft {
  const before = usable(draft.options);
  const after = usable(options);
  const kept = new Map<string, VariantDraft>();
  const here = new Set(draft.variants.flatMap((line) => line.id ?? []));
  const back = stored.filter((line) => !here.has(line.id!) && !draft.removed.includes(line.id!));
  for (const line of [...draft.variants, ...back]) {
    const choice = carryOver(after, line.choice);
    if (choice && !kept.has(choiceKey(choice))) kept.set(choiceKey(choice), { ...line, choice });
  }
  const wanted = kept.size === 0 ? () => true : freshOnes(before, after);
  const lines = combinations(after).flatMap((choice) => kept.get(choiceKey(choice)) ?? (wanted(choice) ? [sibling(choice, [...kept.values(), ...draft.variants])] : []));
  return { ...draft, options, variants: lines };
}

function carryOver(options: readonly OptionDraft[], choice: Record<string, string>): Record<string, string> | undefined {
  const result: Record<string, string> = {};
  for (const option of options) {
    const value = choice[option.id] ?? option.values[0]!.id;
    if (!option.values.some((each) => each.id === value)) return undefined;
    result[option.id] = value;
  }
  return result;
}

// The first value of a brand-new option went to the lines that are kept, so it is not new to them.
function freshOnes(before: readonly OptionDraft[], after: readonly OptionDraft[]): (choice: Record<string, string>) => boolean {
  const fresh = after.map((option) => {
    const old = before.find((each) => each.id === option.id);
    const known = new Set(old ? old.values.map((value) => value.id) : [option.values[0]!.id]);
    return { id: option.id, values: new Set(option.values.filter((value) => !known.has(value.id)).map((value) => value.id)) };
  });
  return (choice) => fresh.some((option) => option.values.has(choice[option.id]!));
}

/** Every combination of the options' values, the first option changing slowest. */
export function combinations(options: readonly OptionDraft[]): Record<string, string>[] {
  return options.reduce<Record<string, string>[]>((all, option) => all.flatMap((made) => option.values.map((value) => ({ ...made, [option.id]: value.id }))), [{}]);
}

/** A new line begins with what its nearest sibling costs and weighs, without what is the sibling's own. */
export function sibling(choice: Record<string, string>, lines: readonly VariantDraft[]): VariantDraft {
  const shared = (line: VariantDraft) => Object.entries(line.choice).filter(([id, value]) => choice[id] === value).length;
  const { id: _, ...nearest } = lines.toSorted((a, b) => shared(b) - shared(a))[0] ?? emptyLine();
  return { ...nearest, choice, sku: '', barcode: '', stock: {} };
}

/** Combinations of the options that have no line: taken out by hand, or never made. */
export function missingLines({ options, variants }: ProductDraft): Record<string, string>[] {
  const there = new Set(variants.map((line) => choiceKey(line.choice)));
  return combinations(usable(options)).filter((choice) => !there.has(choiceKey(choice)));
}

export interface Foreseen {
  added: VariantDraft[];
  leaving: VariantDraft[];
}

/** What saving would add and remove. */
export function foreseen(stored: ProductDraft, draft: ProductDraft): Foreseen {
  const kept = new Set(draft.variants.flatMap((line) => line.id ?? []));
  return { added: draft.variants.filter((line) => !line.id), leaving: stored.variants.filter((line) => line.id && !kept.has(line.id)) };
}

/** The place of each line is the place of its combination. */
export function inOrder(options: readonly OptionDraft[], lines: readonly VariantDraft[]): VariantDraft[] {
  const place = ({ choice }: VariantDraft) => usable(options).reduce((sum, option) => sum * 1_000 + option.values.findIndex((value) => value.id === choice[option.id]), 0);
  return lines.toSorted((a, b) => place(a) - place(b));
}
