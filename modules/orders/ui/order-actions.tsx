import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Menu, MenuItem } from '#ui/menu.tsx';
import { useOperation } from '#ui/use-operation.ts';
import { CancelDialog } from './cancel-dialog.tsx';
import { FulfilSheet } from './fulfil-sheet.tsx';
import { nextAction, possibleActions, type OrderAction } from './next-action.ts';
import type { Order } from './order-shape.ts';
import { RefundDialog } from './refund-dialog.tsx';

const labels: Record<OrderAction, string> = { capture: 'Capture payment', 'mark-paid': 'Mark as paid', fulfil: 'Ship items', refund: 'Refund', cancel: 'Cancel order' };
const operations: Record<OrderAction, string> = { capture: 'payments.capture', 'mark-paid': 'orders.mark-paid', fulfil: 'orders.fulfil', refund: 'orders.refund', cancel: 'orders.cancel' };

/** One next action as the button, the others in a menu. */
export function OrderActions({ order, may }: { order: Order; may: Record<string, boolean> }) {
  const [open, setOpen] = useState<OrderAction | null>(null);
  const standing = { ...order, cancelled: order.cancelledAt !== null, owed: order.owed.amount, refundable: order.refundable.amount };
  const allowed = possibleActions(standing).filter((action) => may[operations[action]] && possibleHere(order, action));
  const primary = allowed.find((action) => action === nextAction(standing));
  const others = allowed.filter((action) => action !== primary);
  const capture = useOperation(operations.capture, { done: 'Payment captured' });
  const settle = useOperation(operations['mark-paid'], { done: 'Order marked as paid' });
  const start = (action: OrderAction) => {
    if (action === 'capture') void capture.run({ id: promised(order)!.id });
    else if (action === 'mark-paid') void settle.run({ id: order.id });
    else setOpen(action);
  };
  return (
    <>
      {others.length > 0 && (
        <Menu trigger={<Button icon={<Ellipsis aria-hidden className="size-4" />}>More</Button>}>
          {others.map((action) => <MenuItem key={action} {...(action === 'cancel' && { tone: 'bad' as const })} onSelect={() => start(action)}>{labels[action]}</MenuItem>)}
        </Menu>
      )}
      {primary && <Button kind="primary" pending={capture.pending || settle.pending} onClick={() => start(primary)}>{labels[primary]}</Button>}
      <FulfilSheet order={order} open={open === 'fulfil'} onClose={() => setOpen(null)} />
      <RefundDialog order={order} open={open === 'refund'} onClose={() => setOpen(null)} />
      <CancelDialog order={order} open={open === 'cancel'} onClose={() => setOpen(null)} />
    </>
  );
}

/** The payment that is promised but not taken yet. */
function promised(order: Order) {
  return order.payments.find((payment) => payment.state === 'authorized' && payment.provider !== 'manual');
}

function possibleHere(order: Order, action: OrderAction): boolean {
  if (action === 'capture') return promised(order) !== undefined;
  return action !== 'mark-paid' || promised(order) === undefined;
}
