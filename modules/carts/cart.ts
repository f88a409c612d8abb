import * as z from 'zod';
import { Money, money } from '#platform/money.ts';
import type { SellableVariant } from '#modules/catalog/index.ts';
import { DISCOUNT_CLASSES, type DiscountAnswer } from '#modules/discounts/index.ts';
import type { LinePlan, PlannedVariant } from '#modules/plans/index.ts';
import type { Availability } from '#modules/inventory/index.ts';

/** Most different things in one cart, and most of one thing. */
export const MOST_LINES = 100;
export const MOST_OF_ONE = 9_999;

export const Quantity = z.int().min(1).max(MOST_OF_ONE);
/** Left out while adding more of a line: as it is bought already. */
export const PlanChoice = z.uuid().nullish().meta({ description: 'a plan of the product (storefront.products.plans); null = bought once' });
export const LineWish = z.object({ variantId: z.uuid(), quantity: Quantity, planId: PlanChoice });
export type LineWish = z.infer<typeof LineWish>;

export const CartProblem = z.object({
  code: z.enum(['not_for_sale', 'sold_out', 'not_enough', 'price_changed']),
  sentence: z.string(),
  lineId: z.uuid(),
});
export type CartProblem = z.infer<typeof CartProblem>;

export const LinePlanShown = z.object({ id: z.uuid(), name: z.string(), says: z.string().meta({ description: '"every month"' }), renewalPrice: Money.meta({ description: 'what each renewal of one piece costs' }), trialDays: z.int() });

export const CartLine = z.object({
  id: z.uuid(),
  variantId: z.uuid(),
  productId: z.uuid().nullable(),
  slug: z.string().nullable(),
  title: z.string(),
  variantTitle: z.string().nullable(),
  image: z.object({ url: z.string(), alt: z.string() }).nullable(),
  quantity: z.int(),
  unitPrice: Money,
  total: Money,
  discount: Money.meta({ description: 'what discounts take off this line' }),
  kind: z.enum(['goods', 'gift_card']),
  plan: LinePlanShown.nullable().meta({ description: 'the subscription it begins; null = bought once' }),
  available: z.boolean().meta({ description: 'This quantity can be bought now' }),
  problem: CartProblem.nullable(),
});
export type CartLine = z.infer<typeof CartLine>;

export const CartDiscount = z.object({
  title: z.string(),
  code: z.string().nullable(),
  class: z.enum(DISCOUNT_CLASSES),
  amount: Money,
  endsAt: z.string().nullable().meta({ description: 'when the offer ends' }),
});

export const CodeShown = z.object({
  code: z.string(),
  applied: z.boolean(),
  sentence: z.string().meta({ description: 'why it does not apply; empty when it does' }),
});

export const FreeDelivery = z.object({ reached: z.boolean(), missing: Money, from: Money });

export const Cart = z.object({
  id: z.uuid(),
  currency: z.string(),
  note: z.string(),
  lines: z.array(CartLine),
  subtotal: Money,
  discount: Money.meta({ description: 'what all discounts take off the lines' }),
  discounts: z.array(CartDiscount),
  codes: z.array(CodeShown),
  total: Money.meta({ description: 'subtotal less discount; delivery and tax come at the checkout' }),
  freeDelivery: FreeDelivery.nullable().meta({ description: 'an offer of free delivery that is running now' }),
  itemCount: z.int(),
  problems: z.array(CartProblem),
});
export type Cart = z.infer<typeof Cart>;

export interface CartHead {
  id: string;
  currency: string;
  note: string;
  codes: string[];
}

export interface CartLineRow {
  id: string;
  variant_id: string;
  quantity: number;
  seen_price: number;
  title: string;
  plan_id: string | null;
}

/** What discounts make of a cart: by line id, and which. */
export interface Offers extends Pick<DiscountAnswer, 'applied' | 'codes' | 'delivery'> {
  lines: ReadonlyMap<string, number>;
}

/** What catalogue and stock say now about the things in a cart. */
export interface Facts {
  forSale: ReadonlyMap<string, PlannedVariant>;
  stock: ReadonlyMap<string, Availability>;
}

/** The cart as the shopper reads it: today's prices, and a sentence for everything that changed. */
export function presentCart(head: CartHead, rows: readonly CartLineRow[], facts: Facts, offers: Offers): Cart {
  const lines = rows.map((row) => presentLine(head.currency, row, facts, offers.lines.get(row.id) ?? 0));
  const bought = lines.filter((line) => line.problem?.code !== 'not_for_sale');
  const show = (amount: number) => money(amount, head.currency);
  const [subtotal, discount] = [sum(bought.map((line) => line.total.amount)), sum(bought.map((line) => line.discount.amount))];
  return {
    id: head.id,
    currency: head.currency,
    note: head.note,
    lines,
    subtotal: show(subtotal),
    discount: show(discount),
    discounts: offers.applied.map(({ title, code, class: of, amount, endsAt }) => ({ title, code, class: of, amount: show(amount), endsAt: endsAt?.toISOString() ?? null })),
    codes: offers.codes.map(({ code, applied, reason }) => ({ code, applied, sentence: reason?.sentence ?? '' })),
    total: show(subtotal - discount),
    freeDelivery: offers.delivery && { reached: offers.delivery.reached, missing: show(offers.delivery.missing), from: show(offers.delivery.minimum) },
    itemCount: sum(bought.map((line) => line.quantity)),
    problems: lines.flatMap((line) => line.problem ?? []),
  };
}

function presentLine(currency: string, row: CartLineRow, facts: Facts, discount: number): CartLine {
  const variant = facts.forSale.get(row.variant_id);
  const price = variant?.unitPrice ?? row.seen_price;
  const problem = problemOf(row, variant, facts.stock.get(row.variant_id));
  return {
    id: row.id,
    variantId: row.variant_id,
    productId: variant?.productId ?? null,
    slug: variant?.slug ?? null,
    title: variant?.productTitle ?? row.title,
    variantTitle: variant?.variantTitle ?? null,
    image: variant?.imageUrl ? { url: variant.imageUrl, alt: variant.imageAlt ?? variant.productTitle } : null,
    quantity: row.quantity,
    unitPrice: money(price, currency),
    total: money(price * row.quantity, currency),
    discount: money(discount, currency),
    kind: variant?.kind ?? 'goods',
    plan: planShown(variant?.plan, currency),
    available: !problem || problem.code === 'price_changed',
    problem: problem && { ...problem, lineId: row.id },
  };
}

/** The subscription a line begins, as shoppers read it. */
export function planShown(plan: LinePlan | undefined, currency: string): z.infer<typeof LinePlanShown> | null {
  return plan ? { id: plan.id, name: plan.name, says: plan.says, renewalPrice: money(plan.unitPrice, currency), trialDays: plan.trialDays } : null;
}

function problemOf(row: CartLineRow, variant: SellableVariant | undefined, stock: Availability | undefined): Omit<CartProblem, 'lineId'> | null {
  if (!variant) return { code: 'not_for_sale', sentence: `${row.title} is no longer for sale.` };
  const left = unitsLeft(variant, stock);
  if (left <= 0) return { code: 'sold_out', sentence: `${row.title} is sold out.` };
  if (left < row.quantity) return { code: 'not_enough', sentence: onlyLeft(row.title, left) };
  if (variant.unitPrice !== row.seen_price) return { code: 'price_changed', sentence: `The price of ${row.title} has changed.` };
  return null;
}

/** How many can still be bought; endless where stock is not counted or may run below zero. */
export function unitsLeft(variant: SellableVariant, stock: Availability | undefined): number {
  if (!variant.trackInventory || stock?.canOversell) return Infinity;
  return Math.max(0, stock?.available ?? 0);
}

export function onlyLeft(title: string, left: number): string {
  if (left <= 0) return `${title} is sold out.`;
  return left === 1 ? `Only 1 of ${title} is left.` : `Only ${left} of ${title} are left.`;
}

/** One wish per variant: the same thing asked for twice is one line. */
export function mergeWishes(wishes: readonly LineWish[]): LineWish[] {
  const byVariant = new Map<string, LineWish>();
  for (const { variantId, quantity, planId } of wishes) byVariant.set(variantId, { variantId, quantity: Math.min(MOST_OF_ONE, (byVariant.get(variantId)?.quantity ?? 0) + quantity), planId });
  return [...byVariant.values()];
}

function sum(numbers: number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
