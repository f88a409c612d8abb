import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeRole, contextForMember } from '#modules/accounts/index.ts';
import { joinAs, ownShop, signUp } from '#modules/accounts/testing.ts';
import { createProduct } from '#modules/catalog/index.ts';
import { createStorefront } from '#modules/storefronts/index.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { runReaction } from '#platform/jobs/worker.ts';
import { newId } from '#platform/ids.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { now } from '#platform/time.ts';

/** Who hears of what happens in one storefront or at one location. */
let house: TestHouse;
let owner: Context;
let north: string;
let south: string;

beforeAll(async () => {
  house = await openTestDatabase();
  owner = (await ownShop(await signUp('Olive'), 'Olive’s')).ctx;
  [north, south] = [(await createStorefront.call(owner, { name: 'North' })).id, (await createStorefront.call(owner, { name: 'South' })).id];
});
afterAll(() => house.close());

async function member(name: string, limits: { storefronts?: string[]; locations?: string[] } = {}): Promise<Context> {
  const { browser, memberId } = await joinAs(owner, 'ops', name);
  await changeRole.call(owner, { id: memberId, role: 'ops', ...limits });
  return contextForMember((await browser.session())!, owner.workspaceId);
}

async function hear(event: string, data: Record<string, unknown>): Promise<void> {
  const actor = { kind: 'system', id: 'test', name: 'test' };
  await runReaction('notifications.notify-members', { id: newId(), workspace_id: owner.workspaceId, event, about: newId(), data, actor, told_at: now().toISOString(), relayed: 1 });
}

async function orderAt(storefrontId: string | null, number: number): Promise<string> {
  const id = newId();
  await owner.transaction((tx) => tx.sql`
    insert into orders (id, number, source, storefront_id, email, currency, item_count, subtotal, shipping_total, tax_total, tax_inclusive, total)
    values (${id}, ${number}, 'storefront', ${storefrontId}, 'ana@example.test', 'AUD', 1, 1000, 0, 0, true, 1000)`);
  await hear('order.placed', { orderId: id, number, total: { amount: 1_000, currency: 'AUD' }, email: 'ana@example.test' });
  return id;
}

const told = async (ctx: Context) => {
  const { userId } = ctx.actor as { userId: string };
  const rows = await owner.read((r) => r.sql<{ title: string }>`select title from notifications where user_id = ${userId} order by created_at, id`);
  return rows.map((row) => row.title.split(':')[0]!);
};

test('somebody limited to a storefront hears of its orders and of no others', async () => {
  const [nora, sam, both, all] = [await member('Nora', { storefronts: [north] }), await member('Sam', { storefronts: [south] }), await member('Bo', { storefronts: [north, south] }), await member('Al')];
  await orderAt(north, 1);
  await orderAt(south, 2);
  await orderAt(null, 3);
  expect(await told(nora)).toEqual(['New order #1']);
  expect(await told(sam)).toEqual(['New order #2']);
  expect(await told(both)).toEqual(['New order #1', 'New order #2']);
  expect(await told(all)).toEqual(['New order #1', 'New order #2', 'New order #3']);
});

test('whoever is limited to a location still hears of orders, and of things that lie at that location only', async () => {
  const [here, there] = await owner.transaction((tx) => tx.sql<{ id: string }>`insert into locations (name) values ('Here'), ('There') returning id`);
  const lou = await member('Lou', { locations: [here!.id] });
  const things = { 'Only here': [here!], 'Only there': [there!], 'In both': [here!, there!] };
  for (const [title, places] of Object.entries(things)) {
    const { id } = await createProduct.call(owner, { title, status: 'active', variants: [{ prices: [] }] });
    const [variant] = await owner.read((r) => r.sql<{ id: string }>`select id from variants where product_id = ${id}`);
    for (const place of places) await owner.transaction((tx) => tx.sql`insert into stock_levels (variant_id, location_id) values (${variant!.id}, ${place.id})`);
    await hear('stock.out', { variantId: variant!.id, productId: id, sku: '', available: 0 });
  }
  await orderAt(south, 4);
  expect(await told(lou)).toEqual(['Only here is sold out', 'New order #4']);
});

test('background work of the whole workspace is not told to somebody who sees a part of it', async () => {
  const pia = await member('Pia', { storefronts: [north] });
  await hear('job.parked', { jobId: newId(), reaction: 'orders.confirmation-mail', event: 'order.confirmed', message: 'boom' });
  expect(await told(pia)).toEqual([]);
});

test('a mention reaches a limited colleague on an order they see, and not on one they do not', async () => {
  const mo = await member('Mo', { storefronts: [north] });
  const [row] = await owner.read((r) => r.sql<{ id: string }>`select id from members where user_id = ${(mo.actor as { userId: string }).userId}`);
  for (const [storefront, number] of [[north, 5], [south, 6]] as const) {
    const orderId = await orderAt(storefront, number);
    await hear('order.mentioned', { orderId, number, memberIds: [row!.id], by: 'Olive', text: 'Look' });
  }
  expect(await told(mo)).toEqual(['New order #5', 'Olive mentioned you on order #5']);
});

test('a return somebody asks for is told where its order was sold; one taken back meanwhile is told to nobody', async () => {
  const [ria, sol] = [await member('Ria', { storefronts: [north] }), await member('Sol', { storefronts: [south] })];
  const orderId = await orderAt(north, 7);
  for (const [number, stage] of [[1, 'requested'], [2, 'cancelled']] as const) {
    const returnId = newId();
    await owner.transaction((tx) => tx.sql`insert into order_returns (id, order_id, number, stage, reason) values (${returnId}, ${orderId}, ${number}, ${stage}, 'damaged')`);
    await hear('order.return-requested', { orderId, number: 7, returnId, name: `#7-R${number}`, reason: 'damaged' });
  }
  expect(await told(ria)).toEqual(['New order #7', 'Return #7-R1 was asked for']);
  expect(await told(sol)).toEqual([]);
});
