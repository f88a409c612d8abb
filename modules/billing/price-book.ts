import { announce, onAnnounced } from '#platform/events/announce.ts';
import { ShortMemory } from '#platform/short-memory.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';
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

export interface PriceBook {
  /** The currency that was priced first comes first. */
  prices: readonly TierPrice[];
  settings: SellerSettings;
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
  return book.get('all', async () => ({ prices: await readPrices(), settings: await readSettings() }));
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
