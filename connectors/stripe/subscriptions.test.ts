import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { DAY, MINUTE, later, travel } from '#platform/time.ts';
import { createCart } from '#modules/carts/index.ts';
import { eraseNow } from '#modules/customers/index.ts';
import { receiveWebhook } from '#modules/integrations/index.ts';
import { hearOfGone, receivePaymentWebhook, resolveOpenSteps } from '#modules/payments/index.ts';
import { orderList, placeOrder, settleOrder, startCheckout, updateCheckout } from '#modules/orders/index.ts';
import { ANA, contradictions, openShop, type Shop } from '#modules/orders/testing.ts';
import { cancelSubscription, mySubscription, payMine, settleMine, subscriptionList, subscriptionView } from '#modules/subscriptions/index.ts';
import { planFor, runAt, settle, triesOf } from '#modules/subscriptions/testing.ts';
import './index.ts';
import type { Session } from './double.ts';
import { connectStripe, keyOf, openStripe, SIGNING } from './testing.ts';

const BACK = 'https://shop.example/back';

let house: TestHouse;
let stripe: Awaited<ReturnType<typeof openStripe>>;
beforeAll(async () => {
  house = await openTestDatabase();
  stripe = await openStripe();
});
afterEach(() => void (stripe.double.faults.length = 0));
afterAll(async () => {
  await stripe.close();
  await house.close();
});

const bookOf = (shop: Shop) => stripe.double.book(keyOf(shop));
const taken = (shop: Shop) => [...bookOf(shop).intents.values()].filter(({ status }) => status === 'succeeded').map(({ amount_received: amount }) => amount);
const mailsTo = (shop: Shop, id: string) => shop.ctx.read((r) => r.sql<{ subject: string; text: string }>`select subject, text from mail_messages where about = ${id} order by created_at`);
const dueOf = async (shop: Shop, id: string) => new Date((await subscriptionView.call(shop.ctx, { id })).nextRenewalAt!);

/** The shopper pays on Stripe's page, and Stripe tells it twice. */
async function paysOnPage(shop: Shop, paymentId: string, card?: string): Promise<void> {
  const session = stripe.double.sessionOf(keyOf(shop), `charge-${paymentId}`)!;
  const intent = stripe.double.payOnPage(keyOf(shop), session, 'at once', card);
  const event = stripe.double.event(`${SIGNING}_${shop.workspaceId}`, 'payment_intent.succeeded', intent);
  for (const message of [event.clone(), event]) await receivePaymentWebhook('stripe', shop.workspaceId, message);
}

interface Subscribed {
  shop: Shop;
  customer: Context;
  customerId: string;
  id: string;
}

async function subscribe(fields: { token?: string } = {}): Promise<Subscribed> {
  const shop = await openShop(house, { coffee: { price: 2_000, stock: 50 } });
  await connectStripe(shop);
  const planId = await planFor(shop, 'coffee');
  const [row] = await shop.ctx.transaction((tx) => tx.sql<{ id: string }>`insert into customers (email, name) values (${ANA.email}, 'Ana Ng') returning id`);
  const customer = shop.shopper(row!.id);
  const cart = await createCart.call(customer, { lines: [{ variantId: shop.variant.coffee!, quantity: 1, planId }] });
  const { id } = await startCheckout.call(customer, { cartId: cart.id });
  const checkout = await updateCheckout.call(customer, { id, ...ANA });
  expect(checkout.paymentMethods.map((method) => [method.id, method.kind]).toSorted()).toEqual([['manual', 'manual'], ['stripe', 'page']]);
  const placed = await placeOrder.call(customer, { checkoutId: id, agreedTotal: checkout.total, agreedDue: checkout.due, payment: { method: 'stripe', returnTo: BACK, ...fields } });
  if (!fields.token) await paysOnPage(shop, placed.payment.id!);
  await settle();
  const { data } = await subscriptionList.call(shop.ctx, { filter: { customerId: row!.id } });
  return { shop, customer, customerId: row!.id, id: data[0]!.id };
}

test('a life with Stripe: begun on its page, renewed without the shopper, declined, paid with another card from the mail, ended', async () => {
  const { shop, customer, id } = await subscribe();
  expect(await subscriptionView.call(shop.ctx, { id })).toMatchObject({ status: 'active', method: { provider: 'stripe', cardLast4: '4242' } });
  await runAt(shop, await dueOf(shop, id));
  expect(await triesOf(shop, id)).toMatchObject([{ cycle: 1, state: 'paid' }]);
  expect([...bookOf(shop).sessions.values()]).toHaveLength(1);

  const [card] = bookOf(shop).methods.values();
  card!.later = 'asks';
  const due = await dueOf(shop, id);
  await runAt(shop, due);
  expect(await mySubscription.call(customer, { id })).toMatchObject({ status: 'past_due', failure: expect.stringContaining('come back and pay') as string, paymentMethods: [{ id: 'manual' }, { id: 'stripe' }] });
  const mail = (await mailsTo(shop, id)).at(-1)!;
  expect(mail.text).toContain('Your bank wants you to confirm this payment yourself');
  card!.later = 'declines';
  await runAt(shop, later(due, 1.1 * DAY));
  expect(await triesOf(shop, id)).toMatchObject([{ state: 'paid' }, { attempt: 1, state: 'failed' }, { attempt: 2, state: 'failed' }]);

  const back = travel(later(due, 2 * DAY).getTime() - Date.now());
  const token = /token=(\S+)/.exec(mail.text)![1]!;
  const wish = { id, token, payment: { method: 'stripe', returnTo: BACK } };
  const { payment } = await payMine.call(shop.shopper(), wish);
  expect(payment).toMatchObject({ state: 'pending', continueAt: expect.stringContaining('/pay/') as string });
  expect((await payMine.call(shop.shopper(), wish)).payment).toMatchObject({ id: payment!.id, continueAt: payment!.continueAt });
  await paysOnPage(shop, payment!.id!);
  expect(await settleMine.call(shop.shopper(), { id, token })).toMatchObject({ payment: { state: 'paid' } });
  await settle();
  back();
  expect(await subscriptionView.call(shop.ctx, { id })).toMatchObject({ status: 'active', failure: '' });
  expect(card).toMatchObject({ customer: null });
  expect(bookOf(shop).customers.size).toBe(1);
  await runAt(shop, await dueOf(shop, id));
  expect((await triesOf(shop, id)).at(-1)).toMatchObject({ cycle: 3, state: 'paid' });

  await cancelSubscription.call(shop.ctx, { id, when: 'now', reason: 'Moved away' });
  await settle();
  expect([bookOf(shop).customers.size, [...bookOf(shop).methods.values()].map(({ customer: owner }) => owner)]).toEqual([0, [null, null]]);
  expect(taken(shop)).toHaveLength(4);
  const orders = await shop.ctx.read((r) => r.sql<{ total: number }>`select total from orders where payment_state = 'paid' order by number`);
  expect(orders.map(({ total }) => total)).toEqual(taken(shop));
  expect((await contradictions(shop)).filter((each) => (each as { wrong: string }).wrong !== 'payment')).toEqual([]);
}, 60_000);

test('the page a customer left open is paid later: the former card stays until then, and the renewal is paid once', async () => {
  const { shop, customer, id } = await subscribe({ token: 'pm_later_declined' });
  const due = await dueOf(shop, id);
  await runAt(shop, due);
  const back = travel(later(due, DAY / 2).getTime() - Date.now());
  const { payment } = await payMine.call(customer, { id, payment: { method: 'stripe', returnTo: BACK } });
  const [kept] = bookOf(shop).methods.values();
  expect(kept).toMatchObject({ customer: expect.stringMatching(/^cus_/) as string });
  stripe.double.sessionOf(keyOf(shop), `charge-${payment!.id}`)!.status = 'expired';
  await resolveOpenSteps.run(shop.ctx);
  await settleMine.call(customer, { id });
  await settle();
  expect(await triesOf(shop, id)).toMatchObject([{ attempt: 1, state: 'failed' }, { attempt: 2, state: 'failed' }]);
  expect(kept).toMatchObject({ customer: expect.stringMatching(/^cus_/) as string });
  kept!.later = 'pays';
  back();
  await runAt(shop, later(due, 1.1 * DAY));
  expect((await triesOf(shop, id)).at(-1)).toMatchObject({ attempt: 3, state: 'paid' });
  expect(taken(shop)).toHaveLength(2);
}, 60_000);

test('a customer who is forgotten is forgotten at Stripe too, as soon as it can be reached', async () => {
  const { shop, customerId, id } = await subscribe();
  stripe.double.faults.push('away', 'busy', 'lost');
  await shop.ctx.transaction((tx) => tx.sql`update orders set fulfilment_state = 'fulfilled'`);
  expect(await eraseNow.call(shop.ctx, { id: customerId, email: ANA.email })).toEqual({ erased: true });
  await settle();
  const back = travel(10 * MINUTE);
  await settle();
  back();
  expect(bookOf(shop).customers.size).toBe(0);
  expect((await subscriptionView.call(shop.ctx, { id })).status).toBe('cancelled');
  expect(await shop.ctx.read((r) => r.sql`select token_sealed, card_last4 from payment_methods`)).toEqual([{ token_sealed: null, card_last4: null }]);
}, 60_000);

/** What Stripe tells at the address of the integration, each twice; then the house works it off. */
async function told(shop: Shop, ...events: [string, object][]): Promise<void> {
  const [row] = await shop.ctx.read((r) => r.sql<{ id: string }>`select id from integration_connections where vendor = 'stripe'`);
  for (const [event, object] of events) {
    const message = stripe.double.event(`${SIGNING}_${shop.workspaceId}`, event, object as Record<string, unknown>);
    for (const each of [message.clone(), message]) await receiveWebhook('stripe', row!.id, each);
  }
  await settle();
}

/** Somebody chooses a free trial and Stripe, and is on its page; nothing is to pay. */
async function tryFree(): Promise<{ shop: Shop; checkoutId: string; session: Session }> {
  const shop = await openShop(house, { coffee: { price: 2_000, stock: 50 } });
  await connectStripe(shop);
  await shop.ctx.transaction((tx) => tx.sql`update variants set requires_shipping = false`);
  const shopper = shop.shopper();
  const cart = await createCart.call(shopper, { lines: [{ variantId: shop.variant.coffee!, quantity: 1, planId: await planFor(shop, 'coffee', { trialDays: 14 }) }] });
  const { id: checkoutId } = await startCheckout.call(shopper, { cartId: cart.id });
  const checkout = await updateCheckout.call(shopper, { id: checkoutId, ...ANA });
  expect([checkout.due.amount, checkout.paymentMethods.map(({ id }) => id).toSorted()]).toEqual([0, ['manual', 'stripe']]);
  const wish = { checkoutId, agreedTotal: checkout.total, agreedDue: checkout.due, payment: { method: 'stripe', returnTo: BACK } };
  const { order, payment } = await placeOrder.call(shopper, wish);
  expect([order.paymentState, payment]).toMatchObject(['pending', { state: 'pending', keepsOnly: true, continueAt: expect.stringContaining('/pay/') as string }]);
  // Nobody may take it for certain yet.
  expect(await shop.ctx.read((r) => r.sql`select 1 from outbox where event in ('order.confirmed', 'order.paid')`)).toEqual([]);
  return { shop, checkoutId, session: stripe.double.sessionOf(keyOf(shop), `charge-${payment.id}`)! };
}

test('a free trial with Stripe: nothing is charged today, the card is kept on its page, announced before the trial ends, then charged', async () => {
  const { shop, checkoutId, session } = await tryFree();
  const setup = stripe.double.setups.keepOnPage(keyOf(shop), session);
  const comesBack = () => settleOrder.call(shop.shopper(), { id: checkoutId });
  const [, back] = await Promise.all([told(shop, ['setup_intent.succeeded', setup], ['checkout.session.completed', session]), comesBack()]);
  expect([back, await comesBack()]).toMatchObject([1, 2].map(() => ({ order: { paymentState: 'paid' }, payment: { state: 'paid' } })));
  await settle();
  const { id, status } = (await subscriptionList.call(shop.ctx, {})).data[0]!;
  expect([status, taken(shop)]).toEqual(['trialing', []]);
  expect((await subscriptionView.call(shop.ctx, { id })).method).toEqual({ provider: 'stripe', cardLast4: '4242', gone: false });
  const due = await dueOf(shop, id);
  await runAt(shop, later(due, -3 * DAY), 'announce');
  const mails = (await mailsTo(shop, id)).map(({ subject, text }) => [subject.split(' on ')[0], /\$20\.00 is charged \((.*)\)/.exec(text)?.[1]]);
  expect(mails).toEqual([['Your subscription: coffee', undefined], ['Your trial ends', 'your card ending in 4242']]);
  await runAt(shop, due);
  expect([taken(shop), (await subscriptionView.call(shop.ctx, { id })).status]).toEqual([[2_000], 'active']);
  expect((await contradictions(shop)).filter((each) => (each as { wrong: string }).wrong !== 'payment')).toEqual([]);
}, 60_000);

test('a free trial whose page is left: the order ends, the checkout is there again, and a card given too late is taken off again', async () => {
  const { shop, checkoutId, session } = await tryFree();
  session.status = 'expired';
  expect(await settleOrder.call(shop.shopper(), { id: checkoutId })).toMatchObject({ order: { cancelled: true }, payment: { state: 'declined', message: expect.stringContaining('left') as string } });
  const setup = stripe.double.setups.keepOnPage(keyOf(shop), session);
  await told(shop, ['setup_intent.succeeded', setup]);
  expect(await subscriptionList.call(shop.ctx, {})).toMatchObject({ data: [] });
  expect((await orderList.call(shop.ctx, {})).data).toHaveLength(1);
  expect([bookOf(shop).customers.size, bookOf(shop).methods.get(setup.payment_method!)]).toMatchObject([0, { customer: null }]);
}, 60_000);

test('the card is changed on Stripe’s page while nothing is owed; one that is taken off there is told before a renewal fails', async () => {
  const { shop, customer, id } = await subscribe();
  const [first] = bookOf(shop).methods.values();
  const change = async (as = customer, link: { token?: string } = {}) => {
    const wish = { id, ...link, payment: { method: 'stripe', returnTo: BACK } };
    const [one, two] = await Promise.all([payMine.call(as, wish), payMine.call(as, wish)]);
    expect([one.payment!.id, one.payment!.keepsOnly]).toEqual([two.payment!.id, true]);
    return stripe.double.sessionOf(keyOf(shop), `charge-${one.payment!.id}`)!;
  };
  const left = await change();
  left.status = 'expired';
  expect(await settleMine.call(customer, { id })).toMatchObject({ payment: { state: 'declined' } });
  stripe.double.setups.keepOnPage(keyOf(shop), await change());
  expect(await settleMine.call(customer, { id })).toMatchObject({ payment: { state: 'paid', keepsOnly: true } });

  const second = [...bookOf(shop).methods.values()].at(-1)!;
  // That it is gone is believed once Stripe says so as well.
  expect(await hearOfGone(shop.ctx, 'stripe', second.id)).toBe('ignored');
  second.customer = null;
  await told(shop, ['payment_method.detached', second], ['payment_method.detached', first!]);
  expect(first).toMatchObject({ customer: null });
  expect((await mySubscription.call(customer, { id })).method.gone).toBe(true);
  const [, mail, ...more] = await mailsTo(shop, id);
  expect([mail!.subject, more]).toEqual(['Please choose how to pay: coffee', []]);
  const token = /token=(\S+)/.exec(mail!.text)![1]!;
  stripe.double.setups.keepOnPage(keyOf(shop), await change(shop.shopper(), { token }));
  await settleMine.call(shop.shopper(), { id, token });
  await runAt(shop, await dueOf(shop, id));
  expect([taken(shop), (await subscriptionView.call(shop.ctx, { id })).method.gone]).toEqual([[3_000, 3_000], false]);
}, 60_000);

test('renewals while Stripe is busy, away, or loses its answers: each month is charged once', async () => {
  const { shop, id } = await subscribe();
  for (const fault of ['busy', 'broken', 'away', 'drops', 'lost', 'broken-after'] as const) {
    const due = await dueOf(shop, id);
    stripe.double.faults.push(fault);
    await runAt(shop, due);
    stripe.double.faults.length = 0;
    const back = travel(later(due, MINUTE).getTime() - Date.now());
    await Promise.all([resolveOpenSteps.run(shop.ctx), resolveOpenSteps.run(shop.ctx)]);
    await settle();
    back();
  }
  const tries = await triesOf(shop, id);
  expect(tries.filter(({ state }) => state === 'paid').map(({ cycle }) => cycle)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(taken(shop)).toHaveLength(7);
}, 120_000);
