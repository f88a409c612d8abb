import { schedule } from '#platform/events/reaction.ts';
import type { Context, Tx } from '#platform/tenancy/context.ts';
import { faultPoint } from '#platform/testing/fault-point.ts';
import { now } from '#platform/time.ts';
import { subscriptionAnnounced } from './events.ts';
import { readSettings } from './settings.ts';

/** A trial is announced so many days before it is paid where a workspace announces nothing else. */
const TRIAL_DAYS = 3;

// What comes more often than every month needs no announcing. Never earlier than in the second half of a period. One is announced
// once: whoever moves the renewal (skips, pauses) moves the announcement with it.
const RARE = `(s.unit in ('month', 'year') or s.unit = 'week' and s.count >= 4 or s.unit = 'day' and s.count >= 28)`;
const DUE = `(s.status = 'trialing' or s.status = 'active' and $2::int > 0 and ${RARE}) and not s.ends and s.next_renewal_at > $1 and s.announced_for is distinct from s.next_renewal_at
  and s.next_renewal_at - least(make_interval(days => case when $2::int > 0 then $2::int else ${TRIAL_DAYS} end), (s.next_renewal_at - s.period_start) / 2) <= $1`;
const DUE_IDS = `select s.id from subscriptions s where ${DUE} order by s.next_renewal_at limit 200`;
const TAKE = `update subscriptions s set announced_for = s.next_renewal_at where s.id = $3 and ${DUE} returning s.next_renewal_at as "dueAt"`;

/** Every five minutes: renewals that come soon are announced. That one is, and the fact the mail follows from, are one transaction. */
export const announceRegularly = schedule({
  name: 'subscriptions.announce',
  everySeconds: 300,
  async run(ctx) {
    const { announceDays } = await ctx.read(readSettings);
    const due = await ctx.read((r) => r.query<{ id: string }>(DUE_IDS, [now(), announceDays]));
    for (const { id } of due) await announceOne(ctx, { id, announceDays });
  },
});

async function announceOne(ctx: Context, one: { id: string; announceDays: number }): Promise<void> {
  await ctx.transaction((tx) => announce(tx, one));
  await faultPoint('announce.after-commit');
}

async function announce(tx: Tx, { id, announceDays }: { id: string; announceDays: number }): Promise<void> {
  const [taken] = await tx.query<{ dueAt: Date }>(TAKE, [tx.now, announceDays, id]);
  if (taken) tx.tell(subscriptionAnnounced, { subscriptionId: id, dueAt: taken.dueAt.toISOString() });
  await faultPoint('announce.before-commit');
}
