import { ChevronRight } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Checkbox } from '#ui/choice.tsx';
import { Sheet } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { isWrong, type GridColumn } from '#ui/grid/grid-shape.ts';
import { Input } from '#ui/input.tsx';
import { lineKey, type VariantDraft } from './product-draft.ts';

type Column = GridColumn<VariantDraft>;

interface OneProps {
  line: VariantDraft;
  columns: readonly Column[];
  more: ReactNode;
  onChange(line: VariantDraft): void;
  onWrong(count: number): void;
}

/** A product in one kind: the same cells as fields. */
export function OneVariant({ line, columns, more, onChange, onWrong }: OneProps) {
  return (
    <Card title="Price and stock" actions={more}>
      <VariantFields line={line} columns={columns} onChange={onChange} onWrong={onWrong} />
    </Card>
  );
}

interface FieldsProps {
  line: VariantDraft;
  columns: readonly Column[];
  onChange(line: VariantDraft): void;
  onWrong(count: number): void;
}

/** Every cell of one variant as a field, with its reason where a text does not fit. */
function VariantFields({ line, columns, onChange, onWrong }: FieldsProps) {
  const [wrong, setWrong] = useState<Readonly<Record<string, { text: string; reason: string }>>>({});
  const write = (column: Column, text: string) => {
    const written = column.write(line, text);
    const { [column.key]: _, ...others } = wrong;
    const next = isWrong(written) ? { ...others, [column.key]: { text, reason: written.wrong } } : others;
    setWrong(next);
    onWrong(Object.keys(next).length);
    if (!isWrong(written)) onChange(written);
  };
  return (
    <div className="flex flex-col gap-4">
      <div className="grid grid-cols-2 items-start gap-4 lg:grid-cols-4">
        {columns.map((column) => <CellField key={column.key} column={column} line={line} wrong={wrong[column.key]} onText={(text) => write(column, text)} />)}
      </div>
      <Checkbox label="Count the stock" description="Without it the variant can always be bought." checked={line.trackInventory} onChange={(event) => onChange({ ...line, trackInventory: event.target.checked })} />
      <Checkbox label="Keep selling when sold out" checked={line.inventoryPolicy === 'continue'} onChange={(event) => onChange({ ...line, inventoryPolicy: event.target.checked ? 'continue' : 'deny' })} />
      <Checkbox label="It is sent to the customer" checked={line.requiresShipping} onChange={(event) => onChange({ ...line, requiresShipping: event.target.checked })} />
    </div>
  );
}

interface CellProps {
  column: Column;
  line: VariantDraft;
  wrong: { text: string; reason: string } | undefined;
  onText(text: string): void;
}

// What is being typed stays as it is until the field is left; only then it is written as the program writes it.
function CellField({ column, line, wrong, onText }: CellProps) {
  const [typing, setTyping] = useState<string>();
  const locked = column.locked?.(line);
  const label = column.group === 'Stock' ? (column.label === 'On hand' ? 'Stock on hand' : `Stock in ${column.label}`) : column.group ? `${column.label} in ${column.group}` : column.label;
  return (
    <Field label={label} {...(wrong && { error: wrong.reason })} {...(locked !== undefined && { description: locked })}>
      <Input inputMode={column.align === 'right' ? 'decimal' : 'text'} autoComplete="off" disabled={locked !== undefined} value={typing ?? wrong?.text ?? column.read(line)} onChange={(event) => { setTyping(event.target.value); onText(event.target.value); }} onBlur={() => setTyping(undefined)} className={column.align === 'right' ? 'figures text-right' : undefined} />
    </Field>
  );
}

interface ListProps {
  lines: readonly VariantDraft[];
  columns: readonly Column[];
  titleOf(line: VariantDraft): string;
  onLines(lines: VariantDraft[]): void;
  onWrong(count: number): void;
}

/** On a phone: one line a variant, opened as a form. */
export function VariantList({ lines, columns, titleOf, onLines, onWrong }: ListProps) {
  const [open, setOpen] = useState<string | null>(null);
  const at = lines.findIndex((line) => lineKey(line) === open);
  const line = lines[at];
  const [price] = columns;
  const stock = columns.find((column) => column.group === 'Stock');
  return (
    <>
      <ul className="divide-y divide-line border-t border-line">
        {lines.map((each) => (
          <li key={lineKey(each)}>
            <button type="button" onClick={() => setOpen(lineKey(each))} className="flex min-h-12 w-full items-center gap-3 px-4 py-2.5 text-left hover:bg-hover focus-visible:-outline-offset-2">
              <span className="min-w-0 flex-1"><span className="block truncate font-medium">{titleOf(each)}</span><span className="block truncate text-[13px] text-ink-3">{each.sku || 'No SKU'}{stock && ` · ${stock.read(each) || '0'} in stock`}</span></span>
              <span className="figures">{(price?.shown ?? price?.read)?.(each) || <span className="text-ink-3">No price</span>}</span>
              <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-3" />
            </button>
          </li>
        ))}
      </ul>
      <Sheet title={line ? titleOf(line) : ''} open={line !== undefined} onOpenChange={(next) => !next && setOpen(null)}>
        {line && (
          <div className="flex flex-col gap-5">
            <VariantFields key={open} line={line} columns={columns} onChange={(next) => onLines(lines.with(at, next))} onWrong={onWrong} />
            <Button kind="primary" onClick={() => setOpen(null)}>Done</Button>
          </div>
        )}
      </Sheet>
    </>
  );
}
