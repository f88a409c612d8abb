import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/choice.tsx';
import { DialogActions } from '#ui/dialog.tsx';
import { Field, FieldErrors } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Select } from '#ui/select.tsx';
import { useOperation } from '#ui/use-operation.ts';
import { OrderSheet, type SheetProps } from './order-sheet.tsx';
import { lineName, type Order, type OrderLine, type Place, type Return } from './order-shape.ts';
import { Units } from './unit-list.tsx';
import { WayBack } from './return-sheet.tsx';

type Props = SheetProps & { back: Return | undefined };

/** Looks at what arrived, unit by unit. */
export function ReceiveSheet({ back, places, ...props }: Props & { places: readonly Place[] }) {
  return <OrderSheet title={`Receive ${back?.name ?? 'return'}`} {...props}>{(order) => back && <ReceiveForm order={order} back={back} places={places} onClose={props.onClose} />}</OrderSheet>;
}

interface Arrived {
  restock: number;
  damaged: number;
}

function ReceiveForm({ order, back, places, onClose }: { order: Order; back: Return; places: readonly Place[]; onClose(): void }) {
  const [arrived, setArrived] = useState<Record<string, Arrived>>(() => Object.fromEntries(back.lines.map((line) => [line.lineId, { restock: line.quantity, damaged: 0 }])));
  const [locationId, setLocation] = useState('');
  const [refund, setRefund] = useState(true);
  const [note, setNote] = useState('');
  const receive = useOperation('orders.receive-return', { done: 'Return received', onDone: onClose });
  const lines = Object.entries(arrived).map(([lineId, units]) => ({ lineId, ...units }));
  const none = lines.every((line) => line.restock + line.damaged === 0);
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); void receive.run({ returnId: back.id, lines, refund, note, ...(locationId && { locationId }) }); }} className="flex flex-col gap-4">
      <FieldErrors value={receive.fields}>
        <ul className="divide-y divide-line rounded-lg border border-line">
          {back.lines.map((line) => <Inspected key={line.lineId} line={order.lines.find(({ id }) => id === line.lineId)} most={line.quantity} value={arrived[line.lineId]!} onChange={(next) => setArrived({ ...arrived, [line.lineId]: next })} />)}
        </ul>
        {places.length > 1 && <Field label="Lies now at"><Select value={locationId} onChange={(event) => setLocation(event.target.value)} options={[{ value: '', label: 'The usual location' }, ...places.map(({ id, name }) => ({ value: id, label: name }))]} /></Field>}
        <Field label="What the inspection found" name="note" optional><Input value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} /></Field>
        <Checkbox label="Refund what is due" description={back.exchange.length > 0 ? 'After what they get instead is added.' : undefined} checked={refund} onChange={(event) => setRefund(event.target.checked)} />
      </FieldErrors>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" kind="primary" pending={receive.pending} disabled={none}>Receive</Button>
      </DialogActions>
    </form>
  );
}

function Inspected({ line, most, value, onChange }: { line: OrderLine | undefined; most: number; value: Arrived; onChange(value: Arrived): void }) {
  const name = line ? lineName(line) : 'item';
  return (
    <li className="flex flex-col gap-2 px-3 py-2.5">
      <span className="font-medium">{name}</span>
      <span className="flex flex-wrap items-center justify-between gap-2 text-[13px]">Can be sold again <Units label={`${name}: can be sold again`} most={most} value={value.restock} onChange={(restock) => onChange({ restock, damaged: Math.min(value.damaged, most - restock) })} /></span>
      <span className="flex flex-wrap items-center justify-between gap-2 text-[13px]">Damaged <Units label={`${name}: damaged`} most={most} value={value.damaged} onChange={(damaged) => onChange({ damaged, restock: Math.min(value.restock, most - damaged) })} /></span>
    </li>
  );
}

/** Answers a customer who wants to send something back. */
export function DecideSheet({ back, ...props }: Props) {
  return <OrderSheet title={`Return ${back?.name ?? ''}`} about={back && <>“{back.note || 'No words with it.'}”</>} {...props}>{() => back && <DecideForm back={back} onClose={props.onClose} />}</OrderSheet>;
}

function DecideForm({ back, onClose }: { back: Return; onClose(): void }) {
  const [way, setWay] = useState({ instructions: '', labelUrl: '' });
  const [says, setSays] = useState('');
  const approve = useOperation('orders.approve-return', { done: 'Return approved', onDone: onClose });
  const decline = useOperation('orders.decline-return', { done: 'Return declined', onDone: onClose });
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); void approve.run({ returnId: back.id, ...way }); }} className="flex flex-col gap-4">
      <FieldErrors value={{ ...approve.fields, ...decline.fields }}>
        <WayBack value={way} onChange={setWay} />
        <Field label="Why not, when you decline" name="says" optional><Input value={says} maxLength={2000} onChange={(event) => setSays(event.target.value)} /></Field>
      </FieldErrors>
      <DialogActions>
        <Button kind="danger" pending={decline.pending} disabled={!says.trim()} onClick={() => void decline.run({ returnId: back.id, says })}>Decline</Button>
        <Button type="submit" kind="primary" pending={approve.pending}>Approve</Button>
      </DialogActions>
    </form>
  );
}
