import * as z from 'zod';
import { Money, money } from '#platform/money.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { intervalWords, UNITS } from '#modules/plans/index.ts';
import { RENEWAL_STATES, STATUSES, statusAfter, type Happening, type Status } from './status.ts';
import { readSubscription, type SubscriptionRow } from './subscription.ts';

/** A subscription as its customer and the shop's people read it. */
export const Subscription = z.object({
  id: z.uuid(),
  status: z.enum(STATUSES),
  says: z.string().meta({ description: 'how it stands, in a sentence' }),
  customerName: z.string(),
  email: z.string(),
  planId: z.uuid(),
  planName: z.string(),
  every: z.string().meta({ description: '"every month"' }),
  unit: z.enum(UNITS),
  count: z.int(),
  lasts: z.int().nullable().meta({ description: 'how many units one piece lasts; null where the interval is the same for any quantity' }),
  productId: z.uuid(),
  variantId: z.uuid(),
  title: z.string(),
  variantTitle: z.string(),
  quantity: z.int(),
  unitPrice: Money,
  price: Money.meta({ description: 'of a renewal, before delivery' }),
  credit: Money.meta({ description: 'lowers the next renewal' }),
  nextRenewalAt: z.string().nullable(),
  pausedUntil: z.string().nullable(),
  retryAt: z.string().nullable(),
  failure: z.string(),
  ends: z.boolean().meta({ description: 'it is not renewed any more when this period is over' }),
  minCycles: z.int(),
  paidCycles: z.int(),
  method: z.object({ provider: z.string(), cardLast4: z.string().nullable(), gone: z.boolean().meta({ description: 'it was taken back at the provider; nothing can be charged with it any more' }) }),
  shippingAddress: z.object({ name: z.string(), line1: z.string(), city: z.string(), postalCode: z.string(), country: z.string() }),
  may: z.object({ pause: z.boolean(), resume: z.boolean(), skip: z.boolean(), change: z.boolean(), cancel: z.boolean(), pay: z.boolean() }),
  createdAt: z.string(),
  cancelledAt: z.string().nullable(),
  cancelReason: z.string(),
  renewals: z.array(z.object({ cycle: z.int(), state: z.enum(RENEWAL_STATES), dueAt: z.string(), orderId: z.uuid().nullable(), orderNumber: z.int().nullable(), total: Money.nullable(), sentence: z.string() })).meta({ description: 'the newest twenty' }),
});
export type Subscription = z.infer<typeof Subscription>;

const SAYS: Record<Status, string> = {
  trialing: 'In its trial.',
  active: 'Running.',
  past_due: 'The last renewal could not be paid.',
  paused: 'Paused.',
  unpaid: 'Stands still, because it was not paid.',
  cancelled: 'Ended.',
};

interface Beside {
  provider: string;
  cardLast4: string | null;
  gone: boolean;
  paidCycles: number;
}

interface RenewalRow {
  cycle: number;
  state: (typeof RENEWAL_STATES)[number];
  dueAt: Date;
  orderId: string | null;
  orderNumber: number | null;
  total: number | null;
  sentence: string;
}

/** How many deliveries of it were paid; the one of a trial does not count. */
export async function paidCyclesOf(r: Reader, id: string): Promise<number> {
  const [row] = await r.sql<{ n: number }>`
    select (select count(*)::int from subscription_renewals x where x.subscription_id = s.id and x.state = 'paid')
      + (select (l.total - l.discount > 0)::int from order_lines l where l.id = s.order_line_id) as n from subscriptions s where s.id = ${id}`;
  return row?.n ?? 0;
}

export async function showSubscription(r: Reader, id: string): Promise<Subscription> {
  const s = await readSubscription(r, id);
  const [method] = await r.sql<Omit<Beside, 'paidCycles'>>`select provider, card_last4 as "cardLast4", gone_at is not null as gone from payment_methods where id = ${s.methodId}`;
  const renewals = await r.sql<RenewalRow>`
    select x.cycle, x.state, x.due_at as "dueAt", x.order_id as "orderId", o.number as "orderNumber", o.total, x.sentence from subscription_renewals x left join orders o on o.id = x.order_id
    where x.subscription_id = ${id} order by x.cycle desc, x.attempt desc limit 20`;
  return present(s, { provider: method?.provider ?? '', cardLast4: method?.cardLast4 ?? null, gone: method?.gone ?? false, paidCycles: await paidCyclesOf(r, id) }, renewals);
}

function present(s: SubscriptionRow, { provider, cardLast4, gone, paidCycles }: Beside, renewals: RenewalRow[]): Subscription {
  const inMoney = (amount: number) => money(amount, s.currency);
  const { name, line1, city, postalCode, country } = s.shippingAddress;
  return {
    ...{ id: s.id, status: s.status, customerName: s.customerName, email: s.email, planId: s.planId, planName: s.planName, unit: s.unit, count: s.count, lasts: s.lasts },
    ...{ productId: s.productId, variantId: s.variantId, title: s.title, variantTitle: s.variantTitle, quantity: s.quantity, failure: s.failure, ends: s.ends },
    ...{ minCycles: s.minCycles, cancelReason: s.cancelReason, paidCycles, every: intervalWords(s) },
    says: s.ends && s.status !== 'cancelled' ? 'Ends with this period.' : SAYS[s.status],
    unitPrice: inMoney(s.unitPrice),
    price: inMoney(s.unitPrice * s.quantity),
    credit: inMoney(s.credit),
    ...{ nextRenewalAt: iso(s.nextRenewalAt), pausedUntil: iso(s.pausedUntil), retryAt: iso(s.retryAt), createdAt: s.createdAt.toISOString(), cancelledAt: iso(s.cancelledAt) },
    method: { provider, cardLast4, gone },
    shippingAddress: { name, line1, city, postalCode, country },
    may: allowed(s),
    renewals: renewals.map(({ dueAt, total, ...each }) => ({ ...each, dueAt: dueAt.toISOString(), total: total === null ? null : inMoney(total) })),
  };
}

function allowed(s: SubscriptionRow): Subscription['may'] {
  const can = (happening: Happening) => statusAfter(s.status, happening) !== undefined;
  return { pause: can('paused'), resume: can('resumed') || (s.ends && s.status !== 'cancelled'), skip: can('skipped') && !s.ends, change: can('changed') && !s.ends, cancel: can('cancelled'), pay: s.status !== 'cancelled' };
}

function iso(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
