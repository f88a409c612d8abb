import { Maximize2, Minimize2, Plus } from 'lucide-react';
import { lazy, Suspense, useMemo, useState, useSyncExternalStore } from 'react';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { useLocale } from '#ui/locale.tsx';
import { Menu, MenuItem } from '#ui/menu.tsx';
import { Select } from '#ui/select.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { choiceKey, lineKey, titleOf, type VariantDraft } from './product-draft.ts';
import { inOrder, missingLines, sibling } from './plan-lines.ts';
import type { Location } from './product-shape.ts';
import type { ProductEditing } from './use-product-draft.ts';
import { variantColumns } from './variant-columns.ts';
import { OneVariant, VariantList } from './variant-forms.tsx';

const Grid = lazy(async () => ({ default: (await import('#ui/grid/grid.tsx')).Grid<VariantDraft> }));

interface Props {
  draft: ProductEditing;
  currencies: readonly string[];
  /** Currencies that could be added. */
  others: readonly string[];
  locations: readonly Location[];
  /** May the reader set stock? */
  counts: boolean;
  onCurrency(currency: string): void;
  onWrong(count: number): void;
}

/** Prices, codes and stock: plain fields for one variant, a spreadsheet for several, cards on a phone. */
export function VariantsCard(props: Props) {
  const { draft, currencies, others, locations, counts, onCurrency } = props;
  const { variants, options } = draft.value;
  const { locale } = useLocale();
  const [large, setLarge] = useState(false);
  const columns = useMemo(() => variantColumns({ currencies, locations, locale, stockLocked: counts ? undefined : 'Your role may not change stock' }), [currencies, locations, locale, counts]);
  const set = (lines: VariantDraft[]) => draft.set('variants', lines);
  const addCurrency = others.length > 0 && <AddCurrency currencies={others} onAdd={onCurrency} />;
  const [only] = variants;
  if (variants.length === 1 && only && Object.keys(only.choice).length === 0) return <OneVariant key={draft.generation} line={only} columns={columns} more={addCurrency} onChange={(line) => set([line])} onWrong={props.onWrong} />;
  const title = (line: VariantDraft) => titleOf(line, options);
  const enlarge = <Button size="small" icon={large ? <Minimize2 aria-hidden className="size-4" /> : <Maximize2 aria-hidden className="size-4" />} aria-pressed={large} onClick={() => setLarge(!large)} className="max-sm:hidden">{large ? 'Back to the page' : 'Enlarge'}</Button>;
  return (
    <Card title="Variants" about={variants.length === 1 ? '1 combination' : `${variants.length} combinations`} padding="none" actions={<>{addCurrency}<LineMenu draft={draft} />{enlarge}</>} className={large ? 'fixed! inset-3 z-20 flex flex-col overflow-hidden shadow-pop! [&>div:last-child]:min-h-0 [&>div:last-child]:flex-1' : undefined}>
      <Sheet {...props} columns={columns} titleOf={title} onRows={set} />
    </Card>
  );
}

const narrow = '(max-width: 639px)';

function useNarrow(): boolean {
  return useSyncExternalStore((tell) => { const query = matchMedia(narrow); query.addEventListener('change', tell); return () => query.removeEventListener('change', tell); }, () => matchMedia(narrow).matches, () => false);
}

function Sheet({ draft, columns, titleOf: title, onRows, onWrong }: Props & { columns: ReturnType<typeof variantColumns>; titleOf(line: VariantDraft): string; onRows(lines: VariantDraft[]): void }) {
  const phone = useNarrow();
  const { variants } = draft.value;
  if (phone) return <VariantList lines={variants} columns={columns} titleOf={title} onLines={onRows} onWrong={onWrong} />;
  return (
    <Suspense fallback={<div className="p-5"><Skeleton className="h-40 w-full" /></div>}>
      <Grid key={draft.generation} label="Variants" rowLabel="Variant" rows={variants} columns={columns} keyOf={lineKey} titleOf={title} onRows={onRows} onWrong={onWrong} />
    </Suspense>
  );
}

function AddCurrency({ currencies, onAdd }: { currencies: readonly string[]; onAdd(currency: string): void }) {
  return <Select aria-label="Add a currency" value="" onChange={(event) => event.target.value && onAdd(event.target.value)} options={[{ value: '', label: 'Add currency' }, ...currencies.map((currency) => ({ value: currency, label: currency }))]} className="w-36" />;
}

// Taking out single combinations, and bringing them back.
function LineMenu({ draft }: { draft: ProductEditing }) {
  const { variants, options, removed } = draft.value;
  const missing = missingLines(draft.value);
  const put = (choice: Record<string, string>) => {
    const stored = draft.base.draft.variants.find((line) => choiceKey(line.choice) === choiceKey(choice) && line.id && !variants.some((each) => each.id === line.id));
    const lines = inOrder(options, [...variants, stored ?? sibling(choice, variants)]);
    draft.replace({ ...draft.value, variants: lines, removed: removed.filter((id) => id !== stored?.id) });
  };
  const takeOut = (line: VariantDraft) => draft.replace({ ...draft.value, variants: variants.filter((each) => each !== line), removed: line.id ? [...removed, line.id] : removed });
  return (
    <>
      {variants.length > 1 && <Menu trigger={<Button size="small">Remove variant</Button>}>{variants.slice(0, 300).map((line) => <MenuItem key={lineKey(line)} onSelect={() => takeOut(line)}>{titleOf(line, options)}</MenuItem>)}</Menu>}
      {missing.length > 0 && <Menu trigger={<Button size="small" icon={<Plus aria-hidden className="size-4" />}>Add variant</Button>}>{missing.slice(0, 300).map((choice) => <MenuItem key={choiceKey(choice)} onSelect={() => put(choice)}>{titleOf({ choice }, options)}</MenuItem>)}</Menu>}
    </>
  );
}
