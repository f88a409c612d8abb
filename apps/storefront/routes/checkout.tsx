import { setTimeout as sleep } from 'node:timers/promises';
import type { Hono } from 'hono';
import { newId } from '#platform/ids.ts';
import type { Money } from '#platform/money.ts';
import type { Refusal } from '#platform/refusal.ts';
import type { Checkout, Payment, PlacedOrder } from '../api.ts';
import { cardErrors, findErrors, homeCountry, texts, toDetails, toTyped, trimmed } from '../checkout-form.ts';
import type { FieldErrors, Typed } from '../checkout-form.ts';
import { CheckoutPage } from '../pages/checkout.tsx';
import { LeavingPage, WaitingPage } from '../pages/paying.tsx';
import { forget, keepCheckout } from '../visit/cookies.ts';
import { page } from '../visit/page.tsx';
import { fields, orNull, refusalOf } from '../visit/refused.ts';
import type { ShopEnv, ShopRequest } from '../visit/visit.ts';
import { orderPath } from './orders.tsx';

export function checkoutRoutes(app: Hono<ShopEnv>): void {
  app.post('/checkout', start);
  app.get('/checkout', show);
  app.post('/checkout/details', saveDetails);
  app.post('/checkout/order', placeOrder);
  app.post('/checkout/codes', async (c) => changeCodes(c, trimmed(await fields(c))));
  app.get('/checkout/return', comeBack);
}

async function start(c: ShopRequest): Promise<Response> {
  const { visit } = c.var;
  if (!visit.cartId) return c.redirect(visit.href('/cart'), 303);
  const checkout = await visit.tell('storefront.checkout.start', { cartId: visit.cartId });
  keepCheckout(c, checkout.id);
  return c.redirect(visit.href('/checkout'), 303);
}

async function show(c: ShopRequest): Promise<Response> {
  const checkout = await currentCheckout(c);
  if (!checkout) return c.redirect(c.var.visit.href('/cart'), 303);
  return checkoutPage(c, checkout, { typed: checkout.shippingAddress ? {} : await knownAddress(c) });
}

/** A signed-in customer need not type what they told us before. */
async function knownAddress(c: ShopRequest): Promise<Typed> {
  const { visit } = c.var;
  const customer = visit.signedIn ? await orNull(visit.ask('storefront.customers.me', {})) : null;
  if (!customer) return {};
  const address = customer.addresses.find((each) => each.isDefault) ?? customer.addresses[0];
  return { email: customer.email, name: customer.name, ...(address ? texts(address) : {}) };
}

async function currentCheckout(c: ShopRequest): Promise<Checkout | null> {
  const { checkoutId, ask } = c.var.visit;
  return checkoutId ? orNull(ask('storefront.checkout.get', { id: checkoutId })) : null;
}

interface Shown {
  typed?: Typed;
  errors?: FieldErrors;
  /** Said above the form. */
  says?: string;
  status?: number;
}

function checkoutPage(c: ShopRequest, checkout: Checkout, shown: Shown): Promise<Response> {
  const { visit } = c.var;
  const typed = { ...toTyped(checkout, homeCountry(visit.shop.locale)), ...shown.typed };
  const body = <CheckoutPage visit={visit} checkout={checkout} typed={typed} errors={shown.errors ?? {}} says={shown.says ?? ''} once={newId()} now={Date.now()} />;
  return page(c, { title: `Checkout · ${visit.shop.name}` }, body, shown.status ?? 200);
}

/** Stores what was typed and shows delivery and total for it. Scripts send half-filled forms here, quietly. */
async function saveDetails(c: ShopRequest): Promise<Response> {
  const checkout = await currentCheckout(c);
  if (!checkout) return c.redirect(c.var.visit.href('/cart'), 303);
  const typed = trimmed(await fields(c));
  if (typed['code']) return changeCodes(c, typed);
  const errors = findErrors(typed);
  const quiet = c.req.header('x-quiet') !== undefined;
  if (Object.keys(errors).length) return checkoutPage(c, checkout, { typed, errors: quiet ? {} : errors, status: quiet ? 200 : 422 });
  const saved = await save(c, checkout, typed);
  return 'refused' in saved ? refusedPage(c, checkout, typed, saved.refused) : checkoutPage(c, saved, { typed: afterSaving(typed, saved) });
}

type Saved = Checkout | { refused: Refusal };

async function save(c: ShopRequest, checkout: Checkout, typed: Typed): Promise<Saved> {
  const offered = checkout.shippingMethods.some((each) => each.id === typed['shippingMethodId']);
  const details = toDetails(offered ? typed : { ...typed, shippingMethodId: '' });
  return c.var.visit.tell('storefront.checkout.update', { id: checkout.id, ...details }).catch((thrown) => ({ refused: refusalOf(thrown) }));
}

/** The server may have chosen another delivery than the typed one, when that one does not go there. */
function afterSaving(typed: Typed, saved: Checkout): Typed {
  return { ...typed, shippingMethodId: saved.shippingMethodId ?? '' };
}

async function placeOrder(c: ShopRequest): Promise<Response> {
  const checkout = await currentCheckout(c);
  if (!checkout) return c.redirect(c.var.visit.href('/cart'), 303);
  const typed = trimmed(await fields(c));
  // A code that was typed and not applied yet: nobody pays a total without it by mistake.
  if (typed['code']) return changeCodes(c, typed);
  const errors = { ...findErrors(typed), ...(mustPay(checkout) ? cardErrors(typed) : {}) };
  if (Object.keys(errors).length) return checkoutPage(c, checkout, { typed, errors, status: 422 });
  const saved = await save(c, checkout, typed);
  if ('refused' in saved) return refusedPage(c, checkout, typed, saved.refused);
  const surprise = surprising(c, saved, { total: Number(typed['agreed']), due: Number(typed['agreedDue']) });
  if (surprise) return checkoutPage(c, saved, { typed: afterSaving(typed, saved), says: surprise, status: 409 });
  return pay(c, saved, typed);
}

/** Nobody pays a total they have not seen. */
function surprising(c: ShopRequest, checkout: Checkout, agreed: { total: number; due: number }): string {
  const { money } = c.var.visit;
  if (checkout.shippingMethods.length && !checkout.shippingMethodId) return 'Choose how it should be delivered.';
  if (checkout.total.amount === agreed.total && checkout.due.amount === agreed.due) return '';
  if (checkout.total.amount === agreed.total) return `${money(checkout.due)} is left to pay now. Please look at it and confirm.`;
  return `With these details the total is ${money(checkout.total)}. Please look at it and confirm.`;
}

async function pay(c: ShopRequest, checkout: Checkout, typed: Typed): Promise<Response> {
  const once = /^[\w-]{8,64}$/.test(typed['once'] ?? '') ? typed['once']! : newId();
  const request = { checkoutId: checkout.id, agreedTotal: checkout.total, agreedDue: checkout.due, payment: paymentOf(c, checkout, typed) };
  const placed = await place(c, request, once);
  if ('refused' in placed) return refusedPage(c, checkout, typed, placed.refused);
  if (placed.payment.state === 'declined') return declined(c, checkout, typed, placed);
  if (placed.payment.continueAt) return leaveFor(c, placed);
  return thank(c, placed);
}

function thank(c: ShopRequest, placed: PlacedOrder): Response {
  forget(c, 'cart', 'count', 'checkout');
  return c.redirect(c.var.visit.href(orderPath(placed, 'thanks')), 303);
}

// No redirect: browsers do not follow one from our form to another site, as the page's policy asks. The browser goes on from here.
function leaveFor(c: ShopRequest, placed: PlacedOrder): Promise<Response> {
  const { order, payment } = placed;
  c.header('refresh', `0; url=${payment.continueAt}`);
  return page(c, { title: `Payment · ${c.var.visit.shop.name}` }, <LeavingPage about={`Order #${order.number}`} pays={payment.keepsOnly ? null : c.var.visit.money(order.total)} continueAt={payment.continueAt!} />);
}

/** Back from the page of a provider: what counts is what the provider says now, not how the shopper came back. */
async function comeBack(c: ShopRequest): Promise<Response> {
  const { visit } = c.var;
  const id = visit.url.searchParams.get('checkout') ?? visit.checkoutId;
  const placed = id ? await orNull(visit.tell('storefront.orders.settle', { id })) : null;
  if (!placed) return c.redirect(visit.href('/checkout'), 303);
  if (placed.payment.state === 'declined') return leftUnpaid(c, placed);
  if (placed.payment.state === 'paid' || placed.order.paymentState === 'authorized') return thank(c, placed);
  return page(c, { title: `Payment · ${visit.shop.name}` }, <WaitingPage visit={visit} placed={placed} orderPath={orderPath(placed)} />);
}

async function leftUnpaid(c: ShopRequest, { payment }: PlacedOrder): Promise<Response> {
  const checkout = await currentCheckout(c);
  if (!checkout) return c.redirect(c.var.visit.href('/cart'), 303);
  return checkoutPage(c, checkout, { says: payment.message ?? 'The payment was not finished. Nothing was charged.', status: 402 });
}

type Placing = Parameters<typeof placeOnce>[1];

/** A second press arrives while the first is still being worked on: it waits for the same answer. */
async function place(c: ShopRequest, request: Placing, once: string): Promise<PlacedOrder | { refused: Refusal }> {
  for (let patience = 20; ; patience--) {
    const placed = await placeOnce(c, request, once);
    if (!('refused' in placed) || placed.refused.code !== 'idempotency_in_use' || patience === 0) return placed;
    await sleep(250);
  }
}

function placeOnce(c: ShopRequest, request: { checkoutId: string; agreedTotal: Money; agreedDue: Money; payment: Payment }, once: string): Promise<PlacedOrder | { refused: Refusal }> {
  return c.var.visit.tell('storefront.orders.place', request, { idempotencyKey: once }).catch((thrown) => ({ refused: refusalOf(thrown) }));
}

/** Something is to pay now, or a subscription begins that will be charged later. */
function mustPay({ due, lines }: Checkout): boolean {
  return due.amount > 0 || lines.some(({ plan }) => plan !== null);
}

function paymentOf(c: ShopRequest, checkout: Checkout, typed: Typed): Payment {
  if (!mustPay(checkout)) return { method: 'manual' };
  if (typed['payment'] === 'manual') return { method: 'manual' };
  const chosen = checkout.paymentMethods.find((each) => each.id === typed['payment'] && each.kind === 'page');
  if (chosen) return { method: chosen.id, returnTo: c.var.visit.address(`/checkout/return?checkout=${checkout.id}`) };
  const card = (typed['card'] ?? '').replace(/\D/g, '');
  return card ? { method: 'test', card } : { method: 'test' };
}

async function declined(c: ShopRequest, checkout: Checkout, typed: Typed, placed: PlacedOrder): Promise<Response> {
  const reason = placed.payment.message ?? 'The card was declined. Nothing was charged. Please try another card.';
  return checkoutPage(c, (await currentCheckout(c)) ?? checkout, { typed, errors: { card: reason }, status: 402 });
}

const FIELD_OF_CODE: Record<string, string> = { invalid_card: 'card', payment_declined: 'card', no_shipping: 'country' };

/** A refusal stands beside the field it is about, else above the form. A card number is never sent back. */
async function refusedPage(c: ShopRequest, checkout: Checkout, typed: Typed, refusal: Refusal): Promise<Response> {
  const field = FIELD_OF_CODE[refusal.code];
  const now = (await currentCheckout(c)) ?? checkout;
  const shown = field ? { errors: { [field]: refusal.sentence } } : { says: refusal.sentence };
  return checkoutPage(c, now, { typed, ...shown, status: refusal.status });
}

/** A code is entered or taken out, store credit is used or not. Whatever was typed in the rest of the form stays. */
async function changeCodes(c: ShopRequest, { code = '', without = '', storeCredit = '', ...typed }: Typed): Promise<Response> {
  const checkout = await currentCheckout(c);
  if (!checkout) return c.redirect(c.var.visit.href('/cart'), 303);
  const complete = Object.keys(findErrors(typed)).length === 0;
  if (complete) await save(c, checkout, typed);
  const { id } = checkout;
  try {
    if (without || storeCredit) await c.var.visit.tell('storefront.checkout.change-codes', { id, without: without ? [without] : [], ...(storeCredit && { storeCredit: storeCredit === 'yes' }) });
    else if (code) await c.var.visit.tell('storefront.checkout.apply-code', { id, giftCardOrCode: code });
  } catch (thrown) {
    const refusal = refusalOf(thrown);
    return checkoutPage(c, (await currentCheckout(c)) ?? checkout, { typed, errors: { code: refusal.code === 'invalid' ? 'A code has at least three letters.' : refusal.sentence }, status: refusal.status });
  }
  return checkoutPage(c, (await currentCheckout(c)) ?? checkout, { typed });
}
