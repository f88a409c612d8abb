/** The one thing to do next with an order, and what else could be done. A pure function of where the order stands. */
export const ORDER_ACTIONS = ['capture', 'mark-paid', 'refund', 'fulfil', 'decide-return', 'receive-return', 'edit', 'return', 'cancel', 'approve'] as const;
export type OrderAction = (typeof ORDER_ACTIONS)[number];

export interface Standing {
  paymentState: string;
  fulfilmentState: string;
  /** Nothing is shipped before somebody has looked at it. */
  held?: boolean;
  returnState: string;
  cancelled: boolean;
  /** Minor units the customer still owes, and the shop. */
  owed: number;
  due: number;
  refundable: number;
  /** A customer waits to hear whether they may send something back. */
  undecided: boolean;
  /** Goods of an agreed return are expected. */
  expected: boolean;
  /** Units that were sent and are not back, or on their way back. */
  unitsOut: number;
  /** Units still to be sent; unknown = as the fulfilment state says. */
  unitsToSend?: number;
}

/** Every action that makes sense now, the most urgent first. Money before goods; nothing is shipped that is not promised to be paid. */
export function possibleActions(order: Standing): OrderAction[] {
  if (order.cancelled) return order.refundable > 0 ? ['refund'] : [];
  const urgent = urgentActions(order);
  const others = order.refundable > 0 && !urgent.includes('refund') ? (['refund'] as const) : [];
  return [...urgent, ...others, 'edit', ...(order.unitsOut > 0 ? (['return'] as const) : []), ...(order.fulfilmentState === 'unfulfilled' ? (['cancel'] as const) : [])];
}

/** The primary button of the page; undefined when the order needs nobody. */
export function nextAction(order: Standing): OrderAction | undefined {
  if (order.cancelled) return order.due > 0 ? 'refund' : undefined;
  return urgentActions(order)[0];
}

// A payment that failed, was voided or went back promises nothing: such an order is not shipped.
const UNPROMISED = ['failed', 'voided', 'refunded', 'charged_back'];

function urgentActions(order: Standing): OrderAction[] {
  const promised = !UNPROMISED.includes(order.paymentState) || (order.paymentState === 'refunded' && order.owed > 0);
  const toSend = order.unitsToSend ?? (order.fulfilmentState === 'fulfilled' ? 0 : 1);
  const wanted: [OrderAction, boolean][] = [
    ['approve', order.held === true],
    ['capture', order.paymentState === 'authorized'],
    ['mark-paid', order.owed > 0 && promised && order.paymentState !== 'authorized'],
    ['refund', order.due > 0],
    ['fulfil', toSend > 0 && promised && !order.held],
    ['decide-return', order.undecided],
    ['receive-return', order.expected],
  ];
  return wanted.filter(([, wants]) => wants).map(([action]) => action);
}
