import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/choice.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Money } from '#ui/money.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { Select } from '#ui/select.tsx';
import { OrderSheet, type SheetProps } from './order-sheet.tsx';

const reasons = [
  { value: 'customer', label: 'The customer asked for it' },
  { value: 'out_of_stock', label: 'It cannot be delivered' },
  { value: 'fraud', label: 'Suspected fraud' },
  { value: 'other', label: 'Another reason' },
];

/** Calls an order off: the stock is free again and what was paid goes back, unless told otherwise. */
export function CancelSheet(props: SheetProps) {
  return (
    <OrderSheet title={`Cancel order #${props.order.number}?`} about="This cannot be undone." {...props}>
      {(order) => (
        <OperationForm operation="orders.cancel" input={{ id: order.id, refund: true }} submit="Cancel order" kind="danger" done="Order cancelled" onDone={props.onClose} cancel={<Button onClick={props.onClose}>Keep order</Button>}>
          <Field label="Reason" name="reason"><Select name="reason" options={reasons} /></Field>
          <Field label="Note for colleagues" name="note" optional><Input name="note" maxLength={1000} /></Field>
          {order.refundable.amount > 0 && <Checkbox name="refund" defaultChecked label={<>Refund <Money value={order.refundable} /></>} description="Otherwise what was paid is kept." />}
          <Checkbox name="restock" defaultChecked label="Put the items back in stock" description="Otherwise they are written off." />
        </OperationForm>
      )}
    </OrderSheet>
  );
}
