/** The three stored states of an order, and every move between them that is allowed. A missing arrow is a refusal. */
export const PAYMENT_STATES = ['pending', 'authorized', 'paid', 'partially_refunded', 'refunded', 'charged_back', 'failed', 'voided'] as const;
export const FULFILMENT_STATES = ['unfulfilled', 'partial', 'fulfilled'] as const;
export const RETURN_STATES = ['none', 'requested', 'partial', 'returned'] as const;

export type PaymentState = (typeof PAYMENT_STATES)[number];
export type FulfilmentState = (typeof FULFILMENT_STATES)[number];
export type ReturnState = (typeof RETURN_STATES)[number];

// Facts about money may arrive late or out of order, so a state may skip ahead; it never goes back.
// failed and voided -> paid: the provider took the money after all. The order then owes it back (see settle-payment.ts).
// Backwards only by an edit or an exchange: an order that grew waits for the rest, and a refunded one can be paid again.
export const paymentMoves: Record<PaymentState, readonly PaymentState[]> = {
  pending: ['authorized', 'paid', 'partially_refunded', 'refunded', 'charged_back', 'failed', 'voided'],
  authorized: ['pending', 'paid', 'partially_refunded', 'refunded', 'charged_back', 'failed', 'voided'],
  paid: ['pending', 'partially_refunded', 'refunded', 'charged_back'],
  // A refund that did not arrive after all brings an order back.
  partially_refunded: ['paid', 'refunded', 'charged_back'],
  refunded: ['paid', 'partially_refunded', 'charged_back'],
  // A bank took the money over a dispute; a dispute that is won brings it back.
  charged_back: ['pending', 'paid', 'partially_refunded', 'refunded'],
  failed: ['paid', 'partially_refunded', 'refunded', 'charged_back'],
  voided: ['paid', 'partially_refunded', 'refunded', 'charged_back'],
};

export const fulfilmentMoves: Record<FulfilmentState, readonly FulfilmentState[]> = {
  unfulfilled: ['partial', 'fulfilled'],
  // A parcel that did not leave after all, or an item added later.
  partial: ['unfulfilled', 'fulfilled'],
  fulfilled: ['unfulfilled', 'partial'],
};

export const returnMoves: Record<ReturnState, readonly ReturnState[]> = {
  none: ['requested', 'partial', 'returned'],
  requested: ['none', 'partial', 'returned'],
  partial: ['requested', 'returned'],
  returned: ['requested', 'partial'],
};

export function mayPaymentMove(from: PaymentState, to: PaymentState): boolean {
  return paymentMoves[from].includes(to);
}

/** What payments and refunds add up to, in minor units. */
export interface MoneyMoved {
  /** What the order asks for: its total less what was given up of it again. */
  total: number;
  authorized: number;
  captured: number;
  refunded: number;
  /** What banks took back over disputes. */
  disputed?: number;
  /** A payment that can still succeed exists. */
  open: boolean;
  declined: boolean;
  voided: boolean;
  /** How the way to pay stands that it is to be kept with and not paid with (a free trial). */
  keeping?: 'open' | 'refused' | undefined;
  /** What of the captured money came from the shop's own books: gift cards, store credit. */
  own?: number;
}

/** The payment state that follows from the money alone; in whatever order its facts arrived, the answer is the same. */
export function paymentStateOf(money: MoneyMoved): PaymentState {
  if ((money.disputed ?? 0) > 0) return 'charged_back';
  if (money.refunded > 0) return money.refunded >= money.captured ? 'refunded' : 'partially_refunded';
  if (money.keeping) return money.keeping === 'open' ? 'pending' : 'failed';
  if (money.captured > 0 || money.total === 0) return money.captured >= money.total ? 'paid' : partlyPaid(money);
  if (money.authorized >= money.total) return 'authorized';
  if (money.open) return 'pending';
  if (money.voided) return 'voided';
  return money.declined ? 'failed' : 'pending';
}

// A gift card alone does not keep an order alive whose card was declined: the whole order fails, and the gift card gets its money back.
function partlyPaid({ captured, authorized, total, open, declined, own = 0 }: MoneyMoved): PaymentState {
  if (own < captured) return 'pending';
  if (authorized > 0 && captured + authorized >= total) return 'authorized';
  return declined && !open ? 'failed' : 'pending';
}

interface Sendable {
  quantity: number;
  fulfilled: number;
  /** Taken off before they were sent. */
  removed?: number;
}

export function fulfilmentStateOf(lines: readonly Sendable[]): FulfilmentState {
  const sent = lines.reduce((sum, line) => sum + line.fulfilled, 0);
  if (sent === 0) return 'unfulfilled';
  return lines.every((line) => toSend(line) <= 0) ? 'fulfilled' : 'partial';
}

/** Units of a line that are still to be sent. */
export function toSend({ quantity, fulfilled, removed = 0 }: Sendable): number {
  return quantity - fulfilled - removed;
}

/** The return state that follows from the units: an open return outweighs what has come back already. */
export function returnStateOf(lines: readonly (Sendable & { returned: number })[], { open }: { open: boolean }): ReturnState {
  if (open) return 'requested';
  const back = lines.reduce((sum, line) => sum + line.returned, 0);
  if (back === 0) return 'none';
  return lines.every((line) => line.returned === line.quantity - (line.removed ?? 0)) ? 'returned' : 'partial';
}

export interface OrderStanding {
  paymentState: PaymentState;
  fulfilmentState: FulfilmentState;
  returnState: ReturnState;
  cancelled: boolean;
  /** It waits for somebody of the shop to look at it. */
  held?: boolean;
  /** Units ordered and units sent, where the sentence can count them. */
  units?: number;
  unitsSent?: number;
  /** Every parcel has arrived. */
  delivered?: boolean;
  /** Where the sentence can tell: something was paid, something is owed or to be given back, a cancelled order's money is kept. */
  money?: { captured: number; owed: number; due: number; kept: boolean };
}

/** Where an order stands, in one line a shopkeeper and a customer both understand. */
export function statusSentence(order: OrderStanding): string {
  if (order.cancelled) return `Cancelled. ${cancelledMoney(order)}`;
  const back = returnSentence[order.returnState];
  return [moneySentence(order), order.held ? 'Being checked before it is shipped.' : sendingSentence(order), back].filter(Boolean).join(' ');
}

function moneySentence({ paymentState, money }: OrderStanding): string {
  const partly = paymentState === 'pending' && money !== undefined && money.captured > 0;
  const rest = money && money.due > 0 ? ' A refund is due.' : money && money.owed > 0 && !partly && money.captured > 0 ? ' More is owed.' : '';
  return (partly ? 'Partly paid.' : paymentSentence[paymentState]) + rest;
}

function cancelledMoney({ paymentState, money }: OrderStanding): string {
  return money?.kept && (paymentState === 'paid' || paymentState === 'partially_refunded') ? 'The payment was kept.' : afterCancelling[paymentState];
}

const paymentSentence: Record<PaymentState, string> = {
  pending: 'Waiting for payment.',
  authorized: 'Payment authorized.',
  paid: 'Paid.',
  partially_refunded: 'Partly refunded.',
  refunded: 'Refunded.',
  charged_back: 'Charged back by the bank.',
  failed: 'Payment failed.',
  voided: 'Payment voided.',
};

const afterCancelling: Record<PaymentState, string> = {
  pending: 'Nothing was charged.',
  authorized: 'The authorized payment will be released.',
  paid: 'The payment will be refunded.',
  partially_refunded: 'Partly refunded.',
  refunded: 'Refunded.',
  charged_back: 'The bank took the payment back.',
  failed: 'The payment did not go through.',
  voided: 'Nothing was charged.',
};

const returnSentence: Record<ReturnState, string> = {
  none: '',
  requested: 'Return requested.',
  partial: 'Partly returned.',
  returned: 'Returned.',
};

function sendingSentence(order: OrderStanding): string {
  if (order.fulfilmentState === 'fulfilled') return order.delivered ? 'Delivered.' : 'Shipped.';
  const { units, unitsSent = 0 } = order;
  if (units === undefined) return order.fulfilmentState === 'partial' ? 'Partly shipped.' : 'Not shipped yet.';
  const left = units - unitsSent;
  if (left === 0) return 'Nothing to ship.';
  if (order.fulfilmentState === 'partial') return `${left} of ${units} items to ship.`;
  return units === 1 ? '1 item to ship.' : `${units} items to ship.`;
}
