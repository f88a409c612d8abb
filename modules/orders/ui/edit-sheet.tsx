import { Trash2, Undo2 } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useFetcher } from 'react-router';
import { Button, IconButton } from '#ui/button.tsx';
import { DialogActions } from '#ui/dialog.tsx';
import { Field, FieldRow } from '#ui/field.tsx';
import { Input, NumberInput } from '#ui/input.tsx';
import { useWorkspacePath } from '#ui/link.tsx';
import { Money, MoneyInput, type MoneyValue } from '#ui/money.tsx';
import { useOperation } from '#ui/use-operation.ts';
import type { Preview } from './edit-preview.ts';
import { OrderSheet, type SheetProps } from './order-sheet.tsx';
import { lineName, toSend, type Order, type OrderLine } from './order-shape.ts';
import { VariantPicker } from './variant-picker.tsx';

/** Changes what the order is made of. Everything is stored at once, at the sums the page showed. */
export function EditSheet(props: SheetProps) {
  return <OrderSheet title="Edit items" about="Nothing changes until you save." {...props}>{(order) => <EditForm order={order} onClose={props.onClose} />}</OrderSheet>;
}

interface Added {
  variantId: string;
  name: string;
  quantity: number;
  unitPrice: number;
}

interface Staged {
  units: Record<string, number>;
  added: Added[];
  shipping: number;
  discount: number;
  reason: string;
}

function EditForm({ order, onClose }: { order: Order; onClose(): void }) {
  const [edit, setEdit] = useState<Staged>({ units: {}, added: [], shipping: order.shipping.amount, discount: order.discount.amount, reason: '' });
  const [picking, setPicking] = useState(false);
  const wish = useMemo(() => wishOf(order, edit), [order, edit]);
  const preview = usePreview(order.id, wish);
  const save = useOperation('orders.edit', { done: 'Order changed', onDone: onClose });
  const changed = wish !== '{}';
  const currency = order.total.currency;
  const ready = preview.data?.ok ? preview.data.preview : undefined;
  const add = (next: Added[]) => setEdit({ ...edit, added: next });
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); void save.run({ id: order.id, ...(JSON.parse(wish) as object), reason: edit.reason, agreedTotal: ready?.total }); }} className="flex flex-col gap-4">
      <ul className="divide-y divide-line rounded-lg border border-line">
        {order.lines.map((line) => <KeptLine key={line.id} line={line} units={edit.units[line.id] ?? line.quantity} onChange={(units) => setEdit({ ...edit, units: { ...edit.units, [line.id]: units } })} />)}
        {edit.added.map((line, i) => <NewLine key={line.variantId} line={line} currency={currency} onChange={(next) => add(edit.added.with(i, next))} onRemove={() => add(edit.added.toSpliced(i, 1))} />)}
      </ul>
      <Button size="small" className="self-start" onClick={() => setPicking(true)}>Add items</Button>
      <VariantPicker open={picking} taken={new Set(edit.added.map((line) => line.variantId))} onClose={() => setPicking(false)} onPick={(pick) => { add([...edit.added, { variantId: pick.variantId, name: lineName(pick), quantity: 1, unitPrice: pick.price ?? 0 }]); setPicking(false); }} />
      <FieldRow>
        <Field label="Shipping"><MoneyInput currency={currency} amount={edit.shipping} onAmount={(shipping) => setEdit({ ...edit, shipping: shipping ?? 0 })} /></Field>
        <Field label="Discount"><MoneyInput currency={currency} amount={edit.discount} onAmount={(discount) => setEdit({ ...edit, discount: discount ?? 0 })} /></Field>
      </FieldRow>
      <Field label="Reason" optional><Input value={edit.reason} onChange={(event) => setEdit({ ...edit, reason: event.target.value })} maxLength={500} /></Field>
      {changed && <NewSums preview={preview.data} order={order} />}
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" kind="primary" pending={save.pending} disabled={!changed || !ready}>Save changes</Button>
      </DialogActions>
    </form>
  );
}

function wishOf(order: Order, edit: Staged): string {
  const lines = order.lines.filter((line) => (edit.units[line.id] ?? line.quantity) !== line.quantity).map((line) => ({ lineId: line.id, quantity: edit.units[line.id]! }));
  const add = edit.added.map(({ variantId, quantity, unitPrice }) => ({ variantId, quantity, unitPrice }));
  return JSON.stringify({
    ...(lines.length > 0 && { lines }),
    ...(add.length > 0 && { add }),
    ...(edit.shipping !== order.shipping.amount && { shipping: edit.shipping }),
    ...(edit.discount !== order.discount.amount && { discount: edit.discount }),
  });
}

type Answer = { ok: true; preview: Preview } | { ok: false; sentence: string };

// The server does the sums; they follow 200 ms after the last change.
function usePreview(orderId: string, wish: string): { data: Answer | undefined } {
  const { load, data } = useFetcher<Answer & { wish: string }>();
  const inWorkspace = useWorkspacePath();
  const address = inWorkspace(`/orders/${orderId}/edit-preview?edit=${encodeURIComponent(wish)}`);
  useEffect(() => {
    if (wish === '{}') return;
    const timer = setTimeout(() => void load(address), 200);
    return () => clearTimeout(timer);
  }, [address, load, wish]);
  return { data: data?.wish === wish ? data : undefined };
}

function KeptLine({ line, units, onChange }: { line: OrderLine; units: number; onChange(units: number): void }) {
  const least = Math.max(line.quantity - toSend(line), line.credited);
  const gone = units === 0;
  return (
    <li className="flex items-center gap-3 px-3 py-2.5">
      <span className={gone ? 'min-w-0 flex-1 text-ink-3 line-through' : 'min-w-0 flex-1'}>
        <span className="block font-medium">{line.title}</span>
        <span className="block text-[13px] text-ink-3">{[line.variantTitle, least > 0 && `at least ${least}`].filter(Boolean).join(' · ')}</span>
      </span>
      <NumberInput aria-label={`How many of ${lineName(line)}`} type="number" min={least} max={9999} value={units} onChange={(event) => onChange(Math.max(least, Math.min(9999, Math.round(Number(event.target.value)) || 0)))} className="w-18!" />
      {units !== line.quantity ? <IconButton size="small" label={`Undo the change of ${lineName(line)}`} onClick={() => onChange(line.quantity)}><Undo2 aria-hidden className="size-4" /></IconButton> : <IconButton size="small" label={`Remove ${lineName(line)}`} disabled={least > 0} onClick={() => onChange(0)}><Trash2 aria-hidden className="size-4" /></IconButton>}
    </li>
  );
}

function NewLine({ line, currency, onChange, onRemove }: { line: Added; currency: string; onChange(line: Added): void; onRemove(): void }) {
  return (
    <li className="flex flex-wrap items-center gap-3 px-3 py-2.5">
      <span className="min-w-40 flex-1"><span className="block font-medium">{line.name}</span><span className="block text-[13px] text-good">New</span></span>
      <span className="w-28"><MoneyInput aria-label={`Price of ${line.name}`} currency={currency} amount={line.unitPrice} onAmount={(amount) => onChange({ ...line, unitPrice: amount ?? 0 })} /></span>
      <NumberInput aria-label={`How many of ${line.name}`} type="number" min={1} max={9999} value={line.quantity} onChange={(event) => onChange({ ...line, quantity: Math.max(1, Math.round(Number(event.target.value)) || 1) })} className="w-18!" />
      <IconButton size="small" label={`Remove ${line.name}`} onClick={onRemove}><Trash2 aria-hidden className="size-4" /></IconButton>
    </li>
  );
}

function NewSums({ preview, order }: { preview: Answer | undefined; order: Order }) {
  if (preview && !preview.ok) return <p role="alert" className="rounded-lg bg-bad-soft px-3 py-2 text-[13px] text-bad">{preview.sentence}</p>;
  const sums = preview?.preview;
  const difference = sums?.difference.amount ?? 0;
  return (
    <dl aria-live="polite" className="flex flex-col gap-1 rounded-lg bg-sunken px-3 py-2.5">
      <Row label="Total now" value={order.total} />
      <Row label="New total" value={sums?.total} />
      <Row label="Tax in the new total" value={sums?.tax} />
      {difference !== 0 && <Row strong label={difference > 0 ? 'More to pay' : 'Less to pay'} value={{ amount: Math.abs(difference), currency: order.total.currency }} />}
    </dl>
  );
}

function Row({ label, value, strong }: { label: string; value: MoneyValue | undefined; strong?: true }) {
  return <div className={strong ? 'flex justify-between gap-4 border-t border-line pt-1 font-semibold' : 'flex justify-between gap-4'}><dt>{label}</dt><dd>{value ? <Money value={value} /> : '…'}</dd></div>;
}
