import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import type { Order } from './order-shape.ts';

/** Calls an order off: the stock is free again and what was paid goes back. */
export function CancelDialog({ order, open, onClose }: { order: Order; open: boolean; onClose(): void }) {
  return (
    <Dialog title={`Cancel order #${order.number}?`} about="Its stock is free again, and what was paid is refunded. This cannot be undone." open={open} onOpenChange={(next) => !next && onClose()}>
      <OperationForm operation="orders.cancel" input={{ id: order.id }} submit="Cancel order" kind="danger" done="Order cancelled" onDone={onClose} cancel={<Button onClick={onClose}>Keep order</Button>}>
        <Field label="Reason" name="reason" optional><Input name="reason" maxLength={200} autoFocus /></Field>
      </OperationForm>
    </Dialog>
  );
}
