import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '#ui/badge.tsx';
import { IconButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { ConfirmDialog } from '#ui/dialog.tsx';
import { Menu, MenuItem } from '#ui/menu.tsx';
import { useOperation } from '#ui/use-operation.ts';
import { lineName, type Order, type Parcel, type Place } from './order-shape.ts';
import { TrackingSheet } from './parcel-sheet.tsx';

interface Props {
  order: Order;
  places: readonly Place[];
  mayChange: boolean;
}

/** What has left the house. */
export function ParcelsCard({ order, places, mayChange }: Props) {
  const [tracking, setTracking] = useState<Parcel>();
  const [undoing, setUndoing] = useState<Parcel>();
  const undo = useOperation('orders.cancel-fulfilment', { done: 'The items are to be shipped again' });
  const move = useOperation('orders.move-parcel', { done: 'Noted; the customer is written to' });
  if (order.fulfilments.length === 0) return null;
  return (
    <Card title="Shipped">
      <ul className="flex flex-col gap-3">
        {order.fulfilments.map((parcel, i) => <ParcelRow key={parcel.id} order={order} parcel={parcel} number={i + 1} places={places} {...(mayChange && !parcel.cancelledAt && { onTrack: () => setTracking(parcel), onUndo: () => setUndoing(parcel), onMove: (step: Step) => void move.run({ id: order.id, fulfilmentId: parcel.id, step }) })} />)}
      </ul>
      <TrackingSheet order={order} parcel={tracking} open={tracking !== undefined} onClose={() => setTracking(undefined)} />
      <ConfirmDialog title="Take this parcel back?" confirm="Take back" open={undoing !== undefined} onOpenChange={(open) => !open && setUndoing(undefined)} onConfirm={() => undo.run({ id: order.id, fulfilmentId: undoing!.id })}>
        For a parcel that did not leave after all. Its items lie in the stock again and are still to be shipped.
      </ConfirmDialog>
    </Card>
  );
}

type Step = 'out_for_delivery' | 'delivered';

interface RowProps {
  order: Order;
  parcel: Parcel;
  number: number;
  places: readonly Place[];
  onTrack?(): void;
  onUndo?(): void;
  onMove?(step: Step): void;
}

function ParcelRow({ order, parcel, number, places, onTrack, onUndo, onMove }: RowProps) {
  const names = new Map(order.lines.map((line) => [line.id, lineName(line)]));
  const from = places.length > 1 ? places.find(({ id }) => id === parcel.locationId)?.name : undefined;
  const track = [parcel.carrier, parcel.trackingNumber].filter(Boolean).join(' ');
  return (
    <li className="flex items-start justify-between gap-3">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2 font-medium">Parcel {number}<Progress parcel={parcel} /></p>
        <p className="text-[13px] text-ink-2">{parcel.lines.map((line) => `${line.quantity} × ${names.get(line.lineId) ?? 'item'}`).join(', ')}</p>
        <p className="text-[13px] text-ink-3">{parcel.trackingUrl ? <a href={parcel.trackingUrl} target="_blank" rel="noreferrer" className="font-medium text-accent-text hover:underline">{track || 'Follow the parcel'}</a> : track || 'No tracking number'}{from && ` · from ${from}`}</p>
      </div>
      <p className="text-right text-[13px] text-ink-2"><DateTime at={parcel.at} /></p>
      {onTrack && (
        <Menu trigger={<IconButton size="small" label={`Change parcel ${number}`}><Ellipsis aria-hidden className="size-4" /></IconButton>}>
          {!parcel.deliveredAt && !parcel.outForDeliveryAt && <MenuItem onSelect={() => onMove?.('out_for_delivery')}>It is out for delivery</MenuItem>}
          {!parcel.deliveredAt && <MenuItem onSelect={() => onMove?.('delivered')}>It was delivered</MenuItem>}
          <MenuItem onSelect={onTrack}>Correct tracking</MenuItem>
          {!parcel.deliveredAt && <MenuItem tone="bad" {...(onUndo && { onSelect: onUndo })}>Take parcel back</MenuItem>}
        </Menu>
      )}
    </li>
  );
}

function Progress({ parcel }: { parcel: Parcel }) {
  if (parcel.cancelledAt) return <Badge>Taken back</Badge>;
  if (parcel.deliveredAt) return <Badge tone="good">Delivered</Badge>;
  return parcel.outForDeliveryAt ? <Badge tone="info">Out for delivery</Badge> : null;
}
