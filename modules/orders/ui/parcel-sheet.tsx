import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { DialogActions } from '#ui/dialog.tsx';
import { FieldErrors } from '#ui/field.tsx';
import { useOperation } from '#ui/use-operation.ts';
import { TrackingFields } from './fulfil-sheet.tsx';
import { OrderSheet, type SheetProps } from './order-sheet.tsx';
import type { Order, Parcel } from './order-shape.ts';

/** A tracking number that was mistyped, or came later. */
export function TrackingSheet({ parcel, ...props }: SheetProps & { parcel: Parcel | undefined }) {
  return <OrderSheet title="Tracking" {...props}>{(order) => parcel && <Form order={order} parcel={parcel} onClose={props.onClose} />}</OrderSheet>;
}

function Form({ order, parcel, onClose }: { order: Order; parcel: Parcel; onClose(): void }) {
  const [value, setValue] = useState({ carrier: parcel.carrier ?? '', trackingNumber: parcel.trackingNumber ?? '', trackingUrl: parcel.trackingUrl ?? '' });
  const correct = useOperation('orders.correct-tracking', { done: 'Tracking saved', onDone: onClose });
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); void correct.run({ id: order.id, fulfilmentId: parcel.id, ...value }); }} className="flex flex-col gap-4">
      <FieldErrors value={correct.fields}><TrackingFields value={value} onChange={setValue} /></FieldErrors>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" kind="primary" pending={correct.pending}>Save</Button>
      </DialogActions>
    </form>
  );
}
