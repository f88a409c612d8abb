import * as z from 'zod';

/** What a discount lowers. Of each class at most one wins in one order; which classes may meet is said by each discount itself. */
export const CLASSES = ['product', 'order', 'shipping'] as const;
export type DiscountClass = (typeof CLASSES)[number];

export const KINDS = ['percentage', 'fixed', 'buy_x_get_y', 'free_shipping'] as const;
export type DiscountKind = (typeof KINDS)[number];

const Ids = z.array(z.uuid()).max(500).default([]);
const Amounts = z.record(z.string().regex(/^[A-Z]{3}$/), z.int().min(1).max(1_000_000_000_000)).default({});

/** Which things are meant; nothing named means everything. */
export const Things = z.object({ productIds: Ids, collectionIds: Ids });
export type Things = z.output<typeof Things>;

const EVERYTHING = { productIds: [], collectionIds: [] };

/** What a discount gives and what it asks for. */
export const Terms = z.object({
  percent: z.int().min(1).max(10_000).nullable().default(null).meta({ description: 'hundredths of a percent: 2000 = 20 %. For percentages, and for what is got in "buy X get Y" (10000 = free)' }),
  amounts: Amounts.meta({ description: 'fixed amounts in minor units, by currency' }),
  things: Things.default(EVERYTHING).meta({ description: 'what becomes cheaper; nothing named = the whole order' }),
  buy: Things.default(EVERYTHING).meta({ description: 'buy X get Y: what has to be bought' }),
  buyQuantity: z.int().min(1).max(1_000).default(1),
  getQuantity: z.int().min(1).max(1_000).default(1),
  mostTimes: z.int().min(1).max(1_000).nullable().default(null).meta({ description: 'buy X get Y: how often in one order' }),
  minimumSubtotal: Amounts,
  minimumQuantity: z.int().min(0).max(9_999).default(0),
  groupIds: Ids.meta({ description: 'for customers in these groups only' }),
  firstOrder: z.boolean().default(false).meta({ description: 'for the first order of a customer only' }),
  combines: z.array(z.enum(CLASSES)).max(3).default([]).meta({ description: 'classes it may be combined with, when the other agrees' }),
});
export type Terms = z.output<typeof Terms>;

/** A discount as pricing sees it. */
export interface Rule {
  id: string;
  title: string;
  /** Upper case; null = it applies by itself. */
  code: string | null;
  kind: DiscountKind;
  terms: Terms;
  active: boolean;
  startsAt: Date | null;
  endsAt: Date | null;
  maxUses: number | null;
  maxPerCustomer: number | null;
  used: number;
}

export function classOf({ kind, terms }: Pick<Rule, 'kind' | 'terms'>): DiscountClass {
  if (kind === 'free_shipping') return 'shipping';
  return kind === 'buy_x_get_y' || !meansEverything(terms.things) ? 'product' : 'order';
}

export function meansEverything({ productIds, collectionIds }: Things): boolean {
  return productIds.length === 0 && collectionIds.length === 0;
}

/** As codes are compared: people type them with spaces and in small letters. */
export function normalCode(text: string): string {
  return text.trim().toUpperCase().replaceAll(/\s+/g, '');
}

export const Code = z.string().max(60).transform(normalCode).pipe(z.string().regex(/^[A-Z0-9][A-Z0-9_-]{2,39}$/, 'a code has 3 to 40 letters, digits or hyphens'));
