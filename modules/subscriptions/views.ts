import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { Money, money } from '#platform/money.ts';
import { column, moneyColumn } from '#platform/operations/columns.ts';
import { listView } from '#platform/operations/list-view.ts';
import { view } from '#platform/operations/view.ts';
import { DAY, later, now } from '#platform/time.ts';
import { workspaceSettings } from '#modules/accounts/index.ts';
import { subscriptionCancelled, subscriptionChanged, subscriptionFailed, subscriptionMethodGone, subscriptionRenewed, subscriptionStarted } from './events.ts';
import { monthsOf } from './prorate.ts';
import { showSubscription, Subscription } from './show.ts';
import { STATUSES, type Status } from './status.ts';
import { subscriptions } from './tables.ts';
import type { Interval } from '#modules/plans/index.ts';

const changesWith = [subscriptionStarted, subscriptionRenewed, subscriptionFailed, subscriptionChanged, subscriptionCancelled, subscriptionMethodGone];

export const subscriptionList = listView({
  name: 'subscriptions.list',
  route: 'GET /subscriptions',
  says: 'Subscriptions',
  needs: 'subscriptions:read',
  opens: '/subscriptions/:id',
  from: subscriptions,
  search: [{ text: subscriptions.searchText, key: subscriptions.id }],
  columns: {
    customerName: column(subscriptions.customerName, { says: 'Customer', search: true, sort: true }),
    email: column(subscriptions.email, { says: 'Email', search: true, filter: 'text' }),
    title: column(subscriptions.title, { says: 'What', search: true }),
    quantity: column(subscriptions.quantity, { says: 'Pieces', type: 'number' }),
    status: column(subscriptions.status, { says: 'Status', filter: 'any of', values: STATUSES }),
    planName: column(subscriptions.planName, { says: 'Plan', filter: 'any of', search: true }),
    price: moneyColumn(sql`${subscriptions.unitPrice} * ${subscriptions.quantity}`, subscriptions.currency, { says: 'Each renewal', filter: 'range' }),
    nextRenewalAt: column(subscriptions.nextRenewalAt, { says: 'Next renewal', filter: 'dates', sort: true }),
    cycle: column(subscriptions.cycle, { says: 'Renewals', type: 'number', sort: true }),
    customerId: column(subscriptions.customerId, { says: 'Customer id', filter: 'any of' }),
    createdAt: column(subscriptions.createdAt, { says: 'Since', filter: 'dates', sort: 'newest first' }),
  },
  changesWith,
});

const Entry = z.object({ id: z.uuid(), kind: z.string(), says: z.string(), orderId: z.uuid().nullable(), byName: z.string(), at: z.string() });
const Detail = Subscription.extend({ customerId: z.uuid().nullable(), orderId: z.uuid(), timeline: z.array(Entry).meta({ description: 'the newest hundred' }) });

export const subscriptionView = view({
  name: 'subscriptions.get',
  route: 'GET /subscriptions/:id',
  says: 'A subscription',
  needs: 'subscriptions:read',
  input: z.object({ id: z.uuid() }),
  output: Detail,
  async read(r, { id }) {
    const shown = await showSubscription(r, id);
    const [origin] = await r.sql<{ customerId: string | null; orderId: string }>`select customer_id as "customerId", order_id as "orderId" from subscriptions where id = ${id}`;
    const entries = await r.sql<Omit<z.infer<typeof Entry>, 'at'> & { at: Date }>`
      select id, kind, says, order_id as "orderId", by_name as "byName", at from subscription_entries where subscription_id = ${id} order by at desc, id desc limit 100`;
    return { ...shown, ...origin!, timeline: entries.map((entry) => ({ ...entry, at: entry.at.toISOString() })) };
  },
});

const Figures = z.object({
  active: z.int().meta({ description: 'running and in their trial' }),
  behind: z.int().meta({ description: 'whose renewal failed' }),
  paused: z.int(),
  monthly: Money.meta({ description: "what the running ones bring in a month on average, in the workspace's own currency" }),
  started: z.int().meta({ description: 'in the last thirty days' }),
  ended: z.int().meta({ description: 'in the last thirty days' }),
  churn: z.number().meta({ description: 'of those that ran thirty days ago, the part that has ended since; 0 to 1' }),
});

interface Group extends Interval {
  status: Status;
  n: number;
  amount: number;
}

/** Subscriptions in numbers. */
export const subscriptionFigures = view({
  name: 'subscriptions.figures',
  route: 'GET /subscriptions/figures',
  says: 'Subscriptions in numbers',
  needs: 'subscriptions:read',
  input: z.object({}),
  output: Figures,
  changesWith,
  async read(r) {
    const { currency } = await workspaceSettings(r);
    const since = later(now(), -30 * DAY);
    const groups = await r.sql<Group>`
      select status, unit, count, count(*)::int as n, coalesce(sum(unit_price * quantity) filter (where currency = ${currency}), 0)::bigint as amount
      from subscriptions where status <> 'cancelled' group by status, unit, count`;
    const [moves] = await r.sql<{ started: number; ended: number; endedOfOld: number; old: number }>`
      select count(*) filter (where created_at > ${since})::int as started, count(*) filter (where cancelled_at > ${since})::int as ended,
        count(*) filter (where created_at <= ${since} and cancelled_at > ${since})::int as "endedOfOld",
        count(*) filter (where created_at <= ${since} and (cancelled_at is null or cancelled_at > ${since}))::int as old
      from subscriptions where created_at > ${since} or cancelled_at is null or cancelled_at > ${since}`;
    const { started, ended, endedOfOld, old } = moves!;
    const count = (...statuses: Status[]) => groups.filter((group) => statuses.includes(group.status)).reduce((sum, { n }) => sum + n, 0);
    const monthly = groups.filter(({ status }) => status === 'active' || status === 'past_due').reduce((sum, group) => sum + group.amount / monthsOf(group), 0);
    return { active: count('active', 'trialing'), behind: count('past_due', 'unpaid'), paused: count('paused'), monthly: money(Math.round(monthly), currency), started, ended, churn: old === 0 ? 0 : endedOfOld / old };
  },
});
