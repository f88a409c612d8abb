import { notFound, Refusal } from '#platform/refusal.ts';
import { actorName } from '#platform/tenancy/actor.ts';
import type { Reader, Tx } from '#platform/tenancy/context.ts';
import type { Address } from '#modules/orders/index.ts';
import { renewalAt, type Interval } from '#modules/plans/index.ts';
import { subscriptionChanged } from './events.ts';
import { statusAfter, type Happening, type Status } from './status.ts';

/** A subscription as stored. Amounts in minor units of `currency`. */
export interface SubscriptionRow extends Interval {
  id: string;
  storefrontId: string | null;
  customerId: string | null;
  customerName: string;
  email: string;
  status: Status;
  planId: string;
  planName: string;
  /** How many units one piece lasts; null where the interval is the same for any quantity. */
  lasts: number | null;
  minCycles: number;
  productId: string;
  variantId: string;
  title: string;
  variantTitle: string;
  quantity: number;
  unitPrice: number;
  currency: string;
  anchorAt: Date;
  zone: string;
  times: number;
  nextRenewalAt: Date | null;
  cycle: number;
  periodStart: Date;
  periodPaid: number;
  credit: number;
  methodId: string;
  shippingAddress: Address;
  billingAddress: Address | null;
  shippingMethodId: string | null;
  orderId: string;
  pausedUntil: Date | null;
  failingSince: Date | null;
  failures: number;
  retryAt: Date | null;
  failure: string;
  ends: boolean;
  cancelledAt: Date | null;
  cancelReason: string;
  createdAt: Date;
}

/** Columns of a SubscriptionRow, of a table aliased `s`. */
export const ROW = `s.id, s.storefront_id as "storefrontId", s.customer_id as "customerId", s.customer_name as "customerName", s.email, s.status, s.plan_id as "planId",
  s.plan_name as "planName", s.unit, s.count, s.lasts, s.min_cycles as "minCycles", s.product_id as "productId", s.variant_id as "variantId", s.title, s.variant_title as "variantTitle",
  s.quantity, s.unit_price as "unitPrice", s.currency, s.anchor_at as "anchorAt", s.zone, s.times, s.next_renewal_at as "nextRenewalAt", s.cycle,
  s.period_start as "periodStart", s.period_paid as "periodPaid", s.credit, s.method_id as "methodId", s.shipping_address as "shippingAddress",
  s.billing_address as "billingAddress", s.shipping_method_id as "shippingMethodId", s.order_id as "orderId", s.paused_until as "pausedUntil",
  s.failing_since as "failingSince", s.failures, s.retry_at as "retryAt", s.failure, s.ends, s.cancelled_at as "cancelledAt", s.cancel_reason as "cancelReason", s.created_at as "createdAt"`;

export async function readSubscription(r: Reader, id: string): Promise<SubscriptionRow> {
  const [row] = await r.query<SubscriptionRow>(`select ${ROW} from subscriptions s where s.id = $1`, [id]);
  if (!row) throw notFound('The subscription');
  return row;
}

/** Locks one subscription; every change of one begins here. */
export async function lockSubscription(tx: Tx, id: string): Promise<SubscriptionRow> {
  const [row] = await tx.query<SubscriptionRow>(`select ${ROW} from subscriptions s where s.id = $1 for update`, [id]);
  if (!row) throw notFound('The subscription');
  return row;
}

/** Writes what may change of a locked subscription. */
export async function save(tx: Tx, s: SubscriptionRow): Promise<void> {
  await tx.sql`
    update subscriptions set status = ${s.status}, plan_id = ${s.planId}, plan_name = ${s.planName}, unit = ${s.unit}, count = ${s.count}, lasts = ${s.lasts}, min_cycles = ${s.minCycles},
      product_id = ${s.productId}, variant_id = ${s.variantId}, title = ${s.title}, variant_title = ${s.variantTitle}, quantity = ${s.quantity}, unit_price = ${s.unitPrice},
      anchor_at = ${s.anchorAt}, times = ${s.times}, next_renewal_at = ${s.nextRenewalAt}, cycle = ${s.cycle}, period_start = ${s.periodStart}, period_paid = ${s.periodPaid},
      credit = ${s.credit}, method_id = ${s.methodId}, paused_until = ${s.pausedUntil}, failing_since = ${s.failingSince}, failures = ${s.failures}, retry_at = ${s.retryAt},
      failure = ${s.failure}, ends = ${s.ends}, cancelled_at = ${s.cancelledAt}, cancel_reason = ${s.cancelReason}, updated_at = ${tx.now}
    where id = ${s.id}`;
}

const CANNOT: Record<Status, string> = {
  trialing: 'This subscription is still in its trial.',
  active: 'This subscription is running.',
  past_due: 'The last renewal of this subscription has not been paid yet.',
  paused: 'This subscription is paused.',
  unpaid: 'This subscription stands still because it was not paid.',
  cancelled: 'This subscription has ended.',
};

/** The status that follows, or a refusal in words. */
export function moved(s: SubscriptionRow, happening: Happening): Status {
  const to = statusAfter(s.status, happening);
  if (!to) throw new Refusal('wrong_state', `${CANNOT[s.status]} That cannot be done now.`, { status: s.status });
  return to;
}

/** The subscription with its next renewal so many intervals after the anchor. */
export function renewingAfter(s: SubscriptionRow, times: number): SubscriptionRow {
  return { ...s, times, nextRenewalAt: renewalAt(s.anchorAt, s, times, s.zone) };
}

interface Entry {
  kind: string;
  says: string;
  orderId?: string | null;
}

export async function writeEntry(tx: Tx, s: Pick<SubscriptionRow, 'id'>, { kind, says, orderId }: Entry): Promise<void> {
  await tx.sql`
    insert into subscription_entries (subscription_id, kind, says, order_id, by_name, at) values (${s.id}, ${kind}, ${says}, ${orderId ?? null}, ${actorName(tx.actor)}, ${tx.now})`;
}

/** Saves a change somebody made, says it in the timeline and tells it. */
export async function saveChange(tx: Tx, before: SubscriptionRow, after: SubscriptionRow, entry: Entry): Promise<void> {
  await save(tx, after);
  await writeEntry(tx, after, entry);
  tx.tell(subscriptionChanged, { subscriptionId: after.id, change: entry.kind });
  const facts = ({ status, nextRenewalAt, quantity, planName, variantId, ends }: SubscriptionRow) => ({ status, nextRenewalAt, quantity, planName, variantId, ends });
  tx.changed({ record: 'subscription', id: after.id, before: facts(before), after: facts(after) });
}
