import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { DAY, later, travel } from '#platform/time.ts';
import { createCart } from '#modules/carts/index.ts';
import { receiveWebhook } from '#modules/integrations/index.ts';
import { placeOrder, settleOrder, startCheckout, updateCheckout } from '#modules/orders/index.ts';
import { ANA, openShop, type Shop } from '#modules/orders/testing.ts';
import { cancelSubscription, payMine, settleMine, subscriptionList, subscriptionView } from '#modules/subscriptions/index.ts';
import { planFor, runAt, settle, triesOf } from '#modules/subscriptions/testing.ts';
import './index.ts';
import type { Order } from './double.ts';
import { clientOf, connectPayPal, hookOf, openPayPal } from './testing.ts';

const BACK = { method: 'paypal', returnTo: 'https://shop.example/back' };

let house: TestHouse;
let payPal: Awaited<ReturnType<typeof openPayPal>>;
beforeAll(async () => {
  house = await openTestDatabase();
  payPal = await openPayPal();
});
afterAll(async () => {
  await payPal.close();
  await house.close();
});

const orderOf = (shop: Shop, paymentId: string) => payPal.double.orderOf(clientOf(shop), `charge-${paymentId}`)!;
const taken = (shop: Shop) => [...payPal.double.book(clientOf(shop)).orders.values()].flatMap(({ captures }) => captures);
const dueOf = async (shop: Shop, id: string) => new Date((await subscriptionView.call(shop.ctx, { id })).nextRenewalAt!);

async function told(shop: Shop, event: string, resource: object): Promise<void> {
  const [row] = await shop.ctx.read((r) => r.sql<{ id: string }>`select id from integration_connections where vendor = 'paypal'`);
  const message = payPal.double.event(hookOf(shop), event, resource as Record<string, unknown>);
  for (const each of [message.clone(), message]) await receiveWebhook('paypal', row!.id, each);
  await settle();
}

async function agrees(shop: Shop, order: Order, token?: string): Promise<void> {
  payPal.double.approve(order, 'well', token);
  await told(shop, 'CHECKOUT.ORDER.APPROVED', { id: order.id, purchase_units: [{ custom_id: order.key }] });
}

async function subscribe(shop: Shop): Promise<{ id: string; order: Order }> {
  const shopper = shop.shopper();
  const planId = await planFor(shop, 'coffee');
  const cart = await createCart.call(shopper, { lines: [{ variantId: shop.variant.coffee!, quantity: 1, planId }] });
  const { id: checkoutId } = await startCheckout.call(shopper, { cartId: cart.id });
  const checkout = await updateCheckout.call(shopper, { id: checkoutId, ...ANA });
  const placed = await placeOrder.call(shopper, { checkoutId, agreedTotal: checkout.total, agreedDue: checkout.due, payment: BACK });
  const order = orderOf(shop, placed.payment.id!);
  await agrees(shop, order);
  return { id: (await subscriptionList.call(shop.ctx, {})).data[0]!.id, order };
}

test('a life with PayPal: consent kept after the money, renewals, PayPal wants the payer, paid from the mail, ended', async () => {
  const shop = await openShop(house, { coffee: { price: 2_000, stock: 50 } });
  await connectPayPal(shop);
  payPal.double.slowVault = true;
  const { id, order } = await subscribe(shop);
  const due = await dueOf(shop, id);
  await runAt(shop, due);
  expect(await subscriptionView.call(shop.ctx, { id })).toMatchObject({ status: 'past_due', failure: expect.stringContaining('come back and pay') as string });

  // The message of the token comes late, and twice.
  await told(shop, 'VAULT.PAYMENT-TOKEN.CREATED', { id: order.token, metadata: { order_id: order.id } });
  payPal.double.slowVault = false;
  await runAt(shop, later(due, 1.1 * DAY));
  expect(await triesOf(shop, id)).toMatchObject([{ attempt: 1, state: 'failed' }, { attempt: 2, state: 'paid' }]);

  // From now on PayPal wants the payer each time the first consent is used.
  payPal.double.asks.add(order.token!);
  const next = await dueOf(shop, id);
  await runAt(shop, next);
  const [mail] = await shop.ctx.read((r) => r.sql<{ text: string }>`select text from mail_messages where about = ${id} order by created_at desc limit 1`);
  expect(mail!.text).toContain('PayPal wants you to confirm this payment yourself');
  const token = /token=(\S+)/.exec(mail!.text)![1]!;
  const back = travel(later(next, DAY / 2).getTime() - Date.now());
  const { payment } = await payMine.call(shop.shopper(), { id, token, payment: BACK });
  const second = orderOf(shop, payment!.id!);
  payPal.double.approve(second);
  expect(await settleMine.call(shop.shopper(), { id, token })).toMatchObject({ payment: { state: 'paid' } });
  await settle();
  back();
  expect((await subscriptionView.call(shop.ctx, { id })).status).toBe('active');
  expect([...payPal.double.book(clientOf(shop)).gone]).toEqual([order.token]);
  await runAt(shop, await dueOf(shop, id));
  expect(taken(shop)).toHaveLength(4);

  await cancelSubscription.call(shop.ctx, { id, when: 'now', reason: '' });
  await settle();
  expect([...payPal.double.book(clientOf(shop)).gone]).toEqual([order.token, second.token]);
  const sums = await shop.ctx.read((r) => r.sql<{ n: number; same: boolean }>`select count(*)::int as n, bool_and(total = captured_total) as same from orders where payment_state = 'paid'`);
  expect(sums).toEqual([{ n: 4, same: true }]);
}, 60_000);

test('a free trial with PayPal: agreed on its page without paying; the consent is taken back at PayPal, told at once, and given anew', async () => {
  const shop = await openShop(house, { coffee: { price: 2_000, stock: 50 } });
  await connectPayPal(shop);
  await shop.ctx.transaction((tx) => tx.sql`update variants set requires_shipping = false`);
  const shopper = shop.shopper();
  const cart = await createCart.call(shopper, { lines: [{ variantId: shop.variant.coffee!, quantity: 1, planId: await planFor(shop, 'coffee', { trialDays: 14 }) }] });
  const { id: checkoutId } = await startCheckout.call(shopper, { cartId: cart.id });
  const checkout = await updateCheckout.call(shopper, { id: checkoutId, ...ANA });
  const placed = await placeOrder.call(shopper, { checkoutId, agreedTotal: checkout.total, agreedDue: checkout.due, payment: BACK });
  expect(placed.payment).toMatchObject({ state: 'pending', keepsOnly: true, continueAt: expect.stringContaining('/agreements/') as string });
  const { setups, gone } = payPal.double.book(clientOf(shop));
  const [first] = setups.values();
  payPal.double.agree(first!);
  await Promise.all([1, 2].map(() => settleOrder.call(shopper, { id: checkoutId })));
  await settle();
  const { id } = (await subscriptionList.call(shop.ctx, {})).data[0]!;
  expect([(await subscriptionView.call(shop.ctx, { id })).status, taken(shop)]).toEqual(['trialing', []]);

  gone.add(first!.token!);
  await told(shop, 'VAULT.PAYMENT-TOKEN.DELETED', { id: first!.token });
  const mails = await shop.ctx.read((r) => r.sql<{ subject: string; text: string }>`select subject, text from mail_messages where about = ${id} order by created_at`);
  expect(mails.map(({ subject }) => subject)).toEqual(['Your subscription: coffee', 'Please choose how to pay: coffee']);
  const token = /token=(\S+)/.exec(mails[1]!.text)![1]!;
  expect(await payMine.call(shopper, { id, token, payment: BACK })).toMatchObject({ payment: { state: 'pending' } });
  const second = [...setups.values()][1]!;
  payPal.double.agree(second);
  expect(await settleMine.call(shopper, { id, token })).toMatchObject({ payment: { state: 'paid' } });
  await runAt(shop, await dueOf(shop, id));
  expect([taken(shop).length, (await subscriptionView.call(shop.ctx, { id })).status, [...gone]]).toEqual([1, 'active', [first!.token]]);
}, 60_000);
