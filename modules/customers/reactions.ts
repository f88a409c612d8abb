import { schedule } from '#platform/events/reaction.ts';
import { DAY, later, now } from '#platform/time.ts';

/** Ended sessions and used links go after a while. */
export const sweepCustomerSessions = schedule({
  name: 'customers.sweep-sessions',
  everySeconds: 6 * 60 * 60,
  async run(ctx) {
    const before = later(now(), -7 * DAY);
    await ctx.transaction(async (tx) => {
      await tx.sql`delete from customer_sessions where expires_at < ${before}`;
      await tx.sql`delete from customer_links where expires_at < ${before}`;
    });
  },
});
