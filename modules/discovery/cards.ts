import * as z from 'zod';
import { Money } from '#platform/money.ts';

export const Picture = z.object({
  url: z.string(),
  alt: z.string(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  focal: z.object({ x: z.int(), y: z.int() }).nullish().meta({ description: 'What must stay in view when it is cut: percent from the left and the top; left out = the middle' }),
});

/** A product as lists show it. `price` is the lowest of its variants. */
export const ProductCard = z.object({
  id: z.uuid(),
  slug: z.string(),
  title: z.string(),
  image: Picture.nullable(),
  price: Money,
  priceMax: Money,
  compareAt: Money.nullable(),
  available: z.boolean(),
  variantCount: z.int(),
});
export type ProductCard = z.output<typeof ProductCard>;

export const Facet = z.object({
  key: z.string(),
  says: z.string(),
  kind: z.enum(['values', 'range']),
  values: z.array(z.object({ value: z.string(), says: z.string(), count: z.int() })),
  min: z.number().optional(),
  max: z.number().optional(),
  unit: z.string().optional(),
});
export type Facet = z.output<typeof Facet>;

export const ProductPage = z.object({
  data: z.array(ProductCard),
  nextCursor: z.string().nullable(),
  total: z.int(),
  facets: z.array(Facet),
  didYouMean: z.string().optional().meta({ description: 'the words these products were found by, when the typed ones found nothing' }),
  closest: z.boolean().optional().meta({ description: 'true: no product has all the words; these have some of them, the closest first' }),
});
export type ProductPage = z.output<typeof ProductPage>;

/** Sparse cards: only the named fields. Unknown names are ignored. */
export function onlyFields(cards: ProductCard[], fields: string | undefined): ProductCard[] {
  if (!fields) return cards;
  const wanted = fields.split(',').map((f) => f.trim());
  return cards.map((card) => Object.fromEntries(wanted.filter((f) => Object.hasOwn(card, f)).map((f) => [f, card[f as keyof ProductCard]])) as ProductCard);
}
