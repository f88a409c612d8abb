import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { taxOf } from '#modules/tax/index.ts';
import { priceDiscounts, type Item } from './price-lines.ts';
import { classOf, CLASSES, KINDS, Terms, type Rule } from './terms.ts';

const PRODUCTS = ['p1', 'p2', 'p3', 'p4'];
const COLLECTIONS = ['c1', 'c2'];

const items: fc.Arbitrary<Item[]> = fc.uniqueArray(
  fc.record({
    key: fc.integer({ min: 0, max: 60 }).map((n) => `k${n}`),
    productId: fc.constantFrom(...PRODUCTS),
    collectionIds: fc.subarray(COLLECTIONS),
    quantity: fc.integer({ min: 1, max: 40 }),
    unitPrice: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 1_000_000 })),
    discountable: fc.boolean(),
  }),
  { selector: (item) => item.key, minLength: 1, maxLength: 8 },
);

const things = fc.record({ productIds: fc.subarray(PRODUCTS), collectionIds: fc.subarray(COLLECTIONS) });
const rules: fc.Arbitrary<Rule[]> = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 0, max: 99 }).map((n) => `r${n}`),
    kind: fc.constantFrom(...KINDS),
    things,
    buy: things,
    percent: fc.integer({ min: 1, max: 10_000 }),
    amount: fc.integer({ min: 1, max: 3_000_000 }),
    buyQuantity: fc.integer({ min: 1, max: 4 }),
    getQuantity: fc.integer({ min: 1, max: 3 }),
    mostTimes: fc.option(fc.integer({ min: 1, max: 3 })),
    combines: fc.subarray([...CLASSES]),
  }).map(({ id, kind, amount, ...terms }): Rule => ({
    id, title: id, code: null, kind, active: true, startsAt: null, endsAt: null, maxUses: null, maxPerCustomer: null, used: 0,
    terms: { ...Terms.parse({}), ...terms, amounts: { AUD: amount } },
  })),
  { selector: (rule) => rule.id, maxLength: 6 },
);

const priced = (given: { items: Item[]; rules: Rule[]; shipping: number }) => priceDiscounts({ ...given, currency: 'AUD' });
const question = fc.record({ items, rules, shipping: fc.integer({ min: 0, max: 5_000 }) });
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

describe('whatever the cart and whatever the offers', () => {
  test('what the lines become cheaper is exactly what the discounts say, never negative, never more than the line, and nothing off a gift card', () => {
    fc.assert(fc.property(question, (given) => {
      const { lines, applied } = priced(given);
      expect(sum(lines)).toBe(sum(applied.filter((each) => each.class !== 'shipping').map(({ amount }) => amount)));
      for (const [i, item] of given.items.entries()) {
        expect(lines[i]).toBeGreaterThanOrEqual(0);
        expect(lines[i]).toBeLessThanOrEqual(item.discountable ? item.quantity * item.unitPrice : 0);
      }
    }), { numRuns: 1_000 });
  });

  test('the order of lines and of offers decides nothing', () => {
    fc.assert(fc.property(question, fc.infiniteStream(fc.nat()), (given, luck) => {
      const shuffled = <T>(list: readonly T[]) => list.map((each) => ({ each, place: luck.next().value as number })).toSorted((a, b) => a.place - b.place).map(({ each }) => each);
      const [mine, other] = [given, { ...given, items: shuffled(given.items), rules: shuffled(given.rules) }];
      const byKey = ({ items: list }: typeof given, { lines }: { lines: number[] }) => new Map(list.map((item, i) => [item.key, lines[i]]));
      const [one, two] = [priced(mine), priced(other)];
      expect(new Map([...byKey(other, two)].toSorted())).toEqual(new Map([...byKey(mine, one)].toSorted()));
      expect(two.applied).toEqual(one.applied);
    }), { numRuns: 600 });
  });

  test('one more offer never makes the cart dearer, and only classes that agree meet', () => {
    fc.assert(fc.property(question, (given) => {
      const worth = (list: Rule[]) => sum(priced({ ...given, rules: list }).applied.map(({ amount }) => amount));
      for (const [i] of given.rules.entries()) expect(worth(given.rules)).toBeGreaterThanOrEqual(worth(given.rules.toSpliced(i, 1)));
      const won = priced(given).applied.map(({ id }) => given.rules.find((rule) => rule.id === id)!);
      for (const one of won) for (const other of won) if (classOf(one) !== classOf(other)) expect(one.terms.combines).toContain(classOf(other));
      for (const of of ['order', 'shipping'] as const) expect(won.filter((rule) => classOf(rule) === of).length).toBeLessThanOrEqual(1);
    }), { numRuns: 600 });
  });

  test.each([true, false])('tax is owed on what is left to pay, with prices that include it: %s', (pricesIncludeTax) => {
    const rate = { country: 'AU', region: '', name: 'GST', code: '', rate: 100_000, onShipping: true };
    fc.assert(fc.property(question, (given) => {
      const { lines } = priced(given);
      const left = given.items.map((item, i) => ({ amount: item.quantity * item.unitPrice - lines[i]!, taxable: true, taxCode: '' }));
      const tax = taxOf({ lines: left, shipping: 0, pricesIncludeTax }, [rate]);
      for (const [i, { amount }] of left.entries()) expect(Math.abs(tax.lines[i]! - (pricesIncludeTax ? amount / 11 : amount / 10))).toBeLessThanOrEqual(0.5);
      expect(sum(tax.lines)).toBe(tax.total);
    }), { numRuns: 300 });
  });
});

describe('what a shopkeeper expects', () => {
  const item = (key: string, unitPrice: number, quantity = 1, productId = key): Item => ({ key, productId, collectionIds: [], unitPrice, quantity, discountable: true });
  const rule = (id: string, kind: Rule['kind'], terms: Partial<Terms>): Rule => ({ id, title: id, code: null, kind, active: true, startsAt: null, endsAt: null, maxUses: null, maxPerCustomer: null, used: 0, terms: { ...Terms.parse({}), ...terms } });
  const of = (...productIds: string[]) => ({ productIds, collectionIds: [] });

  test('two offers on different products both hold; on the same product the better one', () => {
    const rules = [rule('coffee', 'percentage', { percent: 1_000, things: of('coffee') }), rule('mug', 'percentage', { percent: 2_000, things: of('mug') }), rule('all', 'percentage', { percent: 500, things: of('coffee', 'mug') })];
    expect(priced({ items: [item('coffee', 1_000), item('mug', 2_000)], rules, shipping: 0 }).lines).toEqual([100, 400]);
  });

  test('buy two coffees, get the cheapest thing free; the free one does not count as bought', () => {
    const rules = [rule('gift', 'buy_x_get_y', { percent: 10_000, buy: of('coffee'), buyQuantity: 2, things: of('coffee', 'mug') })];
    expect(priced({ items: [item('coffee', 1_000, 2)], rules, shipping: 0 }).lines).toEqual([0]);
    expect(priced({ items: [item('coffee', 1_000, 3)], rules, shipping: 0 }).lines).toEqual([1_000]);
    expect(priced({ items: [item('coffee', 1_000, 4), item('mug', 700)], rules, shipping: 0 }).lines).toEqual([0, 700]);
    expect(priced({ items: [item('coffee', 1_000, 5), item('mug', 700)], rules, shipping: 0 }).lines).toEqual([1_000, 700]);
  });

  test('ten dollars off three things of one dollar takes three dollars; the cents of an odd share fall somewhere, once', () => {
    expect(priced({ items: [item('a', 100), item('b', 100), item('c', 100)], rules: [rule('ten', 'fixed', { amounts: { AUD: 1_000 } })], shipping: 0 }).lines).toEqual([100, 100, 100]);
    expect(sum(priced({ items: [item('a', 100), item('b', 100), item('c', 100)], rules: [rule('one', 'fixed', { amounts: { AUD: 100 } })], shipping: 0 }).lines)).toBe(100);
  });

  test('free delivery beats a small discount it cannot be combined with, when the delivery costs more', () => {
    const rules = [rule('five', 'percentage', { percent: 500 }), rule('free', 'free_shipping', {})];
    expect(priced({ items: [item('a', 1_000)], rules, shipping: 900 })).toMatchObject({ freeShipping: true, lines: [0] });
    expect(priced({ items: [item('a', 100_000)], rules, shipping: 900 })).toMatchObject({ freeShipping: false, lines: [5_000] });
  });
});
