import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Badge, inWords } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Checkbox } from '#ui/choice.tsx';
import { ask, mayRun } from '#ui/desk.server.ts';
import { ConfirmDialog, Dialog, DialogActions } from '#ui/dialog.tsx';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Field, FieldErrors, FieldRow } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Select } from '#ui/select.tsx';
import { TagsInput } from '#ui/tags-input.tsx';
import { useOperation } from '#ui/use-operation.ts';
import type { CustomField } from './product-shape.ts';

interface Definition extends CustomField {
  id: string;
  filterable: boolean;
}

export const meta = () => [{ title: 'Custom fields · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  const { data } = await ask<{ data: Definition[] }>(args, 'custom-fields.list');
  return { fields: data, may: mayRun(args, 'custom-fields.create')['custom-fields.create'] === true };
}

export { PageError as ErrorBoundary };

export default function CustomFields() {
  const { fields, may } = useLoaderData<typeof loader>();
  const [editing, setEditing] = useState<Definition | 'new' | null>(null);
  const [deleting, setDeleting] = useState<Definition | null>(null);
  const remove = useOperation('custom-fields.delete', { done: 'Field deleted' });
  const close = () => setEditing(null);
  const add = may && <Button kind="primary" onClick={() => setEditing('new')}>Add field</Button>;
  return (
    <>
      {fields.length > 0 && <div className="flex flex-wrap items-center justify-between gap-3"><p className="text-ink-2">What your products have besides the usual: carat, roast, care instructions.</p>{add}</div>}
      <Card padding="none">
        {fields.length === 0 && <NothingYet icon={SlidersHorizontal} title="No custom fields yet" action={add}>Add what your products have besides the usual, and let shoppers filter by it.</NothingYet>}
        <ul className="divide-y divide-line">
          {fields.map((field) => (
            <li key={field.id} className="flex flex-wrap items-center gap-x-3 gap-y-1.5 px-4 py-3 sm:px-5">
              <div className="min-w-40 flex-1">
                <p className="font-medium">{field.says}{field.unit && <span className="text-ink-3"> ({field.unit})</span>}</p>
                <p className="text-[13px] text-ink-3"><code className="font-mono">{field.key}</code> · {inWords(field.type)}{field.appliesTo.length > 0 && ` · only ${field.appliesTo.join(', ')}`}</p>
              </div>
              {field.required && <Badge tone="warn">Required</Badge>}
              {field.filterable && <Badge tone="info">Filter</Badge>}
              {may && <span className="flex gap-1"><Button size="small" kind="quiet" aria-label={`Delete ${field.says}`} onClick={() => setDeleting(field)}>Delete</Button><Button size="small" aria-label={`Change ${field.says}`} onClick={() => setEditing(field)}>Change</Button></span>}
            </li>
          ))}
        </ul>
      </Card>
      <Dialog title={editing === 'new' ? 'Add field' : 'Change field'} open={editing !== null} onOpenChange={(open) => !open && close()}>
        {editing && <FieldForm field={editing === 'new' ? undefined : editing} onClose={close} />}
      </Dialog>
      <ConfirmDialog title={`Delete “${deleting?.says ?? ''}”?`} confirm="Delete field" open={deleting !== null} onOpenChange={(open) => !open && setDeleting(null)} onConfirm={() => remove.run({ id: deleting!.id })}>
        The values stay with the products, unseen, and are back when a field with the same key is made again.
      </ConfirmDialog>
    </>
  );
}

const types = ['text', 'number', 'choice', 'boolean', 'date', 'url'].map((type) => ({ value: type, label: type === 'boolean' ? 'Yes or no' : type === 'url' ? 'Web address' : inWords(type) }));

function FieldForm({ field, onClose }: { field: Definition | undefined; onClose(): void }) {
  const [value, setValue] = useState({ says: field?.says ?? '', type: field?.type ?? 'text', unit: field?.unit ?? '', choices: field?.choices ?? [], appliesTo: field?.appliesTo ?? [], required: field?.required ?? false, filterable: field?.filterable ?? false });
  const save = useOperation(field ? 'custom-fields.update' : 'custom-fields.create', { done: 'Field saved', onDone: onClose });
  const set = (change: Partial<typeof value>) => setValue({ ...value, ...change });
  const { type, ...changes } = value;
  const input = field ? { id: field.id, ...changes } : { key: keyFrom(value.says), type, ...changes };
  return (
    <form onSubmit={(event) => { event.preventDefault(); void save.run(input); }} className="flex flex-col gap-4">
      <FieldErrors value={save.fields}>
        <FieldRow>
          <Field label="Name" name="says" required><Input value={value.says} onChange={(event) => set({ says: event.target.value })} maxLength={120} placeholder="Carat" autoFocus /></Field>
          <Field label="Kind" name="type"><Select value={value.type} disabled={field !== undefined} onChange={(event) => set({ type: event.target.value as CustomField['type'] })} options={types} /></Field>
        </FieldRow>
        {value.type === 'choice' && <Field label="Choices" name="choices" required><TagsInput value={value.choices} onChange={(choices) => set({ choices })} /></Field>}
        {value.type === 'number' && <Field label="Unit" name="unit" optional><Input value={value.unit} onChange={(event) => set({ unit: event.target.value })} maxLength={40} placeholder="ct" /></Field>}
        <Field label="Only for product types" name="appliesTo" optional><TagsInput value={value.appliesTo} onChange={(appliesTo) => set({ appliesTo })} placeholder="All types" /></Field>
        <Checkbox label="Every product must have it" checked={value.required} onChange={(event) => set({ required: event.target.checked })} />
        <Checkbox label="Shoppers can filter by it" checked={value.filterable} onChange={(event) => set({ filterable: event.target.checked })} />
      </FieldErrors>
      {!field && value.says && <p className="text-[13px] text-ink-3">Programs know it as <code className="font-mono">{keyFrom(value.says)}</code>.</p>}
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" kind="primary" pending={save.pending}>Save</Button>
      </DialogActions>
    </form>
  );
}

function keyFrom(says: string): string {
  const key = says.normalize('NFKD').toLowerCase().replaceAll(/[^a-z0-9]+/g, '_').replaceAll(/^_+|_+$/g, '');
  return (/^[a-z]/.test(key) ? key : `field_${key}`).slice(0, 60);
}
