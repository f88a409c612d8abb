import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Refusal } from '#platform/refusal.ts';
import type { TestHouse } from '#platform/testing/database.ts';
import { DAY, travel } from '#platform/time.ts';
import {
  adjustStock, alertHistory, alertList, approveCount, cancelCount, cancelTransfer, commitHold, countGet, countList, createLocation, createTransfer, defaultLocation, movementList,
  receiveTransfer, recordCount, releaseHold, reopenCount, sendTransfer, setLowAt, shipStock, startCount, stockList, submitCount, transferGet, transferList, updateTransfer,
} from './index.ts';
import { keepAlerts, lookAhead } from './look-ahead.ts';
import { drift, openShop, openTestDatabase, stockOf, tryToHold, type Shop } from './testing.ts';

let house: TestHouse;
beforeAll(async () => void (house = await openTestDatabase()));
afterAll(() => house.close());

interface TwoPlaces extends Shop {
  shop: string;
  store: string;
}

async function openTwoPlaces(goods: Parameters<typeof openShop>[1]): Promise<TwoPlaces> {
  const shop = await openShop(house, goods);
  const store = await createLocation.call(shop.ctx, { name: 'Store room' });
  return { ...shop, shop: await shop.ctx.transaction(defaultLocation), store: store.id };
}

async function at(place: TwoPlaces, locationId: string, name: string): Promise<unknown> {
  const { data } = await stockList.call(place.ctx, { filter: { locationId, variantId: place.variant[name]! } });
  return data.map(({ onHand, available, incoming }) => ({ onHand, available, incoming }))[0];
}

const plan = (place: TwoPlaces, lines: Record<string, number>) =>
  createTransfer.call(place.ctx, { fromLocationId: place.shop, toLocationId: place.store, lines: Object.entries(lines).map(([name, quantity]) => ({ variantId: place.variant[name]!, quantity })) });

test('ten mugs travel to the store room: gone here, on their way there, six arrive, three later, one is lost', async () => {
  const place = await openTwoPlaces({ mug: 12 });
  const variantId = place.variant.mug!;
  const { id, number } = await plan(place, { mug: 10 });
  expect(await at(place, place.shop, 'mug')).toEqual({ onHand: 12, available: 12, incoming: 0 });
  await sendTransfer.call(place.ctx, { id });
  expect(await at(place, place.shop, 'mug')).toEqual({ onHand: 2, available: 2, incoming: 0 });
  expect(await at(place, place.store, 'mug')).toEqual({ onHand: 0, available: 0, incoming: 10 });
  expect((await receiveTransfer.call(place.ctx, { id, lines: [{ variantId, quantity: 6 }] })).state).toBe('sent');
  await expect(receiveTransfer.call(place.ctx, { id, lines: [{ variantId, quantity: 5 }] })).rejects.toMatchObject({ code: 'too_many', details: { left: 4 } });
  expect((await transferList.call(place.ctx, {})).data).toMatchObject([{ number, units: 10, onTheWay: 4, from: 'Main location', to: 'Store room' }]);
  const done = await receiveTransfer.call(place.ctx, { id, lines: [{ variantId, quantity: 3 }], rest: 'missing' });
  expect(done).toMatchObject({ state: 'received', lines: [{ received: 9, missing: 1 }] });
  expect(await at(place, place.store, 'mug')).toEqual({ onHand: 9, available: 9, incoming: 0 });
  const ledger = await movementList.call(place.ctx, { filter: { reference: `transfer:${number}` } });
  expect(ledger.data.map((row) => [row.reason, row.location, row.onHandChange]).toReversed()).toEqual(expect.arrayContaining([
    ['transfer_out', 'Main location', -10], ['transfer_out', 'Store room', 0], ['transfer_in', 'Store room', 6], ['transfer_in', 'Store room', 3], ['transfer_lost', 'Store room', 0],
  ]));
  expect(await drift(place.ctx)).toEqual([]);
});

test('what is promised to orders stays where it is, and a plan that asks for more moves nothing at all', async () => {
  const place = await openTwoPlaces({ mug: 5, bowl: 5 });
  await tryToHold(place.ctx, place.variant.bowl!, 3);
  const { id } = await plan(place, { mug: 2, bowl: 3 });
  await expect(sendTransfer.call(place.ctx, { id })).rejects.toMatchObject({ code: 'stock_promised' });
  expect(await at(place, place.shop, 'mug')).toEqual({ onHand: 5, available: 5, incoming: 0 });
  await updateTransfer.call(place.ctx, { id, lines: [{ variantId: place.variant.mug!, quantity: 2 }] });
  await sendTransfer.call(place.ctx, { id });
  await expect(updateTransfer.call(place.ctx, { id, lines: [{ variantId: place.variant.mug!, quantity: 1 }] })).rejects.toMatchObject({ code: 'wrong_state' });
  expect((await cancelTransfer.call(place.ctx, { id })).state).toBe('cancelled');
  expect(await at(place, place.shop, 'mug')).toEqual({ onHand: 5, available: 5, incoming: 0 });
  expect(await drift(place.ctx)).toEqual([]);
});

const code = (work: Promise<unknown>) => work.then(() => 'done', (error: { code: string }) => error.code);

test('two people press the same button: it is sent once, received once, approved once', async () => {
  const place = await openTwoPlaces({ mug: 5 });
  const { id } = await plan(place, { mug: 4 });
  expect((await Promise.all([1, 2, 3].map(() => code(sendTransfer.call(place.ctx, { id }))))).toSorted()).toEqual(['done', 'wrong_state', 'wrong_state']);
  expect((await Promise.all([1, 2, 3].map(() => code(receiveTransfer.call(place.ctx, { id }))))).toSorted()).toEqual(['done', 'wrong_state', 'wrong_state']);
  const count = await startCount.call(place.ctx, { locationId: place.store });
  await recordCount.call(place.ctx, { id: count.id, lines: [{ variantId: place.variant.mug!, counted: 3 }] });
  await submitCount.call(place.ctx, { id: count.id });
  expect((await Promise.all([1, 2, 3].map(() => code(approveCount.call(place.ctx, { id: count.id }))))).toSorted()).toEqual(['done', 'wrong_state', 'wrong_state']);
  expect(await at(place, place.store, 'mug')).toMatchObject({ onHand: 3 });
  const numbers = await Promise.all([1, 2, 3, 4].map(() => plan(place, { mug: 1 })));
  expect(new Set(numbers.map((each) => each.number)).size).toBe(4);
});

test('what is sold between counting and approving stays sold', async () => {
  const place = await openTwoPlaces({ mug: 12, bowl: 4 });
  const { id } = await startCount.call(place.ctx, { locationId: place.shop });
  await recordCount.call(place.ctx, { id, lines: [{ variantId: place.variant.mug!, counted: 10 }] });
  await tryToHold(place.ctx, place.variant.mug!, 3, 'order:1');
  await place.ctx.transaction((tx) => shipStock(tx, { for: 'order:1' }));
  const sheet = await submitCount.call(place.ctx, { id });
  expect(sheet.lines.map((line) => [line.product, line.counted, line.expected, line.variance])).toEqual([['bowl', null, 4, null], ['mug', 10, 12, -2]]);
  expect(await countList.call(place.ctx, {})).toMatchObject({ data: [{ lines: 2, counted: 1, differences: 1, state: 'submitted' }] });
  await approveCount.call(place.ctx, { id });
  expect(await stockOf(place.ctx, place.variant.mug!)).toMatchObject({ onHand: 7 });
  expect(await stockOf(place.ctx, place.variant.bowl!)).toMatchObject({ onHand: 4 });
  expect(await drift(place.ctx)).toEqual([]);
});

test('a blind count tells nobody what should be there until it is handed in; a doubtful line is counted again', async () => {
  const place = await openTwoPlaces({ mug: 12 });
  const variantId = place.variant.mug!;
  const { id } = await startCount.call(place.ctx, { locationId: place.shop, blind: true });
  const open = await recordCount.call(place.ctx, { id, lines: [{ variantId, counted: 2 }] });
  expect(open.lines).toMatchObject([{ counted: 2, expected: null, variance: null }]);
  expect((await countGet.call(place.ctx, { id })).lines[0]!.expected).toBeNull();
  expect((await countList.call(place.ctx, {})).data[0]!.differences).toBeNull();
  expect((await submitCount.call(place.ctx, { id })).lines).toMatchObject([{ expected: 12, variance: -10 }]);
  await reopenCount.call(place.ctx, { id, variantIds: [variantId] });
  await expect(submitCount.call(place.ctx, { id })).rejects.toMatchObject({ code: 'nothing_counted' });
  await recordCount.call(place.ctx, { id, lines: [{ variantId, counted: 12 }] });
  await submitCount.call(place.ctx, { id });
  await approveCount.call(place.ctx, { id });
  await expect(cancelCount.call(place.ctx, { id })).rejects.toMatchObject({ code: 'wrong_state' });
  expect((await movementList.call(place.ctx, { filter: { reason: 'counted' } })).total).toBe(0);
});

const doings = ['plan', 'send', 'receive', 'lose', 'back', 'hold', 'commit', 'release', 'ship', 'count', 'hand in', 'approve', 'adjust'] as const;
const doing = fc.record({ what: fc.constantFrom(...doings), which: fc.nat(5), thing: fc.constantFrom('a', 'b', 'c'), amount: fc.integer({ min: 1, max: 6 }) });
type Doing = typeof doing extends fc.Arbitrary<infer T> ? T : never;

function run(place: TwoPlaces, ids: { transfers: string[]; counts: string[] }, { what, which, thing, amount }: Doing): Promise<unknown> {
  const variantId = place.variant[thing]!;
  const [transfer, count, name] = [ids.transfers[which % 3]!, ids.counts[which % 2]!, `order:${which}`];
  const does: Record<Doing['what'], () => Promise<unknown>> = {
    plan: async () => ids.transfers.push((await plan(place, { [thing]: amount })).id),
    send: () => sendTransfer.call(place.ctx, { id: transfer }),
    receive: () => receiveTransfer.call(place.ctx, { id: transfer, lines: [{ variantId, quantity: amount }] }),
    lose: () => receiveTransfer.call(place.ctx, { id: transfer, lines: [], rest: 'missing' }),
    back: () => cancelTransfer.call(place.ctx, { id: transfer }),
    hold: () => tryToHold(place.ctx, variantId, amount, name),
    commit: () => place.ctx.transaction((tx) => commitHold(tx, { from: name, to: name })),
    release: () => place.ctx.transaction((tx) => releaseHold(tx, { for: name, reason: 'cancelled' })),
    ship: () => place.ctx.transaction((tx) => shipStock(tx, { for: name })),
    count: () => recordCount.call(place.ctx, { id: count, lines: [{ variantId, counted: amount * 2 }] }),
    'hand in': () => submitCount.call(place.ctx, { id: count }),
    approve: () => approveCount.call(place.ctx, { id: count }),
    adjust: () => adjustStock.call(place.ctx, { variantId, locationId: place.store, by: amount }),
  };
  return does[what]();
}

const isExpected = (reason: unknown) => reason instanceof Refusal || (reason as { code?: string }).code === '40P01';

test('whatever is sent, received, lost, counted and sold at once, every counter is the sum of its ledger and none is below nothing', async () => {
  const place = await openTwoPlaces({ a: 12, b: 6, c: { onHand: 3, policy: 'continue' } });
  await fc.assert(
    fc.asyncProperty(fc.array(doing, { minLength: 8, maxLength: 30 }), async (list) => {
      const transfers = await Promise.all([plan(place, { a: 3, b: 1 }), plan(place, { b: 2, c: 2 }), plan(place, { a: 1, c: 1 })]);
      const counts = await Promise.all([startCount.call(place.ctx, { locationId: place.shop }), startCount.call(place.ctx, { locationId: place.shop, blind: true })]);
      const ids = { transfers: transfers.map((each) => each.id), counts: counts.map((each) => each.id) };
      const done = await Promise.allSettled(list.map((each) => run(place, ids, each)));
      expect(done.filter((d) => d.status === 'rejected' && !isExpected(d.reason))).toEqual([]);
      expect(await drift(place.ctx)).toEqual([]);
      const wrong = await place.ctx.read((r) => r.sql`
        select 1 from stock_levels s join variants v on v.id = s.variant_id where incoming < 0 or reserved < 0 or (on_hand < greatest(0, reserved) and v.inventory_policy = 'deny')`);
      expect(wrong).toEqual([]);
    }),
    { numRuns: 15 },
  );
}, 120_000);

test('a thing that sells faster than it lasts is warned of once, before it is low', async () => {
  const place = await openTwoPlaces({ mug: 100, bowl: 100 });
  const variantId = place.variant.mug!;
  const back = travel(60 * DAY);
  for (const [i, quantity] of [30, 26].entries()) {
    await tryToHold(place.ctx, variantId, quantity, `order:${i}`);
    await place.ctx.transaction((tx) => shipStock(tx, { for: `order:${i}` }));
  }
  for (let twice = 0; twice < 2; twice++) await place.ctx.transaction(lookAhead);
  expect((await alertList.call(place.ctx, {})).total).toBe(0);
  await setLowAt.call(place.ctx, { variantId, lowAt: 5, coverAt: 30 });
  const { data } = await alertList.call(place.ctx, {});
  expect(data).toMatchObject([{ product: 'mug', kind: 'running_out', available: 44, sold: 56, cover: 22, coverAt: 30 }]);
  await setLowAt.call(place.ctx, { variantId, lowAt: 5, coverAt: 14 });
  await tryToHold(place.ctx, variantId, 20, 'order:9');
  await place.ctx.transaction((tx) => commitHold(tx, { from: 'order:9', to: 'order:9' }));
  for (let twice = 0; twice < 2; twice++) await place.ctx.transaction(lookAhead);
  back();
  const told = await place.ctx.read((r) => r.sql<{ data: unknown }>`select data from outbox where event = 'stock.running-out'`);
  expect(told).toMatchObject([{ data: { available: 24, sold: 76, cover: 8 } }]);
});

test('alerts are kept in a list, and the list of what needs attention follows the counters by itself', async () => {
  const place = await openTwoPlaces({ mug: 6 });
  const variantId = place.variant.mug!;
  await adjustStock.call(place.ctx, { variantId, to: 4 });
  expect((await alertList.call(place.ctx, {})).data).toMatchObject([{ kind: 'low', available: 4, lowAt: 5 }]);
  const told = { id: '', event: 'stock.low', about: variantId, at: new Date().toISOString(), actor: { kind: 'system', id: '', name: '' } };
  await place.ctx.transaction((tx) => keepAlerts.apply!(tx, { variantId, available: 4 } as never, told));
  expect((await alertHistory.call(place.ctx, {})).data).toMatchObject([{ kind: 'low', available: 4, product: 'mug' }]);
  await adjustStock.call(place.ctx, { variantId, to: 0 });
  expect((await alertList.call(place.ctx, { filter: { kind: 'out' } })).total).toBe(1);
  await adjustStock.call(place.ctx, { variantId, to: 50 });
  expect((await alertList.call(place.ctx, {})).total).toBe(0);
});

test('an untracked thing cannot be transferred, and nothing goes from a place to itself', async () => {
  const place = await openTwoPlaces({ mug: 6, ebook: { tracked: false } });
  await expect(plan(place, { ebook: 1 })).rejects.toMatchObject({ code: 'not_tracked' });
  await expect(createTransfer.call(place.ctx, { fromLocationId: place.shop, toLocationId: place.shop, lines: [{ variantId: place.variant.mug!, quantity: 1 }] })).rejects.toMatchObject({ code: 'invalid' });
  const { id } = await plan(place, { mug: 1 });
  await expect(transferGet.call((await openTwoPlaces({})).ctx, { id })).rejects.toMatchObject({ code: 'not_found' });
});
