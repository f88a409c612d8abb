import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { DAY, later, now, travel } from '#platform/time.ts';
import { addLine, createCart } from '#modules/carts/index.ts';
import { startCheckout } from '#modules/orders/index.ts';
import { contradictions, openShop, stockOf, type Shop } from '#modules/orders/testing.ts';
import { paymentProviders } from '#modules/payments/index.ts';
import { productPlans, updatePlan } from '#modules/plans/index.ts';
import { cancelMine, cancelSubscription, changeMine, mySubscription, mySubscriptions, pauseMine, payMine, resumeMine, setSubscriptionSettings, skipMine, subscriptionFigures, subscriptionView } from './index.ts';
import { planFor, productOf, runAt, settle, subscribe, triesOf } from './testing.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestDatabase();
});
afterAll(() => house.close());

const DECLINED = { method: 'test' as const, card: '4000000000000002' };
const GOOD = { method: 'test' as const, card: '4242424242424242' };
const coffee = () => openShop(house, { coffee: { price: 2_000, stock: 50 }, tea: { price: 1_000, stock: 50 } });
const mailsTo = (shop: Shop, about: string) => shop.ctx.read((r) => r.sql<{ subject: string; text: string }>`select subject, text from mail_messages where about = ${about} order by created_at`);
const nextOf = async (shop: Shop, id: string) => new Date((await subscriptionView.call(shop.ctx, { id })).nextRenewalAt!);

async function declineFromNowOn(shop: Shop, customer: Awaited<ReturnType<typeof subscribe>>['customer'], id: string): Promise<void> {
  expect(await payMine.call(customer, { id, payment: DECLINED })).toMatchObject({ payment: null });
  expect((await subscriptionView.call(shop.ctx, { id })).method).toEqual({ provider: 'test', cardLast4: '0002', gone: false });
}

test('a product says its plans; one of them in the cart sets the price, and paying begins one subscription', async () => {
  const shop = await coffee();
  const planId = await planFor(shop, 'coffee', { offBasisPoints: 1_000 });
  const offered = await productPlans.call(shop.shopper(), { id: await productOf(shop, 'coffee') });
  expect(offered.data).toMatchObject([{ planId, says: 'every month', prices: [{ price: { amount: 1_800 }, once: { amount: 2_000 } }] }]);
  const cart = await createCart.call(shop.shopper(), { lines: [{ variantId: shop.variant.coffee!, quantity: 2, planId }] });
  expect(cart).toMatchObject({ subtotal: { amount: 3_600 }, lines: [{ plan: { says: 'every month', renewalPrice: { amount: 1_800 } } }] });
  expect(await addLine.call(shop.shopper(), { id: cart.id, variantId: shop.variant.coffee!, quantity: 1 })).toMatchObject({ subtotal: { amount: 5_400 } });
  await expect(createCart.call(shop.shopper(), { lines: [{ variantId: shop.variant.tea!, quantity: 1, planId }] })).rejects.toMatchObject({ code: 'not_for_sale' });
  const { customer, id } = await subscribe(shop, 'coffee', planId, 2);
  const mine = (await mySubscriptions.call(customer, {})).data;
  expect(mine).toMatchObject([{ id, status: 'active', every: 'every month', quantity: 2, price: { amount: 3_600 }, method: { cardLast4: '4242' }, may: { pause: true, skip: true, cancel: true } }]);
  expect(await subscriptionFigures.call(shop.ctx, {})).toMatchObject({ active: 1, behind: 0, monthly: { amount: 3_600, currency: 'AUD' }, started: 1, churn: 0 });
  const [mail] = await mailsTo(shop, id);
  expect(mail!.subject).toBe('Your subscription: coffee');
  const token = /token=(\S+)/.exec(mail!.text)![1]!;
  expect(await mySubscription.call(shop.shopper(), { id, token })).toMatchObject({ id });
  await expect(mySubscription.call(shop.shopper(), { id, token: `${token.slice(0, -1)}_` })).rejects.toMatchObject({ code: 'not_found' });
  await expect(skipMine.call((await subscribe(shop, 'coffee', planId)).customer, { id })).rejects.toMatchObject({ code: 'not_found' });
});

test('each month one order: stock promised, tax and delivery of the day, charged without the shopper, at the price agreed to', async () => {
  const shop = await coffee();
  const planId = await planFor(shop, 'coffee', { prices: { AUD: 1_500 } });
  const { id } = await subscribe(shop, 'coffee', planId, 2);
  await updatePlan.call(shop.ctx, { id: planId, prices: { AUD: 9_900 }, active: false });
  await runAt(shop, now());
  expect(await triesOf(shop, id)).toEqual([]);
  for (let month = 1; month <= 3; month++) await runAt(shop, await nextOf(shop, id));
  expect(await triesOf(shop, id)).toMatchObject([1, 2, 3].map((cycle) => ({ cycle, attempt: 1, state: 'paid', total: expect.any(Number) as number })));
  const orders = await shop.ctx.read((r) => r.sql`select source, payment_state as state, subtotal from orders order by number`);
  expect(orders).toMatchObject([{ source: 'storefront', state: 'paid', subtotal: 3_000 }, ...[1, 2, 3].map(() => ({ source: 'subscription', state: 'paid', subtotal: 3_000 }))]);
  expect(await stockOf(shop, shop.variant.coffee!)).toEqual({ onHand: 50, reserved: 8 });
  expect(await contradictions(shop)).toEqual([]);
});

test('a trial costs nothing today, keeps the card, and becomes a paid subscription on its day', async () => {
  const shop = await coffee();
  const { customer, id } = await subscribe(shop, 'coffee', await planFor(shop, 'coffee', { trialDays: 14 }));
  const begun = await subscriptionView.call(shop.ctx, { id });
  expect(begun).toMatchObject({ status: 'trialing', method: { cardLast4: '4242' }, paidCycles: 0 });
  expect(new Date(begun.nextRenewalAt!).getTime() - new Date(begun.createdAt).getTime()).toBeGreaterThan(13.9 * DAY);
  await runAt(shop, await nextOf(shop, id));
  expect((await mySubscription.call(customer, { id })).status).toBe('active');
  expect(await triesOf(shop, id)).toMatchObject([{ cycle: 1, state: 'paid' }]);
  expect(await contradictions(shop)).toEqual([]);
});

test('a card that is declined: tried again after 1, 3, 5 and 7 days, each time with a mail, then ended; nothing was charged or kept', async () => {
  const shop = await coffee();
  const { customer, id } = await subscribe(shop, 'coffee', await planFor(shop, 'coffee'));
  await declineFromNowOn(shop, customer, id);
  const due = await nextOf(shop, id);
  await runAt(shop, due);
  expect(await subscriptionView.call(shop.ctx, { id })).toMatchObject({ status: 'past_due', failure: 'Your card was declined. Please use another one.' });
  for (const days of [0.5, 1.1, 2, 3.1, 5.1, 7.1]) await runAt(shop, later(due, days * DAY));
  expect(await triesOf(shop, id)).toMatchObject([1, 2, 3, 4, 5].map((attempt) => ({ cycle: 1, attempt, state: 'failed' })));
  expect(await subscriptionView.call(shop.ctx, { id })).toMatchObject({ status: 'cancelled', cancelReason: 'It was not paid.', nextRenewalAt: null });
  // The last refusal and the end are told by two mails at once.
  expect((await mailsTo(shop, id)).map(({ subject }) => subject.split(':')[0]).toSorted()).toEqual(['Your subscription', ...Array(5).fill('Your subscription could not be renewed'), 'Your subscription has ended']);
  expect(await stockOf(shop, shop.variant.coffee!)).toMatchObject({ reserved: 1 });
  expect(await contradictions(shop)).toEqual([]);
});

test('with another card the customer pays at once from the link in the mail, and the rhythm goes on', async () => {
  const shop = await coffee();
  await setSubscriptionSettings.call(shop.ctx, { retryDays: [2], afterwards: 'unpaid' });
  const { customer, id } = await subscribe(shop, 'coffee', await planFor(shop, 'coffee'));
  await declineFromNowOn(shop, customer, id);
  const due = await nextOf(shop, id);
  await runAt(shop, due);
  await runAt(shop, later(due, 3 * DAY));
  expect((await subscriptionView.call(shop.ctx, { id })).status).toBe('unpaid');
  await expect(skipMine.call(customer, { id })).rejects.toMatchObject({ code: 'wrong_state' });
  const back = travel(later(due, 40 * DAY).getTime() - Date.now());
  const token = /token=(\S+)/.exec((await mailsTo(shop, id)).at(-1)!.text)![1]!;
  expect(await payMine.call(shop.shopper(), { id, token, payment: DECLINED })).toMatchObject({ payment: { state: 'declined' } });
  await settle();
  const tried = await Promise.all([1, 2].map(() => payMine.call(shop.shopper(), { id, token, payment: GOOD })));
  expect(tried.filter(({ payment }) => payment?.state === 'paid')).toHaveLength(1);
  await settle();
  back();
  expect(await triesOf(shop, id)).toMatchObject([{ state: 'failed' }, { state: 'failed' }, { state: 'failed' }, { cycle: 1, attempt: 4, state: 'paid' }]);
  const paid = await subscriptionView.call(shop.ctx, { id });
  expect(paid).toMatchObject({ status: 'active', failure: '', method: { cardLast4: '4242' } });
  expect(new Date(paid.nextRenewalAt!).getTime()).toBeGreaterThan(later(due, 40 * DAY).getTime());
  expect(await contradictions(shop)).toEqual([]);
});

test('pause, resume, skip and end: what is left out is not charged, and the day of the month stays', async () => {
  const shop = await coffee();
  const { customer, id } = await subscribe(shop, 'coffee', await planFor(shop, 'coffee'));
  const first = await nextOf(shop, id);
  await skipMine.call(customer, { id });
  const second = await nextOf(shop, id);
  expect(second.getTime() - first.getTime()).toBeGreaterThan(27 * DAY);
  await runAt(shop, first);
  await pauseMine.call(customer, { id, until: later(now(), 100 * DAY).toISOString() });
  await runAt(shop, later(now(), 80 * DAY));
  expect(await triesOf(shop, id)).toMatchObject([{ cycle: 1, state: 'skipped' }]);
  await runAt(shop, later(now(), 101 * DAY));
  const resumed = await subscriptionView.call(shop.ctx, { id });
  expect(resumed.status).toBe('active');
  expect(new Date(resumed.nextRenewalAt!).getTime()).toBeGreaterThan(later(now(), 101 * DAY).getTime());
  await runAt(shop, new Date(resumed.nextRenewalAt!));
  expect(await triesOf(shop, id)).toMatchObject([{ state: 'skipped' }, { cycle: 2, state: 'paid' }]);
  expect(await cancelMine.call(customer, { id, reason: 'Too much coffee' })).toMatchObject({ status: 'active', ends: true });
  expect(await resumeMine.call(customer, { id })).toMatchObject({ ends: false });
  await cancelMine.call(customer, { id, reason: 'Too much coffee' });
  await runAt(shop, await nextOf(shop, id));
  expect(await subscriptionView.call(shop.ctx, { id })).toMatchObject({ status: 'cancelled', cancelReason: 'Too much coffee' });
  expect(await triesOf(shop, id)).toHaveLength(2);
  await expect(pauseMine.call(customer, { id })).rejects.toMatchObject({ code: 'wrong_state' });
});

test('a swap at once charges the new thing less what is unused of the old; from the next renewal on it charges nothing now', async () => {
  const shop = await coffee();
  const planId = await planFor(shop, 'coffee', { productIds: [await productOf(shop, 'coffee'), await productOf(shop, 'tea')] });
  const { customer, id } = await subscribe(shop, 'coffee', planId);
  expect(await changeMine.call(customer, { id, quantity: 3 })).toMatchObject({ quantity: 3, price: { amount: 6_000 } });
  await changeMine.call(customer, { id, quantity: 1 });
  expect(await triesOf(shop, id)).toEqual([]);
  const next = await nextOf(shop, id);
  const { createdAt } = await subscriptionView.call(shop.ctx, { id });
  const back = travel((next.getTime() - Date.now()) / 2);
  await changeMine.call(customer, { id, variantId: shop.variant.tea!, when: 'now' });
  await settle();
  back();
  const [order] = await shop.ctx.read((r) => r.sql<{ subtotal: number; discount: number }>`select subtotal, discount_total as discount from orders where source = 'subscription'`);
  expect(order!.subtotal).toBe(1_000);
  expect(order!.discount).toBeGreaterThanOrEqual(990);
  expect(order!.discount).toBeLessThanOrEqual(1_000);
  const after = await subscriptionView.call(shop.ctx, { id });
  expect(after).toMatchObject({ title: 'tea', status: 'active' });
  expect(new Date(after.nextRenewalAt!).getTime()).toBeGreaterThan(next.getTime());
  expect(new Date(createdAt).getTime()).toBeLessThan(next.getTime());
  await expect(changeMine.call(customer, { id, planId: crypto.randomUUID() })).rejects.toMatchObject({ code: 'not_for_sale' });
  expect(await contradictions(shop)).toEqual([]);
});

test('where one bag lasts ten days, two come every twenty; who drinks faster says so, and the rhythm follows', async () => {
  const shop = await coffee();
  const planId = await planFor(shop, 'coffee', { unit: 'day', count: 10, perPiece: true });
  const { customer, id } = await subscribe(shop, 'coffee', planId, 2);
  const begun = await mySubscription.call(customer, { id });
  expect(begun).toMatchObject({ every: 'every 20 days', lasts: 10 });
  const next = await nextOf(shop, id);
  expect(await changeMine.call(customer, { id, lasts: 7, quantity: 3 })).toMatchObject({ every: 'every 21 days', nextRenewalAt: next.toISOString() });
  await runAt(shop, next);
  expect(Math.round(((await nextOf(shop, id)).getTime() - next.getTime()) / DAY)).toBe(21);
  const fixed = await subscribe(shop, 'coffee', await planFor(shop, 'coffee'));
  await expect(changeMine.call(fixed.customer, { id: fixed.id, lasts: 7 })).rejects.toMatchObject({ code: 'invalid' });
});

test('credit that is left when a subscription ends becomes store credit; a minimum holds for the customer, not for the shop', async () => {
  const shop = await coffee();
  const planId = await planFor(shop, 'coffee', { minCycles: 2, productIds: [await productOf(shop, 'coffee'), await productOf(shop, 'tea')] });
  const { customer, id } = await subscribe(shop, 'coffee', planId, 3);
  await expect(cancelMine.call(customer, { id })).rejects.toMatchObject({ code: 'too_early', details: { missing: 1 } });
  await changeMine.call(customer, { id, variantId: shop.variant.tea!, quantity: 1, when: 'now' });
  await settle();
  const { credit } = await subscriptionView.call(shop.ctx, { id });
  expect(credit.amount).toBeGreaterThan(4_900);
  await cancelSubscription.call(shop.ctx, { id, when: 'now', reason: 'Moved away' });
  const balances = await shop.ctx.read((r) => r.sql<{ balance: number }>`select balance from value_accounts where kind = 'store_credit'`);
  expect(balances).toEqual([{ balance: credit.amount }]);
  expect(await contradictions(shop)).toEqual([]);
});

test('sold out on its day: that is said like a declined card, and the try after the delivery of stock goes through', async () => {
  const shop = await openShop(house, { coffee: { price: 2_000, stock: 1 } });
  const { id } = await subscribe(shop, 'coffee', await planFor(shop, 'coffee'));
  const due = await nextOf(shop, id);
  await runAt(shop, due);
  expect(await subscriptionView.call(shop.ctx, { id })).toMatchObject({ status: 'past_due', failure: expect.stringContaining('sold out') as string });
  await shop.ctx.transaction((tx) => tx.sql`update variants set track_inventory = false`);
  await runAt(shop, later(due, 1.1 * DAY));
  expect(await triesOf(shop, id)).toMatchObject([{ attempt: 1, state: 'failed', total: null }, { attempt: 2, state: 'paid' }]);
  expect((await subscriptionView.call(shop.ctx, { id })).status).toBe('active');
});

test('a provider that cannot charge again is not offered for a subscription, and refused', async () => {
  const shop = await coffee();
  const planId = await planFor(shop, 'coffee');
  const cart = await createCart.call(shop.shopper(), { lines: [{ variantId: shop.variant.coffee!, quantity: 1, planId }] });
  const { paymentMethods } = await startCheckout.call(shop.shopper(), { cartId: cart.id });
  const can = [...paymentProviders.all()].filter(([, provider]) => provider.chargesAgain).map(([name]) => name);
  expect(can.toSorted()).toEqual(['manual', 'paypal', 'stripe', 'test']);
  expect(paymentMethods.map((method) => method.id).toSorted()).toEqual(['manual', 'test']);
});

test('the installation stood still for three months: every renewal is made up for, each once', async () => {
  const shop = await coffee();
  const { id } = await subscribe(shop, 'coffee', await planFor(shop, 'coffee'));
  const due = await nextOf(shop, id);
  const wake = later(due, 65 * DAY);
  for (let turn = 0; turn < 5; turn++) await runAt(shop, wake);
  const tries = await triesOf(shop, id);
  expect(tries).toMatchObject([1, 2, 3].map((cycle) => ({ cycle, attempt: 1, state: 'paid' })));
  expect((await nextOf(shop, id)).getTime()).toBeGreaterThan(wake.getTime());
  expect(await contradictions(shop)).toEqual([]);
});
