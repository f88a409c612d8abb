import { newId } from '#platform/ids.ts';
import { money, type Money } from '#platform/money.ts';
import type { Reader, Tx } from '#platform/tenancy/context.ts';
import { keptMethod, requestAgain, requestPayment, type Payment, type PaymentChoice } from '#modules/payments/index.ts';
import type { Address } from './address.ts';
import { orderConfirmed, orderPaid, orderPlaced } from './events.ts';
import { requireShippable } from './place-order.ts';
import { quote, type Quote, type Wish } from './quote.ts';
import { recordOrder } from './record-order.ts';
import { takeFreshStock } from './take-stock.ts';

/** An order nobody stands at the checkout for. */
export interface StandingOrder {
  storefrontId: string | null;
  customerId: string | null;
  customerName: string;
  email: string;
  currency: string;
  shippingAddress: Address;
  billingAddress: Address | null;
  shippingMethodId: string | null;
  /** At prices agreed before. */
  lines: readonly Wish[];
  /** Money off the lines that the customer has already. */
  discount: number;
  /** The kept way to pay it is charged to; begun by this order where the customer is here and says how (`choice`). */
  methodId: string;
  choice?: PaymentChoice;
  says: string;
}

export interface PlacedAgain {
  orderId: string;
  number: number;
  total: number;
  /** What of the discount it has used. */
  discount: number;
  /** null when there was nothing to pay. */
  paymentId: string | null;
}

/** What it would cost if it were placed now: today's tax and delivery. Refuses what is not for sale or not sent there. */
export async function priceAgain(r: Reader, { currency, lines, shippingAddress: address, shippingMethodId, discount }: StandingOrder): Promise<Quote> {
  const price = await quote(r, { currency, lines, address, shippingMethodId, discount });
  requireShippable(price);
  return price;
}

/**
 * Places an order as a checkout does, at today's tax and delivery, without a shopper: stock is promised, the charge is written down
 * with the order and carried out after commit (`carryOutPayment`), or by a reaction. Refuses like a checkout, leaving nothing behind.
 */
export async function placeAgain(tx: Tx, wish: StandingOrder): Promise<PlacedAgain> {
  const { currency } = wish;
  const price = await priceAgain(tx, wish);
  const orderId = newId();
  await takeFreshStock(tx, orderId, price.lines);
  const due = money(price.total, currency);
  const paymentId = due.amount > 0 ? (await askForPayment(tx, { orderId, due, wish })).id : null;
  const order = await recordOrder(tx, newOrder(orderId, wish), price);
  const { number } = order;
  tx.tell(orderPlaced, { orderId, number, total: due, customerId: wish.customerId, email: wish.email });
  if (paymentId === null) tx.tell(orderPaid, { orderId, number, total: due, customerId: wish.customerId });
  if (paymentId === null || (await keptMethod(tx, wish.methodId)).provider === 'manual') tx.tell(orderConfirmed, { orderId, number });
  tx.changed({ record: 'order', id: orderId, after: { number, total: order.total } });
  return { orderId, number, total: order.total, discount: price.discount, paymentId };
}

function askForPayment(tx: Tx, { orderId, due, wish }: { orderId: string; due: Money; wish: StandingOrder }): Promise<Payment> {
  const { choice, methodId } = wish;
  return choice ? requestPayment(tx, { orderId, amount: due, choice, keepAs: methodId }) : requestAgain(tx, { orderId, amount: due, methodId });
}

function newOrder(id: string, { storefrontId, customerId, customerName, email, shippingAddress, billingAddress, says }: StandingOrder) {
  const nobody = { checkoutId: null, cartId: null, note: '' };
  return { ...nobody, id, source: 'subscription' as const, storefrontId, customerId, customerName, email, shippingAddress, billingAddress: billingAddress ?? shippingAddress, says };
}
