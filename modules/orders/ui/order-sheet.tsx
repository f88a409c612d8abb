import { createContext, use, useEffect, type MouseEvent, type ReactNode } from 'react';
import { Sheet } from '#ui/dialog.tsx';
import type { Order } from './order-shape.ts';

export interface SheetProps {
  order: Order;
  open: boolean;
  onClose(): void;
}

/** A side sheet of an order; what is in it starts anew each time it opens. */
export function OrderSheet({ order, open, onClose, title, about, children }: SheetProps & { title: string; about?: ReactNode; children(order: Order): ReactNode }) {
  return (
    <Sheet title={title} about={about ?? `Order #${order.number}`} open={open} onOpenChange={(next) => !next && onClose()}>
      {open && <Changing>{children(order)}</Changing>}
    </Sheet>
  );
}

/** Hears whether somebody changes something in a sheet of the order. */
export const TellEditing = createContext<(editing: boolean) => void>(() => {});

// Typing or pressing a button in the sheet counts as editing until the sheet closes; just looking does not. Told while the event
// bubbles: told any earlier, the field would be drawn anew with its old text before it heard of the new one.
function Changing({ children }: { children: ReactNode }) {
  const tell = use(TellEditing);
  useEffect(() => () => tell(false), [tell]);
  const pressed = (event: MouseEvent) => event.target instanceof Element && event.target.closest('button') && tell(true);
  return <div role="presentation" className="contents" onInput={() => tell(true)} onClick={pressed}>{children}</div>;
}
