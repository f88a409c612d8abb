import { createHmac } from 'node:crypto';
import * as z from 'zod';
import { config } from '#platform/config.ts';
import { newId } from '#platform/ids.ts';
import { Money, formatMoney, money } from '#platform/money.ts';
import { operation } from '#platform/operations/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { faultPoint } from '#platform/testing/fault-point.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { findOrCreateCustomer } from '#modules/customers/index.ts';
import { useDiscounts } from '#modules/discounts/index.ts';
import { lockTender, spendTender, type TenderPart } from '#modules/gift-cards/index.ts';
import { carryOutPayment, keepMethod, requestKeeping, requestPayment, requireOffered, type KeptMethod, type PaymentChoice } from '#modules/payments/index.ts';
import type { Address } from './address.ts';
import { tenderOf, wantedBy, type CheckoutRow } from './checkout/checkout.ts';
import { lockCheckout } from './checkout/checkout-rows.ts';
import { orderConfirmed, orderPaid, orderPlaced } from './events.ts';
import { orderPath } from './order-link.ts';
import { readOrder, type OrderRecord } from './order-record.ts';
import { beginsSubscription, quote, type Quote } from './quote.ts';
import { recordOrder } from './record-order.ts';
import { forShopper, ShopperOrder } from './storefront-order.ts';
import { takeStock } from './take-stock.ts';
import { afterPayment, outcomeOf, paymentOf, PaymentOutcome } from './payment-outcome.ts';

/** Providers beside the two that are always there, by their id: stripe, paypal and so on. */
const AtProvider = z.object({
  method: z.string().regex(/^(?!test$|manual$)[a-z][a-z-]{1,29}$/).meta({ description: 'the id of one of the paymentMethods of the checkout' }),
  token: z.string().max(200).optional().meta({ description: "the provider's token for a way to pay, where the storefront has one" }),
  returnTo: z.url({ protocol: /^https?$/ }).max(1_000).optional().meta({ description: 'where the shopper comes back to' }),
});

/** How a shopper wants to pay. */
export const PaymentWish = z.union([
  z.discriminatedUnion('method', [
    z.object({ method: z.literal('test'), card: z.string().max(30).default('4242424242424242') }),
    z.object({ method: z.literal('manual') }),
  ]),
  AtProvider,
]);

export const PlacedOrder = z.object({
  order: ShopperOrder,
  payment: PaymentOutcome,
  orderLink: z.string().meta({ description: "Path of the order page below the storefront's address" }),
});
export type PlacedOrder = z.infer<typeof PlacedOrder>;

/**
 * Turns a checkout into an order, or refuses and leaves everything as it was. The order exists before anything is charged;
 * the charge follows after commit, and a reaction carries it out should the process die in between.
 */
export const placeOrder = operation({
  name: 'storefront.orders.place',
  on: 'storefront',
  route: 'POST /orders',
  says: 'Place an order',
  needs: 'storefront:checkout',
  input: z.object({
    checkoutId: z.uuid(),
    agreedTotal: Money,
    agreedDue: Money.optional().meta({ description: 'what is left to pay after gift cards and store credit, as the checkout said; needed when there are any' }),
    payment: PaymentWish,
  }),
  output: PlacedOrder,
  async run(tx, request) {
    const checkout = await lockCheckout(tx, request.checkoutId);
    if (checkout.order_id) return placedBefore(tx, checkout.order_id);
    const buyer = requireComplete(checkout);
    const price = await quote(tx, wantedBy(checkout));
    requireShippable(price);
    refuseASurprisePrice(price, request.agreedTotal);
    const tender = await lockTender(tx, tenderOf(checkout, tx), price.total);
    const due = refuseASurpriseDue(price, tender, request.agreedDue);
    await faultPoint('checkout.after-quote');

    const id = newId();
    const customerId = await customerOf(tx, buyer);
    await takeStock(tx, checkout.cart_id, id, price.lines);
    await faultPoint('checkout.after-stock');
    await useDiscounts(tx, { orderId: id, customerId, email: buyer.email, currency: price.currency, applied: price.discounts });
    await spendTender(tx, { orderId: id, currency: price.currency, parts: tender });
    const keepAs = beginsSubscription(price) ? await keepForRenewals(tx, id, due, request.payment) : undefined;
    const paymentId = await askForPayment(tx, { orderId: id, due, wish: request.payment, keepAs });
    await faultPoint('checkout.after-payment-request');
    const order = await recordOrder(tx, { ...newOrder(checkout, buyer), placedFrom: markOf(tx), id, customerId, tendered: price.total - due.amount, ...(paymentId && due.amount === 0 && { waitsForKeeping: true as const }) }, price);
    tx.tell(orderPlaced, { orderId: id, number: order.number, total: money(order.total, order.currency), customerId, email: order.email });
    if (paymentId === null && order.total > 0) tx.tell(orderPaid, { orderId: id, number: order.number, total: money(order.total, order.currency), customerId });
    if (paymentId === null || request.payment.method === 'manual') tx.tell(orderConfirmed, { orderId: id, number: order.number });
    tx.changed({ record: 'order', id, after: { number: order.number, total: order.total } });
    await faultPoint('checkout.before-commit');
    return answerOf(tx.workspaceId, order, { id: paymentId, state: paymentId ? 'pending' : 'paid', message: null, continueAt: null, keepsOnly: due.amount === 0 && paymentId !== null });
  },
  async afterCommit(ctx, answer) {
    await faultPoint('checkout.after-commit');
    if (answer.payment.id === null || answer.payment.state !== 'pending') return answer;
    const payment = await carryOutPayment(ctx, answer.payment.id);
    await faultPoint('checkout.after-charge');
    const paid = { ...answer, order: afterPayment(answer.order, payment), payment: outcomeOf(payment) };
    await faultPoint('checkout.before-answer');
    return paid;
  },
});

async function placedBefore(tx: Tx, orderId: string): Promise<PlacedOrder> {
  const order = await readOrder(tx, orderId);
  return answerOf(tx.workspaceId, order, await paymentOf(tx, order));
}

function requireComplete(checkout: CheckoutRow): { email: string; address: Address } {
  const missing = [checkout.email ? '' : 'email', checkout.shipping_address ? '' : 'shippingAddress'].filter(Boolean);
  if (missing.length > 0) throw new Refusal('checkout_incomplete', 'Please fill in your e-mail address and where to send it.', { missing });
  return { email: checkout.email!, address: checkout.shipping_address! };
}

export function requireShippable(price: Quote): void {
  if (price.needsShipping && !price.method)
    throw new Refusal('no_shipping', 'We do not ship these things to this address.', { missing: ['shippingMethodId'] });
}

function refuseASurprisePrice(price: Quote, agreed: Money): void {
  const total = money(price.total, price.currency);
  if (agreed.amount === total.amount && agreed.currency === total.currency) return;
  const sentence = `The total is ${formatMoney(total)} now, not ${formatMoney(agreed)}. Please look at it again.`;
  throw new Refusal('price_changed', sentence, { agreedTotal: agreed, total });
}

// Nobody is charged more than they were told because there was less on a gift card than they thought.
function refuseASurpriseDue(price: Quote, tender: readonly TenderPart[], agreed: Money | undefined): Money {
  const due = money(price.total - tender.reduce((sum, part) => sum + part.amount, 0), price.currency);
  if (agreed ? agreed.amount === due.amount && agreed.currency === due.currency : tender.length === 0) return due;
  throw new Refusal('price_changed', `${formatMoney(due)} is left to pay now. Please look at it again.`, { agreedDue: agreed ?? null, due });
}

async function customerOf(tx: Tx, buyer: { email: string; address: Address }): Promise<string> {
  const signedIn = tx.actor.kind === 'storefront' ? tx.actor.customerId : undefined;
  return signedIn ?? (await findOrCreateCustomer(tx, { email: buyer.email, name: buyer.address.name })).id;
}

// Also where nothing is due today: the renewals will be.
async function keepForRenewals(tx: Tx, orderId: string, due: Money, wish: z.output<typeof PaymentWish>): Promise<KeptMethod> {
  await requireOffered(tx, wish.method);
  return keepMethod(tx, { orderId, choice: choiceOf(wish), due });
}

interface ToPay {
  orderId: string;
  due: Money;
  wish: z.output<typeof PaymentWish>;
  keepAs: KeptMethod | undefined;
}

async function askForPayment(tx: Tx, { orderId, due, wish, keepAs }: ToPay): Promise<string | null> {
  if (due.amount === 0) return keepAs?.waiting ? (await requestKeeping(tx, { forId: orderId, currency: due.currency, choice: choiceOf(wish), methodId: keepAs.id })).id : null;
  await requireOffered(tx, wish.method);
  const payment = await requestPayment(tx, { orderId, amount: due, choice: choiceOf(wish), ...(keepAs && { keepAs: keepAs.id }) });
  return payment.id;
}

export function choiceOf(wish: z.output<typeof PaymentWish>): PaymentChoice {
  if ('card' in wish) return { provider: 'test', cardNumber: wish.card };
  if (!('token' in wish) && !('returnTo' in wish)) return { provider: wish.method };
  return { provider: wish.method, ...(wish.token && { token: wish.token }), ...(wish.returnTo && { returnTo: wish.returnTo }) };
}

// The same network gives the same mark within one workspace; it cannot be turned back into an address.
function markOf({ address, workspaceId }: Tx): string | undefined {
  return address && createHmac('sha256', config().secret).update(`placed-from:${workspaceId}:${address}`).digest('base64url').slice(0, 22);
}

function newOrder(checkout: CheckoutRow, { email, address }: { email: string; address: Address }) {
  return {
    source: 'storefront' as const,
    checkoutId: checkout.id,
    cartId: checkout.cart_id,
    storefrontId: checkout.storefront_id,
    customerName: address.name,
    email,
    shippingAddress: address,
    billingAddress: checkout.billing_address ?? address,
    note: checkout.note,
    says: 'Order placed.',
  };
}

function answerOf(workspaceId: string, order: OrderRecord, payment: PlacedOrder['payment']): PlacedOrder {
  return { order: forShopper(order), payment, orderLink: orderPath(workspaceId, order) };
}
