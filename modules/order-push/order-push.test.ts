import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { startEngine, type Engine } from '#platform/jobs/engine.ts';
import { newId } from '#platform/ids.ts';
import { runReaction } from '#platform/jobs/worker.ts';
import { pushKeys } from '#platform/push/push-keys.ts';
import { openPushService, type PushServiceDouble } from '#platform/push/push-service.ts';
import { now } from '#platform/time.ts';
import { cancelOrder } from '#modules/orders/index.ts';
import { buy, openShop, type Shop } from '#modules/orders/testing.ts';
import { pushKey, subscribeToOrder, unsubscribeFromOrder } from './index.ts';

let house: TestHouse;
let engine: Engine;
let service: PushServiceDouble;
let shop: Shop;

beforeAll(async () => {
  house = await openTestDatabase();
  engine = await startEngine();
  service = await openPushService(async () => (await pushKeys()).publicKey, { timeoutMillis: 300 });
  shop = await openShop(house, { mug: { price: 1_000, stock: 100 } });
});
afterAll(async () => {
  await engine.stop();
  await service.close();
  await house.close();
});

async function orderWithLink(): Promise<{ id: string; number: number; token: string; lines: { id: string }[] }> {
  const { order, orderLink } = await buy(shop, { mug: 2 });
  return { id: order.id, number: order.number, lines: order.lines, token: new URL(orderLink, 'http://x').searchParams.get('token')! };
}

test('a browser that subscribed by the order’s link hears of the parcel once, in words that browser alone can read', async () => {
  const { id, number, token } = await orderWithLink();
  const [phone, laptop] = [service.browser(), service.browser()];
  for (const { endpoint, p256dh, auth } of [phone, laptop, phone]) await subscribeToOrder.call(shop.shopper(), { id, token, endpoint, p256dh, auth });
  service.answers(laptop, 503);
  const data = { orderId: id, number, trackingNumber: 'AP123', complete: true };
  const fact = { id: newId(), workspace_id: shop.workspaceId, event: 'order.fulfilled', about: id, data, actor: { kind: 'system', id: 'test', name: 'test' }, told_at: now().toISOString(), relayed: 1 };
  await expect(runReaction('order-push.parcel', fact)).rejects.toThrow('1 of 2 browsers');
  service.answers(laptop, 201);
  await runReaction('order-push.parcel', fact);
  await runReaction('order-push.parcel', fact);
  expect([phone.received, laptop.received].map((each) => each.length), 'each once, however often it is tried').toEqual([1, 1]);
  expect(phone.received[0]!.payload).toMatchObject({ title: 'Your order is on its way', body: `Mug shop: Order #${number}, parcel AP123`, path: expect.stringContaining(`/orders/${id}?token=`) as unknown });
  expect(service.complaints).toEqual([]);
});

test('a guessed link subscribes to nothing and sounds like an order that is not there', async () => {
  const { id } = await orderWithLink();
  const { endpoint, p256dh, auth } = service.browser();
  for (const token of [undefined, 'guess']) await expect(subscribeToOrder.call(shop.shopper(), { id, token, endpoint, p256dh, auth })).rejects.toMatchObject({ code: 'not_found' });
});

test.each([['http://127.0.0.1:1/x'], ['https://evil.example/push']])('nobody makes us call %s', async (endpoint) => {
  const { id, token } = await orderWithLink();
  const { p256dh, auth } = service.browser();
  await expect(subscribeToOrder.call(shop.shopper(), { id, token, endpoint, p256dh, auth })).rejects.toMatchObject({ code: 'invalid' });
});

test('who unsubscribed hears nothing more, and a browser that is gone is forgotten', async () => {
  const { id, token } = await orderWithLink();
  const [silent, gone, stays] = [service.browser(), service.browser(), service.browser()];
  for (const { endpoint, p256dh, auth } of [silent, gone, stays]) await subscribeToOrder.call(shop.shopper(), { id, token, endpoint, p256dh, auth });
  await unsubscribeFromOrder.call(shop.shopper(), { id, token, endpoint: silent.endpoint });
  service.answers(gone, 410);
  await cancelOrder.call(shop.ctx, { id, reason: 'out_of_stock' });
  await engine.settle();
  expect([silent.received, gone.received].flat()).toEqual([]);
  expect(stays.received[0]!.payload).toMatchObject({ title: 'Your order was cancelled' });
  const left = await shop.ctx.read((r) => r.sql<{ endpoint: string }>`select endpoint from order_devices where order_id = ${id}`);
  expect(left.map((row) => row.endpoint)).toEqual([stays.endpoint]);
});

test('an order is told to ten browsers at most', async () => {
  const { id, token } = await orderWithLink();
  for (let n = 0; n < 10; n++) {
    const { endpoint, p256dh, auth } = service.browser();
    await subscribeToOrder.call(shop.shopper(), { id, token, endpoint, p256dh, auth });
  }
  const { endpoint, p256dh, auth } = service.browser();
  await expect(subscribeToOrder.call(shop.shopper(), { id, token, endpoint, p256dh, auth })).rejects.toMatchObject({ code: 'conflict' });
  expect((await pushKey.call(shop.shopper(), {})).publicKey).toHaveLength(87);
});
