import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { addCustomerAddress, addCustomerNote, addToGroup, createCustomer, createGroup, customerExport, customerGet, customerList, customerTimeline, deleteGroup, findOrCreateCustomer, groupList, mergeCustomers, setCustomerGroups } from '#modules/customers/index.ts';
import { createCart } from '#modules/carts/index.ts';
import { fulfilOrder, orderList, refundOrder } from './index.ts';
import { countForCustomer } from './reactions.ts';
import { ANA, buy, openShop, pay, readyToPay, type Shop } from './test-shop.ts';

let house: TestHouse;
beforeAll(async () => void (house = await openTestDatabase()));
afterAll(() => house.close());

const BEN = { ...ANA, email: 'ben@example.test' };
const told = { id: '', event: 'order.placed', about: '', at: '', actor: { kind: 'system', id: '', name: '' } };
const count = (shop: Shop, orderId: string) => shop.ctx.transaction((tx) => countForCustomer.apply!(tx, { orderId } as never, told));
const idOf = async (shop: Shop, email: string) => (await customerList.call(shop.ctx, { q: email })).data[0]!.id;

async function twoOfOnePerson(): Promise<{ shop: Shop; ana: string; ben: string }> {
  const shop = await openShop(house, { mug: { price: 2_000, stock: 50 } });
  const first = await buy(shop, { mug: 1 });
  const second = await pay(shop.shopper(), await readyToPay(shop, { mug: 2 }, shop.shopper(), BEN));
  for (const { order } of [first, second]) await count(shop, order.id);
  return { shop, ana: await idOf(shop, ANA.email), ben: await idOf(shop, BEN.email) };
}

/** Every table that knows customers, and whether one of its rows still names this one. */
async function whoStillNames({ ctx }: Shop, customerId: string): Promise<string[]> {
  const tables = await ctx.read((r) => r.sql<{ table: string }>`
    select c.table_name as "table" from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and c.column_name = 'customer_id' and t.table_type = 'BASE TABLE' order by 1`);
  expect(tables.length).toBeGreaterThan(6);
  const naming = await Promise.all(tables.map(async ({ table }) => ((await ctx.read((r) => r.query(`select 1 from "${table}" where customer_id = $1 limit 1`, [customerId]))).length > 0 ? [table] : [])));
  return naming.flat();
}

test('two records of one person become one, with every order, cart, address, group and note', async () => {
  const { shop, ana, ben } = await twoOfOnePerson();
  await createCart.call(shop.shopper(ben), { lines: [{ variantId: shop.variant.mug!, quantity: 1 }] });
  await addCustomerAddress.call(shop.ctx, { id: ben, ...ANA.shippingAddress, isDefault: true });
  await addCustomerNote.call(shop.ctx, { id: ben, text: 'Likes blue.' });
  const group = await createGroup.call(shop.ctx, { name: 'Friends' });
  await addToGroup.call(shop.ctx, { id: ben, groupId: group.id });
  expect(await whoStillNames(shop, ben)).toEqual(expect.arrayContaining(['carts', 'customer_addresses', 'customer_group_members', 'customer_notes', 'orders']));
  const merged = await mergeCustomers.call(shop.ctx, { id: ana, fromId: ben });
  expect(await whoStillNames(shop, ben)).toEqual([]);
  expect(merged).toMatchObject({ email: ANA.email, ordersCount: 2, addresses: [{ isDefault: true }] });
  expect(merged.totalSpent).toMatchObject({ currency: 'AUD' });
  const orders = await orderList.call(shop.ctx, { filter: { customerId: ana } });
  expect(orders.total).toBe(2);
  expect(orders.data.reduce((sum, order) => sum + order.total.amount, 0)).toBe(merged.totalSpent!.amount);
  await expect(customerGet.call(shop.ctx, { id: ben })).rejects.toMatchObject({ code: 'not_found' });
  const { data, groups } = await customerTimeline.call(shop.ctx, { id: ana });
  expect(data.map((entry) => entry.says)).toEqual(expect.arrayContaining(['Ana Ng (ben@example.test) was merged into this customer.', 'Likes blue.']));
  expect(groups).toMatchObject([{ name: 'Friends', member: true }]);
});

test('each of two is merged into the other at once: one merge happens, nothing is lost', async () => {
  for (let round = 0; round < 5; round++) {
    const { shop, ana, ben } = await twoOfOnePerson();
    const done = await Promise.allSettled([mergeCustomers.call(shop.ctx, { id: ana, fromId: ben }), mergeCustomers.call(shop.ctx, { id: ben, fromId: ana })]);
    expect(done.map((each) => each.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((done.find((each) => each.status === 'rejected') as PromiseRejectedResult).reason).toMatchObject({ code: 'not_found' });
    const { data } = await customerList.call(shop.ctx, {});
    expect(data).toMatchObject([{ ordersCount: 2 }]);
    expect((await orderList.call(shop.ctx, { filter: { customerId: data[0]!.id } })).total).toBe(2);
  }
});

test('an order placed while its customer is merged into another, and that one into a third, ends with the third', async () => {
  const { shop, ana, ben } = await twoOfOnePerson();
  const cid = await createCustomer.call(shop.ctx, { email: 'cid@example.test' });
  const checkout = await readyToPay(shop, { mug: 1 }, shop.shopper(ben), BEN);
  const [{ order }] = await Promise.all([
    pay(shop.shopper(ben), checkout),
    mergeCustomers.call(shop.ctx, { id: ana, fromId: ben }).then(() => mergeCustomers.call(shop.ctx, { id: cid.id, fromId: ana })),
  ]);
  await count(shop, order.id);
  expect(await whoStillNames(shop, ben)).toEqual(expect.not.arrayContaining(['orders']));
  expect(await customerGet.call(shop.ctx, { id: cid.id })).toMatchObject({ ordersCount: 3 });
  expect((await orderList.call(shop.ctx, { filter: { customerId: cid.id } })).total).toBe(3);
});

test('a refund after the merge lessens what the one who stayed has spent', async () => {
  const { shop, ana, ben } = await twoOfOnePerson();
  const [order] = (await orderList.call(shop.ctx, { filter: { customerId: ben } })).data;
  const { totalSpent } = await mergeCustomers.call(shop.ctx, { id: ana, fromId: ben });
  await refundOrder.call(shop.ctx, { id: order!.id, amount: 500 });
  await count(shop, order!.id);
  expect((await customerGet.call(shop.ctx, { id: ana })).totalSpent).toEqual({ amount: totalSpent!.amount - 500, currency: 'AUD' });
});

test('the timeline tells of orders, payments, parcels, refunds and the account, newest first', async () => {
  const { shop, ana } = await twoOfOnePerson();
  const [order] = (await orderList.call(shop.ctx, { filter: { customerId: ana } })).data;
  await fulfilOrder.call(shop.ctx, { id: order!.id });
  await refundOrder.call(shop.ctx, { id: order!.id, amount: 300 });
  const { data } = await customerTimeline.call(shop.ctx, { id: ana });
  const says = data.map((entry) => entry.says).join('\n');
  for (const part of ['Order placed.', 'Payment received.', 'shipped', '$3.00 refunded', 'Became a customer.']) expect(says).toContain(part);
  expect(data.map((entry) => entry.at)).toEqual(data.map((entry) => entry.at).toSorted().toReversed());
  expect(data.find((entry) => entry.says.includes('refunded'))!.to).toBe(`/orders/${order!.id}`);
});

test('an export holds all of one customer and nothing of another, and no secret', async () => {
  const { shop, ana, ben } = await twoOfOnePerson();
  await addCustomerNote.call(shop.ctx, { id: ana, text: 'Prefers mornings.' });
  const data = await customerExport.call(shop.ctx, { id: ana });
  expect(data).toMatchObject({ customer: { email: ANA.email }, notes: [{ says: 'Prefers mornings.' }], orders: [{ number: 1001, lines: [{ title: 'mug' }] }] });
  const text = JSON.stringify(data);
  expect(text).not.toContain(BEN.email);
  expect(text).not.toContain(ben);
  expect(text).not.toMatch(/hash|token/i);
  await expect(customerExport.call(shop.as(['customers:read']), { id: ana })).rejects.toMatchObject({ code: 'forbidden' });
});

test('a group counts its customers, the list is filtered by it, and deleting it keeps them', async () => {
  const { shop, ana, ben } = await twoOfOnePerson();
  const friends = await createGroup.call(shop.ctx, { name: 'Friends' });
  const press = await createGroup.call(shop.ctx, { name: 'Press' });
  await expect(createGroup.call(shop.ctx, { name: 'Press' })).rejects.toMatchObject({ code: 'conflict' });
  await setCustomerGroups.call(shop.ctx, { id: ana, groupIds: [friends.id, press.id] });
  await Promise.all([1, 2, 3].map(() => addToGroup.call(shop.ctx, { id: ben, groupId: press.id })));
  expect((await groupList.call(shop.ctx, {})).data.map((group) => [group.name, group.members])).toEqual([['Friends', 1], ['Press', 2]]);
  expect((await customerList.call(shop.ctx, { filter: { groupIds: friends.id } })).data).toMatchObject([{ id: ana, groups: 'Friends, Press' }]);
  await deleteGroup.call(shop.ctx, { id: press.id });
  expect((await customerList.call(shop.ctx, {})).total).toBe(2);
  const stranger = await openShop(house, {});
  await expect(addToGroup.call(stranger.ctx, { id: ana, groupId: friends.id })).rejects.toMatchObject({ code: 'not_found' });
});

test('nobody is merged with themselves, or with somebody who is not there', async () => {
  const { shop, ana } = await twoOfOnePerson();
  const other = await openShop(house, {});
  const stranger = await other.ctx.transaction((tx) => findOrCreateCustomer(tx, { email: 'x@example.test', name: '' }));
  await expect(mergeCustomers.call(shop.ctx, { id: ana, fromId: ana })).rejects.toMatchObject({ code: 'invalid' });
  await expect(mergeCustomers.call(shop.ctx, { id: ana, fromId: stranger.id })).rejects.toMatchObject({ code: 'not_found' });
});
