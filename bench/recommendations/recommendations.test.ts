import { afterAll, beforeAll, expect, test } from 'vitest';
import { createProduct } from '#modules/catalog/index.ts';
import { createStorefront } from '#modules/storefronts/index.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { holdBack, questionsOf } from './hold-back.ts';
import { chance, difference, judge, popularity } from './judge.ts';
import { forgetLater, learnThePast, ordersOf, writeOrders } from './past-shop.ts';
import { ordersIn, type PastOrder } from './read-orders.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestDatabase();
});
afterAll(() => house.close());

const day = (n: number): Date => new Date(Date.UTC(2026, 0, n));
const order = (n: number, products: string[], buyer = ''): PastOrder => ({ id: String(n), at: day(n), buyer, products });

test('orders are read with the names files use, oldest first, each thing once, without what came back', () => {
  const text = 'InvoiceNo,StockCode,Quantity,InvoiceDate,CustomerID\n2,tea,1,2026-01-02,ana\n1,mug,2,2026-01-01,bo\n1,mug,1,2026-01-01,bo\n1,tea,-1,2026-01-01,bo\n';
  expect(ordersIn(text)).toEqual([{ id: '1', at: day(1), buyer: 'bo', products: ['mug'] }, { id: '2', at: day(2), buyer: 'ana', products: ['tea'] }]);
  expect(() => ordersIn('order,at,product\n1,yesterday,mug\n')).toThrow(/Line 2.*"yesterday"/);
  expect(() => ordersIn('order,at,product\n1,2026-01-01,\n')).toThrow(/Line 2/);
});

test('the last orders are held back, and nothing asked is answered by what is given', () => {
  const orders = [order(1, ['a', 'b'], 'ana'), order(2, ['c'], 'bo'), order(3, ['a']), order(4, ['b', 'c', 'gone'], 'ana'), order(5, ['a', 'd'], 'bo')];
  const parted = holdBack(orders, 0.4);
  expect([parted.known.length, parted.later.length, parted.cut]).toEqual([3, 2, day(4)]);
  const { basket, product, buyer } = questionsOf(parted, new Set(['a', 'b', 'c', 'd']));
  expect(basket).toEqual([{ given: ['c'], wanted: ['b'] }, { given: ['b'], wanted: ['c'] }, { given: ['d'], wanted: ['a'] }, { given: ['a'], wanted: ['d'] }]);
  expect(product[0]).toEqual({ given: ['b'], wanted: ['c'] });
  expect(buyer).toEqual([{ given: ['a', 'b'], wanted: ['c'] }, { given: ['c'], wanted: ['a', 'd'] }]);
});

test('hit rate, nDCG and the difference are what the formulas give by hand', async () => {
  const questions = [{ given: ['x'], wanted: ['b'] }, { given: ['y'], wanted: ['c', 'd'] }];
  const scored = await judge(() => ['a', 'b', 'c'], questions, 2);
  expect(scored.hitRate).toBe(0.5);
  expect(scored.each).toEqual([1 / Math.log2(3), 0]);
  const better = await judge(({ 0: given }) => (given === 'x' ? ['b'] : ['c', 'd']), questions, 2);
  expect(better).toMatchObject({ hitRate: 1, ndcg: 1 });
  expect(difference(better, scored).by).toBeCloseTo(1 - 1 / Math.log2(3) / 2, 10);
});

test('popularity counts orders, of all time or of the last days, and never answers what is given; chance is the same every time', async () => {
  const known = [order(1, ['a', 'b']), order(1, ['a']), order(29, ['b']), order(30, ['b', 'c'])];
  const parted = { known, later: [], cut: day(31) };
  const all = new Set(['a', 'b', 'c']);
  expect(await popularity(parted, all)([])).toEqual(['b', 'a', 'c']);
  expect(await popularity(parted, all, 10)(['b'])).toEqual(['c', 'a']);
  expect(await chance(all)(['a'])).toEqual(await chance(all)(['a']));
  expect(await chance(all)(['a'])).not.toContain('a');
});

test('where tastes differ, what is learnt from earlier orders beats what merely sells best', async () => {
  const shop = await openShopOf(['tea', 'cup', 'pen', 'ink', 'gum']);
  const pairs = Array.from({ length: 40 }, (_, i) => order(i + 1, [...(i % 2 ? ['tea', 'cup'] : ['pen', 'ink']), ...(i % 5 ? [] : ['gum'])].map((name) => shop.ids[name]!), `buyer ${i % 8}`));
  await shop.ctx.transaction((tx) => writeOrders(tx, pairs));
  expect(await ordersOf(shop.ctx)).toHaveLength(40);
  await forgetLater(shop.ctx, holdBack(pairs, 0.25).cut);
  const { parted, questions, basket, product } = await learnThePast(shop, pairs, 0.25);
  expect([parted.known.length, (await ordersOf(shop.ctx)).length]).toEqual([30, 30]);
  for (const [asked, contenders] of [[questions.basket, basket], [questions.product, product]] as const) {
    const scores = await Promise.all(Object.values(contenders).map((contender) => judge(contender, asked, 1)));
    expect(scores.slice(1).every((score) => score.hitRate < scores[0]!.hitRate)).toBe(true);
  }
});

async function openShopOf(titles: string[]) {
  const workspace = await house.newWorkspace({ currency: 'USD' });
  const { id } = await createStorefront.call(workspace.ctx, { name: 'Past' });
  const ids: Record<string, string> = {};
  for (const title of titles) ids[title] = (await createProduct.call(workspace.ctx, { title, status: 'active', variants: [{ trackInventory: false, prices: [{ currency: 'USD', amount: 100 }] }] })).id;
  return { ctx: workspace.ctx, visit: workspace.storefront(undefined, id), ids };
}
