import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import fc from 'fast-check';
import sharp from 'sharp';
import { startEngine, type Engine } from '#platform/jobs/engine.ts';
import { registry } from '#platform/registry.ts';
import { whereFound } from '#platform/testing/where-found.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { DAY, HOUR, travel } from '#platform/time.ts';
import { confirmErasure, customerExport, customerGet, customerList, eraseCustomer, eraseNow, registerCustomer, requestErasure, myData } from '#modules/customers/index.ts';
import { paymentProviders } from '#modules/payments/index.ts';
import { taskList, taskView } from '#modules/tasks/index.ts';
import { Refusal } from '#platform/refusal.ts';
import * as orders from './index.ts';
import { ANA, buy, openShop, pay, readyToPay, type Shop } from './test-shop.ts';

let house: TestHouse;
let engine: Engine;
beforeAll(async () => {
  house = await openTestDatabase();
  engine = await startEngine();
});
afterAll(async () => {
  await engine.stop();
  await house.close();
});

const mugs = (stock = 20) => openShop(house, { mug: { price: 1_500, stock }, bowl: { price: 2_000, stock } });
const codeOf = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code ?? String(error));
const tokenOf = (link: string) => new URL(link, 'http://shop.test').searchParams.get('token')!;
const mailsOf = async (shop: Shop, id: string) => (await orders.orderMails.call(shop.ctx, { id })).data;

describe('a parcel on its way', () => {
  test('shipped, out for delivery, delivered: each is said and mailed once, however often it is told', async () => {
    const shop = await mugs();
    const { order, orderLink } = await buy(shop, { mug: 1 });
    const token = tokenOf(orderLink);
    await engine.settle();
    const sent = await orders.fulfilOrder.call(shop.ctx, { id: order.id, carrier: 'NZ Post', trackingNumber: 'X1' });
    await engine.settle();
    const which = { id: order.id, fulfilmentId: sent.fulfilments[0]!.id };
    for (const step of ['out_for_delivery', 'delivered'] as const) {
      await Promise.all([1, 2, 3].map(() => orders.moveParcel.call(shop.ctx, { ...which, step })));
      await engine.settle();
    }
    const seen = await orders.shopperOrderView.call(shop.shopper(), { id: order.id, token });
    expect(seen.statusSentence).toBe('Paid. Delivered.');
    expect(seen.parcels[0]).toMatchObject({ carrier: 'NZ Post', outForDeliveryAt: expect.any(String), deliveredAt: expect.any(String), lines: [{ quantity: 1 }] });
    const subjects = (await mailsOf(shop, order.id)).map(({ subject }) => subject);
    expect(subjects.slice(1)).toEqual([`Your order #${order.number} is on its way`, `Your order #${order.number} arrives today`, `Your order #${order.number} was delivered`]);
    const last = (await mailsOf(shop, order.id)).at(-1)!;
    expect(last.text).toContain(`/orders/${order.id}/tracking?token=`);
    expect(await codeOf(orders.cancelFulfilment.call(shop.ctx, which))).toBe('wrong_state');
  });

  test('a parcel cannot go back to the van, arrive tomorrow or before it was ordered, and another order’s parcel is not found', async () => {
    const shop = await mugs();
    const [one, other] = [await buy(shop, { mug: 1 }), await buy(shop, { bowl: 1 })];
    const sent = await orders.fulfilOrder.call(shop.ctx, { id: one.order.id });
    const which = { id: one.order.id, fulfilmentId: sent.fulfilments[0]!.id };
    expect(await codeOf(orders.moveParcel.call(shop.ctx, { ...which, step: 'delivered', at: new Date(Date.now() + DAY).toISOString() }))).toBe('invalid');
    expect(await codeOf(orders.moveParcel.call(shop.ctx, { ...which, step: 'delivered', at: new Date(Date.now() - DAY).toISOString() }))).toBe('invalid');
    expect(await codeOf(orders.moveParcel.call(shop.ctx, { ...which, id: other.order.id, step: 'delivered' }))).toBe('not_found');
    await orders.moveParcel.call(shop.ctx, { ...which, step: 'delivered', notify: false });
    expect(await codeOf(orders.moveParcel.call(shop.ctx, { ...which, step: 'out_for_delivery' }))).toBe('wrong_state');
    await engine.settle();
    expect((await mailsOf(shop, one.order.id)).map(({ subject }) => subject)).not.toContain(`Your order #${one.order.number} was delivered`);
  });
});

describe('asking for a return', () => {
  const picture = async () => (await sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } }).png().toBuffer()).toString('base64');

  test('its pictures are kept for the shop alone, and what is no picture is refused with nothing done', async () => {
    const shop = await mugs();
    const { order, orderLink } = await buy(shop, { mug: 2 });
    await orders.fulfilOrder.call(shop.ctx, { id: order.id });
    const wish = { id: order.id, token: tokenOf(orderLink), lines: [{ lineId: order.lines[0]!.id, quantity: 1 }], reason: 'damaged' as const };
    const bad = [{ name: 'x.png', data: Buffer.from('<svg onload=alert(1)>').toString('base64') }];
    expect(await codeOf(orders.requestReturn.call(shop.shopper(), { ...wish, photos: bad }))).toBe('invalid');
    const note = '<script>alert(1)</script> "quoted"';
    const back = await orders.requestReturn.call(shop.shopper(), { ...wish, note, photos: [{ name: '../../crack.png', data: await picture() }] });
    expect(back).toMatchObject({ stage: 'requested', note, photos: [{ name: expect.stringMatching(/^[\w.-]+\.webp$/) }] });
    const { url } = await registry.view('orders.file').call(shop.ctx, { id: order.id, fileId: back.photos[0]!.id }) as { url: string };
    expect(url).toContain('/files/signed/');
    const other = await buy(shop, { mug: 1 });
    expect(await codeOf(registry.view('orders.file').call(shop.ctx, { id: other.order.id, fileId: back.photos[0]!.id }))).toBe('not_found');
    expect((await orders.shopperOrderView.call(shop.shopper(), { id: order.id, token: wish.token })).returnable).toEqual([{ lineId: order.lines[0]!.id, quantity: 1, until: null }]);
  });

  test('neither for somebody else’s line, nor by another shop’s link, nor by another customer', async () => {
    const [shop, rival] = [await mugs(), await mugs()];
    const [mine, theirs] = [await buy(shop, { mug: 1 }), await buy(shop, { bowl: 1 })];
    for (const { order } of [mine, theirs]) await orders.fulfilOrder.call(shop.ctx, { id: order.id });
    const lines = [{ lineId: mine.order.lines[0]!.id, quantity: 1 }];
    const token = tokenOf(mine.orderLink);
    expect(await codeOf(orders.requestReturn.call(shop.shopper(), { id: theirs.order.id, token, lines }))).toBe('not_found');
    expect(await codeOf(orders.requestReturn.call(rival.shopper(), { id: mine.order.id, token, lines }))).toBe('not_found');
    const { customer } = await registerCustomer.call(shop.shopper(), { email: 'mallory@example.test', password: 'a long enough one' });
    expect(await codeOf(orders.requestReturn.call(shop.shopper(customer.id), { id: mine.order.id, lines }))).toBe('not_found');
    const foreign = [{ lineId: theirs.order.lines[0]!.id, quantity: 1 }];
    expect(await codeOf(orders.requestReturn.call(shop.shopper(), { id: mine.order.id, token, lines: foreign }))).not.toBe('done');
    expect((await orders.orderView.call(shop.ctx, { id: mine.order.id })).returns).toEqual([]);
  });

  test('any wishes, one after another or at once: never more on its way back than was sent', async () => {
    const shop = await mugs(90);
    await fc.assert(fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }), async (wishes) => {
      const { order, orderLink } = await buy(shop, { mug: 3 });
      await orders.fulfilOrder.call(shop.ctx, { id: order.id });
      const ask = (quantity: number) => codeOf(orders.requestReturn.call(shop.shopper(), { id: order.id, token: tokenOf(orderLink), lines: [{ lineId: order.lines[0]!.id, quantity }] }));
      const outcomes = await Promise.all(wishes.map(ask));
      const granted = wishes.filter((_, i) => outcomes[i] === 'done').reduce((sum, n) => sum + n, 0);
      expect(granted).toBeLessThanOrEqual(3);
      const seen = await orders.shopperOrderView.call(shop.shopper(), { id: order.id, token: tokenOf(orderLink) });
      expect(seen.returnable.reduce((sum, line) => sum + line.quantity, 0)).toBe(3 - granted);
    }), { numRuns: 6 });
  });
});

describe('a request for a return', () => {
  async function asked(shop: Shop) {
    const { order, orderLink } = await buy(shop, { mug: 2 });
    await orders.fulfilOrder.call(shop.ctx, { id: order.id });
    const which = { id: order.id, token: tokenOf(orderLink) };
    const back = await orders.requestReturn.call(shop.shopper(), { ...which, lines: [{ lineId: order.lines[0]!.id, quantity: 2 }], reason: 'too_large' });
    return { ...which, returnId: back.id, name: back.name };
  }
  const seen = (shop: Shop, { id, token }: { id: string; token: string }) => orders.shopperOrderView.call(shop.shopper(), { id, token });

  test('is confirmed by mail, found in the list of the shop, and can be taken back while nobody has answered', async () => {
    const shop = await mugs();
    const { name, ...which } = await asked(shop);
    await engine.settle();
    expect((await mailsOf(shop, which.id)).map(({ subject }) => subject)).toContain(`We have your request ${name}`);
    const listed = () => orders.returnList.call(shop.ctx, { q: name.slice(1, 5), filter: { stage: 'requested' } });
    const tasks = async () => (await taskList.call(shop.ctx, { filter: { aboutId: which.id } })).data.map((row) => [row.title, row.state]);
    expect(await tasks()).toEqual([[`Decide on the return ${name}`, 'open']]);
    expect((await listed()).data).toMatchObject([{ id: which.returnId, name, what: '2 × mug', reason: 'too_large', byCustomer: true }]);
    expect(await seen(shop, which)).toMatchObject({ returnable: [], nothingReturnable: 'all_back' });
    expect(await orders.withdrawReturn.call(shop.shopper(), which)).toMatchObject({ stage: 'cancelled', endedAt: expect.any(String) });
    expect(await seen(shop, which)).toMatchObject({ returnState: 'none', returnable: [{ quantity: 2 }], nothingReturnable: null });
    expect((await listed()).data).toEqual([]);
    expect(await codeOf(orders.withdrawReturn.call(shop.shopper(), which))).toBe('wrong_state');
    await engine.settle();
    expect(await tasks()).toEqual([[`Decide on the return ${name}`, 'done']]);
  });

  test('that was decided, and a refund that went through in the end, leave nothing to do', async () => {
    const shop = await mugs();
    const { id, returnId } = await asked(shop);
    await orders.approveReturn.call(shop.ctx, { returnId });
    await engine.settle();
    const tasks = async () => (await taskList.call(shop.ctx, { filter: { aboutId: id }, sort: 'title' })).data.map((row) => [row.kind, row.state]);
    expect((await tasks()).filter(([, state]) => state !== 'done')).toEqual([]);
    const provider = paymentProviders.get('test');
    const { refund } = provider;
    provider.refund = () => Promise.reject(new Refusal('card_closed', 'The card is closed.'));
    try {
      await codeOf(orders.refundOrder.call(shop.ctx, { id, amount: 500 }));
      await engine.settle();
    } finally {
      provider.refund = refund;
    }
    const [task] = (await taskList.call(shop.ctx, { filter: { aboutId: id, kind: 'refund' } })).data;
    expect(task).toMatchObject({ kind: 'refund', priority: 'urgent', state: 'open' });
    expect((await taskView.call(shop.ctx, { id: task!.id })).note).toBe('The card is closed.');
    await orders.refundOrder.call(shop.ctx, { id, amount: 500 });
    await engine.settle();
    expect(await tasks()).toContainEqual(['refund', 'done']);
    expect((await tasks()).filter(([, state]) => state !== 'done')).toEqual([]);
  });

  test('is not taken back by strangers, not over another order, and not once the shop has agreed', async () => {
    const [shop, rival] = [await mugs(), await mugs()];
    const [which, other] = [await asked(shop), await asked(shop)];
    const { customer } = await registerCustomer.call(shop.shopper(), { email: 'mallory@example.test', password: 'a long enough one' });
    const { id, returnId, token } = which;
    const attempts = [
      orders.withdrawReturn.call(shop.shopper(), { id, returnId }),
      orders.withdrawReturn.call(shop.shopper(), { id, returnId, token: other.token }),
      orders.withdrawReturn.call(shop.shopper(), { id: other.id, returnId, token: other.token }),
      orders.withdrawReturn.call(shop.shopper(customer.id), { id, returnId }),
      orders.withdrawReturn.call(rival.shopper(), { id, returnId, token }),
    ];
    expect(await Promise.all(attempts.map(codeOf))).toEqual(attempts.map(() => 'not_found'));
    const outcomes = await Promise.all([codeOf(orders.approveReturn.call(shop.ctx, { returnId })), codeOf(orders.withdrawReturn.call(shop.shopper(), which))]);
    expect(outcomes.toSorted(), 'one of the two comes first').toEqual(['done', 'wrong_state']);
    await orders.approveReturn.call(shop.ctx, { returnId: other.returnId });
    expect(await codeOf(orders.withdrawReturn.call(shop.shopper(), other))).toBe('wrong_state');
    expect((await seen(shop, other)).returns).toMatchObject([{ stage: 'approved' }]);
  });

  test('comes within the days the shop gives, from delivery; the shop itself may take back later', async () => {
    const shop = await mugs();
    const { order, orderLink } = await buy(shop, { mug: 1 });
    const which = { id: order.id, token: tokenOf(orderLink) };
    const lines = [{ lineId: order.lines[0]!.id, quantity: 1 }];
    expect((await seen(shop, which)).nothingReturnable).toBe('not_sent');
    expect(await codeOf(orders.setReturnRules.call(shop.ctx, { windowDays: 0 }))).toBe('invalid');
    await orders.setReturnRules.call(shop.ctx, { windowDays: 14, says: 'Unworn only.' });
    const sent = await orders.fulfilOrder.call(shop.ctx, { id: order.id });
    const home = travel(10 * DAY);
    try {
      await orders.moveParcel.call(shop.ctx, { id: order.id, fulfilmentId: sent.fulfilments[0]!.id, step: 'delivered' });
      travel(13 * DAY);
      expect(await seen(shop, which)).toMatchObject({ returnable: [{ quantity: 1, until: expect.any(String) }], returnRules: { windowDays: 14, says: 'Unworn only.' } });
      travel(2 * DAY);
      expect(await seen(shop, which)).toMatchObject({ returnable: [], nothingReturnable: 'too_late' });
      expect(await codeOf(orders.requestReturn.call(shop.shopper(), { ...which, lines }))).toBe('too_late');
      expect(await codeOf(orders.beginReturn.call(shop.ctx, { id: order.id, lines }))).toBe('done');
    } finally {
      home();
    }
  });

  test('is listed for the customer it belongs to and nobody else', async () => {
    const shop = await mugs();
    const who = { ...ANA, email: 'bo@example.test' };
    const { customer } = await registerCustomer.call(shop.shopper(), { email: who.email, password: 'a long enough one' });
    const shopper = shop.shopper(customer.id);
    const { order } = await pay(shopper, await readyToPay(shop, { mug: 3 }, shopper, who));
    await orders.fulfilOrder.call(shop.ctx, { id: order.id });
    for (const reason of ['damaged', 'other'] as const) await orders.requestReturn.call(shopper, { id: order.id, lines: [{ lineId: order.lines[0]!.id, quantity: 1 }], reason });
    await asked(shop);
    const first = await orders.customerReturnsView.call(shopper, { limit: 1 });
    const rest = await orders.customerReturnsView.call(shopper, { limit: 1, cursor: first.nextCursor! });
    expect([...first.data, ...rest.data].map(({ name, what }) => [name, what])).toEqual([[`#${order.number}-R2`, '1 × mug'], [`#${order.number}-R1`, '1 × mug']]);
    expect(rest.nextCursor).toBeNull();
    expect(await codeOf(orders.customerReturnsView.call(shop.shopper(), {}))).toBe('unauthenticated');
  });
});

describe('to be forgotten', () => {
  const BEA = { name: 'Beatrix Quill-Featherstone', email: 'beatrix.quill@example.test', street: '77 Forgotten Lane' };

  async function beaBuys(shop: Shop): Promise<{ customerId: string; orderId: string; token: string }> {
    const { customer } = await registerCustomer.call(shop.shopper(), { email: BEA.email, password: 'a long enough one', name: BEA.name });
    await shop.ctx.transaction((tx) => tx.sql`update customers set email_verified_at = now() where id = ${customer.id}`);
    const shopper = shop.shopper(customer.id);
    const who = { email: BEA.email, shippingAddress: { name: BEA.name, line1: BEA.street, city: 'Hobart', region: 'TAS', postalCode: '7000', country: 'AU' } };
    const { order, orderLink } = await pay(shopper, await readyToPay(shop, { mug: 1 }, shopper, who));
    await engine.settle();
    return { customerId: customer.id, orderId: order.id, token: tokenOf(orderLink) };
  }

  async function linkFor(shop: Shop, customerId: string): Promise<string> {
    await requestErasure.call(shop.shopper(customerId), {});
    await engine.settle();
    const [mail] = await shop.ctx.read((r) => r.sql<{ text: string }>`select text from mail_messages where recipient = ${BEA.email} order by created_at desc, id desc limit 1`);
    return /\/account\/erase\?token=([\w-]+)/.exec(mail!.text)![1]!;
  }

  test('confirmed by mail, after two weeks, when nothing is on its way: no table knows them any more, and the books still add up', async () => {
    const shop = await mugs();
    const { customerId, orderId, token: orderToken } = await beaBuys(shop);
    await orders.changeOrderDetails.call(shop.ctx, { id: orderId, version: 1, change: { note: `Call ${BEA.name} first` } });
    expect(JSON.stringify(await myData.call(shop.shopper(customerId), {}))).toContain(BEA.street);
    const words = [BEA.email, BEA.name, BEA.street];
    expect((await whereFound(shop, words)).length).toBeGreaterThan(4);
    const token = await linkFor(shop, customerId);
    const { eraseAt } = await confirmErasure.call(shop.shopper(), { token });
    expect(await codeOf(confirmErasure.call(shop.shopper(), { token }))).toBe('link_expired');
    const erase = registry.schedules().find(({ name }) => name === 'customers.erase-due')!;
    await erase.run(shop.ctx);
    expect((await customerGet.call(shop.ctx, { id: customerId })).eraseAt).toBe(eraseAt);
    const home = travel(15 * DAY);
    try {
      await erase.run(shop.ctx);
      expect(await codeOf(customerGet.call(shop.ctx, { id: customerId })), 'the order is still to be sent').toBe('done');
      await orders.fulfilOrder.call(shop.ctx, { id: orderId });
      await engine.settle();
      await Promise.all([erase.run(shop.ctx), erase.run(shop.ctx)]);
      await engine.settle();
    } finally {
      home();
    }
    expect(await whereFound(shop, words)).toEqual([]);
    expect((await customerList.call(shop.ctx, { q: 'beatrix' })).data).toEqual([]);
    expect((await orders.orderList.call(shop.ctx, { q: 'beatrix' })).data).toEqual([]);
    expect(await codeOf(customerExport.call(shop.ctx, { id: customerId }))).toBe('not_found');
    expect(await codeOf(orders.shopperOrderView.call(shop.shopper(), { id: orderId, token: orderToken }))).toBe('not_found');
    expect(await orders.orderView.call(shop.ctx, { id: orderId })).toMatchObject({ total: { amount: expect.any(Number) }, shippingAddress: { country: 'AU', region: 'TAS', name: '' }, customerId: null });
    expect(await eraseCustomer(shop.ctx, customerId), 'twice is as good as once').toBe(false);
  });

  test('asked of the shop itself: at once, unless an order is under way, and never by mistake', async () => {
    const shop = await mugs();
    const { customerId, orderId } = await beaBuys(shop);
    expect(await codeOf(eraseNow.call(shop.ctx, { id: customerId, email: 'another@example.test' }))).toBe('invalid');
    expect(await eraseNow.call(shop.ctx, { id: customerId, email: BEA.email })).toEqual({ erased: false });
    await orders.fulfilOrder.call(shop.ctx, { id: orderId });
    await engine.settle();
    expect(await eraseNow.call(shop.ctx, { id: customerId, email: BEA.email })).toEqual({ erased: true });
    expect(await whereFound(shop, [BEA.email, BEA.name, BEA.street])).toEqual([]);
  });

  test('a link of another shop erases nobody, and one that is a day old neither', async () => {
    const [shop, rival] = [await mugs(), await mugs()];
    const { customerId } = await beaBuys(shop);
    const token = await linkFor(shop, customerId);
    expect(await codeOf(confirmErasure.call(rival.shopper(), { token }))).toBe('link_expired');
    const home = travel(25 * HOUR);
    try {
      expect(await codeOf(confirmErasure.call(shop.shopper(), { token }))).toBe('link_expired');
    } finally {
      home();
    }
    expect((await customerGet.call(shop.ctx, { id: customerId })).eraseAt).toBeNull();
  });
});
