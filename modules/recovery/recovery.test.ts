import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEngine } from '#platform/jobs/engine.ts';
import { registry } from '#platform/registry.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { HOUR, travel } from '#platform/time.ts';
import { cartView, createCart } from '#modules/carts/index.ts';
import { createDiscount } from '#modules/discounts/index.ts';
import { startCheckout, updateCheckout } from '#modules/orders/index.ts';
import { ANA, buy, openShop, pay, readyToPay, type Shop } from '#modules/orders/testing.ts';
import { abandonedList, recoveryFigures, restoreCart, setRecovery, unsubscribe } from './index.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestDatabase();
});
afterAll(() => house.close());

/** So many hours later the schedule runs, and what it told is worked off. */
async function after(hours: number, shop: Shop): Promise<void> {
  const back = travel(hours * HOUR);
  const engine = await startEngine();
  try {
    await engine.settle();
    await registry.schedules().find(({ name }) => name === 'recovery.find-left-carts')!.run(shop.ctx);
    await engine.settle();
  } finally {
    await engine.stop();
    back();
  }
}

const mailsOf = (shop: Shop) => shop.ctx.read((r) => r.sql<{ recipient: string; text: string; headers: Record<string, string> }>`select recipient, text, headers from mail_messages where once like 'abandoned:%' order by created_at`);
const tokenIn = (text: string, path: string) => decodeURIComponent(new RegExp(`${path}\\?token=(\\S+)`).exec(text)![1]!);

test('a checkout left with an address: one mail after the hours chosen, its link brings the cart back with the code, and the order counts as recovered', async () => {
  const shop = await openShop(house, { mug: { price: 1_500, stock: 9 } });
  await createDiscount.call(shop.ctx, { title: 'Come back', kind: 'percentage', code: 'BACK', terms: { percent: 1_000 } as never });
  await setRecovery.call(shop.ctx, { enabled: true, delayHours: 3, code: 'back' });
  const checkout = await readyToPay(shop, { mug: 2 });
  await after(2, shop);
  expect(await mailsOf(shop)).toEqual([]);
  await after(4, shop);
  await after(5, shop);
  const mails = await mailsOf(shop);
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatchObject({ recipient: ANA.email, headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } });
  expect(mails[0]!.text).toContain('2 × mug');
  const other = shop.shopper();
  expect(await restoreCart.call(other, { token: tokenIn(mails[0]!.text, '/cart/restore') })).toEqual({ cartId: checkout.cartId });
  expect(await cartView.call(other, { id: checkout.cartId })).toMatchObject({ itemCount: 2, codes: [{ code: 'BACK', applied: true }], discount: { amount: 300 } });
  const back = travel(6 * HOUR);
  const { id } = await startCheckout.call(other, { cartId: checkout.cartId });
  const { order } = await pay(other, await updateCheckout.call(other, { id, ...ANA }));
  back();
  await after(7, shop);
  const { data } = await abandonedList.call(shop.ctx, {});
  expect(data).toMatchObject([{ email: ANA.email, state: 'recovered', value: { amount: 3_000 }, recovered: { amount: order.total.amount }, orderId: order.id }]);
  expect(await recoveryFigures.call(shop.ctx, {})).toMatchObject({ found: 1, reminded: 1, recovered: 1, value: { amount: order.total.amount } });
  await expect(restoreCart.call(other, { token: tokenIn(mails[0]!.text, '/cart/restore') })).rejects.toMatchObject({ code: 'already_ordered' });
  expect(await mailsOf(shop)).toHaveLength(1);
});

test('nobody who has ordered since is reminded, and nobody who said no', async () => {
  const shop = await openShop(house, { mug: { price: 1_500, stock: 9 } });
  await setRecovery.call(shop.ctx, { enabled: true, delayHours: 1 });
  await readyToPay(shop, { mug: 1 });
  await buy(shop, { mug: 1 });
  await after(3, shop);
  expect(await mailsOf(shop)).toEqual([]);
  await readyToPay(shop, { mug: 1 }, shop.shopper(), { ...ANA, email: 'bo@example.test' });
  await after(3, shop);
  const [mail] = await mailsOf(shop);
  const token = tokenIn(mail!.text, '/unsubscribe');
  await expect(unsubscribe.call(shop.shopper(), { token: token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')) })).rejects.toMatchObject({ code: 'not_found' });
  await expect(restoreCart.call(shop.shopper(), { token })).rejects.toMatchObject({ code: 'not_found' });
  await unsubscribe.call(shop.shopper(), { token });
  await readyToPay(shop, { mug: 2 }, shop.shopper(), { ...ANA, email: 'bo@example.test' });
  await after(3, shop);
  expect(await mailsOf(shop)).toHaveLength(1);
});

test('while it is off left carts are listed and nobody is written to; a customer who is signed in counts without a checkout', async () => {
  const shop = await openShop(house, { mug: { price: 1_500, stock: 9 } });
  const [customer] = await shop.ctx.transaction((tx) => tx.sql<{ id: string }>`insert into customers (email, name) values ('cy@example.test', 'Cy') returning id`);
  await createCart.call(shop.shopper(customer!.id), { lines: [{ variantId: shop.variant.mug!, quantity: 1 }] });
  await createCart.call(shop.shopper(), { lines: [{ variantId: shop.variant.mug!, quantity: 1 }] });
  await after(5, shop);
  expect(await abandonedList.call(shop.ctx, {})).toMatchObject({ data: [{ email: 'cy@example.test', state: 'left', things: '1 × mug' }], total: 1 });
  expect(await mailsOf(shop)).toEqual([]);
  await expect(setRecovery.call(shop.ctx, { code: 'NOSUCH' })).rejects.toMatchObject({ code: 'invalid' });
});

test('the link of one shop is worth nothing in another', async () => {
  const [shop, other] = [await openShop(house, { mug: { price: 1_500, stock: 9 } }), await openShop(house, {})];
  await setRecovery.call(shop.ctx, { enabled: true, delayHours: 1 });
  await readyToPay(shop, { mug: 1 });
  await after(3, shop);
  const [mail] = await mailsOf(shop);
  await expect(restoreCart.call(other.shopper(), { token: tokenIn(mail!.text, '/cart/restore') })).rejects.toMatchObject({ code: 'not_found' });
});
