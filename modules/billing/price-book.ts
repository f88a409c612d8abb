import { announce, onAnnounced } from '#platform/events/announce.ts';
import { ShortMemory } from '#platform/short-memory.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';
import { outsideSellers } from './outside-seller.ts';
import type { PayInterval } from './standing.ts';

/** What a tier costs in a currency. Minor units; null = not sold like that. */
export interface TierPrice extends Record<PayInterval, number | null> {
  tier: string;
  currency: string;
}

export interface SellerSettings {
  /** Null while nothing is sold. */
  sellerId: string | null;
  provider: string;
  trialDays: number;
  retryDays: number[];
  graceDays: number;
}

/** A product of an outside seller and the tier it stands for. Minor units a period. */
export interface TierProduct {
  sellerId: string;
  provider: string;
  productId: string;
  name: string;
  tier: string;
  interval: PayInterval;
  price: number;
  currency: string;
  forSale: boolean;
}

export interface PriceBook {
  /** The currency that was priced first comes first. */
  prices: readonly TierPrice[];
  settings: SellerSettings;
  /** Of all sellers, also of those who no longer sell. */
  products: readonly TierProduct[];
}

// Dropped in every process when a superadmin changes it; the seconds are for a message that got lost.
const book = new ShortMemory<PriceBook>({ seconds: 30 });
const CHANGED = 'billing.price-book';
onAnnounced(CHANGED, () => book.forget());

export function priceBookChanged(): void {
  announce(CHANGED);
}

export const NOTHING_SOLD: SellerSettings = { sellerId: null, provider: '', trialDays: 0, retryDays: [1, 3, 7], graceDays: 14 };

/** What the tiers cost and who sells them, as it is now. */
export function priceBook(): PriceBook | Promise<PriceBook> {
  return book.get('all', async () => {
    const [settings, products] = [await readSettings(), await readProducts()];
    return { settings, products, prices: outsideSellers.all().has(settings.provider) ? pricesOf(products, settings) : await readPrices() };
  });
}

/** Products of one seller's account. */
export function productsAt({ products }: Pick<PriceBook, 'products'>, { sellerId, provider }: { sellerId: string | null; provider: string }): TierProduct[] {
  return products.filter((product) => product.sellerId === sellerId && product.provider === provider);
}

function pricesOf(products: readonly TierProduct[], at: SellerSettings): TierPrice[] {
  const prices = new Map<string, TierPrice>();
  for (const { tier, currency, interval, price, forSale } of productsAt({ products }, at)) {
    const key = `${tier} ${currency}`;
    if (forSale) prices.set(key, { ...(prices.get(key) ?? { tier, currency, month: null, year: null }), [interval]: price });
  }
  return [...prices.values()];
}

function readProducts(): Promise<TierProduct[]> {
  return platformRead('billing', (q) => q.sql<TierProduct>`
    select seller_id as "sellerId", provider, product_id as "productId", name, tier, interval, price, currency, for_sale as "forSale" from tier_products order by created_at, product_id`);
}

function readPrices(): Promise<TierPrice[]> {
  return platformRead('billing', (q) => q.sql<TierPrice>`select tier, currency, month, year from tier_prices order by min(created_at) over (partition by currency), currency, tier`);
}

async function readSettings(): Promise<SellerSettings> {
  const [row] = await platformRead('billing', (q) => q.sql<SellerSettings>`
    select s.seller_id as "sellerId", s.provider, s.trial_days as "trialDays", s.retry_days as "retryDays", s.grace_days as "graceDays"
    from billing_settings s join workspaces w on w.id = s.seller_id`);
  return row ?? NOTHING_SOLD;
}
