import type { Season } from './calendar.ts';
import type { Country } from './people.ts';

/** A whole demo shop before anything of it is written. Amounts are minor units of its currency. */
export interface ShopPlan {
  name: string;
  currency: string;
  locale: string;
  timeZone: string;
  theme: { accent: string; background?: string; text?: string; font: 'sans' | 'serif' | 'rounded'; headline: string; intro: string };
  people: Country;
  season: Season;
  /** Contained in the prices. */
  tax: { name: string; percent: number };
  parcels: readonly { name: string; price: number; weight: number }[];
  carriers: readonly string[];
  /** The merchant is warned at this many. */
  lowAt: number;
  /** How many of a variant usually lie there. */
  usualStock: readonly [number, number];
  orders: number;
  customers: number;
  /** How often a basket holds one, two, three ... different things, and how often more than one of a thing. */
  baskets: readonly number[];
  several: number;
  fields: readonly FieldPlan[];
  categories: readonly CategoryPlan[];
  collections: readonly CollectionPlan[];
  things: readonly Thing[];
  /** What the shop's people write on orders, and what customers ask for. */
  notes: readonly string[];
  wishes: readonly string[];
  team: readonly string[];
}

export interface FieldPlan {
  key: string;
  says: string;
  type: 'text' | 'number' | 'boolean' | 'choice';
  unit?: string;
  choices?: readonly string[];
  filterable?: boolean;
  appliesTo: readonly string[];
}

export interface CategoryPlan {
  slug: string;
  name: string;
  parent?: string;
  says: string;
}

export interface CollectionPlan {
  slug: string;
  title: string;
  says: string;
  has(thing: Thing): boolean;
}

/** One product. */
export interface Thing {
  title: string;
  brand: string;
  productType: string;
  /** HTML. */
  says: string;
  /** One sentence for search engines. */
  inShort: string;
  tags: readonly string[];
  fields: Readonly<Record<string, string | number | boolean>>;
  categories: readonly string[];
  options: readonly { name: string; values: readonly string[] }[];
  choices: readonly Choice[];
  /** Square SVG. */
  picture: string;
  alt: string;
  /** How much it is liked; 1 is usual. */
  appeal: number;
  daysOnSale: number;
}

/** One variant. */
export interface Choice {
  options: Readonly<Record<string, string>>;
  sku: string;
  price: number;
  compareAt: number | null;
  weightGrams: number;
  /** Which part of the thing's sales it has; 1 is usual. */
  share: number;
}
