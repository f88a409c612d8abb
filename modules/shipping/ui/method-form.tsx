import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '#ui/button.tsx';
import { Switch } from '#ui/choice.tsx';
import { DialogActions } from '#ui/dialog.tsx';
import { Field, FieldErrors, FieldRow } from '#ui/field.tsx';
import { Input, NumberInput } from '#ui/input.tsx';
import { useLocale } from '#ui/locale.tsx';
import { MoneyInput } from '#ui/money.tsx';
import { Select } from '#ui/select.tsx';
import { useOperation } from '#ui/use-operation.ts';
import type { Method, Step, Zone } from './shipping-shape.ts';

type Editable = Omit<Method, 'id' | 'zoneId'>;

const kinds = [
  { value: 'flat', label: 'The same for every order' },
  { value: 'by_weight', label: 'By weight' },
  { value: 'by_price', label: 'By order value' },
];

/** What one way of sending costs and how long it takes. */
export function MethodForm({ zone, method, onClose }: { zone: Zone; method: Method | undefined; onClose(): void }) {
  const { currency } = useLocale();
  const [value, setValue] = useState<Editable>(method ?? { name: '', says: '', kind: 'flat', currency, price: 0, steps: [{ upTo: null, price: 0 }], freeOver: null, minDays: null, maxDays: null, position: zone.methods.length, active: true });
  const save = useOperation(method ? 'shipping.update-method' : 'shipping.create-method', { done: 'Method saved', onDone: onClose });
  const set = (change: Partial<Editable>) => setValue({ ...value, ...change });
  const send = () => void save.run({ ...value, steps: value.kind === 'flat' ? [] : value.steps, ...(method ? { id: method.id } : { zoneId: zone.id }) });
  return (
    <form onSubmit={(event) => { event.preventDefault(); send(); }} className="flex flex-col gap-4">
      <FieldErrors value={save.fields}>
        <FieldRow>
          <Field label="Name" name="name" required><Input value={value.name} onChange={(event) => set({ name: event.target.value })} maxLength={100} placeholder="Standard" autoFocus /></Field>
          <Field label="Price" name="kind"><Select value={value.kind} onChange={(event) => set({ kind: event.target.value as Method['kind'] })} options={kinds} /></Field>
        </FieldRow>
        {value.kind === 'flat' ? <Field label="Amount" name="price"><MoneyInput currency={value.currency} amount={value.price} onAmount={(price) => set({ price: price ?? 0 })} /></Field> : <Steps value={value} onChange={(steps) => set({ steps })} />}
        <FieldRow columns={3}>
          <Field label="Free over" name="freeOver" optional><MoneyInput currency={value.currency} amount={value.freeOver} onAmount={(amount) => set({ freeOver: amount ?? null })} /></Field>
          <Field label="Days, at least" name="minDays" optional><Days value={value.minDays} onChange={(minDays) => set({ minDays })} /></Field>
          <Field label="Days, at most" name="maxDays" optional><Days value={value.maxDays} onChange={(maxDays) => set({ maxDays })} /></Field>
        </FieldRow>
        <Field label="Words for shoppers" name="says" optional><Input value={value.says} onChange={(event) => set({ says: event.target.value })} maxLength={300} /></Field>
        <Switch label="Offered to shoppers" checked={value.active} onChange={(event) => set({ active: event.target.checked })} />
      </FieldErrors>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" kind="primary" pending={save.pending}>Save</Button>
      </DialogActions>
    </form>
  );
}

function Days({ value, onChange }: { value: number | null; onChange(days: number | null): void }) {
  return <NumberInput type="number" min={0} max={365} value={value ?? ''} onChange={(event) => onChange(event.target.value === '' ? null : Math.round(Number(event.target.value)))} />;
}

function Steps({ value, onChange }: { value: Editable; onChange(steps: Step[]): void }) {
  const { steps, kind, currency } = value;
  const change = (i: number, step: Partial<Step>) => onChange(steps.with(i, { ...steps[i]!, ...step }));
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 text-[13px] font-medium">{kind === 'by_weight' ? 'Up to this weight in grams' : 'Up to this order value'}, delivery costs</legend>
      {steps.map((step, i) => (
        // A line of the table has no identity but its place.
        // eslint-disable-next-line react/no-array-index-key
        <div key={i} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-center gap-2">
          {kind === 'by_weight' ? <NumberInput aria-label={`Weight limit ${i + 1}`} type="number" min={0} placeholder="Any" value={step.upTo ?? ''} onChange={(event) => change(i, { upTo: event.target.value === '' ? null : Number(event.target.value) })} /> : <MoneyInput aria-label={`Value limit ${i + 1}`} placeholder="Any" currency={currency} amount={step.upTo} onAmount={(amount) => change(i, { upTo: amount ?? null })} />}
          <MoneyInput aria-label={`Price ${i + 1}`} currency={currency} amount={step.price} onAmount={(amount) => change(i, { price: amount ?? 0 })} />
          <IconButton label={`Remove line ${i + 1}`} disabled={steps.length === 1} onClick={() => onChange(steps.toSpliced(i, 1))}><Trash2 aria-hidden className="size-4" /></IconButton>
        </div>
      ))}
      <Button size="small" className="self-start" onClick={() => onChange([...steps, { upTo: null, price: 0 }])}>Add line</Button>
    </fieldset>
  );
}
