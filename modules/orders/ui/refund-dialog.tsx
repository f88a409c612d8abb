import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Dialog, DialogActions } from '#ui/dialog.tsx';
import { Field, FieldErrors } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Money, MoneyInput } from '#ui/money.tsx';
import { useOperation } from '#ui/use-operation.ts';
import type { Order } from './order-shape.ts';

/** Gives money back, all that is left unless told otherwise. */
export function RefundDialog({ order, open, onClose }: { order: Order; open: boolean; onClose(): void }) {
  return (
    <Dialog title="Refund" about={<>Up to <Money value={order.refundable} /> can be given back.</>} open={open} onOpenChange={(next) => !next && onClose()}>
      {open && <RefundForm order={order} onClose={onClose} />}
    </Dialog>
  );
}

function RefundForm({ order, onClose }: { order: Order; onClose(): void }) {
  const left = order.refundable;
  const [amount, setAmount] = useState<number | undefined>(left.amount);
  const [reason, setReason] = useState('');
  const refund = useOperation('orders.refund', { done: 'Refund is on its way', onDone: onClose });
  return (
    <form onSubmit={(event) => { event.preventDefault(); void refund.run({ id: order.id, amount, reason }); }} className="flex flex-col gap-4">
      <FieldErrors value={refund.fields}>
        <Field label="Amount" name="amount"><MoneyInput currency={left.currency} amount={left.amount} onAmount={setAmount} autoFocus /></Field>
        <Field label="Reason" name="reason" optional><Input value={reason} onChange={(event) => setReason(event.target.value)} maxLength={200} /></Field>
      </FieldErrors>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" kind="primary" pending={refund.pending} disabled={!amount || amount > left.amount}>Refund <Money value={{ amount: amount ?? 0, currency: left.currency }} /></Button>
      </DialogActions>
    </form>
  );
}
