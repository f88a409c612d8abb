import type { PaymentSource } from '#modules/payments/index.ts';
import type { Reader, Tx } from '#platform/tenancy/context.ts';
import type { PayInterval, Standing } from './standing.ts';

/** The way to pay that was kept, and at whose account the provider knows it. */
export interface KeptWay extends PaymentSource {
  sellerId: string;
  provider: string;
}

/** What a workspace has with the installation: how it stands, and what it pays with. */
export interface Account {
  standing: Standing;
  currency: string;
  way: KeptWay | null;
  trialUsedAt: Date | null;
}

interface Row extends Omit<Standing, 'next'> {
  currency: string;
  nextTier: string | null;
  nextInterval: PayInterval | null;
  nextPrice: number | null;
  trialUsedAt: Date | null;
  sellerId: string | null;
  provider: string | null;
  token: string | null;
  cardBrand: string | null;
  cardLast4: string | null;
}

const READ = `select status, tier, interval, currency, price, anchor_at as "anchorAt", times, period_start as "periodStart", period_end as "periodEnd", period_paid as "periodPaid", cycle, credit,
  next_tier as "nextTier", next_interval as "nextInterval", next_price as "nextPrice", ends, failures, retry_at as "retryAt", grace_ends_at as "graceEndsAt", failure, trial_used_at as "trialUsedAt",
  seller_id as "sellerId", provider, token, card_brand as "cardBrand", card_last4 as "cardLast4" from workspace_billing`;

/** Undefined for a workspace that has never bought anything. */
export async function readAccount(r: Reader): Promise<Account | undefined> {
  const [row] = await r.query<Row>(READ, []);
  return row && accountOf(row);
}

/** The account for this transaction alone; made when there is none yet. */
export async function lockAccount(tx: Tx, { currency }: { currency: string }): Promise<Account> {
  await tx.sql`
    insert into workspace_billing (status, tier, interval, currency, price, anchor_at, times, period_start, period_end, created_at)
    values ('none', 'free', 'month', ${currency}, 0, ${tx.now}, 0, ${tx.now}, ${tx.now}, ${tx.now}) on conflict (workspace_id) do nothing`;
  return (await lockKnown(tx))!;
}

/** The same, of one there is. */
export async function lockKnown(tx: Tx): Promise<Account | undefined> {
  // Locked first, read then: the second statement sees everything that was written before the lock was ours.
  await tx.sql`select id from workspace_billing for update`;
  return readAccount(tx);
}

function accountOf({ currency, nextTier, nextInterval, nextPrice, trialUsedAt, sellerId, provider, token, cardBrand, cardLast4, ...rest }: Row): Account {
  const next = nextTier === null ? null : { tier: nextTier, interval: nextInterval!, price: nextPrice! };
  const way = sellerId && provider && token !== null ? { sellerId, provider, token, brand: cardBrand, last4: cardLast4 } : null;
  return { standing: { ...rest, next }, currency, way, trialUsedAt };
}

/** Everything but the tier that was last given, which `set-tier.ts` keeps. */
export async function saveAccount(tx: Tx, { standing: s, currency, way, trialUsedAt }: Account): Promise<void> {
  await tx.sql`
    update workspace_billing set status = ${s.status}, tier = ${s.tier}, interval = ${s.interval}, currency = ${currency}, price = ${s.price}, anchor_at = ${s.anchorAt}, times = ${s.times},
      period_start = ${s.periodStart}, period_end = ${s.periodEnd}, period_paid = ${s.periodPaid}, cycle = ${s.cycle}, credit = ${s.credit}, ends = ${s.ends},
      next_tier = ${s.next?.tier ?? null}, next_interval = ${s.next?.interval ?? null}, next_price = ${s.next?.price ?? null},
      failures = ${s.failures}, retry_at = ${s.retryAt}, grace_ends_at = ${s.graceEndsAt}, failure = ${s.failure}, trial_used_at = ${trialUsedAt},
      seller_id = ${way?.sellerId ?? null}, provider = ${way?.provider ?? null}, token = ${way?.token ?? null}, card_brand = ${way?.brand ?? null}, card_last4 = ${way?.last4 ?? null}, updated_at = ${tx.now}`;
}
