import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createProduct, setPrices } from '#modules/catalog/index.ts';
import { createCustomer, updateCustomer } from '#modules/customers/index.ts';
import { setManyStocks } from '#modules/inventory/index.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { openContext, type Context } from '#platform/tenancy/context.ts';
import { systemContext } from '#platform/jobs/worker.ts';
import { DAY, HOUR, travel } from '#platform/time.ts';
import { openShop, type TestShop } from '#worlds/testing.ts';
import { alertList, endAlert, lookForMatches, mailTheAlert, myAlerts, rememberFirstMatches, ringAtPriceDrop, ringAtRestock, ringNextInLine, saveSearch, stopAlertHandler, waitForStock, wantedProducts, watchPrice } from './index.ts';

let house: TestHouse;
let shop: TestShop;
beforeAll(async () => void (house = await openTestDatabase()));
afterAll(() => house.close());

let number = 0;
const fresh = async () => void (shop = await openShop(house));
async function customer(): Promise<{ id: string; email: string; as: Context }> {
  const email = `watcher-${++number}@example.test`;
  const { id } = await createCustomer.call(shop.ctx, { email, name: 'Ana Ng' });
  return { id, email, as: shop.storefront(id) };
}

const scarf = () => shop.variants['Sold out scarf']!;
const told = { event: '', about: '', at: '', actor: { kind: 'system', id: '', name: '' } };

interface Fact {
  id: string;
  data: never;
}

/** Delivers what was told since, as the relay would; every fact twice, because that can happen. */
async function deliver(): Promise<void> {
  const facts = await shop.ctx.read((r) => r.sql<Fact & { event: string }>`select id, event, data from outbox where event in ('alert.asked', 'alert.rang') order by id`);
  for (const { id, event, data } of [...facts, ...facts]) {
    const reaction = event === 'alert.rang' ? mailTheAlert : rememberFirstMatches;
    await reaction.run!(systemContext(shop.workspaceId, 'test'), data, { ...told, id });
  }
}

const mails = () => shop.ctx.read((r) => r.sql<{ to: string; subject: string; text: string; headers: Record<string, string> | null }>`select recipient as to, subject, text, headers from mail_messages order by created_at, id`);
const restock = async (onHand: number) => {
  await setManyStocks.call(shop.ctx, { lines: [{ variantId: scarf(), onHand }] });
  await shop.ctx.transaction((tx) => ringAtRestock.apply!(tx, { variantId: scarf() } as never, { ...told, id: 'x' }));
};

describe('back in stock', () => {
  test('two pieces: the first two who signed up are told, each once; the next after a head start, while something is left', async () => {
    await fresh();
    const people = ['one', 'two', 'three', 'four'].map((name) => `${name}@example.test`);
    for (const email of people) await waitForStock.call(shop.storefront(), { variantId: scarf(), email });
    await waitForStock.call(shop.storefront(), { variantId: scarf(), email: 'ONE@example.test ' });
    expect((await wantedProducts.call(shop.ctx, {})).data).toMatchObject([{ title: 'Sold out scarf', restock: 4 }]);
    await restock(2);
    await ringNextInLine.run(shop.ctx);
    await deliver();
    const first = await mails();
    expect(first.map((mail) => mail.to)).toEqual(people.slice(0, 2));
    expect(first[0]).toMatchObject({ subject: 'Back in stock: Sold out scarf', text: expect.stringContaining(`/products/sold-out-scarf?variant=${scarf()}`) });
    const back = travel(5 * HOUR);
    try {
      await Promise.all([1, 2, 3].map(() => ringNextInLine.run(shop.ctx)));
      await deliver();
      expect((await mails()).map((mail) => mail.to)).toEqual(people);
    } finally {
      back();
    }
  });

  test('nobody is told while nothing is left; whoever signs up again afterwards is told again', async () => {
    await fresh();
    await waitForStock.call(shop.storefront(), { variantId: scarf(), email: 'one@example.test' });
    await waitForStock.call(shop.storefront(), { variantId: scarf(), email: 'two@example.test' });
    await restock(1);
    await ringNextInLine.run(shop.ctx);
    expect((await alertList.call(shop.ctx, { filter: { state: 'told' } })).total).toBe(1);
    const back = travel(5 * HOUR);
    try {
      await ringNextInLine.run(shop.ctx);
      expect((await alertList.call(shop.ctx, { filter: { state: 'told' } })).total).toBe(2);
    } finally {
      back();
    }
    await setManyStocks.call(shop.ctx, { lines: [{ variantId: scarf(), onHand: 0 }] });
    await waitForStock.call(shop.storefront(), { variantId: scarf(), email: 'one@example.test' });
    await shop.ctx.transaction((tx) => ringAtRestock.apply!(tx, { variantId: scarf() } as never, { ...told, id: 'x' }));
    expect((await alertList.call(shop.ctx, { filter: { state: 'waiting' } })).total).toBe(1);
  });

  test('a hundred presses at once are one place in the line; two restocks told at once tell nobody twice', async () => {
    await fresh();
    await Promise.all(Array.from({ length: 20 }, () => waitForStock.call(shop.storefront(), { variantId: scarf(), email: 'one@example.test' })));
    expect((await alertList.call(shop.ctx, {})).total).toBe(1);
    await setManyStocks.call(shop.ctx, { lines: [{ variantId: scarf(), onHand: 9 }] });
    await Promise.all(['a', 'b', 'c', 'd'].map((id) => shop.ctx.transaction((tx) => ringAtRestock.apply!(tx, { variantId: scarf() } as never, { ...told, id }))));
    await deliver();
    expect(await mails()).toHaveLength(1);
  });

  test('what is in stock, has no address, is of another shop or is asked too often: refused in words', async () => {
    await fresh();
    await expect(waitForStock.call(shop.storefront(), { variantId: shop.variants['Blue mug']!, email: 'a@example.test' })).rejects.toMatchObject({ code: 'in_stock' });
    await expect(waitForStock.call(shop.storefront(), { variantId: scarf() })).rejects.toMatchObject({ code: 'invalid' });
    await expect(waitForStock.call(shop.storefront(), { variantId: scarf(), email: 'a@b\r\nbcc: all@example.test' })).rejects.toMatchObject({ code: 'invalid' });
    const other = await openShop(house);
    await expect(waitForStock.call(other.storefront(), { variantId: scarf(), email: 'a@example.test' })).rejects.toMatchObject({ code: 'not_found' });
    const from = openContext({ workspaceId: shop.workspaceId, actor: { kind: 'storefront', storefrontId: shop.storefrontId }, capabilities: ['storefront:customers'], address: '198.51.100.9' });
    for (let i = 0; i < 30; i++) await waitForStock.call(from, { variantId: scarf(), email: `many-${i}@example.test` });
    await expect(waitForStock.call(from, { variantId: scarf(), email: 'more@example.test' })).rejects.toMatchObject({ code: 'rate_limited' });
  });
});

describe('cheaper', () => {
  const mug = () => shop.products['Blue mug']!;
  async function price(amount: number): Promise<void> {
    await setPrices.call(shop.ctx, { id: mug(), prices: [{ variantId: shop.variants['Blue mug']!, currency: 'AUD', amount }] } as never);
    await shop.ctx.transaction((tx) => ringAtPriceDrop.apply!(tx, { productId: mug() } as never, { ...told, id: 'x' }));
    await shop.ctx.transaction((tx) => ringAtPriceDrop.apply!(tx, { productId: mug() } as never, { ...told, id: 'x' }));
  }

  test('a true drop below the price of signing up is told once; a rise is not, nor the way back from one; signing up again moves nothing', async () => {
    await fresh();
    const ana = await customer();
    await watchPrice.call(ana.as, { productId: mug() });
    await price(2_500);
    await watchPrice.call(ana.as, { productId: mug() });
    await price(1_850);
    await deliver();
    expect(await mails()).toEqual([]);
    await price(1_500);
    await price(1_600);
    await deliver();
    expect(await mails()).toMatchObject([{ to: ana.email, subject: 'Blue mug is now $15.00', text: expect.stringContaining('When you signed up it was $18.50.') }]);
    await price(1_200);
    await deliver();
    expect((await mails()).map((mail) => mail.subject)).toEqual(['Blue mug is now $15.00', 'Blue mug is now $12.00']);
  });

  test('it goes to the address the customer has today; a guest cannot watch a price', async () => {
    await fresh();
    const ana = await customer();
    await watchPrice.call(ana.as, { productId: mug() });
    await updateCustomer.call(shop.ctx, { id: ana.id, email: `new-${ana.email}` });
    await price(900);
    await deliver();
    expect((await mails()).map((mail) => mail.to)).toEqual([`new-${ana.email}`]);
    await expect(watchPrice.call(shop.storefront(), { productId: mug() })).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});

describe('saved searches', () => {
  const publish = (title: string) => createProduct.call(shop.ctx, { title, status: 'active', variants: [{ prices: [{ amount: 1_000, currency: 'AUD' }] }] });

  test('what is new is told in one mail a day, however many searches; what was there before is not, nothing new is no mail', async () => {
    await fresh();
    const ana = await customer();
    await saveSearch.call(ana.as, { q: 'mug' });
    await saveSearch.call(ana.as, { q: 'lamp', name: 'Lamps' });
    await deliver();
    const day = async (title?: string) => {
      if (title) await publish(title);
      await Promise.all([lookForMatches.run(systemContext(shop.workspaceId, 'a')), lookForMatches.run(systemContext(shop.workspaceId, 'b'))]);
      await deliver();
      return (await mails()).length;
    };
    expect(await day('Green mug')).toBe(0);
    const back = travel(25 * HOUR);
    try {
      await publish('Tall lamp');
      expect(await day()).toBe(1);
      expect(await day('Third mug')).toBe(1);
    } finally {
      back();
    }
    const [mail] = await mails();
    expect(mail).toMatchObject({ to: ana.email, subject: '2 new finds for you' });
    expect(mail!.text).toContain('Green mug');
    expect(mail!.text).toContain('Tall lamp');
    expect(mail!.text).not.toContain('Blue mug');
    const later = travel(3 * DAY);
    try {
      expect(await day()).toBe(2);
      expect((await mails())[1]!.subject).toBe('New: Third mug');
    } finally {
      later();
    }
    const muchLater = travel(5 * DAY);
    try {
      expect(await day()).toBe(2);
    } finally {
      muchLater();
    }
  });

  test('an empty search, the twenty-first, a category that has gone: nothing breaks', async () => {
    await fresh();
    const ana = await customer();
    await expect(saveSearch.call(ana.as, {})).rejects.toMatchObject({ code: 'invalid' });
    await expect(saveSearch.call(shop.storefront(), { q: 'mug' })).rejects.toMatchObject({ code: 'unauthenticated' });
    for (let i = 0; i < 20; i++) await saveSearch.call(ana.as, { q: `mug ${i}`, filter: { price: 'nonsense' } });
    await expect(saveSearch.call(ana.as, { q: 'mug' })).rejects.toMatchObject({ code: 'too_many' });
    const back = travel(2 * DAY);
    try {
      await lookForMatches.run(systemContext(shop.workspaceId, 'test'));
    } finally {
      back();
    }
    expect(await mails()).toEqual([]);
  });
});

test('one press ends the mails, by the button or by the mail program; a forged link does not; another customer cannot', async () => {
  await fresh();
  const [ana, ben] = [await customer(), await customer()];
  const { id } = await watchPrice.call(ana.as, { productId: shop.products['Blue mug']! });
  await waitForStock.call(shop.storefront(), { variantId: scarf(), email: 'gus@example.test' });
  await restock(1);
  await deliver();
  const [mail] = await mails();
  const link = mail!.headers!['List-Unsubscribe']!.slice(1, -1);
  expect(mail!.headers!['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
  expect((await stopAlertHandler(new Request(link))).status).toBe(200);
  expect((await alertList.call(shop.ctx, { filter: { state: 'ended' } })).total).toBe(0);
  expect((await stopAlertHandler(new Request(link.replace(/.$/, '0'), { method: 'POST' }))).status).toBe(404);
  const done = await stopAlertHandler(new Request(link, { method: 'POST', body: 'List-Unsubscribe=One-Click' }));
  expect(await done.text()).toContain('You get no more mails about Sold out scarf.');
  expect((await alertList.call(shop.ctx, { filter: { state: 'ended' } })).total).toBe(1);
  await expect(endAlert.call(ben.as, { id })).rejects.toMatchObject({ code: 'not_found' });
  expect((await myAlerts.call(ana.as, {})).data).toMatchObject([{ id, kind: 'price', priceThen: { amount: 1_850 } }]);
  await endAlert.call(ana.as, { id });
  expect((await myAlerts.call(ana.as, {})).data).toEqual([]);
});
