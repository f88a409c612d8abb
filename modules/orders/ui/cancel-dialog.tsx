import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { Select } from '#ui/select.tsx';
import type { Order } from './order-shape.ts';

const reasons = [
  { value: 'customer', label: 'The customer asked for it' },
  { value: 'out_of_stock', label: 'It cannot be delivered' },
  { value: 'fraud', label: 'Suspected fraud' },
  { value: 'other', label: 'Another reason' },
];

/** Calls an order off: the stock is free again and what was paid goes back. */
export function CancelDialog({ order, open, onClose }: { order: Order; open: boolean; onClose(): void }) {
  return (
    <Dialog title={`Cancel order #${order.number}?`} about="Its stock is free again, and what was paid is refunded. This cannot be undone." open={open} onOpenChange={(next) => !next && onClose()}>
      <OperationForm operation="orders.cancel" input={{ id: order.id }} submit="Cancel order" kind="danger" done="Order cancelled" onDone={onClose} cancel={<Button onClick={onClose}>Keep order</Button>}>
        <Field label="Reason" name="reason"><Select name="reason" options={reasons} /></Field>
        <Field label="Note for colleagues" name="note" optional><Input name="note" maxLength={1000} /></Field>
      </OperationForm>
    </Dialog>
  );
}
