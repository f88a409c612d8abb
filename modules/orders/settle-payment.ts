import { newId } from '#platform/ids.ts';
import { formatMoney, money, type Money } from '#platform/money.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { letGoOfMethod, methodOfPayment, paymentProviders, paymentsFor, type Payment } from '#modules/payments/index.ts';
import { dropOrder } from './drop-order.ts';
import { orderConfirmed, orderOwesMoney, orderPaid, orderUpdated } from './events.ts';
import { creditGoodwill } from './credit.ts';
import { lockOrder, type LockedOrder } from './lock-order.ts';
import { mayPaymentMove, paymentStateOf, type MoneyMoved, type PaymentState } from './order-state.ts';
import { balanceOf } from './totals.ts';
import { writeTimeline } from './timeline.ts';

/**
 * Brings an order in line with its payments, in the transaction that recorded the payment's news. It reads what the payments
 * add up to and moves the order there: the money decides, not the message that arrived, so order and repetition do not matter.
 */
export async function settlePayment(tx: Tx, payment: Payment): Promise<void> {
  if (isMerelyMeant(payment) || (keepsOnly(payment) && !(await isOfAnOrder(tx, payment))) || (await settlePlainly(tx, payment))) return;
  const order = await lockOrder(tx, payment.orderId);
  const moved = addUp(order.total, await paymentsFor(tx, order.id));
  const credited = order.creditedTotal + goodwill(order, moved);
  const to = paymentStateOf({ ...moved, total: order.total - credited });
  if (to === order.paymentState && moved.captured === order.capturedTotal && moved.refunded === order.refundedTotal && moved.disputed === order.disputedTotal) return;
  if (to !== order.paymentState) requireMove(order.paymentState, to);
  await tx.sql`
    update orders set payment_state = ${to}, captured_total = ${moved.captured}, refunded_total = ${moved.refunded}, disputed_total = ${moved.disputed}, updated_at = ${tx.now},
      paid_at = case when ${to === 'paid'} then coalesce(paid_at, ${tx.now}) else paid_at end
    where id = ${order.id}`;
  if (credited > order.creditedTotal) await creditGoodwill(tx, order.id, credited - order.creditedTotal);
  await writeTimeline(tx, { orderId: order.id, kind: `payment.${to}`, says: keepsOnly(payment) ? KEEPING_SAYS[payment.state] ?? '' : saysOf(order, to, moved), open: moved.disputed === order.disputedTotal });
  if (keepsOnly(payment) && (to === 'failed' || order.cancelledAt)) await leaveUnkept(tx, payment);
  await follow(tx, order, to);
}

// Only its way to pay is to be kept: nothing is paid with it.
function keepsOnly({ amount }: Payment): boolean {
  return amount.amount === 0;
}

const KEEPING_SAYS: Partial<Record<Payment['state'], string>> = { kept: 'The way to pay is kept; nothing was charged.', declined: 'The way to pay could not be kept.' };

// What is kept for something else, a subscription that changes its card, moves no order.
async function isOfAnOrder(tx: Tx, { orderId }: Payment): Promise<boolean> {
  return (await tx.sql`select 1 from orders where id = ${orderId}`).length > 0;
}

// Should it be kept after all, nobody needs it.
async function leaveUnkept(tx: Tx, { id }: Payment): Promise<void> {
  const method = await methodOfPayment(tx, id);
  if (method) letGoOfMethod(tx, method.id);
}

// A refund that nobody was owed lowers what the order asks for; otherwise it would seem to be owed again.
function goodwill(order: LockedOrder, moved: MoneyMoved): number {
  const more = moved.refunded - order.refundedTotal;
  if (more <= 0 || order.cancelledAt) return 0;
  const before = balanceOf({ total: order.total, credited: order.creditedTotal, captured: moved.captured, refunded: order.refundedTotal });
  return more - Math.min(more, Math.max(0, -before));
}

/** After the order itself changed (an edit, a return): the payment state that follows now, and who hears of it. */
export async function restatePayment(tx: Tx, orderId: string, change: string): Promise<void> {
  const order = await lockOrder(tx, orderId);
  const to = paymentStateOf(addUp(order.total - order.creditedTotal, await paymentsFor(tx, orderId)));
  const { number } = order;
  tx.tell(orderUpdated, { orderId, number, change });
  if (order.cancelledAt || to === order.paymentState) return;
  requireMove(order.paymentState, to);
  const firstTime = to === 'paid' && order.paidAt === null;
  await tx.sql`update orders set payment_state = ${to}, paid_at = case when ${firstTime} then ${tx.now} else paid_at end where id = ${orderId}`;
  tx.changed({ record: 'order', id: orderId, before: { paymentState: order.paymentState }, after: { paymentState: to } });
  if (firstTime) tellPaid(tx, { orderId, number, customerId: order.customerId, total: money(order.total, order.currency) });
}

/** What nearly every order sees: its one payment brings the whole total. One statement. */
async function settlePlainly(tx: Tx, payment: Payment): Promise<boolean> {
  if (payment.state !== 'captured') return false;
  const [order] = await tx.sql<{ number: number; customerId: string | null }>`
    with paid as (
      update orders set payment_state = 'paid', captured_total = total, paid_at = ${tx.now}, updated_at = ${tx.now}
      where id = ${payment.orderId} and total = ${payment.captured.amount} and captured_total = 0 and cancelled_at is null
        and credited_total = 0
        and payment_state in ('pending', 'authorized') returning id, number, customer_id
    ), said as (
      insert into order_timeline (id, order_id, kind, says, by_name, open, at)
      select ${newId()}, id, 'payment.paid', 'Payment received.', 'house', true, ${tx.now} from paid
    )
    select number, customer_id as "customerId" from paid`;
  if (order) tellPaid(tx, { orderId: payment.orderId, ...order, total: payment.captured });
  return order !== undefined;
}

function tellPaid(tx: Tx, paid: { orderId: string; number: number; customerId: string | null; total: Money }): void {
  tx.tell(orderPaid, paid);
  tx.tell(orderConfirmed, { orderId: paid.orderId, number: paid.number });
}

// A move outside the map would mean that money facts contradict each other: a bug, not a business matter.
function requireMove(from: PaymentState, to: PaymentState): void {
  if (!mayPaymentMove(from, to)) throw new Error(`the payment of an order cannot go from ${from} to ${to}`);
}

async function follow(tx: Tx, order: LockedOrder, to: PaymentState): Promise<void> {
  const { id: orderId, number, customerId } = order;
  const firstTime = to === 'paid' && order.paidAt === null;
  if (to === 'failed' && !order.cancelledAt && order.fulfilmentState === 'unfulfilled') await dropOrder(tx, order, 'payment_failed');
  else if (firstTime && !order.cancelledAt) tellPaid(tx, { orderId, number, customerId, total: money(order.total, order.currency) });
  else tx.tell(orderUpdated, { orderId, number, change: `payment.${to}` });
  if (order.cancelledAt && (to === 'paid' || to === 'authorized')) tx.tell(orderOwesMoney, { orderId, number });
}

function saysOf(order: LockedOrder, to: PaymentState, moved: MoneyMoved & { disputed: number }): string {
  if (moved.disputed < order.disputedTotal) return `${formatMoney(money(order.disputedTotal - moved.disputed, order.currency))} came back: the dispute went our way.`;
  const refund = formatMoney(money(moved.refunded - order.refundedTotal, order.currency));
  const says: Record<PaymentState, string> = {
    pending: 'A part of the payment was received.',
    authorized: 'The payment was authorized.',
    paid: order.refundedTotal < moved.refunded ? `${refund} refunded.` : order.cancelledAt ? 'Money arrived after the order was cancelled; it goes back.' : 'Payment received.',
    partially_refunded: `${refund} refunded.`,
    refunded: `${refund} refunded.`,
    charged_back: `The bank took ${formatMoney(money(moved.disputed - order.disputedTotal, order.currency))} back over a dispute.`,
    failed: 'The payment was declined.',
    voided: 'The payment was voided; nothing was charged.',
  };
  return says[to];
}

/** What the payments of an order add up to. */
export function addUp(total: number, payments: readonly Payment[]): MoneyMoved & { disputed: number } {
  const sum = (amounts: number[]) => amounts.reduce((a, b) => a + b, 0);
  const has = (...states: Payment['state'][]) => payments.some((payment) => states.includes(payment.state));
  return {
    total,
    authorized: sum(payments.filter(isPromised).map((payment) => payment.amount.amount)),
    captured: sum(payments.map((payment) => payment.captured.amount)),
    refunded: sum(payments.map((payment) => payment.refunded.amount)),
    disputed: sum(payments.map((payment) => payment.disputed.amount)),
    open: has('requested', 'unknown', 'authorized'),
    declined: has('declined'),
    voided: has('voided'),
    keeping: keepingOf(payments),
    own: sum(payments.filter(({ provider }) => paymentProviders.all().get(provider)?.ownBooks).map((payment) => payment.captured.amount)),
  };
}

function keepingOf(payments: readonly Payment[]): MoneyMoved['keeping'] {
  const keeps = payments.filter(keepsOnly);
  if (keeps.length === 0 || keeps.some(({ state }) => state === 'kept')) return undefined;
  return keeps.some(({ state }) => state === 'declined') ? 'refused' : 'open';
}

// That somebody means to send money by bank is no promise of a provider: such an order waits for its payment.
function isMerelyMeant({ state, provider }: Payment): boolean {
  return state === 'authorized' && provider === 'manual';
}

function isPromised(payment: Payment): boolean {
  return payment.state === 'authorized' && !isMerelyMeant(payment);
}
