import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/choice.tsx';
import { DialogActions } from '#ui/dialog.tsx';
import { Field, FieldErrors } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Money, MoneyInput } from '#ui/money.tsx';
import { Select } from '#ui/select.tsx';
import { toast } from '#ui/toast.tsx';
import { useOperation } from '#ui/use-operation.ts';
import { OrderSheet, type SheetProps } from './order-sheet.tsx';
import { lineName, toSend, unitsOut, type Order } from './order-shape.ts';
import { chosen, startUnits, UnitList, type UnitRow } from './unit-list.tsx';

/** Gives money back: for units, for shipping, or just an amount. What is due, or all that is left, is filled in. */
export function RefundSheet(props: SheetProps) {
  return <OrderSheet title="Refund" about={<>Up to <Money value={props.order.refundable} /> can be given back.</>} {...props}>{(order) => <RefundForm order={order} onClose={props.onClose} />}</OrderSheet>;
}

const ways = [{ value: 'origin', label: 'The way it was paid' }, { value: 'store_credit', label: 'Store credit' }];

interface Answer {
  refunds: { state: string; sentence: string }[];
}

function RefundForm({ order, onClose }: { order: Order; onClose(): void }) {
  const currency = order.refundable.currency;
  const rows = order.lines.map((line) => ({ line, most: line.quantity - line.credited })).filter(({ most }) => most > 0);
  const [units, setUnits] = useState(() => startUnits(rows, 'none'));
  const [back, setBack] = useState<Record<string, boolean>>({});
  const [shipping, setShipping] = useState(0);
  const [byHand, setByHand] = useState<number | undefined>();
  const [reason, setReason] = useState('');
  const [to, setTo] = useState<'origin' | 'store_credit'>('origin');
  const refund = useOperation<Answer>('orders.refund', { done: saysOf, onDone: onClose });
  const worth = rows.reduce((sum, row) => sum + worthOf(row, units[row.line.id] ?? 0), 0) + shipping;
  const start = worth > 0 ? Math.min(worth, order.refundable.amount) : order.due.amount || order.refundable.amount;
  const amount = byHand ?? start;
  const lines = chosen(units).map((each) => ({ ...each, restock: back[each.lineId] === true }));
  const send = () => refund.run({ id: order.id, lines, ...(shipping > 0 && { shipping }), amount, reason, to });
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); void send(); }} className="flex flex-col gap-4">
      <FieldErrors value={refund.fields}>
        {!order.cancelledAt && rows.length > 0 && <UnitList ask="Refund how many of" rows={rows} units={units} onChange={(id, value) => { setUnits({ ...units, [id]: value }); setByHand(undefined); }} renderMore={(row) => <Back row={row} on={back[row.line.id] === true} onChange={(on) => setBack({ ...back, [row.line.id]: on })} />} />}
        {!order.cancelledAt && order.shippingCreditable.amount > 0 && <Checkbox label={<>Shipping, <Money value={order.shippingCreditable} /></>} checked={shipping > 0} onChange={(event) => { setShipping(event.target.checked ? order.shippingCreditable.amount : 0); setByHand(undefined); }} />}
        <Field label="Amount" name="amount" description={order.due.amount > 0 ? <><Money value={order.due} /> of it is due.</> : undefined}><MoneyInput key={start} currency={currency} amount={amount} onAmount={(next) => setByHand(next ?? 0)} /></Field>
        {order.customerId && <Field label="To" name="to" description={to === 'store_credit' ? 'It stays with you, and the customer can spend it when signed in.' : 'Gift cards and store credit that paid for it get their part back first.'}><Select value={to} onChange={(event) => setTo(event.target.value as typeof to)} options={ways} /></Field>}
        <Field label="Reason" name="reason" optional><Input value={reason} onChange={(event) => setReason(event.target.value)} maxLength={200} /></Field>
      </FieldErrors>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" kind="primary" pending={refund.pending} disabled={amount <= 0 || amount > order.refundable.amount}>Refund <Money value={{ amount, currency }} /></Button>
      </DialogActions>
    </form>
  );
}

// The provider may have said no after we wrote the refund down; it is then still due.
function saysOf({ refunds }: Answer): string {
  const refused = refunds.find(({ state }) => state === 'refused');
  if (refused) queueMicrotask(() => toast.refused(`The payment provider said no: ${refused.sentence} The refund is still due.`));
  return refused ? 'The refund was written down' : refunds.every(({ state }) => state === 'done') ? 'Refunded' : 'The refund is on its way';
}

function worthOf({ line }: UnitRow, units: number): number {
  const left = line.quantity - line.credited;
  return units === left ? line.creditable.amount : Math.floor((line.creditable.amount * units) / left);
}

function Back({ row: { line }, on, onChange }: { row: UnitRow; on: boolean; onChange(on: boolean): void }) {
  const [unsent, out] = [toSend(line), unitsOut(line)];
  if (unsent + out === 0) return null;
  const label = unsent > 0 ? 'Do not ship them, put them back in stock' : 'They came back, put them in stock';
  return <Checkbox label={<span className="text-[13px]">{label}<span className="sr-only">: {lineName(line)}</span></span>} checked={on} onChange={(event) => onChange(event.target.checked)} />;
}
