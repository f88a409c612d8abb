import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { DialogActions, Sheet } from '#ui/dialog.tsx';
import { Field, FieldRow } from '#ui/field.tsx';
import { Input, NumberInput } from '#ui/input.tsx';
import { useOperation } from '#ui/use-operation.ts';
import type { Order, OrderLine } from './order-shape.ts';

interface Props {
  order: Order;
  open: boolean;
  onClose(): void;
}

/** Sends what is left, or part of it; the order stays visible beside it. */
export function FulfilSheet({ order, open, onClose }: Props) {
  return (
    <Sheet title="Ship items" about={`Order #${order.number}`} open={open} onOpenChange={(next) => !next && onClose()}>
      {open && <Parcel order={order} onClose={onClose} />}
    </Sheet>
  );
}

function Parcel({ order, onClose }: { order: Order; onClose(): void }) {
  const left = order.lines.filter((line) => line.fulfilled < line.quantity);
  const [quantities, setQuantities] = useState<Record<string, number>>(() => Object.fromEntries(left.map((line) => [line.id, line.quantity - line.fulfilled])));
  const [tracking, setTracking] = useState({ carrier: '', trackingNumber: '' });
  const fulfil = useOperation('orders.fulfil', { done: 'Items shipped', onDone: onClose });
  const lines = left.map((line) => ({ lineId: line.id, quantity: quantities[line.id] ?? 0 })).filter((line) => line.quantity > 0);
  const units = lines.reduce((sum, line) => sum + line.quantity, 0);
  return (
    <form onSubmit={(event) => { event.preventDefault(); void fulfil.run({ id: order.id, lines, ...tracking }); }} className="flex flex-col gap-4">
      <ul className="divide-y divide-line rounded-lg border border-line">
        {left.map((line) => <Quantity key={line.id} line={line} value={quantities[line.id] ?? 0} onChange={(value) => setQuantities({ ...quantities, [line.id]: value })} />)}
      </ul>
      <FieldRow>
        <Field label="Carrier" name="carrier" optional><Input value={tracking.carrier} onChange={(event) => setTracking({ ...tracking, carrier: event.target.value })} maxLength={100} /></Field>
        <Field label="Tracking number" name="trackingNumber" optional><Input value={tracking.trackingNumber} onChange={(event) => setTracking({ ...tracking, trackingNumber: event.target.value })} maxLength={100} /></Field>
      </FieldRow>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" kind="primary" pending={fulfil.pending} disabled={units === 0}>Ship {units === 1 ? '1 item' : `${units} items`}</Button>
      </DialogActions>
    </form>
  );
}

function Quantity({ line, value, onChange }: { line: OrderLine; value: number; onChange(value: number): void }) {
  const most = line.quantity - line.fulfilled;
  return (
    <li className="flex items-center gap-3 px-3 py-2.5">
      <span className="min-w-0 flex-1">
        <span className="block font-medium">{line.title}</span>
        <span className="block text-[13px] text-ink-3">{[line.variantTitle, line.sku].filter(Boolean).join(' · ')}</span>
      </span>
      <span className="flex shrink-0 items-center gap-2">
        <NumberInput aria-label={`How many of ${line.title} ${line.variantTitle}`} type="number" min={0} max={most} value={value} onChange={(event) => onChange(Math.max(0, Math.min(most, Math.round(Number(event.target.value)))))} className="w-20!" />
        <span className="figures text-[13px] whitespace-nowrap text-ink-3">of {most}</span>
      </span>
    </li>
  );
}
