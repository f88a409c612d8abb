import type { OutsideProduct, OutsideStatus, OutsideSubscription } from '#modules/billing/index.ts';

/** A product as Polar shows it, as far as it matters here. */
export interface Product {
  id: string;
  name: string;
  is_archived: boolean;
  recurring_interval: string | null;
  recurring_interval_count: number | null;
  prices: { amount_type: string; price_amount?: number; price_currency?: string; is_archived?: boolean }[];
}

export interface Subscription {
  id: string;
  status: 'incomplete' | 'incomplete_expired' | 'trialing' | 'active' | 'past_due' | 'canceled' | 'unpaid' | 'paused';
  product_id: string;
  customer_id: string;
  amount: number;
  currency: string;
  created_at: string;
  started_at: string | null;
  current_period_start: string;
  current_period_end: string;
  cancel_at_period_end: boolean;
  past_due_at?: string | null;
  pending_update: { product_id: string | null } | null;
}

/** What can stand for a tier: by the month or by the year, at one price that is known beforehand. */
export function productOf({ id, name, is_archived: gone, recurring_interval: interval, recurring_interval_count: count, prices }: Product): OutsideProduct | undefined {
  if (gone || (interval !== 'month' && interval !== 'year') || (count ?? 1) !== 1) return undefined;
  const price = prices.find((each) => each.amount_type === 'fixed' && !each.is_archived);
  return price && { id, name, interval, price: price.price_amount!, currency: price.price_currency!.toUpperCase() };
}

const STATUSES: Record<string, OutsideStatus | undefined> = {
  incomplete: 'waiting', trialing: 'trialing', active: 'active', past_due: 'past_due', paused: 'paused', incomplete_expired: 'ended', canceled: 'ended', unpaid: 'ended',
};

/** Throws at a state that Polar had not when this was written: better nothing changes than a tier is taken away. */
export function subscriptionOf(s: Subscription): OutsideSubscription {
  const status = STATUSES[s.status];
  if (!status) throw new Error(`Polar has a state of subscriptions that is not known here: ${s.status}`);
  return {
    ...{ id: s.id, status, productId: s.product_id, price: s.amount, currency: s.currency.toUpperCase() },
    ...{ periodStart: new Date(s.current_period_start), periodEnd: new Date(s.current_period_end), startedAt: new Date(s.started_at ?? s.created_at) },
    ...{ ends: s.cancel_at_period_end, nextProductId: s.pending_update?.product_id ?? null, unpaid: s.status === 'unpaid' || (s.status === 'canceled' && Boolean(s.past_due_at)) },
  };
}
