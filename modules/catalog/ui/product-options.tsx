import { Trash2 } from 'lucide-react';
import { Button, IconButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { TagsInput } from '#ui/tags-input.tsx';
import type { Draft } from '#ui/use-draft.ts';
import type { ProductDraft } from './product-draft.ts';
import type { Option } from './product-shape.ts';
import { keyOf, replan, titleOf } from './variant-plan.ts';

const MOST = 3;

/** What the variants differ in; the grid below follows at once. */
export function OptionsCard({ draft, stored }: { draft: Draft<ProductDraft>; stored: ProductDraft }) {
  const { options, variants } = draft.value;
  const change = (next: Option[]) => draft.replace({ ...draft.value, options: next, variants: replan(next, [...variants, ...stored.variants.filter((line) => !variants.some((each) => keyOf(each.options) === keyOf(line.options)))]) });
  const kept = new Set(variants.map((line) => keyOf(line.options)));
  const leaving = stored.variants.filter((line) => line.id && !kept.has(keyOf(line.options)));
  return (
    <Card title="Options" about="Such as size or colour. Every combination becomes a variant." actions={options.length < MOST && <Button size="small" onClick={() => change([...options, { name: '', values: [] }])}>Add option</Button>}>
      {options.length === 0 && <p className="text-ink-3">This product comes in one kind.</p>}
      <ul className="flex flex-col gap-4">
        {options.map((option, i) => (
          // An option has no identity but its place: its name is being typed.
          // eslint-disable-next-line react/no-array-index-key
          <li key={i} className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)_auto]">
            <Field label="Name" name={`options.${i}.name`} className="max-sm:col-start-1 max-sm:row-start-1"><Input value={option.name} placeholder="Size" maxLength={255} onChange={(event) => change(options.with(i, { ...option, name: event.target.value }))} /></Field>
            <Field label="Values" name={`options.${i}.values`} className="max-sm:col-span-2 max-sm:row-start-2"><TagsInput value={option.values} placeholder="Small, Medium, Large" onChange={(values) => change(options.with(i, { ...option, values }))} /></Field>
            <IconButton label={`Remove the option ${option.name}`} onClick={() => change(options.toSpliced(i, 1))} className="max-sm:col-start-2 max-sm:row-start-1"><Trash2 aria-hidden className="size-4" /></IconButton>
          </li>
        ))}
      </ul>
      {leaving.length > 0 && <p role="status" className="mt-4 rounded-lg bg-warn-soft px-3 py-2 text-[13px] text-warn">Saving removes {leaving.length === 1 ? 'the variant' : `${leaving.length} variants`}: {leaving.slice(0, 4).map(titleOf).join(', ')}{leaving.length > 4 && ' …'}</p>}
    </Card>
  );
}
