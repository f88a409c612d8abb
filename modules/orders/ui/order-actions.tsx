import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Menu, MenuItem } from '#ui/menu.tsx';
import { useOperation } from '#ui/use-operation.ts';
import { useShortcut } from '#ui/shortcuts.tsx';
import { CancelSheet } from './cancel-sheet.tsx';
import { EditSheet } from './edit-sheet.tsx';
import { FulfilSheet } from './fulfil-sheet.tsx';
import { nextAction, possibleActions, type OrderAction, type Standing } from './next-action.ts';
import { toSend, unitsOut, type Order, type Place } from './order-shape.ts';
import { DecideSheet, ReceiveSheet } from './receive-sheet.tsx';
import { RefundSheet } from './refund-sheet.tsx';
import { ReturnSheet } from './return-sheet.tsx';

const labels: Record<OrderAction, string> = { capture: 'Capture payment', 'mark-paid': 'Mark as paid', fulfil: 'Ship items', refund: 'Refund', 'decide-return': 'Answer return', 'receive-return': 'Receive return', edit: 'Edit items', return: 'Return or exchange', cancel: 'Cancel order', approve: 'Approve order' };
const operations: Record<OrderAction, string> = { capture: 'payments.capture', 'mark-paid': 'orders.mark-paid', fulfil: 'orders.fulfil', refund: 'orders.refund', 'decide-return': 'orders.approve-return', 'receive-return': 'orders.receive-return', edit: 'orders.edit', return: 'orders.begin-return', cancel: 'orders.cancel', approve: 'fraud.approve' };
const keys: Partial<Record<OrderAction, string>> = { fulfil: 'f', refund: 'r', edit: 'e', return: 't' };

interface Props {
  order: Order;
  may: Record<string, boolean>;
  places: readonly Place[];
}

/** One next action as the button, the others in a menu. */
export function OrderActions({ order, may, places }: Props) {
  const [open, setOpen] = useState<OrderAction | null>(null);
  const standing = standingOf(order);
  const allowed = possibleActions(standing).filter((action) => may[operations[action]] && possibleHere(order, action));
  const primary = allowed.find((action) => action === nextAction(standing));
  const others = allowed.filter((action) => action !== primary);
  const capture = useOperation(operations.capture, { done: 'Payment captured' });
  const settle = useOperation(operations['mark-paid'], { done: 'Order marked as paid' });
  const approve = useOperation(operations.approve, { done: 'Order approved' });
  const start = (action: OrderAction) => {
    if (action === 'capture') void capture.run({ id: promised(order)!.id });
    else if (action === 'mark-paid') void settle.run({ id: order.id });
    else if (action === 'approve') void approve.run({ id: order.id });
    else setOpen(action);
  };
  const sheet = (action: OrderAction) => ({ order, open: open === action, onClose: () => setOpen(null) });
  return (
    <>
      {allowed.map((action) => keys[action] && <ActionKey key={action} keys={keys[action]} says={labels[action]} run={() => start(action)} />)}
      {others.length > 0 && (
        <Menu trigger={<Button icon={<Ellipsis aria-hidden className="size-4" />}>More</Button>}>
          {others.map((action) => <MenuItem key={action} {...(action === 'cancel' && { tone: 'bad' as const })} onSelect={() => start(action)}>{labels[action]}</MenuItem>)}
        </Menu>
      )}
      {primary && <Button kind="primary" pending={capture.pending || settle.pending || approve.pending} onClick={() => start(primary)}>{labels[primary]}</Button>}
      <FulfilSheet {...sheet('fulfil')} places={places} />
      <RefundSheet {...sheet('refund')} />
      <EditSheet {...sheet('edit')} />
      <ReturnSheet {...sheet('return')} />
      <DecideSheet {...sheet('decide-return')} back={order.returns.find(({ stage }) => stage === 'requested')} />
      <ReceiveSheet {...sheet('receive-return')} back={order.returns.find(({ stage }) => stage === 'approved')} places={places} />
      <CancelSheet {...sheet('cancel')} />
    </>
  );
}

function ActionKey(shortcut: { keys: string; says: string; run(): void }) {
  useShortcut(shortcut);
  return null;
}

function standingOf(order: Order): Standing {
  const sum = (of: (line: Order['lines'][number]) => number) => order.lines.reduce((all, line) => all + of(line), 0);
  return {
    paymentState: order.paymentState,
    fulfilmentState: order.fulfilmentState,
    returnState: order.returnState,
    cancelled: order.cancelledAt !== null,
    held: order.held !== null,
    owed: order.owed.amount,
    due: order.due.amount,
    refundable: order.refundable.amount,
    undecided: order.returns.some(({ stage }) => stage === 'requested'),
    expected: order.returns.some(({ stage }) => stage === 'approved'),
    unitsOut: sum(unitsOut),
    unitsToSend: sum(toSend),
  };
}

/** The payment that is promised but not taken yet. */
function promised(order: Order) {
  return order.payments.find((payment) => payment.state === 'authorized' && payment.provider !== 'manual');
}

function possibleHere(order: Order, action: OrderAction): boolean {
  if (action === 'capture') return promised(order) !== undefined;
  return action !== 'mark-paid' || promised(order) === undefined;
}
