/** The one thing to do next with an order, and what else could be done. A pure function of where the order stands. */
export type OrderAction = 'capture' | 'mark-paid' | 'fulfil' | 'refund' | 'cancel';

export interface Standing {
  paymentState: string;
  fulfilmentState: string;
  cancelled: boolean;
  owed: number;
  refundable: number;
}

/** Every action that makes sense now, the most urgent first. Money before goods; nothing is shipped that is not promised to be paid. */
export function possibleActions(order: Standing): OrderAction[] {
  const actions: OrderAction[] = [];
  if (order.cancelled) return order.refundable > 0 ? ['refund'] : [];
  if (order.paymentState === 'authorized') actions.push('capture');
  if (order.paymentState === 'pending' && order.owed > 0) actions.push('mark-paid');
  if (order.fulfilmentState !== 'fulfilled' && !['failed', 'voided', 'refunded'].includes(order.paymentState)) actions.push('fulfil');
  if (order.refundable > 0) actions.push('refund');
  if (order.fulfilmentState === 'unfulfilled') actions.push('cancel');
  return actions;
}

/** The primary button of the page; undefined when the order needs nobody. */
export function nextAction(order: Standing): OrderAction | undefined {
  const [first] = possibleActions(order);
  const urgent: (OrderAction | undefined)[] = order.cancelled ? ['refund'] : ['capture', 'mark-paid', 'fulfil'];
  return urgent.includes(first) ? first : undefined;
}
