import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '#ui/button.tsx';
import { DialogActions } from '#ui/dialog.tsx';
import { Field, FieldErrors } from '#ui/field.tsx';
import { Input, NumberInput, Textarea } from '#ui/input.tsx';
import { Money } from '#ui/money.tsx';
import { Select } from '#ui/select.tsx';
import { useOperation } from '#ui/use-operation.ts';
import { OrderSheet, type SheetProps } from './order-sheet.tsx';
import { countOf, lineName, unitsOut, type Order } from './order-shape.ts';
import { chosen, startUnits, sumOf, UnitList } from './unit-list.tsx';
import { VariantPicker } from './variant-picker.tsx';

export const returnReasons = [
  { value: 'changed_mind', label: 'Changed their mind' },
  { value: 'too_small', label: 'Too small' },
  { value: 'too_large', label: 'Too large' },
  { value: 'wrong_item', label: 'Not what was ordered' },
  { value: 'damaged', label: 'Arrived damaged' },
  { value: 'not_as_described', label: 'Not as described' },
  { value: 'other', label: 'Another reason' },
];

/** Takes goods back, or exchanges them for others. */
export function ReturnSheet(props: SheetProps) {
  return <OrderSheet title="Return or exchange" {...props}>{(order) => <ReturnForm order={order} onClose={props.onClose} />}</OrderSheet>;
}

interface Instead {
  variantId: string;
  name: string;
  quantity: number;
  price: number;
}

function ReturnForm({ order, onClose }: { order: Order; onClose(): void }) {
  const rows = order.lines.map((line) => ({ line, most: unitsOut(line) })).filter(({ most }) => most > 0);
  const [units, setUnits] = useState(() => startUnits(rows));
  const [reason, setReason] = useState('changed_mind');
  const [way, setWay] = useState({ instructions: '', labelUrl: '' });
  const [instead, setInstead] = useState<Instead[]>([]);
  const begin = useOperation('orders.begin-return', { done: instead.length > 0 ? 'Exchange begun' : 'Return begun', onDone: onClose });
  const exchange = instead.map(({ variantId, quantity }) => ({ variantId, quantity }));
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); void begin.run({ id: order.id, lines: chosen(units), reason, ...way, exchange }); }} className="flex flex-col gap-4">
      <FieldErrors value={begin.fields}>
        <UnitList ask="Return how many of" rows={rows} units={units} onChange={(id, value) => setUnits({ ...units, [id]: value })} />
        <Field label="Reason"><Select value={reason} onChange={(event) => setReason(event.target.value)} options={returnReasons} /></Field>
        <WayBack value={way} onChange={setWay} />
      </FieldErrors>
      <Exchange lines={instead} currency={order.total.currency} onChange={setInstead} />
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" kind="primary" pending={begin.pending} disabled={sumOf(units) === 0}>{instead.length > 0 ? 'Exchange' : 'Return'} {countOf(sumOf(units))}</Button>
      </DialogActions>
    </form>
  );
}

export interface Way {
  instructions: string;
  labelUrl: string;
}

/** How the customer sends it back. */
export function WayBack({ value, onChange }: { value: Way; onChange(value: Way): void }) {
  return (
    <>
      <Field label="How to send it back" name="instructions" optional description="The customer reads this."><Textarea rows={2} value={value.instructions} maxLength={5000} onChange={(event) => onChange({ ...value, instructions: event.target.value })} className="min-h-14!" /></Field>
      <Field label="Link to the label" name="labelUrl" optional><Input type="url" placeholder="https://" value={value.labelUrl} maxLength={500} onChange={(event) => onChange({ ...value, labelUrl: event.target.value })} autoComplete="off" /></Field>
    </>
  );
}

function Exchange({ lines, currency, onChange }: { lines: readonly Instead[]; currency: string; onChange(lines: Instead[]): void }) {
  const [picking, setPicking] = useState(false);
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 text-[13px] font-medium">What they get instead <span className="font-normal text-ink-3">(optional)</span></legend>
      {lines.length > 0 && (
        <ul className="divide-y divide-line rounded-lg border border-line">
          {lines.map((line, i) => (
            <li key={line.variantId} className="flex items-center gap-3 px-3 py-2.5">
              <span className="min-w-0 flex-1"><span className="block font-medium">{line.name}</span><Money value={{ amount: line.price, currency }} className="text-[13px] text-ink-3" /></span>
              <NumberInput aria-label={`How many of ${line.name} instead`} type="number" min={1} max={9999} value={line.quantity} onChange={(event) => onChange(lines.with(i, { ...line, quantity: Math.max(1, Math.round(Number(event.target.value)) || 1) }))} className="w-18!" />
              <IconButton size="small" label={`Remove ${line.name}`} onClick={() => onChange(lines.toSpliced(i, 1))}><Trash2 aria-hidden className="size-4" /></IconButton>
            </li>
          ))}
        </ul>
      )}
      <Button size="small" className="self-start" onClick={() => setPicking(true)}>Choose items</Button>
      {lines.length > 0 && <p className="text-[13px] text-ink-3">Set aside now; they join the order when the return arrives, and the difference is owed or refunded.</p>}
      <VariantPicker open={picking} taken={new Set(lines.map((line) => line.variantId))} onClose={() => setPicking(false)} onPick={(pick) => { onChange([...lines, { variantId: pick.variantId, name: lineName(pick), quantity: 1, price: pick.price ?? 0 }]); setPicking(false); }} />
    </fieldset>
  );
}
