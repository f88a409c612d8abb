import type { PastOrder } from './read-orders.ts';

/** Orders parted in time: what is learnt from, and what came later. */
export interface Parted {
  known: PastOrder[];
  later: PastOrder[];
  /** The instant between them. */
  cut: Date;
}

/** Holds back the last part of the orders; `share` is between 0 and 1. Orders of the same instant stay together. */
export function holdBack(orders: readonly PastOrder[], share: number): Parted {
  const sorted = orders.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const cut = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * (1 - share)))]?.at ?? new Date(0);
  return { known: sorted.filter(({ at }) => at < cut), later: sorted.filter(({ at }) => at >= cut), cut };
}

/** Somebody has these things in the cart, on the page or bought before; `wanted` is what they really took. */
export interface Question {
  given: string[];
  wanted: string[];
}

/** The questions of each kind. Only what can be recommended at all is wanted, and nothing that is given already. */
export interface Questions {
  /** A basket without one of its things: which was it? */
  basket: Question[];
  /** One thing of a basket: which are the others? */
  product: Question[];
  /** What somebody bought before: what is new to them in their next order? */
  buyer: Question[];
}

const MOST_GIVEN = 20;

export function questionsOf({ known, later }: Parted, sellable: ReadonlySet<string>): Questions {
  const baskets = later.map(({ products }) => products.filter((id) => sellable.has(id))).filter((products) => products.length > 1);
  const others = (basket: string[], one: string) => basket.filter((each) => each !== one);
  return {
    basket: baskets.flatMap((basket) => basket.map((one) => ({ given: others(basket, one).slice(0, MOST_GIVEN), wanted: [one] }))),
    product: baskets.flatMap((basket) => basket.map((one) => ({ given: [one], wanted: others(basket, one) }))),
    buyer: nextOrders(known, later).map(({ given, wanted }) => ({ given, wanted: wanted.filter((id) => sellable.has(id)) })).filter(({ wanted }) => wanted.length > 0),
  };
}

function nextOrders(known: readonly PastOrder[], later: readonly PastOrder[]): Question[] {
  const before = Map.groupBy(known.filter(({ buyer }) => buyer !== ''), ({ buyer }) => buyer);
  const next = new Map(later.toReversed().map((order) => [order.buyer, order]));
  return [...before].flatMap(([buyer, orders]) => {
    const bought = new Set(orders.toReversed().flatMap(({ products }) => products));
    const order = next.get(buyer);
    return order ? [{ given: [...bought].slice(0, MOST_GIVEN), wanted: order.products.filter((id) => !bought.has(id)) }] : [];
  });
}
