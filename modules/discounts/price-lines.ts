import { allocate } from '#platform/money.ts';
import { freeUnits } from './buy-x-get-y.ts';
import { classOf, meansEverything, type DiscountClass, type Rule, type Things } from './terms.ts';

/** A line as discounts see it. Amounts in minor units. */
export interface Item {
  /** One per line; the order of lines never decides anything. */
  key: string;
  productId: string;
  collectionIds: readonly string[];
  quantity: number;
  unitPrice: number;
  /** Gift cards are money, and money has no discount. */
  discountable: boolean;
}

export interface Applied {
  id: string;
  title: string;
  code: string | null;
  class: DiscountClass;
  /** For shipping what the delivery costs, where that is known. */
  amount: number;
}

export interface Priced {
  /** What each line becomes cheaper, in the order given; together exactly the amounts of product and order discounts. */
  lines: number[];
  applied: Applied[];
  freeShipping: boolean;
}

interface Question {
  items: readonly Item[];
  /** Those that may apply: running, with their conditions met. */
  rules: readonly Rule[];
  currency: string;
  /** What delivery would cost; zero where unknown. */
  shipping: number;
}

/**
 * The best that these discounts can do for these lines. Of the order's and of the shipping class one wins; of the product class the best
 * of each line. Two classes meet only where both discounts say that they may. Pure.
 */
export function priceDiscounts({ items, rules, currency, shipping }: Question): Priced {
  const sorted = items.map((item, place) => ({ item, place })).toSorted((a, b) => (a.item.key < b.item.key ? -1 : 1));
  const lines = sorted.map(({ item }) => item);
  const candidates = rules.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const best = combinations(candidates).map((set) => worthOf(set, lines, currency, shipping)).reduce(better, NOTHING);
  const byPlace = items.map(() => 0);
  for (const [i, { place }] of sorted.entries()) byPlace[place] = best.lines[i] ?? 0;
  return { lines: byPlace, applied: best.applied, freeShipping: best.freeShipping };
}

interface Worth extends Priced {
  sum: number;
}

const NOTHING: Worth = { lines: [], applied: [], freeShipping: false, sum: 0 };

function better(best: Worth, next: Worth): Worth {
  if (next.sum !== best.sum) return next.sum > best.sum ? next : best;
  // Of two that save the same now, the one with free delivery saves more once the delivery is known.
  return next.freeShipping && !best.freeShipping ? next : best;
}

interface Combination {
  products: Rule[];
  order: Rule | null;
  shipping: Rule | null;
}

function combinations(rules: readonly Rule[]): Combination[] {
  const of = (wanted: DiscountClass) => rules.filter((rule) => classOf(rule) === wanted);
  const [products, orders, shippings] = [of('product'), of('order'), of('shipping')];
  return [null, ...orders].flatMap((order) =>
    [null, ...shippings]
      .filter((shipping) => !order || !shipping || mayMeet(order, shipping))
      .map((shipping) => ({ order, shipping, products: products.filter((each) => [order, shipping].every((other) => !other || mayMeet(each, other))) })),
  );
}

export function mayMeet(one: Rule, other: Rule): boolean {
  return one.terms.combines.includes(classOf(other)) && other.terms.combines.includes(classOf(one));
}

function worthOf({ products, order, shipping }: Combination, lines: readonly Item[], currency: string, shippingPrice: number): Worth {
  const cheaper = bestOfEachLine(products, lines, currency);
  const rest = lines.map((line, i) => (line.discountable ? totalOf(line) - cheaper.lines[i]! : 0));
  const off = order ? spread(orderAmount(order, rest, currency), rest) : rest.map(() => 0);
  const orderSum = sum(off);
  const applied = [
    ...cheaper.applied,
    ...(order && orderSum > 0 ? [appliedOf(order, orderSum)] : []),
    ...(shipping ? [appliedOf(shipping, shippingPrice)] : []),
  ];
  return { lines: cheaper.lines.map((amount, i) => amount + off[i]!), applied, freeShipping: shipping !== null, sum: sum(cheaper.lines) + orderSum + (shipping ? shippingPrice : 0) };
}

function bestOfEachLine(rules: readonly Rule[], lines: readonly Item[], currency: string): { lines: number[]; applied: Applied[] } {
  const offers = rules.map((rule) => ({ rule, lines: productAmounts(rule, lines, currency) }));
  const won = lines.map((_, i) => offers.reduce<{ rule: Rule; amount: number } | null>((best, { rule, lines: amounts }) => (amounts[i]! > (best?.amount ?? 0) ? { rule, amount: amounts[i]! } : best), null));
  const amountOf = (rule: Rule) => sum(won.map((each) => (each?.rule === rule ? each.amount : 0)));
  return { lines: won.map((each) => each?.amount ?? 0), applied: rules.map((rule) => appliedOf(rule, amountOf(rule))).filter(({ amount }) => amount > 0) };
}

/** What one discount on products takes off each line when nothing else applies. */
export function productAmounts(rule: Rule, lines: readonly Item[], currency: string): number[] {
  const meant = lines.map((line) => line.discountable && isMeant(rule.terms.things, line));
  if (rule.kind === 'buy_x_get_y') {
    const units = freeUnits(rule.terms, lines);
    return lines.map((line, i) => percentOf(rule.terms.percent ?? 0, line.unitPrice * units[i]!));
  }
  if (rule.kind === 'percentage') return lines.map((line, i) => (meant[i] ? percentOf(rule.terms.percent ?? 0, totalOf(line)) : 0));
  const weights = lines.map((line, i) => (meant[i] ? totalOf(line) : 0));
  return spread(Math.min(rule.terms.amounts[currency] ?? 0, sum(weights)), weights);
}

function orderAmount(rule: Rule, rest: readonly number[], currency: string): number {
  const left = sum(rest);
  return rule.kind === 'percentage' ? percentOf(rule.terms.percent ?? 0, left) : Math.min(rule.terms.amounts[currency] ?? 0, left);
}

// Shares of an amount that is no larger than the weights together are no larger than their weights.
function spread(amount: number, weights: readonly number[]): number[] {
  return amount === 0 ? weights.map(() => 0) : allocate(amount, [...weights]);
}

export function isMeant(things: Things, item: Pick<Item, 'productId' | 'collectionIds'>): boolean {
  return meansEverything(things) || things.productIds.includes(item.productId) || item.collectionIds.some((id) => things.collectionIds.includes(id));
}

/** Hundredths of a percent of an amount, half up. BigInt: the product passes 2^53 for large orders. */
function percentOf(percent: number, amount: number): number {
  return Number((BigInt(amount) * BigInt(percent) * 2n + 10_000n) / 20_000n);
}

export function totalOf({ unitPrice, quantity }: Pick<Item, 'unitPrice' | 'quantity'>): number {
  return unitPrice * quantity;
}

function appliedOf(rule: Rule, amount: number): Applied {
  return { id: rule.id, title: rule.title, code: rule.code, class: classOf(rule), amount };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
