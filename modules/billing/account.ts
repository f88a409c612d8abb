import { workspaceSettings } from '#modules/accounts/index.ts';
import type { PaymentSource } from '#modules/payments/index.ts';
import type { Reader, Tx } from '#platform/tenancy/context.ts';
import { later, MINUTE } from '#platform/time.ts';
import type { PayInterval, Standing } from './standing.ts';

/** The way to pay that was kept, and at whose account the provider knows it. */
export interface KeptWay extends PaymentSource {
  sellerId: string;
  provider: string;
  /** The keeping it came by; null where the provider is charged with the token itself. */
  keptId: string | null;
}

/** The outside seller a workspace buys from. */
export interface Outside {
  sellerId: string;
  provider: string;
  /** The subscription there that runs; null while none does. */
  id: string | null;
  /** How many more run beside it. */
  more: number;
}

/** What a workspace has with the installation: how it stands, and what it pays with. */
export interface Account {
  standing: Standing;
  currency: string;
  way: KeptWay | null;
  trialUsedAt: Date | null;
  outside: Outside | null;
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
  keptId: string | null;
  cardBrand: string | null;
  cardLast4: string | null;
  outsideSellerId: string | null;
  outsideProvider: string | null;
  outsideId: string | null;
  outsideMore: number;
}

const READ = `select status, tier, interval, currency, price, anchor_at as "anchorAt", times, period_start as "periodStart", period_end as "periodEnd", period_paid as "periodPaid", cycle, credit,
  next_tier as "nextTier", next_interval as "nextInterval", next_price as "nextPrice", ends, failures, retry_at as "retryAt", grace_ends_at as "graceEndsAt", failure, trial_used_at as "trialUsedAt",
  seller_id as "sellerId", provider, token, kept_id as "keptId", card_brand as "cardBrand", card_last4 as "cardLast4",
  outside_seller_id as "outsideSellerId", outside_provider as "outsideProvider", outside_id as "outsideId", outside_more as "outsideMore" from workspace_billing`;

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

function accountOf({ currency, nextTier, nextInterval, nextPrice, trialUsedAt, sellerId, provider, token, keptId, cardBrand, cardLast4, outsideSellerId, outsideProvider, outsideId: id, outsideMore: more, ...rest }: Row): Account {
  const next = nextTier === null ? null : { tier: nextTier, interval: nextInterval!, price: nextPrice! };
  const way = sellerId && provider && token !== null ? { sellerId, provider, token, keptId, brand: cardBrand, last4: cardLast4 } : null;
  const outside = outsideSellerId && outsideProvider ? { sellerId: outsideSellerId, provider: outsideProvider, id, more } : null;
  return { standing: { ...rest, next }, currency, way, trialUsedAt, outside };
}

/** Everything but the tier that was last given, which `set-tier.ts` keeps. */
export async function saveAccount(tx: Tx, { standing: s, currency, way, trialUsedAt, outside }: Account): Promise<void> {
  await tx.sql`
    update workspace_billing set status = ${s.status}, tier = ${s.tier}, interval = ${s.interval}, currency = ${currency}, price = ${s.price}, anchor_at = ${s.anchorAt}, times = ${s.times},
      period_start = ${s.periodStart}, period_end = ${s.periodEnd}, period_paid = ${s.periodPaid}, cycle = ${s.cycle}, credit = ${s.credit}, ends = ${s.ends},
      next_tier = ${s.next?.tier ?? null}, next_interval = ${s.next?.interval ?? null}, next_price = ${s.next?.price ?? null},
      failures = ${s.failures}, retry_at = ${s.retryAt}, grace_ends_at = ${s.graceEndsAt}, failure = ${s.failure}, trial_used_at = ${trialUsedAt},
      seller_id = ${way?.sellerId ?? null}, provider = ${way?.provider ?? null}, token = ${way?.token ?? null}, kept_id = ${way?.keptId ?? null}, card_brand = ${way?.brand ?? null}, card_last4 = ${way?.last4 ?? null},
      outside_seller_id = ${outside?.sellerId ?? null}, outside_provider = ${outside?.provider ?? null}, outside_id = ${outside?.id ?? null}, outside_more = ${outside?.more ?? 0}, updated_at = ${tx.now}`;
}

/** From now on the workspace buys from that outside seller, unless a subscription of another one runs. Its account is made when there is none. */
export async function tieOutside(tx: Tx, { sellerId, provider }: Pick<Outside, 'sellerId' | 'provider'>, goes: 'goes to its page' | 'is there already' = 'is there already'): Promise<void> {
  await lockAccount(tx, await workspaceSettings(tx));
  const page = goes === 'goes to its page';
  await tx.sql`
    update workspace_billing set outside_seller_id = ${sellerId}, outside_provider = ${provider}, outside_page_at = case when ${page} then ${tx.now} else outside_page_at end,
      outside_look_at = case when ${page} then ${later(tx.now, 2 * MINUTE)} else outside_look_at end where outside_id is null`;
}
