import { Plus, Trash2, X } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { Button, IconButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { useView } from '#ui/use-view.ts';
import { foreseen, withOptions } from './plan-lines.ts';
import { titleOf, type OptionDraft, type ProductDraft, type ValueDraft, type VariantDraft } from './product-draft.ts';
import type { Uses } from './product-menu.tsx';
import type { Product } from './product-shape.ts';
import type { ProductEditing } from './use-product-draft.ts';

const MOST = 3;
const MOST_VARIANTS = 2048;

/** What the variants differ in; the grid below follows at once. */
export function OptionsCard({ draft, product }: { draft: ProductEditing; product: Product | null }) {
  const { options } = draft.value;
  const stored = draft.base.draft;
  const change = (next: OptionDraft[]) => draft.replace(withOptions(draft.value, next, stored.variants.filter((line) => line.id)));
  const room = options.reduce((count, option) => count * Math.max(1, option.values.length), 1);
  return (
    <Card title="Options" about="Such as size or colour. Every combination becomes a variant." actions={options.length < MOST && <Button size="small" onClick={() => change([...options, { id: crypto.randomUUID(), name: '', values: [] }])}>Add option</Button>}>
      {options.length === 0 && <p className="text-ink-3">This product comes in one kind.</p>}
      <ul className="flex flex-col gap-5">
        {options.map((option, i) => <OneOption key={option.id} place={i} option={option} was={stored.options.find((each) => each.id === option.id)} room={MOST_VARIANTS / Math.max(1, room / Math.max(1, option.values.length))} onChange={(next) => change(options.with(i, next))} onRemove={() => change(options.toSpliced(i, 1))} />)}
      </ul>
      {product && <Preview product={product} stored={stored} draft={draft.value} />}
    </Card>
  );
}

interface OneProps {
  place: number;
  option: OptionDraft;
  /** As it is stored: a value of that name that comes back is the same value. */
  was: OptionDraft | undefined;
  /** How many values this option can have. */
  room: number;
  onChange(option: OptionDraft): void;
  onRemove(): void;
}

function OneOption({ place, option, was, room, onChange, onRemove }: OneProps) {
  const { values } = option;
  const add = (names: readonly string[]) => {
    const fresh = names.filter((name, i) => name && !values.some((value) => value.name === name) && names.indexOf(name) === i).slice(0, Math.max(0, Math.floor(room) - values.length));
    const returning = (name: string) => was?.values.find((value) => value.name === name && !values.some((each) => each.id === value.id));
    if (fresh.length > 0) onChange({ ...option, values: [...values, ...fresh.map((name): ValueDraft => returning(name) ?? { id: crypto.randomUUID(), name })] });
  };
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)_auto]">
      <Field label="Name" name={`options.${place}.name`} className="max-sm:col-start-1 max-sm:row-start-1"><Input value={option.name} placeholder="Size" maxLength={255} onChange={(event) => onChange({ ...option, name: event.target.value })} /></Field>
      <div className="flex min-w-0 flex-col gap-1.5 max-sm:col-span-2 max-sm:row-start-2">
        <NewValues label="Values" onAdd={add} placeholder={values.length === 0 ? 'Small, Medium, Large' : 'Add another'} />
        <ul className="flex flex-wrap gap-1.5">
          {values.map((value, i) => (
            <li key={value.id} className="flex max-w-full items-center rounded-md bg-press">
              <ValueInput value={value} taken={values.flatMap((each) => (each.id === value.id ? [] : each.name))} of={option.name} onRename={(name) => onChange({ ...option, values: values.with(i, { ...value, name }) })} />
              <button type="button" aria-label={`Remove ${value.name}`} onClick={() => onChange({ ...option, values: values.toSpliced(i, 1) })} className="grid size-7 shrink-0 place-items-center rounded-md text-ink-3 hover:text-ink"><X aria-hidden className="size-3.5" /></button>
            </li>
          ))}
        </ul>
      </div>
      <IconButton label={`Remove the option ${option.name}`} onClick={onRemove} className="max-sm:col-start-2 max-sm:row-start-1 max-sm:self-end sm:mt-6.5"><Trash2 aria-hidden className="size-4" /></IconButton>
    </li>
  );
}

// A value is renamed where it stands; an empty or taken name falls back to the one before.
function ValueInput({ value, taken, of, onRename }: { value: ValueDraft; taken: readonly string[]; of: string; onRename(name: string): void }) {
  const [text, setText] = useState<string>();
  const finish = () => {
    const name = text?.trim();
    if (name && name !== value.name && !taken.includes(name)) onRename(name);
    setText(undefined);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') setText(undefined);
    if (event.key !== 'Enter') return;
    event.preventDefault();
    finish();
  };
  return <input aria-label={`Rename ${value.name} of ${of || 'the option'}`} value={text ?? value.name} maxLength={255} onChange={(event) => setText(event.target.value)} onBlur={finish} onKeyDown={press} className="h-7 field-sizing-content max-w-56 min-w-8 rounded-md bg-transparent pl-2.5 text-base sm:text-[13px]" />;
}

function NewValues({ label, onAdd, placeholder }: { label: string; onAdd(names: string[]): void; placeholder: string }) {
  const [text, setText] = useState('');
  const add = () => {
    onAdd(text.split(/[,\n\t]/).map((name) => name.trim()));
    setText('');
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ',') return;
    event.preventDefault();
    add();
  };
  return (
    <Field label={label}>
      <span className="relative block">
        <NewValue text={text} placeholder={placeholder} onText={setText} onPress={press} onBlur={() => text.trim() && add()} />
        {text.trim() && <button type="button" aria-label="Add the value" onClick={add} className="absolute inset-y-0 right-0 grid w-9 place-items-center text-ink-2"><Plus aria-hidden className="size-4" /></button>}
      </span>
    </Field>
  );
}

function NewValue({ text, placeholder, onText, onPress, onBlur }: { text: string; placeholder: string; onText(text: string): void; onPress(event: KeyboardEvent): void; onBlur(): void }) {
  return <Input value={text} placeholder={placeholder} onChange={(event) => onText(event.target.value)} onKeyDown={onPress} onBlur={onBlur} />;
}

/** What saving will add and remove, and what cannot go. */
function Preview({ product, stored, draft }: { product: Product; stored: ProductDraft; draft: ProductDraft }) {
  const { added, leaving } = foreseen(stored, draft);
  const uses = useView<Uses>(leaving.length > 0 ? `/products/${product.id}/uses` : undefined);
  if (added.length + leaving.length === 0) return null;
  const kept = (uses.data?.variants ?? []).filter((variant) => leaving.some((line) => line.id === variant.id) && variant.uses.some((use) => use.keeps));
  return (
    <div role="status" className="mt-4 flex flex-col gap-1.5 rounded-lg bg-sunken px-3 py-2.5 text-[13px] text-ink-2">
      {added.length > 0 && <p><span className="font-medium text-good">Saving adds {counted(added.length)}:</span> {named(added, draft)}</p>}
      {leaving.length > 0 && <p><span className="font-medium text-warn">Saving removes {counted(leaving.length)}:</span> {named(leaving, stored)}</p>}
      {kept.slice(0, 3).map((variant) => <p key={variant.id} className="font-medium text-bad">{variant.title || 'The variant'} cannot be removed: it has {variant.uses.map((use) => `${use.count} ${use.says}`).join(', ')}. Bring its value back, or archive the product.</p>)}
    </div>
  );
}

function counted(count: number): string {
  return count === 1 ? 'one variant' : `${count} variants`;
}

function named(lines: readonly VariantDraft[], { options }: ProductDraft): string {
  return `${lines.slice(0, 6).map((line) => titleOf(line, options)).join(', ')}${lines.length > 6 ? ' …' : ''}`;
}
