import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { view } from '#platform/operations/view.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { subscriptionSettingsChanged } from './events.ts';

const RetryDays = z.array(z.int().min(1).max(60)).max(10).refine((days) => days.every((day, i) => i === 0 || day > days[i - 1]!), 'each later than the one before');

const Settings = z.object({
  retryDays: RetryDays.meta({ description: 'so many days after the first failure a renewal is tried again; empty = never' }),
  announceDays: z.int().min(0).max(30).meta({ description: 'so many days before a renewal that comes every month or more rarely its customer is told what will be charged; 0 = only before a trial ends' }),
  afterwards: z.enum(['cancelled', 'unpaid']).meta({ description: 'what becomes of a subscription when the last try has failed' }),
});
export type SubscriptionSettings = z.infer<typeof Settings>;

export async function readSettings(r: Reader): Promise<SubscriptionSettings> {
  const [row] = await r.sql<SubscriptionSettings>`select retry_days as "retryDays", announce_days as "announceDays", afterwards from subscription_settings`;
  return row ?? { retryDays: [1, 3, 5, 7], announceDays: 3, afterwards: 'cancelled' };
}

export const subscriptionSettingsView = view({
  name: 'subscriptions.settings',
  route: 'GET /subscriptions/settings',
  says: 'How renewals are announced, and what happens to failed ones',
  needs: 'subscriptions:read',
  input: z.object({}),
  output: Settings,
  changesWith: [subscriptionSettingsChanged],
  read: (r) => readSettings(r),
});

export const setSubscriptionSettings = operation({
  name: 'subscriptions.set-settings',
  route: 'PUT /subscriptions/settings',
  says: 'Choose how renewals are announced, and what happens to failed ones',
  needs: 'subscriptions:write',
  input: Settings.partial(),
  output: Settings,
  async run(tx, changes) {
    const before = await readSettings(tx);
    const after = { ...before, ...changes };
    await tx.sql`
      insert into subscription_settings (retry_days, announce_days, afterwards) values (${after.retryDays}::int[], ${after.announceDays}, ${after.afterwards})
      on conflict (workspace_id) do update set retry_days = excluded.retry_days, announce_days = excluded.announce_days, afterwards = excluded.afterwards`;
    tx.tell(subscriptionSettingsChanged, { workspaceId: tx.workspaceId });
    tx.changed({ record: 'subscription settings', id: tx.workspaceId, before, after });
    return after;
  },
});
