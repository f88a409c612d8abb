import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '#platform/testing/database.ts';
import {
  addCustomerAddress,
  addToCustomerTotals,
  createCustomer,
  customerGet,
  customerList,
  removeCustomerAddress,
  updateCustomer,
  updateCustomerAddress,
} from './index.ts';

let house: TestHouse;
let shop: TestWorkspace;
let rival: TestWorkspace;
beforeAll(async () => {
  house = await openTestDatabase();
  shop = await house.newWorkspace({ currency: 'AUD' });
  rival = await house.newWorkspace();
});
afterAll(() => house.close());

const HOME = { name: 'Ana', line1: '1 High St', city: 'Hobart', postalCode: '7000', country: 'AU' };

test('a customer is added with notes and tags, changed, and found again', async () => {
  const ana = await createCustomer.call(shop.ctx, { email: 'Ana@example.test', name: 'Ana', tags: ['vip', 'vip'], notes: 'Likes opals' });
  expect(ana).toMatchObject({ email: 'ana@example.test', tags: ['vip'], ordersCount: 0, totalSpent: null, hasAccount: false });
  await updateCustomer.call(shop.ctx, { id: ana.id, tags: ['vip', 'wholesale'] });
  expect(await customerGet.call(shop.ctx, { id: ana.id })).toMatchObject({ name: 'Ana', notes: 'Likes opals', tags: ['vip', 'wholesale'] });
  const { data } = await customerList.call(shop.ctx, { q: 'ana', filter: { tags: 'wholesale' } });
  expect(data).toMatchObject([{ id: ana.id, totalSpent: { amount: 0, currency: 'AUD' } }]);
  const [entry] = await shop.ctx.read((r) => r.sql`select changes from audit_entries where operation = 'customers.update' and record_id = ${ana.id}`);
  expect(entry).toMatchObject({ changes: [{ before: { tags: ['vip'] }, after: { tags: ['vip', 'wholesale'] } }] });
});

test('one address is one customer', async () => {
  await createCustomer.call(shop.ctx, { email: 'one@example.test' });
  const two = await createCustomer.call(shop.ctx, { email: 'two@example.test' });
  await expect(createCustomer.call(shop.ctx, { email: 'ONE@example.test' })).rejects.toMatchObject({ code: 'conflict' });
  await expect(updateCustomer.call(shop.ctx, { id: two.id, email: 'one@example.test' })).rejects.toMatchObject({ code: 'conflict' });
  expect(await createCustomer.call(rival.ctx, { email: 'one@example.test' })).toMatchObject({ email: 'one@example.test' });
});

test('an address book has one default address', async () => {
  const { id } = await createCustomer.call(shop.ctx, { email: 'book@example.test' });
  const [first] = (await addCustomerAddress.call(shop.ctx, { id, ...HOME })).addresses;
  expect(first).toMatchObject({ isDefault: true, country: 'AU', company: null });
  const both = await addCustomerAddress.call(shop.ctx, { id, ...HOME, line1: '2 Low St', isDefault: true });
  expect(both.addresses.map((a) => [a.line1, a.isDefault])).toEqual([['2 Low St', true], ['1 High St', false]]);
  const changed = await updateCustomerAddress.call(shop.ctx, { id, addressId: first!.id, ...HOME, city: 'Launceston', isDefault: true });
  expect(changed.addresses.map((a) => [a.city, a.isDefault])).toEqual([['Launceston', true], ['Hobart', false]]);
  expect((await removeCustomerAddress.call(shop.ctx, { id, addressId: first!.id })).addresses).toHaveLength(1);
});

test('orders and refunds move a customer’s figures', async () => {
  const { id } = await createCustomer.call(shop.ctx, { email: 'buyer@example.test' });
  const change = (orders: number, spent: number, currency = 'AUD') => shop.ctx.transaction((tx) => addToCustomerTotals(tx, id, { orders, spent, currency }));
  await Promise.all([change(1, 2_500), change(1, 1_000)]);
  await change(0, -500);
  await change(1, 9_900, 'USD');
  expect(await customerGet.call(shop.ctx, { id })).toMatchObject({ ordersCount: 3, totalSpent: { amount: 3_000, currency: 'AUD' } });
});

test('another workspace can neither see nor change a customer', async () => {
  const { id, addresses } = await createCustomer.call(shop.ctx, { email: 'mine@example.test', name: 'Mine' }).then((c) => addCustomerAddress.call(shop.ctx, { id: c.id, ...HOME }));
  const addressId = addresses[0]!.id;
  const tries = [
    customerGet.call(rival.ctx, { id }),
    updateCustomer.call(rival.ctx, { id, name: 'Stolen' }),
    addCustomerAddress.call(rival.ctx, { id, ...HOME }),
    updateCustomerAddress.call(rival.ctx, { id, addressId, ...HOME }),
    removeCustomerAddress.call(rival.ctx, { id, addressId }),
  ];
  for (const outcome of await Promise.allSettled(tries)) expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'not_found' } });
  expect(await customerGet.call(shop.ctx, { id })).toMatchObject({ name: 'Mine', addresses: [{ id: addressId }] });
});
