import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cancelOrder } from '#modules/orders/index.ts';
import { buy, openShop, type Shop } from '#modules/orders/testing.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { DAY, travel } from '#platform/time.ts';
import { issueCards, orderWarranties, productWarranty, removeWarranty, setWarranty, warrantyCard, warrantyCardList, warrantyRuleList } from './index.ts';
import { cardState, monthsLater } from './period.ts';

let house: TestHouse;
beforeAll(async () => void (house = await openTestDatabase()));
afterAll(() => house.close());

const told = { id: '', event: 'order.paid', about: '', at: '', actor: { kind: 'system', id: '', name: '' } };
const issue = (shop: Shop, orderId: string) => shop.ctx.transaction((tx) => issueCards.apply!(tx, { orderId } as never, told));
const productOf = async (shop: Shop, name: string) => (await shop.ctx.read((r) => r.sql<{ id: string }>`select id from products where slug = ${name}`))[0]!.id;

async function sold(): Promise<{ shop: Shop; id: string; token: string; productId: string }> {
  const shop = await openShop(house, { lamp: { price: 9_900, stock: 5 }, mug: { price: 1_000, stock: 5 } });
  const productId = await productOf(shop, 'lamp');
  await setWarranty.call(shop.ctx, { productId, months: 24, terms: 'We mend or replace it.' });
  const { order, orderLink } = await buy(shop, { lamp: 1, mug: 1 });
  return { shop, id: order.id, productId, token: new URL(orderLink, 'http://shop.test').searchParams.get('token')! };
}

test.each([
  ['2026-01-15T10:00:00Z', 24, '2028-01-15T10:00:00Z'],
  ['2026-01-31T00:00:00Z', 1, '2026-02-28T00:00:00Z'],
  ['2024-02-29T12:00:00Z', 12, '2025-02-28T12:00:00Z'],
  ['2026-12-31T23:59:59Z', 2, '2027-02-28T23:59:59Z'],
  ['2026-08-31T00:00:00Z', 600, '2076-08-31T00:00:00Z'],
])('%s and %i months: %s', (from, months, to) => expect(monthsLater(new Date(from), months)).toEqual(new Date(to)));

test('more months end later, and a card is valid until the very end and no longer', () => {
  const date = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  fc.assert(fc.property(date, fc.integer({ min: 1, max: 599 }), (from, months) => {
    const endsAt = monthsLater(from, months);
    expect(monthsLater(from, months + 1).getTime()).toBeGreaterThan(endsAt.getTime());
    const at = (millis: number) => cardState({ endsAt, cancelled: false, kept: 1 }, new Date(endsAt.getTime() + millis));
    expect([at(-1), at(0)]).toEqual(['valid', 'ended']);
  }));
});

test('a paid order has a card for the line with a warranty, once, and its page opens by its link and tells nothing of the buyer', async () => {
  const { shop, id, token } = await sold();
  await Promise.all([1, 2, 3].map(() => issue(shop, id)));
  const { data } = await orderWarranties.call(shop.shopper(), { id, token });
  expect(data).toMatchObject([{ title: 'lamp', state: 'valid', months: 24, terms: 'We mend or replace it.', number: expect.stringMatching(/^W-[0-9A-Z]{5}-[0-9A-Z]{5}$/) }]);
  const card = await warrantyCard.call(shop.shopper(), { token: data[0]!.token });
  expect(card).toMatchObject({ title: 'lamp', state: 'valid' });
  expect(JSON.stringify(card)).not.toMatch(/ana|Hobart|@/i);
  expect((await warrantyCardList.call(shop.ctx, { q: data[0]!.number })).data).toMatchObject([{ title: 'lamp', state: 'valid' }]);
});

test('a card keeps what was promised then, ends on its day, and is void when the order is cancelled', async () => {
  const { shop, id, token, productId } = await sold();
  await issue(shop, id);
  await setWarranty.call(shop.ctx, { productId, months: 6 });
  expect(await productWarranty.call(shop.shopper(), { productId })).toMatchObject({ months: 6 });
  const state = async () => (await orderWarranties.call(shop.shopper(), { id, token })).data[0]!;
  expect(await state()).toMatchObject({ months: 24, state: 'valid' });
  const back = travel(740 * DAY);
  try {
    expect((await state()).state).toBe('ended');
  } finally {
    back();
  }
  await cancelOrder.call(shop.ctx, { id, reason: 'customer' });
  expect((await state()).state).toBe('void');
  await removeWarranty.call(shop.ctx, { productId });
  expect((await warrantyRuleList.call(shop.ctx, {})).total).toBe(0);
  expect((await orderWarranties.call(shop.shopper(), { id, token })).data).toHaveLength(1);
});

test('nobody opens a card by guessing, by another shop, or an order’s cards without its link; nonsense is refused', async () => {
  const [mine, theirs] = [await sold(), await sold()];
  for (const each of [mine, theirs]) await issue(each.shop, each.id);
  const { data } = await orderWarranties.call(mine.shop.shopper(), { id: mine.id, token: mine.token });
  const other = (await orderWarranties.call(theirs.shop.shopper(), { id: theirs.id, token: theirs.token })).data[0]!;
  const [cardId, signature] = data[0]!.token.split('.');
  for (const token of [cardId!, `${cardId}.${signature!.replace(/^./, (c) => (c === 'A' ? 'B' : 'A'))}`, other.token, `${cardId}.${other.token.split('.')[1]}`, '..', "' or 1=1"])
    await expect(warrantyCard.call(mine.shop.shopper(), { token })).rejects.toMatchObject({ code: 'not_found' });
  for (const token of [undefined, theirs.token]) await expect(orderWarranties.call(mine.shop.shopper(), { id: mine.id, ...(token && { token }) })).rejects.toMatchObject({ code: 'not_found' });
  await expect(setWarranty.call(theirs.shop.ctx, { productId: mine.productId, months: 12 })).rejects.toMatchObject({ code: 'not_found' });
  for (const months of [0, -1, 601, 1.5]) await expect(setWarranty.call(mine.shop.ctx, { productId: mine.productId, months })).rejects.toMatchObject({ code: 'invalid' });
});

test('an order that was never paid has no card', async () => {
  const { shop, id, token } = await sold();
  await shop.ctx.transaction((tx) => tx.sql`update orders set payment_state = 'pending' where id = ${id}`);
  await issue(shop, id);
  expect((await orderWarranties.call(shop.shopper(), { id, token })).data).toEqual([]);
});
