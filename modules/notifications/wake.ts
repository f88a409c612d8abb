import { schedule } from '#platform/events/reaction.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { notificationsChanged } from './events.ts';

/** Brings back what was snoozed until now, unread and on top. */
export async function wakeSnoozed(ctx: Context): Promise<void> {
  await ctx.transaction(async (tx) => {
    const rows = await tx.sql<{ userId: string }>`
      update notifications set shown_at = snoozed_until, snoozed_until = null where snoozed_until <= ${tx.now} returning user_id as "userId"`;
    for (const userId of new Set(rows.map((row) => row.userId))) tx.tell(notificationsChanged, { userId, userIds: [userId] });
  });
}

export const wakeEachMinute = schedule({ name: 'notifications.wake', everySeconds: 60, run: wakeSnoozed });
