import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/choice.tsx';
import { DialogActions } from '#ui/dialog.tsx';
import { Field, FieldErrors, FieldRow } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Select } from '#ui/select.tsx';
import { useOperation } from '#ui/use-operation.ts';
import { OrderSheet, type SheetProps } from './order-sheet.tsx';
import { countOf, toSend, type Order, type Place } from './order-shape.ts';
import { chosen, startUnits, sumOf, UnitList } from './unit-list.tsx';

/** Sends what is left, or part of it; the order stays visible beside it. */
export function FulfilSheet({ places, ...props }: SheetProps & { places: readonly Place[] }) {
  return <OrderSheet title="Ship items" {...props}>{(order) => <ParcelForm order={order} places={places} onClose={props.onClose} />}</OrderSheet>;
}

function ParcelForm({ order, places, onClose }: { order: Order; places: readonly Place[]; onClose(): void }) {
  const rows = order.lines.map((line) => ({ line, most: toSend(line) })).filter(({ most }) => most > 0);
  const [units, setUnits] = useState(() => startUnits(rows));
  const [tracking, setTracking] = useState({ carrier: '', trackingNumber: '', trackingUrl: '' });
  const [locationId, setLocation] = useState('');
  const [notify, setNotify] = useState(true);
  const fulfil = useOperation('orders.fulfil', { done: 'Items shipped', onDone: onClose });
  const send = () => fulfil.run({ id: order.id, lines: chosen(units), ...tracking, notify, ...(locationId && { locationId }) });
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); void send(); }} className="flex flex-col gap-4">
      <FieldErrors value={fulfil.fields}>
        <UnitList rows={rows} units={units} onChange={(id, value) => setUnits({ ...units, [id]: value })} />
        {places.length > 1 && <Field label="Leaves from" description={promisedFrom(order, places)}><Select value={locationId} onChange={(event) => setLocation(event.target.value)} options={[{ value: '', label: 'Where it was set aside' }, ...places.map(({ id, name }) => ({ value: id, label: name }))]} /></Field>}
        <TrackingFields value={tracking} onChange={setTracking} />
      </FieldErrors>
      {order.email && <Checkbox label="Write to the customer" checked={notify} onChange={(event) => setNotify(event.target.checked)} />}
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" kind="primary" pending={fulfil.pending} disabled={sumOf(units) === 0}>Ship {countOf(sumOf(units))}</Button>
      </DialogActions>
    </form>
  );
}

function promisedFrom(order: Order, places: readonly Place[]): string {
  const by = Map.groupBy(order.promised, (part) => part.locationId);
  return [...by].map(([id, parts]) => `${parts.reduce((sum, part) => sum + part.quantity, 0)} set aside at ${places.find((place) => place.id === id)?.name ?? 'another location'}`).join(', ');
}

export interface TrackingValue {
  carrier: string;
  trackingNumber: string;
  trackingUrl: string;
}

/** How a parcel is followed. */
export function TrackingFields({ value, onChange }: { value: TrackingValue; onChange(value: TrackingValue): void }) {
  return (
    <>
      <FieldRow>
        <Field label="Carrier" name="carrier" optional><Input value={value.carrier} onChange={(event) => onChange({ ...value, carrier: event.target.value })} maxLength={100} autoComplete="off" /></Field>
        <Field label="Tracking number" name="trackingNumber" optional><Input value={value.trackingNumber} onChange={(event) => onChange({ ...value, trackingNumber: event.target.value })} maxLength={100} autoComplete="off" /></Field>
      </FieldRow>
      <Field label="Tracking link" name="trackingUrl" optional><Input type="url" inputMode="url" placeholder="https://" value={value.trackingUrl} onChange={(event) => onChange({ ...value, trackingUrl: event.target.value })} maxLength={500} autoComplete="off" /></Field>
    </>
  );
}
