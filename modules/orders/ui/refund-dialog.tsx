import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Dialog, DialogActions } from '#ui/dialog.tsx';
import { Field, FieldErrors } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Money, MoneyInput } from '#ui/money.tsx';
import { Select } from '#ui/select.tsx';
import { useOperation } from '#ui/use-operation.ts';
import { providerName } from './order-money.tsx';
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
  const payments = order.payments.filter((payment) => payment.captured.amount > payment.refunded.amount);
  const [paymentId, setPaymentId] = useState(payments[0]?.id ?? '');
  const chosen = payments.find((payment) => payment.id === paymentId);
  const left = chosen ? chosen.captured.amount - chosen.refunded.amount : 0;
  const [amount, setAmount] = useState<number | undefined>(left);
  const [reason, setReason] = useState('');
  const refund = useOperation('payments.refund', { done: 'Refund asked for', onDone: onClose });
  const sum = { amount: amount ?? 0, currency: order.total.currency };
  return (
    <form onSubmit={(event) => { event.preventDefault(); void refund.run({ id: paymentId, amount, reason }); }} className="flex flex-col gap-4">
      <FieldErrors value={refund.fields}>
        {payments.length > 1 && <Field label="Payment"><Select value={paymentId} onChange={(event) => setPaymentId(event.target.value)} options={payments.map((payment) => ({ value: payment.id, label: providerName(payment) }))} /></Field>}
        <Field label="Amount" name="amount"><MoneyInput key={paymentId} currency={order.total.currency} amount={left} onAmount={setAmount} autoFocus /></Field>
        <Field label="Reason" name="reason" optional><Input value={reason} onChange={(event) => setReason(event.target.value)} maxLength={200} /></Field>
      </FieldErrors>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" kind="primary" pending={refund.pending} disabled={!amount || amount > left}>Refund <Money value={sum} /></Button>
      </DialogActions>
    </form>
  );
}
