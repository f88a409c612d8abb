import type { KeyboardEvent } from 'react';
import { Card } from '#ui/card.tsx';
import { Checkbox } from '#ui/choice.tsx';
import { Field, FieldRow } from '#ui/field.tsx';
import { Input, NumberInput } from '#ui/input.tsx';
import { useLocale } from '#ui/locale.tsx';
import { MoneyInput } from '#ui/money.tsx';
import type { Draft } from '#ui/use-draft.ts';
import type { ProductDraft, Stocks } from './product-draft.ts';
import { keyOf, titleOf, type VariantDraft } from './variant-plan.ts';

interface Props {
  draft: Draft<ProductDraft>;
  /** May the reader set stock? */
  counts: boolean;
  /** Stock the grid may set; undefined for a new product, where all may be set. */
  known: Stocks | undefined;
}

/** Price, SKU and stock: plain fields for one variant, a grid for several. */
export function VariantsCard({ draft, counts, known }: Props) {
  const { variants } = draft.value;
  const change = (i: number, line: VariantDraft) => draft.set('variants', variants.with(i, line));
  const mayCount = (line: VariantDraft) => counts && line.trackInventory && (known === undefined || line.id === undefined || known[line.id] !== undefined);
  const [only] = variants;
  if (variants.length === 1 && only && Object.keys(only.options).length === 0) return <OneVariant line={only} mayCount={mayCount(only)} onChange={(line) => change(0, line)} />;
  return (
    <Card title="Variants" about={`${variants.length} combinations`} padding="none">
      <div className="overflow-x-auto border-t border-line" tabIndex={0} role="region" aria-label="Grid of variants">
        <table className="w-full min-w-[640px]" onKeyDown={walk}>
          <thead><tr className="text-left text-[13px] text-ink-2 [&>th]:px-2 [&>th]:py-2.5 [&>th]:font-medium">
            <th scope="col" className="pl-4! sm:pl-5!">Variant</th><th scope="col" className="w-36">Price</th><th scope="col" className="w-36">Before (struck)</th><th scope="col" className="w-40">SKU</th><th scope="col" className="w-28 pr-4! sm:pr-5!">Stock</th>
          </tr></thead>
          <tbody>
            {variants.map((line, i) => <Line key={keyOf(line.options)} line={line} mayCount={mayCount(line)} onChange={(next) => change(i, next)} />)}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function Line({ line, mayCount, onChange }: { line: VariantDraft; mayCount: boolean; onChange(line: VariantDraft): void }) {
  const { currency } = useLocale();
  const title = titleOf(line);
  return (
    <tr className="border-t border-line [&>td]:px-2 [&>td]:py-1.5">
      <th scope="row" className="max-w-56 truncate py-1.5 pl-4 text-left font-medium sm:pl-5">{title}</th>
      <td><MoneyInput data-column="price" aria-label={`Price of ${title}`} currency={currency} amount={line.price} onAmount={(amount) => onChange({ ...line, price: amount ?? null })} /></td>
      <td><MoneyInput data-column="compareAt" aria-label={`Former price of ${title}`} currency={currency} amount={line.compareAt} onAmount={(amount) => onChange({ ...line, compareAt: amount ?? null })} /></td>
      <td><Input data-column="sku" aria-label={`SKU of ${title}`} value={line.sku} maxLength={255} onChange={(event) => onChange({ ...line, sku: event.target.value })} /></td>
      <td className="pr-4! sm:pr-5!"><StockInput line={line} mayCount={mayCount} onChange={onChange} aria-label={`Stock of ${title}`} /></td>
    </tr>
  );
}

function StockInput({ line, mayCount, onChange, ...rest }: { line: VariantDraft; mayCount: boolean; onChange(line: VariantDraft): void; 'aria-label'?: string }) {
  return <NumberInput {...rest} data-column="stock" type="number" min={0} disabled={!mayCount} value={line.stock ?? ''} placeholder={line.trackInventory ? '0' : '–'} onChange={(event) => onChange({ ...line, stock: event.target.value === '' ? null : Math.max(0, Math.round(Number(event.target.value))) })} />;
}

// Up and down go to the same cell of the next line, as in a spreadsheet.
function walk(event: KeyboardEvent<HTMLTableElement>): void {
  const by = event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const field = event.target as HTMLInputElement;
  if (by === 0 || !field.dataset.column) return;
  const cells = [...event.currentTarget.querySelectorAll<HTMLInputElement>(`[data-column="${field.dataset.column}"]:enabled`)];
  const next = cells[cells.indexOf(field) + by];
  event.preventDefault();
  next?.focus();
  next?.select();
}

function OneVariant({ line, mayCount, onChange }: { line: VariantDraft; mayCount: boolean; onChange(line: VariantDraft): void }) {
  const { currency } = useLocale();
  return (
    <Card title="Price and stock">
      <div className="flex flex-col gap-4">
        <FieldRow columns={3}>
          <Field label="Price" name="prices"><MoneyInput currency={currency} amount={line.price} onAmount={(amount) => onChange({ ...line, price: amount ?? null })} /></Field>
          <Field label="Former price" optional><MoneyInput currency={currency} amount={line.compareAt} onAmount={(amount) => onChange({ ...line, compareAt: amount ?? null })} /></Field>
          <Field label="SKU" name="variants.0.sku" optional><Input value={line.sku} maxLength={255} onChange={(event) => onChange({ ...line, sku: event.target.value })} /></Field>
        </FieldRow>
        <FieldRow columns={3}>
          <Field label="Stock on hand"><StockInput line={line} mayCount={mayCount} onChange={onChange} /></Field>
          <Field label="Weight in grams" optional><NumberInput type="number" min={0} value={line.weightGrams || ''} onChange={(event) => onChange({ ...line, weightGrams: Math.max(0, Math.round(Number(event.target.value))) })} /></Field>
        </FieldRow>
        <Checkbox label="Count the stock" description="Without it the product can always be bought." checked={line.trackInventory} onChange={(event) => onChange({ ...line, trackInventory: event.target.checked })} />
      </div>
    </Card>
  );
}
